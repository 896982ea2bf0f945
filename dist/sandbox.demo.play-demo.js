import {
  startSandbox
} from "./sandbox.start-sandbox.shared.js";
import "./sandbox.stack.html.body-html.js";
import "./sandbox.stack.oauth.decide.js";
import "./sandbox.stack.html.html-encode.js";
import "./sandbox.exchange.respond.js";
import "./sandbox.exchange.match-path.js";
import "./sandbox.github.tokens.js";
import "./npm.zod.js";
import "./model.image.js";
import "./model.is-digest.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:fs/promises?sandbox/demo/play-demo.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one = (name) => all[name];
var $writeFile = /* @__PURE__ */ one("writeFile");
var $appendFile = /* @__PURE__ */ one("appendFile");

// builtin-import:node:path?sandbox/demo/play-demo.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one2 = (name) => all2[name];
var $join = /* @__PURE__ */ one2("join");

// builtin-import:node:child_process?sandbox/demo/open-stage.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
var one3 = (name) => all3[name];
var $execFile = /* @__PURE__ */ one3("execFile");
var $spawn = /* @__PURE__ */ one3("spawn");

// builtin-import:node:fs/promises?sandbox/demo/open-stage.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one4 = (name) => all4[name];
var $cp = /* @__PURE__ */ one4("cp");
var $rm = /* @__PURE__ */ one4("rm");
var $mkdtemp = /* @__PURE__ */ one4("mkdtemp");
var $writeFile2 = /* @__PURE__ */ one4("writeFile");
var $readFile = /* @__PURE__ */ one4("readFile");

// builtin-import:node:os?sandbox/demo/open-stage.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one5 = (name) => all5[name];
var $tmpdir = /* @__PURE__ */ one5("tmpdir");

// builtin-import:node:path?sandbox/demo/open-stage.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one6 = (name) => all6[name];
var $join2 = /* @__PURE__ */ one6("join");

// sandbox/github/control/fake-github-client.ts
function fakeGitHubClient(call, root = "github") {
  const post = async (name, body) => await call(`${root}/${name}`, body);
  return {
    at: (repository) => fakeGitHubClient(call, `github/repositories/${repository}`),
    newRepository: (repository) => post("new-repository", repository),
    commit: (files, branch) => post("commit", { files, ...branch !== void 0 && { branch } }),
    merge: (number) => post("merge", { number }),
    state: async () => await call(root),
    log: async (since = 0) => await call(`${root}/log?since=${since}`),
    repository: (change) => post("repository", change),
    permissions: (permissions, token = "job") => post("permissions", { token, permissions }),
    user: (user) => post("user", user),
    pullRequest: (pull) => post("pull-request", pull),
    pullRequests: (pulls) => post("pull-requests", { pulls }),
    labels: (names) => post("labels", { names }),
    label: (number, change) => post("label", { number, ...change }),
    comment: (number, by, body, app) => post("comment", { number, by, body, ...app !== void 0 && { app } }),
    editComment: (id, body, by) => post("edit-comment", { id, body, ...by !== void 0 && { by } }),
    deleteComment: (id) => post("delete-comment", { id }),
    environment: (environment) => post("environment", environment),
    deleteEnvironment: (name) => post("delete-environment", { name }),
    run: (run2) => post("run", run2),
    rerun: (run2, by) => post("rerun", { run: run2, by }),
    approve: (approval) => post("approve", approval),
    release: (release) => post("release", release),
    deleteRelease: (tag) => post("delete-release", { tag }),
    file: (file) => post("file", file),
    fault: (...faults) => post("faults", faults),
    clearFaults: () => post("clear-faults", {}),
    rateLimit: (token, remaining) => post("rate-limit", { token, remaining })
  };
}

// sandbox/stack/control/fake-stack-client.ts
function fakeStackClient(call) {
  const ids = async (body) => (await call("seed", body)).ids;
  return {
    state: async () => await call(""),
    log: async (since = 0) => await call(`log?since=${since}`),
    posts: async () => await call("posts"),
    post: async (id) => await call(`posts/${id}`),
    reset: async () => void await call("reset", {}),
    switches: async (patch) => await call("switches", patch),
    fault: async (...faults) => await call("faults", faults),
    clearFaults: async () => void await call("clear-faults", {}),
    advance: async (seconds) => Date.parse((await call("clock", { seconds })).now),
    edit: async (id, edit) => await call("edit", { id, ...edit }),
    delete: async (id) => await call("delete", { id }),
    restore: async (id) => await call("restore", { id }),
    lock: async (id, locked = true) => await call("lock", { id, locked }),
    seed: (posts) => ids({ posts }),
    seedMany: (count, owner = "account") => ids({ count, owner })
  };
}

// sandbox/demo/destinations.ts
var fast = { articlesPerMinute: 0 };
var demoDestinations = {
  "business-v3": {
    sandbox: { tier: "business", team: "acme-platform" },
    api: "v3",
    about: "a team, over API v3"
  },
  "business-v2.3": {
    sandbox: { tier: "business", team: "acme-platform", switches: fast },
    api: "v2.3",
    about: "a team, over API v2.3, without its limit of one Article a minute"
  },
  "enterprise-v3": {
    sandbox: { tier: "enterprise", team: null },
    api: "v3",
    about: "the main site of an Enterprise, over API v3"
  },
  "enterprise-team-v3": {
    sandbox: { tier: "enterprise", team: "acme-platform" },
    api: "v3",
    about: "a private team of an Enterprise, over API v3"
  },
  "enterprise-v2.3": {
    sandbox: { tier: "enterprise", team: null, switches: fast },
    api: "v2.3",
    about: "the main site of an Enterprise, over API v2.3, without its limit of one Article a minute"
  }
};
function demoDestination(name) {
  const known = Object.hasOwn(demoDestinations, name) ? demoDestinations[name] : void 0;
  if (known) return known;
  throw new Fault("usage", "usage", `Cannot play the demo on ${JSON.stringify(name)}.`, {
    remedy: `Give one of ${Object.keys(demoDestinations).join(", ")}.`
  });
}

// sandbox/demo/open-stage.ts
async function openStage(options) {
  const { command, example, variables, print } = options;
  must(example !== null, "the folder examples/handbook of the package");
  const folder = await $mkdtemp($join2($tmpdir(), "stack-publish-demo-"));
  const { api, about, sandbox: kind } = demoDestination(options.destination);
  const sandbox = await startSandbox({ ...kind, github: { private: true } });
  const site = fakeStackClient(sandbox.control);
  const articles = async () => (await site.posts()).filter((post) => post.kind === "article");
  const say = (text) => {
    print("");
    print(text, "heading");
  };
  const show = (text, limit = Infinity) => {
    const lines = text.trimEnd().split("\n");
    const more = lines.length - limit;
    for (const each of lines.slice(0, limit)) print(`  ${each}`);
    if (more > 0) print(`  … ${more} more lines`, "faint");
  };
  const git = (...args) => run("git", ["-C", folder, ...identity, ...args], variables);
  const commit = async (message) => {
    must((await git("add", "-A")).code === 0, "git add");
    must((await git("commit", "-qm", message)).code === 0, "git commit");
  };
  const head = async (tag) => {
    if (tag !== void 0) must((await git("tag", tag)).code === 0, "git tag");
    return (await git("rev-parse", "HEAD")).stdout.trim();
  };
  const cli = (...args) => {
    print(`$ stack-publish ${args.join(" ")}`, "faint");
    return quietly(...args);
  };
  const { github } = sandbox;
  const { url, team } = sandbox.stack;
  const cliEnv = {
    ...variables,
    CI: "",
    STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
    STACK_API_KEY: sandbox.stack.tokens.key,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_SERVER_URL: github.url,
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_TOKEN: github.tokens.job
  };
  const quietly = (...args) => run(process.execPath, [command, ...args, "--cwd", folder], cliEnv);
  const json = async (...args) => JSON.parse((await quietly(...args, "--json")).stdout);
  const approval = async () => {
    const { digest } = await json("plan");
    must(digest !== null, "a plan to approve");
    return ["publish", "--digest", digest];
  };
  const replaceIn = async (file, from, to) => {
    const text = await $readFile(file, "utf8");
    must(text.includes(from), `"${from}" in the page`);
    await $writeFile2(file, text.replace(from, to));
  };
  const killedOnce = async (happened, args) => {
    const child = $spawn(process.execPath, [command, ...args, "--cwd", folder], {
      env: cliEnv,
      stdio: "ignore"
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    for (let tries = 0; tries < 500 && !await happened(); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await ended;
  };
  await $cp(example, folder, { recursive: true });
  await replaceIn(
    $join2(folder, ".github/stack-publish.yml"),
    "destination: { tier: business, team: acme-platform }",
    destinationLines(sandbox.stack, api)
  );
  must((await git("init", "-q", "-b", "main")).code === 0, "git init");
  await $writeFile2($join2(folder, ".gitignore"), ".stack-publish/\n");
  await commit("Write down what we know");
  return {
    folder,
    about,
    addressOf: (post) => `${url}${team === null ? "" : `/c/${team}`}/${post.kind}s/${post.id}`,
    site,
    fakeGitHub: fakeGitHubClient(sandbox.control),
    articles,
    say,
    show,
    commit,
    head,
    cli,
    json,
    approval,
    replaceIn,
    killedOnce,
    async [Symbol.asyncDispose]() {
      await sandbox.close();
      await $rm(folder, { recursive: true, force: true });
    }
  };
}
function destinationLines({ tier, team, url }, api) {
  const place = team === null ? "" : `team: ${team}, `;
  const limits = api === "v3" ? "" : "\nlimits: { articles-per-minute: 600 }";
  return `destination: { tier: ${tier}, ${place}url: "${url}", api: ${api} }${limits}`;
}
var NotSo = class extends Error {
};
function must(so, what) {
  if (!so) throw new NotSo(what);
}
var identity = [
  // Nothing of the machine's own git takes part.
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "user.name=Demo",
  "-c",
  "user.email=demo@example.com",
  "-c",
  "commit.gpgSign=false"
];
function run(command, args, env) {
  return new Promise((resolve) => {
    $execFile(command, args, { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

// sandbox/demo/play-demo.ts
async function playDemo({ keep, error, ...options }) {
  const { print } = options;
  const started = performance.now();
  try {
    var _stack = [];
    try {
      const stage = __using(_stack, await openStage(options), true);
      print(`A handbook with four marked pages, and a sandbox of Stack Internal: ${stage.about}.`);
      await tell(stage, print);
      stage.say("The posts, as readers see them:");
      for (const post of await stage.site.posts())
        if (post.kind !== "answer") print(`  ${stage.addressOf(post)}  ${post.title}`);
      const seconds = ((performance.now() - started) / 1e3).toFixed(1);
      stage.say(`All of this happened, in ${seconds} s.`);
      if (keep) {
        print(`The repository is ${stage.folder}. Stop the sandbox with Ctrl+C.`);
        await new Promise((resolve) => process.once("SIGINT", resolve));
      } else {
        print("Look at them with: stack-publish demo --keep");
      }
      return true;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (cause) {
    if (!(cause instanceof NotSo)) throw cause;
    error(`The demo did not go as told: expected ${cause.message}`);
    return false;
  }
}
async function tell(stage, print) {
  const { folder, site, fakeGitHub, articles, say, show, commit, cli, json } = stage;
  const { approval, replaceIn, killedOnce } = stage;
  say("1. Plan: what would be posted where, under which account, every byte of it.");
  const planned = await cli("plan");
  must(planned.code === 0, planned.stderr);
  show(planned.stdout, 18);
  show(planned.stdout.trimEnd().split("\n").slice(-3).join("\n"));
  const { digest } = await json("plan");
  must(digest !== null, "a plan with a digest");
  say("2. Without an approval nothing is published.");
  const refused = await cli("publish");
  show(refused.stderr);
  must(refused.code === 3, "exit code 3");
  must((await articles()).length === 0, "no post on the site");
  say("3. Approved: just that plan is carried out.");
  const published = await cli("publish", "--digest", digest);
  show(published.stdout);
  must(published.code === 0, published.stderr);
  must((await articles()).length === 4, "four posts");
  say("4. Again: nothing to do.");
  const again = await json("plan");
  print("$ stack-publish plan", "faint");
  const { site: requests } = again.requests;
  show(
    `${again.counts.unchanged} unchanged; ${requests.total} requests to the site, ${requests.writes} of them writes`
  );
  must(
    again.digest === null && requests.total <= 3 && requests.writes === 0,
    "a silent second run"
  );
  say("5. A colleague edits a post on the site: that edit is kept.");
  const posts = await articles();
  const onCall = posts.find(({ title }) => title.startsWith("On call"));
  must(onCall !== void 0, "the post about being on call");
  await site.edit(onCall.id, { body: `${onCall.body}
The incidents channel is #incidents.
` });
  const kept = await cli("plan");
  show(kept.stdout);
  must(kept.stdout.includes("edited on the site"), "the edit is reported");
  must((await site.post(onCall.id)).body.includes("#incidents"), "the edit is still there");
  say("6. A file changes: its post is updated in place, after a look at the difference.");
  const flags = $join(folder, "docs/feature-flags.md");
  await replaceIn(flags, "at most 30 days", "at most 20 days");
  await commit("Shorten the life of release flags");
  const changed = await cli("plan");
  show(changed.stdout.split("\n").slice(0, 10).join("\n"));
  const next = await json("plan");
  const updated = await cli("publish", "--digest", next.digest ?? "");
  show(updated.stdout);
  must(updated.code === 0, updated.stderr);
  const flag = (await articles()).find(({ title }) => title.startsWith("Feature flags"));
  must(flag?.body.includes("at most 20 days") === true, "the new text on the site");
  say("7. The answer to a create gets lost on its way. The post is looked for, not posted again.");
  await $writeFile(
    $join(folder, "docs/backups.md"),
    "---\ntitle: Restoring a backup, step by step\ntags: [backups]\nstack: article\n---\n\nA backup that was never restored is a hope. Restore one every month.\n"
  );
  await commit("Tell how to restore a backup");
  const create = await json("plan");
  await site.fault({ kind: "lost", method: "POST", path: "/articles" });
  const lost = await cli("publish", "--digest", create.digest ?? "");
  show(lost.stdout);
  must(lost.code === 0, lost.stderr);
  const copies = (await articles()).filter(({ title }) => title.startsWith("Restoring"));
  must(copies.length === 1, "the post exists once");
  say("8. The source changes, and so did the post: other lines of both. The two are merged.");
  const page = $join(folder, "docs/on-call-first-hour.md");
  await replaceIn(page, "within five minutes", "within three minutes");
  await commit("Acknowledge sooner");
  const merging = await cli("plan");
  show(merging.stdout.split("\n").slice(0, 12).join("\n"));
  must(merging.stdout.includes("merge  "), "a merge to approve");
  must((await cli(...await approval())).code === 0, "the merge is published");
  const merged = (await site.post(onCall.id)).body;
  must(merged.includes("within three minutes"), "the source's change");
  must(merged.includes("#incidents"), "the colleague's change");
  say("9. Both change the same line: the page is held until somebody decides.");
  await site.edit(flag.id, { body: flag.body.replace("at most 20 days", "at most 45 days") });
  await replaceIn(flags, "at most 20 days", "at most 14 days");
  await commit("Shorten it again");
  const conflict = await cli("plan");
  show(conflict.stdout);
  must(conflict.stdout.includes("held  docs/feature-flags.md: conflict"), "a conflict is held");
  const resolved = await cli("resolve", "docs/feature-flags.md", "source");
  show(resolved.stdout);
  must(resolved.code === 0, resolved.stderr);
  must((await cli(...await approval())).code === 0, "the resolution is published");
  must((await site.post(flag.id)).body.includes("at most 14 days"), "the source's text");
  say("10. The run is killed right after the site made a post, before it could write that down.");
  await $writeFile(
    $join(folder, "docs/certificates.md"),
    "---\ntitle: Which certificates expire next\ntags: [tls]\nstack: article\n---\n\nRun `edgectl certs list --sort end` on Mondays.\n"
  );
  await commit("List the certificates");
  const crash = await approval();
  await site.fault({ kind: "lost", method: "POST", path: "/articles", end: "silence" });
  const named = async () => (await articles()).filter(({ title }) => title.startsWith("Which certificates"));
  print(`$ stack-publish ${crash.join(" ")}`, "faint");
  await killedOnce(async () => (await named()).length === 1, crash);
  show("killed");
  const recovered = await cli(...crash);
  show(recovered.stdout);
  must(recovered.code === 0, recovered.stderr);
  must((await named()).length === 1, "the post exists once");
  say("11. A FAQ file: each heading is a question, what follows is its accepted answer.");
  await $writeFile(
    $join(folder, "docs/faq.md"),
    "---\ntags: [tls]\nstack: faq\n---\n\n## How often are TLS keys rotated?\n\nEvery 60 days, and at once when a laptop was lost.\n\n## Who may rotate them at night?\n\nWhoever is on call: the role `edge-operator` comes with it.\n"
  );
  await commit("Answer what people ask about keys");
  const asked = await cli(...await approval());
  show(asked.stdout);
  must(asked.code === 0, asked.stderr);
  const accepted = (await site.posts()).filter(
    (post) => post.kind === "question" && post.accepted !== null
  );
  must(accepted.length === 2, "two questions with accepted answers");
  say("12. A merged pull request with the label `stack:article`: its release note, and no more.");
  const today = (/* @__PURE__ */ new Date()).toISOString();
  await fakeGitHub.pullRequest({
    number: 128,
    title: "feat(edge): reload certificates without a restart",
    body: "Refactors the loader.\n\n```release-note\nThe edge proxy picks up new certificates within a minute. No restart is needed any more.\n```\n\nReviewed with the platform team.\n",
    labels: ["stack:article"],
    state: "merged",
    merged: today,
    updated: today
  });
  const notes = await cli("plan");
  show(notes.stdout.split("\n").slice(0, 8).join("\n"));
  const released = await cli(...await approval());
  show(released.stdout);
  must(released.code === 0, released.stderr);
  const note = (await articles()).find(({ title }) => title.startsWith("reload certificates"));
  must(note !== void 0 && !note.body.includes("Refactors"), "the note alone is posted");
  await tellOfRelease(stage);
  const last = await json("publish");
  must(last.decision === "none", "nothing left to do");
}
async function tellOfRelease({
  folder,
  fakeGitHub,
  articles,
  say,
  show,
  commit,
  head,
  cli,
  approval
}) {
  say("13. A release: one Article of the notes in it, in sections, each with its link.");
  const config = $join(folder, ".github/stack-publish.yml");
  const releases = "sources: { releases: { tags: ['v*'], sections: { feature: New, bug: Fixed } } }\n";
  await $appendFile(config, releases);
  await commit("Publish releases");
  const merge = async (number, label, note) => {
    await $writeFile($join(folder, `change-${number}.txt`), note);
    await commit(`Merge pull request #${number}`);
    const body = `\`\`\`release-note
${note}
\`\`\`
`;
    const labels = ["stack:article", label];
    const mergeCommit = await head();
    await fakeGitHub.pullRequest({
      number,
      title: `Change ${number}`,
      body,
      labels,
      state: "merged",
      mergeCommit
    });
  };
  await merge(
    129,
    "feature",
    "Certificates are checked every hour, and the on-call is paged a week before one ends."
  );
  await merge(130, "bug", "The proxy keeps its conections when a certificate is replaced.");
  await head("v1.4.0");
  const name = "Edge proxy 1.4: certificates without a restart";
  await fakeGitHub.release({ tag: "v1.4.0", name });
  const made = await cli(...await approval());
  show(made.stdout);
  must(made.code === 0, made.stderr);
  const release = async () => (await articles()).filter(({ title }) => title === name);
  const [article] = await release();
  must(article !== void 0 && article.body.includes("## New"), "one Article with its sections");
  show(article.body);
  say("14. A note of it is corrected: the same Article, updated in place.");
  await fakeGitHub.pullRequest({
    number: 130,
    body: "```release-note\nThe proxy keeps its connections when a certificate is replaced.\n```\n"
  });
  const corrected = await cli(...await approval());
  show(corrected.stdout);
  must(corrected.code === 0, corrected.stderr);
  const after = await release();
  must(
    after.length === 1 && after[0]?.body.includes("connections") === true,
    "one corrected Article"
  );
}
export {
  playDemo
};
