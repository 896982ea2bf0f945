import {
  objectId
} from "./adapters.git.read-blobs.js";
import {
  fetchRefs,
  listRefs
} from "./adapters.git.remote.js";
import {
  gitFault,
  gitLine,
  runGit,
  splitNul,
  tryGit
} from "./adapters.git.git.js";
import {
  withSettings
} from "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import {
  memoize
} from "./model.memoize.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:fs/promises?src/adapters/git/history.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one = (name) => all[name];
var $rm = /* @__PURE__ */ one("rm");
var $mkdtemp = /* @__PURE__ */ one("mkdtemp");

// builtin-import:node:os?src/adapters/git/history.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one2 = (name) => all2[name];
var $tmpdir = /* @__PURE__ */ one2("tmpdir");

// builtin-import:node:path?src/adapters/git/history.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $resolve = /* @__PURE__ */ one3("resolve");
var $join = /* @__PURE__ */ one3("join");

// src/adapters/git/history.ts
function gitHistory({ root, remote }) {
  let folder = null;
  const open = memoize(async () => {
    if (remote === null) return { root, env: {}, remote };
    folder = await $mkdtemp($join($tmpdir(), "stack-publish-history-"));
    const format = await gitLine(root, ["rev-parse", "--show-object-format"]);
    const form = [`--object-format=${format}`, "--template="];
    await runGit(root, ["init", "--quiet", "--bare", ...form, "--", folder]);
    const settings = await ownSettings(root);
    const env = { GIT_DIR: folder, GIT_NO_LAZY_FETCH: "1" };
    const away = { ...withSettings(remote.env, settings), ...env };
    return { root: folder, env, remote: { ...remote, root: folder, env: away } };
  });
  return {
    async fetch(refs) {
      const { root: at, env, remote: from } = await open();
      const named = refs.filter((ref) => ref === "HEAD" || isRef.test(ref));
      if (named.length === 0) return /* @__PURE__ */ new Map();
      if (from !== null) {
        const known = [...(await listRefs(from, named)).keys()];
        if (known.length > 0) await fetchAll(from, known);
      }
      const args = ["for-each-ref", "--format=%(refname)%00%(objectname)%00%(*objectname)"];
      const listing = await runGit(at, args, { env });
      const commits = /* @__PURE__ */ new Map();
      for (const line of listing.toString("utf8").split("\n")) {
        const [name = "", id = "", peeled = ""] = line.split("\0");
        const ref = name === ownHead ? "HEAD" : name;
        if (named.includes(ref)) commits.set(ref, peeled || id);
      }
      if (from === null && named.includes("HEAD"))
        commits.set("HEAD", await gitLine(at, ["rev-parse", "HEAD"]));
      return commits;
    },
    async range(from, to) {
      const { root: at, env } = await open();
      const ends = [to, ...from === null ? [] : [`^${from}`]].map(checked);
      const args = ["rev-list", "--format=%ct", ...ends, "--"];
      const listing = (await runGit(at, args, { env })).toString("latin1");
      const ids = /* @__PURE__ */ new Set();
      let since = Infinity;
      for (const [, id = "", seconds] of listing.matchAll(/^commit ([0-9a-f]+)\n(\d+)$/gm)) {
        ids.add(id);
        since = Math.min(since, Number(seconds) * 1e3);
      }
      return { ids, since: ids.size === 0 ? null : since };
    },
    async contains(descendant, ancestor) {
      const { root: at, env } = await open();
      const args = ["merge-base", "--is-ancestor", checked(ancestor), checked(descendant)];
      return (await tryGit(at, args, { env })).code === 0;
    },
    async [Symbol.asyncDispose]() {
      if (folder !== null) await $rm(folder, { recursive: true, force: true });
    }
  };
}
var ownHead = "refs/stack-publish/HEAD";
var isRef = /^refs\/(?:tags|heads)\/(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)))[^\p{Cc} ~^:?*[\\]+(?<![./])$/u;
function checked(commit) {
  if (!objectId.test(commit.replace(/^\^/, "")))
    throw gitFault(["rev-list"], `"${commit.slice(0, 100)}" is not a commit's id`);
  return commit;
}
async function fetchAll(remote, refs) {
  const specs = refs.map((ref) => `+${ref}:${ref === "HEAD" ? ownHead : ref}`);
  const { code, stderr } = await fetchRefs(remote, specs, null, "--filter=tree:0");
  if (code !== 0) throw gitFault(["fetch"], stderr || `exit code ${code}`);
}
async function ownSettings(root) {
  const wanted = String.raw`^(url\..*\.(pushinsteadof|insteadof)|http\..*|credential\..*|core\.sshcommand|remote\.origin\.url)$`;
  const args = ["config", "--local", "--includes", "-z", "--get-regexp", wanted];
  const { stdout } = await tryGit(root, args);
  return splitNul(stdout).map((entry) => {
    const [key = "", ...value] = entry.toString("utf8").split("\n");
    const text = value.join("\n");
    const isFolder = key === "remote.origin.url" && /^\.{0,2}\//.test(text);
    return [key, isFolder ? $resolve(root, text) : text];
  });
}
export {
  gitHistory
};
