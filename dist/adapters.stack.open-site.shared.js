import {
  answerToFault,
  endlessList,
  failureToFault,
  parseJson,
  tokenElsewhere,
  unexpectedAnswer,
  v3Policy,
  wrongClock
} from "./adapters.stack.throttle.v3-policy.js";
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
  createHttp
} from "./adapters.http.create-http.js";
import {
  isObject
} from "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";

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
function refOfPath([root = "", first = "", second = "", third = ""], hash) {
  const id = idOf(first);
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
function toSummary(kind, value, urlOf2) {
  if (!isObject(value)) return null;
  const { id, title } = value;
  const created = parseDate(value["creationDate"]);
  const activity = parseDate(value["lastActivityDate"]) ?? created;
  if (!isId(id) || typeof title !== "string" || activity === null) return null;
  return { kind, id, title, created: created ?? activity, activity, url: urlOf2({ kind, id }) };
}
function toPost(ref, value, urlOf2) {
  const summary = toSummary(ref.kind, value, urlOf2);
  if (summary === null || !isObject(value)) return null;
  const { bodyMarkdown, tags, type, owner, userCanEdit, expirationDate } = value;
  if (typeof bodyMarkdown !== "string") return null;
  return {
    ...summary,
    ref: { kind: ref.kind, id: summary.id, ...ref.answer && { answer: ref.answer } },
    body: bodyMarkdown,
    tags: namesOf(tags),
    type: typeof type === "string" ? own(types, type) ?? null : null,
    permissions: ref.kind === "article" ? toPermissions(value["permissions"]) : null,
    owner: toAccount(owner),
    lastEditor: toAccount(value["lastEditor"]),
    editable: userCanEdit !== false,
    answer: null,
    // Newer sites know it, and an update without it would take it away.
    echo: expirationDate === void 0 ? {} : { expirationDate }
  };
}
function toAnswer(value) {
  const { id, bodyMarkdown, owner, isAccepted } = value;
  if (!isId(id) || typeof bodyMarkdown !== "string") return null;
  return {
    id,
    body: bodyMarkdown,
    activity: parseDate(value["lastActivityDate"]),
    owner: toAccount(owner),
    lastEditor: toAccount(value["lastEditor"]),
    accepted: isAccepted === true
  };
}
function toAccount(value) {
  if (!isObject(value) || !isId(value["id"])) return null;
  const { id, name } = value;
  return { id, name: typeof name === "string" ? name : `user ${id}` };
}
function fromContent(content, current) {
  if (content.kind === "article") return fromArticle(content, current);
  const { title, body, tags } = content;
  return { ...current?.echo, title, body, tags };
}
function fromArticle(content, current) {
  const { title, body, tags, type } = content;
  const permissions = content.permissions ?? current?.permissions ?? openToAll;
  return {
    ...current?.echo,
    title,
    body,
    tags,
    type: keyOf(types, type),
    permissions: {
      editableBy: keyOf(editableBy, permissions.editableBy),
      editorUserIds: permissions.users,
      editorUserGroupIds: permissions.groups
    }
  };
}
function nameOf({ kind, title }) {
  return `${kind} “${title.replace(/[\p{C}\s]+/gu, " ").slice(0, 80)}”`;
}
var openToAll = { editableBy: "everyone", users: [], groups: [] };
function toPermissions(value) {
  if (!isObject(value)) return null;
  const who = typeof value["editableBy"] === "string" ? own(editableBy, value["editableBy"]) : null;
  if (!who) return null;
  return {
    editableBy: who,
    users: idsOf(value["editorUsers"] ?? value["editorUserIds"]),
    groups: idsOf(value["editorUserGroups"] ?? value["editorUserGroupIds"])
  };
}
function idsOf(value) {
  if (!Array.isArray(value)) return [];
  return value.map((item) => isObject(item) ? item["id"] : item).filter(isId);
}
function namesOf(value) {
  if (!Array.isArray(value)) return [];
  return value.map((item) => isObject(item) ? item["name"] : item).filter((name) => typeof name === "string");
}
function isId(value) {
  return Number.isSafeInteger(value) && value > 0;
}
function own(table, key) {
  return Object.hasOwn(table, key) ? table[key] : void 0;
}
function keyOf(table, value) {
  const found = Object.entries(table).find(([, each]) => each === value);
  if (found === void 0) throw new TypeError(`no name for ${String(value)}`);
  return found[0];
}

// src/adapters/stack/v3/v3-exchange.ts
var pageSize = 100;
var mostAhead = 31 * 24 * 36e5;
function openV3Exchange(options) {
  const { destination, http, clock } = options;
  const token = checkedToken("STACK_ACCESS_TOKEN", options.token);
  const mainPath = destination.tier === "business" ? "/v3" : "/api/v3";
  const prefix = mainPath + teamPath(destination.team);
  const { origin, host } = new URL(destination.site);
  if (new URL(http.base).origin !== origin)
    throw new TypeError("the token may go to its destination only");
  const common = {
    host,
    now: () => clock.now(),
    mask: maskSecrets([token]),
    team: destination.team
  };
  let ahead = 0;
  const watches = /* @__PURE__ */ new Map();
  async function send(asked, request, below = prefix) {
    try {
      const answer = await http.send({
        ...request,
        path: below + request.path,
        effect: asked.effect,
        headers: { authorization: `Bearer ${token}` }
      });
      noteDate(answer, asked);
      return answer;
    } catch (error) {
      if (error instanceof HttpFailure) throw failureToFault(error, asked);
      throw error;
    }
  }
  function noteDate({ status, headers }, asked) {
    const date = Date.parse(headers["date"] ?? "");
    if (Number.isNaN(date)) return;
    const far = Math.abs(date - clock.now()) > mostAhead;
    if (!far) ahead = date - clock.now();
    else if (asked.effect === "read" && status < 300) throw wrongClock(asked, date);
  }
  async function ask(path, purpose) {
    const asked = { ...common, ...purpose, effect: "read" };
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
    const query = `page=${idText(number)}&pageSize=${String(pageSize)}`;
    const { model, unexpected } = await get(`${path}${mark}${query}`, purpose);
    const found = pageOf(model, number);
    if (found === null) throw unexpected(expected);
    const watch = number > 1 && watches.get(path) || watchList(clock);
    watches.set(path, watch);
    const endless = watch(found);
    if (endless !== null && !found.last && number > 1)
      throw endlessList({ ...common, ...purpose, effect: "read" }, endless);
    return { ...found, unexpected };
  }
  async function* items(path, purpose, expected) {
    for (let number = 1; ; number += 1) {
      const { items: items2, last } = await page(path, number, purpose, expected);
      yield* items2.filter(isObject);
      if (last) return;
    }
  }
  async function write({ json, ...request }, purpose, read, expected) {
    const asked = { ...common, ...purpose, effect: "write" };
    const body = { type: "application/json", content: JSON.stringify(json) };
    const { model, unexpected } = foundIn(await send(asked, { ...request, body }), asked);
    const made = read(model);
    if (made === null) throw unexpected(expected);
    return made;
  }
  const now = () => clock.now() + ahead;
  function inTime(read, purpose) {
    if (read.activity - now() <= mostAhead) return read;
    throw wrongClock({ ...common, ...purpose, effect: "read" }, read.activity);
  }
  return { me, find, page, items, write, now, inTime };
}
function idText(id) {
  if (isId(id)) return String(id);
  throw new Fault("internal", "internal", "Cannot make a request: an id is not a whole number.", {
    remedy: "Report this, with the command that was run."
  });
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
  const short = items.length < (isId(size) ? size : pageSize);
  const last = items.length === 0 || (isId(totalPages) ? page >= totalPages : short);
  const seen = (page - 1) * pageSize + items.length;
  const total = Number.isSafeInteger(totalCount) ? Math.max(0, totalCount) : seen;
  return { items, total, last };
}

// src/adapters/stack/v3/create-site-v3.ts
var collections = { article: "articles", question: "questions" };
function createSiteV3(options) {
  const { destination, http } = options;
  const exchange = openV3Exchange(options);
  const addressOf = (ref) => urlOf(destination, ref);
  const pathOf = ({ kind, id }) => `/${collections[kind]}/${idText(id)}`;
  const answerPath = (ref) => {
    if (ref.answer === void 0) throw new TypeError(`question ${ref.id} has no answer yet`);
    return `${pathOf(ref)}/answers/${idText(ref.answer)}`;
  };
  async function readAnswer(ref) {
    const found = await exchange.find(answerPath(ref), { doing: `read answer ${ref.answer}` });
    if (found === null || found.model["isDeleted"] === true) return null;
    return toAnswer(found.model);
  }
  const me = memoize(async () => {
    const { model, unexpected } = await exchange.me({ doing: "look up the account" });
    const { id, name } = model;
    if (!isId(id)) throw unexpected("an account");
    return { id, name: typeof name === "string" ? name : "" };
  });
  return {
    destination,
    me,
    async list(kind, author, number) {
      const path = `/${collections[kind]}?authorId=${idText(author)}&sort=activity&order=desc`;
      const expected = `a list of ${kind}s`;
      const purpose = { doing: `list the account's ${kind}s` };
      const page = await exchange.page(path, number, purpose, expected);
      const items = page.items.filter((item) => !isObject(item) || item["isDeleted"] !== true).map((item) => {
        const summary = toSummary(kind, item, addressOf);
        if (summary === null) throw page.unexpected(expected);
        return exchange.inTime(summary, purpose);
      });
      return { total: page.total, items, last: page.last };
    },
    async read(ref) {
      const purpose = { doing: `read ${ref.kind} ${ref.id}` };
      const found = await exchange.find(pathOf(ref), purpose);
      if (found === null || found.model["isDeleted"] === true) return null;
      const post = toPost(ref, found.model, addressOf);
      if (post === null) throw found.unexpected(`the ${ref.kind}`);
      exchange.inTime(post, purpose);
      return { ...post, answer: ref.answer === void 0 ? null : await readAnswer(ref) };
    },
    async create(content, notAfter) {
      const { kind } = content;
      const json = fromContent(content, null);
      return exchange.write(
        { method: "POST", path: `/${collections[kind]}`, json, notAfter },
        { doing: `create ${nameOf(content)}` },
        (model) => toPost({ kind }, model, addressOf),
        `the ${kind}`
      );
    },
    async update(current, content, notAfter) {
      const { kind } = content;
      const { ref, id } = current;
      const json = fromContent(content, current);
      const post = await exchange.write(
        { method: "PUT", path: pathOf({ kind, id }), json, notAfter },
        {
          doing: `update ${kind} ${id}`,
          // Where the site says that we may not edit this post, the token may still be good for others.
          ...!current.editable && {
            forbidden: "Let the account edit the post on the site, or unlock it there."
          }
        },
        (model) => toPost(ref, model, addressOf),
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
        { method: "POST", path: `${pathOf(question2)}/answers`, json: { body }, notAfter },
        { doing: `answer question ${question2.id}` },
        toAnswer,
        "the answer"
      );
    },
    async updateAnswer(ref, body, notAfter) {
      return exchange.write(
        { method: "PUT", path: answerPath(ref), json: { body }, notAfter },
        { doing: `update the answer of question ${ref.id}` },
        toAnswer,
        "the answer"
      );
    },
    async acceptAnswer(ref, notAfter) {
      await exchange.write(
        { method: "POST", path: `${answerPath(ref)}/accept`, json: {}, notAfter },
        {
          doing: `accept the answer of question ${ref.id}`,
          forbidden: "Publish again later: some sites let nobody accept an answer of their own at once."
        },
        (model) => model,
        "JSON"
      );
    },
    async userByEmail(email) {
      const path = `/users/by-email/${encodeURIComponent(email.toWellFormed())}`;
      const user = await exchange.find(path, {
        doing: "look up a user by e-mail address",
        forbidden: "Name users by their ids: looking up an address takes an administrator's token."
      });
      return user !== null && isId(user.model["id"]) ? user.model["id"] : null;
    },
    async groupByName(name) {
      const wanted = name.trim().toLowerCase();
      const purpose = { doing: "list the user groups" };
      for await (const group of exchange.items("/user-groups", purpose, "a list of user groups")) {
        const { id, name: found } = group;
        if (isId(id) && typeof found === "string" && found.trim().toLowerCase() === wanted)
          return id;
      }
      return null;
    },
    urlOf: addressOf,
    refOf: (url) => refOf(destination, url),
    now: exchange.now,
    get requests() {
      return http.requests;
    }
  };
}

// src/adapters/stack/open-site.ts
function openSite({ destination, token, ...connection }) {
  const { api, site: base } = destination;
  if (!token) {
    const message = "Cannot reach the site: STACK_ACCESS_TOKEN is not set.";
    const remedy = "Set STACK_ACCESS_TOKEN to an access token of Stack Internal.";
    throw new Fault("usage", "token-missing", message, { remedy });
  }
  if (api !== "v3")
    throw new Fault(
      "usage",
      "config-invalid",
      `Cannot use API ${api}: this version speaks API v3.`,
      { remedy: "Set destination.api to v3." }
    );
  const sent = Promise.withResolvers();
  const policy = v3Policy();
  const http = createHttp({ ...connection, base, policy, onRequest: sent.resolve });
  const site = createSiteV3({ destination, token, http, clock: connection.clock });
  return { site, sent: sent.promise, close: () => http.close() };
}

export {
  openSite
};
