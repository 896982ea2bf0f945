import {
  mapConcurrent
} from "./model.map-concurrent.js";
import {
  isFilterId,
  lacks
} from "./model.site-memory.js";
import {
  answerToFault,
  apiErrorOf,
  editUnavailable,
  endlessList,
  failureToFault,
  parseJson,
  throttleDelayMs,
  throttled,
  tokenElsewhere,
  unexpectedAnswer,
  v3Policy,
  wrongClock
} from "./adapters.stack.to-fault.js";
import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";
import {
  watchList
} from "./adapters.watch-list.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
import {
  HttpFailure,
  backoffMs,
  createHttp,
  endUnknownMs,
  longestPauseMs,
  maxTries,
  retryAfterMs,
  retryDelayMs
} from "./adapters.http.create-http.js";
import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  articleTypes
} from "./model.draft.js";
import {
  isObject
} from "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/stack/v2/wrapper.ts
var read = /* @__PURE__ */ new WeakMap();
function wrapperOf(answer) {
  const known = read.get(answer);
  if (known !== void 0) return known;
  const wrapper = readWrapper(answer.body);
  read.set(answer, wrapper);
  return wrapper;
}
function readWrapper(body) {
  const value = parseJson(body);
  if (!isObject(value)) return null;
  const { items, has_more: hasMore } = value;
  const number = (name) => Number.isSafeInteger(value[name]) ? value[name] : null;
  return {
    items: Array.isArray(items) ? items : null,
    hasMore: typeof hasMore === "boolean" ? hasMore : null,
    total: number("total"),
    backoff: number("backoff"),
    quotaRemaining: number("quota_remaining"),
    quotaMax: number("quota_max")
  };
}

// src/adapters/stack/throttle/v2-refusal.ts
var backoffMarginMs = 2e3;
function isArticleWrite({ method, path }) {
  return method === "POST" && /\/articles\/(?:add|\d+\/edit)(?:$|\?)/.test(path);
}
function v2RefusedForMs(answer, now, request) {
  const { status, headers, body } = answer;
  const error = apiErrorOf(body);
  const told = retryAfterMs(headers, now);
  const isArticle = isArticleWrite(request);
  if (error?.id === 502) {
    const [, seconds] = /(\d{1,9}) seconds?\b/i.exec(error.message) ?? [];
    const wait = seconds === void 0 ? told : Number(seconds) * 1e3 + backoffMarginMs;
    const isOfAddress = /\bIP\b/.test(error.message);
    if (isArticle && !isOfAddress && (wait ?? 0) <= longestPauseMs + backoffMarginMs) return 0;
    return wait ?? endUnknownMs;
  }
  if (error) return isArticle && isTooSoon(error.message) ? 0 : null;
  if (status === 429) return throttleDelayMs(headers, now);
  if (status === 403 && !isObject(parseJson(body))) return told ?? endUnknownMs;
  return null;
}
function isTooSoon(sentence) {
  return /\btoo (?:many|often|soon|quickly|fast)\b|\bonly (?:\w+ )*(?:once|one) \b.*\b(?:minute|seconds)\b|\bevery \d+ (?:seconds|minutes?)\b/i.test(
    sentence
  );
}

// src/adapters/stack/throttle/v2-pacer.ts
var mostInSecond = 20;
var mostInFlight = 10;
var secondMs = 1e3;
var usualArticleIntervalMs = 6e4;
function methodOf({ method, path }) {
  return `${method} ${path.replace(/\?.*$/s, "").replace(/\/[\d;]+(?=\/|$)/g, "/{ids}")}`;
}
function v2Pacer(articleIntervalMs = usualArticleIntervalMs) {
  const starts = [];
  const backoffs = /* @__PURE__ */ new Map();
  let inFlight = 0;
  let pausedUntil = 0;
  let articleInFlight = false;
  let nextArticle = 0;
  function forget(now) {
    while (starts[0] !== void 0 && starts[0] + secondMs <= now) starts.shift();
  }
  return {
    next(now, request) {
      forget(now);
      const isArticle = isArticleWrite(request);
      if (inFlight >= mostInFlight || isArticle && articleInFlight) return Infinity;
      const full = starts.length >= mostInSecond ? (starts[0] ?? now) + secondMs : now;
      return Math.max(
        full,
        pausedUntil,
        backoffs.get(methodOf(request)) ?? now,
        isArticle ? nextArticle : now
      );
    },
    start(started, request) {
      const isArticle = isArticleWrite(request);
      inFlight += 1;
      starts.push(started);
      if (isArticle) articleInFlight = true;
      return (now, answer) => {
        inFlight -= 1;
        if (isArticle) {
          articleInFlight = false;
          const isRefused = answer !== null && v2RefusedForMs(answer, now, request) !== null;
          nextArticle = now + Math.max(articleIntervalMs, isRefused ? usualArticleIntervalMs : 0);
        }
        const wrapper = answer && wrapperOf(answer);
        if (!wrapper) return;
        const { backoff } = wrapper;
        if (backoff !== null && backoff > 0)
          backoffs.set(methodOf(request), now + backoff * 1e3 + backoffMarginMs);
        if (isQuotaSpent(wrapper)) pausedUntil = Math.max(pausedUntil, now + endUnknownMs);
      };
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    }
  };
}
function isQuotaSpent({ quotaRemaining, quotaMax }) {
  return quotaRemaining !== null && quotaRemaining <= 0 && quotaMax !== 0;
}

// src/adapters/stack/throttle/v2-policy.ts
function v2Policy(articleIntervalMs) {
  return {
    server: "The server",
    pacer: v2Pacer(articleIntervalMs),
    refusedForMs: v2RefusedForMs,
    retryDelayMs: (attempt) => attempt.refusedForMs === null ? failureDelayMs(attempt) : refusalDelayMs(attempt),
    maxWaitMs: (maxTries - 1) * longestPauseMs,
    waitReason: (request) => isArticleWrite(request) ? "Articles are written one by one, as the server takes few a minute" : null
  };
}
function refusalDelayMs({ refusedForMs, refusals: refusals3, random }) {
  const wait = refusedForMs ?? 0;
  if (refusals3 >= maxTries || wait > longestPauseMs) return null;
  return Math.max(wait, refusals3 < 2 ? 0 : backoffMs(refusals3 - 1, random));
}
function failureDelayMs(attempt) {
  const { effect, tries, result, random } = attempt;
  const error = "status" in result ? apiErrorOf(result.body) : null;
  if (!error) return retryDelayMs(attempt);
  const passes = error.id === 500 || error.id === 503;
  return passes && effect === "read" && tries < maxTries ? backoffMs(tries, random) : null;
}

// src/adapters/stack/ids.ts
var communityId = -1;
function isId(value) {
  return Number.isSafeInteger(value) && value > 0;
}
function isUserId(value) {
  return isId(value) || value === communityId;
}
function idText(id) {
  return textOf(id, isId);
}
function userIdText(id) {
  return textOf(id, isUserId);
}
function textOf(id, isGood) {
  if (isGood(id)) return String(id);
  throw new Fault("internal", "internal", "Cannot make a request: an id is not a whole number.", {
    remedy: "Report this, with the command that was run."
  });
}

// src/adapters/stack/post-address.ts
var cloudApi = "api.stackoverflowteams.com";
var cloudPages = ["stackoverflowteams.com", "stackoverflow.com"];
function pagesOf({ site, team }) {
  const url = new URL(site);
  const base = url.hostname === cloudApi ? `https://${cloudPages[0] ?? ""}` : site.replace(/\/+$/, "");
  return team === null ? base : `${base}/c/${encodeURIComponent(team)}`;
}
function urlOf(destination, { kind, id }) {
  return `${pagesOf(destination)}/${kind === "article" ? "articles" : "questions"}/${String(id)}`;
}
function refOf(destination, address) {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (url === null || url.username !== "" || url.password !== "") return null;
  const pages = new URL(pagesOf(destination));
  const cloud = destination.tier === "business" && cloudPages.includes(url.hostname) && url.protocol === "https:" && url.port === "";
  if (!cloud && url.origin !== pages.origin) return null;
  const team = destination.team === null ? "" : `/c/${encodeURIComponent(destination.team)}`;
  const prefix = (cloud ? team : pages.pathname.replace(/\/$/, "")).toLowerCase();
  if (!url.pathname.toLowerCase().startsWith(`${prefix}/`)) return null;
  const path = url.pathname.slice(prefix.length + 1).split("/");
  return refOfPath(path, url.hash);
}
function refOfPath([root = "", first2 = "", second = "", third = ""], hash) {
  const id = idOf(first2);
  if (id === null) return null;
  switch (root.toLowerCase()) {
    case "articles":
      return { kind: "article", id };
    case "q":
      return { kind: "question", id };
    case "questions":
      return question(id, idOf(third) ?? idOf(hash.slice(1)));
    case "a": {
      const answer = idOf(second);
      return answer === null ? null : question(id, answer);
    }
    default:
      return null;
  }
}
function question(id, answer) {
  return answer === null ? { kind: "question", id } : { kind: "question", id, answer };
}
function idOf(text) {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

// src/adapters/stack/post-name.ts
function nameOf({ kind, title }) {
  return `${kind} “${title.replace(/[\p{C}\s]+/gu, " ").slice(0, 80)}”`;
}

// src/adapters/stack/refused-text.ts
var refusals = /* @__PURE__ */ new Set([
  "site-rejected",
  "duplicate-post",
  "quality-refused",
  "tag-refused"
]);
function requireRefusedText(answer, asked, made) {
  const fault = answerToFault(answer, asked);
  if (refusals.has(fault.code)) return;
  if (answer.status >= 300 || !isObject(made)) throw fault;
  const id = made["id"] ?? made["article_id"];
  throw new Fault(
    "site",
    "response-differs",
    `Cannot ${asked.doing}: the site took an Article without title and text${isId(id) ? `, as article ${id}` : ""}.`,
    { remedy: "Delete that Article on the site; the token writes." }
  );
}

// src/adapters/stack/open-channel.ts
var mostAhead = 31 * 24 * 36e5;
function openChannel({ destination, http, clock }, secrets, headers) {
  const { origin, host } = new URL(destination.site);
  if (new URL(http.base).origin !== origin)
    throw new TypeError("the token may go to its destination only");
  let written = false;
  const common2 = {
    host,
    hasWritten: () => written,
    tier: destination.tier,
    now: () => clock.now(),
    mask: maskSecrets(secrets),
    team: destination.team
  };
  let ahead = 0;
  const watches = /* @__PURE__ */ new Map();
  function noteDate({ status, headers: told }, asked) {
    const date = Date.parse(told["date"] ?? "");
    if (Number.isNaN(date)) return;
    const far = Math.abs(date - clock.now()) > mostAhead;
    if (!far) ahead = date - clock.now();
    else if (asked.effect === "read" && status < 300) throw wrongClock(asked, date);
  }
  const now = () => clock.now() + ahead;
  return {
    asked: (purpose, effect) => ({
      ...common2,
      ...purpose,
      effect
    }),
    /** Sends a request. Throws the fault of an answer that did not come whole. */
    async send(asked, request) {
      try {
        const answer = await http.send({ ...request, effect: asked.effect, headers });
        noteDate(answer, asked);
        if (asked.effect === "write" && answer.status < 300) written = true;
        return answer;
      } catch (error) {
        if (error instanceof HttpFailure) throw failureToFault(error, asked);
        throw error;
      }
    },
    now,
    /** Throws where something read was active in the future: what happens until then would be missed. */
    inTime(read2, purpose) {
      if (read2.activity - now() <= mostAhead) return read2;
      throw wrongClock({ ...common2, ...purpose, effect: "read" }, read2.activity);
    },
    /** Told each page (from 1) of a list, throws where the list is not worth reading on. */
    watchPage(list, number, page, purpose) {
      const watch = number > 1 && watches.get(list) || watchList(clock);
      watches.set(list, watch);
      const endless = watch(page);
      if (endless !== null && !page.last && number > 1)
        throw endlessList({ ...common2, ...purpose, effect: "read" }, endless);
    }
  };
}

// src/adapters/stack/v2/v2-exchange.ts
function openV2Exchange(options) {
  const { destination, clock } = options;
  const { tier, team } = destination;
  const token = checkedToken("STACK_ACCESS_TOKEN", options.token);
  const key = options.apiKey === null ? null : checkedToken("STACK_API_KEY", options.apiKey);
  const prefix = tier === "business" ? "/2.3" : "/api/2.3";
  const channel = openChannel(options, key === null ? [token] : [token, key], {
    "x-api-access-token": token,
    ...key !== null && { "x-api-key": key }
  });
  async function send(call, purpose) {
    const { method, path, parameters, notAfter } = call;
    const asked = channel.asked(purpose, method === "GET" ? "read" : "write");
    const inAddress = { ...team !== null && { team }, ...method === "GET" && parameters };
    const request = {
      method,
      path: `${prefix}${path}${queryOf(inAddress)}`,
      ...notAfter !== void 0 && { notAfter },
      ...method !== "GET" && {
        body: {
          type: "application/x-www-form-urlencoded",
          content: new URLSearchParams(parameters).toString()
        }
      }
    };
    const answer = await channel.send(asked, request);
    const refusedMs = v2RefusedForMs(answer, clock.now(), request);
    if (refusedMs === null) return { answer, asked };
    throw throttled(
      asked,
      refusedMs < endUnknownMs ? clock.now() + (refusedMs || usualArticleIntervalMs) : null
    );
  }
  return { ...channel, send };
}
function queryOf(parameters) {
  const query = new URLSearchParams(parameters).toString();
  return query === "" ? "" : `?${query}`;
}
function isNoMethod({ answer }) {
  const error = apiErrorOf(answer.body);
  return error ? error.id === 404 : answer.status === 404;
}
function successOf({ answer, asked }) {
  const isGood = answer.status >= 200 && answer.status < 300 && apiErrorOf(answer.body) === null;
  const wrapper = isGood ? wrapperOf(answer) : null;
  if (!wrapper?.items) throw answerToFault(answer, asked);
  return { ...wrapper, items: wrapper.items };
}
function unexpected({ answer, asked }, expected) {
  return unexpectedAnswer(answer, asked, expected);
}
function onlyItem(answered, expected) {
  const [item, ...others] = successOf(answered).items;
  if (!isObject(item) || others.length > 0) throw unexpected(answered, expected);
  return item;
}

// src/adapters/stack/v2/v2-models.ts
var collections = {
  article: "articles",
  question: "questions",
  answer: "answers"
};
var latestSecond = 253402300799;
var common = [
  "body_markdown",
  "creation_date",
  "last_activity_date",
  "last_edit_date",
  "last_editor",
  "owner"
];
var fields = {
  article: ["article_id", "article_type", "title", "tags", ...common],
  question: ["question_id", "title", "tags", "locked_date", ...common],
  answer: ["answer_id", "question_id", "is_accepted", "locked_date", ...common],
  shallow_user: ["display_name", "user_id"]
};
var wrapperFields = [
  "backoff",
  "error_id",
  "error_message",
  "error_name",
  "has_more",
  "items",
  "quota_max",
  "quota_remaining",
  "total"
];
var includedFields = [
  ...wrapperFields.map((name) => `.${name}`),
  ...Object.entries(fields).flatMap(([model, names]) => names.map((name) => `${model}.${name}`))
].join(";");
function idOf2(kind, model) {
  const id = model[`${kind}_id`];
  return isId(id) ? id : null;
}
function isWhole(kind, model) {
  if (!isObject(model) || idOf2(kind, model) === null) return false;
  const texts = kind === "answer" ? ["body_markdown"] : ["body_markdown", "title"];
  const owner = model["owner"];
  return texts.every((name) => typeof model[name] === "string") && isObject(owner) && isUserId(owner["user_id"]) && toInstant(model["creation_date"]) !== null && // Whoever edited it is told beside when.
  (model["last_edit_date"] === void 0 || model["last_editor"] !== void 0) && (kind === "answer" ? typeof model["is_accepted"] === "boolean" : Array.isArray(model["tags"]));
}
function toSummary(kind, value, urlOf2) {
  if (!isObject(value)) return null;
  const id = idOf2(kind, value);
  const { title } = value;
  const created = toInstant(value["creation_date"]);
  const activity = toInstant(value["last_activity_date"]) ?? created;
  if (id === null || typeof title !== "string" || activity === null) return null;
  return { kind, id, title, created: created ?? activity, activity, url: urlOf2({ kind, id }) };
}
function toPost(ref, value, urlOf2) {
  const summary = toSummary(ref.kind, value, urlOf2);
  if (summary === null || !isObject(value)) return null;
  const { body_markdown: body, tags, article_type: type } = value;
  if (typeof body !== "string") return null;
  return {
    ...summary,
    ref: { kind: ref.kind, id: summary.id, ...ref.answer && { answer: ref.answer } },
    body,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [],
    type: articleTypes.find((known) => known === type) ?? null,
    permissions: null,
    owner: toAccount(value["owner"]),
    lastEditor: toAccount(value["last_editor"]),
    editable: value["locked_date"] === void 0,
    answer: null,
    echo: {}
  };
}
function toAnswer(value) {
  const id = idOf2("answer", value);
  const { body_markdown: body, is_accepted: accepted } = value;
  if (id === null || typeof body !== "string") return null;
  return {
    id,
    body,
    activity: toInstant(value["last_activity_date"]),
    owner: toAccount(value["owner"]),
    lastEditor: toAccount(value["last_editor"]),
    accepted: accepted === true
  };
}
function toAccount(value) {
  if (!isObject(value) || !isUserId(value["user_id"])) return null;
  const { user_id: id, display_name: name } = value;
  return { id, name: typeof name === "string" ? name : `user ${id}` };
}
function fromContent(content) {
  const { title, body, tags } = content;
  const shared = { title, body, tags: tags.join(",") };
  return content.kind === "article" ? { ...shared, article_type: content.type } : shared;
}
function toInstant(value) {
  const isDate = Number.isSafeInteger(value) && value >= 0;
  return isDate && value <= latestSecond ? value * 1e3 : null;
}

// src/adapters/stack/v2/filter.ts
var refusals2 = [400, 403, 407];
function openFilter({ send }) {
  let current = null;
  let remembered = null;
  let making = null;
  async function make() {
    const create = (unsafe2) => send(
      {
        method: "GET",
        path: "/filters/create",
        parameters: { include: includedFields, base: "none", ...unsafe2 && { unsafe: "true" } }
      },
      { doing: "make a filter of what to read" }
    );
    const unsafe = await create(true);
    const error = apiErrorOf(unsafe.answer.body);
    const isRefused = error !== null && refusals2.includes(error.id);
    const answered = isRefused ? await create(false) : unsafe;
    const expected = "a filter";
    const { filter: id, filter_type: type } = onlyItem(answered, expected);
    if (typeof id !== "string" || !isFilterId(id)) throw unexpected(answered, expected);
    return { id, safe: type === "safe" || isRefused && type !== "unsafe", made: true };
  }
  async function get() {
    if (current) return current;
    making ??= make().finally(() => {
      making = null;
    });
    current = await making;
    return current;
  }
  return {
    recall(known, trusted) {
      remembered = known;
      if (known && trusted && !current) current = { ...known, made: false };
    },
    /** As it is to be remembered; null where none is known. */
    get known() {
      const { id, safe } = current ?? remembered ?? {};
      return id === void 0 || safe === void 0 ? null : { id, safe };
    },
    /**
     * Sends what names the filter. A remembered one is made anew where the site does not know it, or
     * where `isWhole` misses something in the answer; nothing was done then, or it was a read.
     */
    async use(sendWith, isWhole2) {
      const used = await get();
      const answered = await sendWith(used.id);
      if (used.made || !isUnknown(answered) && isWhole2(answered)) return answered;
      if (current === used) current = null;
      return sendWith((await get()).id);
    }
  };
}
function isUnknown({ answer }) {
  const error = apiErrorOf(answer.body);
  return error?.id === 400 && /filter/i.test(error.message);
}

// src/adapters/stack/v2/collect.ts
function collected(most, find) {
  let waiting = [];
  async function answer(ids, asked) {
    try {
      const found = await find(ids);
      for (const { id, resolve } of asked) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
  function send() {
    const byId = Map.groupBy(waiting, ({ id }) => id);
    waiting = [];
    const ids = [...byId.keys()];
    for (let start = 0; start < ids.length; start += most) {
      const part = ids.slice(start, start + most);
      void answer(
        part,
        part.flatMap((id) => byId.get(id) ?? [])
      );
    }
  }
  return (id) => new Promise((resolve, reject) => {
    if (waiting.length === 0) setImmediate(send);
    waiting.push({ id, resolve, reject });
  });
}

// builtin-import:node:crypto?src/adapters/stack/v2/fresh-id.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $randomInt = /* @__PURE__ */ one("randomInt");

// src/adapters/stack/v2/fresh-id.ts
var first = 2e9;
var spread = 1e8;
function freshIds() {
  let next = $randomInt(spread);
  return () => {
    next = (next + 1) % spread;
    return first + next;
  };
}

// src/adapters/stack/v2/reader.ts
var pageSize = 100;
var mostIds = 99;
var largestId = 2 ** 31 - 1;
function openReader(exchange, filter) {
  const freshId = freshIds();
  const ask = (path, parameters, purpose, isWholeAnswer) => filter.use((id) => {
    const call = { method: "GET", path, parameters: { ...parameters, filter: id } };
    return exchange.send(call, purpose);
  }, isWholeAnswer);
  async function findAll(kind, ids) {
    const purpose = { doing: `read ${namesOf(kind, ids)}` };
    const path = `/${collections[kind]}/${[...ids, freshId()].map(idText).join(";")}`;
    const parameters = { pagesize: String(pageSize) };
    const answered = await ask(path, parameters, purpose, areWhole(kind));
    const found = /* @__PURE__ */ new Map();
    for (const model of successOf(answered).items) {
      const id = isObject(model) ? idOf2(kind, model) : null;
      if (!isObject(model) || id === null) throw unexpected(answered, `the ${kind}`);
      if (ids.includes(id)) found.set(id, { model, answered, purpose });
    }
    return found;
  }
  async function findAllowed(kind, ids) {
    try {
      return await findAll(kind, ids);
    } catch (error) {
      if (!isForbidden(error) || ids.length < 2) throw error;
      const apart = await mapConcurrent(
        ids,
        5,
        (id) => findAll(kind, [id]).catch((fault) => {
          if (isForbidden(fault)) return /* @__PURE__ */ new Map();
          throw fault;
        })
      );
      return new Map(apart.flatMap((each) => [...each]));
    }
  }
  async function readPage(path, kind, number, purpose) {
    const parameters = {
      order: "desc",
      sort: "activity",
      page: idText(number),
      pagesize: String(pageSize)
    };
    const answered = await ask(path, parameters, purpose, areWhole(kind, true));
    if (isNoMethod(answered)) return answered;
    const { items, hasMore, total } = successOf(answered);
    const page = {
      items,
      total: Math.max(0, total ?? (number - 1) * pageSize + items.length),
      last: items.length === 0 || !(hasMore ?? items.length >= pageSize),
      answered
    };
    const ids = items.map((item) => ({ id: isObject(item) ? idOf2(kind, item) : null }));
    exchange.watchPage(path, number, { ...page, items: ids }, purpose);
    return page;
  }
  const readers = {
    article: collected(mostIds, (ids) => findAllowed("article", ids)),
    question: collected(mostIds, (ids) => findAllowed("question", ids)),
    answer: collected(mostIds, (ids) => findAllowed("answer", ids))
  };
  return {
    /** An object as it is now; null where there is none. What is asked for at one time is one request. */
    async find(kind, id) {
      idText(id);
      return id <= largestId ? readers[kind](id) : null;
    },
    /** One page of a list (from 1), newest activity first. */
    async page(path, kind, number, purpose) {
      const page = await readPage(path, kind, number, purpose);
      if ("items" in page) return page;
      throw answerToFault(page.answer, page.asked);
    },
    /** The same; null where the API has no such list. */
    async pageIfThere(path, kind, number, purpose) {
      const page = await readPage(path, kind, number, purpose);
      return "items" in page ? page : null;
    }
  };
}
function areWhole(kind, isList = false) {
  return (answered) => {
    if (answered.answer.status >= 300) return true;
    const { items, total, hasMore } = successOf(answered);
    const isCounted = !isList || total !== null && hasMore !== null;
    return isCounted && items.every((item) => isWhole(kind, item));
  };
}
function isForbidden(error) {
  return error instanceof Fault && error.code === "site-forbidden";
}
function namesOf(kind, ids) {
  const [first2 = 0, ...others] = ids;
  if (others.length === 0) return `${kind} ${first2}`;
  const named = [first2, ...others].slice(0, 5).join(", ");
  return `${collections[kind]} ${named}${ids.length > 5 ? " and others" : ""}`;
}

// src/adapters/stack/v2/create-site-v2.ts
function createSiteV2(options) {
  const { destination, http, articleIntervalMs = usualArticleIntervalMs } = options;
  const exchange = openV2Exchange(options);
  const filter = openFilter(exchange);
  const reader = openReader(exchange, filter);
  const addressOf = (ref) => urlOf(destination, ref);
  const wholeLists = /* @__PURE__ */ new Set();
  const lacking = /* @__PURE__ */ new Set();
  let triesAgain = false;
  const quirks = {
    articleIntervalMs,
    editors: false,
    get memory() {
      return {
        filter: filter.known,
        wholeLists: ["article", "question"].filter((kind) => wholeLists.has(kind)),
        lacks: lacks.filter((each) => lacking.has(each))
      };
    },
    isLacking: (what) => lacking.has(what) && !triesAgain,
    recall(memory, { again, writing }) {
      filter.recall(memory.filter, !writing);
      if (!again) for (const kind of memory.wholeLists) wholeLists.add(kind);
      for (const each of memory.lacks) lacking.add(each);
      triesAgain = again;
    }
  };
  const me = memoize(async () => {
    const call = { method: "GET", path: "/me", parameters: {} };
    const answered = await exchange.send(call, { doing: "look up the account" });
    const account = toAccount(onlyItem(answered, "an account"));
    if (account === null) throw unexpected(answered, "an account");
    return account;
  });
  const send = (path, form, notAfter, purpose) => filter.use(
    (id) => {
      const parameters = { ...form, filter: id };
      return exchange.send({ method: "POST", path, parameters, notAfter }, purpose);
    },
    // What was carried out must not be sent again.
    () => true
  );
  const postIn = (answered, ref) => madeOf(answered, (model) => toPost(ref, model, addressOf), `the ${ref.kind}`);
  async function readAnswer(question2, id) {
    const found = await reader.find("answer", id);
    if (found === null || found.model["question_id"] !== question2) return null;
    const answer = toAnswer(found.model);
    if (answer === null) throw unexpected(found.answered, "the answer");
    return answer;
  }
  return {
    destination,
    me,
    async list(kind, author, number) {
      const expected = `a list of ${kind}s`;
      const purpose = { doing: `list the account's ${kind}s` };
      const path = `/${collections[kind]}`;
      const own2 = wholeLists.has(kind) ? null : await reader.pageIfThere(`/users/${userIdText(author)}${path}`, kind, number, purpose);
      if (own2 === null) wholeLists.add(kind);
      const page = own2 ?? await reader.page(path, kind, number, purpose);
      const items = page.items.map((item) => {
        const summary = toSummary(kind, item, addressOf);
        if (summary === null) throw unexpected(page.answered, expected);
        const isOwn = own2 !== null || isObject(item) && toAccount(item["owner"])?.id === author;
        return exchange.inTime(isOwn ? summary : { ...summary, byOthers: true }, purpose);
      });
      return { total: page.total, items, last: page.last };
    },
    async read(ref) {
      const [found, answer] = await Promise.all([
        reader.find(ref.kind, ref.id),
        ref.answer === void 0 ? null : readAnswer(ref.id, ref.answer)
      ]);
      if (found === null) return null;
      const post = toPost(ref, found.model, addressOf);
      if (post === null) throw unexpected(found.answered, `the ${ref.kind}`);
      exchange.inTime(post, found.purpose);
      return { ...post, answer };
    },
    async answersOf(question2, author) {
      const path = `/questions/${idText(question2.id)}/answers`;
      const purpose = { doing: `list the answers of question ${question2.id}` };
      const own2 = [];
      for (let number = 1; ; number += 1) {
        const page = await reader.page(path, "answer", number, purpose);
        for (const item of page.items) {
          const answer = isObject(item) ? toAnswer(item) : null;
          if (answer === null) throw unexpected(page.answered, "a list of answers");
          if (answer.owner?.id === author) own2.push(answer);
        }
        if (page.last) return own2;
      }
    },
    async create(content, notAfter) {
      const { kind } = content;
      const path = `/${collections[kind]}/add`;
      const purpose = { doing: `create ${nameOf(content)}` };
      return postIn(await send(path, fromContent(content), notAfter, purpose), { kind });
    },
    async update(current, content, notAfter) {
      const { kind } = content;
      const { ref, id } = current;
      const answered = await send(
        `/${collections[kind]}/${idText(id)}/edit`,
        fromContent(content),
        notAfter,
        {
          doing: `update ${kind} ${id}`,
          changesPost: true,
          // Where the site says that we may not edit this post, the token may still be good for others.
          ...!current.editable && {
            forbidden: "Let the account edit the post on the site, or unlock it there."
          }
        }
      );
      if (kind === "article" && isNoMethod(answered)) {
        lacking.add("article-edit");
        throw editUnavailable(answered.asked);
      }
      const post = postIn(answered, ref);
      if (kind === "article") lacking.delete("article-edit");
      return { ...post, answer: current.answer };
    },
    async createAnswer(question2, body, notAfter) {
      const path = `/questions/${idText(question2.id)}/answers/add`;
      const purpose = { doing: `answer question ${question2.id}`, changesPost: true };
      return madeOf(await send(path, { body }, notAfter, purpose), toAnswer, "the answer");
    },
    async updateAnswer(ref, body, notAfter) {
      const path = `/answers/${idText(answerIn(ref))}/edit`;
      const purpose = { doing: `update the answer of question ${ref.id}`, changesPost: true };
      return madeOf(await send(path, { body }, notAfter, purpose), toAnswer, "the answer");
    },
    async acceptAnswer(ref, notAfter) {
      if (quirks.isLacking("accept")) return;
      const id = answerIn(ref);
      const answered = await send(`/answers/${idText(id)}/accept`, {}, notAfter, {
        doing: `accept the answer of question ${ref.id}`,
        forbidden: "Publish again later: some sites let nobody accept an answer of their own at once."
      });
      if (isNoMethod(answered)) {
        lacking.add("accept");
        return;
      }
      try {
        successOf(answered);
      } catch (error) {
        const refused = error instanceof Fault && error.outcome === "rejected";
        if (!refused || !(await readAnswer(ref.id, id))?.accepted) throw error;
      }
      lacking.delete("accept");
    },
    async tryWrite() {
      const parameters = { title: "", body: "", tags: "", article_type: "knowledge-article" };
      const call = { method: "POST", path: "/articles/add", parameters };
      const { answer, asked } = await exchange.send(call, { doing: "try a write" });
      requireRefusedText(answer, asked, wrapperOf(answer)?.items?.[0]);
    },
    urlOf: addressOf,
    refOf: (url) => refOf(destination, url),
    now: exchange.now,
    get requests() {
      return http.requests;
    },
    quirks
  };
}
function answerIn({ id, answer }) {
  if (answer === void 0) throw new TypeError(`question ${id} has no answer yet`);
  return answer;
}
function madeOf(answered, read2, expected) {
  const made = read2(onlyItem(answered, expected));
  if (made === null) throw unexpected(answered, expected);
  return made;
}

// src/adapters/stack/image-address.ts
var plain = /^https?:\/\/[\w\-.~:/?#@!$&*+,=%]+$/;
var longest = 500;
function imageAddress(destination, address) {
  const pages = new URL(`${pagesOf(destination)}/`);
  const url = URL.parse(address, pages.href);
  if (url === null || url.username !== "" || url.password !== "") return null;
  const api = new URL(destination.site);
  const isOwn = url.origin === pages.origin || url.origin === api.origin || isLoopback(api.hostname) && isLoopback(url.hostname);
  const [cloud = ""] = cloudPages;
  const isCloud = destination.tier === "business" && url.protocol === "https:" && url.port === "" && (url.hostname === cloud || url.hostname.endsWith(`.${cloud}`));
  if (!isOwn && !isCloud) return null;
  return plain.test(url.href) && url.href.length <= longest ? url.href : null;
}

// src/adapters/stack/multipart-file.ts
function multipartFile({ type, digest, bytes }) {
  const hex = digest.slice("sha256:".length);
  const name = `${hex.slice(0, 16)}.${type}`;
  const boundary = `stack-publish-${hex.slice(0, 48)}`;
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    `Content-Type: image/${type}`,
    "",
    ""
  ].join("\r\n");
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    content: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r
--${boundary}--\r
`)])
  };
}

// src/adapters/stack/v3/create-directory-v3.ts
var mostId = 2147483647;
var longestName = 100;
var mostExperts = 100;
var mostSeen = 1e4;
function createSeenTags() {
  const byName = /* @__PURE__ */ new Map();
  return {
    byName,
    note(post) {
      const tags = isObject(post) ? post["tags"] : null;
      if (!Array.isArray(tags) || byName.size > mostSeen) return;
      for (const tag of tags.flatMap(toTag)) byName.set(tag.name.toLowerCase(), tag);
    }
  };
}
function createDirectoryV3(exchange, seen) {
  return {
    async userByEmail(email) {
      const path = `/users/by-email/${encodeURIComponent(email.toWellFormed())}`;
      const user = await exchange.find(path, {
        doing: "look up a user by e-mail address",
        forbidden: "Name users by their ids: looking up an address takes an administrator's token."
      });
      return toNamed(user?.model, isUserId);
    },
    async user(id) {
      if (id > mostId) return null;
      const user = await exchange.find(`/users/${idText(id)}`, { doing: `look up user ${id}` });
      return toNamed(user?.model, isUserId);
    },
    async groups() {
      const purpose = { doing: "list the user groups" };
      const groups = [];
      for await (const item of exchange.items("/user-groups", purpose, "a list of user groups")) {
        const group = toNamed(item, isId);
        if (group) groups.push(group);
      }
      return groups;
    },
    async tags(names, mostRequests) {
      const found = /* @__PURE__ */ new Map();
      for (const name of names) {
        const tag = seen.get(name.toLowerCase());
        if (tag) found.set(name, tag);
      }
      const open = new Set(names.filter((name) => !found.has(name)));
      const ask = async (query, about) => {
        const purpose = { doing: "look up tags" };
        const page = await exchange.page(`/tags?${query}`, 1, purpose, "a list of tags");
        const tags = new Map(page.items.flatMap(toTag).map((tag) => [tag.name.toLowerCase(), tag]));
        for (const name of about) {
          const tag = tags.get(name.toLowerCase());
          if (!tag && !page.last) continue;
          found.set(name, tag ?? null);
          open.delete(name);
        }
      };
      const byName = (name) => ask(`partialName=${encodeURIComponent(name.toWellFormed())}&sort=name&order=asc`, [name]);
      let left = mostRequests;
      if (open.size > 1 && left > 0) {
        left -= 1;
        await ask("sort=postCount&order=desc", [...open]);
      }
      await Promise.all([...open].slice(0, left).map(byName));
      return found;
    },
    async expertsOf(tag) {
      const path = `/tags/${idText(tag)}/subject-matter-experts`;
      const experts = await exchange.find(path, { doing: `look up the experts of tag ${tag}` });
      const { users, userGroups } = experts?.model ?? {};
      return { users: manyNamed(users, isUserId), groups: manyNamed(userGroups, isId) };
    }
  };
}
function manyNamed(value, isGood) {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostExperts).flatMap((item) => toNamed(item, isGood) ?? []);
}
function toNamed(value, isGood) {
  if (!isObject(value) || !isGood(value["id"])) return null;
  const { id, name } = value;
  return { id, name: typeof name === "string" ? name.slice(0, longestName).toWellFormed() : "" };
}
function toTag(value) {
  const named = toNamed(value, isId);
  if (!named || !isObject(value)) return [];
  const experts = value["subjectMatterExpertCount"];
  return [{ ...named, experts: isId(experts) ? experts : null }];
}

// src/adapters/stack/v3/v3-exchange.ts
var pageSize2 = 100;
function openV3Exchange(options) {
  const { destination } = options;
  const token = checkedToken("STACK_ACCESS_TOKEN", options.token);
  const mainPath = destination.tier === "business" ? "/v3" : "/api/v3";
  const prefix = mainPath + teamPath(destination.team);
  const channel = openChannel(options, [token], { authorization: `Bearer ${token}` });
  const send = (asked, request, below = prefix) => channel.send(asked, { ...request, path: below + request.path });
  async function ask(path, purpose) {
    const asked = channel.asked(purpose, "read");
    return { asked, answer: await send(asked, { method: "GET", path }) };
  }
  async function get(path, purpose) {
    const { asked, answer } = await ask(path, purpose);
    return foundIn(answer, asked);
  }
  async function me(purpose) {
    const path = "/users/me";
    const { asked, answer } = await ask(path, purpose);
    const refused = [401, 403, 404].includes(answer.status);
    if (refused && prefix !== mainPath && destination.tier === "enterprise") {
      const main = await send(asked, { method: "GET", path }, mainPath).catch(() => null);
      if (main?.status === 200 && isObject(parseJson(main.body))) throw tokenElsewhere(asked);
    }
    return foundIn(answer, asked);
  }
  async function find(path, purpose) {
    const { asked, answer } = await ask(path, purpose);
    return answer.status === 404 && isOwnWords(answer) ? null : foundIn(answer, asked);
  }
  async function page(path, number, purpose, expected) {
    const mark = path.includes("?") ? "&" : "?";
    const query = `page=${idText(number)}&pageSize=${String(pageSize2)}`;
    const { model, unexpected: unexpected2 } = await get(`${path}${mark}${query}`, purpose);
    const found = pageOf(model, number);
    if (found === null) throw unexpected2(expected);
    channel.watchPage(path, number, found, purpose);
    return { ...found, unexpected: unexpected2 };
  }
  async function* items(path, purpose, expected) {
    for (let number = 1; ; number += 1) {
      const { items: items2, last } = await page(path, number, purpose, expected);
      yield* items2.filter(isObject);
      if (last) return;
    }
  }
  async function write({ body: content, ...request }, purpose, read2, expected) {
    const asked = channel.asked(purpose, "write");
    const body = isBody(content) ? content : { type: "application/json", content: JSON.stringify(content) };
    const { model, unexpected: unexpected2 } = foundIn(await send(asked, { ...request, body }), asked);
    const made = read2(model);
    if (made === null) throw unexpected2(expected);
    return made;
  }
  async function tryWrite(path, json, purpose) {
    const asked = channel.asked(purpose, "write");
    const body = { type: "application/json", content: JSON.stringify(json) };
    const answer = await send(asked, { method: "POST", path, body });
    requireRefusedText(answer, asked, parseJson(answer.body));
  }
  return { ...channel, me, find, page, items, write, tryWrite };
}
function isBody(body) {
  return body["content"] instanceof Uint8Array;
}
function foundIn(answer, asked) {
  const model = answer.status >= 200 && answer.status < 300 ? parseJson(answer.body) : void 0;
  if (!isObject(model)) throw answerToFault(answer, asked);
  return { model, unexpected: (expected) => unexpectedAnswer(answer, asked, expected) };
}
function teamPath(team) {
  if (team !== null && !/^[\w-][\w.-]*$/.test(team)) {
    throw new Fault("usage", "config-invalid", "Cannot use destination.team: it is no slug.", {
      remedy: "Give the last part of the address of the team, as in https://stackoverflowteams.com/c/SLUG or https://stack.acme.example/c/SLUG."
    });
  }
  return team === null ? "" : `/teams/${team}`;
}
function isOwnWords({ body }) {
  return body.length === 0 || isObject(parseJson(body));
}
function pageOf(model, page) {
  const { items, totalCount, totalPages, pageSize: size } = model;
  if (!Array.isArray(items)) return null;
  const short = items.length < (isId(size) ? size : pageSize2);
  const last = items.length === 0 || (isId(totalPages) ? page >= totalPages : short);
  const seen = (page - 1) * pageSize2 + items.length;
  const total = Number.isSafeInteger(totalCount) ? Math.max(0, totalCount) : seen;
  return { items, total, last };
}

// src/adapters/stack/parse-date.ts
var spelling = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/i;
function parseDate(value) {
  const parts = typeof value === "string" ? spelling.exec(value.trim()) : null;
  if (parts === null) return null;
  const [, seconds = "", fraction = "", zone = "Z"] = parts;
  const instant = Date.parse(`${seconds}.${fraction.slice(0, 3).padEnd(3, "0")}${zone}`);
  return instant >= 0 ? instant : null;
}

// src/adapters/stack/v3/v3-models.ts
var types = {
  knowledgeArticle: "knowledge-article",
  howToGuide: "how-to-guide",
  announcement: "announcement",
  policy: "policy"
};
var editableBy = {
  everyone: "everyone",
  ownerOnly: "owner",
  specificEditors: "specific"
};
function toSummary2(kind, value, urlOf2) {
  if (!isObject(value)) return null;
  const { id, title } = value;
  const created = parseDate(value["creationDate"]);
  const activity = parseDate(value["lastActivityDate"]) ?? created;
  if (!isId(id) || typeof title !== "string" || activity === null) return null;
  return { kind, id, title, created: created ?? activity, activity, url: urlOf2({ kind, id }) };
}
function toPost2(ref, value, urlOf2) {
  const summary = toSummary2(ref.kind, value, urlOf2);
  if (summary === null || !isObject(value)) return null;
  const { bodyMarkdown, tags, type, owner, userCanEdit, expirationDate, permissions } = value;
  if (typeof bodyMarkdown !== "string") return null;
  return {
    ...summary,
    ref: { kind: ref.kind, id: summary.id, ...ref.answer && { answer: ref.answer } },
    body: bodyMarkdown,
    tags: namesOf2(tags),
    type: typeof type === "string" ? own(types, type) ?? null : null,
    permissions: ref.kind === "article" ? toPermissions(permissions) : null,
    owner: toAccount2(owner),
    lastEditor: toAccount2(value["lastEditor"]),
    editable: userCanEdit !== false,
    answer: null,
    // An update without these would take them away; not every site knows the first.
    echo: {
      ...expirationDate !== void 0 && { expirationDate },
      ...isObject(permissions) && { permissions: sentPermissions(permissions) }
    }
  };
}
function toAnswer2(value) {
  const { id, bodyMarkdown, owner, isAccepted } = value;
  if (!isId(id) || typeof bodyMarkdown !== "string") return null;
  return {
    id,
    body: bodyMarkdown,
    activity: parseDate(value["lastActivityDate"]),
    owner: toAccount2(owner),
    lastEditor: toAccount2(value["lastEditor"]),
    accepted: isAccepted === true
  };
}
function toAccount2(value) {
  if (!isObject(value) || !isUserId(value["id"])) return null;
  const { id, name } = value;
  return { id, name: typeof name === "string" ? name : `user ${id}` };
}
function fromContent2(content, current) {
  if (content.kind === "article") return fromArticle(content, current);
  const { title, body, tags } = content;
  return { ...current?.echo, title, body, tags };
}
function fromArticle(content, current) {
  const { title, body, tags, type } = content;
  const permissions = content.permissions ?? (current ? null : openToAll);
  return {
    ...current?.echo,
    title,
    body,
    tags,
    type: keyOf(types, type),
    ...permissions && {
      permissions: {
        editableBy: keyOf(editableBy, permissions.editableBy),
        editorUserIds: permissions.users,
        editorUserGroupIds: permissions.groups
      }
    }
  };
}
function sentPermissions(read2) {
  return {
    editableBy: read2["editableBy"],
    editorUserIds: idsOf(read2["editorUsers"] ?? read2["editorUserIds"], isUserId),
    editorUserGroupIds: idsOf(read2["editorUserGroups"] ?? read2["editorUserGroupIds"], isId)
  };
}
var openToAll = { editableBy: "everyone", users: [], groups: [] };
function toPermissions(value) {
  if (!isObject(value)) return null;
  const who = typeof value["editableBy"] === "string" ? own(editableBy, value["editableBy"]) : null;
  if (!who) return null;
  return {
    editableBy: who,
    users: idsOf(value["editorUsers"] ?? value["editorUserIds"], isUserId),
    groups: idsOf(value["editorUserGroups"] ?? value["editorUserGroupIds"], isId)
  };
}
function idsOf(value, isGood) {
  if (!Array.isArray(value)) return [];
  return value.map((item) => isObject(item) ? item["id"] : item).filter(isGood);
}
function namesOf2(value) {
  if (!Array.isArray(value)) return [];
  return value.map((item) => isObject(item) ? item["name"] : item).filter((name) => typeof name === "string");
}
function own(table, key) {
  return Object.hasOwn(table, key) ? table[key] : void 0;
}
function keyOf(table, value) {
  const found = Object.entries(table).find(([, each]) => each === value);
  if (found === void 0) throw new TypeError(`no name for ${String(value)}`);
  return found[0];
}

// src/adapters/stack/v3/create-site-v3.ts
var collections2 = { article: "articles", question: "questions" };
function createSiteV3(options) {
  const { destination, http } = options;
  const exchange = openV3Exchange(options);
  const seenTags = createSeenTags();
  const addressOf = (ref) => urlOf(destination, ref);
  const pathOf = ({ kind, id }) => `/${collections2[kind]}/${idText(id)}`;
  const answerPath = (ref) => {
    if (ref.answer === void 0) throw new TypeError(`question ${ref.id} has no answer yet`);
    return `${pathOf(ref)}/answers/${idText(ref.answer)}`;
  };
  async function readAnswer(ref) {
    const found = await exchange.find(answerPath(ref), { doing: `read answer ${ref.answer}` });
    if (found === null || found.model["isDeleted"] === true) return null;
    return toAnswer2(found.model);
  }
  const me = memoize(async () => {
    const { model, unexpected: unexpected2 } = await exchange.me({ doing: "look up the account" });
    const { id, name } = model;
    if (!isUserId(id)) throw unexpected2("an account");
    return { id, name: typeof name === "string" ? name : "" };
  });
  return {
    destination,
    me,
    async list(kind, author, number) {
      const path = `/${collections2[kind]}?authorId=${userIdText(author)}&sort=activity&order=desc`;
      const expected = `a list of ${kind}s`;
      const purpose = { doing: `list the account's ${kind}s` };
      const page = await exchange.page(path, number, purpose, expected);
      const items = page.items.filter((item) => !isObject(item) || item["isDeleted"] !== true).map((item) => {
        seenTags.note(item);
        const summary = toSummary2(kind, item, addressOf);
        if (summary === null) throw page.unexpected(expected);
        return exchange.inTime(summary, purpose);
      });
      return { total: page.total, items, last: page.last };
    },
    async read(ref) {
      const purpose = { doing: `read ${ref.kind} ${ref.id}` };
      const found = await exchange.find(pathOf(ref), purpose);
      if (found === null || found.model["isDeleted"] === true) return null;
      seenTags.note(found.model);
      const post = toPost2(ref, found.model, addressOf);
      if (post === null) throw found.unexpected(`the ${ref.kind}`);
      exchange.inTime(post, purpose);
      return { ...post, answer: ref.answer === void 0 ? null : await readAnswer(ref) };
    },
    async create(content, notAfter) {
      const { kind } = content;
      const json = fromContent2(content, null);
      return exchange.write(
        { method: "POST", path: `/${collections2[kind]}`, body: json, notAfter },
        { doing: `create ${nameOf(content)}` },
        (model) => toPost2({ kind }, model, addressOf),
        `the ${kind}`
      );
    },
    async update(current, content, notAfter) {
      const { kind } = content;
      const { ref, id } = current;
      const json = fromContent2(content, current);
      const post = await exchange.write(
        { method: "PUT", path: pathOf({ kind, id }), body: json, notAfter },
        {
          doing: `update ${kind} ${id}`,
          changesPost: true,
          // Where the site says that we may not edit this post, the token may still be good for others.
          ...!current.editable && {
            forbidden: "Let the account edit the post on the site, or unlock it there."
          }
        },
        (model) => toPost2(ref, model, addressOf),
        `the ${kind}`
      );
      return { ...post, answer: current.answer };
    },
    async answersOf(question2, author) {
      const path = `${pathOf(question2)}/answers`;
      const purpose = { doing: `list the answers of question ${question2.id}` };
      const own2 = [];
      for await (const item of exchange.items(path, purpose, "a list of answers")) {
        const { id, owner, isDeleted } = item;
        const ours = isObject(owner) && owner["id"] === author;
        if (ours && isDeleted !== true && isId(id)) own2.push(id);
      }
      const answers = await Promise.all(own2.map((answer) => readAnswer({ ...question2, answer })));
      return answers.filter((answer) => answer !== null);
    },
    async createAnswer(question2, body, notAfter) {
      return exchange.write(
        { method: "POST", path: `${pathOf(question2)}/answers`, body: { body }, notAfter },
        { doing: `answer question ${question2.id}`, changesPost: true },
        toAnswer2,
        "the answer"
      );
    },
    async updateAnswer(ref, body, notAfter) {
      return exchange.write(
        { method: "PUT", path: answerPath(ref), body: { body }, notAfter },
        { doing: `update the answer of question ${ref.id}`, changesPost: true },
        toAnswer2,
        "the answer"
      );
    },
    async acceptAnswer(ref, notAfter) {
      await exchange.write(
        { method: "POST", path: `${answerPath(ref)}/accept`, body: {}, notAfter },
        {
          doing: `accept the answer of question ${ref.id}`,
          forbidden: "Publish again later: some sites let nobody accept an answer of their own at once."
        },
        (model) => model,
        "JSON"
      );
    },
    async tryWrite() {
      const permissions = { editableBy: "ownerOnly", editorUserIds: [], editorUserGroupIds: [] };
      const json = { title: "", body: "", tags: [], type: "knowledgeArticle", permissions };
      await exchange.tryWrite("/articles", json, { doing: "try a write" });
    },
    directory: createDirectoryV3(exchange, seenTags.byName),
    images: {
      async upload(image) {
        const { url } = await exchange.write(
          { method: "POST", path: "/images/upload", body: multipartFile(image) },
          { doing: "upload an image" },
          (model) => model,
          "JSON"
        );
        const address = typeof url === "string" ? imageAddress(destination, url) : null;
        if (address === null) throw addressOfOthers(url);
        return address;
      },
      owns: (address) => imageAddress(destination, address) === address
    },
    urlOf: addressOf,
    refOf: (url) => refOf(destination, url),
    now: exchange.now,
    get requests() {
      return http.requests;
    }
  };
}
function addressOfOthers(url) {
  return new Fault(
    "site",
    "site-not-json",
    "Cannot upload an image: the site gave no address of its own for it, expected one with https of the same host.",
    {
      remedy: "Check that destination.url is the address of the API.",
      forTeam: `It gave ${JSON.stringify(url ?? null)?.slice(0, 200)}.`
    }
  );
}

// src/adapters/stack/open-site.ts
var longestAnswer = 64e6;
function openSite(options) {
  const { destination, token, apiKey, articlesPerMinute, ...connection } = options;
  const { api, site: base } = destination;
  if (!token) {
    const message = "Cannot reach the site: STACK_ACCESS_TOKEN is not set.";
    const remedy = "Set STACK_ACCESS_TOKEN to an access token of Stack Internal.";
    throw new Fault("usage", "token-missing", message, { remedy });
  }
  const sent = Promise.withResolvers();
  const isV2 = api === "v2.3";
  const articleIntervalMs = 6e4 / articlesPerMinute;
  const key = isV2 ? keyFor(destination, apiKey) : null;
  const http = createHttp({
    ...connection,
    base,
    policy: isV2 ? v2Policy(articleIntervalMs) : v3Policy(),
    onRequest: sent.resolve,
    ...isV2 && { maxBytes: longestAnswer }
  });
  const common2 = { destination, token, http, clock: connection.clock };
  const site = isV2 ? createSiteV2({ ...common2, apiKey: key, articleIntervalMs }) : createSiteV3(common2);
  return { site, sent: sent.promise, close: () => http.close() };
}
function keyFor({ tier, team }, apiKey) {
  if (tier === "business") return null;
  if (team !== null)
    throw new Fault(
      "usage",
      "config-invalid",
      "Cannot use API v2.3 for a private team of an Enterprise: it reaches the main site only.",
      { remedy: "Set destination.api to v3." }
    );
  if (apiKey) return apiKey;
  const message = "Cannot reach the site: STACK_API_KEY is not set, which API v2.3 asks for.";
  const remedy = "Set STACK_API_KEY to the key of an application on the site, or destination.api to v3.";
  throw new Fault("usage", "api-key-missing", message, { remedy });
}

export {
  openSite
};
