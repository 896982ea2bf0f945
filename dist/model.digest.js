import {
  canonicalJson
} from "./model.canonical-json.js";

// builtin-import:node:crypto?src/model/digest.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

// src/model/digest.ts
function digestOf(value) {
  return `sha256:${$createHash("sha256").update(canonicalJson(value), "utf8").digest("hex")}`;
}
function digestOfBytes(bytes) {
  return `sha256:${$createHash("sha256").update(bytes).digest("hex")}`;
}

export {
  digestOf,
  digestOfBytes
};
