import {
  v3Policy
} from "./adapters.stack.throttle.v3-policy.js";
import {
  answerIn,
  cloudPages,
  idText,
  isId,
  isUserId,
  lookHoldsMs,
  openChannel,
  pagesOf,
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
  tokenElsewhere,
  unexpectedAnswer
} from "./adapters.stack.to-fault.js";
import {
  parseJson
} from "./adapters.stack.api-error.js";
import {
  checkedToken
} from "./adapters.checked-token.js";
import {
  createHttp
} from "./adapters.http.create-http.js";
import {
  isObject
} from "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  isLoopback
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";

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
var pageSize = 100;
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
    const query = `page=${idText(number)}&pageSize=${String(pageSize)}`;
    const { model, unexpected } = await get(`${path}${mark}${query}`, purpose);
    const found = pageOf(model, number);
    if (found === null) throw unexpected(expected);
    channel.watchPage(path, number, found, purpose);
    return { ...found, unexpected };
  }
  async function* items(path, purpose, expected) {
    for (let number = 1; ; number += 1) {
      const { items: items2, last } = await page(path, number, purpose, expected);
      yield* items2.filter(isObject);
      if (last) return;
    }
  }
  async function write({ body: content, ...request }, purpose, read, expected) {
    const asked = channel.asked(purpose, "write");
    const body = isBody(content) ? content : { type: "application/json", content: JSON.stringify(content) };
    const { model, unexpected } = foundIn(await send(asked, { ...request, body }), asked);
    const made = read(model);
    if (made === null) throw unexpected(expected);
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
  const short = items.length < (isId(size) ? size : pageSize);
  const last = items.length === 0 || (isId(totalPages) ? page >= totalPages : short);
  const seen = (page - 1) * pageSize + items.length;
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
  const { bodyMarkdown, tags, type, owner, userCanEdit, expirationDate, permissions } = value;
  if (typeof bodyMarkdown !== "string") return null;
  return {
    ...summary,
    ref: { kind: ref.kind, id: summary.id, ...ref.answer && { answer: ref.answer } },
    body: bodyMarkdown,
    tags: namesOf(tags),
    type: typeof type === "string" ? own(types, type) ?? null : null,
    permissions: ref.kind === "article" ? toPermissions(permissions) : null,
    owner: toAccount(owner),
    lastEditor: toAccount(value["lastEditor"]),
    editable: userCanEdit !== false,
    answer: null,
    // An update without these would take them away; not every site knows the first.
    echo: {
      ...expirationDate !== void 0 && { expirationDate },
      ...isObject(permissions) && { permissions: sentPermissions(permissions) }
    }
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
  if (!isObject(value) || !isUserId(value["id"])) return null;
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
function sentPermissions(read) {
  return {
    editableBy: read["editableBy"],
    editorUserIds: idsOf(read["editorUsers"] ?? read["editorUserIds"], isUserId),
    editorUserGroupIds: idsOf(read["editorUserGroups"] ?? read["editorUserGroupIds"], isId)
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
function namesOf(value) {
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
var collections = { article: "articles", question: "questions" };
function createSiteV3(options) {
  const { destination, http, clock } = options;
  const exchange = openV3Exchange(options);
  const seenTags = createSeenTags();
  const addressOf = (ref) => urlOf(destination, ref);
  const fresh = () => ({ freshUntil: clock.now() + lookHoldsMs });
  const pathOf = ({ kind, id }) => `/${collections[kind]}/${idText(id)}`;
  const answerPath = (ref) => `${pathOf(ref)}/answers/${idText(answerIn(ref))}`;
  async function readAnswer(ref) {
    const found = await exchange.find(answerPath(ref), { doing: `read answer ${ref.answer}` });
    if (found === null || found.model["isDeleted"] === true) return null;
    return toAnswer(found.model);
  }
  const me = memoize(async () => {
    const { model, unexpected } = await exchange.me({ doing: "look up the account" });
    const { id, name } = model;
    if (!isUserId(id)) throw unexpected("an account");
    return { id, name: typeof name === "string" ? name : "" };
  });
  async function list(kind, whose, number, purpose) {
    const path = `/${collections[kind]}?${whose}sort=activity&order=desc`;
    const expected = `a list of ${kind}s`;
    const page = await exchange.page(path, number, purpose, expected);
    const items = page.items.filter((item) => !isObject(item) || item["isDeleted"] !== true).map((item) => {
      seenTags.note(item);
      const summary = toSummary(kind, item, addressOf);
      if (summary === null) throw page.unexpected(expected);
      return exchange.inTime(summary, purpose);
    });
    return { total: page.total, items, last: page.last };
  }
  return {
    destination,
    me,
    list: (kind, author, number) => list(kind, `authorId=${userIdText(author)}&`, number, {
      doing: `list the account's ${kind}s`
    }),
    everyones: (kind, number) => list(kind, "", number, { doing: `list everybody's ${kind}s` }),
    async read(ref) {
      const purpose = { doing: `read ${ref.kind} ${ref.id}` };
      const found = await exchange.find(pathOf(ref), purpose);
      if (found === null || found.model["isDeleted"] === true) return null;
      seenTags.note(found.model);
      const post = toPost(ref, found.model, addressOf);
      if (post === null) throw found.unexpected(`the ${ref.kind}`);
      exchange.inTime(post, purpose);
      return { ...post, answer: ref.answer === void 0 ? null : await readAnswer(ref) };
    },
    async create(content, notAfter) {
      const { kind } = content;
      const json = fromContent(content, null);
      return exchange.write(
        { method: "POST", path: `/${collections[kind]}`, body: json, notAfter },
        toCreate(content),
        (model) => toPost({ kind }, model, addressOf),
        `the ${kind}`
      );
    },
    async update(current, content, notAfter) {
      const { kind } = content;
      const { ref, id } = current;
      const json = fromContent(content, current);
      const post = await exchange.write(
        { method: "PUT", path: pathOf({ kind, id }), body: json, notAfter, ...fresh() },
        toUpdate(kind, current),
        (model) => toPost(ref, model, addressOf),
        `the ${kind}`
      );
      return { ...post, answer: current.answer };
    },
    async answersOf(question, author) {
      const path = `${pathOf(question)}/answers`;
      const purpose = { doing: `list the answers of question ${question.id}` };
      const own2 = [];
      for await (const item of exchange.items(path, purpose, "a list of answers")) {
        const { id, owner, isDeleted } = item;
        const ours = isObject(owner) && owner["id"] === author;
        if (ours && isDeleted !== true && isId(id)) own2.push(id);
      }
      const answers = await Promise.all(own2.map((answer) => readAnswer({ ...question, answer })));
      return answers.filter((answer) => answer !== null);
    },
    async createAnswer(question, body, notAfter) {
      return exchange.write(
        { method: "POST", path: `${pathOf(question)}/answers`, body: { body }, notAfter },
        toAnswerQuestion(question),
        toAnswer,
        "the answer"
      );
    },
    async updateAnswer(ref, body, notAfter) {
      return exchange.write(
        { method: "PUT", path: answerPath(ref), body: { body }, notAfter, ...fresh() },
        toUpdateAnswer(ref),
        toAnswer,
        "the answer"
      );
    },
    async acceptAnswer(ref, notAfter) {
      await exchange.write(
        { method: "POST", path: `${answerPath(ref)}/accept`, body: {}, notAfter },
        toAccept(ref),
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
async function openSite(options) {
  const { destination, token, apiKey, articlesPerMinute, ...connection } = options;
  const { api, site: base } = destination;
  if (!token) {
    const message = "Cannot reach the site: STACK_ACCESS_TOKEN is not set.";
    const remedy = "Set STACK_ACCESS_TOKEN to an access token of Stack Internal.";
    throw new Fault("usage", "token-missing", message, { remedy });
  }
  const sent = Promise.withResolvers();
  const version = api === "v2.3" ? await version2(keyFor(destination, apiKey), 6e4 / articlesPerMinute) : version3();
  const { speak, ...how } = version;
  const http = createHttp({ ...connection, ...how, base, onRequest: sent.resolve });
  const site = speak({ destination, token, http, clock: connection.clock });
  return { site, sent: sent.promise, close: () => http.close() };
}
function version3() {
  return { policy: v3Policy(), speak: createSiteV3 };
}
async function version2(apiKey, articleIntervalMs) {
  const [{ v2Policy }, { createSiteV2 }] = await Promise.all([
    import("./adapters.stack.throttle.v2-policy.js"),
    import("./adapters.stack.v2.create-site-v2.js")
  ]);
  return {
    policy: v2Policy(articleIntervalMs),
    // A page of a hundred posts over API v2.3 holds their texts.
    maxBytes: 64e6,
    speak: (common) => createSiteV2({ ...common, apiKey, articleIntervalMs })
  };
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
