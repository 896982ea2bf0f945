import {
  gitFault,
  tryGit
} from "./adapters.git.git.js";

// builtin-import:node:timers/promises?src/adapters/git/remote.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var one = (name) => all[name];
var $setTimeout = /* @__PURE__ */ one("setTimeout");

// src/adapters/git/remote.ts
var timeoutMs = 3e5;
async function listRemote(remote, branch) {
  const ref = `refs/heads/${branch}`;
  const answer = await talk(remote, [
    "ls-remote",
    "--symref",
    ...remote.local ? [uploadPack] : [],
    "--",
    remote.name,
    "HEAD",
    ref
  ]);
  if (answer.code !== 0) return answer;
  const refs = /* @__PURE__ */ new Map();
  let target = null;
  for (const line of answer.stdout.toString("utf8").split("\n")) {
    const [value = "", name = ""] = line.split("	");
    if (!value.startsWith("ref: ")) refs.set(name, value);
    else if (name === "HEAD") target = value.slice("ref: ".length);
  }
  const commit = refs.get("HEAD");
  const named = target?.startsWith("refs/heads/") === true ? target.slice(11) : null;
  return {
    head: commit === void 0 ? null : { branch: named, commit },
    branch: refs.get(ref) ?? null
  };
}
async function listBranches(remote) {
  const { stdout } = await talk(remote, [
    "ls-remote",
    "--heads",
    ...remote.local ? [uploadPack] : [],
    "--",
    remote.name
  ]);
  return [...stdout.toString("utf8").matchAll(/\trefs\/heads\/(.+)$/gm)].map(
    ([, name = ""]) => name
  );
}
async function listRefs(remote, refs) {
  const programs = remote.local ? [uploadPack] : [];
  const args = ["ls-remote", ...programs, "--", remote.name, ...refs];
  const answer = await talk(remote, args);
  if (answer.code !== 0) throw gitFault(args, answer.stderr);
  const lines = answer.stdout.toString("utf8").matchAll(/^([0-9a-f]+)\t(.+)$/gm);
  const found = new Map([...lines].map(([, id = "", name = ""]) => [name, id]));
  return new Map(refs.flatMap((ref) => found.has(ref) ? [[ref, found.get(ref) ?? ""]] : []));
}
async function fetchRefs(remote, refspecs, depth, filter = null) {
  const args = [
    "fetch",
    "--quiet",
    "--no-tags",
    "--no-prune",
    "--no-write-fetch-head",
    "--no-recurse-submodules",
    "--no-auto-maintenance",
    filter ?? "--no-filter",
    "--refmap=",
    ...depth === null ? [] : [depth],
    ...remote.local ? [uploadPack] : [],
    "--",
    remote.name,
    ...refspecs
  ];
  for (let attempt = 1; ; attempt += 1) {
    const answer = await talk(remote, args);
    const crossed = /cannot lock ref|unable to create .*lock|shallow file has changed/i;
    if (answer.code === 0 || attempt >= 10 || !crossed.test(answer.stderr)) return answer;
    await $setTimeout(20 + Math.random() * 100 * attempt);
  }
}
function pushCommit(remote, branch, commit, expected) {
  const ref = `refs/heads/${branch}`;
  const lease = `--force-with-lease=${ref}:${expected ?? ""}`;
  return push(remote, ["--porcelain", lease], `${commit}:${ref}`);
}
function tryPush(remote, branch) {
  return push(remote, ["--dry-run", "--quiet"], `+HEAD:refs/heads/${branch}`);
}
function push(remote, options, refspec) {
  const programs = remote.local ? [receivePack] : [];
  return talk(remote, [...pushing, ...programs, ...options, "--", remote.name, refspec]);
}
var pushing = [
  "push",
  "--no-verify",
  "--no-follow-tags",
  "--no-signed",
  "--recurse-submodules=no"
];
var uploadPack = "--upload-pack=git-upload-pack";
var receivePack = "--receive-pack=git-receive-pack";
async function talk(remote, args) {
  const stalled = ["-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=60"];
  let named = process.env["GIT_SSH_COMMAND"] ?? process.env["GIT_SSH"] ?? remote.sshCommand;
  if (named === void 0) named = await askedCommand(remote);
  return tryGit(remote.root, [...stalled, ...args], {
    // ssh asks at the terminal itself. A command that somebody chose is left alone.
    env: {
      GIT_ALLOW_PROTOCOL: void 0,
      ...named === null && { GIT_SSH_COMMAND: "ssh -o BatchMode=yes" },
      ...remote.env
    },
    signal: AbortSignal.timeout(timeoutMs)
  });
}
async function askedCommand({ root, env }) {
  const { code, stdout } = await tryGit(root, ["config", "--get", "core.sshCommand"], { env });
  return code === 0 ? stdout.toString("utf8") : null;
}

export {
  listRemote,
  listBranches,
  listRefs,
  fetchRefs,
  pushCommit,
  tryPush
};
