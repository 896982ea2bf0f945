// src/config/config-paths.ts
var configPaths = [
  ".github/stack-publish.yml",
  ".github/stack-publish.yaml",
  "stack-publish.yml"
];

export {
  configPaths
};
