import {
  byPath,
  commitTree,
  pathName
} from "./adapters.git.commit-tree.js";
import {
  gitFault,
  runGit,
  splitNul,
  tryGit
} from "./adapters.git.git.js";
import {
  settingsFor
} from "./adapters.git.git-environment.js";
import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// src/adapters/git/attributes.ts
async function attributesOf(root, paths, names) {
  if (paths.length === 0) return () => null;
  const input = Buffer.concat(paths.flatMap((path) => [Buffer.from(path), Buffer.of(0)]));
  const args = ["check-attr", "-z", "--stdin", ...names];
  const parts = splitNul(await runGit(root, args, { input })).map(String);
  const values = /* @__PURE__ */ new Map();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [path = "", name = "", value = ""] = parts.slice(at, at + 3);
    if (!/^(?:unspecified|unset|set|)$/.test(value)) values.set(`${name} ${path}`, value);
  }
  return (path, name) => values.get(`${name} ${path}`) ?? null;
}

// src/adapters/git/filters-off.ts
async function filtersOff(root) {
  const wanted = String.raw`^filter\..*\.(clean|smudge|process|required)$`;
  const { stdout } = await tryGit(root, ["config", "-z", "--name-only", "--get-regexp", wanted]);
  const keys = [...new Set(splitNul(stdout).map(String))];
  const settings2 = keys.map((key) => [key, key.endsWith(".required") ? "false" : ""]);
  return {
    names: new Set(keys.map((key) => key.replace(/^filter\.|\.[a-z]+$/g, ""))),
    env: settings2.length === 0 ? {} : settingsFor(settings2)
  };
}

// builtin-import:node:fs?src/adapters/git/working-tree.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one = (name) => all[name];
var $constants = /* @__PURE__ */ one("constants");

// builtin-import:node:fs/promises?src/adapters/git/working-tree.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $open = /* @__PURE__ */ one2("open");
var $readlink = /* @__PURE__ */ one2("readlink");
var $lstat = /* @__PURE__ */ one2("lstat");

// builtin-import:node:path?src/adapters/git/working-tree.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $join = /* @__PURE__ */ one3("join");

// src/adapters/git/stored-bytes.ts
async function storedBytes(root, paths) {
  const valueOf = await attributesOf(root, paths, ["filter", "working-tree-encoding"]);
  return (path, bytes) => {
    const filter = valueOf(path, "filter");
    const encoding = valueOf(path, "working-tree-encoding");
    const decoded = encoding === null ? bytes : asUtf8(bytes, encoding);
    const unread = decoded === null ? `the working-tree-encoding ${encoding}` : null;
    return {
      bytes: decoded ?? bytes,
      changedBy: filter === null ? unread : `the filter ${filter}`
    };
  };
}
function asUtf8(bytes, encoding) {
  if (/^utf-?8$/i.test(encoding)) return bytes;
  const isBig = /^utf-?16$/i.test(encoding) && bytes[0] === 254;
  const label = isBig ? "utf-16be" : encoding.replace(/-BOM$/i, "");
  try {
    return Buffer.from(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

// src/adapters/git/working-tree.ts
function workingTree(root) {
  return {
    name: "the working tree",
    files: () => list(root),
    async *read(files) {
      const stored = await storedBytes(
        root,
        files.map(({ path }) => path)
      );
      for (const file of files) yield { file, ...stored(file.path, await readFrom(root, file)) };
    }
  };
}
async function list(root) {
  const [tracked, others] = await Promise.all([
    runGit(root, ["ls-files", "-z", "-t", "--stage"]),
    runGit(root, ["ls-files", "-z", "--others", "--exclude-standard"])
  ]);
  const listed = /* @__PURE__ */ new Map();
  for (const entry of splitNul(tracked)) {
    const tab = entry.indexOf(9);
    const name = entry.subarray(tab + 1);
    const [status, mode] = entry.toString("latin1", 0, tab).split(" ");
    listed.set(name.toString("latin1"), {
      name,
      isSubmodule: mode === "160000",
      mayBeAbsent: status === "S"
    });
  }
  for (const name of splitNul(others)) {
    if (name.at(-1) !== 47)
      listed.set(name.toString("latin1"), { name, isSubmodule: false, mayBeAbsent: false });
  }
  const plain = plainFolders(root);
  const look = async (each) => {
    const { path, isText } = pathName(each.name);
    if (!isText) return { path, revision: "", kind: "unnamed", size: null };
    const absent = { path, revision: "", kind: "absent", size: null };
    const found = await plain(parentOf(path)) ? await $lstat($join(root, path)).catch(() => null) : null;
    if (found === null) return each.mayBeAbsent ? absent : null;
    const kind = kindOf(found, each.isSubmodule);
    return kind && { path, revision: "", kind, size: kind === "submodule" ? null : found.size };
  };
  const files = await Promise.all([...listed.values()].map(look));
  return files.filter((file) => file !== null).sort(byPath);
}
function kindOf(found, submodule) {
  if (submodule) return found.isDirectory() ? "submodule" : null;
  if (found.isSymbolicLink()) return "symlink";
  return found.isFile() ? "file" : null;
}
async function readFrom(root, file) {
  if (file.kind === "submodule") return new Uint8Array();
  const path = $join(root, file.path);
  if (!await plainFolders(root)(parentOf(file.path))) throw changed(file);
  try {
    var _stack = [];
    try {
      if (file.kind === "symlink") return await $readlink(path, "buffer");
      const flags = $constants.O_RDONLY | $constants.O_NOFOLLOW | $constants.O_NONBLOCK;
      const handle = __using(_stack, await $open(path, flags), true);
      if (!(await handle.stat()).isFile()) throw changed(file);
      return await handle.readFile();
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    throw error instanceof Fault ? error : changed(file, error);
  }
}
function changed(file, cause) {
  const seen = errnoOf(cause) || "something else";
  return new Fault(
    "repository",
    "git-failed",
    `Cannot read ${file.path} in the working tree: expected the ${file.kind} that was listed, got ${seen}`,
    { remedy: "Run the command again while nothing else changes the checkout.", cause }
  );
}
function plainFolders(root) {
  const known = /* @__PURE__ */ new Map([["", Promise.resolve(true)]]);
  const plain = (folder) => {
    const answer = known.get(folder) ?? look(folder);
    known.set(folder, answer);
    return answer;
  };
  const look = async (folder) => {
    if (!await plain(parentOf(folder))) return false;
    const found = await $lstat($join(root, folder)).catch(() => null);
    return found?.isDirectory() === true;
  };
  return plain;
}
function parentOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

// src/adapters/git/repository.ts
async function openRepository(cwd) {
  const args = ["rev-parse", "--show-toplevel", "--quiet", "--verify", "HEAD^{commit}"];
  const { code, stdout, stderr } = await tryGit(cwd, args);
  const [, root, commit] = /^([^]*?)\n(?:([0-9a-f]{40,64})\n)?$/.exec(stdout.toString("utf8")) ?? [];
  if (code > 1 || stderr !== "") throw gitFault(args, stderr || `exit code ${code}`);
  if (!root) throw gitFault(args, "this operation must be run in a work tree");
  const known = memoize(() => settings(root));
  const last = async (wanted) => (await known()).findLast(({ name }) => name === wanted)?.value ?? null;
  return {
    root,
    commit: commit ?? null,
    workingTree: async () => workingTree(root),
    head: async () => commitTree(root, commit ?? noCommit()),
    changedPaths: () => changedPaths(root),
    remotes: async () => (await known()).filter(({ name }) => name.startsWith("remote.")).map(({ value }) => value),
    remote: (name) => last(`remote.${name}.url`),
    async routes(name) {
      const rewritten = (await known()).some(({ name: name2 }) => name2.endsWith("insteadof"));
      if (rewritten) return rewrittenRoutes(root, name);
      const ofRemote = [`remote.${name}.url`, `remote.${name}.pushurl`];
      return (await known()).filter((each) => ofRemote.includes(each.name)).map(({ value }) => value);
    },
    sshCommand: () => last("core.sshcommand")
  };
}
function noCommit() {
  throw new Fault("usage", "no-commit", "Cannot read HEAD: the repository has no commit yet", {
    remedy: "Make a first commit."
  });
}
async function changedPaths(root) {
  const { names, env } = await filtersOff(root);
  const args = [
    "status",
    "--porcelain=v1",
    "-z",
    "--untracked-files=all",
    "--no-renames",
    "--ignore-submodules=dirty"
  ];
  const paths = splitNul(await runGit(root, args, { env })).map((entry) => entry.subarray(3));
  const valueOf = await attributesOf(root, names.size === 0 ? [] : paths, ["filter"]);
  return paths.map(String).filter((path) => !names.has(valueOf(path, "filter") ?? "")).sort();
}
async function rewrittenRoutes(root, name) {
  const ask = async (...options) => {
    const { stdout } = await tryGit(root, ["remote", "get-url", "--all", ...options, "--", name]);
    return stdout.toString("utf8").split("\n").filter(Boolean);
  };
  return (await Promise.all([ask(), ask("--push")])).flat();
}
async function settings(root) {
  const wanted = String.raw`^(core\.sshcommand|remote\..*\.(url|pushurl)|url\..*\.(push)?insteadof)$`;
  const args = ["config", "-z", "--get-regexp", wanted];
  const { code, stdout, stderr } = await tryGit(root, args);
  if (code !== 0 && code !== 1) throw gitFault(args, stderr);
  return splitNul(stdout).map((entry) => {
    const [name = "", ...lines] = entry.toString("utf8").split("\n");
    return { name, value: lines.join("\n") };
  });
}

export {
  filtersOff,
  openRepository
};
