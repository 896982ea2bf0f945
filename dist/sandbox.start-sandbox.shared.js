import {
  FaultQueue,
  applicationOf,
  bodyHtml,
  clientIds,
  defaultSwitches,
  faultSchema,
  switchesPatchSchema,
  withPatch
} from "./sandbox.stack.html.body-html.js";
import {
  decide,
  redirectWith
} from "./sandbox.stack.oauth.decide.js";
import {
  groups,
  htmlEncode,
  people,
  personById,
  personNames
} from "./sandbox.stack.html.html-encode.js";
import {
  Exchange,
  RateLimit,
  date,
  id,
  login,
  misuse,
  pathSegments,
  pullSchema,
  putPull,
  receive,
  respond,
  userOf,
  wait
} from "./sandbox.exchange.respond.js";
import {
  htmlType,
  jsonReply,
  jsonType,
  matchPath,
  send,
  textReply,
  textType,
  withRetryAfter
} from "./sandbox.exchange.match-path.js";
import {
  Directory,
  callerOf,
  commitFiles,
  mergeCommits,
  permissionNames,
  putBranch,
  roles,
  teams,
  tokenNames,
  tokenStrings
} from "./sandbox.github.tokens.js";
import {
  _enum,
  _gte,
  _lte,
  _minLength,
  _positive,
  _regex,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  nullable,
  number,
  optional,
  partialRecord,
  record,
  strictObject,
  string,
  union
} from "./npm.zod.js";
import {
  imageTypeOf,
  imageTypes,
  mostImageBytes
} from "./model.image.js";
import {
  Fault
} from "./model.error.js";

// sandbox/control/check-shape.ts
function checkShape(schema, value, what) {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === void 0 || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  throw new Fault("usage", "usage", `Cannot take ${what}: ${expectation(issue)}${where}.`, {
    remedy: "Correct the value and send it again.",
    cause: result.error
  });
}
function expectation(issue) {
  if (issue?.code === "unrecognized_keys")
    return `it has an unknown member ${issue.keys.join(", ")}`;
  if (issue?.code === "invalid_value") return `expected ${issue.values.map(String).join(", ")}`;
  if (issue?.code === "invalid_type") return `expected ${issue.expected}`;
  return "the value does not fit";
}

// sandbox/github/control/put-file.ts
var fileSchema = strictObject({
  /** OWNER/NAME, other than the repository that is served whole. */
  repository: string().check(_regex(/^[\w.-]+\/[\w.-]+$/)),
  path: string().check(_minLength(1)),
  /** Null takes it away. */
  text: nullable(string()),
  /** A branch, a tag or a commit; the default branch where it is left out. */
  ref: optional(string()),
  private: optional(boolean())
});
function putFile(github, input) {
  const [owner = "", name2 = ""] = input.repository.split("/");
  const key = input.repository.toLowerCase();
  const known2 = github.others.get(key);
  const files2 = new Map(known2?.files);
  const at = `${input.ref ?? "HEAD"}:${input.path}`;
  if (input.text === null) files2.delete(at);
  else files2.set(at, input.text);
  const closed = input.private ?? known2?.private ?? false;
  github.others.set(key, { owner, name: name2, private: closed, files: files2 });
  return { repository: input.repository, private: closed, files: [...files2.keys()] };
}

// sandbox/github/control/put-release.ts
var releaseSchema = strictObject({
  tag: string().check(_minLength(1)),
  name: optional(nullable(string())),
  body: optional(nullable(string())),
  draft: optional(boolean()),
  prerelease: optional(boolean()),
  /** What the tag is made at, where it is not there: a branch or a commit. */
  target: optional(string()),
  author: optional(login),
  created: optional(date),
  published: optional(date),
  updated: optional(date)
});
async function putRelease(github, input) {
  const now = github.clock.now();
  const at = (text) => text === void 0 ? void 0 : Date.parse(text);
  const known2 = github.releases.get(input.tag);
  const draft = input.draft ?? known2?.draft ?? false;
  const target = input.target ?? known2?.target ?? github.defaultBranch;
  const created = at(input.created) ?? known2?.created ?? now;
  const release = {
    id: known2?.id ?? github.newId(),
    tag: input.tag,
    name: input.name === void 0 ? known2 ? known2.name : input.tag : input.name,
    body: input.body === void 0 ? known2?.body ?? null : input.body,
    draft,
    prerelease: input.prerelease ?? known2?.prerelease ?? false,
    target,
    author: known2?.author ?? userOf(github, input.author ?? "mia-maintain"),
    created,
    published: draft ? null : at(input.published) ?? known2?.published ?? at(input.created) ?? now,
    updated: at(input.updated) ?? (known2 ? now : at(input.published) ?? created)
  };
  if (!draft) await github.git.tag(input.tag, target);
  github.releases.set(release.tag, release);
  return release;
}

// sandbox/control/command.ts
function command(name2, schema, run2) {
  return [
    name2,
    (target, body) => run2(target, checkShape(schema, body ?? {}, `the body of ${name2}`))
  ];
}
function faultCommands(report) {
  return [
    [
      "faults",
      (target, body) => {
        const specs = Array.isArray(body) ? body : [body];
        for (const spec of checkShape(array(faultSchema), specs, "the faults"))
          target.faults.add(spec);
        return report(target);
      }
    ],
    command("clear-faults", strictObject({}), (target) => {
      target.faults.clear();
      return report(target);
    })
  ];
}

// builtin-import:node:crypto?sandbox/github/fake-github.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name2) => all[name2];
var $createHash = /* @__PURE__ */ one("createHash");

// sandbox/exchange/late-commits.ts
var LateCommits = class {
  #clock;
  #waiting = [];
  #timer = null;
  constructor(clock) {
    this.#clock = clock;
  }
  get size() {
    return this.#waiting.length;
  }
  add(seconds, clock, run2) {
    this.#waiting.push({ due: this.#now(clock) + seconds * 1e3, clock, run: run2 });
    this.#arm();
  }
  clear() {
    this.#waiting = [];
    this.#arm();
  }
  /** Carries out, in order, what is due. Also to be called when the sandbox's clock was moved. */
  async carryOutDue() {
    const due = this.#waiting.filter((commit) => commit.due <= this.#now(commit.clock));
    this.#waiting = this.#waiting.filter((commit) => !due.includes(commit));
    this.#arm();
    due.sort((a, b) => a.due - b.due);
    for (const commit of due) await commit.run(commit.clock === "site" ? commit.due : null);
  }
  #now(clock) {
    return clock === "site" ? this.#clock.now() : Date.now();
  }
  #arm() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    const waits = this.#waiting.map((commit) => commit.due - this.#now(commit.clock));
    const next = Math.min(Math.max(0, Math.min(...waits)), 6e4);
    this.#timer = setTimeout(() => void this.carryOutDue(), next);
  }
};

// sandbox/exchange/request-log.ts
var kept = 2e4;
var RequestLog = class {
  #entries = [];
  #count = 0;
  open(request) {
    const entry = {
      number: ++this.#count,
      ...request,
      sent: null,
      token: null,
      status: null,
      wrote: false,
      fault: null
    };
    this.#entries.push(entry);
    if (this.#entries.length > kept * 2) this.#entries = this.#entries.slice(-kept);
    return entry;
  }
  /** The entries after a number, oldest first. */
  since(number2) {
    return this.#entries.filter((entry) => entry.number > number2);
  }
  get count() {
    return this.#count;
  }
  clear() {
    this.#entries = [];
    this.#count = 0;
  }
};

// builtin-import:node:child_process?sandbox/github/git/git-server.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
var one2 = (name2) => all2[name2];
var $execFile = /* @__PURE__ */ one2("execFile");
var $spawn = /* @__PURE__ */ one2("spawn");

// builtin-import:node:events?sandbox/github/git/git-server.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:events");
var one3 = (name2) => all3[name2];
var $once = /* @__PURE__ */ one3("once");

// builtin-import:node:fs/promises?sandbox/github/git/git-server.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one4 = (name2) => all4[name2];
var $rm = /* @__PURE__ */ one4("rm");
var $mkdtemp = /* @__PURE__ */ one4("mkdtemp");
var $appendFile = /* @__PURE__ */ one4("appendFile");

// builtin-import:node:os?sandbox/github/git/git-server.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one5 = (name2) => all5[name2];
var $tmpdir = /* @__PURE__ */ one5("tmpdir");
var $devNull = /* @__PURE__ */ one5("devNull");

// builtin-import:node:path?sandbox/github/git/git-server.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one6 = (name2) => all6[name2];
var $join = /* @__PURE__ */ one6("join");

// builtin-import:node:util?sandbox/github/git/git-server.ts
var all7 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one7 = (name2) => all7[name2];
var $promisify = /* @__PURE__ */ one7("promisify");

// sandbox/github/git/git-server.ts
var run = $promisify($execFile);
var repositoryName = "repository.git";
var settings = {
  // As on the real site: a commit may be fetched by its id, and without its files.
  "uploadpack.allowAnySHA1InWant": "true",
  "uploadpack.allowFilter": "true",
  "http.getanyfile": "false",
  // Nothing may work on the folder after an answer: it is removed at the end.
  "receive.autogc": "false",
  "gc.auto": "0"
};
var GitServer = class {
  #seed;
  #folder = null;
  #running = /* @__PURE__ */ new Set();
  constructor(seed2) {
    this.#seed = seed2;
  }
  /** Makes the repository where it is not there yet, and returns its folder. */
  open() {
    return this.#folder ??= this.#create();
  }
  async #create() {
    const root = await $mkdtemp($join($tmpdir(), "sandbox-github-"));
    const folder = $join(root, repositoryName);
    const git = (...args) => run("git", args, { env: gitEnvironment(), cwd: root });
    await git("init", "-q", "--bare", "--template=", "--initial-branch=main", folder);
    const lines = Object.entries(settings).map(([key, value]) => {
      const [section = "", name2 = ""] = key.split(".");
      return `[${section}]
	${name2} = ${value}
`;
    });
    await $appendFile($join(folder, "config"), lines.join(""));
    const refs = ["+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"];
    if (this.#seed !== null) await git("-C", folder, "fetch", "-q", this.#seed, ...refs);
    return root;
  }
  /** The commit that a ref names, or null. Never makes the repository. */
  async resolve(ref) {
    if (this.#folder === null && this.#seed === null) return null;
    const folder = $join(await this.open(), repositoryName);
    try {
      const args = ["-C", folder, "rev-parse", "--verify", "--quiet", "--end-of-options", ref];
      return (await run("git", args, { env: gitEnvironment() })).stdout.trim();
    } catch {
      return null;
    }
  }
  /** The commits from one back that changed a file, newest first; null: all of them. */
  async history(from, path) {
    const args = ["rev-list", "--max-count=200", "--end-of-options", from, "--"];
    return this.#lines(...args, ...path === null ? [] : [`:(literal)${path}`]);
  }
  /** Whether a merge brought a commit to the branch that it merged into. */
  async brings(merge, commit) {
    const range = ["--end-of-options", `${merge}^1..${merge}^2`, "--"];
    return (await this.#lines("rev-list", ...range)).includes(commit);
  }
  /** The files that were changed since one commit parted from another, each with what became of it. */
  async changes(from, to) {
    const range = ["--end-of-options", `${from}...${to}`, "--"];
    const named = await this.#run("diff", "--name-status", "--no-renames", "-z", ...range);
    const parts = named.split("\0");
    return parts.flatMap(
      (status, index) => index % 2 === 0 && status !== "" ? [[status, parts[index + 1] ?? ""]] : []
    );
  }
  /** Runs git in the repository, which is made where it is not there yet. Throws what git says. */
  async command(args, {
    input = "",
    env = {}
  } = {}) {
    const folder = $join(await this.open(), repositoryName);
    const running = run("git", ["-C", folder, ...args], {
      env: gitEnvironment(env),
      encoding: "buffer",
      maxBuffer: 5e7
    });
    running.child.stdin?.on("error", () => void 0).end(input);
    return (await running).stdout;
  }
  async #lines(...args) {
    return (await this.#run(...args)).split("\n").filter((line) => line !== "");
  }
  /** What git says; nothing where it fails, as on a commit that is not there. */
  async #run(...args) {
    if (this.#folder === null && this.#seed === null) return "";
    const folder = $join(await this.open(), repositoryName);
    try {
      return (await run("git", ["-C", folder, ...args], { env: gitEnvironment() })).stdout;
    } catch {
      return "";
    }
  }
  /** Makes a tag at a branch or a commit, where neither the tag is there nor the target is missing. */
  async tag(name2, target) {
    const ref = `refs/tags/${name2}`;
    const commit = await this.resolve(`refs/heads/${target}`) ?? await this.resolve(`${target}^{commit}`);
    if (commit === null || await this.resolve(ref) !== null) return;
    const folder = $join(await this.open(), repositoryName);
    await run("git", ["-C", folder, "update-ref", ref, commit], { env: gitEnvironment() });
  }
  /** Names the branch that a clone checks out. */
  async setHead(branch) {
    const folder = $join(await this.open(), repositoryName);
    const args = ["-C", folder, "symbolic-ref", "HEAD", `refs/heads/${branch}`];
    await run("git", args, { env: gitEnvironment() });
  }
  /** Lets git answer a request, and returns the status. */
  async serve(asked, request, response) {
    const header = (name2) => String(request.headers[name2] ?? "");
    const child = $spawn("git", ["http-backend"], {
      stdio: ["pipe", "pipe", "ignore"],
      env: gitEnvironment({
        GIT_PROJECT_ROOT: await this.open(),
        GIT_HTTP_EXPORT_ALL: "1",
        PATH_INFO: `/${repositoryName}${asked.path}`,
        QUERY_STRING: asked.query,
        REQUEST_METHOD: request.method ?? "GET",
        CONTENT_TYPE: header("content-type"),
        CONTENT_LENGTH: header("content-length"),
        HTTP_CONTENT_ENCODING: header("content-encoding"),
        GIT_PROTOCOL: header("git-protocol"),
        REMOTE_ADDR: "127.0.0.1",
        ...asked.user !== null && { REMOTE_USER: asked.user }
      })
    });
    this.#running.add(child);
    const ended = $once(child, "close");
    const stop2 = () => void child.kill();
    response.once("close", stop2);
    child.stdin.on("error", () => void 0);
    request.pipe(child.stdin);
    try {
      return await answer(child, response);
    } finally {
      await ended;
      response.off("close", stop2);
      this.#running.delete(child);
    }
  }
  async close() {
    for (const child of this.#running) child.kill();
    if (this.#folder === null) return;
    const folder = await this.#folder.catch(() => null);
    this.#folder = null;
    if (folder !== null) await $rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};
async function answer(child, response) {
  let head = Buffer.alloc(0);
  let status = null;
  for await (const chunk of child.stdout) {
    if (status !== null) {
      if (!response.write(chunk)) await drained(response);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) continue;
    const lines = head.subarray(0, end).toString("latin1").split("\r\n");
    const headers = lines.map((line) => /^([^:]+): *(.*)$/.exec(line)?.slice(1) ?? ["", ""]);
    const named = (name2) => headers.find(([key]) => key?.toLowerCase() === name2)?.[1];
    status = Number.parseInt(named("status") ?? "200", 10);
    for (const [name2 = "", value = ""] of headers)
      if (name2 !== "" && name2.toLowerCase() !== "status") response.setHeader(name2, value);
    response.writeHead(status);
    response.write(head.subarray(end + 4));
  }
  if (status === null) response.writeHead(500);
  response.end();
  return status ?? 500;
}
async function drained(response) {
  if (response.destroyed) return;
  const { promise, resolve } = Promise.withResolvers();
  const done = () => resolve();
  response.once("drain", done).once("close", done);
  await promise;
  response.off("drain", done).off("close", done);
}
function gitEnvironment(more = {}) {
  const own = Object.entries(process.env).filter(([name2]) => !/^GIT_/i.test(name2));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: $devNull,
    LC_ALL: "C",
    ...more
  };
}

// sandbox/github/fake-github.ts
var firstLabels = ["stack:article", "stack:faq"];
var firstCommentId = 3000000001;
var FakeGitHub = class {
  owner;
  name;
  id;
  tokens;
  clock;
  git;
  faults = new FaultQueue();
  late;
  log = new RequestLog();
  rates = new RateLimit();
  /** `http://host:port`, known once the server listens. */
  origin = "";
  #options;
  born;
  private = false;
  archived = false;
  fork = false;
  topics = [];
  /** The other repositories of the organisation, by `owner/name` in lower case. */
  siblings = /* @__PURE__ */ new Map();
  /** What the organisation pays for: it decides what a private repository may have. */
  plan = "team";
  defaultBranch = "main";
  users;
  permissions = /* @__PURE__ */ new Map();
  threads = /* @__PURE__ */ new Map();
  comments = /* @__PURE__ */ new Map();
  environments = /* @__PURE__ */ new Map();
  runs = /* @__PURE__ */ new Map();
  releases = /* @__PURE__ */ new Map();
  /** By `owner/name` in lower case. */
  others = /* @__PURE__ */ new Map();
  /** Those that were made; one that a thread has is there as well. */
  labels = new Set(firstLabels);
  #nextComment = firstCommentId;
  #nextId = 100001;
  constructor(options, clock) {
    const [owner = "", name2 = ""] = options.repository.split("/");
    this.owner = owner;
    this.name = name2;
    this.#options = options;
    this.clock = clock;
    const { beside } = options;
    this.id = 70000001 + (beside === void 0 ? 0 : beside.siblings.size + 1);
    this.origin = beside?.origin ?? "";
    this.late = new LateCommits(clock);
    this.born = clock.now();
    this.tokens = beside?.tokens ?? tokenStrings(options.repository);
    this.git = new GitServer(options.seed);
    this.users = new Directory(owner);
    this.reset();
  }
  /** Back to how it started, but for what was pushed. */
  reset() {
    this.private = this.#options.private;
    this.plan = "team";
    this.users = new Directory(this.owner);
    this.permissions = /* @__PURE__ */ new Map();
    this.threads = /* @__PURE__ */ new Map();
    this.comments = /* @__PURE__ */ new Map();
    this.environments = /* @__PURE__ */ new Map();
    this.runs = /* @__PURE__ */ new Map();
    this.releases = /* @__PURE__ */ new Map();
    this.others = /* @__PURE__ */ new Map();
    for (const sibling of this.siblings.values()) void sibling.close();
    this.siblings = /* @__PURE__ */ new Map();
    this.labels = new Set(this.#options.beside === void 0 ? firstLabels : []);
    this.#nextComment = firstCommentId;
    this.#nextId = 100001;
    this.rates.clear();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
  }
  /** Forgets what was to come late, and removes the git repository. */
  async close() {
    this.late.clear();
    await Promise.all([
      this.git.close(),
      ...[...this.siblings.values()].map((each) => each.close())
    ]);
  }
  /** This repository, or the one beside it that has a name; null: there is none. */
  repository(owner, name2) {
    if (this.isNamed(owner, name2)) return this;
    return this.siblings.get(`${owner}/${name2}`.toLowerCase()) ?? null;
  }
  /** Whether it lies beside the one that the sandbox was started with. */
  get isBeside() {
    return this.#options.beside !== void 0;
  }
  get fullName() {
    return `${this.owner}/${this.name}`;
  }
  isNamed(owner, name2) {
    return `${owner}/${name2}`.toLowerCase() === this.fullName.toLowerCase();
  }
  caller(token) {
    return callerOf(token, this.tokens, this.permissions, this.users);
  }
  /** The name of a label as it is written there, whatever its case; null: there is none. */
  label(wanted) {
    const used = [...this.threads.values()].flatMap(({ labels }) => labels);
    const isWanted = (name2) => name2.toLowerCase() === wanted.toLowerCase();
    return [...this.labels, ...used].find(isWanted) ?? null;
  }
  newId() {
    return this.#nextId++;
  }
  nextNumber() {
    return Math.max(0, ...this.threads.keys()) + 1;
  }
  /** Threads and comments are values: a change puts a new one in the old one's place. */
  putThread(thread) {
    this.threads.set(thread.number, thread);
    return thread;
  }
  addComment(thread, author, body, app) {
    const at = this.clock.now();
    const comment = {
      id: this.#nextComment++,
      thread: thread.number,
      author,
      body,
      created: at,
      updated: at,
      lastEdited: null,
      editor: null,
      app,
      reactions: []
    };
    this.comments.set(comment.id, comment);
    this.putThread({ ...thread, updated: at });
    return comment;
  }
  editComment(comment, editor, body) {
    const at = this.clock.now();
    const edited = { ...comment, body, editor, updated: at, lastEdited: at };
    this.comments.set(comment.id, edited);
    return edited;
  }
  /** One person reacts in one way once: a second time gives the first reaction. */
  react(comment, user, content2) {
    const known2 = comment.reactions.find(
      (each) => each.user.id === user.id && each.content === content2
    );
    if (known2 !== void 0) return { reaction: known2, created: false };
    const reaction = { id: this.newId(), content: content2, user, created: this.clock.now() };
    this.comments.set(comment.id, { ...comment, reactions: [...comment.reactions, reaction] });
    return { reaction, created: true };
  }
  /** The commit of the default branch; a made-up one until something was pushed. */
  async headCommit() {
    return await this.git.resolve(`refs/heads/${this.defaultBranch}`) ?? this.madeUpCommit("head");
  }
  madeUpCommit(of) {
    return $createHash("sha1").update(`${this.fullName} ${of}`).digest("hex");
  }
};

// sandbox/github/control/repository-commands.ts
var name = string().check(_regex(/^[\w.-]+$/));
var files = record(string().check(_minLength(1)), nullable(string()));
var newRepositorySchema = strictObject({
  name,
  private: optional(boolean()),
  archived: optional(boolean()),
  fork: optional(boolean()),
  topics: optional(array(string())),
  defaultBranch: optional(string()),
  /** The role of `ada-admin`, who is an admin where it is left out. */
  role: optional(_enum(roles)),
  /** Of its first commit; empty: it has none. */
  files: optional(files)
});
var repositoryCommands = [
  command("new-repository", newRepositorySchema, async (github, input) => {
    const repository = `${github.owner}/${input.name}`;
    if (github.repository(github.owner, input.name) !== null)
      throw misuse(`Cannot make ${repository}: it is there.`);
    const made = new FakeGitHub(
      { repository, private: input.private ?? false, seed: null, beside: github },
      github.clock
    );
    Object.assign(made, {
      plan: github.plan,
      archived: input.archived ?? false,
      fork: input.fork ?? false,
      topics: input.topics ?? [],
      defaultBranch: input.defaultBranch ?? "main"
    });
    const admin = made.users.find("ada-admin");
    if (admin !== null && input.role !== void 0) made.users.setRole(admin, input.role);
    github.siblings.set(repository.toLowerCase(), made);
    const { files: first = { "README.md": `# ${input.name}
` } } = input;
    if (Object.keys(first).length > 0)
      await commitFiles(made.git, made.defaultBranch, first, { at: github.clock.now() });
    return { repository };
  }),
  // Onto a branch; the default one where none is named.
  command(
    "commit",
    strictObject({ files, branch: optional(string()) }),
    async (github, input) => {
      const branch = input.branch ?? github.defaultBranch;
      const from = github.defaultBranch;
      const at = github.clock.now();
      return { commit: await commitFiles(github.git, branch, input.files, { at, from }) };
    }
  ),
  // As a person does it with the button.
  command("merge", strictObject({ number: id }), async (github, { number: number2 }) => {
    const pull = github.threads.get(number2);
    if (pull?.state !== "open") throw misuse(`Cannot merge ${number2}: it is not open.`);
    const [base, head] = await Promise.all(
      [pull.base, pull.head].map((each) => github.git.resolve(`refs/heads/${each}`))
    );
    if (!base || !head) throw misuse(`Cannot merge ${number2}: a branch of it is not there.`);
    const at = github.clock.now();
    const commit = await mergeCommits(github.git, base, head, `Merge #${number2}
`, at);
    await putBranch(github.git, pull.base, commit);
    return putPull(github, { number: number2, state: "merged", mergeCommit: commit });
  })
];

// sandbox/github/control/run-commands.ts
var runSchema = strictObject({
  id: optional(id),
  event: optional(string()),
  path: optional(string()),
  branch: optional(string()),
  sha: optional(string()),
  actor: login,
  /** Environments that the run waits for. */
  waitsFor: optional(array(string()))
});
var environmentSchema = strictObject({
  name: string().check(_minLength(1)),
  reviewers: optional(array(login)),
  teams: optional(array(_enum(teams.map(({ slug: slug2 }) => slug2)))),
  secrets: optional(array(string().check(_minLength(1)))),
  preventSelfReview: optional(boolean()),
  waitTimer: optional(int().check(_gte(0), _lte(43200))),
  adminsBypass: optional(boolean()),
  branches: optional(union([_enum(["all", "protected"]), array(string())])),
  tags: optional(array(string()))
});
var approvalSchema = strictObject({
  run: id,
  environment: string(),
  by: login,
  state: optional(_enum(["approved", "rejected"])),
  comment: optional(string())
});
var runCommands = new Map([
  command("environment", environmentSchema, (github, input) => {
    const key = input.name.toLowerCase();
    const known2 = github.environments.get(key);
    const environment = {
      id: known2?.id ?? github.newId(),
      name: input.name,
      reviewers: (input.reviewers ?? []).map((each) => userOf(github, each)),
      teams: teams.filter(({ slug: slug2 }) => input.teams?.includes(slug2)),
      secrets: input.secrets ?? [],
      preventSelfReview: input.preventSelfReview ?? false,
      waitTimer: input.waitTimer ?? 0,
      adminsBypass: input.adminsBypass ?? true,
      branches: input.branches ?? "all",
      tags: input.tags ?? [],
      created: known2?.created ?? github.clock.now()
    };
    github.environments.set(key, environment);
    return environment;
  }),
  command("delete-environment", strictObject({ name: string() }), (github, { name: name2 }) => ({
    deleted: github.environments.delete(name2.toLowerCase())
  })),
  command("run", runSchema, (github, input) => {
    const at = github.clock.now();
    const actor = userOf(github, input.actor);
    const waitsFor = input.waitsFor ?? [];
    const status = waitsFor.length > 0 ? "waiting" : "in_progress";
    const run2 = {
      id: input.id ?? 9e9 + github.newId(),
      number: github.runs.size + 1,
      event: input.event ?? "push",
      path: input.path ?? ".github/workflows/publish.yml",
      branch: input.branch ?? github.defaultBranch,
      sha: input.sha ?? github.madeUpCommit("head"),
      actor,
      created: at,
      attempts: [{ number: 1, triggeredBy: actor, started: at, status, conclusion: null }],
      approvals: [],
      waitsFor
    };
    github.runs.set(run2.id, run2);
    return run2;
  }),
  // A new attempt: the actor stays, and the approvals of earlier attempts stay in the list.
  command("rerun", strictObject({ run: id, by: login }), (github, input) => {
    const run2 = runOf(github, input.run);
    const attempt = {
      number: run2.attempts.length + 1,
      triggeredBy: userOf(github, input.by),
      started: github.clock.now(),
      status: "in_progress",
      conclusion: null
    };
    const next = { ...run2, attempts: [...run2.attempts, attempt] };
    github.runs.set(run2.id, next);
    return next;
  }),
  command("approve", approvalSchema, (github, input) => {
    const run2 = runOf(github, input.run);
    const approval = {
      environments: [input.environment],
      state: input.state ?? "approved",
      user: userOf(github, input.by),
      comment: input.comment ?? ""
    };
    const waitsFor = run2.waitsFor.filter((name2) => name2 !== input.environment);
    const next = { ...run2, waitsFor, approvals: [...run2.approvals, approval] };
    github.runs.set(run2.id, next);
    return next;
  })
]);
function runOf(github, id3) {
  const run2 = github.runs.get(id3);
  if (run2 === void 0) throw misuse(`Cannot find run ${id3}: there is no such id.`);
  return run2;
}

// sandbox/github/control/thread-commands.ts
var threadCommands = new Map([
  command("pull-request", pullSchema, putPull),
  command(
    "pull-requests",
    strictObject({ pulls: array(pullSchema) }),
    (github, { pulls }) => pulls.map((pull) => putPull(github, pull).number)
  ),
  command(
    "label",
    strictObject({
      number: id,
      add: optional(array(string())),
      remove: optional(array(string()))
    }),
    (github, { number: number2, add = [], remove = [] }) => {
      const thread = threadOf(github, number2);
      const labels = /* @__PURE__ */ new Set([...thread.labels, ...add]);
      for (const label of remove) labels.delete(label);
      return github.putThread({
        ...thread,
        labels: [...labels],
        updated: github.clock.now()
      });
    }
  ),
  command(
    "comment",
    strictObject({ number: id, body: string(), by: login, app: optional(string()) }),
    (github, input) => github.addComment(
      threadOf(github, input.number),
      userOf(github, input.by),
      input.body,
      input.app ?? null
    )
  ),
  command(
    "edit-comment",
    strictObject({ id, body: string(), by: optional(login) }),
    (github, input) => {
      const comment = commentOf(github, input.id);
      const editor = input.by === void 0 ? comment.author : userOf(github, input.by);
      if (editor === null) throw misuse(`Cannot edit comment ${input.id}: its author is gone.`);
      return github.editComment(comment, editor, input.body);
    }
  ),
  command("delete-comment", strictObject({ id }), (github, input) => {
    github.comments.delete(commentOf(github, input.id).id);
    return {};
  })
]);
function threadOf(github, number2) {
  const thread = github.threads.get(number2);
  if (thread === void 0) throw misuse(`Cannot find #${number2}: there is no such number.`);
  return thread;
}
function commentOf(github, id3) {
  const comment = github.comments.get(id3);
  if (comment === void 0) throw misuse(`Cannot find comment ${id3}: there is no such id.`);
  return comment;
}

// sandbox/github/control/github-commands.ts
var level = _enum(["read", "write", "none"]);
var gitHubCommands = new Map([
  command(
    "repository",
    strictObject({
      private: optional(boolean()),
      defaultBranch: optional(string()),
      plan: optional(_enum(["team", "enterprise"]))
    }),
    async (github, input) => {
      github.private = input.private ?? github.private;
      github.plan = input.plan ?? github.plan;
      for (const sibling of github.siblings.values()) sibling.plan = github.plan;
      if (input.defaultBranch !== void 0) {
        await github.git.setHead(input.defaultBranch);
        github.defaultBranch = input.defaultBranch;
      }
      return { private: github.private, defaultBranch: github.defaultBranch, plan: github.plan };
    }
  ),
  // As a workflow's `permissions:` block: what it does not name is not given; null: the default.
  command(
    "permissions",
    strictObject({
      token: optional(_enum(["job", "job-read", "bot", "app-user"])),
      permissions: nullable(partialRecord(_enum(permissionNames), level))
    }),
    (github, { token = "job", permissions }) => {
      if (permissions === null) github.permissions.delete(token);
      else {
        const given = Object.entries(permissions).filter(([, value]) => value !== "none");
        github.permissions.set(token, Object.fromEntries(given));
      }
      return Object.fromEntries(github.permissions);
    }
  ),
  command(
    "user",
    strictObject({
      login,
      id: optional(id),
      type: optional(_enum(["User", "Bot"])),
      role: optional(_enum(roles))
    }),
    (github, input) => {
      const known2 = github.users.find(input.login);
      const fits = known2 !== null && input.id === void 0 && input.type === void 0;
      const user = fits ? known2 : github.users.add(input.login, input.type ?? "User", input.id);
      if (input.role !== void 0) github.users.setRole(user, input.role);
      return { ...user, role: github.users.role(user) };
    }
  ),
  // Those of the repository, in the place of those before.
  command(
    "labels",
    strictObject({ names: array(string().check(_minLength(1))) }),
    (github, { names: names2 }) => {
      github.labels = new Set(names2);
      return names2;
    }
  ),
  ...threadCommands,
  ...repositoryCommands,
  ...runCommands,
  command("file", fileSchema, putFile),
  command("release", releaseSchema, putRelease),
  command("delete-release", strictObject({ tag: string() }), (github, { tag }) => {
    if (!github.releases.delete(tag))
      throw misuse(`Cannot delete the release ${tag}: there is none.`);
    return { tag };
  }),
  ...faultCommands(({ faults }) => faults.waiting),
  command(
    "rate-limit",
    strictObject({ token: _enum(tokenNames), remaining: int().check(_gte(0)) }),
    (github, { token, remaining }) => {
      const caller = github.caller(github.tokens[token]);
      if (caller === null) throw misuse(`Cannot limit the token ${token}: nobody has it.`);
      github.rates.setRemaining(caller, remaining, github.clock.now());
      return github.rates.peek(caller, "core", github.clock.now());
    }
  )
]);

// sandbox/github/control/github-report.ts
function gitHubReport(github) {
  return {
    url: github.origin,
    repository: github.fullName,
    private: github.private,
    defaultBranch: github.defaultBranch,
    tokens: github.tokens,
    permissions: Object.fromEntries(github.permissions),
    users: github.users.all,
    threads: [...github.threads.values()],
    comments: [...github.comments.values()],
    environments: [...github.environments.values()],
    labels: [...github.labels],
    runs: [...github.runs.values()],
    releases: [...github.releases.values()],
    faults: github.faults.waiting,
    requests: github.log.count
  };
}

// sandbox/stack/limits.ts
var maxBody = {
  article: 1e5,
  question: 3e4,
  answer: 3e4
};
var maxTags = { article: 4, question: 5, answer: 0 };
var maxTagLength = 35;
var forbiddenInTag = /[\s\u0000-\u001f\u007f<>&"'`()[\]{}\\/_=~|^@$%*?!,;]/u;
function brokenLimit(content2, switches) {
  const { kind, title, body, tags } = content2;
  if (title !== void 0 && title.length > 150)
    return "Title cannot be longer than 150 characters.";
  if (title !== void 0 && title.length < switches.minTitle)
    return `Title must be at least ${switches.minTitle} characters.`;
  if (body.length > maxBody[kind])
    return `Body is limited to ${maxBody[kind]} characters; you entered ${body.length}.`;
  if (body.length < switches.minBody)
    return `Body must be at least ${switches.minBody} characters; you entered ${body.length}.`;
  return tags === void 0 ? null : brokenTagLimit(tags, maxTags[kind]);
}
function brokenTagLimit(tags, most) {
  if (tags.length === 0) return "Please enter at least one tag.";
  if (tags.length > most) return `Please enter no more than ${most} tags.`;
  for (const tag of tags) {
    if (tag === "") return "A tag cannot be empty.";
    if (tag.length > maxTagLength)
      return `The tag '${tag}' is longer than ${maxTagLength} characters.`;
    if (forbiddenInTag.test(tag))
      return `The tag '${tag}' contains characters that are not allowed.`;
  }
  return null;
}
function storedTags(tags, synonyms) {
  const names2 = tags.map((tag) => {
    const name2 = tag.toLowerCase();
    return Object.hasOwn(synonyms, name2) ? (synonyms[name2] ?? name2).toLowerCase() : name2;
  });
  return [...new Set(names2)];
}

// sandbox/stack/stored-text.ts
function storedText(text, switches) {
  let stored = text;
  if (switches.trailingSpaces === "stripped")
    stored = stored.split(/(\r\n|\r|\n)/).map((part, index) => index % 2 === 0 ? withoutEnd(part, " 	") : part).join("");
  if (switches.finalNewline === "stripped") stored = withoutEnd(stored, "\r\n");
  if (switches.lineEnds === "crlf") stored = stored.replace(/\r\n|\r|\n/g, "\r\n");
  return stored;
}
function withoutEnd(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

// sandbox/stack/changes.ts
var everyone = { editableBy: "everyone", users: [], groups: [] };
function tick(stack, at) {
  return stack.clock.tick(at, stack.switches.sharedInstants);
}
function fresh(stack, owner, body, now) {
  return {
    id: stack.posts.newId(),
    body: storedText(body, stack.switches),
    owner: owner.id,
    lastEditor: null,
    created: now,
    activity: now,
    edited: null,
    deleted: null,
    locked: false
  };
}
function freshTitled(stack, owner, input, now) {
  return {
    ...fresh(stack, owner, input.body, now),
    title: input.title,
    tags: storedTags(input.tags, stack.switches.synonyms)
  };
}
function createArticle(stack, owner, input, at = null) {
  const now = tick(stack, at);
  const { type, permissions, expires } = input;
  const titled = freshTitled(stack, owner, input, now);
  const article = { kind: "article", ...titled, type, permissions, expires };
  stack.posts.put(article, now);
  return article;
}
function createQuestion(stack, owner, input, at = null) {
  const now = tick(stack, at);
  const titled = freshTitled(stack, owner, input, now);
  const question = { kind: "question", ...titled, answers: [], accepted: null };
  stack.posts.put(question, now);
  return question;
}
function createAnswer(stack, owner, question, body, at = null) {
  const now = tick(stack, at);
  const answer2 = {
    kind: "answer",
    ...fresh(stack, owner, body, now),
    question: question.id
  };
  stack.posts.put(answer2, now);
  stack.posts.put({ ...question, answers: [...question.answers, answer2.id], activity: now }, now);
  return answer2;
}
function editPost(stack, editor, post, edit, at = null) {
  const now = tick(stack, at);
  const { body, tags, ...rest } = edit;
  const known2 = Object.entries(rest).filter(([name2, value]) => name2 in post && value !== void 0);
  const next = {
    ...post,
    ...Object.fromEntries(known2),
    ...body === void 0 ? {} : { body: storedText(body, stack.switches) },
    ...tags === void 0 || post.kind === "answer" ? {} : { tags: storedTags(tags, stack.switches.synonyms) },
    lastEditor: editor.id,
    edited: now,
    activity: now
  };
  stack.posts.put(next, now);
  if (next.kind === "answer" && stack.switches.answerEditBumps) bump(stack, next.question, now);
  return next;
}
function acceptAnswer(stack, question, answer2, at = null) {
  const now = tick(stack, at);
  stack.posts.put({ ...question, accepted: answer2, activity: now }, now);
}
function setDeleted(stack, post, deleted, at = null) {
  const now = tick(stack, at);
  stack.posts.put({ ...post, deleted: deleted ? now : null }, now);
}
function setLocked(stack, post, locked) {
  stack.posts.put({ ...post, locked }, tick(stack, null));
}
function bump(stack, id3, now) {
  const question = stack.posts.get("question", id3);
  if (question !== null) stack.posts.put({ ...question, activity: now }, now);
}
function mayEdit(stack, person, post) {
  if (person.role === "Moderator") return true;
  if (post.locked) return false;
  if (post.owner === person.id || stack.switches.editing === "everyone") return true;
  if (stack.switches.editing === "owner") return false;
  if (post.kind !== "article" || post.permissions.editableBy === "everyone") return true;
  if (post.permissions.editableBy === "ownerOnly") return false;
  return post.permissions.users.includes(person.id) || groups.some(
    (group) => post.permissions.groups.includes(group.id) && group.members.includes(person.id)
  );
}
function mayManage(person, post) {
  return person.role === "Moderator" || post.owner === person.id;
}

// sandbox/stack/post.ts
var apiArticleTypes = [
  "knowledgeArticle",
  "announcement",
  "policy",
  "howToGuide"
];
var editableByValues = ["ownerOnly", "specificEditors", "everyone"];

// sandbox/stack/control/stack-report.ts
function stackReport(stack) {
  return {
    url: stack.origin,
    tier: stack.tier,
    team: stack.team,
    pages: stack.origin + stack.listPath,
    account: { id: people.account.id, name: people.account.name },
    tokens: stack.tokens,
    now: stack.clock.now(),
    offset: stack.clock.state.offset,
    switches: stack.switches,
    faults: faultReports(stack),
    pending: stack.late.size,
    requests: stack.log.count,
    log: stack.log.since(stack.log.count - 100),
    posts: [...stack.posts.all()].map(postReport)
  };
}
function faultReports(stack) {
  return stack.faults.waiting.map(({ spec, skip, left }) => ({ ...spec, skip, left }));
}
function postReport(post) {
  return {
    kind: post.kind,
    id: post.id,
    title: post.kind === "answer" ? null : post.title,
    tags: post.kind === "answer" ? [] : post.tags,
    owner: post.owner,
    lastEditor: post.lastEditor,
    created: post.created,
    activity: post.activity,
    deleted: post.deleted !== null,
    locked: post.locked
  };
}

// sandbox/stack/control/stack-commands.ts
var by = optional(_enum(personNames));
var ids = array(int());
var content = {
  title: optional(string()),
  body: optional(string()),
  tags: optional(array(string())),
  type: optional(_enum(apiArticleTypes)),
  permissions: optional(
    strictObject({ editableBy: _enum(editableByValues), users: ids, groups: ids })
  )
};
var seeded = strictObject({
  kind: optional(_enum(["article", "question"])),
  ...content,
  owner: by,
  /** When it was created; without it, a minute before the next one. */
  created: optional(date)
});
var stackCommands = new Map([
  command("switches", switchesPatchSchema, (stack, patch) => {
    stack.switches = withPatch(stack.switches, patch);
    stack.throttle.clear();
    stack.v2.clear();
    return stack.switches;
  }),
  ...faultCommands(faultReports),
  command(
    "edit",
    strictObject({ id, by, ...content }),
    (stack, { id: id3, by: by2, ...edit }) => editPost(stack, people[by2 ?? "colleague"], postOf(stack, id3), edit)
  ),
  command("delete", strictObject({ id }), (stack, input) => {
    setDeleted(stack, postOf(stack, input.id), true);
    return postOf(stack, input.id);
  }),
  command("restore", strictObject({ id }), (stack, input) => {
    setDeleted(stack, postOf(stack, input.id), false);
    return postOf(stack, input.id);
  }),
  command("lock", strictObject({ id, locked: optional(boolean()) }), (stack, input) => {
    setLocked(stack, postOf(stack, input.id), input.locked ?? true);
    return postOf(stack, input.id);
  }),
  command(
    "seed",
    strictObject({
      posts: optional(array(seeded)),
      /** So many articles made up by the sandbox. */
      count: optional(int().check(_gte(0), _lte(1e5))),
      owner: by
    }),
    (stack, { posts = [], count = 0, owner }) => ({
      ids: seed(stack, [...posts, ...Array.from({ length: count }, (_, n) => madeUp(n, owner))])
    })
  )
]);
function madeUp(n, owner) {
  const body = `Paragraph ${n} of a made-up article, with \`code\` and **emphasis**.

- one
- two
`;
  return { title: `Made-up article ${n + 1}`, body, tags: ["made-up"], owner };
}
function seed(stack, posts) {
  const now = stack.clock.now();
  const taken = new Set([...stack.posts.all()].map((post) => post.activity));
  const born = posts.map((post, index) => {
    let at = post.created === void 0 ? now - (posts.length - index) * 6e4 : Date.parse(post.created);
    while (taken.has(at) && !stack.switches.sharedInstants) at -= 1;
    taken.add(at);
    return at;
  });
  return posts.map((post, index) => {
    const common4 = {
      title: post.title ?? `Seeded post ${index + 1}`,
      body: post.body ?? "A seeded post.\n",
      tags: post.tags ?? ["seeded"]
    };
    const owner = people[post.owner ?? "account"];
    const made = post.kind === "question" ? createQuestion(stack, owner, common4) : createArticle(stack, owner, {
      ...common4,
      type: post.type ?? "knowledgeArticle",
      permissions: post.permissions ?? everyone,
      expires: null
    });
    const at = born[index] ?? now;
    stack.posts.put({ ...made, created: at, activity: at }, at);
    return made.id;
  });
}
function postOf(stack, id3) {
  const post = stack.posts.find(id3);
  if (post === null) throw misuse(`Cannot find post ${id3}: the sandbox has none with this id.`);
  return post;
}

// sandbox/control/sandbox-commands.ts
var sandboxCommands = new Map([
  command("reset", strictObject({}), (state) => {
    state.reset();
    return {};
  }),
  command(
    "clock",
    strictObject({ seconds: optional(number().check(_gte(0))), to: optional(date) }),
    async ({ clock, stack, github }, { seconds, to }) => {
      const step = to === void 0 ? (seconds ?? 0) * 1e3 : Date.parse(to) - clock.now();
      if (step < 0) throw misuse("Cannot move the clock: it only moves forward.");
      clock.advance(step);
      await stack.late.carryOutDue();
      await github.late.carryOutDue();
      return { now: new Date(clock.now()).toISOString() };
    }
  )
]);

// sandbox/control/run-control.ts
function readControl(state, path) {
  const { stack } = state;
  const [name2 = "", query = ""] = path.split("?");
  const { github, rest: known2 } = repositoryOf(state, name2);
  const [kind, id3, ...rest] = known2.split("/").filter((part) => part !== "");
  if (kind === void 0) return stackReport(stack);
  const since = Number(new URLSearchParams(query).get("since") ?? "0") || 0;
  if (kind === "log" && id3 === void 0) return stack.log.since(since);
  if (kind === "github" && id3 === void 0) return gitHubReport(github);
  if (kind === "github" && id3 === "log" && rest.length === 0) return github.log.since(since);
  if (kind === "posts" && id3 === void 0) return [...stack.posts.all()];
  const post = kind === "posts" && rest.length === 0 ? stack.posts.find(Number(id3)) : null;
  if (post === null) throw unknownControl(path);
  return post;
}
async function runControl(state, name2, body) {
  const { github, rest } = repositoryOf(state, name2);
  const onGitHub = rest.startsWith("github/") ? gitHubCommands.get(rest.slice(7)) : void 0;
  if (onGitHub !== void 0) return onGitHub(github, body);
  const onSandbox = sandboxCommands.get(name2);
  const onStack = stackCommands.get(name2);
  let result;
  if (onSandbox !== void 0) result = await onSandbox(state, body);
  else if (onStack !== void 0) result = await onStack(state.stack, body);
  else throw unknownControl(name2);
  await state.stack.save();
  return result;
}
function repositoryOf({ github }, path) {
  const [, owner = "", name2 = "", rest = ""] = /^github\/repositories\/([^/]+)\/([^/]+)(.*)$/.exec(path) ?? [];
  if (owner === "") return { github, rest: path };
  const found = github.repository(owner, name2);
  if (found === null) throw unknownControl(path);
  return { github: found, rest: `github${rest}` };
}
function unknownControl(path) {
  const names2 = [
    ...sandboxCommands.keys(),
    ...stackCommands.keys(),
    ...[...gitHubCommands.keys()].map((name2) => `github/${name2}`)
  ];
  return new Fault("usage", "usage", `Cannot find the control call ${path}.`, {
    remedy: `Use one of: ${names2.join(", ")}; to read: log, posts, posts/ID, github, github/log; below github/repositories/OWNER/NAME for another repository.`
  });
}

// builtin-import:node:http?sandbox/exchange/start-server.ts
var all8 = /* @__PURE__ */ process.getBuiltinModule("node:http");
var one8 = (name2) => all8[name2];
var $createServer = /* @__PURE__ */ one8("createServer");

// builtin-import:node:net?sandbox/exchange/start-server.ts
var all9 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var one9 = (name2) => all9[name2];
var $isIPv6 = /* @__PURE__ */ one9("isIPv6");

// sandbox/exchange/start-server.ts
async function startServer(host, port, handler) {
  const server = $createServer((...exchange) => void serve(handler, ...exchange));
  server.keepAliveTimeout = 12e4;
  const address = await listen(server, host, port);
  return { origin: originOf(host, address.port), stop: () => stop(server) };
}
async function serve(handler, request, response) {
  const url = URL.parse(request.url ?? "/", "http://sandbox.invalid");
  if (url === null) return send(response, textReply(400, "Bad request\n"));
  try {
    await handler(request, response, url);
  } catch (error) {
    send(
      response,
      jsonReply(500, { title: "The sandbox failed.", status: 500, detail: String(error) })
    );
  }
}
async function listen(server, host, port) {
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once("error", reject);
  server.listen(port, host, resolve);
  try {
    await promise;
  } catch (error) {
    const { code } = error;
    const seen = code === "EADDRINUSE" ? "the port is taken" : String(error);
    throw new Fault("usage", "usage", `Cannot listen on ${host}:${port}: ${seen}.`, {
      remedy: "Choose another port, or 0 for any.",
      cause: error
    });
  }
  return server.address();
}
function originOf(host, port) {
  const name2 = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${$isIPv6(name2) ? `[${name2}]` : name2}:${port}`;
}
async function stop(server) {
  const { promise, resolve } = Promise.withResolvers();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}

// builtin-import:node:net?sandbox/control/guard.ts
var all10 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var one10 = (name2) => all10[name2];
var $BlockList = /* @__PURE__ */ one10("BlockList");
var $isIPv4 = /* @__PURE__ */ one10("isIPv4");

// sandbox/control/guard.ts
var loopback = new $BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");
function refusal(request) {
  const remote = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (!loopback.check(remote, $isIPv4(remote) ? "ipv4" : "ipv6"))
    return "Control answers on loopback only.";
  const host = request.headers.host ?? "";
  if (!isLoopbackName(host)) return "Control answers under a loopback name only.";
  const { origin } = request.headers;
  if (origin !== void 0 && origin !== `http://${host}`)
    return "Control does not answer other sites.";
  const from = request.headers["sec-fetch-site"];
  if (from === "cross-site" || from === "same-site") return "Control does not answer other sites.";
  return null;
}
function isLoopbackName(host) {
  let name2;
  try {
    name2 = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, "");
  } catch {
    return false;
  }
  return name2 === "localhost" || loopback.check(name2, $isIPv4(name2) ? "ipv4" : "ipv6");
}

// sandbox/control/serve-form.ts
async function serveForm(state, request, url) {
  const body = await receive(request);
  if (body === null) return textReply(413, "The form is too long.\n");
  const fields = new Map(new URLSearchParams(body.toString("utf8")));
  const call = fields.get("call") ?? "";
  fields.delete("call");
  try {
    await runControl(state, call, bodyOf(call, fields));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { serveControlPage } = await import("./sandbox.pages.serve-page.js");
    const page = await serveControlPage(state, url, `${error.message} ${error.remedy}`);
    return page ?? textReply(404, "Not found\n");
  }
  const part = call.replace(/^.*-|^github\//, "");
  return { ...textReply(303, ""), headers: { Location: `/_control#${part}` } };
}
function bodyOf(call, fields) {
  const given = [...fields].filter(([, text]) => text.trim() !== "");
  const valueOf = call === "switches" ? switchValue : otherValue;
  return Object.fromEntries(given.map(([name2, text]) => [name2, valueOf(name2, text.trim())]));
}
function switchValue(name2, text) {
  const known2 = Object.hasOwn(defaultSwitches, name2) ? defaultSwitches[name2] : text;
  if (typeof known2 === "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
var texts = /* @__PURE__ */ new Set(["kind", "method", "path", "token", "when", "end", "clock", "to"]);
function otherValue(name2, text) {
  return texts.has(name2) ? text : Number(text);
}

// sandbox/control/serve-control.ts
async function serveControl(state, request, url) {
  const why = refusal(request);
  if (why !== null) return failure(403, why);
  const name2 = url.pathname.slice("/_control".length).replace(/^\//, "");
  const body = await receive(request);
  if (body === null) return failure(413, "The body is too long.");
  try {
    if (request.method === "GET") return jsonReply(200, readControl(state, `${name2}${url.search}`));
    if (request.method !== "POST") return failure(405, "Use GET or POST.");
    if (body.length > 0 && !/^application\/json\b/.test(request.headers["content-type"] ?? ""))
      return failure(415, "Send the body as application/json.");
    return jsonReply(200, await runControl(state, name2, body.length === 0 ? {} : parse(body)));
  } catch (error) {
    if (error instanceof Fault) return failure(400, error.message, error.remedy);
    throw error;
  }
}
function parse(body) {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw new Fault("usage", "usage", "Cannot read the body: it is not JSON.", {
      remedy: "Send a JSON object.",
      cause
    });
  }
}
function failure(status, message, remedy = null) {
  return jsonReply(status, { error: { message, remedy } });
}

// sandbox/stack/serve-api.ts
async function serveApi(serve3, stack, request, response, url, closing) {
  const body = await receive(request);
  const { clock, log } = stack;
  const exchange = new Exchange({ request, response, url, clock, log, closing });
  exchange.noteBody(body);
  if (body === null)
    return exchange.answer({
      status: 413,
      type: null,
      body: null,
      headers: { Connection: "close" }
    });
  await clock.time.wait(stack.switches.latency, closing);
  if (!closing.aborted) await serve3(stack, exchange, body);
}

// sandbox/stack/oauth/read-request.ts
var scopes = ["write_access", "access_team", "no_expiry", "read_inbox", "private_info"];
function readRequest(parameters, host) {
  const application = applicationOf(parameters.get("client_id"));
  if (application === null) return { page: "No application has this client_id." };
  const redirectUri = parameters.get("redirect_uri") ?? "";
  if (URL.parse(redirectUri)?.host !== host)
    return { page: "The redirect_uri is not on the application's domain, which is this site." };
  const state = parameters.get("state");
  const back = (error, error_description) => ({
    redirect: redirectWith(redirectUri, { error, error_description, state })
  });
  const scope = (parameters.get("scope") ?? "").split(/[\s,]+/).filter((part) => part !== "");
  const unknown = scope.find((part) => !scopes.includes(part));
  if (unknown !== void 0) return back("invalid_scope", `There is no scope ${unknown}`);
  if (scope.includes("write_access") && !application.writes)
    return back("invalid_scope", "The application is read-only: it may not have write_access");
  const challenge = parameters.get("code_challenge");
  if (challenge !== null && parameters.get("code_challenge_method") !== "S256")
    return back("invalid_request", "The code_challenge_method has to be S256");
  if (challenge !== null && !/^[\w-]{43}$/.test(challenge))
    return back("invalid_request", "The code_challenge is no SHA-256 in base64url");
  return { application, redirectUri, scope, state, challenge };
}

// builtin-import:node:crypto?sandbox/stack/oauth/grants.ts
var all11 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one11 = (name2) => all11[name2];
var $createHash2 = /* @__PURE__ */ one11("createHash");
var $randomBytes = /* @__PURE__ */ one11("randomBytes");

// sandbox/stack/oauth/grants.ts
var CodeRefused = class extends Error {
};
var codeSeconds = 300;
var tokenSeconds = 86400;
var Grants = class {
  #clock;
  #codes = /* @__PURE__ */ new Map();
  #tokens = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.#clock = clock;
  }
  /** Gives out a code for what a person allowed. */
  allow(grant) {
    const code = unguessable();
    this.#codes.set(code, { ...grant, until: this.#clock.now() + codeSeconds * 1e3 });
    return code;
  }
  /** Gives a token for a code, once, and its seconds; null: it does not end. Throws `CodeRefused`. */
  redeem(given) {
    const grant = this.#codes.get(given.code);
    if (grant?.application !== given.application)
      throw new CodeRefused("No authorization code found");
    if (this.#clock.now() >= grant.until) throw new CodeRefused("Authorization code has expired");
    if (grant.redirectUri !== given.redirectUri)
      throw new CodeRefused("The redirect_uri is not the one of the authorization");
    if (grant.challenge === null && given.secret !== given.application.secret)
      throw new CodeRefused("The client_secret is wrong, and no code_challenge was given");
    if (grant.challenge !== null && hashOf(given.verifier) !== grant.challenge)
      throw new CodeRefused("The code_verifier does not match the code_challenge");
    this.#codes.delete(given.code);
    const token = unguessable();
    const expires = grant.scope.includes("no_expiry") ? null : tokenSeconds;
    const until = this.#clock.now() + (expires ?? Infinity) * 1e3;
    this.#tokens.set(token, { ...grant, name: `oauth ${this.#tokens.size + 1}`, until });
    return { token, expires };
  }
  /** What a token stands for at a team or the main site (null); null where none was given out so. */
  find(text, team) {
    const found = this.#tokens.get(text);
    if (found === void 0) return null;
    const { name: name2, person, scope, until } = found;
    const here = found.team?.toLowerCase() === team?.toLowerCase();
    const state = !here ? "elsewhere" : this.#clock.now() >= until ? "expired" : "valid";
    return { name: name2, person, writes: scope.includes("write_access"), state };
  }
  clear() {
    this.#codes.clear();
    this.#tokens.clear();
  }
};
function unguessable() {
  return `${$randomBytes(16).toString("base64url")}))`;
}
function hashOf(verifier) {
  return $createHash2("sha256").update(verifier).digest("base64url");
}

// sandbox/stack/oauth/serve-token.ts
async function serveToken(stack, exchange, body) {
  const form = new URLSearchParams(body.toString("utf8"));
  const given = (name2) => form.get(name2) ?? exchange.url.searchParams.get(name2) ?? "";
  exchange.answer({ ...tokenReply(stack, given), headers: { "Cache-Control": "no-store" } });
}
function tokenReply({ grants }, given) {
  const application = applicationOf(given("client_id"));
  if (application === null) return refused("No application has this client_id");
  try {
    const { token, expires } = grants.redeem({
      application,
      code: given("code"),
      redirectUri: given("redirect_uri"),
      verifier: given("code_verifier"),
      secret: given("client_secret")
    });
    return jsonReply(200, { access_token: token, ...expires !== null && { expires } });
  } catch (error) {
    if (error instanceof CodeRefused) return refused(error.message);
    throw error;
  }
}
function refused(error_message) {
  return jsonReply(400, { error_message });
}

// sandbox/stack/oauth/serve-oauth.ts
async function serveOAuth(stack, request, response, url, closing) {
  const path = url.pathname.toLowerCase().replace(/\/$/, "");
  if (path === "/oauth/access_token/json" && request.method === "POST")
    return serveApi(serveToken, stack, request, response, url, closing);
  send(response, await pageOf(stack, request, url, path) ?? textReply(404, "Not found\n"));
}
async function pageOf(stack, request, url, path) {
  const { pageReply } = await import("./sandbox.pages.serve-page.js");
  const { authorisePage, refusedPage, successPage } = await import("./sandbox.pages.oauth-page.js");
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && path === "/oauth/login_success") return pageReply(successPage(stack, url));
  if (path !== "/oauth" || !isRead && request.method !== "POST") return null;
  const form = isRead ? null : await receive(request);
  const parameters = form ? new URLSearchParams(form.toString("utf8")) : url.searchParams;
  const asked = readRequest(parameters, request.headers.host ?? "");
  if ("page" in asked) return pageReply(refusedPage(stack, asked.page));
  if ("redirect" in asked) return redirect(asked.redirect);
  if (form) return redirect(decide(stack, asked, parameters));
  return pageReply(authorisePage(stack, asked, parameters));
}
function redirect(Location) {
  return { ...textReply(303, ""), headers: { Location, "Cache-Control": "no-store" } };
}

// sandbox/stack/keep-changes.ts
async function keepChanges(stack, entry, work) {
  const before = stack.revision;
  const result = work();
  const wrote = stack.revision !== before;
  entry.wrote ||= wrote;
  if (wrote) await stack.save();
  return result;
}

// builtin-import:node:crypto?sandbox/stack/v2/filters.ts
var all12 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one12 = (name2) => all12[name2];
var $createHash3 = /* @__PURE__ */ one12("createHash");

// sandbox/stack/v2/fields.ts
var types = {
  "": {
    usual: "backoff error_id error_message error_name has_more items quota_max quota_remaining",
    more: "page page_size total type"
  },
  article: {
    usual: "article_id article_type creation_date last_activity_date last_edit_date link owner score tags title view_count",
    more: "body body_markdown comment_count comments last_editor"
  },
  question: {
    usual: "accepted_answer_id answer_count bounty_amount bounty_closes_date closed_date closed_reason collectives community_owned_date content_license creation_date is_answered last_activity_date last_edit_date link locked_date migrated_from migrated_to owner posted_by_collectives protected_date question_id score tags title view_count",
    more: "answers body body_markdown bounty_user can_answer can_close can_comment can_edit can_flag can_suggest_edit close_vote_count closed_details comment_count comments delete_vote_count down_vote_count downvoted favorite_count favorited last_editor notice reopen_vote_count share_link up_vote_count upvoted"
  },
  answer: {
    usual: "answer_id collectives community_owned_date content_license creation_date is_accepted last_activity_date last_edit_date locked_date owner posted_by_collectives question_id recommendations score",
    more: "accepted awarded_bounty_amount awarded_bounty_users body body_markdown can_comment can_edit can_flag can_suggest_edit comment_count comments down_vote_count downvoted last_editor link share_link tags title up_vote_count upvoted"
  },
  shallow_user: {
    usual: "accept_rate account_id display_name link profile_image reputation user_id user_type",
    more: "badge_counts"
  },
  user: {
    usual: "accept_rate account_id age badge_counts collectives creation_date display_name is_employee last_access_date last_modified_date link location profile_image reputation reputation_change_day reputation_change_month reputation_change_quarter reputation_change_week reputation_change_year timed_penalty_date user_id user_type website_url",
    more: "about_me answer_count down_vote_count question_count up_vote_count view_count"
  },
  filter: { usual: "filter filter_type included_fields", more: "" },
  error: { usual: "description error_id error_name", more: "" }
};
var otherTypes = new Set(
  "access_token account_merge achievement badge badge_count closed_details collective collective_external_link collective_membership collective_recommendation collective_report comment event exchanged_access_token flag_option github inbox_item info migration_info network_activity network_post network_user notice notification original_question post privilege question_timeline related_site reputation reputation_history revision search_excerpt site styling suggested_edit tag tag_preference tag_score tag_synonym tag_wiki top_tag user_timeline write_permission".split(" ")
);
function names(type, which) {
  const words = types[type][which];
  return words === "" ? [] : words.split(" ").map((name2) => `${type}.${name2}`);
}
var typeNames = Object.keys(types);
var usualFields = typeNames.flatMap((type) => names(type, "usual"));
var knownFields = [
  ...usualFields,
  ...typeNames.flatMap((type) => names(type, "more"))
];
function isField(field) {
  return knownFields.includes(field) || otherTypes.has(/^(\w+)\.\w+$/.exec(field)?.[1] ?? "");
}
var builtInFilters = /* @__PURE__ */ new Map([
  ["default", usualFields],
  ["withbody", [...usualFields, "article.body", "question.body", "answer.body"]],
  ["none", []],
  ["total", [".total"]]
]);

// sandbox/stack/v2/problem.ts
var errorNames = {
  400: "bad_parameter",
  401: "access_token_required",
  402: "invalid_access_token",
  403: "access_denied",
  404: "no_method",
  405: "key_required",
  406: "access_token_compromised",
  407: "write_failed",
  409: "duplicate_request",
  500: "internal_error",
  502: "throttle_violation",
  503: "temporarily_unavailable"
};
var errorIds = Object.keys(errorNames).map((id3) => Number(id3));
var MethodProblem = class extends Error {
  body;
  constructor(id3, message, backoff = null) {
    super(message);
    this.body = refusalOf(id3, message, backoff);
  }
};
function refusalOf(id3, message, backoff = null) {
  const error = { error_id: id3, error_message: message, error_name: errorNames[id3] };
  return backoff === null ? error : { ...error, backoff };
}
function badParameter(name2) {
  return new MethodProblem(400, name2);
}
function noMethod() {
  return new MethodProblem(404, "this method cannot be called this way");
}
function accessDenied() {
  return new MethodProblem(403, "access denied");
}
function writeFailed(sentence) {
  return new MethodProblem(407, sentence);
}
function throttled(message, backoff = null) {
  return new MethodProblem(502, message, backoff);
}
var backoffViolated = "Violation of backoff parameter";
function comeBackIn(seconds) {
  return `too many requests from this IP, more requests available in ${seconds} seconds`;
}

// sandbox/stack/v2/filters.ts
function makeFilter(site, request) {
  const base = findFilter(site, request.base ?? "default");
  if (base === null) throw badParameter("base");
  for (const name2 of ["include", "exclude"])
    if (!request[name2].every(isField)) throw badParameter(name2);
  const fields = /* @__PURE__ */ new Set([...base.fields, ...request.include]);
  for (const field of request.exclude) fields.delete(field);
  const safe = !request.unsafe;
  return { id: idOf(site, safe, fields), safe, fields };
}
function findFilter(site, id3) {
  const builtIn = builtInFilters.get(id3);
  if (builtIn !== void 0) return { id: id3, safe: true, fields: new Set(builtIn) };
  if (!/^![\w(*]+$/.test(id3)) return null;
  const text = id3.slice(1).replaceAll("(", "-").replaceAll("*", "_");
  const bytes = Buffer.from(text, "base64url").subarray(checkLength);
  const [safety = 0, ...bits] = bytes;
  const fields = knownFields.filter((_, at) => ((bits[at >> 3] ?? 0) & 1 << (at & 7)) !== 0);
  const filter = { id: id3, safe: safety === 1, fields: new Set(fields) };
  return idOf(site, filter.safe, filter.fields) === id3 ? filter : null;
}
var checkLength = 4;
function idOf(site, safe, fields) {
  const bits = Buffer.alloc(1 + Math.ceil(knownFields.length / 8));
  bits[0] = safe ? 1 : 0;
  for (const [at, field] of knownFields.entries())
    if (fields.has(field)) bits[1 + (at >> 3)] = (bits[1 + (at >> 3)] ?? 0) | 1 << (at & 7);
  const check = $createHash3("sha256").update(site).update(bits).digest().subarray(0, checkLength);
  const text = Buffer.concat([check, bits]).toString("base64url");
  return `!${text.replaceAll("-", "(").replaceAll("_", "*")}`;
}

// sandbox/stack/v2/identify.ts
function identify(site, headers, parameters, needs) {
  if (parameters.text("access_token") !== null)
    throw new MethodProblem(406, "access token was sent in the query");
  const stack = site.tier === "business" ? teamOf(site, parameters, needs) : mainSiteOf(site, parameters, headers["x-api-key"]);
  const text = headers["x-api-access-token"];
  if (typeof text !== "string" || text === "") {
    const open = needs === "anyone" || needs === "reader" && site.tier === "enterprise";
    if (!open) throw new MethodProblem(401, "access token required");
    return { stack, token: null };
  }
  const token = stack.findToken(text);
  if (token?.state === "revoked") throw new MethodProblem(406, "access token was revoked");
  if (token === null || token.state !== "valid")
    throw new MethodProblem(402, "access token is invalid");
  if (stack.switches.subscription === "free") throw accessDenied();
  return { stack, token };
}
function teamOf(site, parameters, needs) {
  const team = parameters.text("team");
  if (team === null && needs === "anyone") return site;
  const stack = team === null ? null : site.placeOf(team);
  if (stack === null) throw badParameter("team");
  return stack;
}
function mainSiteOf(site, parameters, header) {
  const key = typeof header === "string" && header !== "" ? header : parameters.text("key");
  if (key === null) throw new MethodProblem(405, "key required");
  if (key !== site.tokens.key) throw badParameter("key");
  const stack = site.placeOf(null);
  if (stack === null || parameters.text("team") !== null) throw badParameter("team");
  return stack;
}

// sandbox/stack/v2/article-types.ts
var wireArticleTypes = {
  knowledgeArticle: "knowledge-article",
  announcement: "announcement",
  policy: "policy",
  howToGuide: "how-to-guide"
};
function articleTypeOf(text) {
  return apiArticleTypes.find((type) => wireArticleTypes[type] === text) ?? null;
}

// sandbox/stack/v2/models.ts
function wireDate(instant2) {
  return Math.floor(instant2 / 1e3);
}
function shallowUser(stack, id3) {
  const person = personById(id3);
  return person === null ? null : { type: "shallow_user", fields: personFields(stack, person) };
}
function userModel(stack, person) {
  return {
    type: "user",
    fields: { ...personFields(stack, person), is_employee: false, creation_date: 16e8 }
  };
}
function personFields(stack, person) {
  return {
    user_id: person.id,
    account_id: person.accountId,
    display_name: person.name,
    user_type: person.role === "Moderator" ? "moderator" : "registered",
    reputation: person.reputation,
    link: `${stack.pages}/users/${person.id}/${slug(person.name)}`,
    profile_image: `${stack.origin}/assets/avatar.svg`
  };
}
function common(stack, post) {
  return {
    body: () => bodyHtml(post, stack.switches.html),
    body_markdown: post.body,
    owner: shallowUser(stack, post.owner),
    last_editor: post.lastEditor === null ? null : shallowUser(stack, post.lastEditor),
    creation_date: wireDate(post.created),
    last_activity_date: wireDate(post.activity),
    last_edit_date: post.edited === null ? null : wireDate(post.edited),
    score: 0,
    comment_count: 0
  };
}
function lockedDate(post) {
  return post.locked ? wireDate(post.activity) : null;
}
function articleModel(stack, article) {
  return {
    type: "article",
    fields: {
      ...common(stack, article),
      article_id: article.id,
      article_type: wireArticleTypes[article.type],
      title: article.title,
      tags: article.tags,
      view_count: 0,
      link: `${stack.pages}/articles/${article.id}/${slug(article.title)}`
    }
  };
}
function questionLink(stack, { id: id3, title }) {
  return `${stack.pages}/questions/${id3}/${slug(title)}`;
}
function questionModel(stack, question) {
  const answers2 = question.answers.filter((id3) => stack.posts.get("answer", id3)?.deleted === null);
  return {
    type: "question",
    fields: {
      ...common(stack, question),
      question_id: question.id,
      title: question.title,
      tags: question.tags,
      // That is an upvoted answer, and nobody votes here.
      is_answered: false,
      answer_count: answers2.length,
      accepted_answer_id: question.accepted,
      locked_date: lockedDate(question),
      closed_date: null,
      view_count: 0,
      link: questionLink(stack, question),
      share_link: `${stack.pages}/q/${question.id}`
    }
  };
}
function answerModel(stack, answer2) {
  const question = stack.posts.get("question", answer2.question);
  return {
    type: "answer",
    fields: {
      ...common(stack, answer2),
      answer_id: answer2.id,
      question_id: answer2.question,
      is_accepted: question?.accepted === answer2.id,
      locked_date: lockedDate(answer2),
      title: question?.title ?? null,
      tags: question?.tags ?? null,
      link: question && `${questionLink(stack, question)}/${answer2.id}#${answer2.id}`,
      share_link: `${stack.pages}/a/${answer2.question}/${answer2.id}`
    }
  };
}
function postModel(stack, post) {
  if (post.kind === "article") return articleModel(stack, post);
  return post.kind === "question" ? questionModel(stack, post) : answerModel(stack, post);
}
var postPaths = {
  article: "articles",
  question: "questions",
  answer: "answers"
};
function slug(title) {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 80) || "untitled";
}

// sandbox/stack/v2/lists.ts
var sorts = ["activity", "creation", "votes"];
var orders = ["asc", "desc"];
function pageOfPosts({ stack, parameters }, type, posts) {
  const sort = parameters.choice("sort", sorts) ?? "activity";
  const order = parameters.choice("order", orders) ?? "desc";
  const { page, pageSize } = parameters.paging();
  const from = parameters.integer("fromdate");
  const to = parameters.integer("todate");
  const min = parameters.integer("min");
  const max = parameters.integer("max");
  const tags = type === "answer" ? [] : parameters.list("tagged");
  if (tags.length > 5) throw badParameter("tagged");
  const kept2 = posts.filter((post) => within(wireDate(post.created), from, to)).filter((post) => within(wireRank(post, sort), min, max)).filter((post) => post.kind === "answer" || tags.every((tag) => post.tags.includes(tag))).sort((a, b) => rank(a, sort) - rank(b, sort) || a.id - b.id);
  if (order === "desc") kept2.reverse();
  const start = (page - 1) * pageSize;
  const items = kept2.slice(start, start + pageSize).map((post) => postModel(stack, post));
  return { type, items, total: kept2.length, page, pageSize };
}
function within(value, from, to) {
  return (from === null || value >= from) && (to === null || value <= to);
}
function rank(post, sort) {
  if (sort === "votes") return 0;
  return sort === "activity" ? post.activity : post.created;
}
function wireRank(post, sort) {
  return sort === "votes" ? 0 : wireDate(rank(post, sort));
}

// sandbox/stack/v2/parameters.ts
var mostIds = 100;
var Parameters = class {
  #values;
  #mostOnPage;
  constructor(query, form, { mostOnPage }) {
    this.#values = new Map([...query, ...form]);
    this.#mostOnPage = mostOnPage;
  }
  /** Null where it is absent or empty. */
  text(name2) {
    const value = this.#values.get(name2);
    return value === void 0 || value === "" ? null : value;
  }
  /** A text that may not be absent or blank. */
  required(name2) {
    const value = this.text(name2);
    if (value === null || value.trim() === "") throw badParameter(name2);
    return value;
  }
  integer(name2) {
    const value = this.text(name2);
    if (value === null) return null;
    if (!/^-?\d{1,11}$/.test(value)) throw badParameter(name2);
    return Number(value);
  }
  flag(name2) {
    const value = this.text(name2)?.toLowerCase() ?? "false";
    if (value !== "true" && value !== "false") throw badParameter(name2);
    return value === "true";
  }
  choice(name2, values) {
    const value = this.text(name2);
    const found = values.find((known2) => known2 === value) ?? null;
    if (value !== null && found === null) throw badParameter(name2);
    return found;
  }
  /** The parts of a list, however they are separated: by `;`, or by other marks too. */
  list(name2, separator = /;/) {
    return (this.text(name2) ?? "").split(separator).filter((part) => part !== "");
  }
  /** Pages count from 1 and have 30 items unless asked for another number, at most 100. */
  paging() {
    const page = this.integer("page") ?? 1;
    if (page < 1) throw badParameter("page");
    const pageSize = this.integer("pagesize") ?? 30;
    if (pageSize < 1 || pageSize > 100) throw badParameter("pagesize");
    return { page, pageSize: Math.min(pageSize, this.#mostOnPage) };
  }
};
function idsIn(segment) {
  const parts = segment.split(";");
  if (!parts.every((part) => /^-?\d{1,10}$/.test(part))) return null;
  if (parts.length > mostIds) throw badParameter("ids");
  return [...new Set(parts.map(Number))];
}

// sandbox/stack/v2/reads.ts
var reads = [
  { method: "GET", path: "articles", needs: "reader", run: (call) => all13(call, "article") },
  { method: "GET", path: "questions", needs: "reader", run: (call) => all13(call, "question") },
  {
    method: "GET",
    path: "users/*/articles",
    needs: "reader",
    offered: ({ usersArticles }) => usersArticles,
    run: (call) => ofOwners(call, "article")
  },
  {
    method: "GET",
    path: "users/*/questions",
    needs: "reader",
    run: (call) => ofOwners(call, "question")
  },
  {
    method: "GET",
    path: "me/articles",
    needs: "user",
    offered: ({ usersArticles }) => usersArticles,
    run: (call) => ofMe(call, "article")
  },
  { method: "GET", path: "me/questions", needs: "user", run: (call) => ofMe(call, "question") },
  ...["article", "question", "answer"].map((kind) => ({
    method: "GET",
    path: `${postPaths[kind]}/*`,
    needs: "reader",
    run: (call) => pageOfPosts(call, kind, present(call, kind, idsOf(call)))
  })),
  {
    method: "GET",
    path: "questions/*/answers",
    needs: "reader",
    run: (call) => {
      const questions2 = present(call, "question", idsOf(call));
      const ids2 = questions2.flatMap(({ answers: answers2 }) => answers2);
      return pageOfPosts(call, "answer", present(call, "answer", ids2));
    }
  }
];
function idsOf({ segments }) {
  const ids2 = idsIn(segments[0] ?? "");
  if (ids2 === null) throw noMethod();
  return ids2;
}
function present({ stack }, kind, ids2) {
  return ids2.flatMap((id3) => {
    const post = stack.posts.get(kind, id3);
    return post === null || post.deleted !== null ? [] : [post];
  });
}
function all13(call, kind) {
  return pageOfPosts(call, kind, call.stack.posts.ordered(kind, "activity"));
}
function ofOwners(call, kind) {
  return ownedBy(call, kind, idsOf(call));
}
function ofMe(call, kind) {
  return ownedBy(call, kind, call.token === null ? [] : [call.token.person.id]);
}
function ownedBy(call, kind, owners) {
  const posts = call.stack.posts.ordered(kind, "activity");
  return pageOfPosts(
    call,
    kind,
    posts.filter(({ owner }) => owners.includes(owner))
  );
}

// sandbox/stack/v2/directory.ts
var directory = [
  {
    method: "GET",
    path: "me",
    needs: "user",
    run: ({ stack, token }) => {
      const items = token === null ? [] : [userModel(stack, token.person)];
      return { type: "user", items, total: items.length, page: 1, pageSize: 30 };
    }
  },
  {
    method: "GET",
    path: "users/*",
    needs: "reader",
    run: (call) => {
      const { page, pageSize } = call.parameters.paging();
      const people2 = idsOf(call).flatMap((id3) => personById(id3) ?? []);
      const shown = people2.slice((page - 1) * pageSize, page * pageSize);
      const items = shown.map((person) => userModel(call.stack, person));
      return { type: "user", items, total: people2.length, page, pageSize };
    }
  }
];

// sandbox/stack/v2/call.ts
function oneItem(model) {
  return { type: model.type, items: [model], total: 1, page: 1, pageSize: 1 };
}

// sandbox/stack/v2/meta.ts
var meta = [
  { method: "GET", path: "filters/create", needs: "anyone", run: createFilter },
  { method: "POST", path: "filters/create", needs: "anyone", run: createFilter },
  {
    method: "GET",
    path: "filters/*",
    needs: "anyone",
    run: ({ stack, segments }) => {
      const ids2 = (segments[0] ?? "").split(";").filter((id3) => id3 !== "");
      if (ids2.length > 20) throw badParameter("filters");
      return listOf(
        "filter",
        ids2.map((id3) => filterModel(id3, findFilter(stack.filterSite, id3)))
      );
    }
  },
  {
    method: "GET",
    path: "errors",
    needs: "anyone",
    run: () => listOf("error", errorIds.map(errorModel))
  },
  {
    method: "GET",
    path: "errors/*",
    needs: "anyone",
    run: ({ segments }) => {
      const id3 = errorIds.find((known2) => String(known2) === segments[0]);
      if (id3 === void 0) throw noMethod();
      throw new MethodProblem(id3, "simulated");
    }
  }
];
function createFilter({ stack, parameters }) {
  const unsafe = parameters.flag("unsafe");
  if (unsafe && !stack.switches.unsafeFilters) throw badParameter("unsafe");
  const filter = makeFilter(stack.filterSite, {
    include: parameters.list("include"),
    exclude: parameters.list("exclude"),
    base: parameters.text("base"),
    unsafe
  });
  return oneItem(filterModel(filter.id, filter));
}
function filterModel(id3, filter) {
  const type = filter === null ? "invalid" : filter.safe ? "safe" : "unsafe";
  const fields = filter === null ? null : [...filter.fields].sort();
  return { type: "filter", fields: { filter: id3, filter_type: type, included_fields: fields } };
}
function errorModel(id3) {
  const name2 = errorNames[id3];
  return { type: "error", fields: { error_id: id3, error_name: name2, description: name2 } };
}
function listOf(type, items) {
  return { type, items, total: items.length, page: 1, pageSize: items.length };
}

// sandbox/stack/tag-rights.ts
function refusedTag({ posts, switches }, person, tags) {
  if (switches.tagCreation === "everyone" || person.role === "Moderator") return null;
  const missing = storedTags(tags, switches.synonyms).find((name2) => posts.tag(name2) === null);
  return missing === void 0 ? null : `Creating the new tag '${missing}' is for administrators; choose one that exists.`;
}

// sandbox/stack/site-refusal.ts
function siteRefusal(stack, writer2, content2, isNew) {
  return (isNew ? duplicateOf(stack, content2) : null) ?? refusedTag(stack, writer2, content2.tags) ?? lowQuality(stack, content2);
}
function duplicateOf(stack, content2) {
  const { duplicateQuestions, duplicateArticles } = stack.switches;
  const { kind } = content2;
  if ((kind === "article" ? duplicateArticles : duplicateQuestions) === "accepted") return null;
  const plain = (text) => text.trim().toLowerCase();
  const [title, body] = [plain(content2.title), plain(content2.body)];
  for (const post of stack.posts.ordered(kind, "creation")) {
    if (plain(post.title) === title)
      return `${kind === "article" ? "An article" : "A question"} with that title already exists; please be more specific.`;
    if (kind === "question" && plain(post.body) === body)
      return "This post appears to be a duplicate of another post.";
  }
  return null;
}
function lowQuality({ tier, team, switches }, { kind, body }) {
  const checked2 = kind === "question" && tier === "enterprise" && team === null;
  return checked2 && body.length < switches.qualityCheck ? "This question does not meet our quality standards. Please add more details." : null;
}

// sandbox/stack/v2/write-method.ts
function writeMethod({ read, commit, ...method }) {
  return {
    ...method,
    method: "POST",
    needs: "user",
    run: (call) => {
      if (method.path.includes("*") && idsIn(call.segments[0] ?? "")?.length !== 1)
        throw noMethod();
      if (call.stack.switches.checks === "authorise-first") writer(call);
      const content2 = read(call);
      return commit(call, content2, writer(call));
    }
  };
}
function writer({ stack, token }) {
  if (token === null) throw new MethodProblem(401, "access token required");
  if (!token.writes || stack.switches.subscription !== "full") throw accessDenied();
  return token;
}

// sandbox/stack/v2/writes.ts
var writes = [
  writeMethod({
    path: "articles/add",
    read: readArticle,
    commit: ({ stack, at }, content2, { person }) => {
      refuseBySite(stack, person, { kind: "article", ...content2 }, true);
      stack.v2.articlePace.take(person.id, stack.switches, at ?? stack.clock.now());
      const input = { ...content2, permissions: everyone, expires: null };
      return one13(stack, createArticle(stack, person, input, at));
    }
  }),
  writeMethod({
    path: "articles/*/edit",
    offered: ({ articleEdit }) => articleEdit,
    read: readArticle,
    commit: (call, content2, token) => {
      const { stack, at } = call;
      const before = editable(call, "article", token);
      refuseBySite(stack, token.person, { kind: "article", ...content2 }, false);
      stack.v2.articlePace.take(token.person.id, stack.switches, at ?? stack.clock.now());
      return one13(stack, editPost(stack, token.person, before, content2, at));
    }
  }),
  writeMethod({
    path: "questions/add",
    read: readQuestion,
    commit: ({ stack, at }, content2, { person }) => {
      refuseBySite(stack, person, { kind: "question", ...content2 }, true);
      return one13(stack, createQuestion(stack, person, content2, at));
    }
  }),
  writeMethod({
    path: "questions/*/edit",
    read: readQuestion,
    commit: (call, content2, token) => {
      const before = editable(call, "question", token);
      refuseBySite(call.stack, token.person, { kind: "question", ...content2 }, false);
      return one13(call.stack, editPost(call.stack, token.person, before, content2, call.at));
    }
  }),
  writeMethod({
    path: "questions/*/answers/add",
    read: readAnswer,
    commit: (call, body, { person }) => {
      const question = subject(call, "question");
      if (question.locked && person.role !== "Moderator") throw accessDenied();
      return one13(call.stack, createAnswer(call.stack, person, question, body, call.at));
    }
  }),
  writeMethod({
    path: "answers/*/edit",
    read: readAnswer,
    commit: (call, body, token) => one13(
      call.stack,
      editPost(call.stack, token.person, editable(call, "answer", token), { body }, call.at)
    )
  }),
  acceptMethod("answers/*/accept", true),
  acceptMethod("answers/*/accept/undo", false),
  ...["article", "question", "answer"].map(deleteMethod)
];
function refuseBySite(...asked) {
  const sentence = siteRefusal(...asked);
  if (sentence !== null) throw writeFailed(sentence);
}
function acceptMethod(path, accepted) {
  return writeMethod({
    path,
    offered: ({ accept }) => accept,
    read: () => null,
    commit: (call, _, { person }) => {
      const { stack, at } = call;
      const answer2 = subject(call, "answer");
      const question = stack.posts.get("question", answer2.question);
      if (question === null || question.deleted !== null) throw badParameter("id");
      if (!mayManage(person, question)) throw accessDenied();
      if (question.accepted === answer2.id !== accepted)
        acceptAnswer(stack, question, accepted ? answer2.id : null, at);
      return one13(stack, answer2);
    }
  });
}
function deleteMethod(kind) {
  return writeMethod({
    path: `${postPaths[kind]}/*/delete`,
    read: () => null,
    commit: (call, _, { person }) => {
      const post = subject(call, kind);
      if (!mayManage(person, post)) throw accessDenied();
      setDeleted(call.stack, post, true, call.at);
      return { type: kind, items: [], total: 0, page: 1, pageSize: 1 };
    }
  });
}
function one13(stack, post) {
  return oneItem(postModel(stack, post));
}
function subject({ stack, segments }, kind) {
  const post = stack.posts.get(kind, Number(segments[0]));
  if (post === null || post.deleted !== null) throw badParameter("id");
  return post;
}
function editable(call, kind, { person }) {
  const post = subject(call, kind);
  if (!mayEdit(call.stack, person, post)) throw accessDenied();
  return post;
}
function readArticle(call) {
  const content2 = readTitled(call);
  const type = articleTypeOf(call.parameters.required("article_type"));
  if (type === null) throw badParameter("article_type");
  return checked(call, "article", { ...content2, type });
}
function readQuestion(call) {
  return checked(call, "question", readTitled(call));
}
function readAnswer(call) {
  refusePreview(call);
  return checked(call, "answer", { body: call.parameters.required("body") }).body;
}
function readTitled(call) {
  refusePreview(call);
  const { parameters } = call;
  return {
    title: parameters.required("title"),
    body: parameters.required("body"),
    tags: tagsIn(parameters.required("tags"))
  };
}
function tagsIn(text) {
  return text.split(/[\s,;]+/).filter((tag) => tag !== "");
}
function refusePreview({ parameters }) {
  if (parameters.flag("preview")) throw badParameter("preview");
}
function checked({ stack }, kind, content2) {
  const sentence = brokenLimit({ kind, ...content2 }, stack.switches);
  if (sentence !== null) throw writeFailed(sentence);
  return content2;
}

// sandbox/stack/v2/locate.ts
var methods = [...meta, ...reads, ...writes, ...directory];
var unserved = [
  "answers",
  "badges",
  "comments",
  "info",
  "posts",
  "posts/*",
  "posts/*/comments",
  "privileges",
  "search",
  "search/advanced",
  "search/excerpts",
  "tags",
  "users"
];
var patterns = methods.map((method) => ({ method, pattern: method.path.split("/") }));
function locate(verb, segments, switches) {
  for (const { method, pattern } of patterns) {
    if (method.method !== verb || method.offered?.(switches) === false) continue;
    const open = matchPath(pattern, segments, { ignoreCase: true });
    if (open !== null) return { method, open };
  }
  throw noMethod();
}
function unservedPath(segments) {
  const fits = (path) => matchPath(path.split("/"), segments, { ignoreCase: true }) !== null;
  return unserved.find(fits) ?? null;
}

// sandbox/stack/html/latin-encode.ts
function latinEncode(text) {
  return htmlEncode(text).replace(
    /[\u00a0-\u00ff]/g,
    (character) => `&#${character.charCodeAt(0)};`
  );
}

// sandbox/stack/v2/filtered.ts
var encodedFields = /* @__PURE__ */ new Set(["title", "body_markdown", "display_name"]);
async function filtered(model, filter, times) {
  const chosen = Object.entries(model.fields).filter(
    ([name2, value]) => value !== null && filter.fields.has(`${model.type}.${name2}`)
  );
  const entries = await Promise.all(
    chosen.map(async ([name2, value]) => {
      if (typeof value === "function") return [name2, await value()];
      if (isModel(value)) return [name2, await filtered(value, filter, times)];
      const encoded2 = filter.safe && typeof value === "string" && encodedFields.has(name2);
      return [name2, encoded2 ? encode(value, times) : value];
    })
  );
  return Object.fromEntries(entries);
}
function isModel(value) {
  return typeof value === "object" && value !== null && "fields" in value;
}
function encode(text, times) {
  return times === 0 ? text : encode(latinEncode(text), times - 1);
}

// sandbox/stack/v2/render-page.ts
async function renderPage(stack, page, filter) {
  const times = timesEncoded(stack);
  const items = await Promise.all(page.items.map((model) => filtered(model, filter, times)));
  return { ...page, items };
}
function timesEncoded({ switches, v2 }) {
  if (switches.filterEncoding === "varying") return 1 + v2.countEncoding() % 2;
  return switches.filterEncoding === "once" ? 1 : 2;
}

// sandbox/stack/sign-in-page.ts
var signInPage = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n";

// builtin-import:node:zlib?sandbox/stack/v2/compressed.ts
var all14 = /* @__PURE__ */ process.getBuiltinModule("node:zlib");
var one14 = (name2) => all14[name2];
var $deflateSync = /* @__PURE__ */ one14("deflateSync");
var $gzipSync = /* @__PURE__ */ one14("gzipSync");
var $deflateRawSync = /* @__PURE__ */ one14("deflateRawSync");

// sandbox/stack/v2/compressed.ts
var ways = [
  ["gzip", $gzipSync],
  ["deflate", $deflateSync],
  ["gzip", $gzipSync],
  ["deflate", $deflateRawSync]
];
function compressed(status, value, count, typed) {
  const [encoding, compress] = ways[count % ways.length] ?? ways[0];
  return {
    status,
    type: typed ? jsonType : null,
    headers: { "Content-Encoding": encoding },
    body: compress(JSON.stringify(value))
  };
}

// sandbox/stack/v2/replies.ts
function jsonAnswer(stack, status, value) {
  const typed = stack.switches.contentType === "sent";
  return compressed(status, value, stack.v2.countAnswer(), typed);
}
function refused2(stack, { body }) {
  return jsonAnswer(stack, 400, body);
}
var banPage = "<!DOCTYPE html><html><head><title>Too many requests</title></head><body><h1>Too many requests</h1></body></html>\n";
function bannedFor(stack, seconds) {
  if (stack.switches.ban === "html") return { status: 403, type: htmlType, body: banPage };
  return jsonAnswer(stack, 400, refusalOf(502, comeBackIn(seconds)));
}
function faultReplies(stack) {
  const answer2 = (id3, message, status = 400) => jsonAnswer(stack, status, refusalOf(id3, message));
  return {
    throttled: ({ retryAfter = 10 }) => answer2(502, retryAfter === null ? backoffViolated : comeBackIn(retryAfter)),
    unauthorized: () => answer2(402, "access token is invalid"),
    error: ({ status }) => {
      const id3 = errorIds.find((known2) => known2 === status);
      if (status !== void 0 && status < 500) return answer2(id3 ?? 400, "an error occurred");
      return answer2(status === 503 ? 503 : 500, "an error occurred", status);
    },
    html: ({ status = 200 }) => ({ status, type: htmlType, body: signInPage })
  };
}

// sandbox/stack/v2/stale-reads.ts
var telling = {
  page: "1",
  pagesize: "30",
  sort: "activity",
  order: "desc",
  fromdate: "",
  todate: "",
  min: "",
  max: "",
  tagged: "",
  filter: "default"
};
var StaleReads = class {
  #kept = /* @__PURE__ */ new Map();
  clear() {
    this.#kept.clear();
  }
  /** What an identical read answered within so many seconds, else what `read` answers now. */
  take(key, seconds, now, read) {
    if (seconds === 0) return read();
    for (const [known2, { at }] of this.#kept)
      if (now - at >= seconds * 1e3) this.#kept.delete(known2);
    const kept2 = this.#kept.get(key);
    if (kept2 !== void 0) return kept2.answer;
    const answer2 = read();
    this.#kept.set(key, { at: now, answer: answer2 });
    return answer2;
  }
};
function readKey(caller, method, segments, parameters) {
  const ids2 = segments.map((segment) => [...new Set(segment.split(";"))].sort());
  const values = Object.entries(telling).map(([name2, usual]) => parameters.text(name2) ?? usual);
  return JSON.stringify([caller, method, ids2, values]);
}

// sandbox/stack/v2/wrapped.ts
function wrapped({ type, items, total, page, pageSize }, filter, quota, backoff) {
  const fields = {
    items,
    has_more: page * pageSize < total,
    ...backoff === null ? {} : { backoff },
    quota_max: quota.max,
    quota_remaining: quota.remaining,
    page,
    page_size: pageSize,
    total,
    type
  };
  const chosen = Object.entries(fields).filter(([name2]) => filter.fields.has(`.${name2}`));
  return Object.fromEntries(chosen);
}

// sandbox/stack/v2/serve-v2.ts
async function serveV2(site, exchange, body) {
  const banned = site.v2.throttle.banned(site.switches, site.clock.now());
  if (banned !== null) return exchange.answer(bannedFor(site, banned));
  try {
    await serve2(site, exchange, body);
  } catch (error) {
    if (!(error instanceof MethodProblem)) throw error;
    exchange.answer(refused2(site, error));
  }
}
async function serve2(site, exchange, body) {
  const { request, url, method: verb, entry } = exchange;
  const path = pathSegments(url.pathname)?.slice(site.tier === "business" ? 1 : 2) ?? [];
  const missing = unservedPath(path);
  if (missing !== null)
    return exchange.answer(
      textReply(501, `The sandbox does not serve ${missing} of API v2.3. The real site does.
`)
    );
  const { method, open } = locate(verb, path, site.switches);
  const parameters = new Parameters(url.searchParams, formOf(exchange, body), site.switches);
  const { stack, token } = identify(site, request.headers, parameters, method.needs);
  entry.token = token?.name ?? (site.tier === "enterprise" ? "key" : null);
  const caller = { name: entry.token ?? "", method: method.path.replace(/^me(?=\/|$)/, "users/*") };
  const { v2, clock } = stack;
  const quota = v2.throttle.admit(caller, stack.switches, clock.now());
  const filter = filterOf(stack, parameters);
  const run2 = (at) => {
    const page = method.run({ stack, token, segments: open, parameters, at });
    return renderPage(stack, page, filter);
  };
  const read = () => {
    const key = readKey(caller.name, method.path, open, parameters);
    return v2.staleReads.take(key, stack.switches.staleReads, clock.now(), () => run2(null));
  };
  const mayBeStale = verb === "GET" && method.needs !== "anyone";
  const carryOut = async (at) => {
    try {
      const made = await keepChanges(stack, entry, () => ({
        page: mayBeStale ? read() : run2(at)
      }));
      const backoff = v2.throttle.announce(caller, stack.switches, clock.now());
      return async () => jsonAnswer(stack, 200, wrapped(await made.page, filter, quota, backoff));
    } catch (error) {
      if (!(error instanceof MethodProblem)) throw error;
      return async () => refused2(stack, error);
    }
  };
  const asked = { segments: path, token: caller.name };
  const { faults, late } = stack;
  const refusals2 = faultReplies(stack);
  await respond(exchange, faults, asked, { carryOut, refusals: refusals2, late, lateClock: "site" });
}
function formOf({ request }, body) {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  const form = type === void 0 || type === "application/x-www-form-urlencoded";
  return new URLSearchParams(form ? body.toString("utf8") : "");
}
function filterOf(stack, parameters) {
  const filter = findFilter(stack.filterSite, parameters.text("filter") ?? "default");
  if (filter === null) throw badParameter("filter");
  return filter;
}

// sandbox/stack/problem.ts
var StackProblem = class extends Error {
  status;
  body;
  constructor(status, body) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
};
function modelProblem(errors) {
  return new StackProblem(400, {
    errors,
    type: "https://tools.ietf.org/html/rfc7231#section-6.5.1",
    title: "One or more validation errors occurred.",
    status: 400,
    traceId: "00-00000000000000000000000000000001-0000000000000001-01"
  });
}
function domainProblem(status, type, title, detail) {
  return new StackProblem(status, { type: `/v3/errors/${type}`, title, status, detail });
}
function forbidden() {
  return new StackProblem(403, {
    type: "/v3/errors/forbidden",
    title: "Forbidden Action",
    status: 403
  });
}
function notFound(what, id3) {
  return domainProblem(
    404,
    `${what.toLowerCase().replace(" ", "-")}/not-found`,
    `${what} not found`,
    `${what} ID ${id3} not found`
  );
}

// sandbox/stack/v3/read-file.ts
async function readFile(contentType, body) {
  if (!/^multipart\/form-data\b/i.test(contentType ?? "")) return null;
  const headers = { "content-type": contentType ?? "" };
  try {
    const form = await new Response(body, { headers }).formData();
    const file = form.get("file");
    return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

// sandbox/stack/v3/identify.ts
function identify2(stack, authorization) {
  if (authorization === null || authorization === "") throw refused3();
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (text === void 0) throw refused3("invalid bearer token");
  const token = stack.findToken(text);
  if (token === null) throw refused3();
  if (token.state === "expired") throw refused3("token expired");
  if (token.state !== "valid") throw refused3();
  if (stack.switches.subscription === "free") throw forbidden();
  return token;
}
function refused3(words = "Invalid access token") {
  return new StackProblem(401, words);
}

// sandbox/stack/v3/access.ts
var postLabels = { article: "Article", question: "Question", answer: "Answer" };
function idOf2(call, index, name2) {
  const text = call.params[index] ?? "";
  if (name2 === "userId" && text === String(people.community.id)) return people.community.id;
  const id3 = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (id3 < 1 || id3 > 2147483647)
    throw modelProblem({ [name2]: [`The value '${text}' is not valid.`] });
  return id3;
}
function visible(call, kind, id3) {
  const post = call.stack.posts.get(kind, id3);
  if (post === null || post.deleted !== null && call.token.person.role !== "Moderator")
    throw notFound(postLabels[kind], id3);
  return post;
}
function editable2(call, kind, id3) {
  const post = call.stack.posts.get(kind, id3);
  if (post === null || post.deleted !== null) throw notFound(postLabels[kind], id3);
  if (!mayEdit(call.stack, call.token.person, post)) throw forbidden();
  return post;
}

// sandbox/stack/v3/delete-post.ts
function deletePost(call, kind, id3, post) {
  const label = postLabels[kind];
  if (post === null) throw notFound(label, id3);
  if (!mayManage(call.token.person, post)) throw forbidden();
  if (post.deleted !== null)
    throw domainProblem(
      400,
      `delete/${label}AlreadyDeleted`,
      `${label} already deleted.`,
      "This post is already deleted"
    );
  setDeleted(call.stack, post, true, call.at);
  return { status: 204 };
}

// sandbox/stack/spell-date.ts
function spellDate(instant2, spelling) {
  const iso = new Date(instant2).toISOString();
  if (spelling === "milliseconds") return iso;
  if (spelling === "no-zone") return iso.slice(0, -1);
  const micro = String(instant2 * 7 % 1e3).padStart(3, "0");
  return `${iso.slice(0, -1)}${micro}Z`;
}

// sandbox/stack/v3/models.ts
function encoded(text, encoding) {
  if (encoding === "raw") return text;
  return encoding === "once" ? htmlEncode(text) : htmlEncode(htmlEncode(text));
}
function personModel(stack, person) {
  return {
    id: person.id,
    accountId: person.accountId,
    name: person.name,
    avatarUrl: `${stack.origin}/assets/avatar.svg`,
    webUrl: `${stack.pages}/users/${person.id}`,
    reputation: person.reputation,
    role: person.role
  };
}
function personDetails(stack, person, reader) {
  const open = reader.role === "Moderator" || reader.id === person.id;
  return {
    ...personModel(stack, person),
    communities: [],
    externalId: null,
    department: null,
    jobTitle: null,
    email: open ? person.email : null
  };
}
function personOf(stack, id3) {
  const person = personById(id3);
  return person === null ? null : personModel(stack, person);
}
function groupModel(stack, group) {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    users: group.members.map((id3) => personOf(stack, id3))
  };
}
function expertIds({ switches }, tag) {
  const { experts } = switches;
  return Object.hasOwn(experts, tag.name) && experts[tag.name] || { users: [], groups: [] };
}
function expertCount(stack, tag) {
  if (stack.switches.expertise === "off") return null;
  const { users, groups: ids2 } = expertIds(stack, tag);
  const members = groups.filter(({ id: id3 }) => ids2.includes(id3)).flatMap(({ members: members2 }) => members2);
  return (/* @__PURE__ */ new Set([...users, ...members])).size;
}
function expertsModel(stack, tag) {
  const { users, groups: ids2 } = expertIds(stack, tag);
  return {
    users: users.flatMap((id3) => personOf(stack, id3) ?? []),
    userGroups: groups.filter(({ id: id3 }) => ids2.includes(id3)).map((group) => groupModel(stack, group))
  };
}
function tagDetails(stack, tag) {
  return {
    ...tagModel(stack, tag),
    ...stack.switches.expertise === "on" && { subjectMatterExperts: expertsModel(stack, tag) }
  };
}
function tagModel(stack, tag) {
  return {
    id: tag.id,
    name: tag.name,
    description: "",
    postCount: tag.posts,
    subjectMatterExpertCount: expertCount(stack, tag),
    watcherCount: 0,
    creationDate: spellDate(tag.created, stack.switches.dates),
    hasSynonyms: Object.values(stack.switches.synonyms).includes(tag.name),
    webUrl: `${stack.pages}/tags/${encodeURIComponent(tag.name)}`
  };
}
function tagModels(stack, names2) {
  return names2.flatMap((name2) => {
    const tag = stack.posts.tag(name2);
    return tag === null ? [] : [tagModel(stack, tag)];
  });
}
async function common2(stack, post) {
  const url = post.kind === "article" ? `${stack.pages}/articles/${post.id}` : `${stack.pages}/q/${post.id}`;
  return {
    id: post.id,
    title: encoded(post.title, stack.switches.titleEncoding),
    tags: tagModels(stack, post.tags),
    owner: personOf(stack, post.owner),
    ...post.lastEditor === null ? {} : { lastEditor: personOf(stack, post.lastEditor) },
    creationDate: spellDate(post.created, stack.switches.dates),
    lastActivityDate: spellDate(post.activity, stack.switches.dates),
    score: 0,
    viewCount: 0,
    webUrl: url,
    shareUrl: url,
    isDeleted: post.deleted !== null,
    isObsolete: false,
    isClosed: false,
    body: await bodyHtml(post, stack.switches.html)
  };
}
function markdown(stack, post) {
  return { bodyMarkdown: encoded(post.body, stack.switches.bodyEncoding) };
}
async function articleSummary(stack, article) {
  return { ...await common2(stack, article), type: article.type };
}
async function articleModel2(stack, article, reader) {
  const { editableBy, users, groups: ids2 } = article.permissions;
  return {
    communities: [],
    ...await articleSummary(stack, article),
    ...markdown(stack, article),
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userCanEdit: mayEdit(stack, reader.person, article),
    permissions: {
      editableBy,
      editorUsers: users.map((id3) => personOf(stack, id3)),
      editorUserGroups: groups.filter((group) => ids2.includes(group.id)).map((group) => groupModel(stack, group))
    },
    ...stack.switches.expirationDate ? { expirationDate: article.expires } : {}
  };
}
async function questionSummary(stack, question) {
  const answers2 = question.answers.filter((id3) => stack.posts.get("answer", id3)?.deleted === null);
  return { ...await common2(stack, question), isAnswered: false, answerCount: answers2.length };
}
async function questionModel2(stack, question) {
  return {
    communities: [],
    ...await questionSummary(stack, question),
    ...markdown(stack, question),
    mentionedUsers: [],
    mentionedUserGroups: [],
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userHasBookmarked: false
  };
}
async function answerSummary(stack, answer2, accepted) {
  const dates = stack.switches.dates;
  const url = `${stack.pages}/a/${answer2.question}/${answer2.id}`;
  const editor = answer2.lastEditor === null ? null : personOf(stack, answer2.lastEditor);
  return {
    id: answer2.id,
    questionId: answer2.question,
    body: await bodyHtml(answer2, stack.switches.html),
    score: 0,
    isAccepted: accepted,
    isDeleted: answer2.deleted !== null,
    isBookmarked: false,
    isFollowed: false,
    creationDate: spellDate(answer2.created, dates),
    lockedDate: null,
    lastEditDate: answer2.edited === null ? null : spellDate(answer2.edited, dates),
    lastActivityDate: spellDate(answer2.activity, dates),
    deletionDate: answer2.deleted === null ? null : spellDate(answer2.deleted, dates),
    owner: personOf(stack, answer2.owner),
    ...editor === null ? {} : { lastEditor: editor },
    lastActivityUser: editor ?? personOf(stack, answer2.owner),
    commentCount: 0,
    webUrl: url,
    shareLink: url,
    userCanFollow: true,
    canBeFollowed: true,
    isSubjectMatterExpert: false
  };
}
async function answerModel2(stack, answer2, accepted) {
  return { ...await answerSummary(stack, answer2, accepted), ...markdown(stack, answer2) };
}

// sandbox/stack/v3/page-of.ts
async function pageOf2(query, list, sort, order, model) {
  const { page, pageSize } = query.paging();
  const start = (page - 1) * pageSize;
  const items = await Promise.all(list.slice(start, start + pageSize).map(model));
  return {
    totalCount: list.length,
    pageSize,
    page,
    totalPages: Math.max(1, Math.ceil(list.length / pageSize)),
    sort,
    order,
    items
  };
}

// sandbox/stack/v3/read-body.ts
var jsonTypes = /^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/;
var Members = class {
  #values = /* @__PURE__ */ new Map();
  errors = {};
  constructor(value) {
    for (const [name2, member] of Object.entries(value))
      this.#values.set(name2.toLowerCase(), member);
  }
  get(name2) {
    return this.#values.get(name2.toLowerCase()) ?? null;
  }
  required(name2) {
    const label = capital(name2);
    this.errors[label] = [`The ${label} field is required.`];
  }
  misfit(path) {
    this.errors[`$.${path}`] = [`The JSON value could not be converted. Path: $.${path}`];
  }
  /** A text that may not be missing or blank. */
  text(name2) {
    const value = this.get(name2);
    if (value === null) this.required(name2);
    else if (typeof value !== "string") this.misfit(name2);
    else if (value.trim() === "") this.required(name2);
    else return value;
    return "";
  }
  texts(name2) {
    const value = this.get(name2);
    if (value === null) this.required(name2);
    else if (!Array.isArray(value)) this.misfit(name2);
    else if (!value.every((item) => typeof item === "string")) this.misfit(`${name2}[0]`);
    else return value;
    return [];
  }
  ids(name2, path) {
    const value = this.get(name2);
    if (value === null) return [];
    if (Array.isArray(value) && value.every((item) => Number.isInteger(item))) return value;
    this.misfit(path);
    return [];
  }
  refuse() {
    if (Object.keys(this.errors).length > 0) throw modelProblem(this.errors);
  }
};
function readBody(call) {
  const type = call.contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!jsonTypes.test(type)) throw new StackProblem(415, null);
  if (call.body.length === 0) throw modelProblem({ "": ["A non-empty request body is required."] });
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(call.body));
  } catch {
    throw modelProblem({ $: ["The body is not valid JSON in UTF-8."] });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw modelProblem({ $: ["The JSON value could not be converted. Path: $"] });
  return new Members(value);
}
function capital(name2) {
  return name2.charAt(0).toUpperCase() + name2.slice(1);
}

// sandbox/stack/v3/select-posts.ts
var postSorts = ["activity", "creation", "score"];
var sortOrders = ["asc", "desc"];
function selectPosts(store, kind, query) {
  const sort = query.choice("sort", postSorts, "activity");
  const order = query.choice("order", sortOrders, "desc");
  const author = query.integer("authorId");
  const tagIds = query.integers("tagId");
  const from = query.instant("from");
  const to = query.instant("to");
  query.paging();
  const ascending = store.ordered(kind, sort);
  const names2 = tagIds.map((id3) => [...store.tags()].find((tag) => tag.id === id3)?.name ?? null);
  const fits = (post) => (author === null || post.owner === author) && (from === null || post.created >= from) && (to === null || post.created <= to) && names2.every((name2) => name2 !== null && post.tags.includes(name2));
  const all18 = author === null && from === null && to === null && names2.length === 0;
  const kept2 = all18 ? ascending : ascending.filter(fits);
  return { list: order === "asc" ? kept2 : kept2.toReversed(), sort, order };
}

// sandbox/stack/v3/write-operation.ts
function writeOperation(method, path, bind, check, commit) {
  const authorise = (call) => {
    if (!call.token.writes || call.stack.switches.subscription !== "full") throw forbidden();
  };
  return {
    method,
    path,
    run: (call) => {
      if (call.stack.switches.checks === "authorise-first") authorise(call);
      const content2 = bind(call);
      check(call, content2);
      authorise(call);
      return commit(call, content2);
    }
  };
}
function nothing() {
  return null;
}

// sandbox/stack/v3/answers.ts
var sorts2 = ["score", "modified", "creation"];
var answers = [
  {
    method: "GET",
    path: "questions/*/answers",
    run: (call) => {
      const { stack, query } = call;
      const question = questionOf(call);
      const sort = query.choice("sort", sorts2, "score");
      const order = query.choice("order", sortOrders, "desc");
      query.paging();
      const rank4 = (answer2) => sort === "score" ? 0 : sort === "creation" ? answer2.created : answer2.activity;
      const list = question.answers.flatMap((id3) => stack.posts.get("answer", id3) ?? []).filter((answer2) => answer2.deleted === null).sort((a, b) => rank4(a) - rank4(b) || a.id - b.id);
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf2(
          query,
          list,
          sort,
          order,
          (answer2) => answerSummary(stack, answer2, question.accepted === answer2.id)
        )
      };
    }
  },
  {
    method: "GET",
    path: "questions/*/answers/*",
    run: (call) => {
      const question = questionOf(call);
      const answer2 = answerOf(call, question);
      const accepted = question.accepted === answer2.id;
      return { status: 200, json: () => answerModel2(call.stack, answer2, accepted) };
    }
  },
  writeOperation(
    "POST",
    "questions/*/answers",
    bindAnswer,
    checkAnswer("created"),
    (call, body) => {
      const id3 = idOf2(call, 0, "questionId");
      const question = call.stack.posts.get("question", id3);
      if (question === null || question.deleted !== null) throw notFound("Question", id3);
      if (question.locked && call.token.person.role !== "Moderator") throw forbidden();
      const answer2 = createAnswer(call.stack, call.token.person, question, body, call.at);
      return { status: 201, json: () => answerModel2(call.stack, answer2, false) };
    }
  ),
  writeOperation(
    "PUT",
    "questions/*/answers/*",
    bindAnswer,
    checkAnswer("updated"),
    (call, body) => {
      const question = questionOf(call);
      const before = editable2(call, "answer", answerOf(call, question).id);
      const answer2 = editPost(call.stack, call.token.person, before, { body }, call.at);
      const accepted = question.accepted === answer2.id;
      return { status: 200, json: () => answerModel2(call.stack, answer2, accepted) };
    }
  ),
  writeOperation("DELETE", "questions/*/answers/*", nothing, nothing, (call) => {
    const question = questionOf(call);
    const id3 = idOf2(call, 1, "answerId");
    const answer2 = call.stack.posts.get("answer", id3);
    return deletePost(call, "answer", id3, answer2?.question === question.id ? answer2 : null);
  }),
  writeOperation(
    "POST",
    "questions/*/answers/*/accept",
    nothing,
    nothing,
    (call) => setAccepted(call, true)
  ),
  writeOperation(
    "DELETE",
    "questions/*/answers/*/accept",
    nothing,
    nothing,
    (call) => setAccepted(call, false)
  )
];
function setAccepted(call, accepted) {
  const question = questionOf(call);
  const answer2 = answerOf(call, question);
  if (question.deleted !== null) throw notFound("Question", question.id);
  if (answer2.deleted !== null) throw notFound("Answer", answer2.id);
  if (!mayManage(call.token.person, question)) throw forbidden();
  if (question.accepted === answer2.id !== accepted)
    acceptAnswer(call.stack, question, accepted ? answer2.id : null, call.at);
  return { status: 200, json: () => answerSummary(call.stack, answer2, accepted) };
}
function questionOf(call) {
  return visible(call, "question", idOf2(call, 0, "questionId"));
}
function answerOf(call, question) {
  const id3 = idOf2(call, 1, "answerId");
  const answer2 = visible(call, "answer", id3);
  if (answer2.question !== question.id) throw notFound("Answer", id3);
  return answer2;
}
function bindAnswer(call) {
  const members = readBody(call);
  const body = members.text("body");
  members.refuse();
  return body;
}
function checkAnswer(outcome) {
  return (call, body) => {
    const detail = brokenLimit({ kind: "answer", body }, call.stack.switches);
    if (detail !== null)
      throw domainProblem(400, "answers/ValidationErrors", `Answer not ${outcome}`, detail);
  };
}

// sandbox/stack/v3/articles.ts
var articles = [
  {
    method: "GET",
    path: "articles",
    run: ({ stack, query }) => {
      const { list, sort, order } = selectPosts(stack.posts, "article", query);
      return {
        status: 200,
        json: () => pageOf2(query, list, sort, order, (article) => articleSummary(stack, article))
      };
    }
  },
  {
    method: "GET",
    path: "articles/*",
    run: (call) => {
      const article = visible(call, "article", idOf2(call, 0, "articleId"));
      return { status: 200, json: () => articleModel2(call.stack, article, call.token) };
    }
  },
  writeOperation("POST", "articles", bindArticle, checkArticle("created"), (call, content2) => {
    refuseBySite2(call, content2, true);
    const article = createArticle(call.stack, call.token.person, content2, call.at);
    return { status: 201, json: () => articleModel2(call.stack, article, call.token) };
  }),
  writeOperation("PUT", "articles/*", bindArticle, checkArticle("updated"), (call, content2) => {
    const before = editable2(call, "article", idOf2(call, 0, "articleId"));
    if (!mayManage(call.token.person, before) && !samePermissions(before, content2))
      throw forbidden();
    refuseBySite2(call, content2, false);
    const article = editPost(call.stack, call.token.person, before, content2, call.at);
    return { status: 200, json: () => articleModel2(call.stack, article, call.token) };
  }),
  writeOperation("DELETE", "articles/*", nothing, nothing, (call) => {
    const id3 = idOf2(call, 0, "articleId");
    return deletePost(call, "article", id3, call.stack.posts.get("article", id3));
  })
];
function bindArticle(call) {
  const members = readBody(call);
  const input = {
    title: members.text("title"),
    body: members.text("body"),
    tags: members.texts("tags"),
    type: bindType(members),
    permissions: bindPermissions(members),
    expires: call.stack.switches.expirationDate ? bindExpiry(members) : null
  };
  members.refuse();
  return input;
}
function bindType(members) {
  const value = members.get("type");
  const type = apiArticleTypes.find((known2) => known2 === value);
  if (value === null) members.required("type");
  else if (type === void 0) members.misfit("type");
  return type ?? "knowledgeArticle";
}
function bindPermissions(members) {
  const value = members.get("permissions");
  if (value === null) return everyone;
  if (typeof value !== "object" || Array.isArray(value)) {
    members.misfit("permissions");
    return everyone;
  }
  const inner = new Members(value);
  const wanted = inner.get("editableBy");
  const editableBy = editableByValues.find((known2) => known2 === wanted);
  if (editableBy === void 0 && wanted !== null) members.misfit("permissions.editableBy");
  const permissions = {
    editableBy: editableBy ?? "everyone",
    users: inner.ids("editorUserIds", "permissions.editorUserIds"),
    groups: inner.ids("editorUserGroupIds", "permissions.editorUserGroupIds")
  };
  Object.assign(members.errors, inner.errors);
  return permissions;
}
function bindExpiry(members) {
  const value = members.get("expirationDate");
  if (value === null) return null;
  if (typeof value === "string" && !Number.isNaN(Date.parse(value))) return value;
  members.misfit("expirationDate");
  return null;
}
function checkArticle(outcome) {
  return (call, content2) => {
    const detail = brokenLimit({ kind: "article", ...content2 }, call.stack.switches) ?? unknownEditor(content2.permissions);
    if (detail !== null) throw invalidArticle(outcome, detail);
  };
}
function refuseBySite2({ stack, token }, content2, isNew) {
  const detail = siteRefusal(stack, token.person, { kind: "article", ...content2 }, isNew);
  if (detail !== null) throw invalidArticle(isNew ? "created" : "updated", detail);
}
function invalidArticle(outcome, detail) {
  return domainProblem(400, "articles/ValidationErrors", `Article not ${outcome}`, detail);
}
function unknownEditor(permissions) {
  const user = permissions.users.find((id3) => personById(id3) === null);
  if (user !== void 0) return `User ID ${user} not found`;
  const group = permissions.groups.find((id3) => !groups.some((known2) => known2.id === id3));
  return group === void 0 ? null : `User group ID ${group} not found`;
}
function samePermissions(before, after) {
  const a = before.permissions;
  const b = after.permissions;
  const same = (x, y) => new Set(x).symmetricDifference(new Set(y)).size === 0;
  return a.editableBy === b.editableBy && same(a.users, b.users) && same(a.groups, b.groups);
}

// sandbox/stack/v3/directory.ts
var userSorts = ["reputation"];
var groupSorts = ["name", "size"];
var tagSorts = ["name", "postCount", "creationDate"];
var directory2 = [
  {
    method: "GET",
    path: "users/me",
    run: ({ stack, token }) => ({
      status: 200,
      json: () => personDetails(stack, token.person, token.person)
    })
  },
  {
    method: "GET",
    path: "users/by-email/*",
    run: ({ stack, token, params }) => {
      if (token.person.role !== "Moderator") throw forbidden();
      const email = (params[0] ?? "").toLowerCase();
      const person = Object.values(people).find((known2) => known2.email === email);
      if (person === void 0) throw notFound("User", email);
      return { status: 200, json: () => personDetails(stack, person, token.person) };
    }
  },
  {
    method: "GET",
    path: "users/*",
    run: (call) => {
      const id3 = idOf2(call, 0, "userId");
      const person = personById(id3);
      if (person === null) throw notFound("User", id3);
      return { status: 200, json: () => personDetails(call.stack, person, call.token.person) };
    }
  },
  {
    method: "GET",
    path: "users",
    run: ({ stack, query }) => {
      const sort = query.choice("sort", userSorts, "reputation");
      const order = query.choice("order", sortOrders, "desc");
      query.paging();
      const list = Object.values(people).toSorted((a, b) => a.reputation - b.reputation);
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf2(query, list, sort, order, (person) => personModel(stack, person))
      };
    }
  },
  {
    method: "GET",
    path: "user-groups/*",
    run: (call) => {
      const id3 = idOf2(call, 0, "userGroupId");
      const group = groups.find((known2) => known2.id === id3);
      if (group === void 0) throw notFound("User group", id3);
      return { status: 200, json: () => groupModel(call.stack, group) };
    }
  },
  {
    method: "GET",
    path: "user-groups",
    run: ({ stack, query }) => {
      const sort = query.choice("sort", groupSorts, "name");
      const order = query.choice("order", sortOrders, "asc");
      query.paging();
      const list = groups.toSorted(
        (a, b) => sort === "name" ? compare(a.name, b.name) : a.members.length - b.members.length
      );
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf2(query, list, sort, order, (group) => groupModel(stack, group))
      };
    }
  },
  {
    method: "GET",
    path: "tags",
    run: ({ stack, query }) => {
      const sort = query.choice("sort", tagSorts, "name");
      const order = query.choice("order", sortOrders, "asc");
      const part = query.text("partialName")?.toLowerCase() ?? "";
      const withExperts = query.flag("hasSmes");
      const withSynonyms = query.flag("hasSynonyms");
      query.paging();
      const masters = new Set(Object.values(stack.switches.synonyms));
      const list = [...stack.posts.tags()].filter((tag) => tag.name.includes(part)).filter((tag) => withExperts === null || withExperts === (expertCount(stack, tag) ?? 0) > 0).filter((tag) => withSynonyms === null || withSynonyms === masters.has(tag.name)).sort((a, b) => rank2(a, b, sort));
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf2(query, list, sort, order, (tag) => tagModel(stack, tag))
      };
    }
  },
  {
    method: "GET",
    path: "tags/*",
    run: (call) => {
      const tag = tagOf(call);
      return { status: 200, json: () => tagDetails(call.stack, tag) };
    }
  },
  {
    method: "GET",
    path: "tags/*/subject-matter-experts",
    run: (call) => {
      const tag = tagOf(call);
      if (call.stack.switches.expertise === "off")
        throw domainProblem(
          422,
          "subject-matter-experts/NotEnabled",
          "Subject matter experts are not enabled",
          "Subject matter experts are not enabled on this site."
        );
      return { status: 200, json: () => expertsModel(call.stack, tag) };
    }
  }
];
function tagOf(call) {
  const id3 = idOf2(call, 0, "tagId");
  const tag = [...call.stack.posts.tags()].find((known2) => known2.id === id3);
  if (tag === void 0) throw notFound("Tag", id3);
  return tag;
}
function rank2(a, b, sort) {
  if (sort === "postCount") return a.posts - b.posts || compare(a.name, b.name);
  if (sort === "creationDate") return a.created - b.created || a.id - b.id;
  return compare(a.name, b.name);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// builtin-import:node:crypto?sandbox/stack/image-store.ts
var all15 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one15 = (name2) => all15[name2];
var $randomUUID = /* @__PURE__ */ one15("randomUUID");

// sandbox/stack/image-store.ts
var ImageStore = class {
  #images = /* @__PURE__ */ new Map();
  get size() {
    return this.#images.size;
  }
  add(type, bytes) {
    const image = { id: $randomUUID(), type, bytes };
    this.#images.set(image.id, image);
    return image;
  }
  get(id3) {
    return this.#images.get(id3.toLowerCase()) ?? null;
  }
  snapshot() {
    return [...this.#images.values()].map(({ bytes, ...image }) => ({
      ...image,
      base64: Buffer.from(bytes).toString("base64")
    }));
  }
  restore(images2) {
    this.#images.clear();
    for (const { base64, ...image } of images2)
      this.#images.set(image.id, { ...image, bytes: Buffer.from(base64, "base64") });
  }
};
function imagePath({ id: id3, type }) {
  return `/images/s/${id3}.${type}`;
}

// sandbox/stack/v3/images.ts
var raw = /^(?:image\/jpeg|img\/(?:png|gif|bmp|webp))$/;
var images = [
  writeOperation("POST", "images/upload", bindFile, checkFile, ({ stack }, bytes) => {
    const image = stack.images.add(typeOf(bytes), bytes);
    const url = stack.pages + imagePath(image);
    return { status: 200, json: () => ({ id: image.id, url }) };
  }),
  {
    method: "GET",
    path: "images/*",
    run: ({ stack, params }) => {
      const image = stack.images.get(params[0] ?? "");
      if (image === null) throw new StackProblem(404, null);
      return { status: 200, bytes: { type: `image/${image.type}`, content: image.bytes } };
    }
  }
];
function bindFile({ contentType, body, file }) {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (raw.test(type)) return body;
  if (type !== "multipart/form-data") throw new StackProblem(415, null);
  if (file === null) throw modelProblem({ File: ["The File field is required."] });
  return file;
}
function checkFile(_call, bytes) {
  typeOf(bytes);
  if (bytes.length > mostImageBytes)
    throw domainProblem(
      400,
      "images/ValidationErrors",
      "Image not uploaded",
      "The image is larger than 2 MiB."
    );
}
function typeOf(bytes) {
  const type = imageTypeOf(bytes);
  if (type === null) throw new StackProblem(415, null);
  return type;
}

// sandbox/stack/v3/questions.ts
var questions = [
  {
    method: "GET",
    path: "questions",
    run: ({ stack, query }) => {
      const ids2 = new Set(query.integers("questionId"));
      const accepted = query.flag("hasAcceptedAnswer");
      const answered = query.flag("isAnswered");
      const { list, sort, order } = selectPosts(stack.posts, "question", query);
      const kept2 = list.filter(
        (question) => (ids2.size === 0 || ids2.has(question.id)) && (accepted === null || accepted === (question.accepted !== null)) && answered !== true
      );
      return {
        status: 200,
        json: () => pageOf2(query, kept2, sort, order, (question) => questionSummary(stack, question))
      };
    }
  },
  {
    method: "GET",
    path: "questions/*",
    run: (call) => {
      const question = visible(call, "question", idOf2(call, 0, "questionId"));
      return { status: 200, json: () => questionModel2(call.stack, question) };
    }
  },
  writeOperation("POST", "questions", bindQuestion, checkQuestion("created"), (call, content2) => {
    refuseBySite3(call, content2, true);
    const question = createQuestion(call.stack, call.token.person, content2, call.at);
    return { status: 201, json: () => questionModel2(call.stack, question) };
  }),
  writeOperation("PUT", "questions/*", bindQuestion, checkQuestion("updated"), (call, content2) => {
    const before = editable2(call, "question", idOf2(call, 0, "questionId"));
    refuseBySite3(call, content2, false);
    const question = editPost(call.stack, call.token.person, before, content2, call.at);
    return { status: 200, json: () => questionModel2(call.stack, question) };
  }),
  writeOperation("DELETE", "questions/*", nothing, nothing, (call) => {
    const id3 = idOf2(call, 0, "questionId");
    return deletePost(call, "question", id3, call.stack.posts.get("question", id3));
  })
];
function bindQuestion(call) {
  const members = readBody(call);
  const input = {
    title: members.text("title"),
    body: members.text("body"),
    tags: members.texts("tags")
  };
  members.refuse();
  return input;
}
function refuseBySite3({ stack, token }, content2, isNew) {
  const detail = siteRefusal(stack, token.person, { kind: "question", ...content2 }, isNew);
  if (detail !== null) throw invalidQuestion(isNew ? "created" : "updated", detail);
}
function invalidQuestion(outcome, detail) {
  return domainProblem(400, "questions/ValidationErrors", `Question not ${outcome}`, detail);
}
function checkQuestion(outcome) {
  return (call, content2) => {
    const detail = brokenLimit({ kind: "question", ...content2 }, call.stack.switches);
    if (detail !== null) throw invalidQuestion(outcome, detail);
  };
}

// sandbox/stack/v3/unserved.ts
var unserved2 = [
  ["questions/*/linked", "GET"],
  ["questions/*/related", "GET"],
  ["questions/*/flags/options", "GET"],
  ["questions/*/upvote", "POST DELETE"],
  ["questions/*/downvote", "POST DELETE"],
  ["questions/*/bookmark", "POST DELETE"],
  ["questions/*/flags", "POST"],
  ["questions/*/answers/*/flags/options", "GET"],
  ["questions/*/answers/*/upvote", "POST DELETE"],
  ["questions/*/answers/*/downvote", "POST DELETE"],
  ["questions/*/answers/*/flags", "POST"],
  ["articles/*/linked-questions", "GET"],
  ["articles/*/upvote", "POST DELETE"],
  ["tags/*/subject-matter-experts", "PUT"],
  ["tags/*/tag-watchers", "GET"],
  ["tags/*/subject-matter-experts/user-groups", "POST"],
  ["tags/*/subject-matter-experts/users", "POST"],
  ["tags/*/subject-matter-experts/user-groups/*", "DELETE"],
  ["tags/*/subject-matter-experts/users/*", "DELETE"],
  ["questions/*/comments", "GET"],
  ["articles/*/comments", "GET"],
  ["questions/*/answers/*/comments", "GET"],
  ["users/*/watched-tags", "GET"],
  ["users/by-external-id/*", "GET"],
  ["user-groups", "POST"],
  ["user-groups/*", "PUT"],
  ["user-groups/*/members", "POST"],
  ["user-groups/*/members/*", "DELETE"],
  ["search", "GET"],
  ["collections", "GET POST"],
  ["collections/*", "GET PUT DELETE"]
];
var unservedOnMainSite = [
  ["users/manage", "GET"],
  ["communities", "GET"],
  ["communities/*", "GET"],
  ["communities/*/join", "POST"],
  ["communities/*/join/bulk", "POST"],
  ["communities/*/leave", "POST"],
  ["communities/*/leave/bulk", "POST"]
];

// sandbox/stack/v3/locate.ts
var served = [...articles, ...questions, ...answers, ...images, ...directory2].map(
  (operation) => ({
    operation,
    pattern: operation.path.split("/")
  })
);
function locate2(method, segments, mainSite) {
  if (mainSite) refuse(unservedOnMainSite, method, segments);
  const allowed = [];
  for (const { operation, pattern } of served) {
    const params = fit(pattern, segments);
    if (params === null) continue;
    if (operation.method === method) return { operation, params };
    allowed.push(operation.method);
  }
  refuse(unserved2, method, segments);
  if (allowed.length > 0) throw new StackProblem(405, null);
  throw new StackProblem(404, "Not found\n");
}
function refuse(list, method, segments) {
  for (const [path, methods2] of list) {
    if (fit(path.split("/"), segments) !== null && methods2.split(" ").includes(method))
      throw new StackProblem(
        501,
        `The sandbox does not serve ${method} ${path}. The real site does.
`
      );
  }
}
function fit(pattern, segments) {
  return matchPath(pattern, segments, { ignoreCase: true });
}

// sandbox/stack/v3/query.ts
var pageSizes = /* @__PURE__ */ new Set([15, 30, 50, 100]);
var maxInt32 = 2147483647;
var Query = class {
  #values = /* @__PURE__ */ new Map();
  #mostOnPage;
  constructor(parameters, { mostOnPage }) {
    this.#mostOnPage = mostOnPage;
    for (const [name2, value] of parameters) {
      const key = name2.toLowerCase();
      const values = this.#values.get(key);
      if (values === void 0) this.#values.set(key, [value]);
      else values.push(value);
    }
  }
  text(name2) {
    const value = this.#values.get(name2.toLowerCase())?.[0];
    return value === void 0 || value === "" ? null : value;
  }
  integer(name2) {
    const value = this.text(name2);
    return value === null ? null : integerOf(name2, value);
  }
  integers(name2) {
    const values = this.#values.get(name2.toLowerCase()) ?? [];
    return values.filter((value) => value !== "").map((value) => integerOf(name2, value));
  }
  flag(name2) {
    const value = this.text(name2)?.toLowerCase() ?? null;
    if (value === null) return null;
    if (value !== "true" && value !== "false") throw invalid(name2, value);
    return value === "true";
  }
  choice(name2, values, fallback) {
    const value = this.text(name2);
    if (value === null) return fallback;
    const found = values.find((known2) => known2.toLowerCase() === value.toLowerCase());
    if (found === void 0) throw invalid(name2, value);
    return found;
  }
  /** Milliseconds since 1970 UTC, or null. A time without a zone counts as UTC. */
  instant(name2) {
    const value = this.text(name2);
    if (value === null) return null;
    const hasTime = /^\d{4}-\d{2}-\d{2}[T ]/.test(value);
    const zoned = !hasTime || /(z|[+-]\d{2}:?\d{2})$/i.test(value);
    const time = Date.parse(zoned ? value : `${value}Z`);
    if (Number.isNaN(time)) throw invalid(name2, value);
    return time;
  }
  paging() {
    const page = this.integer("page") ?? 1;
    if (page < 1)
      throw modelProblem({ page: [`The field page must be between 1 and ${maxInt32}.`] });
    const pageSize = this.integer("pageSize") ?? 30;
    if (!pageSizes.has(pageSize))
      throw modelProblem({ pageSize: ["The field pageSize must be 15, 30, 50 or 100."] });
    return { page, pageSize: Math.min(pageSize, this.#mostOnPage) };
  }
};
function integerOf(name2, value) {
  const number2 = /^[+-]?\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number2) || Math.abs(number2) > maxInt32) throw invalid(name2, value);
  return number2;
}
function invalid(name2, value) {
  return modelProblem({ [name2]: [`The value '${value}' is not valid.`] });
}

// sandbox/stack/v3/run-operation.ts
function runOperation({ method, segments, query, ...request }) {
  try {
    const { operation, params } = locate2(method, segments, request.stack.team === null);
    const asked = new Query(query, request.stack.switches);
    return operation.run({ ...request, params, query: asked });
  } catch (error) {
    if (!(error instanceof StackProblem)) throw error;
    const { status, body } = error;
    return { status, json: () => body };
  }
}

// sandbox/stack/v3/stacky.ts
var stacky = [
  "   _______________",
  "  |  o         o  |",
  "  |     \\___/     |",
  "  |_______________|",
  "   /_/_/_/_/_/_/_/",
  "  /_/_/_/_/_/_/_/",
  ""
].join("\n");

// sandbox/stack/v3/serve-v3.ts
async function serveV3(site, exchange, body) {
  const { request, url, method, entry } = exchange;
  const path = pathSegments(url.pathname)?.slice(site.tier === "business" ? 1 : 2) ?? [];
  if (path.length === 1 && path[0]?.toLowerCase() === "stacky" && method === "GET")
    return exchange.answer(textReply(200, stacky));
  const inTeam = path[0]?.toLowerCase() === "teams";
  const segments = inTeam ? path.slice(2) : path;
  if (segments.length === 0 || !inTeam && site.tier === "business")
    return exchange.answer(textReply(404, "Not found\n"));
  const stack = site.placeOf(inTeam ? path[1] ?? "" : null);
  let token;
  try {
    if (stack === null) throw wrongTeam(site);
    token = identify2(stack, request.headers.authorization ?? null);
  } catch (error) {
    if (error instanceof StackProblem) return exchange.answer(replyOf(site, error, {}));
    throw error;
  }
  entry.token = token.name;
  const { allowed, headers, wait: wait2 } = stack.throttle.take(token.name, stack.switches);
  if (!allowed)
    return exchange.answer(
      tooMany(withRetryAfter(headers, stack.switches.retryAfter ? wait2 : null))
    );
  const call = {
    stack,
    token,
    method,
    segments,
    query: url.searchParams,
    contentType: request.headers["content-type"] ?? null,
    body,
    file: await readFile(request.headers["content-type"] ?? null, new Uint8Array(body))
  };
  const carryOut = async (at) => {
    const { status, json, bytes } = await keepChanges(
      stack,
      entry,
      () => runOperation({ ...call, at })
    );
    if (bytes) return async () => ({ status, headers, type: bytes.type, body: bytes.content });
    return async () => replyOf(stack, { status, body: await json?.() ?? null }, headers);
  };
  const asked = { segments, token: token.name };
  const { faults, late } = stack;
  await respond(exchange, faults, asked, {
    carryOut,
    refusals: refusals(headers),
    late,
    lateClock: "site"
  });
}
function wrongTeam({ tier, switches }) {
  if (tier === "enterprise" || switches.wrongTeam === "unauthorized") return refused3();
  return new StackProblem(500, { type: null, title: "An error occurred.", status: 500 });
}
function refusals(headers) {
  return {
    throttled: ({ retryAfter }) => tooMany(withRetryAfter(headers, retryAfter)),
    unauthorized: () => ({ ...textReply(401, "Invalid access token"), headers }),
    error: ({ status = 500, retryAfter }) => ({
      ...jsonReply(status, { type: null, title: "An error occurred.", status }),
      headers: withRetryAfter(headers, retryAfter)
    }),
    html: ({ status = 200 }) => ({ status, type: htmlType, body: signInPage, headers })
  };
}
function tooMany(headers) {
  const problem = {
    type: "/v3/errors/too-many-requests",
    title: "Too Many Requests",
    status: 429
  };
  return { ...jsonReply(429, problem), headers };
}
function replyOf(stack, { status, body }, headers) {
  const text = typeof body === "string";
  const missing = stack.switches.contentType === "missing";
  return {
    status,
    headers,
    type: missing ? null : text ? textType : jsonType,
    body: body === null || text ? body : JSON.stringify(body)
  };
}

// sandbox/stack/serve-stack.ts
var versions = [
  { tier: "business", below: /^\/v3(\/|$)/i, serve: serveV3 },
  { tier: "enterprise", below: /^\/api\/v3(\/|$)/i, serve: serveV3 },
  { tier: "business", below: /^\/2\.3(\/|$)/, serve: serveV2 },
  { tier: "enterprise", below: /^\/api\/2\.3(\/|$)/i, serve: serveV2 }
];
async function serveStack(stack, request, response, url, closing) {
  const version = versions.find(
    ({ tier, below }) => tier === stack.tier && below.test(url.pathname)
  );
  if (version !== void 0) return serveApi(version.serve, stack, request, response, url, closing);
  if (stack.tier === "enterprise" && /^\/oauth(\/|$)/i.test(url.pathname))
    return serveOAuth(stack, request, response, url, closing);
  const read = request.method === "GET" || request.method === "HEAD";
  if (!read) return send(response, textReply(404, "Not found\n"));
  const { servePage } = await import("./sandbox.pages.serve-page.js");
  send(response, await servePage(stack, url) ?? textReply(404, "Not found\n"));
}

// sandbox/route-request.ts
async function routeRequest(state, request, response, url) {
  const { pathname } = url;
  const control = /^\/_control(\/|$)/.test(pathname);
  if (!control && pathname !== "/")
    return serveStack(state.stack, request, response, url, state.closing.signal);
  const read = request.method === "GET" || request.method === "HEAD";
  const form = request.method === "POST" && isForm(request);
  if (control && !form && !(read && wantsPage(request)))
    return send(response, await serveControl(state, request, url));
  if (!read && !form) return send(response, textReply(404, "Not found\n"));
  const why = refusal(request);
  if (why !== null) return send(response, textReply(403, `${why}
`));
  const { serveControlPage } = await import("./sandbox.pages.serve-page.js");
  const reply = form ? await serveForm(state, request, url) : await serveControlPage(state, url) ?? await serveControl(state, request, url);
  send(response, reply);
}
async function routeGitHubRequest(state, request, response, url) {
  const asset = url.pathname.startsWith("/assets/");
  if (request.method === "GET" && (asset || wantsPage(request)) && refusal(request) === null) {
    const { serveGitHubPage } = await import("./sandbox.pages.serve-page.js");
    const page = await serveGitHubPage(state, url);
    if (page !== null) return send(response, page);
  }
  const { serveGitHub } = await import("./sandbox.github.serve-github.js");
  await serveGitHub(state.github, request, response, url, state.closing.signal);
}
function wantsPage(request) {
  return /\btext\/html\b/.test(request.headers.accept ?? "");
}
function isForm(request) {
  return /^application\/x-www-form-urlencoded\b/.test(request.headers["content-type"] ?? "");
}

// sandbox/exchange/sandbox-time.ts
var realTime = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  wait
};

// sandbox/exchange/sandbox-clock.ts
var SandboxClock = class {
  #offset = 0;
  #last = 0;
  time;
  constructor(time = realTime) {
    this.time = time;
  }
  /** Milliseconds since 1970 UTC, never before the last change. */
  now() {
    return Math.max(this.time.now() + this.#offset, this.#last);
  }
  /**
   * Gives a change its instant, later than every change before it unless `shared`.
   * `at` is the wish of a change that became due in the past.
   */
  tick(at, shared) {
    const wished = at ?? this.time.now() + this.#offset;
    this.#last = Math.max(wished, shared ? this.#last : this.#last + 1);
    return this.#last;
  }
  advance(milliseconds) {
    this.#offset += milliseconds;
  }
  get state() {
    return { offset: this.#offset, last: this.#last };
  }
  restore(state) {
    this.#offset = state.offset;
    this.#last = state.last;
  }
};

// sandbox/stack/post-store.ts
var PostStore = class {
  #posts = /* @__PURE__ */ new Map();
  #tags = /* @__PURE__ */ new Map();
  #ordered = /* @__PURE__ */ new Map();
  #nextPost = 1;
  #nextTag = 1;
  #revision = 0;
  /** Counts the changes. */
  get revision() {
    return this.#revision;
  }
  get size() {
    return this.#posts.size;
  }
  newId() {
    return this.#nextPost++;
  }
  /** A post of a kind, deleted ones too. */
  get(kind, id3) {
    const post = this.#posts.get(id3);
    return post?.kind === kind ? post : null;
  }
  find(id3) {
    return this.#posts.get(id3) ?? null;
  }
  all() {
    return this.#posts.values();
  }
  /** Adds a post or puts a new version in the place of the one with its id. */
  put(post, at) {
    this.#count(this.#posts.get(post.id), -1, at);
    this.#count(post, 1, at);
    this.#posts.set(post.id, post);
    this.#ordered.clear();
    this.#revision += 1;
  }
  /** The posts of a kind that are not deleted, oldest (or lowest) first. Sorted at most once per change. */
  ordered(kind, sort) {
    const key = `${kind} ${sort}`;
    const known2 = this.#ordered.get(key);
    if (known2 !== void 0) return known2;
    const list = [...this.#posts.values()].filter(
      (post) => post.kind === kind && post.deleted === null
    );
    list.sort((a, b) => rank3(a, sort) - rank3(b, sort) || a.id - b.id);
    this.#ordered.set(key, list);
    return list;
  }
  tag(name2) {
    return this.#tags.get(name2) ?? null;
  }
  tags() {
    return this.#tags.values();
  }
  snapshot() {
    return {
      nextPost: this.#nextPost,
      nextTag: this.#nextTag,
      posts: [...this.#posts.values()],
      tags: [...this.#tags.values()]
    };
  }
  restore(snapshot) {
    this.#posts.clear();
    this.#tags.clear();
    this.#ordered.clear();
    for (const post of snapshot.posts) this.#posts.set(post.id, post);
    for (const tag of snapshot.tags) this.#tags.set(tag.name, tag);
    this.#nextPost = snapshot.nextPost;
    this.#nextTag = snapshot.nextTag;
    this.#revision += 1;
  }
  #count(post, step, at) {
    if (post === void 0 || post.kind === "answer") return;
    for (const name2 of post.tags) {
      const tag = this.#tags.get(name2) ?? { id: this.#nextTag++, name: name2, created: at, posts: 0 };
      this.#tags.set(name2, { ...tag, posts: tag.posts + (post.deleted === null ? step : 0) });
    }
  }
};
function rank3(post, sort) {
  if (sort === "activity") return post.activity;
  return sort === "creation" ? post.created : 0;
}

// sandbox/stack/throttle.ts
var Throttle = class {
  #meters = /* @__PURE__ */ new Map();
  #now;
  constructor(now = () => performance.now()) {
    this.#now = now;
  }
  clear() {
    this.#meters.clear();
  }
  take(token, switches) {
    if (!switches.throttle) return { allowed: true, headers: {}, wait: 0 };
    const now = this.#now();
    const meter = this.#meter(token, switches, now);
    const allowed = meter.burstLeft > 0 && meter.bucketLeft > 0;
    if (allowed) {
      meter.burstLeft -= 1;
      meter.bucketLeft -= 1;
    }
    const untilBurst = switches.burstSeconds - (now - meter.burstStarted) / 1e3;
    const untilRefill = switches.refillSeconds - (now - meter.refilled) / 1e3;
    const missing = switches.bucket - meter.bucketLeft;
    const refills = Math.ceil(missing / switches.refill);
    const untilFull = missing === 0 ? 0 : untilRefill + (refills - 1) * switches.refillSeconds;
    const wait2 = Math.max(
      meter.burstLeft > 0 ? 0 : untilBurst,
      meter.bucketLeft > 0 ? 0 : untilRefill
    );
    return {
      allowed,
      wait: allowed ? 0 : Math.ceil(wait2),
      headers: {
        "x-burst-throttle-calls-left": String(meter.burstLeft),
        "x-burst-throttle-seconds-until-full": String(Math.ceil(untilBurst)),
        "x-token-bucket-calls-left": String(meter.bucketLeft),
        "x-token-bucket-seconds-until-full": String(Math.ceil(untilFull)),
        "x-token-bucket-seconds-until-next-refill": String(
          missing === 0 ? 0 : Math.ceil(untilRefill)
        )
      }
    };
  }
  #meter(token, switches, now) {
    let meter = this.#meters.get(token);
    if (meter === void 0) {
      meter = {
        burstLeft: switches.burst,
        burstStarted: now,
        bucketLeft: switches.bucket,
        refilled: now
      };
      this.#meters.set(token, meter);
    }
    if (now - meter.burstStarted >= switches.burstSeconds * 1e3) {
      meter.burstStarted = now;
      meter.burstLeft = switches.burst;
    }
    const refills = Math.floor((now - meter.refilled) / (switches.refillSeconds * 1e3));
    if (refills > 0) {
      meter.refilled += refills * switches.refillSeconds * 1e3;
      meter.bucketLeft = Math.min(switches.bucket, meter.bucketLeft + refills * switches.refill);
    }
    return meter;
  }
};

// builtin-import:node:crypto?sandbox/stack/tokens.ts
var all16 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one16 = (name2) => all16[name2];
var $createHash4 = /* @__PURE__ */ one16("createHash");

// sandbox/stack/tokens.ts
var known = [
  { name: "write", person: people.account, writes: true, state: "valid" },
  { name: "read", person: people.account, writes: false, state: "valid" },
  { name: "admin", person: people.admin, writes: true, state: "valid" },
  { name: "colleague", person: people.colleague, writes: true, state: "valid" },
  { name: "expired", person: people.account, writes: true, state: "expired" },
  { name: "revoked", person: people.account, writes: true, state: "revoked" },
  { name: "other", person: people.account, writes: true, state: "elsewhere" },
  { name: "service", person: people.community, writes: true, state: "valid" }
];
function tokenStrings2(tier, team) {
  const letters = (name2) => $createHash4("sha256").update(`sandbox ${name2}`).digest("base64url").slice(0, 22);
  const text = (name2) => `${letters(`${team ?? ""} ${name2}`)}))`;
  return {
    write: text("write"),
    read: text("read"),
    admin: text("admin"),
    colleague: text("colleague"),
    expired: text("expired"),
    revoked: text("revoked"),
    invalid: text("invalid"),
    other: text("other"),
    ...tier === "enterprise" && { service: text("service"), key: `${letters("key")}((` }
  };
}
function knownTokens(strings) {
  return new Map(
    known.flatMap((token) => {
      const text = strings[token.name];
      return text === void 0 ? [] : [[text, token]];
    })
  );
}
function stateElsewhere(state) {
  if (state === "elsewhere") return "valid";
  return state === "revoked" ? "revoked" : "elsewhere";
}
function tokensElsewhere(tokens) {
  return new Map(
    [...tokens].map(([text, token]) => [text, { ...token, state: stateElsewhere(token.state) }])
  );
}

// sandbox/stack/v2/article-pace.ts
var ArticlePace = class {
  #writes = /* @__PURE__ */ new Map();
  clear() {
    this.#writes.clear();
  }
  /** Counts a write of an account at an instant, or throws how long it has to wait. */
  take(account, switches, now) {
    const most = switches.articlesPerMinute ?? (switches.throttle ? 1 : 0);
    if (most === 0) return;
    const recent = (this.#writes.get(account) ?? []).filter((at) => now - at < 6e4);
    const [oldest = now] = recent;
    if (recent.length >= most) {
      const wait2 = Math.ceil((oldest + 6e4 - now) / 1e3);
      throw throttled("you may only write so many articles a minute", wait2);
    }
    this.#writes.set(account, [...recent, now]);
  }
};

// sandbox/stack/v2/request-throttle.ts
var day = 864e5;
var RequestThrottle = class {
  #recent = [];
  #bannedUntil = 0;
  #used = /* @__PURE__ */ new Map();
  #day = 0;
  #backoffs = /* @__PURE__ */ new Map();
  clear() {
    this.#recent = [];
    this.#bannedUntil = 0;
    this.#used.clear();
    this.#backoffs.clear();
  }
  /**
   * Counts a request of the one address that asks here. The seconds for which it is banned, or null:
   * more requests in a second than the switch says begin a ban.
   */
  banned(switches, now) {
    const most = switches.requestsPerSecond ?? (switches.throttle ? 30 : 0);
    if (most === 0) return null;
    if (now >= this.#bannedUntil) {
      this.#recent = [...this.#recent.filter((at) => now - at < 1e3), now];
      if (this.#recent.length <= most) return null;
      this.#recent = [];
      this.#bannedUntil = now + switches.banSeconds * 1e3;
    }
    return Math.ceil((this.#bannedUntil - now) / 1e3);
  }
  /** Counts a call and returns what is left of the day's quota; throws where that or a backoff is violated. */
  admit({ name: name2, method }, switches, now) {
    const today = Math.floor(now / day);
    if (today !== this.#day) this.#used.clear();
    this.#day = today;
    const enforced = switches.quota ?? (switches.throttle ? 1e4 : 0);
    const max = enforced === 0 ? 1e4 : enforced;
    const used = (this.#used.get(name2) ?? 0) + 1;
    if (enforced !== 0 && used > max)
      throw throttled(comeBackIn(Math.ceil(((today + 1) * day - now) / 1e3)));
    this.#used.set(name2, used);
    if (now < (this.#backoffs.get(`${name2} ${method}`) ?? 0)) throw throttled(backoffViolated);
    return { max, remaining: Math.max(-1, max - used) };
  }
  /**
   * The backoff that a good answer announces, or null. From then on the method is closed to the
   * caller for a second more: people found the seconds themselves too few.
   */
  announce({ name: name2, method }, switches, now) {
    if (switches.backoff === 0) return null;
    this.#backoffs.set(`${name2} ${method}`, now + (switches.backoff + 1) * 1e3);
    return switches.backoff;
  }
};

// sandbox/stack/v2/state.ts
var V2State = class {
  throttle = new RequestThrottle();
  articlePace = new ArticlePace();
  staleReads = new StaleReads();
  /** How many answers were compressed, and how many texts of answers encoded. */
  #answers = 0;
  #encodings = 0;
  clear() {
    this.throttle.clear();
    this.articlePace.clear();
    this.staleReads.clear();
    this.#answers = 0;
    this.#encodings = 0;
  }
  countAnswer() {
    return this.#answers++;
  }
  countEncoding() {
    return this.#encodings++;
  }
};

// sandbox/stack/fake-stack.ts
var privateTeam = "private";
var FakeStack = class _FakeStack {
  tier;
  team;
  /** With the API key and that of a service key, where it is an Enterprise. */
  tokens;
  /** What the token `other` opens on an Enterprise: the main site, beside which there is a private team. */
  #elsewhere;
  #knownTokens;
  /** What people allowed by OAuth: of all places of an Enterprise. */
  grants;
  clock;
  posts = new PostStore();
  images = new ImageStore();
  throttle;
  v2 = new V2State();
  faults = new FaultQueue();
  late;
  log;
  #origin = "";
  switches;
  #initialSwitches;
  #data;
  #saved;
  /** Takes over what the data file holds, the time of `clock` too. */
  constructor({ tier, team, switches, data }, clock, beside = null) {
    this.tier = tier;
    this.team = team;
    this.tokens = beside?.tokens ?? tokenStrings2(tier, team);
    const known2 = knownTokens(this.tokens);
    this.#knownTokens = beside ? tokensElsewhere(known2) : known2;
    this.grants = beside?.grants ?? new Grants(clock);
    this.log = beside?.log ?? new RequestLog();
    this.clock = clock;
    this.throttle = new Throttle(() => clock.time.elapsed());
    this.late = new LateCommits(clock);
    this.#initialSwitches = withPatch(defaultSwitches, switches);
    this.switches = this.#initialSwitches;
    this.#data = data;
    const kept2 = data?.initial ?? null;
    if (kept2 !== null) {
      this.posts.restore(kept2);
      this.images.restore(kept2.images ?? []);
      clock.restore(kept2.clock);
    }
    this.#saved = this.#stamp();
    const other = team === null ? privateTeam : null;
    this.#elsewhere = tier === "business" || beside ? null : new _FakeStack({ tier, team: other, switches, data: null }, clock, this);
  }
  /** What a token stands for, or null where the site does not know it. */
  findToken(text) {
    return this.#knownTokens.get(text) ?? this.grants.find(text, this.team);
  }
  /** `http://host:port`, known once the server listens. */
  get origin() {
    return this.#origin;
  }
  set origin(origin) {
    this.#origin = origin;
    if (this.#elsewhere) this.#elsewhere.origin = origin;
  }
  /** The team with this slug, or the main site (null); null where the site has none. */
  placeOf(team) {
    const wanted = team?.toLowerCase();
    const places = [this, this.#elsewhere];
    return places.find((place) => place && place.team?.toLowerCase() === wanted) ?? null;
  }
  /** The private teams of the site, by their slugs. */
  get teams() {
    return [this, this.#elsewhere].flatMap((place) => place?.team ?? []);
  }
  /** Where API v3 of this place is. */
  get apiPath() {
    const version = this.tier === "business" ? "/v3" : "/api/v3";
    return this.team === null ? version : `${version}/teams/${this.team}`;
  }
  /** Where API v2.3 is: it names the team in the query, and has no private teams. */
  get v2Path() {
    return this.tier === "business" ? "/2.3" : "/api/2.3";
  }
  /** What the filters of API v2.3 belong to. */
  get filterSite() {
    return `${this.tier} ${this.team ?? ""}`;
  }
  /** The path of what people read: empty for the main site. */
  get path() {
    return this.team === null ? "" : `/c/${this.team}`;
  }
  /** The path of the list of posts. */
  get listPath() {
    return this.path || "/questions";
  }
  /** The address that those of all posts begin with. */
  get pages() {
    return this.origin + this.path;
  }
  /** Returns once every change so far stands in the data file, where there is one. */
  async save() {
    if (this.#data === null || this.#saved === this.#stamp()) return;
    this.#saved = await this.#data.save(() => ({
      state: {
        schema: 1,
        clock: this.clock.state,
        ...this.posts.snapshot(),
        ...this.images.size > 0 && { images: this.images.snapshot() }
      },
      stamp: this.#stamp()
    }));
  }
  /** Changes with every post and every picture. */
  get revision() {
    return `${this.posts.revision} ${this.images.size}`;
  }
  /** Changes whenever something changes that the data file keeps. */
  #stamp() {
    return `${this.revision} ${this.clock.state.offset}`;
  }
  /** Back to an empty site with the switches it started with. */
  reset() {
    this.posts.restore({ nextPost: 1, nextTag: 1, posts: [], tags: [] });
    this.images.restore([]);
    this.switches = this.#initialSwitches;
    this.throttle.clear();
    this.v2.clear();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
    this.grants.clear();
    this.#elsewhere?.reset();
  }
  /** Forgets what was to come late, and waits for a write of the data file. */
  async close() {
    this.late.clear();
    await this.#elsewhere?.close();
    await this.#data?.finish();
  }
};

// sandbox/sandbox-state.ts
var SandboxState = class {
  clock;
  stack;
  github;
  /** Given when the sandbox closes: whoever waits stops. */
  closing = new AbortController();
  constructor(stack, github, time = realTime) {
    this.clock = new SandboxClock(time);
    this.github = new FakeGitHub(github, this.clock);
    this.stack = new FakeStack(stack, this.clock);
  }
  /** Back to how it started and to the real time; what was pushed by git stays. */
  reset() {
    this.clock.restore({ offset: 0, last: 0 });
    this.stack.reset();
    this.github.reset();
  }
  /** To be called when nothing is served any more. */
  async close() {
    await Promise.all([this.stack.close(), this.github.close()]);
  }
};

// builtin-import:node:fs/promises?sandbox/stack/data-file.ts
var all17 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one17 = (name2) => all17[name2];
var $rename = /* @__PURE__ */ one17("rename");
var $rm2 = /* @__PURE__ */ one17("rm");
var $writeFile = /* @__PURE__ */ one17("writeFile");
var $readFile = /* @__PURE__ */ one17("readFile");

// sandbox/stack/data-file.ts
var instant = int();
var id2 = int().check(_positive());
var common3 = {
  id: id2,
  body: string(),
  owner: int(),
  lastEditor: nullable(int()),
  created: instant,
  activity: instant,
  edited: nullable(instant),
  deleted: nullable(instant),
  locked: boolean()
};
var dataSchema = strictObject({
  schema: literal(1),
  clock: strictObject({ offset: number(), last: number() }),
  nextPost: id2,
  nextTag: id2,
  posts: array(
    discriminatedUnion("kind", [
      strictObject({
        kind: literal("article"),
        ...common3,
        title: string(),
        tags: array(string()),
        type: _enum(apiArticleTypes),
        permissions: strictObject({
          editableBy: _enum(editableByValues),
          users: array(int()),
          groups: array(int())
        }),
        expires: nullable(string())
      }),
      strictObject({
        kind: literal("question"),
        ...common3,
        title: string(),
        tags: array(string()),
        answers: array(id2),
        accepted: nullable(id2)
      }),
      strictObject({ kind: literal("answer"), ...common3, question: id2 })
    ])
  ),
  tags: array(strictObject({ id: id2, name: string(), created: instant, posts: int() })),
  images: optional(
    array(strictObject({ id: string(), type: _enum(imageTypes), base64: string() }))
  )
});
var DataFile = class _DataFile {
  initial;
  #path;
  #running = Promise.resolve("");
  #queued = null;
  constructor(path, initial) {
    this.#path = path;
    this.initial = initial;
  }
  /** Opens the file; one that is not there yet is an empty site. Throws a `Fault` (usage). */
  static async open(path) {
    let text;
    try {
      text = await $readFile(path, "utf8");
    } catch (error) {
      if (error.code === "ENOENT") return new _DataFile(path, null);
      throw broken(path, error.message, error);
    }
    let value;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw broken(path, "it is not JSON", error);
    }
    const result = dataSchema.safeParse(value);
    if (result.success) return new _DataFile(path, result.data);
    const where = result.error.issues[0]?.path.join(".") ?? "";
    throw broken(
      path,
      `${where === "" ? "the whole file" : where} is not as expected`,
      result.error
    );
  }
  /** Writes the state of now, and returns its stamp. Callers that wait meanwhile share a write. */
  save(snapshot) {
    this.#queued ??= this.#running.catch(() => "").then(() => {
      this.#queued = null;
      this.#running = this.#write(snapshot());
      return this.#running;
    });
    return this.#queued;
  }
  async #write({ state, stamp }) {
    const temporary = `${this.#path}.${process.pid}.tmp`;
    try {
      await $writeFile(temporary, JSON.stringify(state), { mode: 384, flush: true });
      await $rename(temporary, this.#path);
    } catch (error) {
      await $rm2(temporary, { force: true });
      throw error;
    }
    return stamp;
  }
  /** Waits for a write under way. */
  async finish() {
    await (this.#queued ?? this.#running).catch(() => "");
  }
};
function broken(path, seen, cause) {
  return new Fault("usage", "usage", `Cannot read the sandbox's data file ${path}: ${seen}.`, {
    remedy: "Name a file that a sandbox wrote, or one that does not exist yet.",
    cause
  });
}

// sandbox/start-sandbox.ts
async function startSandbox(options = {}) {
  const state = await openState(options);
  const { stack, github, closing } = state;
  const host = options.host ?? "127.0.0.1";
  const stackServer = await startServer(
    host,
    options.port ?? 0,
    (...asked) => routeRequest(state, ...asked)
  );
  stack.origin = stackServer.origin;
  let gitHubServer;
  try {
    gitHubServer = await startNear(host, options, async (...asked) => {
      await routeGitHubRequest(state, ...asked);
    });
  } catch (error) {
    await stackServer.stop();
    throw error;
  }
  github.origin = gitHubServer.origin;
  return {
    stack: {
      url: stack.origin,
      tier: stack.tier,
      team: stack.team,
      tokens: stack.tokens,
      ...stack.tier === "enterprise" && { applications: clientIds },
      account: { id: people.account.id, name: people.account.name },
      pages: stack.origin + stack.listPath
    },
    github: { url: github.origin, repository: github.fullName, tokens: github.tokens },
    control: async (path, body) => body === void 0 ? readControl(state, path) : runControl(state, path, body),
    close: async () => {
      closing.abort();
      await Promise.all([stackServer.stop(), gitHubServer.stop()]);
      await state.close();
    }
  };
}
async function openState(options) {
  const tier = options.tier ?? "business";
  const team = options.team ?? (tier === "business" ? "sandbox" : null);
  if (team !== null && !/^[a-z0-9][a-z0-9-]*$/i.test(team))
    throw usage(`the team "${team}" is not a slug.`, "Use letters, digits and hyphens.");
  const data = options.data === void 0 ? null : await DataFile.open(options.data);
  const switches = checkShape(switchesPatchSchema, options.switches ?? {}, "the switches");
  const repository = options.github?.repository ?? "acme/handbook";
  if (!/^[a-z\d](?:[a-z\d-]*[a-z\d])?\/(?!\.{1,2}$)[\w.-]+$/i.test(repository))
    throw usage(`"${repository}" is not the name of a repository.`, "Give it as OWNER/NAME.");
  return new SandboxState(
    { tier, team, switches, data },
    {
      repository,
      private: options.github?.private ?? false,
      seed: options.github?.seed ?? null
    },
    options.time
  );
}
async function startNear(host, options, handler) {
  const wished = options.github?.port;
  if (wished !== void 0) return startServer(host, wished, handler);
  const next = options.port ? (options.port + 1) % 65536 : 0;
  try {
    return await startServer(host, next, handler);
  } catch {
    return startServer(host, 0, handler);
  }
}
function usage(seen, remedy) {
  return new Fault("usage", "usage", `Cannot start the sandbox: ${seen}`, { remedy });
}

export {
  startSandbox
};
