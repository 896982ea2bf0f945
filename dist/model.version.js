// src/model/version.ts
var version = "0.1.0";
var repositoryAddress = "https://github.com/stack-publish/stack-publish";
var docsAddress = `${repositoryAddress}/blob/main/docs`;
var schemaAddress = "https://raw.githubusercontent.com/stack-publish/stack-publish/main/schema/config.json";

export {
  version,
  repositoryAddress,
  docsAddress,
  schemaAddress
};
