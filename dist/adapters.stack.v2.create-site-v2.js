import {
  mapConcurrent
} from "./model.map-concurrent.js";
import {
  isFilterId,
  lacks
} from "./model.site-memory.js";
import {
  usualArticleIntervalMs,
  v2RefusedForMs,
  wrapperOf
} from "./adapters.stack.throttle.v2-pacer.js";
import {
  answerIn,
  idText,
  isId,
  isUserId,
  lookHoldsMs,
  openChannel,
  refOf,
  requireRefusedText,
  toAccept,
  toAnswerQuestion,
  toCreate,
  toUpdate,
  toUpdateAnswer,
  urlOf,
  userIdText
} from "./adapters.stack.purposes.js";
import {
  answerToFault,
  editUnavailable,
  throttled,
  unexpectedAnswer
} from "./adapters.stack.to-fault.js";
import {
  apiErrorOf
} from "./adapters.stack.api-error.js";
import {
  articleTypes
} from "./model.draft.js";
import "./adapters.log.mask-secrets.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
import "./adapters.watch-list.js";
import {
  endUnknownMs
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:crypto?src/adapters/stack/v2/create-site-v2.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $randomInt = /* @__PURE__ */ one("randomInt");

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
    const { method, path, parameters, notAfter, freshUntil } = call;
    const asked = channel.asked(purpose, method === "GET" ? "read" : "write");
    const inAddress = { ...team !== null && { team }, ...method === "GET" && parameters };
    const request = {
      method,
      path: `${prefix}${path}${queryOf(inAddress)}`,
      ...notAfter !== void 0 && { notAfter },
      ...freshUntil !== void 0 && { freshUntil },
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
function idOf(kind, model) {
  const id = model[`${kind}_id`];
  return isId(id) ? id : null;
}
function areWhole(kind, models) {
  return models.every((model) => isWhole(kind, model)) && // Who was deleted has no id, or is not told at all: one who is there shows that the others would be.
  areTold(models, (model) => isObject(model["owner"]) && isUserId(model["owner"]["user_id"])) && areTold(
    models.filter((model) => isObject(model) && model["last_edit_date"] !== void 0),
    (model) => model["last_editor"] !== void 0
  );
}
function isWhole(kind, model) {
  if (!isObject(model) || idOf(kind, model) === null) return false;
  const texts = kind === "answer" ? ["body_markdown"] : ["body_markdown", "title"];
  return texts.every((name) => typeof model[name] === "string") && toInstant(model["creation_date"]) !== null && (kind === "answer" ? typeof model["is_accepted"] === "boolean" : Array.isArray(model["tags"]));
}
function areTold(models, tells) {
  return models.length === 0 || models.some((model) => isObject(model) && tells(model));
}
function toSummary(kind, value, urlOf2) {
  if (!isObject(value)) return null;
  const id = idOf(kind, value);
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
  const id = idOf("answer", value);
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
var refusals = [400, 403, 407];
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
    const isRefused = error !== null && refusals.includes(error.id);
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
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one2 = (name) => all2[name];
var $randomInt2 = /* @__PURE__ */ one2("randomInt");

// src/adapters/stack/v2/fresh-id.ts
var first = 2e9;
var spread = 1e8;
function freshIds() {
  let next = $randomInt2(spread);
  return () => {
    next = (next + 1) % spread;
    return first + next;
  };
}

// src/adapters/stack/v2/reader.ts
var mostOnPage = 100;
var mostIds = 99;
var largestId = 2 ** 31 - 1;
function openReader(exchange, filter) {
  const freshId = freshIds();
  const asFresh = (...ids) => [...ids, freshId()].map(idText).join(";");
  const ask = (path, parameters, purpose, isWhole2) => filter.use((id) => {
    const call = { method: "GET", path, parameters: { ...parameters, filter: id } };
    return exchange.send(call, purpose);
  }, isWhole2);
  async function findAll(kind, ids) {
    const purpose = { doing: `read ${namesOf(kind, ids)}` };
    const path = `/${collections[kind]}/${asFresh(...ids)}`;
    const parameters = { pagesize: String(mostOnPage) };
    const answered = await ask(path, parameters, purpose, isWholeAnswer(kind));
    const found = /* @__PURE__ */ new Map();
    for (const model of successOf(answered).items) {
      const id = isObject(model) ? idOf(kind, model) : null;
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
  async function readPage(path, kind, number, purpose, size = mostOnPage) {
    const parameters = {
      order: "desc",
      sort: "activity",
      page: idText(number),
      pagesize: String(size)
    };
    const answered = await ask(path, parameters, purpose, isWholeAnswer(kind, true));
    if (isNoMethod(answered)) return answered;
    const { items, hasMore, total } = successOf(answered);
    const page = {
      items,
      total: Math.max(0, total ?? (number - 1) * size + items.length),
      last: items.length === 0 || !(hasMore ?? items.length >= size),
      answered
    };
    const ids = items.map((item) => ({ id: isObject(item) ? idOf(kind, item) : null }));
    exchange.watchPage(path, number, { ...page, items: ids }, purpose);
    return page;
  }
  const readers = {
    article: collected(mostIds, (ids) => findAllowed("article", ids)),
    question: collected(mostIds, (ids) => findAllowed("question", ids)),
    answer: collected(mostIds, (ids) => findAllowed("answer", ids))
  };
  return {
    asFresh,
    /** An object as it is now; null where there is none. What is asked for at one time is one request. */
    async find(kind, id) {
      idText(id);
      return id <= largestId ? readers[kind](id) : null;
    },
    /** One page of a list (from 1), newest activity first. */
    async page(path, kind, number, purpose, size) {
      const page = await readPage(path, kind, number, purpose, size);
      if ("items" in page) return page;
      throw answerToFault(page.answer, page.asked);
    },
    /** The same; null where the API has no such list. */
    async pageIfThere(path, kind, number, purpose, size) {
      const page = await readPage(path, kind, number, purpose, size);
      return "items" in page ? page : null;
    }
  };
}
function isWholeAnswer(kind, isList = false) {
  return (answered) => {
    if (answered.answer.status >= 300) return true;
    const { items, total, hasMore } = successOf(answered);
    const isCounted = !isList || total !== null && hasMore !== null;
    return isCounted && areWhole(kind, items);
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
var dateGrainMs = 1e3;
var mostLooks = 3;
function createSiteV2(options) {
  const { destination, http, clock, articleIntervalMs = usualArticleIntervalMs } = options;
  const exchange = openV2Exchange(options);
  const filter = openFilter(exchange);
  const reader = openReader(exchange, filter);
  const addressOf = (ref) => urlOf(destination, ref);
  const wholeLists = /* @__PURE__ */ new Set();
  const sizes = /* @__PURE__ */ new Map();
  const lacking = /* @__PURE__ */ new Set();
  let triesAgain = false;
  const quirks = {
    articleIntervalMs,
    coarseDates: true,
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
  const send = (path, form, until, purpose) => filter.use(
    (id) => {
      const parameters = { ...form, filter: id };
      return exchange.send({ method: "POST", path, parameters, ...until }, purpose);
    },
    // What was carried out must not be sent again.
    () => true
  );
  const fresh = () => ({ freshUntil: clock.now() + lookHoldsMs });
  const postIn = (answered, ref) => madeOf(answered, (model) => toPost(ref, model, addressOf), `the ${ref.kind}`);
  async function readAnswer(question, id) {
    const found = await reader.find("answer", id);
    if (found === null || found.model["question_id"] !== question) return null;
    const answer = toAnswer(found.model);
    if (answer === null) throw unexpected(found.answered, "the answer");
    return answer;
  }
  async function readNow(ref) {
    const [found, answer] = await Promise.all([
      reader.find(ref.kind, ref.id),
      ref.answer === void 0 ? null : readAnswer(ref.id, ref.answer)
    ]);
    if (found === null) return null;
    const post = toPost(ref, found.model, addressOf);
    if (post === null) throw unexpected(found.answered, `the ${ref.kind}`);
    exchange.inTime(post, found.purpose);
    return { ...post, answer };
  }
  return {
    destination,
    me,
    async list(kind, author, number) {
      const expected = `a list of ${kind}s`;
      const purpose = { doing: `list the account's ${kind}s` };
      const path = `/${collections[kind]}`;
      if (number === 1) sizes.set(kind, sizes.has(kind) ? $randomInt(50, 100) : 100);
      const size = sizes.get(kind);
      const own = wholeLists.has(kind) ? null : await reader.pageIfThere(
        `/users/${userIdText(author)}${path}`,
        kind,
        number,
        purpose,
        size
      );
      if (own === null) wholeLists.add(kind);
      const page = own ?? await reader.page(path, kind, number, purpose, size);
      const items = page.items.map((item) => {
        const summary = toSummary(kind, item, addressOf);
        if (summary === null) throw unexpected(page.answered, expected);
        const isOwn = own !== null || isObject(item) && toAccount(item["owner"])?.id === author;
        return exchange.inTime(isOwn ? summary : { ...summary, byOthers: true }, purpose);
      });
      return { total: page.total, items, last: page.last };
    },
    async everyones(kind, number) {
      const purpose = { doing: `list everybody's ${kind}s` };
      const page = await reader.page(`/${collections[kind]}`, kind, number, purpose, 100);
      const items = page.items.map((item) => {
        const summary = toSummary(kind, item, addressOf);
        if (summary === null) throw unexpected(page.answered, `a list of ${kind}s`);
        return exchange.inTime(summary, purpose);
      });
      return { total: page.total, items, last: page.last };
    },
    async read(ref) {
      for (let look = 1; ; look += 1) {
        const asked = exchange.now();
        const post = await readNow(ref);
        const wait = post === null ? 0 : nextDateAfter(post) - asked;
        if (wait <= 0 || look === mostLooks) return post;
        await clock.sleep(Math.min(wait, 2 * dateGrainMs));
      }
    },
    async answersOf(question, author) {
      const path = `/questions/${reader.asFresh(question.id)}/answers`;
      const purpose = { doing: `list the answers of question ${question.id}` };
      const own = [];
      for (let number = 1; ; number += 1) {
        const page = await reader.page(path, "answer", number, purpose);
        for (const item of page.items) {
          const answer = isObject(item) ? toAnswer(item) : null;
          if (!isObject(item) || answer === null)
            throw unexpected(page.answered, "a list of answers");
          if ((item["question_id"] ?? question.id) !== question.id) continue;
          if (answer.owner?.id === author) own.push(answer);
        }
        if (page.last) return own;
      }
    },
    async create(content, notAfter) {
      const { kind } = content;
      const path = `/${collections[kind]}/add`;
      const answered = await send(path, fromContent(content), { notAfter }, toCreate(content));
      return postIn(answered, { kind });
    },
    async update(current, content, notAfter) {
      const { kind } = content;
      const { ref, id } = current;
      const answered = await send(
        `/${collections[kind]}/${idText(id)}/edit`,
        fromContent(content),
        { notAfter, ...fresh() },
        toUpdate(kind, current)
      );
      if (kind === "article" && isNoMethod(answered)) {
        lacking.add("article-edit");
        throw editUnavailable(answered.asked);
      }
      const post = postIn(answered, ref);
      if (kind === "article") lacking.delete("article-edit");
      return { ...post, answer: current.answer };
    },
    async createAnswer(question, body, notAfter) {
      const path = `/questions/${idText(question.id)}/answers/add`;
      const answered = await send(path, { body }, { notAfter }, toAnswerQuestion(question));
      return madeOf(answered, toAnswer, "the answer");
    },
    async updateAnswer(ref, body, notAfter) {
      const path = `/answers/${idText(answerIn(ref))}/edit`;
      const answered = await send(path, { body }, { notAfter, ...fresh() }, toUpdateAnswer(ref));
      return madeOf(answered, toAnswer, "the answer");
    },
    async acceptAnswer(ref, notAfter) {
      if (quirks.isLacking("accept")) return;
      const id = answerIn(ref);
      const answered = await send(`/answers/${idText(id)}/accept`, {}, { notAfter }, toAccept(ref));
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
function nextDateAfter({ activity, answer }) {
  return Math.max(activity, answer?.activity ?? activity) + dateGrainMs;
}
function madeOf(answered, read, expected) {
  const made = read(onlyItem(answered, expected));
  if (made === null) throw unexpected(answered, expected);
  return made;
}
export {
  createSiteV2
};
