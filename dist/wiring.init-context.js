import {
  createForgeSetup,
  shippedWorkflows
} from "./adapters.github.forge-setup.js";
import {
  workflowsOf
} from "./wiring.workflows-of.js";
import {
  openWholeFile
} from "./adapters.whole-file.shared.js";
import {
  fileUnwritable
} from "./adapters.text-files.js";
import {
  configOnDisk,
  configPlace,
  loadParser,
  sharedConfigs
} from "./wiring.configuration.shared.js";
import "./wiring.evidence.js";
import {
  openRepository
} from "./adapters.git.repository.js";
import "./config.config-paths.js";
import {
  currentRef
} from "./adapters.git.head.js";
import "./approval.asserted.js";
import "./adapters.git.commit-tree.js";
import "./adapters.github.approval-forge.js";
import "./adapters.git.read-blobs.js";
import "./curation.rule-ids.js";
import {
  gitHubPages
} from "./model.forge-addresses.js";
import {
  tryGit
} from "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  gitHubName,
  gitHubOptions,
  gitHubToken
} from "./wiring.forge.shared.js";
import {
  isElsewhere
} from "./commands.audience-of.js";
import {
  parseRepositoryName
} from "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.github.labels.js";
import "./adapters.github.repository-about.js";
import "./adapters.github.open-github.js";
import "./adapters.http.in-flight-pacer.js";
import "./adapters.shape.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:fs?src/adapters/new-files.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one = (name) => all[name];
var $constants = /* @__PURE__ */ one("constants");

// builtin-import:node:fs/promises?src/adapters/new-files.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one2 = (name) => all2[name];
var $open = /* @__PURE__ */ one2("open");
var $rm = /* @__PURE__ */ one2("rm");
var $mkdir = /* @__PURE__ */ one2("mkdir");
var $lstat = /* @__PURE__ */ one2("lstat");

// builtin-import:node:path?src/adapters/new-files.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name) => all3[name];
var $join = /* @__PURE__ */ one3("join");
var $dirname = /* @__PURE__ */ one3("dirname");

// src/adapters/new-files.ts
function newFiles(root) {
  const isReachable = async (path) => {
    const folders = path.split("/").slice(0, -1);
    for (const at of folders.keys()) {
      const found = await $lstat($join(root, ...folders.slice(0, at + 1))).catch(() => null);
      if (found === null) return true;
      if (!found.isDirectory()) return false;
    }
    return true;
  };
  return {
    async read(path) {
      if (!await isReachable(path)) return "something else";
      try {
        var _stack = [];
        try {
          const flags = $constants.O_RDONLY | $constants.O_NOFOLLOW | $constants.O_NONBLOCK;
          const file = __using(_stack, await $open($join(root, path), flags), true);
          if (!(await file.stat()).isFile()) return "something else";
          return { text: await file.readFile("utf8") };
        } catch (_) {
          var _error = _, _hasError = true;
        } finally {
          var _promise = __callDispose(_stack, _error, _hasError);
          _promise && await _promise;
        }
      } catch (error) {
        return errnoOf(error) === "ENOENT" ? "nothing" : "something else";
      }
    },
    /** Writes a file that is not there yet, with its folders. Throws `file-unwritable`. */
    async create(path, text) {
      const target = $join(root, path);
      try {
        await $mkdir($dirname(target), { recursive: true });
        const file = await $open(target, "wx");
        try {
          await file.writeFile(text);
        } catch (error) {
          await $rm(target, { force: true });
          throw error;
        } finally {
          await file.close();
        }
      } catch (error) {
        throw fileUnwritable(path, errnoOf(error), error);
      }
    },
    /** Puts a text in the place of what a file has. Throws `file-unwritable`. */
    async replace(path, text) {
      await (await openWholeFile(root, path, { isSecret: false })).write(text);
    }
  };
}

// src/wiring/init-context.ts
async function openInit(environment) {
  if (environment.configFile !== null)
    throw new Fault("usage", "usage", "Cannot set up: --config names a file, expected none.", {
      remedy: "Leave it out: the configuration is written where every command looks for it."
    });
  const repository = await openRepository(environment.cwd);
  const [parser, remote] = await Promise.all([loadParser(), repository.remote("origin")]);
  const place = configPlace(environment, repository);
  const found = await configOnDisk(place).catch((error) => {
    if (error instanceof Fault && error.code === "config-not-found") return null;
    throw error;
  });
  const shared = sharedConfigs(environment, repository, { mayMiss: false });
  const parse = (each) => parser(each, shared, (path) => configOnDisk({ ...place, file: null, usual: [path] }));
  const config = found && { config: await parse(found), name: found.name };
  const github = await gitHubOf(environment, repository);
  const [workflows, shipped, branch] = await Promise.all([
    repository.workingTree().then(workflowsOf),
    shippedWorkflows("workflows"),
    branchOf(repository.root)
  ]);
  return {
    repository,
    files: newFiles(repository.root),
    config,
    parse: (text, name) => parse({ text, name }),
    github,
    host: remote === null ? null : hostOf(remote),
    branch,
    workflows,
    shipped,
    async isIgnored(path) {
      const args = ["--no-literal-pathspecs", "check-ignore", "--quiet", "--no-index", "--"];
      return (await tryGit(repository.root, [...args, `./${path}`])).code === 0;
    },
    async [Symbol.asyncDispose]() {
      await github?.setup?.close();
    }
  };
}
async function gitHubOf(environment, repository) {
  const name = await gitHubName(environment, repository);
  if (name === null || environment.github.isGitea) return null;
  const named = parseRepositoryName(name);
  if (!named)
    throw new Fault(
      "usage",
      "usage",
      `Cannot set up: the repository on GitHub is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: "Correct GITHUB_REPOSITORY, or the remote `origin`." }
    );
  const token = gitHubToken(environment);
  return {
    name,
    pages: gitHubPages(environment.github.serverUrl, name),
    setup: token === null ? null : createForgeSetup(gitHubOptions(environment, named, token))
  };
}
async function branchOf(root) {
  const args = ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"];
  const { code, stdout } = await tryGit(root, args);
  const ref = code === 0 ? stdout.toString("utf8").trim() : null;
  const name = ref ?? await currentRef(root) ?? "refs/heads/main";
  return name.replace(/^refs\/(?:remotes\/origin|heads)\//, "");
}
function hostOf(address) {
  if (!isElsewhere(address)) return URL.parse(address)?.host ?? "";
  return URL.parse(address)?.host || (/^(?:[^@/]*@)?([^:/]+):/.exec(address)?.[1] ?? "");
}
export {
  openInit
};
