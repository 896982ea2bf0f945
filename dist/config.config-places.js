import {
  isObject
} from "./model.is-object.js";

// src/config/config-places.ts
var files = /* @__PURE__ */ new WeakMap();
function rememberFile(config, file) {
  files.set(config, file);
}
function placeInConfig(config, path) {
  return files.get(config)?.placeOf(path) ?? null;
}
function configFiles(config) {
  return files.get(config)?.names ?? [];
}
function isSharedConfig(config, path) {
  return files.get(config)?.isShared(path) ?? false;
}
function isInConfig(config, path) {
  let value = files.get(config)?.value;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return false;
    value = value[key];
  }
  return true;
}

export {
  rememberFile,
  placeInConfig,
  configFiles,
  isSharedConfig,
  isInConfig
};
