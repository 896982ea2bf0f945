import {
  send
} from "./sandbox.exchange.match-path.js";
import {
  _enum,
  _minLength,
  _positive,
  array,
  boolean,
  int,
  nullable,
  optional,
  refine,
  strictObject,
  string
} from "./npm.zod.js";
import {
  Fault
} from "./model.error.js";

// sandbox/exchange/receive.ts
var most = 8 * 1024 * 1024;
async function receive(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  if (!request.complete) throw new Error("The client went away before its request was whole.");
  return Buffer.concat(chunks);
}

// sandbox/exchange/exchange.ts
var Exchange = class {
  request;
  response;
  url;
  method;
  entry;
  /** Given when the sandbox closes: whoever waits stops. */
  closing;
  constructor({ request, response, url, clock, log, closing }) {
    this.request = request;
    this.response = response;
    this.url = url;
    this.method = request.method ?? "GET";
    this.closing = closing;
    const at = clock.now();
    this.entry = log.open({ at, method: this.method, path: url.pathname, query: url.search });
    response.sendDate = false;
    response.setHeader("Date", new Date(at).toUTCString());
  }
  /** Notes what came with a request that may write. */
  noteBody(body) {
    if (this.method === "GET" || this.method === "HEAD") return;
    const isForm = /^multipart\//i.test(this.request.headers["content-type"] ?? "");
    this.entry.sent = body?.toString("utf8", 0, isForm ? 300 : body.length) ?? null;
  }
  /** Answers and notes the status; `cut`: with the first half of the body. */
  answer(reply, cut = false) {
    if (this.response.destroyed) return;
    this.entry.status = reply.status;
    send(this.response, reply, cut);
  }
};

// sandbox/exchange/path-segments.ts
function pathSegments(pathname) {
  try {
    return pathname.split("/").filter((part) => part !== "").map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
}

// sandbox/exchange/wait.ts
async function wait(milliseconds, signal) {
  if (milliseconds <= 0 || signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers();
  const timer = setTimeout(resolve, milliseconds);
  const stop = () => resolve();
  signal.addEventListener("abort", stop);
  await promise;
  clearTimeout(timer);
  signal.removeEventListener("abort", stop);
}

// sandbox/exchange/inject-fault.ts
async function injectFault(fault, exchange, { carryOut, refusals, late, lateClock }) {
  const { response, entry, closing } = exchange;
  const leave = () => {
    if (fault.end !== "silence") response.destroy();
  };
  switch (fault.kind) {
    case "lost":
      await carryOut(null);
      return leave();
    case "late":
      late.add(fault.seconds ?? 10, fault.clock ?? lateClock, async (at) => {
        try {
          await carryOut(at);
        } catch (error) {
          entry.fault = `late, failed: ${String(error)}`;
        }
      });
      return leave();
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "silence":
      return;
    case "throttled":
    case "unauthorized":
      return exchange.answer(refusals[fault.kind](fault));
    case "error":
    case "html":
      if (fault.when === "after") await carryOut(null);
      return exchange.answer(refusals[fault.kind](fault));
    case "slow": {
      const pause = () => wait(fault.milliseconds ?? 1e3, closing);
      if (fault.when !== "after") await pause();
      if (closing.aborted) return;
      const render = await carryOut(null);
      if (fault.when === "after") await pause();
      return exchange.answer(await render());
    }
    case "truncated": {
      const render = await carryOut(null);
      return exchange.answer(await render(), true);
    }
  }
}

// sandbox/exchange/respond.ts
async function respond(exchange, faults, asked, served) {
  const fault = faults.take(exchange.method, asked.segments, asked.token);
  exchange.entry.fault = fault?.kind ?? null;
  if (fault !== null) return injectFault(fault, exchange, served);
  const render = await served.carryOut(null);
  exchange.answer(await render());
}

// sandbox/github/rate-limit.ts
var hour = 36e5;
function limitOf(caller) {
  if (caller.user === null) return 60;
  return caller.name.startsWith("job") ? 1e3 : 5e3;
}
var RateLimit = class {
  #windows = /* @__PURE__ */ new Map();
  #window(caller, resource, now) {
    const key = `${caller.name} ${resource}`;
    const known = this.#windows.get(key);
    if (known !== void 0 && known.ends > now) return known;
    const fresh = { used: 0, ends: now + hour };
    this.#windows.set(key, fresh);
    return fresh;
  }
  peek(caller, resource, now) {
    const limit = limitOf(caller);
    const { used, ends } = this.#window(caller, resource, now);
    const remaining = Math.max(0, limit - used);
    return {
      limit,
      used: Math.min(used, limit),
      remaining,
      reset: Math.ceil(ends / 1e3),
      resource
    };
  }
  /** Counts a request. False: none was left. */
  take(caller, resource, now) {
    const window = this.#window(caller, resource, now);
    window.used += 1;
    return window.used <= limitOf(caller);
  }
  setRemaining(caller, remaining, now) {
    for (const resource of ["core", "graphql"])
      this.#window(caller, resource, now).used = limitOf(caller) - remaining;
  }
  clear() {
    this.#windows.clear();
  }
};
function rateHeaders(rate) {
  return {
    "X-RateLimit-Limit": String(rate.limit),
    "X-RateLimit-Remaining": String(rate.remaining),
    "X-RateLimit-Used": String(rate.used),
    "X-RateLimit-Reset": String(rate.reset),
    "X-RateLimit-Resource": rate.resource
  };
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
  /** Its branch is of a fork. */
  fork: optional(boolean()),
  created: optional(date),
  updated: optional(date),
  merged: optional(date),
  mergedBy: optional(login),
  mergeCommit: optional(string())
});
function putPull(github, input) {
  const now = github.clock.now();
  const at = (text) => text === void 0 ? void 0 : Date.parse(text);
  const known = input.number === void 0 ? void 0 : github.threads.get(input.number);
  const number = input.number ?? github.nextNumber();
  const merged = at(input.merged) ?? known?.merged ?? (input.state === "merged" ? now : null);
  const state = merged === null ? input.state ?? known?.state ?? "open" : "merged";
  const edited = known !== void 0 && input.body !== void 0 && input.body !== known.body;
  return github.putThread({
    kind: known?.kind ?? (input.issue === true ? "issue" : "pull"),
    number,
    title: input.title ?? known?.title ?? `Change ${number}`,
    body: input.body === void 0 ? known?.body ?? null : input.body,
    labels: input.labels ?? known?.labels ?? [],
    author: input.author === null ? null : authorOf(github, input.author, known),
    state,
    base: input.base ?? known?.base ?? github.defaultBranch,
    head: input.head ?? known?.head ?? `change-${number}`,
    fork: input.fork ?? known?.fork ?? false,
    created: at(input.created) ?? known?.created ?? Math.min(now, merged ?? now),
    updated: at(input.updated) ?? (known === void 0 ? merged ?? now : now),
    closed: merged ?? (state === "closed" ? known?.closed ?? now : null),
    merged,
    mergedBy: merged === null ? null : userOf(github, input.mergedBy ?? known?.mergedBy?.login ?? "mia-maintain"),
    mergeCommit: merged === null ? null : input.mergeCommit ?? known?.mergeCommit ?? github.madeUpCommit(number),
    lastEdited: edited ? now : known?.lastEdited ?? null
  });
}
function authorOf(github, name, known) {
  if (name !== void 0) return userOf(github, name);
  return known?.author ?? userOf(github, "will-write");
}

export {
  id,
  date,
  misuse,
  login,
  userOf,
  RateLimit,
  rateHeaders,
  pullSchema,
  putPull,
  receive,
  Exchange,
  pathSegments,
  wait,
  respond
};
