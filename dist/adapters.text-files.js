import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  Fault
} from "./model.error.js";

// builtin-import:node:fs?src/adapters/text-files.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one = (name) => all[name];
var $constants = /* @__PURE__ */ one("constants");

// builtin-import:node:fs/promises?src/adapters/text-files.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $writeFile = /* @__PURE__ */ one2("writeFile");
var $readFile = /* @__PURE__ */ one2("readFile");

// builtin-import:node:path?src/adapters/text-files.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $resolve = /* @__PURE__ */ one3("resolve");

// src/adapters/text-files.ts
function textFiles(folder) {
  const pathOf = (name) => $resolve(folder, name);
  return {
    readFile: (name) => $readFile(pathOf(name), "utf8"),
    /** Replaces what a file has, and follows no symlink at its name (on Windows that is not told). Throws `file-unwritable`. */
    async writeFile(name, text) {
      const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = $constants;
      try {
        await $writeFile(pathOf(name), text, { flag: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW });
      } catch (error) {
        throw fileUnwritable(name, errnoOf(error), error);
      }
    }
  };
}
function fileUnwritable(name, code, cause) {
  const seen = reasons[code] ?? `the system says ${code}`;
  return new Fault("usage", "file-unwritable", `Cannot write ${name}: ${seen}.`, {
    remedy: "Name a file in a folder that exists and that you may write to.",
    place: { file: name, line: null, column: null },
    cause
  });
}
var reasons = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "what should be its folder is none",
  EISDIR: "it is a folder",
  ELOOP: "it is a symlink, which could lead anywhere",
  EACCES: "it is not allowed",
  EFTYPE: "it is no ordinary file"
};

export {
  textFiles,
  fileUnwritable
};
