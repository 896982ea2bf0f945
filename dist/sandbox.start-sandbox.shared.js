import {
  FaultQueue,
  bodyHtml,
  defaultSwitches,
  faultSchema,
  groups,
  people,
  personById,
  personNames,
  switchesPatchSchema,
  withPatch
} from "./sandbox.stack.html.body-html.js";
import {
  htmlEncode
} from "./sandbox.stack.html.html-encode.js";
import {
  Exchange,
  RateLimit,
  pathSegments,
  receive,
  respond,
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
  permissionNames,
  roles,
  tokenNames,
  tokenStrings
} from "./sandbox.github.tokens.js";
import {
  _enum,
  _gte,
  _lte,
  _minLength,
  _positive,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  nullable,
  number,
  optional,
  partialRecord,
  refine,
  strictObject,
  string,
  union
} from "./npm.zod.js";
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

// sandbox/control/command.ts
function command(name, schema, run2) {
  return [
    name,
    (target, body) => run2(target, checkShape(schema, body ?? {}, `the body of ${name}`))
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

// sandbox/control/input.ts
var id = int().check(_positive());
var date = string().check(refine((text) => !Number.isNaN(Date.parse(text))));
function misuse(message) {
  return new Fault("usage", "usage", message, { remedy: "Correct the call and send it again." });
}

// sandbox/github/control/input.ts
var login = string().check(_minLength(1));
function userOf(github, name) {
  const user = github.users.find(name);
  if (user === null) throw misuse(`Cannot find the user ${name}: add one first.`);
  return user;
}

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
  command("delete-environment", strictObject({ name: string() }), (github, { name }) => ({
    deleted: github.environments.delete(name.toLowerCase())
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
    const waitsFor = run2.waitsFor.filter((name) => name !== input.environment);
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

// sandbox/github/control/put-pull.ts
var pullSchema = strictObject({
  /** The next one where left out; a known one is changed. */
  number: optional(id),
  issue: optional(boolean()),
  title: optional(string()),
  body: optional(nullable(string())),
  labels: optional(array(string())),
  /** Null: the account was deleted. */
  author: optional(nullable(login)),
  state: optional(_enum(["open", "closed", "merged"])),
  base: optional(string()),
  head: optional(string()),
  created: optional(date),
  updated: optional(date),
  merged: optional(date),
  mergedBy: optional(login),
  mergeCommit: optional(string())
});
function putPull(github, input) {
  const now = github.clock.now();
  const at = (text) => text === void 0 ? void 0 : Date.parse(text);
  const known2 = input.number === void 0 ? void 0 : github.threads.get(input.number);
  const number2 = input.number ?? github.nextNumber();
  const merged = at(input.merged) ?? known2?.merged ?? (input.state === "merged" ? now : null);
  const state = merged === null ? input.state ?? known2?.state ?? "open" : "merged";
  const edited = known2 !== void 0 && input.body !== void 0 && input.body !== known2.body;
  return github.putThread({
    kind: known2?.kind ?? (input.issue === true ? "issue" : "pull"),
    number: number2,
    title: input.title ?? known2?.title ?? `Change ${number2}`,
    body: input.body === void 0 ? known2?.body ?? null : input.body,
    labels: input.labels ?? known2?.labels ?? [],
    author: input.author === null ? null : authorOf(github, input.author, known2),
    state,
    base: input.base ?? known2?.base ?? github.defaultBranch,
    head: input.head ?? known2?.head ?? `change-${number2}`,
    created: at(input.created) ?? known2?.created ?? Math.min(now, merged ?? now),
    updated: at(input.updated) ?? (known2 === void 0 ? merged ?? now : now),
    closed: merged ?? (state === "closed" ? known2?.closed ?? now : null),
    merged,
    mergedBy: merged === null ? null : userOf(github, input.mergedBy ?? known2?.mergedBy?.login ?? "mia-maintain"),
    mergeCommit: merged === null ? null : input.mergeCommit ?? known2?.mergeCommit ?? github.madeUpCommit(number2),
    lastEdited: edited ? now : known2?.lastEdited ?? null
  });
}
function authorOf(github, name, known2) {
  if (name !== void 0) return userOf(github, name);
  return known2?.author ?? userOf(github, "will-write");
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
var releaseSchema = strictObject({
  tag: string().check(_minLength(1)),
  name: optional(nullable(string())),
  body: optional(nullable(string())),
  draft: optional(boolean()),
  prerelease: optional(boolean()),
  target: optional(string()),
  author: optional(login),
  created: optional(date)
});
var gitHubCommands = new Map([
  command(
    "repository",
    strictObject({ private: optional(boolean()), defaultBranch: optional(string()) }),
    async (github, input) => {
      github.private = input.private ?? github.private;
      if (input.defaultBranch !== void 0) {
        await github.git.setHead(input.defaultBranch);
        github.defaultBranch = input.defaultBranch;
      }
      return { private: github.private, defaultBranch: github.defaultBranch };
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
  ...threadCommands,
  ...runCommands,
  command("release", releaseSchema, (github, input) => {
    const release = {
      id: github.releases.get(input.tag)?.id ?? github.newId(),
      tag: input.tag,
      name: input.name ?? input.tag,
      body: input.body ?? null,
      draft: input.draft ?? false,
      prerelease: input.prerelease ?? false,
      target: input.target ?? github.defaultBranch,
      author: userOf(github, input.author ?? "mia-maintain"),
      created: input.created === void 0 ? github.clock.now() : Date.parse(input.created)
    };
    github.releases.set(release.tag, release);
    return release;
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
  const names = tags.map((tag) => {
    const name = tag.toLowerCase();
    return Object.hasOwn(synonyms, name) ? (synonyms[name] ?? name).toLowerCase() : name;
  });
  return [...new Set(names)];
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
  const known2 = Object.entries(rest).filter(([name, value]) => name in post && value !== void 0);
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
    const common3 = {
      title: post.title ?? `Seeded post ${index + 1}`,
      body: post.body ?? "A seeded post.\n",
      tags: post.tags ?? ["seeded"]
    };
    const owner = people[post.owner ?? "account"];
    const made = post.kind === "question" ? createQuestion(stack, owner, common3) : createArticle(stack, owner, {
      ...common3,
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
function readControl({ stack, github }, path) {
  const [name = "", query = ""] = path.split("?");
  const [kind, id3, ...rest] = name.split("/").filter((part) => part !== "");
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
async function runControl(state, name, body) {
  const onGitHub = name.startsWith("github/") ? gitHubCommands.get(name.slice(7)) : void 0;
  if (onGitHub !== void 0) return onGitHub(state.github, body);
  const onSandbox = sandboxCommands.get(name);
  const onStack = stackCommands.get(name);
  let result;
  if (onSandbox !== void 0) result = await onSandbox(state, body);
  else if (onStack !== void 0) result = await onStack(state.stack, body);
  else throw unknownControl(name);
  await state.stack.save();
  return result;
}
function unknownControl(path) {
  const names = [
    ...sandboxCommands.keys(),
    ...stackCommands.keys(),
    ...[...gitHubCommands.keys()].map((name) => `github/${name}`)
  ];
  return new Fault("usage", "usage", `Cannot find the control call ${path}.`, {
    remedy: `Use one of: ${names.join(", ")}; to read: log, posts, posts/ID, github, github/log.`
  });
}

// builtin-import:node:http?sandbox/exchange/start-server.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:http");
var one = (name) => all[name];
var $createServer = /* @__PURE__ */ one("createServer");

// builtin-import:node:net?sandbox/exchange/start-server.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var one2 = (name) => all2[name];
var $isIPv6 = /* @__PURE__ */ one2("isIPv6");

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
  const name = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${$isIPv6(name) ? `[${name}]` : name}:${port}`;
}
async function stop(server) {
  const { promise, resolve } = Promise.withResolvers();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}

// builtin-import:node:net?sandbox/control/guard.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var one3 = (name) => all3[name];
var $BlockList = /* @__PURE__ */ one3("BlockList");
var $isIPv4 = /* @__PURE__ */ one3("isIPv4");

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
  let name;
  try {
    name = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, "");
  } catch {
    return false;
  }
  return name === "localhost" || loopback.check(name, $isIPv4(name) ? "ipv4" : "ipv6");
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
  return Object.fromEntries(given.map(([name, text]) => [name, valueOf(name, text.trim())]));
}
function switchValue(name, text) {
  const known2 = Object.hasOwn(defaultSwitches, name) ? defaultSwitches[name] : text;
  if (typeof known2 === "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
var texts = /* @__PURE__ */ new Set(["kind", "method", "path", "token", "when", "end", "clock", "to"]);
function otherValue(name, text) {
  return texts.has(name) ? text : Number(text);
}

// sandbox/control/serve-control.ts
async function serveControl(state, request, url) {
  const why = refusal(request);
  if (why !== null) return failure(403, why);
  const name = url.pathname.slice("/_control".length).replace(/^\//, "");
  const body = await receive(request);
  if (body === null) return failure(413, "The body is too long.");
  try {
    if (request.method === "GET") return jsonReply(200, readControl(state, `${name}${url.search}`));
    if (request.method !== "POST") return failure(405, "Use GET or POST.");
    if (body.length > 0 && !/^application\/json\b/.test(request.headers["content-type"] ?? ""))
      return failure(415, "Send the body as application/json.");
    return jsonReply(200, await runControl(state, name, body.length === 0 ? {} : parse(body)));
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
async function serveApi(serve2, stack, request, response, url, closing) {
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
  await wait(stack.switches.latency, closing);
  if (!closing.aborted) await serve2(stack, exchange, body);
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
    `${what.toLowerCase()}/not-found`,
    `${what} not found`,
    `${what} ID ${id3} not found`
  );
}

// sandbox/stack/v3/identify.ts
function identify(stack, authorization) {
  if (authorization === null || authorization === "") throw refused();
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (text === void 0) throw refused("invalid bearer token");
  const token = stack.findToken(text);
  if (token === null) throw refused();
  if (token.state === "expired") throw refused("token expired");
  if (token.state === "elsewhere") throw refused();
  return token;
}
function refused(words = "Invalid access token") {
  return new StackProblem(401, words);
}

// sandbox/stack/v3/access.ts
var postLabels = { article: "Article", question: "Question", answer: "Answer" };
function idOf(call, index, name) {
  const text = call.params[index] ?? "";
  const id3 = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (id3 < 1 || id3 > 2147483647)
    throw modelProblem({ [name]: [`The value '${text}' is not valid.`] });
  return id3;
}
function visible(call, kind, id3) {
  const post = call.stack.posts.get(kind, id3);
  if (post === null || post.deleted !== null && call.token.person.role !== "Moderator")
    throw notFound(postLabels[kind], id3);
  return post;
}
function editable(call, kind, id3) {
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
function tagModel(stack, tag) {
  return {
    id: tag.id,
    name: tag.name,
    description: "",
    postCount: tag.posts,
    subjectMatterExpertCount: 0,
    watcherCount: 0,
    creationDate: spellDate(tag.created, stack.switches.dates),
    hasSynonyms: Object.values(stack.switches.synonyms).includes(tag.name),
    webUrl: `${stack.pages}/tags/${encodeURIComponent(tag.name)}`
  };
}
function tagModels(stack, names) {
  return names.flatMap((name) => {
    const tag = stack.posts.tag(name);
    return tag === null ? [] : [tagModel(stack, tag)];
  });
}
async function common(stack, post) {
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
  return { ...await common(stack, article), type: article.type };
}
async function articleModel(stack, article, reader) {
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
  return { ...await common(stack, question), isAnswered: false, answerCount: answers2.length };
}
async function questionModel(stack, question) {
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
async function answerModel(stack, answer2, accepted) {
  return { ...await answerSummary(stack, answer2, accepted), ...markdown(stack, answer2) };
}

// sandbox/stack/v3/page-of.ts
async function pageOf(query, list, sort, order, model) {
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
    for (const [name, member] of Object.entries(value))
      this.#values.set(name.toLowerCase(), member);
  }
  get(name) {
    return this.#values.get(name.toLowerCase()) ?? null;
  }
  required(name) {
    const label = capital(name);
    this.errors[label] = [`The ${label} field is required.`];
  }
  misfit(path) {
    this.errors[`$.${path}`] = [`The JSON value could not be converted. Path: $.${path}`];
  }
  /** A text that may not be missing or blank. */
  text(name) {
    const value = this.get(name);
    if (value === null) this.required(name);
    else if (typeof value !== "string") this.misfit(name);
    else if (value.trim() === "") this.required(name);
    else return value;
    return "";
  }
  texts(name) {
    const value = this.get(name);
    if (value === null) this.required(name);
    else if (!Array.isArray(value)) this.misfit(name);
    else if (!value.every((item) => typeof item === "string")) this.misfit(`${name}[0]`);
    else return value;
    return [];
  }
  ids(name, path) {
    const value = this.get(name);
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
function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
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
  const names = tagIds.map((id3) => [...store.tags()].find((tag) => tag.id === id3)?.name ?? null);
  const fits = (post) => (author === null || post.owner === author) && (from === null || post.created >= from) && (to === null || post.created <= to) && names.every((name) => name !== null && post.tags.includes(name));
  const all13 = author === null && from === null && to === null && names.length === 0;
  const kept2 = all13 ? ascending : ascending.filter(fits);
  return { list: order === "asc" ? kept2 : kept2.toReversed(), sort, order };
}

// sandbox/stack/v3/write-operation.ts
function writeOperation(method, path, bind, check, commit) {
  const authorise = (call) => {
    if (!call.token.writes) throw forbidden();
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
var sorts = ["score", "modified", "creation"];
var answers = [
  {
    method: "GET",
    path: "questions/*/answers",
    run: (call) => {
      const { stack, query } = call;
      const question = questionOf(call);
      const sort = query.choice("sort", sorts, "score");
      const order = query.choice("order", sortOrders, "desc");
      query.paging();
      const rank3 = (answer2) => sort === "score" ? 0 : sort === "creation" ? answer2.created : answer2.activity;
      const list = question.answers.flatMap((id3) => stack.posts.get("answer", id3) ?? []).filter((answer2) => answer2.deleted === null).sort((a, b) => rank3(a) - rank3(b) || a.id - b.id);
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf(
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
      return { status: 200, json: () => answerModel(call.stack, answer2, accepted) };
    }
  },
  writeOperation(
    "POST",
    "questions/*/answers",
    bindAnswer,
    checkAnswer("created"),
    (call, body) => {
      const id3 = idOf(call, 0, "questionId");
      const question = call.stack.posts.get("question", id3);
      if (question === null || question.deleted !== null) throw notFound("Question", id3);
      if (question.locked && call.token.person.role !== "Moderator") throw forbidden();
      const answer2 = createAnswer(call.stack, call.token.person, question, body, call.at);
      return { status: 201, json: () => answerModel(call.stack, answer2, false) };
    }
  ),
  writeOperation(
    "PUT",
    "questions/*/answers/*",
    bindAnswer,
    checkAnswer("updated"),
    (call, body) => {
      const question = questionOf(call);
      const before = editable(call, "answer", answerOf(call, question).id);
      const answer2 = editPost(call.stack, call.token.person, before, { body }, call.at);
      const accepted = question.accepted === answer2.id;
      return { status: 200, json: () => answerModel(call.stack, answer2, accepted) };
    }
  ),
  writeOperation("DELETE", "questions/*/answers/*", nothing, nothing, (call) => {
    const question = questionOf(call);
    const id3 = idOf(call, 1, "answerId");
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
  return visible(call, "question", idOf(call, 0, "questionId"));
}
function answerOf(call, question) {
  const id3 = idOf(call, 1, "answerId");
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
        json: () => pageOf(query, list, sort, order, (article) => articleSummary(stack, article))
      };
    }
  },
  {
    method: "GET",
    path: "articles/*",
    run: (call) => {
      const article = visible(call, "article", idOf(call, 0, "articleId"));
      return { status: 200, json: () => articleModel(call.stack, article, call.token) };
    }
  },
  writeOperation("POST", "articles", bindArticle, checkArticle("created"), (call, content2) => {
    const article = createArticle(call.stack, call.token.person, content2, call.at);
    return { status: 201, json: () => articleModel(call.stack, article, call.token) };
  }),
  writeOperation("PUT", "articles/*", bindArticle, checkArticle("updated"), (call, content2) => {
    const before = editable(call, "article", idOf(call, 0, "articleId"));
    if (!mayManage(call.token.person, before) && !samePermissions(before, content2))
      throw forbidden();
    const article = editPost(call.stack, call.token.person, before, content2, call.at);
    return { status: 200, json: () => articleModel(call.stack, article, call.token) };
  }),
  writeOperation("DELETE", "articles/*", nothing, nothing, (call) => {
    const id3 = idOf(call, 0, "articleId");
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
    if (detail !== null)
      throw domainProblem(400, "articles/ValidationErrors", `Article not ${outcome}`, detail);
  };
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
var groupSorts = ["name", "size"];
var tagSorts = ["name", "postCount", "creationDate"];
var directory = [
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
      const id3 = idOf(call, 0, "userId");
      const person = personById(id3);
      if (person === null) throw notFound("User", id3);
      return { status: 200, json: () => personDetails(call.stack, person, call.token.person) };
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
        json: () => pageOf(query, list, sort, order, (group) => groupModel(stack, group))
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
      const list = [...stack.posts.tags()].filter((tag) => tag.name.includes(part) && withExperts !== true).filter((tag) => withSynonyms === null || withSynonyms === masters.has(tag.name)).sort((a, b) => rank(a, b, sort));
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (tag) => tagModel(stack, tag))
      };
    }
  }
];
function rank(a, b, sort) {
  if (sort === "postCount") return a.posts - b.posts || compare(a.name, b.name);
  if (sort === "creationDate") return a.created - b.created || a.id - b.id;
  return compare(a.name, b.name);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
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
        json: () => pageOf(query, kept2, sort, order, (question) => questionSummary(stack, question))
      };
    }
  },
  {
    method: "GET",
    path: "questions/*",
    run: (call) => {
      const question = visible(call, "question", idOf(call, 0, "questionId"));
      return { status: 200, json: () => questionModel(call.stack, question) };
    }
  },
  writeOperation("POST", "questions", bindQuestion, checkQuestion("created"), (call, content2) => {
    refuseDuplicate(call, content2);
    const question = createQuestion(call.stack, call.token.person, content2, call.at);
    return { status: 201, json: () => questionModel(call.stack, question) };
  }),
  writeOperation("PUT", "questions/*", bindQuestion, checkQuestion("updated"), (call, content2) => {
    const before = editable(call, "question", idOf(call, 0, "questionId"));
    const question = editPost(call.stack, call.token.person, before, content2, call.at);
    return { status: 200, json: () => questionModel(call.stack, question) };
  }),
  writeOperation("DELETE", "questions/*", nothing, nothing, (call) => {
    const id3 = idOf(call, 0, "questionId");
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
function invalidQuestion(outcome, detail) {
  return domainProblem(400, "questions/ValidationErrors", `Question not ${outcome}`, detail);
}
function checkQuestion(outcome) {
  return (call, content2) => {
    const detail = brokenLimit({ kind: "question", ...content2 }, call.stack.switches);
    if (detail !== null) throw invalidQuestion(outcome, detail);
  };
}
function refuseDuplicate(call, content2) {
  if (call.stack.switches.duplicateQuestions === "accepted") return;
  const plain = (text) => text.trim().toLowerCase();
  const [title, body] = [plain(content2.title), plain(content2.body)];
  for (const question of call.stack.posts.ordered("question", "creation")) {
    if (plain(question.title) === title)
      throw invalidQuestion(
        "created",
        "A question with that title already exists; please be more specific."
      );
    if (plain(question.body) === body)
      throw invalidQuestion("created", "This post appears to be a duplicate of another post.");
  }
}

// sandbox/stack/v3/unserved.ts
var unserved = [
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
  ["tags/*", "GET"],
  ["tags/*/subject-matter-experts", "GET PUT"],
  ["tags/*/tag-watchers", "GET"],
  ["tags/*/subject-matter-experts/user-groups", "POST"],
  ["tags/*/subject-matter-experts/users", "POST"],
  ["tags/*/subject-matter-experts/user-groups/*", "DELETE"],
  ["tags/*/subject-matter-experts/users/*", "DELETE"],
  ["questions/*/comments", "GET"],
  ["articles/*/comments", "GET"],
  ["questions/*/answers/*/comments", "GET"],
  ["users", "GET"],
  ["users/*/watched-tags", "GET"],
  ["users/by-external-id/*", "GET"],
  ["user-groups", "POST"],
  ["user-groups/*", "GET PUT"],
  ["user-groups/*/members", "POST"],
  ["user-groups/*/members/*", "DELETE"],
  ["search", "GET"],
  ["collections", "GET POST"],
  ["collections/*", "GET PUT DELETE"],
  ["images/*", "GET"],
  ["images/upload", "POST"]
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
var served = [...articles, ...questions, ...answers, ...directory].map((operation) => ({
  operation,
  pattern: operation.path.split("/")
}));
function locate(method, segments, mainSite) {
  if (mainSite) refuse(unservedOnMainSite, method, segments);
  const allowed = [];
  for (const { operation, pattern } of served) {
    const params = fit(pattern, segments);
    if (params === null) continue;
    if (operation.method === method) return { operation, params };
    allowed.push(operation.method);
  }
  refuse(unserved, method, segments);
  if (allowed.length > 0) throw new StackProblem(405, null);
  throw new StackProblem(404, "Not found\n");
}
function refuse(list, method, segments) {
  for (const [path, methods] of list) {
    if (fit(path.split("/"), segments) !== null && methods.split(" ").includes(method))
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
    for (const [name, value] of parameters) {
      const key = name.toLowerCase();
      const values = this.#values.get(key);
      if (values === void 0) this.#values.set(key, [value]);
      else values.push(value);
    }
  }
  text(name) {
    const value = this.#values.get(name.toLowerCase())?.[0];
    return value === void 0 || value === "" ? null : value;
  }
  integer(name) {
    const value = this.text(name);
    return value === null ? null : integerOf(name, value);
  }
  integers(name) {
    const values = this.#values.get(name.toLowerCase()) ?? [];
    return values.filter((value) => value !== "").map((value) => integerOf(name, value));
  }
  flag(name) {
    const value = this.text(name)?.toLowerCase() ?? null;
    if (value === null) return null;
    if (value !== "true" && value !== "false") throw invalid(name, value);
    return value === "true";
  }
  choice(name, values, fallback) {
    const value = this.text(name);
    if (value === null) return fallback;
    const found = values.find((known2) => known2.toLowerCase() === value.toLowerCase());
    if (found === void 0) throw invalid(name, value);
    return found;
  }
  /** Milliseconds since 1970 UTC, or null. A time without a zone counts as UTC. */
  instant(name) {
    const value = this.text(name);
    if (value === null) return null;
    const hasTime = /^\d{4}-\d{2}-\d{2}[T ]/.test(value);
    const zoned = !hasTime || /(z|[+-]\d{2}:?\d{2})$/i.test(value);
    const time = Date.parse(zoned ? value : `${value}Z`);
    if (Number.isNaN(time)) throw invalid(name, value);
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
function integerOf(name, value) {
  const number2 = /^[+-]?\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number2) || Math.abs(number2) > maxInt32) throw invalid(name, value);
  return number2;
}
function invalid(name, value) {
  return modelProblem({ [name]: [`The value '${value}' is not valid.`] });
}

// sandbox/stack/v3/run-operation.ts
function runOperation({ method, segments, query, ...request }) {
  try {
    const { operation, params } = locate(method, segments, request.stack.team === null);
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
    if (stack === null) throw refused();
    token = identify(stack, request.headers.authorization ?? null);
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
    body
  };
  const carryOut = async (at) => {
    const before = stack.posts.revision;
    const { status, json } = runOperation({ ...call, at });
    const wrote = stack.posts.revision !== before;
    entry.wrote ||= wrote;
    if (wrote) await stack.save();
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
var proxyPage = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n";
function refusals(headers) {
  return {
    throttled: ({ retryAfter }) => tooMany(withRetryAfter(headers, retryAfter)),
    unauthorized: () => ({ ...textReply(401, "Invalid access token"), headers }),
    error: ({ status = 500, retryAfter }) => ({
      ...jsonReply(status, { type: null, title: "An error occurred.", status }),
      headers: withRetryAfter(headers, retryAfter)
    }),
    html: ({ status = 200 }) => ({ status, type: htmlType, body: proxyPage, headers })
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
  { tier: "enterprise", below: /^\/api\/v3(\/|$)/i, serve: serveV3 }
];
async function serveStack(stack, request, response, url, closing) {
  const version = versions.find(
    ({ tier, below }) => tier === stack.tier && below.test(url.pathname)
  );
  if (version !== void 0) return serveApi(version.serve, stack, request, response, url, closing);
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

// sandbox/exchange/sandbox-clock.ts
var SandboxClock = class {
  #offset = 0;
  #last = 0;
  /** Milliseconds since 1970 UTC, never before the last change. */
  now() {
    return Math.max(Date.now() + this.#offset, this.#last);
  }
  /**
   * Gives a change its instant, later than every change before it unless `shared`.
   * `at` is the wish of a change that became due in the past.
   */
  tick(at, shared) {
    const wished = at ?? Date.now() + this.#offset;
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

// builtin-import:node:crypto?sandbox/github/fake-github.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one4 = (name) => all4[name];
var $createHash = /* @__PURE__ */ one4("createHash");

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
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
var one5 = (name) => all5[name];
var $execFile = /* @__PURE__ */ one5("execFile");
var $spawn = /* @__PURE__ */ one5("spawn");

// builtin-import:node:events?sandbox/github/git/git-server.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:events");
var one6 = (name) => all6[name];
var $once = /* @__PURE__ */ one6("once");

// builtin-import:node:fs/promises?sandbox/github/git/git-server.ts
var all7 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one7 = (name) => all7[name];
var $rm = /* @__PURE__ */ one7("rm");
var $mkdtemp = /* @__PURE__ */ one7("mkdtemp");

// builtin-import:node:os?sandbox/github/git/git-server.ts
var all8 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one8 = (name) => all8[name];
var $tmpdir = /* @__PURE__ */ one8("tmpdir");
var $devNull = /* @__PURE__ */ one8("devNull");

// builtin-import:node:path?sandbox/github/git/git-server.ts
var all9 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one9 = (name) => all9[name];
var $join = /* @__PURE__ */ one9("join");

// builtin-import:node:util?sandbox/github/git/git-server.ts
var all10 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one10 = (name) => all10[name];
var $promisify = /* @__PURE__ */ one10("promisify");

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
    for (const [key, value] of Object.entries(settings))
      await git("-C", folder, "config", key, value);
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
  /** Names the branch that a clone checks out. */
  async setHead(branch) {
    const folder = $join(await this.open(), repositoryName);
    const args = ["-C", folder, "symbolic-ref", "HEAD", `refs/heads/${branch}`];
    await run("git", args, { env: gitEnvironment() });
  }
  /** Lets git answer a request, and returns the status. */
  async serve(asked, request, response) {
    const header = (name) => String(request.headers[name] ?? "");
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
    const named = (name) => headers.find(([key]) => key?.toLowerCase() === name)?.[1];
    status = Number.parseInt(named("status") ?? "200", 10);
    for (const [name = "", value = ""] of headers)
      if (name !== "" && name.toLowerCase() !== "status") response.setHeader(name, value);
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
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: $devNull,
    LC_ALL: "C",
    ...more
  };
}

// sandbox/github/fake-github.ts
var firstCommentId = 3000000001;
var FakeGitHub = class {
  owner;
  name;
  id = 70000001;
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
  defaultBranch = "main";
  users;
  permissions = /* @__PURE__ */ new Map();
  threads = /* @__PURE__ */ new Map();
  comments = /* @__PURE__ */ new Map();
  environments = /* @__PURE__ */ new Map();
  runs = /* @__PURE__ */ new Map();
  releases = /* @__PURE__ */ new Map();
  #nextComment = firstCommentId;
  #nextId = 100001;
  constructor(options, clock) {
    const [owner = "", name = ""] = options.repository.split("/");
    this.owner = owner;
    this.name = name;
    this.#options = options;
    this.clock = clock;
    this.late = new LateCommits(clock);
    this.born = clock.now();
    this.tokens = tokenStrings(options.repository);
    this.git = new GitServer(options.seed);
    this.users = new Directory(owner);
    this.reset();
  }
  /** Back to how it started, but for what was pushed. */
  reset() {
    this.private = this.#options.private;
    this.users = new Directory(this.owner);
    this.permissions = /* @__PURE__ */ new Map();
    this.threads = /* @__PURE__ */ new Map();
    this.comments = /* @__PURE__ */ new Map();
    this.environments = /* @__PURE__ */ new Map();
    this.runs = /* @__PURE__ */ new Map();
    this.releases = /* @__PURE__ */ new Map();
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
    await this.git.close();
  }
  get fullName() {
    return `${this.owner}/${this.name}`;
  }
  isNamed(owner, name) {
    return `${owner}/${name}`.toLowerCase() === this.fullName.toLowerCase();
  }
  caller(token) {
    return callerOf(token, this.tokens, this.permissions, this.users);
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
    list.sort((a, b) => rank2(a, sort) - rank2(b, sort) || a.id - b.id);
    this.#ordered.set(key, list);
    return list;
  }
  tag(name) {
    return this.#tags.get(name) ?? null;
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
    for (const name of post.tags) {
      const tag = this.#tags.get(name) ?? { id: this.#nextTag++, name, created: at, posts: 0 };
      this.#tags.set(name, { ...tag, posts: tag.posts + (post.deleted === null ? step : 0) });
    }
  }
};
function rank2(post, sort) {
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
    const untilBurst = (meter.burstStarted + switches.burstSeconds * 1e3 - now) / 1e3;
    const untilRefill = (meter.refilled + switches.refillSeconds * 1e3 - now) / 1e3;
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
var all11 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one11 = (name) => all11[name];
var $createHash2 = /* @__PURE__ */ one11("createHash");

// sandbox/stack/tokens.ts
var known = [
  { name: "write", person: people.account, writes: true, state: "valid" },
  { name: "read", person: people.account, writes: false, state: "valid" },
  { name: "admin", person: people.admin, writes: true, state: "valid" },
  { name: "colleague", person: people.colleague, writes: true, state: "valid" },
  { name: "expired", person: people.account, writes: true, state: "expired" },
  { name: "other", person: people.account, writes: true, state: "elsewhere" }
];
function tokenStrings2(team) {
  const text = (name) => `${$createHash2("sha256").update(`sandbox ${team ?? ""} ${name}`).digest("base64url").slice(0, 22)}))`;
  return {
    write: text("write"),
    read: text("read"),
    admin: text("admin"),
    colleague: text("colleague"),
    expired: text("expired"),
    invalid: text("invalid"),
    other: text("other")
  };
}
function knownTokens(strings) {
  return new Map(known.map((token) => [strings[token.name], token]));
}
function tokensElsewhere(tokens) {
  return new Map(
    [...tokens].map(([text, token]) => [
      text,
      { ...token, state: token.state === "elsewhere" ? "valid" : "elsewhere" }
    ])
  );
}

// sandbox/stack/fake-stack.ts
var privateTeam = "private";
var FakeStack = class _FakeStack {
  tier;
  team;
  tokens;
  /** What the token `other` opens on an Enterprise: the main site, beside which there is a private team. */
  #elsewhere;
  #knownTokens;
  clock;
  posts = new PostStore();
  throttle = new Throttle();
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
    this.tokens = beside?.tokens ?? tokenStrings2(team);
    const known2 = knownTokens(this.tokens);
    this.#knownTokens = beside ? tokensElsewhere(known2) : known2;
    this.log = beside?.log ?? new RequestLog();
    this.clock = clock;
    this.late = new LateCommits(clock);
    this.#initialSwitches = withPatch(defaultSwitches, switches);
    this.switches = this.#initialSwitches;
    this.#data = data;
    const kept2 = data?.initial ?? null;
    if (kept2 !== null) {
      this.posts.restore(kept2);
      clock.restore(kept2.clock);
    }
    this.#saved = this.#stamp();
    const other = team === null ? privateTeam : null;
    this.#elsewhere = tier === "business" || beside ? null : new _FakeStack({ tier, team: other, switches, data: null }, clock, this);
  }
  /** What a token stands for, or null where the site does not know it. */
  findToken(text) {
    return this.#knownTokens.get(text) ?? null;
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
  /** Where API v3 of this place is. */
  get apiPath() {
    const version = this.tier === "business" ? "/v3" : "/api/v3";
    return this.team === null ? version : `${version}/teams/${this.team}`;
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
      state: { schema: 1, clock: this.clock.state, ...this.posts.snapshot() },
      stamp: this.#stamp()
    }));
  }
  /** Changes whenever something changes that the data file keeps. */
  #stamp() {
    return `${this.posts.revision} ${this.clock.state.offset}`;
  }
  /** Back to an empty site with the switches it started with. */
  reset() {
    this.posts.restore({ nextPost: 1, nextTag: 1, posts: [], tags: [] });
    this.switches = this.#initialSwitches;
    this.throttle.clear();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
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
  clock = new SandboxClock();
  stack;
  github;
  /** Given when the sandbox closes: whoever waits stops. */
  closing = new AbortController();
  constructor(stack, github) {
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
var all12 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one12 = (name) => all12[name];
var $rename = /* @__PURE__ */ one12("rename");
var $rm2 = /* @__PURE__ */ one12("rm");
var $writeFile = /* @__PURE__ */ one12("writeFile");
var $readFile = /* @__PURE__ */ one12("readFile");

// sandbox/stack/data-file.ts
var instant = int();
var id2 = int().check(_positive());
var common2 = {
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
        ...common2,
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
        ...common2,
        title: string(),
        tags: array(string()),
        answers: array(id2),
        accepted: nullable(id2)
      }),
      strictObject({ kind: literal("answer"), ...common2, question: id2 })
    ])
  ),
  tags: array(strictObject({ id: id2, name: string(), created: instant, posts: int() }))
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
    }
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
