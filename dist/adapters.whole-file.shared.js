import {
  fileUnwritable
} from "./adapters.text-files.js";
import {
  errnoOf
} from "./adapters.errno-of.js";

// builtin-import:node:crypto?src/adapters/whole-file.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $randomUUID = /* @__PURE__ */ one("randomUUID");

// builtin-import:node:fs/promises?src/adapters/whole-file.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $open = /* @__PURE__ */ one2("open");
var $rename = /* @__PURE__ */ one2("rename");
var $rm = /* @__PURE__ */ one2("rm");
var $lstat = /* @__PURE__ */ one2("lstat");

// builtin-import:node:path?src/adapters/whole-file.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $resolve = /* @__PURE__ */ one3("resolve");

// src/adapters/whole-file.ts
async function openWholeFile(folder, name, { isSecret }) {
  const mode = isSecret ? 384 : 438;
  const target = $resolve(folder, name);
  const beside = `${target}.${$randomUUID()}.tmp`;
  try {
    await refuseOther(target);
    await put(beside, "", mode);
  } catch (error) {
    throw fileUnwritable(name, errnoOf(error), error);
  } finally {
    await $rm(beside, { force: true }).catch(() => {
    });
  }
  return {
    async write(text) {
      try {
        await put(beside, text, mode);
        await refuseOther(target);
        await $rename(beside, target);
      } catch (error) {
        await $rm(beside, { force: true }).catch(() => {
        });
        throw fileUnwritable(name, errnoOf(error), error);
      }
    }
  };
}
async function put(path, text, mode) {
  const file = await $open(path, "wx", mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
async function refuseOther(path) {
  const found = await $lstat(path).catch((error) => {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  });
  if (found === null || found.isFile()) return;
  const code = found.isSymbolicLink() ? "ELOOP" : found.isDirectory() ? "EISDIR" : "EFTYPE";
  throw Object.assign(new Error("not an ordinary file"), { code });
}

export {
  openWholeFile
};
