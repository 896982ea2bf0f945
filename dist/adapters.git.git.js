import {
  gitEnvironment
} from "./adapters.git.git-environment.js";
import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  Fault
} from "./model.error.js";

// builtin-import:node:child_process?src/adapters/git/git.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
var one = (name) => all[name];
var $spawn = /* @__PURE__ */ one("spawn");

// builtin-import:node:fs/promises?src/adapters/git/git.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $stat = /* @__PURE__ */ one2("stat");

// builtin-import:node:stream?src/adapters/git/git.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:stream");
var one3 = (name) => all3[name];
var $Readable = /* @__PURE__ */ one3("Readable");

// src/adapters/git/git.ts
var flags = [
  "--no-pager",
  "--literal-pathspecs",
  "--no-replace-objects",
  ...[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    // Neither a program that lists an alternate's branches, nor one in the place of a server.
    "core.alternateRefsCommand=true",
    "protocol.ext.allow=never",
    // Nobody proves what comes by it, and `core.gitProxy` starts a program.
    "protocol.git.allow=never",
    "core.quotePath=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "submodule.recurse=false",
    // A folder of the repository may look like a bare repository and bring its own settings.
    "safe.bareRepository=explicit"
  ].flatMap((setting) => ["-c", setting])
];
var interrupted = -1;
function spawnGit(cwd, args, options = {}) {
  const child = $spawn("git", [...flags, ...args], {
    cwd,
    env: gitEnvironment(options.env),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
    ...options.signal ? { signal: options.signal } : {}
  });
  child.stdin.on("error", () => {
  });
  return child;
}
async function tryGit(cwd, args, options = {}) {
  const child = spawnGit(cwd, args, options);
  const out = [];
  const err = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  const closed = new Promise((resolve, reject) => {
    let error = null;
    child.once("error", (seen) => {
      error = seen;
      expectFolder(cwd).then(() => reject(spawnFault(seen)), reject);
    });
    child.once("close", (code2, signal) => {
      if (error) return;
      if (code2 !== null) resolve(code2);
      else if (signal === "SIGINT") resolve(interrupted);
      else reject(gitFault(args, `git was ended by ${signal ?? "a signal"}`));
    });
  });
  const expectFed = feed(child, options.input);
  const code = await closed;
  expectFed();
  if (code === interrupted) return tryGit(cwd, args, options);
  return {
    code,
    stdout: Buffer.concat(out),
    stderr: readable(Buffer.concat(err).toString("utf8"), options.env)
  };
}
function feed({ stdin }, input) {
  let broken;
  if (typeof input !== "function") stdin.end(input);
  else
    $Readable.from(inChunks(input()), { objectMode: false }).on("error", (error) => {
      broken = { error };
      stdin.end();
    }).pipe(stdin);
  return () => {
    if (broken !== void 0) throw broken.error;
  };
}
function* inChunks(pieces) {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < 65536) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
async function runGit(cwd, args, options = {}) {
  const { code, stdout, stderr } = await tryGit(cwd, args, options);
  if (code !== 0) throw gitFault(args, stderr || `exit code ${code}`);
  return stdout;
}
async function gitLine(...command) {
  return (await runGit(...command)).toString("utf8").trim();
}
function splitNul(bytes) {
  const parts = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return parts;
}
function readable(text, env = {}) {
  let clean = text;
  for (const secret of Object.values(env).flatMap((value = "") => value.split(/\s+/))) {
    if (secret.length >= 8) clean = clean.replaceAll(secret, "***");
  }
  return clean.replaceAll(/\/\/[^/\s]+@/g, "//***@").split(/[\r\n]+/).map((line) => line.replaceAll(new RegExp("\\p{Cc}|\\p{Cf}", "gu"), "").trim()).filter((line) => line !== "" && !line.startsWith("hint:")).slice(0, 6).join("; ").slice(0, 1e3);
}
function gitFault(args, words) {
  if (/dubious ownership/.test(words))
    return failed(
      `Cannot read the repository: git refuses it, as it belongs to another user (${words})`,
      "Run `git config --global --add safe.directory PATH` for this checkout."
    );
  if (/not a git repository|must be run in a work tree|cannot use bare repository/.test(words))
    return noRepository(words);
  const command = args.find((arg, at) => !arg.startsWith("-") && args[at - 1] !== "-c") ?? "";
  return failed(
    `Cannot run git ${command}: ${words}`,
    "Run the command by hand in the checkout, and mend what git complains about."
  );
}
function spawnFault(error) {
  if (errnoOf(error) === "ENOENT") {
    return new Fault("repository", "git-missing", "Cannot run git: there is no such program", {
      remedy: "Install git, and make sure that it is on the PATH.",
      cause: error
    });
  }
  const seen = error.name === "AbortError" ? "it was stopped, or took too long" : error.message;
  return failed(`Cannot run git: ${seen}`, "Run the command again.", error);
}
function failed(message, remedy, cause) {
  return new Fault("repository", "git-failed", message, { remedy, cause });
}
async function expectFolder(cwd) {
  const found = await $stat(cwd).catch(() => null);
  if (found?.isDirectory() !== true) throw noRepository(`${cwd} is not a folder`);
}
function noRepository(words) {
  return new Fault(
    "usage",
    "no-git-repository",
    `Cannot find a git repository: ${words}; expected a checkout with a working tree`,
    { remedy: "Run this in a checkout of the repository, or name one with --cwd." }
  );
}

export {
  spawnGit,
  tryGit,
  runGit,
  gitLine,
  splitNul,
  readable,
  gitFault,
  spawnFault
};
