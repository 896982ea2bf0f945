import {
  htmlEncode
} from "./sandbox.stack.html.html-encode.js";
import {
  matchPath
} from "./sandbox.exchange.match-path.js";
import {
  _enum,
  _gte,
  _lte,
  _positive,
  array,
  boolean,
  int,
  nullable,
  number,
  optional,
  partial,
  readonly,
  record,
  strictObject,
  string
} from "./npm.zod.js";

// sandbox/stack/switches.ts
var encoding = _enum(["raw", "once", "twice"]);
var count = int().check(_gte(0));
var seconds = number().check(_positive());
var ids = readonly(array(int().check(_positive())));
var switchesSchema = strictObject({
  titleEncoding: encoding,
  bodyEncoding: encoding,
  lineEnds: _enum(["as-sent", "crlf"]),
  trailingSpaces: _enum(["kept", "stripped"]),
  finalNewline: _enum(["kept", "stripped"]),
  minTitle: count,
  minBody: count,
  synonyms: record(string(), string()),
  tagCreation: _enum(["everyone", "admins"]),
  expertise: _enum(["on", "off"]),
  experts: record(string(), strictObject({ users: ids, groups: ids })),
  duplicateQuestions: _enum(["refused", "accepted"]),
  duplicateArticles: _enum(["refused", "accepted"]),
  qualityCheck: count,
  subscription: _enum(["full", "basic", "free"]),
  wrongTeam: _enum(["unauthorized", "error"]),
  answerEditBumps: boolean(),
  editing: _enum(["permissions", "owner", "everyone"]),
  checks: _enum(["authorise-first", "validate-first"]),
  sharedInstants: boolean(),
  expirationDate: boolean(),
  html: _enum(["simple", "rendered"]),
  contentType: _enum(["sent", "missing"]),
  dates: _enum(["milliseconds", "microseconds", "no-zone"]),
  mostOnPage: int().check(_positive()),
  latency: count,
  throttle: boolean(),
  burst: int().check(_positive()),
  burstSeconds: seconds,
  bucket: int().check(_positive()),
  refill: int().check(_positive()),
  refillSeconds: seconds,
  retryAfter: boolean(),
  accept: boolean(),
  articleEdit: boolean(),
  usersArticles: boolean(),
  unsafeFilters: boolean(),
  filterEncoding: _enum(["once", "twice", "varying"]),
  staleReads: count,
  backoff: count,
  articlesPerMinute: nullable(count),
  quota: nullable(count),
  requestsPerSecond: nullable(count),
  ban: _enum(["json", "html"]),
  banSeconds: seconds
});
var switchNotes = {
  titleEncoding: "API v3: how often reads of a title are HTML-encoded.",
  bodyEncoding: "API v3: how often reads of a body are HTML-encoded.",
  lineEnds: "What the site makes of line ends before it stores a text.",
  trailingSpaces: "Whether blanks at the end of lines are stored.",
  finalNewline: "Whether line ends at the end of a text are stored.",
  minTitle: "The shortest title, in characters; 0: no rule.",
  minBody: "The shortest body, in characters; 0: no rule.",
  synonyms: 'Tags that are replaced, by the tag that replaces them, as {"k8s": "kubernetes"}.',
  tagCreation: "Who may create a tag by naming it in a post.",
  expertise: "Whether the site has subject matter experts.",
  experts: 'The experts of tags, as {"kubernetes": {"users": [21], "groups": [1001]}}.',
  duplicateQuestions: "A question with a known title or body.",
  duplicateArticles: "An Article with a known title.",
  qualityCheck: "Main site of an Enterprise: a question whose body has fewer characters is refused; 0: no check.",
  subscription: "What the API is open to: reads and writes, reads alone (Basic), or nothing (Free; how that is told is not known).",
  wrongTeam: "API v3 of Business: whether a wrong team is answered as a bad token, or by an error.",
  answerEditBumps: "Whether an edit of an answer counts as activity of its question.",
  editing: "Who may edit: as an Article's permissions say, owners alone, or everyone.",
  checks: "Whether a bad write with a read-only token is refused as forbidden or as bad.",
  sharedInstants: "Whether two changes may carry the same instant.",
  expirationDate: "API v3: whether Articles have the newer member expirationDate.",
  html: "The HTML in answers: headings, code and paragraphs, or all of the Markdown (much slower).",
  contentType: "Whether answers say that they are JSON.",
  dates: "API v3: how dates are spelled.",
  mostOnPage: "The most that a page of a list holds, however many were asked for.",
  latency: "Milliseconds before each request is carried out.",
  throttle: "Whether calls are limited. API v3, per token: by a burst and by a bucket that is refilled.",
  burst: "The calls of a burst …",
  burstSeconds: "… in so many seconds.",
  bucket: "The calls that the bucket holds …",
  refill: "… and that it gets back …",
  refillSeconds: "… every so many seconds.",
  retryAfter: "API v3: whether a throttled answer says when to come back.",
  accept: "API v2.3: whether answers can be accepted; off: there is no such method.",
  articleEdit: "API v2.3: whether Articles can be edited; off: there is no such method.",
  usersArticles: "API v2.3: whether a user's Articles can be listed; off: there is no such method.",
  unsafeFilters: "API v2.3: whether filters may be unsafe; off: they are refused.",
  filterEncoding: "API v2.3: how often a safe filter HTML-encodes; varying: in turns once and twice.",
  staleReads: "API v2.3: for how many seconds an identical read answers what it did; 0: never.",
  backoff: "API v2.3: the seconds that each answer asks to wait before the same method; 0: none.",
  articlesPerMinute: "API v2.3: the Articles that an account may write in a minute; 0: no limit; null: 1 where throttle is on.",
  quota: "API v2.3: the calls of a day; 0: no limit; null: 10000 where throttle is on.",
  requestsPerSecond: "API v2.3: more requests in a second lead to a ban; 0: no limit; null: 30 where throttle is on …",
  ban: "… and what a banned address is answered: an error, or a page …",
  banSeconds: "… for so many seconds."
};
function switchOptions(name) {
  const schema = switchesSchema.shape[name];
  return "options" in schema ? schema.options : null;
}
var switchesPatchSchema = partial(switchesSchema);
var defaultSwitches = {
  titleEncoding: "raw",
  bodyEncoding: "raw",
  lineEnds: "as-sent",
  trailingSpaces: "kept",
  finalNewline: "kept",
  minTitle: 0,
  minBody: 0,
  synonyms: {},
  tagCreation: "everyone",
  expertise: "on",
  experts: {},
  duplicateQuestions: "refused",
  duplicateArticles: "accepted",
  qualityCheck: 0,
  subscription: "full",
  wrongTeam: "unauthorized",
  answerEditBumps: true,
  editing: "permissions",
  checks: "authorise-first",
  sharedInstants: false,
  expirationDate: false,
  html: "simple",
  contentType: "sent",
  dates: "milliseconds",
  mostOnPage: 100,
  latency: 0,
  throttle: true,
  burst: 50,
  burstSeconds: 2,
  bucket: 5e3,
  refill: 100,
  refillSeconds: 60,
  retryAfter: false,
  accept: true,
  articleEdit: true,
  usersArticles: true,
  unsafeFilters: true,
  filterEncoding: "once",
  staleReads: 0,
  backoff: 0,
  articlesPerMinute: null,
  quota: null,
  requestsPerSecond: null,
  ban: "json",
  banSeconds: 30
};
function withPatch(switches, patch) {
  const set = Object.entries(patch).filter(([, value]) => value !== void 0);
  return { ...switches, ...Object.fromEntries(set) };
}

// builtin-import:node:crypto?sandbox/stack/oauth/applications.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

// sandbox/stack/oauth/applications.ts
var applications = {
  write: { id: "101", name: "stack-publish", writes: true, secret: secretOf("101") },
  read: { id: "102", name: "A report that only reads", writes: false, secret: secretOf("102") }
};
var clientIds = {
  write: applications.write.id,
  read: applications.read.id
};
function applicationOf(id) {
  return Object.values(applications).find((known) => known.id === id) ?? null;
}
function secretOf(id) {
  const hash = $createHash("sha256").update(`sandbox application ${id}`).digest("base64url");
  return `${hash.slice(0, 22)}((`;
}

// sandbox/exchange/fault-queue.ts
var faultKinds = {
  lost: "carried out, then no answer",
  late: "no answer, and carried out some seconds later",
  reset: "refused by a reset, not carried out",
  silence: "never answered, not carried out",
  throttled: "refused: too many calls (429; API v2.3: error 502; on GitHub 403)",
  unauthorized: "refused: a bad token (401; API v2.3: error 402)",
  error: "answered with an error of the server",
  html: "answered with a web page in place of JSON",
  slow: "answered, some milliseconds later",
  truncated: "carried out, then half of the answer"
};
var faultSchema = strictObject({
  kind: _enum(Object.keys(faultKinds)),
  method: optional(string()),
  path: optional(string()),
  token: optional(string()),
  times: optional(int().check(_positive())),
  nth: optional(int().check(_positive())),
  when: optional(_enum(["before", "after"])),
  end: optional(_enum(["destroy", "silence"])),
  status: optional(int().check(_gte(200), _lte(599))),
  seconds: optional(number().check(_gte(0))),
  clock: optional(_enum(["site", "real"])),
  retryAfter: optional(nullable(int().check(_gte(0)))),
  milliseconds: optional(int().check(_gte(0)))
});
var faultNotes = {
  method: "Which requests: those with this method; all where left out.",
  path: "Below the team, the main site or /2.3, as /articles/*; on GitHub below the root of the API. * is one part, ** at the end whatever follows.",
  token: "The token's name.",
  times: "How many matching requests are faulted (1) …",
  nth: "… beginning with this one (1).",
  when: "error, html, slow: before or after the request is carried out (before).",
  end: "lost, late: how the client is left alone (destroy).",
  status: "error (500), html (200): the status; API v2.3: below 500 the id of an error.",
  seconds: "late (10): how much later …",
  clock: "… by the sandbox's clock or by real time (site; on GitHub real).",
  retryAfter: "throttled, error: the header Retry-After, in seconds; none where left out. API v2.3, throttled: the seconds that it says (10); null: none.",
  milliseconds: "slow (1000): how much later."
};
var FaultQueue = class {
  #waiting = [];
  add(spec) {
    this.#waiting.push({ spec, skip: (spec.nth ?? 1) - 1, left: spec.times ?? 1 });
  }
  get waiting() {
    return this.#waiting;
  }
  clear() {
    this.#waiting = [];
  }
  /** The first fault that is due for a request, which uses it up once. */
  take(method, segments, token) {
    let taken = null;
    for (const fault of this.#waiting) {
      if (!matches(fault.spec, method, segments, token)) continue;
      if (fault.skip > 0) fault.skip -= 1;
      else taken ??= fault;
    }
    if (taken === null) return null;
    taken.left -= 1;
    this.#waiting = this.#waiting.filter((fault) => fault.left > 0);
    return taken.spec;
  }
};
function matches(spec, method, segments, token) {
  if (spec.method !== void 0 && spec.method.toUpperCase() !== method) return false;
  if (spec.token !== void 0 && spec.token !== token) return false;
  if (spec.path === void 0) return true;
  const pattern = spec.path.split("/").filter((part) => part !== "");
  const open = pattern.at(-1) === "**";
  if (open) pattern.pop();
  return matchPath(pattern, open ? segments.slice(0, pattern.length) : segments) !== null;
}

// sandbox/stack/html/simple-html.ts
function simpleHtml(markdown) {
  const parts = [];
  let paragraph = [];
  let code = null;
  const endParagraph = () => {
    if (paragraph.length > 0) parts.push(`<p>${htmlEncode(paragraph.join("\n"))}</p>`);
    paragraph = [];
  };
  const endCode = () => {
    if (code !== null) parts.push(`<pre><code>${htmlEncode(code.lines.join("\n"))}
</code></pre>`);
    code = null;
  };
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const heading = /^(#{1,6})[ \t](.*)$/.exec(line);
    if (code !== null) {
      if (fence?.startsWith(code.fence) === true && line.trim() === fence) endCode();
      else code.lines.push(line);
    } else if (fence !== void 0) {
      endParagraph();
      code = { fence, lines: [] };
    } else if (heading !== null) {
      endParagraph();
      const level = (heading[1] ?? "").length;
      parts.push(`<h${level}>${htmlEncode((heading[2] ?? "").trim())}</h${level}>`);
    } else if (line.trim() === "") endParagraph();
    else paragraph.push(line);
  }
  endParagraph();
  endCode();
  return parts.map((part) => `${part}
`).join("");
}

// sandbox/stack/html/body-html.ts
var simple = /* @__PURE__ */ new WeakMap();
var rendered = /* @__PURE__ */ new WeakMap();
function bodyHtml(post, html) {
  if (html === "simple") {
    const known2 = simple.get(post) ?? simpleHtml(post.body);
    simple.set(post, known2);
    return known2;
  }
  let known = rendered.get(post);
  if (known === void 0) {
    known = import("./rendering.render-as-stack.js").then(
      (module) => module.renderAsStack(post.body)
    );
    rendered.set(post, known);
  }
  return known;
}

export {
  faultKinds,
  faultSchema,
  faultNotes,
  FaultQueue,
  switchNotes,
  switchOptions,
  switchesPatchSchema,
  defaultSwitches,
  withPatch,
  applications,
  clientIds,
  applicationOf,
  bodyHtml
};
