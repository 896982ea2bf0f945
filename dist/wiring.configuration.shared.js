import {
  readableMechanisms
} from "./wiring.evidence.js";
import {
  filtersOff,
  openRepository
} from "./adapters.git.repository.js";
import {
  configPaths
} from "./config.config-paths.js";
import {
  commitTree
} from "./adapters.git.commit-tree.js";
import {
  fixedRuleIds,
  ruleIds
} from "./curation.rule-ids.js";
import {
  azurePages,
  bitbucketPages,
  bitbucketServerPages,
  gitHubPages,
  gitLabPages,
  giteaPages
} from "./model.forge-addresses.js";
import {
  gitFault,
  runGit,
  tryGit
} from "./adapters.git.git.js";
import {
  gitLabPlace
} from "./wiring.ci.gitlab-place.js";
import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  parseRepositoryName,
  repositoryNameOn
} from "./adapters.github.repository-name.js";
import {
  Fault
} from "./model.error.js";

// builtin-import:node:fs/promises?src/adapters/git/find-config.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one = (name) => all[name];
var $realpath = /* @__PURE__ */ one("realpath");
var $readFile = /* @__PURE__ */ one("readFile");

// builtin-import:node:path?src/adapters/git/find-config.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one2 = (name) => all2[name];
var $resolve = /* @__PURE__ */ one2("resolve");
var $join = /* @__PURE__ */ one2("join");
var $relative = /* @__PURE__ */ one2("relative");
var $dirname = /* @__PURE__ */ one2("dirname");
var $basename = /* @__PURE__ */ one2("basename");

// src/adapters/git/committed-file.ts
async function committedFile(root, commit, paths) {
  const named = paths.filter((path) => !path.includes("\n") && !/^\.\.?(?:\/|$)/.test(path));
  const args = ["cat-file", "--batch", "--follow-symlinks"];
  const input = named.map((path) => `${commit}:${path}
`).join("");
  let rest = await runGit(root, args, { input });
  for (const path of named) {
    const end = rest.indexOf("\n");
    const header = rest.toString("utf8", 0, end);
    const [, kind, size] = /^(?:[0-9a-f]{40,64} )?(blob|tree|commit|symlink|dangling|loop|notdir) (\d+)$/.exec(header) ?? [];
    if (end === -1 || kind === void 0 && !/ (?:missing|submodule)$/.test(header))
      throw gitFault(args, `an answer that is not known: ${header.slice(0, 200)}`);
    if (kind === void 0 && await isFile(root, commit, path)) throw gitFault(args, header);
    const length = size === void 0 ? 0 : Number(size) + 1;
    if (kind === "blob") return { path, bytes: rest.subarray(end + 1, end + length) };
    rest = rest.subarray(end + 1 + length);
  }
  return null;
}
async function isFile(root, commit, path) {
  const files = await commitTree(root, commit).files();
  return files.some((file) => file.path === path && file.kind !== "submodule");
}

// src/adapters/git/find-config.ts
async function configOnDisk({ root, file, usual }) {
  const candidates = file === null ? usual : [$relative(root, file)];
  for (const name of candidates) {
    const text = await readConfigFile($resolve(root, name));
    if (text !== null) return { text, name };
  }
  throw notFound(candidates);
}
async function configOfCommit(place, commit, log) {
  const { root, file, usual } = place;
  const paths = file === null ? usual : [await pathIn(root, file)];
  const committed = await committedFile(root, commit.id, paths);
  if (committed === null) {
    const found = await configOnDisk(place);
    if (!found.name.startsWith(".."))
      log.warn(`${found.name} is not in ${commit.name}; it is read as it is on disk.`);
    return found;
  }
  const { path, bytes } = committed;
  const text = new TextDecoder().decode(bytes);
  const onDisk = await $readFile($join(root, path)).catch(() => null);
  if (onDisk !== null && !bytes.equals(onDisk) && await differs(root, commit.id, path))
    log.warn(`${path} differs from ${commit.name}; the commit counts.`);
  return { text, name: path };
}
async function differs(root, commit, path) {
  const target = $relative(root, await $realpath($join(root, path)));
  const paths = [.../* @__PURE__ */ new Set([path, target])];
  const args = ["diff", "--quiet", "--no-ext-diff", "--no-textconv", commit, "--", ...paths];
  const { env } = await filtersOff(root);
  return (await tryGit(root, args, { env })).code !== 0;
}
async function readConfigFile(path) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await $readFile(path));
  } catch (error) {
    const code = errnoOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    const seen = error instanceof TypeError ? "it is not UTF-8 text" : code || String(error);
    throw new Fault("usage", "config-unreadable", `Cannot read ${path}: ${seen}.`, {
      remedy: "Make it a readable UTF-8 file.",
      place: { file: path, line: null, column: null },
      cause: error
    });
  }
}
async function pathIn(root, file) {
  const folder = $dirname(file);
  const real = await $realpath(folder).catch(() => folder);
  return $relative(root, $join(real, $basename(file))).replaceAll("\\", "/");
}
function notFound(names) {
  const message = `Cannot find the configuration: there is no ${names.join(" or ")}.`;
  return new Fault("usage", "config-not-found", message, {
    remedy: "Run `stack-publish init`, or write .github/stack-publish.yml; its smallest form is `destination: { tier: business, team: YOUR-TEAM }`."
  });
}

// builtin-import:node:path?src/wiring/assess-threads.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $extname = /* @__PURE__ */ one3("extname");

// builtin-import:node:os?src/adapters/threads/node-threads.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one4 = (name) => all4[name];
var $availableParallelism = /* @__PURE__ */ one4("availableParallelism");

// builtin-import:node:v8?src/adapters/threads/node-threads.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:v8");
var one5 = (name) => all5[name];
var $setFlagsFromString = /* @__PURE__ */ one5("setFlagsFromString");

// builtin-import:node:worker_threads?src/adapters/threads/node-threads.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:worker_threads");
var one6 = (name) => all6[name];
var $Worker = /* @__PURE__ */ one6("Worker");

// src/adapters/threads/node-threads.ts
var most = 3;
function nodeThreads(module) {
  return {
    most: Math.min($availableParallelism() - 1, most),
    open(context) {
      $setFlagsFromString("--no-parallel-scavenge");
      const worker = new $Worker(module, { workerData: context, env: {}, execArgv: [] });
      const open = [];
      let failed = null;
      const fail = (error) => {
        failed ??= { error };
        for (const job of open.splice(0)) job.reject(error);
      };
      worker.on("message", (result) => open.shift()?.resolve(result));
      worker.on("error", fail);
      worker.on("exit", () => fail(new Error("the thread ended")));
      return {
        async do(job) {
          if (failed) throw failed.error;
          const answer = Promise.withResolvers();
          open.push(answer);
          worker.postMessage(job);
          return answer.promise;
        },
        async [Symbol.asyncDispose]() {
          await worker.terminate();
        }
      };
    }
  };
}

// src/wiring/assess-threads.ts
var assessThreads = nodeThreads(
  new URL(`./assess-thread${$extname(import.meta.url)}`, import.meta.url)
);

// src/wiring/remote-pages.ts
var address = /^(?:https:\/\/(?:[^/@]*@)?(?<web>[\w.-]+(?::\d+)?)\/|ssh:\/\/git@(?<ssh>[\w.-]+)(?::\d+)?\/|git@(?<scp>[\w.-]+):)(?<path>[\w./~%-]+?)(?:\.git)?\/?$/;
var forges = [
  {
    host: /^bitbucket\.org$/,
    path: /^[^/]+\/[^/]+$/,
    pages: (host, [name]) => bitbucketPages(`https://${host}`, name)
  },
  {
    host: /^(?:ssh\.)?dev\.azure\.com$/,
    path: /^(?:v3\/)?([^/]+)\/([^/]+)\/(?:_git\/)?([^/]+)$/,
    pages: (_, [, organisation = "", project = "", name = ""]) => azurePages(`https://dev.azure.com/${organisation}`, { project, name })
  },
  {
    host: /\.visualstudio\.com$/,
    path: /^(?:DefaultCollection\/)?([^/]+)\/_git\/([^/]+)$/,
    pages: (host, [, project = "", name = ""]) => azurePages(`https://${host}`, { project, name })
  },
  {
    host: /gitlab/,
    path: /^[^/]+(?:\/[^/]+)+$/,
    pages: (host, [name]) => gitLabPages(`https://${host}`, name)
  },
  {
    host: /gitea|forgejo|^codeberg\.org$/,
    path: /^[^/]+\/[^/]+$/,
    pages: (host, [name]) => giteaPages(`https://${host}`, name)
  },
  {
    // No other forge has its repositories there.
    host: /./,
    path: /^scm\/([^/]+)\/([^/]+)$/,
    pages: (host, [, project = "", name = ""]) => bitbucketServerPages(`https://${host}`, { project, name })
  }
];
function remotePages(remote) {
  const { web, ssh, scp, path = "" } = address.exec(remote ?? "")?.groups ?? {};
  const host = (web ?? ssh ?? scp)?.toLowerCase();
  if (host === void 0) return null;
  for (const forge of forges) {
    const found = forge.host.test(host) ? forge.path.exec(path) : null;
    if (found) return forge.pages(host, found);
  }
  return null;
}

// src/wiring/pages.ts
async function pagesOf({
  github: { serverUrl, repository: given, isGitea },
  gitlab
}, repository) {
  const remote = await repository.remote("origin");
  const named = parseRepositoryName(given ?? repositoryNameOn(serverUrl, remote));
  if (named && /^https?:\/\/[^/\s]+$/i.test(serverUrl)) {
    const name = `${named.owner}/${named.name}`;
    return isGitea ? giteaPages(serverUrl, name) : gitHubPages(serverUrl, name);
  }
  const pages = remotePages(remote);
  if (pages || gitlab?.isRunner !== true) return pages;
  const place = await gitLabPlace(gitlab, repository).catch(noPlace);
  if (!place || place.project === null) return null;
  return gitLabPages(place.serverUrl, place.project);
}
function noPlace(error) {
  if (error instanceof Fault) return null;
  throw error;
}

// src/wiring/shared-config.ts
function sharedConfigs(environment, repository, { mayMiss }) {
  const read = /* @__PURE__ */ new Map();
  let sent = { total: 0, writes: 0 };
  async function readShared(from, place) {
    const { gitHubName, gitHubOptions, gitHubToken } = await import("./wiring.forge.js");
    const { owner, name, paths, ref } = from;
    const isGitHub = await gitHubName(environment, repository) !== null;
    if (!isGitHub || environment.github.isGitea)
      throw unreadable(from, place, "no GitHub repository is known, and no other forge is read", [
        "Name a file of this repository, or set GITHUB_REPOSITORY where this is one on GitHub."
      ]);
    const token = gitHubToken(environment);
    const { readSharedFile } = await import("./adapters.github.shared-file.js");
    const answer = await readSharedFile({
      ...gitHubOptions(environment, { owner, name }, token ?? ""),
      token,
      paths,
      ref,
      // What a run can go on without is asked for once, and not for long.
      ...mayMiss && {
        retry: false,
        timeouts: { connectMs: 3e3, headersMs: 5e3, bodyMs: 5e3 }
      }
    });
    sent = { total: sent.total + answer.requests.total, writes: 0 };
    const { file, isSeen } = answer;
    const at = ref === null ? "" : `@${ref}`;
    if (file === null)
      throw isSeen === true ? unreadable(from, place, `there is no ${paths.join(" or ")}${at} in it`, [
        `Write the path and, where it is not on the default branch, the ref: \`extends: ${owner}/${name}:PATH@REF\`.`
      ]) : unreadable(
        from,
        place,
        `GitHub shows ${token === null ? "everyone" : "this token"} no such file`,
        [
          token === null ? "Check the name; for a repository that is not public set GITHUB_TOKEN to a token that may read it." : "Check the name; one that is not public needs a token that may read it, which a job's own is not: give the input `github-token` (elsewhere GITHUB_TOKEN) one that may."
        ]
      );
    const named = `${owner}/${name}:${file.path}${at}`;
    environment.log.info(`${place.file} extends ${named} (blob ${file.revision.slice(0, 7)}).`);
    return { text: file.text, name: named };
  }
  async function readEither({ from, place }, readOwn) {
    try {
      if (from.kind === "file") return await readOwn(from.path);
      const key = JSON.stringify(from);
      const reading = read.get(key) ?? readShared(from, place);
      read.set(key, reading);
      return await reading;
    } catch (error) {
      if (!(error instanceof Fault) || error.code === "extends-unreadable") throw error;
      if (error.code === "config-not-found")
        throw unreadable(from, place, "there is no such file", [
          "Write its path from the root of the repository, also where it lies beside this file."
        ]);
      throw unreadable(from, place, error.message, [error.remedy, error]);
    }
  }
  return {
    async read(extended, readOwn) {
      try {
        return await readEither(extended, readOwn);
      } catch (error) {
        if (!mayMiss || !(error instanceof Fault)) throw error;
        environment.log.warn(`${error.message} What it says is left out. ${error.remedy}`);
        return null;
      }
    },
    get requests() {
      return sent;
    }
  };
}
function unreadable(from, place, seen, [remedy, cause]) {
  const what = from.kind === "file" ? from.path : `${from.owner}/${from.name}`;
  const message = `Cannot read ${what}, which ${place.file}:${place.line}:${place.column} extends: ${seen.replace(/\.$/, "")}.`;
  return new Fault("usage", "extends-unreadable", message, {
    remedy,
    place,
    ...cause && { cause }
  });
}

// builtin-import:node:v8?src/wiring/small-heap.ts
var all7 = /* @__PURE__ */ process.getBuiltinModule("node:v8");
var one7 = (name) => all7[name];
var $setFlagsFromString2 = /* @__PURE__ */ one7("setFlagsFromString");

// src/wiring/small-heap.ts
function keepHeapSmall() {
  $setFlagsFromString2("--semi-space-growth-factor=1");
}
function growHeapSlowly(percent) {
  $setFlagsFromString2(`--heap-growing-percent=${percent}`);
}

// src/wiring/unsupported.ts
function unsupported({ approval, sources }) {
  const lacks = [];
  const { releases, "pull-requests": pulls } = sources;
  if (releases !== false && releases.from === "pull-requests" && pulls === false)
    lacks.push({
      path: ["sources", "releases"],
      message: "sources.releases is made from pull requests, and sources.pull-requests is false, expected a map there, or `from: body`"
    });
  if (!approval.accept.some(isReadable))
    lacks.push({
      path: ["approval", "accept"],
      message: `approval.accept lists ${approval.accept.join(", ")}, which this version cannot look up yet, expected at least one of ${readableMechanisms.join(", ")}`
    });
  return lacks;
}
function warnOfUnsupported({ approval }, log) {
  const others = approval.accept.filter((each) => !isReadable(each));
  if (others.length > 0)
    log.warn(
      `approval.accept lists ${others.join(", ")}, which this version cannot look up yet: nobody can approve so.`
    );
}
function isReadable(mechanism) {
  return readableMechanisms.includes(mechanism);
}

// src/wiring/configuration.ts
async function loadParser() {
  const { readConfig } = await import("./config.parse-config.js");
  const known = { ids: ruleIds, fixed: fixedRuleIds, lacks: unsupported };
  return async (found, shared, readOwn) => {
    const { extended, complete } = readConfig(found, known);
    return complete(extended && await shared.read(extended, readOwn));
  };
}
function configPlace({ configFile }, { root }) {
  return { root, file: configFile, usual: configPaths };
}
async function openCheckout(environment, { alone } = { alone: false }) {
  const opening = openRepository(environment.cwd);
  const parser = loadParser();
  const repository = await opening;
  const place = configPlace(environment, repository);
  const found = await configOnDisk(place);
  const shared = sharedConfigs(environment, repository, { mayMiss: alone });
  const parse = await parser;
  const config = await parse(
    found,
    shared,
    (path) => configOnDisk({ ...place, file: null, usual: [path] })
  );
  keepHeapSmall();
  growHeapSlowly(80);
  warnOfUnsupported(config, environment.log);
  const pages = await pagesOf(environment, repository);
  return {
    repository,
    config,
    pages,
    now: environment.clock.now(),
    configRequests: shared.requests,
    log: environment.log,
    threads: assessThreads,
    async readPull() {
      const { event, gitlab } = environment;
      if (event !== null || !gitlab.isRunner || gitlab.mergeRequest === null)
        return { pull: event?.pull ?? null, requests: { total: 0, writes: 0 } };
      const { readPipelineRequest } = await import("./wiring.ci.gitlab-merge-request.js");
      return readPipelineRequest(environment, repository, gitlab.mergeRequest);
    },
    async openForge() {
      const [{ openForge }, { openHistory }] = await Promise.all([
        import("./wiring.forge.js"),
        import("./wiring.history.js")
      ]);
      const forge = await openForge(environment, repository, config);
      const history = openHistory(environment, repository);
      const close = async () => {
        await Promise.all([forge?.close(), history[Symbol.asyncDispose]()]);
      };
      return { forge, history, [Symbol.asyncDispose]: close };
    }
  };
}

export {
  assessThreads,
  configOnDisk,
  configOfCommit,
  pagesOf,
  sharedConfigs,
  keepHeapSmall,
  growHeapSlowly,
  warnOfUnsupported,
  loadParser,
  configPlace,
  openCheckout
};
