// src/model/version.ts
var version = "0.1.0";
var docsAddress = "https://github.com/stack-publish/stack-publish/blob/main/docs";

export {
  version,
  docsAddress
};
