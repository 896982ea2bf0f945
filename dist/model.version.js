// src/model/version.ts
var version = "0.1.0";
var repositoryAddress = "https://github.com/stack-publish/stack-publish";
var docsAddress = `${repositoryAddress}/blob/main/docs`;
var schemaAddress = (file) => `${repositoryAddress.replace("//github.com/", "//raw.githubusercontent.com/")}/main/schema/${file}`;

export {
  version,
  repositoryAddress,
  docsAddress,
  schemaAddress
};
