import {
  readBlobs
} from "./adapters.git.read-blobs.js";
import {
  runGit,
  splitNul
} from "./adapters.git.git.js";

// builtin-import:node:buffer?src/adapters/git/path-name.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:buffer");
var one = (name) => all[name];
var $isUtf8 = /* @__PURE__ */ one("isUtf8");

// src/adapters/git/path-name.ts
function pathName(bytes) {
  if ($isUtf8(bytes)) return { path: bytes.toString("utf8"), isText: true };
  const escape = (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`;
  return { path: bytes.toString("latin1").replaceAll(/[\x80-\xFF]/g, escape), isText: false };
}

// src/adapters/git/commit-tree.ts
var kinds = {
  "120000": "symlink",
  "160000": "submodule"
};
function commitTree(root, commit) {
  return {
    id: commit,
    name: `commit ${commit.slice(0, 12)}`,
    async files() {
      const listing = await runGit(root, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit]);
      return splitNul(listing).map(parseEntry).sort(byPath);
    },
    async *read(files) {
      const blobs = readBlobs(
        root,
        files.filter((file) => file.kind !== "submodule").map((file) => file.revision)
      );
      try {
        for (const file of files) {
          if (file.kind === "submodule") yield { file, bytes: new Uint8Array() };
          else {
            const next = await blobs.next();
            if (next.done !== true) yield { file, bytes: next.value };
          }
        }
      } finally {
        await blobs.return(void 0);
      }
    }
  };
}
function byPath(a, b) {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}
function parseEntry(entry) {
  const tab = entry.indexOf(9);
  const [mode = "", , revision = "", size = ""] = entry.toString("latin1", 0, tab).split(/ +/);
  const { path, isText } = pathName(entry.subarray(tab + 1));
  return {
    path,
    revision,
    kind: isText ? kinds[mode] ?? "file" : "unnamed",
    size: /^\d+$/.test(size) ? Number(size) : null
  };
}

export {
  pathName,
  commitTree,
  byPath
};
