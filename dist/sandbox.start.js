import {
  RateLimit,
  receive,
  wait
} from "./sandbox.exchange.receive.js";
import {
  Directory,
  callerOf,
  permissionNames,
  roles,
  tokenNames,
  tokenStrings as tokenStrings2
} from "./sandbox.github.tokens.js";
import {
  bodyHtml,
  groups,
  knownTokens,
  people,
  personById,
  personNames,
  tokenStrings
} from "./sandbox.stack.body-html.js";
import {
  htmlEncode
} from "./sandbox.stack.html-encode.js";
import {
  htmlType,
  jsonReply,
  jsonType,
  send,
  textReply,
  textType
} from "./sandbox.exchange.reply.js";
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
  partial,
  partialRecord,
  record,
  refine,
  strictObject,
  string,
  union
} from "./npm.zod.js";
import {
  Fault
} from "./model.error.js";

// builtin-import:node:http?sandbox/start.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:http");
var one = (name) => all[name];
var $createServer = /* @__PURE__ */ one("createServer");

// builtin-import:node:net?sandbox/start.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var one2 = (name) => all2[name];
var $isIPv6 = /* @__PURE__ */ one2("isIPv6");

// sandbox/stack/problem.ts
var Problem = class extends Error {
  status;
  body;
  constructor(status, body) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
};
function modelProblem(errors) {
  return new Problem(400, {
    errors,
    type: "https://tools.ietf.org/html/rfc7231#section-6.5.1",
    title: "One or more validation errors occurred.",
    status: 400,
    traceId: "00-00000000000000000000000000000001-0000000000000001-01"
  });
}
function domainProblem(status, type, title, detail) {
  return new Problem(status, { type: `/v3/errors/${type}`, title, status, detail });
}
function forbidden() {
  return new Problem(403, { type: "/v3/errors/forbidden", title: "Forbidden Action", status: 403 });
}
function notFound(what, id4) {
  return domainProblem(
    404,
    `${what.toLowerCase()}/not-found`,
    `${what} not found`,
    `${what} ID ${id4} not found`
  );
}

// sandbox/stack/v3/identify.ts
function identify(site, team, authorization) {
  if (authorization === null || authorization === "") throw refused("Invalid access token");
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (text === void 0) throw refused("invalid bearer token");
  const token = site.tokens.get(text);
  if (token === void 0) throw refused("Invalid access token");
  if (token.state === "expired") throw refused("token expired");
  if (token.state === "other-team" || team.toLowerCase() !== site.team.toLowerCase())
    throw refused("Invalid access token");
  return token;
}
function refused(words) {
  return new Problem(401, words);
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
function tick(site, at) {
  return site.clock.tick(at, site.switches.sharedInstants);
}
function fresh(site, owner, body, now) {
  return {
    id: site.posts.newId(),
    body: storedText(body, site.switches),
    owner: owner.id,
    lastEditor: null,
    created: now,
    activity: now,
    edited: null,
    deleted: null,
    locked: false
  };
}
function createArticle(site, owner, input, at = null) {
  const now = tick(site, at);
  const article = {
    kind: "article",
    ...fresh(site, owner, input.body, now),
    title: input.title,
    tags: storedTags(input.tags, site.switches.synonyms),
    type: input.type,
    permissions: input.permissions,
    expires: input.expires
  };
  site.posts.put(article, now);
  return article;
}
function createQuestion(site, owner, input, at = null) {
  const now = tick(site, at);
  const question = {
    kind: "question",
    ...fresh(site, owner, input.body, now),
    title: input.title,
    tags: storedTags(input.tags, site.switches.synonyms),
    answers: [],
    accepted: null
  };
  site.posts.put(question, now);
  return question;
}
function createAnswer(site, owner, question, body, at = null) {
  const now = tick(site, at);
  const answer2 = {
    kind: "answer",
    ...fresh(site, owner, body, now),
    question: question.id
  };
  site.posts.put(answer2, now);
  site.posts.put({ ...question, answers: [...question.answers, answer2.id], activity: now }, now);
  return answer2;
}
function editPost(site, editor, post, edit, at = null) {
  const now = tick(site, at);
  const { body, tags, ...rest } = edit;
  const known = Object.entries(rest).filter(([name, value]) => name in post && value !== void 0);
  const next = {
    ...post,
    ...Object.fromEntries(known),
    ...body === void 0 ? {} : { body: storedText(body, site.switches) },
    ...tags === void 0 || post.kind === "answer" ? {} : { tags: storedTags(tags, site.switches.synonyms) },
    lastEditor: editor.id,
    edited: now,
    activity: now
  };
  site.posts.put(next, now);
  if (next.kind === "answer" && site.switches.answerEditBumps) bump(site, next.question, now);
  return next;
}
function acceptAnswer(site, question, answer2, at = null) {
  const now = tick(site, at);
  site.posts.put({ ...question, accepted: answer2, activity: now }, now);
}
function setDeleted(site, post, deleted, at = null) {
  const now = tick(site, at);
  site.posts.put({ ...post, deleted: deleted ? now : null }, now);
}
function setLocked(site, post, locked) {
  site.posts.put({ ...post, locked }, tick(site, null));
}
function bump(site, id4, now) {
  const question = site.posts.get("question", id4);
  if (question !== null) site.posts.put({ ...question, activity: now }, now);
}
function mayEdit(site, person, post) {
  if (person.role === "Moderator") return true;
  if (post.locked) return false;
  if (post.owner === person.id || site.switches.editing === "everyone") return true;
  if (site.switches.editing === "owner") return false;
  if (post.kind !== "article" || post.permissions.editableBy === "everyone") return true;
  if (post.permissions.editableBy === "ownerOnly") return false;
  return post.permissions.users.includes(person.id) || groups.some(
    (group) => post.permissions.groups.includes(group.id) && group.members.includes(person.id)
  );
}
function mayManage(person, post) {
  return person.role === "Moderator" || post.owner === person.id;
}

// sandbox/stack/v3/access.ts
var labels = { article: "Article", question: "Question", answer: "Answer" };
function idOf(call, index, name) {
  const text = call.params[index] ?? "";
  const id4 = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (id4 < 1 || id4 > 2147483647)
    throw modelProblem({ [name]: [`The value '${text}' is not valid.`] });
  return id4;
}
function visible(call, kind, id4) {
  const post = call.site.posts.get(kind, id4);
  if (post === null || post.deleted !== null && call.token.person.role !== "Moderator")
    throw notFound(labels[kind], id4);
  return post;
}
function editable(call, kind, id4) {
  const post = call.site.posts.get(kind, id4);
  if (post === null || post.deleted !== null) throw notFound(labels[kind], id4);
  if (!mayEdit(call.site, call.token.person, post)) throw forbidden();
  return post;
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
function encoded(text, encoding2) {
  if (encoding2 === "raw") return text;
  return encoding2 === "once" ? htmlEncode(text) : htmlEncode(htmlEncode(text));
}
function personModel(site, person) {
  return {
    id: person.id,
    accountId: person.accountId,
    name: person.name,
    avatarUrl: `${site.origin}/assets/avatar.svg`,
    webUrl: `${site.pages}/users/${person.id}`,
    reputation: person.reputation,
    role: person.role
  };
}
function personDetails(site, person, reader) {
  const open = reader.role === "Moderator" || reader.id === person.id;
  return {
    ...personModel(site, person),
    communities: [],
    externalId: null,
    department: null,
    jobTitle: null,
    email: open ? person.email : null
  };
}
function personOf(site, id4) {
  const person = personById(id4);
  return person === null ? null : personModel(site, person);
}
function groupModel(site, group) {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    users: group.members.map((id4) => personOf(site, id4))
  };
}
function tagModel(site, tag) {
  return {
    id: tag.id,
    name: tag.name,
    description: "",
    postCount: tag.posts,
    subjectMatterExpertCount: 0,
    watcherCount: 0,
    creationDate: spellDate(tag.created, site.switches.dates),
    hasSynonyms: Object.values(site.switches.synonyms).includes(tag.name),
    webUrl: `${site.pages}/tags/${encodeURIComponent(tag.name)}`
  };
}
function tagModels(site, names) {
  return names.flatMap((name) => {
    const tag = site.posts.tag(name);
    return tag === null ? [] : [tagModel(site, tag)];
  });
}
async function common(site, post) {
  const url = post.kind === "article" ? `${site.pages}/articles/${post.id}` : `${site.pages}/q/${post.id}`;
  return {
    id: post.id,
    title: encoded(post.title, site.switches.titleEncoding),
    tags: tagModels(site, post.tags),
    owner: personOf(site, post.owner),
    ...post.lastEditor === null ? {} : { lastEditor: personOf(site, post.lastEditor) },
    creationDate: spellDate(post.created, site.switches.dates),
    lastActivityDate: spellDate(post.activity, site.switches.dates),
    score: 0,
    viewCount: 0,
    webUrl: url,
    shareUrl: url,
    isDeleted: post.deleted !== null,
    isObsolete: false,
    isClosed: false,
    body: await bodyHtml(post, site.switches.html)
  };
}
function markdown(site, post) {
  return { bodyMarkdown: encoded(post.body, site.switches.bodyEncoding) };
}
async function articleSummary(site, article) {
  return { ...await common(site, article), type: article.type };
}
async function articleModel(site, article, reader) {
  const { editableBy, users, groups: ids2 } = article.permissions;
  return {
    communities: [],
    ...await articleSummary(site, article),
    ...markdown(site, article),
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userCanEdit: mayEdit(site, reader.person, article),
    permissions: {
      editableBy,
      editorUsers: users.map((id4) => personOf(site, id4)),
      editorUserGroups: groups.filter((group) => ids2.includes(group.id)).map((group) => groupModel(site, group))
    },
    ...site.switches.expirationDate ? { expirationDate: article.expires } : {}
  };
}
async function questionSummary(site, question) {
  const answers2 = question.answers.filter((id4) => site.posts.get("answer", id4)?.deleted === null);
  return { ...await common(site, question), isAnswered: false, answerCount: answers2.length };
}
async function questionModel(site, question) {
  return {
    communities: [],
    ...await questionSummary(site, question),
    ...markdown(site, question),
    mentionedUsers: [],
    mentionedUserGroups: [],
    userIsFollowing: false,
    userHasUpvoted: false,
    userHasDownvoted: false,
    userHasBookmarked: false
  };
}
async function answerSummary(site, answer2, accepted) {
  const dates = site.switches.dates;
  const url = `${site.pages}/a/${answer2.question}/${answer2.id}`;
  const editor = answer2.lastEditor === null ? null : personOf(site, answer2.lastEditor);
  return {
    id: answer2.id,
    questionId: answer2.question,
    body: await bodyHtml(answer2, site.switches.html),
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
    owner: personOf(site, answer2.owner),
    ...editor === null ? {} : { lastEditor: editor },
    lastActivityUser: editor ?? personOf(site, answer2.owner),
    commentCount: 0,
    webUrl: url,
    shareLink: url,
    userCanFollow: true,
    canBeFollowed: true,
    isSubjectMatterExpert: false
  };
}
async function answerModel(site, answer2, accepted) {
  return { ...await answerSummary(site, answer2, accepted), ...markdown(site, answer2) };
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
  if (!jsonTypes.test(type)) throw new Problem(415, null);
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
  const names = tagIds.map((id4) => [...store.tags()].find((tag) => tag.id === id4)?.name ?? null);
  const fits = (post) => (author === null || post.owner === author) && (from === null || post.created >= from) && (to === null || post.created <= to) && names.every((name) => name !== null && post.tags.includes(name));
  const all12 = author === null && from === null && to === null && names.length === 0;
  const kept2 = all12 ? ascending : ascending.filter(fits);
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
      if (call.site.switches.checks === "authorise-first") authorise(call);
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
      const { site, query } = call;
      const question = questionOf(call);
      const sort = query.choice("sort", sorts, "score");
      const order = query.choice("order", sortOrders, "desc");
      query.paging();
      const rank3 = (answer2) => sort === "score" ? 0 : sort === "creation" ? answer2.created : answer2.activity;
      const list = question.answers.flatMap((id4) => site.posts.get("answer", id4) ?? []).filter((answer2) => answer2.deleted === null).sort((a, b) => rank3(a) - rank3(b) || a.id - b.id);
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf(
          query,
          list,
          sort,
          order,
          (answer2) => answerSummary(site, answer2, question.accepted === answer2.id)
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
      return { status: 200, json: () => answerModel(call.site, answer2, accepted) };
    }
  },
  writeOperation(
    "POST",
    "questions/*/answers",
    bindAnswer,
    checkAnswer("created"),
    (call, body) => {
      const id4 = idOf(call, 0, "questionId");
      const question = call.site.posts.get("question", id4);
      if (question === null || question.deleted !== null) throw notFound("Question", id4);
      if (question.locked && call.token.person.role !== "Moderator") throw forbidden();
      const answer2 = createAnswer(call.site, call.token.person, question, body, call.at);
      return { status: 201, json: () => answerModel(call.site, answer2, false) };
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
      const answer2 = editPost(call.site, call.token.person, before, { body }, call.at);
      const accepted = question.accepted === answer2.id;
      return { status: 200, json: () => answerModel(call.site, answer2, accepted) };
    }
  ),
  writeOperation("DELETE", "questions/*/answers/*", nothing, nothing, (call) => {
    const question = questionOf(call);
    const id4 = idOf(call, 1, "answerId");
    const answer2 = call.site.posts.get("answer", id4);
    if (answer2 === null || answer2.question !== question.id) throw notFound("Answer", id4);
    if (!mayManage(call.token.person, answer2)) throw forbidden();
    if (answer2.deleted !== null)
      throw domainProblem(
        400,
        "delete/AnswerAlreadyDeleted",
        "Answer already deleted.",
        "This post is already deleted"
      );
    setDeleted(call.site, answer2, true, call.at);
    return { status: 204 };
  }),
  writeOperation(
    "POST",
    "questions/*/answers/*/accept",
    nothing,
    nothing,
    (call) => settle(call, true)
  ),
  writeOperation(
    "DELETE",
    "questions/*/answers/*/accept",
    nothing,
    nothing,
    (call) => settle(call, false)
  )
];
function settle(call, accepted) {
  const question = questionOf(call);
  const answer2 = answerOf(call, question);
  if (question.deleted !== null) throw notFound("Question", question.id);
  if (answer2.deleted !== null) throw notFound("Answer", answer2.id);
  if (!mayManage(call.token.person, question)) throw forbidden();
  if (question.accepted === answer2.id !== accepted)
    acceptAnswer(call.site, question, accepted ? answer2.id : null, call.at);
  return { status: 200, json: () => answerSummary(call.site, answer2, accepted) };
}
function questionOf(call) {
  return visible(call, "question", idOf(call, 0, "questionId"));
}
function answerOf(call, question) {
  const id4 = idOf(call, 1, "answerId");
  const answer2 = visible(call, "answer", id4);
  if (answer2.question !== question.id) throw notFound("Answer", id4);
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
    const detail = brokenLimit({ kind: "answer", body }, call.site.switches);
    if (detail !== null)
      throw domainProblem(400, "answers/ValidationErrors", `Answer not ${outcome}`, detail);
  };
}

// sandbox/stack/post.ts
var apiArticleTypes = [
  "knowledgeArticle",
  "announcement",
  "policy",
  "howToGuide"
];
var editableByValues = ["ownerOnly", "specificEditors", "everyone"];

// sandbox/stack/v3/articles.ts
var articles = [
  {
    method: "GET",
    path: "articles",
    run: ({ site, query }) => {
      const { list, sort, order } = selectPosts(site.posts, "article", query);
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (article) => articleSummary(site, article))
      };
    }
  },
  {
    method: "GET",
    path: "articles/*",
    run: (call) => {
      const article = visible(call, "article", idOf(call, 0, "articleId"));
      return { status: 200, json: () => articleModel(call.site, article, call.token) };
    }
  },
  writeOperation("POST", "articles", bindArticle, checkArticle("created"), (call, content2) => {
    const article = createArticle(call.site, call.token.person, content2, call.at);
    return { status: 201, json: () => articleModel(call.site, article, call.token) };
  }),
  writeOperation("PUT", "articles/*", bindArticle, checkArticle("updated"), (call, content2) => {
    const before = editable(call, "article", idOf(call, 0, "articleId"));
    if (!mayManage(call.token.person, before) && !samePermissions(before, content2))
      throw forbidden();
    const article = editPost(call.site, call.token.person, before, content2, call.at);
    return { status: 200, json: () => articleModel(call.site, article, call.token) };
  }),
  writeOperation("DELETE", "articles/*", nothing, nothing, (call) => {
    const id4 = idOf(call, 0, "articleId");
    const article = call.site.posts.get("article", id4);
    if (article === null) throw notFound("Article", id4);
    if (!mayManage(call.token.person, article)) throw forbidden();
    if (article.deleted !== null)
      throw domainProblem(
        400,
        "delete/ArticleAlreadyDeleted",
        "Article already deleted.",
        "This post is already deleted"
      );
    setDeleted(call.site, article, true, call.at);
    return { status: 204 };
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
    expires: call.site.switches.expirationDate ? bindExpiry(members) : null
  };
  members.refuse();
  return input;
}
function bindType(members) {
  const value = members.get("type");
  const type = apiArticleTypes.find((known) => known === value);
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
  const editableBy = editableByValues.find((known) => known === wanted);
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
    const detail = brokenLimit({ kind: "article", ...content2 }, call.site.switches) ?? unknownEditor(content2.permissions);
    if (detail !== null)
      throw domainProblem(400, "articles/ValidationErrors", `Article not ${outcome}`, detail);
  };
}
function unknownEditor(permissions) {
  const user = permissions.users.find((id4) => personById(id4) === null);
  if (user !== void 0) return `User ID ${user} not found`;
  const group = permissions.groups.find((id4) => !groups.some((known) => known.id === id4));
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
    run: ({ site, token }) => ({
      status: 200,
      json: () => personDetails(site, token.person, token.person)
    })
  },
  {
    method: "GET",
    path: "users/by-email/*",
    run: ({ site, token, params }) => {
      if (token.person.role !== "Moderator") throw forbidden();
      const email = (params[0] ?? "").toLowerCase();
      const person = Object.values(people).find((known) => known.email === email);
      if (person === void 0) throw notFound("User", email);
      return { status: 200, json: () => personDetails(site, person, token.person) };
    }
  },
  {
    method: "GET",
    path: "users/*",
    run: (call) => {
      const id4 = idOf(call, 0, "userId");
      const person = personById(id4);
      if (person === null) throw notFound("User", id4);
      return { status: 200, json: () => personDetails(call.site, person, call.token.person) };
    }
  },
  {
    method: "GET",
    path: "user-groups",
    run: ({ site, query }) => {
      const sort = query.choice("sort", groupSorts, "name");
      const order = query.choice("order", sortOrders, "asc");
      query.paging();
      const list = groups.toSorted(
        (a, b) => sort === "name" ? compare(a.name, b.name) : a.members.length - b.members.length
      );
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (group) => groupModel(site, group))
      };
    }
  },
  {
    method: "GET",
    path: "tags",
    run: ({ site, query }) => {
      const sort = query.choice("sort", tagSorts, "name");
      const order = query.choice("order", sortOrders, "asc");
      const part = query.text("partialName")?.toLowerCase() ?? "";
      const withExperts = query.flag("hasSmes");
      const withSynonyms = query.flag("hasSynonyms");
      query.paging();
      const masters = new Set(Object.values(site.switches.synonyms));
      const list = [...site.posts.tags()].filter((tag) => tag.name.includes(part) && withExperts !== true).filter((tag) => withSynonyms === null || withSynonyms === masters.has(tag.name)).sort((a, b) => rank(a, b, sort));
      if (order === "desc") list.reverse();
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (tag) => tagModel(site, tag))
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
    run: ({ site, query }) => {
      const ids2 = new Set(query.integers("questionId"));
      const accepted = query.flag("hasAcceptedAnswer");
      const answered = query.flag("isAnswered");
      const { list, sort, order } = selectPosts(site.posts, "question", query);
      const kept2 = list.filter(
        (question) => (ids2.size === 0 || ids2.has(question.id)) && (accepted === null || accepted === (question.accepted !== null)) && answered !== true
      );
      return {
        status: 200,
        json: () => pageOf(query, kept2, sort, order, (question) => questionSummary(site, question))
      };
    }
  },
  {
    method: "GET",
    path: "questions/*",
    run: (call) => {
      const question = visible(call, "question", idOf(call, 0, "questionId"));
      return { status: 200, json: () => questionModel(call.site, question) };
    }
  },
  writeOperation("POST", "questions", bindQuestion, checkQuestion("created"), (call, content2) => {
    refuseDuplicate(call, content2);
    const question = createQuestion(call.site, call.token.person, content2, call.at);
    return { status: 201, json: () => questionModel(call.site, question) };
  }),
  writeOperation("PUT", "questions/*", bindQuestion, checkQuestion("updated"), (call, content2) => {
    const before = editable(call, "question", idOf(call, 0, "questionId"));
    const question = editPost(call.site, call.token.person, before, content2, call.at);
    return { status: 200, json: () => questionModel(call.site, question) };
  }),
  writeOperation("DELETE", "questions/*", nothing, nothing, (call) => {
    const id4 = idOf(call, 0, "questionId");
    const question = call.site.posts.get("question", id4);
    if (question === null) throw notFound("Question", id4);
    if (!mayManage(call.token.person, question)) throw forbidden();
    if (question.deleted !== null)
      throw domainProblem(
        400,
        "delete/QuestionAlreadyDeleted",
        "Question already deleted.",
        "This post is already deleted"
      );
    setDeleted(call.site, question, true, call.at);
    return { status: 204 };
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
    const detail = brokenLimit({ kind: "question", ...content2 }, call.site.switches);
    if (detail !== null) throw invalidQuestion(outcome, detail);
  };
}
function refuseDuplicate(call, content2) {
  if (call.site.switches.duplicateQuestions === "accepted") return;
  const plain = (text) => text.trim().toLowerCase();
  const [title, body] = [plain(content2.title), plain(content2.body)];
  for (const question of call.site.posts.ordered("question", "creation")) {
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

// sandbox/stack/v3/locate.ts
var served = [...articles, ...questions, ...answers, ...directory].map((operation) => ({
  operation,
  pattern: operation.path.split("/")
}));
function locate(method, segments) {
  const allowed = [];
  for (const { operation, pattern } of served) {
    const params = fit(pattern, segments);
    if (params === null) continue;
    if (operation.method === method) return { operation, params };
    allowed.push(operation.method);
  }
  for (const [path, methods] of unserved) {
    if (fit(path.split("/"), segments) !== null && methods.split(" ").includes(method))
      throw new Problem(501, `The sandbox does not serve ${method} ${path}. The real site does.
`);
  }
  if (allowed.length > 0) throw new Problem(405, null);
  throw new Problem(404, "Not found\n");
}
function fit(pattern, segments) {
  if (pattern.length !== segments.length) return null;
  const params = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (part === "*") params.push(segment);
    else if (part !== segment.toLowerCase()) return null;
  }
  return params;
}

// sandbox/stack/v3/query.ts
var pageSizes = /* @__PURE__ */ new Set([15, 30, 50, 100]);
var maxInt32 = 2147483647;
var Query = class {
  #values = /* @__PURE__ */ new Map();
  constructor(parameters) {
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
    const found = values.find((known) => known.toLowerCase() === value.toLowerCase());
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
    return { page, pageSize };
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

// sandbox/stack/v3/serve-v3.ts
function serveV3(site, token, request, at) {
  const before = site.posts.revision;
  let answer2;
  try {
    const { operation, params } = locate(request.method, request.segments);
    answer2 = operation.run({
      site,
      token,
      params,
      query: new Query(request.query),
      contentType: request.contentType,
      body: request.body,
      at
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return problemOutcome(error);
  }
  const { json, status } = answer2;
  return {
    status,
    wrote: site.posts.revision !== before,
    render: async () => json === void 0 ? null : await json()
  };
}
function problemOutcome(problem) {
  return { status: problem.status, wrote: false, render: () => Promise.resolve(problem.body) };
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

// sandbox/exchange/api-exchange.ts
var proxyPage = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>\n";
async function apiExchange(state, request, response, url) {
  const { site } = state;
  const method = request.method ?? "GET";
  const body = await receive(request);
  const path = segmentsOf(url.pathname);
  const entry = state.log.open({
    at: site.clock.now(),
    method,
    path: url.pathname,
    query: url.search,
    sent: method === "GET" || method === "HEAD" ? null : body?.toString("utf8") ?? null
  });
  response.sendDate = false;
  response.setHeader("Date", new Date(site.clock.now()).toUTCString());
  const answer2 = (reply, cut = false) => {
    if (response.destroyed) return;
    entry.status = reply.status;
    send(response, reply, cut);
  };
  if (body === null)
    return answer2({ status: 413, type: null, body: null, headers: { Connection: "close" } });
  await wait(site.switches.latency, state.closing.signal);
  if (state.closing.signal.aborted) return;
  if (path?.length === 2 && path[1]?.toLowerCase() === "stacky" && method === "GET")
    return answer2(textReply(200, stacky));
  if (path === null || path[1]?.toLowerCase() !== "teams" || path.length < 4)
    return answer2(textReply(404, "Not found\n"));
  let token;
  try {
    token = identify(site, path[2] ?? "", request.headers.authorization ?? null);
  } catch (error) {
    if (error instanceof Problem) return answer2(await replyOf(state, problemOutcome(error), {}));
    throw error;
  }
  entry.token = token.name;
  const verdict = site.throttle.take(token.name, site.switches);
  const { headers } = verdict;
  if (!verdict.allowed)
    return answer2(throttled(headers, site.switches.retryAfter ? verdict.wait : null));
  const call = {
    method,
    segments: path.slice(3),
    query: url.searchParams,
    contentType: request.headers["content-type"] ?? null,
    body
  };
  const carryOut = async (at) => {
    const outcome = serveV3(site, token, call, at);
    entry.wrote ||= outcome.wrote;
    if (outcome.wrote) await state.save();
    return outcome;
  };
  const fault = state.faults.take(method, call.segments, token.name);
  entry.fault = fault?.kind ?? null;
  if (fault === null) return answer2(await replyOf(state, await carryOut(null), headers));
  await strike(state, fault, { entry, response, headers, answer: answer2, carryOut });
}
async function strike(state, fault, struck) {
  const { response, headers, answer: answer2, carryOut } = struck;
  const leave = () => {
    if (fault.end !== "silence") response.destroy();
  };
  const retryAfter = fault.retryAfter ?? null;
  switch (fault.kind) {
    case "lost":
      await carryOut(null);
      return leave();
    case "late":
      state.late.add(fault.seconds ?? 10, fault.clock ?? "site", async (at) => {
        try {
          await carryOut(at);
        } catch (error) {
          struck.entry.fault = `late, failed: ${String(error)}`;
        }
      });
      return leave();
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "silence":
      return;
    case "throttled":
      return answer2(throttled(headers, retryAfter));
    case "unauthorized":
      return answer2({ ...textReply(401, "Invalid access token"), headers });
    case "error": {
      if (fault.when === "after") await carryOut(null);
      const status = fault.status ?? 500;
      const body = JSON.stringify({ type: null, title: "An error occurred.", status });
      return answer2({ status, type: jsonType, body, headers: withRetry(headers, retryAfter) });
    }
    case "html":
      if (fault.when === "after") await carryOut(null);
      return answer2({ status: fault.status ?? 200, type: htmlType, body: proxyPage, headers });
    case "slow": {
      const pause = () => wait(fault.milliseconds ?? 1e3, state.closing.signal);
      if (fault.when !== "after") await pause();
      if (state.closing.signal.aborted) return;
      const outcome = await carryOut(null);
      if (fault.when === "after") await pause();
      return answer2(await replyOf(state, outcome, headers));
    }
    case "truncated":
      return answer2(await replyOf(state, await carryOut(null), headers), true);
  }
}
async function replyOf(state, outcome, headers) {
  const body = await outcome.render();
  const text = typeof body === "string";
  const missing = state.site.switches.contentType === "missing";
  return {
    status: outcome.status,
    headers,
    type: missing ? null : text ? textType : jsonType,
    body: body === null || text ? body : JSON.stringify(body)
  };
}
function throttled(headers, retryAfter) {
  const body = JSON.stringify({
    type: "/v3/errors/too-many-requests",
    title: "Too Many Requests",
    status: 429
  });
  return { status: 429, type: jsonType, body, headers: withRetry(headers, retryAfter) };
}
function withRetry(headers, seconds2) {
  return seconds2 === null ? headers : { ...headers, "Retry-After": String(seconds2) };
}
function segmentsOf(pathname) {
  try {
    return pathname.split("/").filter((part) => part !== "").map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
}

// builtin-import:node:fs/promises?sandbox/exchange/data-file.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one3 = (name) => all3[name];
var $rename = /* @__PURE__ */ one3("rename");
var $rm = /* @__PURE__ */ one3("rm");
var $writeFile = /* @__PURE__ */ one3("writeFile");
var $readFile = /* @__PURE__ */ one3("readFile");

// sandbox/exchange/data-file.ts
var instant = int();
var id = int().check(_positive());
var common2 = {
  id,
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
  nextPost: id,
  nextTag: id,
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
        answers: array(id),
        accepted: nullable(id)
      }),
      strictObject({ kind: literal("answer"), ...common2, question: id })
    ])
  ),
  tags: array(strictObject({ id, name: string(), created: instant, posts: int() }))
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
      await $rm(temporary, { force: true });
      throw error;
    }
    return stamp;
  }
  /** Waits for a write under way. */
  async settled() {
    await (this.#queued ?? this.#running).catch(() => "");
  }
};
function broken(path, seen, cause) {
  return new Fault("usage", "usage", `Cannot read the sandbox's data file ${path}: ${seen}.`, {
    remedy: "Name a file that a sandbox wrote, or one that does not exist yet.",
    cause
  });
}

// sandbox/stack/switches.ts
var encoding = _enum(["raw", "once", "twice"]);
var count = int().check(_gte(0));
var seconds = number().check(_positive());
var switchesSchema = strictObject({
  /** How often reads of `title` and of `bodyMarkdown` are HTML-encoded. */
  titleEncoding: encoding,
  bodyEncoding: encoding,
  /** What the site does to a text before it stores it. */
  lineEnds: _enum(["as-sent", "crlf"]),
  trailingSpaces: _enum(["kept", "stripped"]),
  finalNewline: _enum(["kept", "stripped"]),
  /** Shortest title and body; 0: no rule. */
  minTitle: count,
  minBody: count,
  /** Tags that are replaced, by the tag that replaces them. */
  synonyms: record(string(), string()),
  /** Whether a question with a known title or body is refused. */
  duplicateQuestions: _enum(["refused", "accepted"]),
  /** Whether an edit of an answer counts as activity of its question. */
  answerEditBumps: boolean(),
  /** Who may edit: as the article's permissions say, owners alone, or everyone. */
  editing: _enum(["permissions", "owner", "everyone"]),
  /** Whether a bad write with a read-only token is refused as forbidden or as bad. */
  checks: _enum(["authorise-first", "validate-first"]),
  /** Whether two changes may carry the same instant. */
  sharedInstants: boolean(),
  /** Whether articles have the newer member `expirationDate`. */
  expirationDate: boolean(),
  /** The HTML in answers: headings, code and paragraphs, or all of the Markdown (much slower). */
  html: _enum(["simple", "rendered"]),
  contentType: _enum(["sent", "missing"]),
  dates: _enum(["milliseconds", "microseconds", "no-zone"]),
  /** Milliseconds before each request is carried out. */
  latency: count,
  /** Per token: a burst of so many calls in so many seconds, and a bucket that is refilled. */
  throttle: boolean(),
  burst: int().check(_positive()),
  burstSeconds: seconds,
  bucket: int().check(_positive()),
  refill: int().check(_positive()),
  refillSeconds: seconds,
  /** Whether a throttled answer says when to come back. */
  retryAfter: boolean()
});
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
  duplicateQuestions: "refused",
  answerEditBumps: true,
  editing: "permissions",
  checks: "authorise-first",
  sharedInstants: false,
  expirationDate: false,
  html: "simple",
  contentType: "sent",
  dates: "milliseconds",
  latency: 0,
  throttle: true,
  burst: 50,
  burstSeconds: 2,
  bucket: 5e3,
  refill: 100,
  refillSeconds: 60,
  retryAfter: false
};
function withPatch(switches, patch) {
  const set = Object.entries(patch).filter(([, value]) => value !== void 0);
  return { ...switches, ...Object.fromEntries(set) };
}

// sandbox/stack/site-clock.ts
var SiteClock = class {
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
  get(kind, id4) {
    const post = this.#posts.get(id4);
    return post?.kind === kind ? post : null;
  }
  find(id4) {
    return this.#posts.get(id4) ?? null;
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
    const known = this.#ordered.get(key);
    if (known !== void 0) return known;
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
  reset() {
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

// sandbox/stack/stack-site.ts
var StackSite = class {
  team;
  clock = new SiteClock();
  posts = new PostStore();
  throttle = new Throttle();
  tokens;
  switches = defaultSwitches;
  /** `http://host:port`, known once the server listens. */
  origin = "";
  constructor(team) {
    this.team = team;
    this.tokens = knownTokens(team);
  }
  /** The address of the pages that people read. */
  get pages() {
    return `${this.origin}/c/${this.team}`;
  }
};

// sandbox/exchange/fault-queue.ts
var faultKinds = [
  "lost",
  "late",
  "reset",
  "silence",
  "throttled",
  "unauthorized",
  "error",
  "html",
  "slow",
  "truncated"
];
var faultSchema = strictObject({
  kind: _enum(faultKinds),
  /** Which requests: all where left out. The path is below the team; `*` fits one segment. */
  method: optional(string()),
  path: optional(string()),
  /** The token's name. */
  token: optional(string()),
  /** How many matching requests are struck (1), beginning with the nth (1). */
  times: optional(int().check(_positive())),
  nth: optional(int().check(_positive())),
  /** For `error`, `html`, `slow`: before or after the request is carried out (before). */
  when: optional(_enum(["before", "after"])),
  /** For `lost`, `late`: how the client is left alone (destroy). */
  end: optional(_enum(["destroy", "silence"])),
  /** For `error` (500) and `html` (200). */
  status: optional(int().check(_gte(200), _lte(599))),
  /** For `late` (10), by the site's clock or by real time (site). */
  seconds: optional(number().check(_gte(0))),
  clock: optional(_enum(["site", "real"])),
  /** For `throttled`, `error`: the header Retry-After, in seconds; left out where null or absent. */
  retryAfter: optional(nullable(int().check(_gte(0)))),
  /** For `slow` (1000). */
  milliseconds: optional(int().check(_gte(0)))
});
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
  if (open ? segments.length < pattern.length : segments.length !== pattern.length) return false;
  return pattern.every((part, index) => part === "*" || part === segments[index]);
}

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
  add(seconds2, clock, run2) {
    this.#waiting.push({ due: this.#now(clock) + seconds2 * 1e3, clock, run: run2 });
    this.#arm();
  }
  clear() {
    this.#waiting = [];
    this.#arm();
  }
  /** Carries out, in order, what is due. Also to be called when the site's clock was moved. */
  async settle() {
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
    this.#timer = setTimeout(() => void this.settle(), next);
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

// builtin-import:node:crypto?sandbox/github/fake-github.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one4 = (name) => all4[name];
var $createHash = /* @__PURE__ */ one4("createHash");

// builtin-import:node:child_process?sandbox/github/git-server.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:child_process");
var one5 = (name) => all5[name];
var $execFile = /* @__PURE__ */ one5("execFile");
var $spawn = /* @__PURE__ */ one5("spawn");

// builtin-import:node:events?sandbox/github/git-server.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:events");
var one6 = (name) => all6[name];
var $once = /* @__PURE__ */ one6("once");

// builtin-import:node:fs/promises?sandbox/github/git-server.ts
var all7 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one7 = (name) => all7[name];
var $rm2 = /* @__PURE__ */ one7("rm");
var $mkdtemp = /* @__PURE__ */ one7("mkdtemp");

// builtin-import:node:os?sandbox/github/git-server.ts
var all8 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one8 = (name) => all8[name];
var $tmpdir = /* @__PURE__ */ one8("tmpdir");
var $devNull = /* @__PURE__ */ one8("devNull");

// builtin-import:node:path?sandbox/github/git-server.ts
var all9 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one9 = (name) => all9[name];
var $join = /* @__PURE__ */ one9("join");

// builtin-import:node:util?sandbox/github/git-server.ts
var all10 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one10 = (name) => all10[name];
var $promisify = /* @__PURE__ */ one10("promisify");

// sandbox/github/git-server.ts
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
    if (folder !== null) await $rm2(folder, { recursive: true, force: true, maxRetries: 3 });
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
    this.born = clock.now();
    this.tokens = tokenStrings2(options.repository);
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
    this.log.clear();
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
    const known = comment.reactions.find(
      (each) => each.user.id === user.id && each.content === content2
    );
    if (known !== void 0) return { reaction: known, created: false };
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

// sandbox/exchange/sandbox-state.ts
var SandboxState = class {
  site;
  fakeGitHub;
  faults = new FaultQueue();
  late;
  log = new RequestLog();
  data;
  /** Given when the sandbox closes: whoever waits stops. */
  closing = new AbortController();
  #initial;
  #saved;
  constructor(team, switches, data, fakeGitHub) {
    this.site = new StackSite(team);
    this.fakeGitHub = new FakeGitHub(fakeGitHub, this.site.clock);
    this.late = new LateCommits(this.site.clock);
    this.#initial = withPatch(defaultSwitches, switches);
    this.site.switches = this.#initial;
    this.data = data;
    const known = data?.initial ?? null;
    if (known !== null) {
      this.site.posts.restore(known);
      this.site.clock.restore(known.clock);
    }
    this.#saved = this.#stamp();
  }
  /** Returns once every change so far stands in the data file, where there is one. */
  async save() {
    if (this.data === null || this.#saved === this.#stamp()) return;
    this.#saved = await this.data.save(() => {
      const { posts, clock } = this.site;
      return {
        state: { schema: 1, clock: clock.state, ...posts.snapshot() },
        stamp: this.#stamp()
      };
    });
  }
  /** Changes whenever something changes that the data file keeps. */
  #stamp() {
    return `${this.site.posts.revision} ${this.site.clock.state.offset}`;
  }
  /** Back to an empty site, the switches it started with and the real time; what was pushed stays. */
  reset() {
    this.site.posts.restore({ nextPost: 1, nextTag: 1, posts: [], tags: [] });
    this.site.clock.restore({ offset: 0, last: 0 });
    this.site.switches = this.#initial;
    this.site.throttle.reset();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
    this.fakeGitHub.reset();
  }
};

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

// builtin-import:node:net?sandbox/control/guard.ts
var all11 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var one11 = (name) => all11[name];
var $BlockList = /* @__PURE__ */ one11("BlockList");
var $isIPv4 = /* @__PURE__ */ one11("isIPv4");

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

// sandbox/github/control-input.ts
var id2 = int().check(_positive());
var login = string().check(_minLength(1));
var date = string().check(refine((text) => !Number.isNaN(Date.parse(text))));
function userOf(fakeGitHub, name) {
  const user = fakeGitHub.users.find(name);
  if (user === null) throw misuse(`Cannot find the user ${name}: add one first.`);
  return user;
}
function misuse(message) {
  return new Fault("usage", "usage", message, { remedy: "Correct the call and send it again." });
}

// sandbox/github/put-pull.ts
var pullSchema = strictObject({
  /** The next one where left out; a known one is changed. */
  number: optional(id2),
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
function putPull(fakeGitHub, input) {
  const now = fakeGitHub.clock.now();
  const at = (text) => text === void 0 ? void 0 : Date.parse(text);
  const known = input.number === void 0 ? void 0 : fakeGitHub.threads.get(input.number);
  const number2 = input.number ?? fakeGitHub.nextNumber();
  const merged = at(input.merged) ?? known?.merged ?? (input.state === "merged" ? now : null);
  const state = merged === null ? input.state ?? known?.state ?? "open" : "merged";
  const author = input.author === void 0 ? void 0 : input.author;
  const edited = known !== void 0 && input.body !== void 0 && input.body !== known.body;
  return fakeGitHub.putThread({
    kind: known?.kind ?? (input.issue === true ? "issue" : "pull"),
    number: number2,
    title: input.title ?? known?.title ?? `Change ${number2}`,
    body: input.body === void 0 ? known?.body ?? null : input.body,
    labels: input.labels ?? known?.labels ?? [],
    author: author === null ? null : author === void 0 ? known?.author ?? userOf(fakeGitHub, "will-write") : userOf(fakeGitHub, author),
    state,
    base: input.base ?? known?.base ?? fakeGitHub.defaultBranch,
    head: input.head ?? known?.head ?? `change-${number2}`,
    created: at(input.created) ?? known?.created ?? Math.min(now, merged ?? now),
    updated: at(input.updated) ?? (known === void 0 ? merged ?? now : now),
    closed: merged ?? (state === "closed" ? known?.closed ?? now : null),
    merged,
    mergedBy: merged === null ? null : userOf(fakeGitHub, input.mergedBy ?? known?.mergedBy?.login ?? "mia-maintain"),
    mergeCommit: merged === null ? null : input.mergeCommit ?? known?.mergeCommit ?? fakeGitHub.madeUpCommit(number2),
    lastEdited: edited ? now : known?.lastEdited ?? null
  });
}

// sandbox/github/control-commands.ts
function command(name, schema, run2) {
  return [
    name,
    (fakeGitHub, body) => run2(fakeGitHub, checkShape(schema, body ?? {}, `the body of ${name}`))
  ];
}
var level = _enum(["read", "write", "none"]);
var runSchema = strictObject({
  id: optional(id2),
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
  branches: optional(union([_enum(["all", "protected"]), array(string())]))
});
var approvalSchema = strictObject({
  run: id2,
  environment: string(),
  by: login,
  state: optional(_enum(["approved", "rejected"])),
  comment: optional(string())
});
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
var fakeGitHubCommands = new Map([
  command(
    "repository",
    strictObject({ private: optional(boolean()), defaultBranch: optional(string()) }),
    async (fakeGitHub, input) => {
      fakeGitHub.private = input.private ?? fakeGitHub.private;
      if (input.defaultBranch !== void 0) {
        await fakeGitHub.git.setHead(input.defaultBranch);
        fakeGitHub.defaultBranch = input.defaultBranch;
      }
      return { private: fakeGitHub.private, defaultBranch: fakeGitHub.defaultBranch };
    }
  ),
  // As a workflow's `permissions:` block: what it does not name is not given; null: the default.
  command(
    "permissions",
    strictObject({
      token: optional(_enum(["job", "job-read", "bot", "app-user"])),
      permissions: nullable(partialRecord(_enum(permissionNames), level))
    }),
    (fakeGitHub, { token = "job", permissions }) => {
      if (permissions === null) fakeGitHub.permissions.delete(token);
      else {
        const given = Object.entries(permissions).filter(([, value]) => value !== "none");
        fakeGitHub.permissions.set(token, Object.fromEntries(given));
      }
      return Object.fromEntries(fakeGitHub.permissions);
    }
  ),
  command(
    "user",
    strictObject({
      login,
      id: optional(id2),
      type: optional(_enum(["User", "Bot"])),
      role: optional(_enum(roles))
    }),
    (fakeGitHub, input) => {
      const known = fakeGitHub.users.find(input.login);
      const fits = known !== null && input.id === void 0 && input.type === void 0;
      const user = fits ? known : fakeGitHub.users.add(input.login, input.type ?? "User", input.id);
      if (input.role !== void 0) fakeGitHub.users.setRole(user, input.role);
      return { ...user, role: fakeGitHub.users.role(user) };
    }
  ),
  command("pull-request", pullSchema, putPull),
  command(
    "pull-requests",
    strictObject({ pulls: array(pullSchema) }),
    (fakeGitHub, { pulls }) => pulls.map((pull) => putPull(fakeGitHub, pull).number)
  ),
  command(
    "label",
    strictObject({
      number: id2,
      add: optional(array(string())),
      remove: optional(array(string()))
    }),
    (fakeGitHub, { number: number2, add = [], remove = [] }) => {
      const thread = threadOf(fakeGitHub, number2);
      const labels2 = /* @__PURE__ */ new Set([...thread.labels, ...add]);
      for (const label of remove) labels2.delete(label);
      return fakeGitHub.putThread({
        ...thread,
        labels: [...labels2],
        updated: fakeGitHub.clock.now()
      });
    }
  ),
  command(
    "comment",
    strictObject({ number: id2, body: string(), by: login, app: optional(string()) }),
    (fakeGitHub, input) => fakeGitHub.addComment(
      threadOf(fakeGitHub, input.number),
      userOf(fakeGitHub, input.by),
      input.body,
      input.app ?? null
    )
  ),
  command(
    "edit-comment",
    strictObject({ id: id2, body: string(), by: optional(login) }),
    (fakeGitHub, input) => {
      const comment = commentOf(fakeGitHub, input.id);
      const editor = input.by === void 0 ? comment.author : userOf(fakeGitHub, input.by);
      if (editor === null) throw misuse(`Cannot edit comment ${input.id}: its author is gone.`);
      return fakeGitHub.editComment(comment, editor, input.body);
    }
  ),
  command("delete-comment", strictObject({ id: id2 }), (fakeGitHub, input) => {
    fakeGitHub.comments.delete(commentOf(fakeGitHub, input.id).id);
    return {};
  }),
  command("environment", environmentSchema, (fakeGitHub, input) => {
    const key = input.name.toLowerCase();
    const known = fakeGitHub.environments.get(key);
    const environment = {
      id: known?.id ?? fakeGitHub.newId(),
      name: input.name,
      reviewers: (input.reviewers ?? []).map((each) => userOf(fakeGitHub, each)),
      preventSelfReview: input.preventSelfReview ?? false,
      waitTimer: input.waitTimer ?? 0,
      adminsBypass: input.adminsBypass ?? true,
      branches: input.branches ?? "all",
      created: known?.created ?? fakeGitHub.clock.now()
    };
    fakeGitHub.environments.set(key, environment);
    return environment;
  }),
  command("delete-environment", strictObject({ name: string() }), (fakeGitHub, { name }) => ({
    deleted: fakeGitHub.environments.delete(name.toLowerCase())
  })),
  command("run", runSchema, (fakeGitHub, input) => {
    const at = fakeGitHub.clock.now();
    const actor = userOf(fakeGitHub, input.actor);
    const waitsFor = input.waitsFor ?? [];
    const status = waitsFor.length > 0 ? "waiting" : "in_progress";
    const run2 = {
      id: input.id ?? 9e9 + fakeGitHub.newId(),
      number: fakeGitHub.runs.size + 1,
      event: input.event ?? "push",
      path: input.path ?? ".github/workflows/publish.yml",
      branch: input.branch ?? fakeGitHub.defaultBranch,
      sha: input.sha ?? fakeGitHub.madeUpCommit("head"),
      actor,
      created: at,
      attempts: [{ number: 1, triggeredBy: actor, started: at, status, conclusion: null }],
      approvals: [],
      waitsFor
    };
    fakeGitHub.runs.set(run2.id, run2);
    return run2;
  }),
  // A new attempt: the actor stays, and the approvals of earlier attempts stay in the list.
  command("rerun", strictObject({ run: id2, by: login }), (fakeGitHub, input) => {
    const run2 = runOf(fakeGitHub, input.run);
    const attempt = {
      number: run2.attempts.length + 1,
      triggeredBy: userOf(fakeGitHub, input.by),
      started: fakeGitHub.clock.now(),
      status: "in_progress",
      conclusion: null
    };
    const next = { ...run2, attempts: [...run2.attempts, attempt] };
    fakeGitHub.runs.set(run2.id, next);
    return next;
  }),
  command("approve", approvalSchema, (fakeGitHub, input) => {
    const run2 = runOf(fakeGitHub, input.run);
    const approval = {
      environments: [input.environment],
      state: input.state ?? "approved",
      user: userOf(fakeGitHub, input.by),
      comment: input.comment ?? ""
    };
    const waitsFor = run2.waitsFor.filter((name) => name !== input.environment);
    const next = { ...run2, waitsFor, approvals: [...run2.approvals, approval] };
    fakeGitHub.runs.set(run2.id, next);
    return next;
  }),
  command("release", releaseSchema, (fakeGitHub, input) => {
    const release = {
      id: fakeGitHub.releases.get(input.tag)?.id ?? fakeGitHub.newId(),
      tag: input.tag,
      name: input.name ?? input.tag,
      body: input.body ?? null,
      draft: input.draft ?? false,
      prerelease: input.prerelease ?? false,
      target: input.target ?? fakeGitHub.defaultBranch,
      author: userOf(fakeGitHub, input.author ?? "mia-maintain"),
      created: input.created === void 0 ? fakeGitHub.clock.now() : Date.parse(input.created)
    };
    fakeGitHub.releases.set(release.tag, release);
    return release;
  }),
  [
    "faults",
    (fakeGitHub, body) => {
      const specs = Array.isArray(body) ? body : [body];
      for (const spec of checkShape(array(faultSchema), specs, "the faults"))
        fakeGitHub.faults.add(spec);
      return fakeGitHub.faults.waiting;
    }
  ],
  command("clear-faults", strictObject({}), (fakeGitHub) => {
    fakeGitHub.faults.clear();
    return fakeGitHub.faults.waiting;
  }),
  command(
    "rate-limit",
    strictObject({ token: _enum(tokenNames), remaining: int().check(_gte(0)) }),
    (fakeGitHub, { token, remaining }) => {
      const caller = fakeGitHub.caller(fakeGitHub.tokens[token]);
      if (caller === null) throw misuse(`Cannot limit the token ${token}: nobody has it.`);
      fakeGitHub.rates.setRemaining(caller, remaining, fakeGitHub.clock.now());
      return fakeGitHub.rates.peek(caller, "core", fakeGitHub.clock.now());
    }
  )
]);
function threadOf(fakeGitHub, number2) {
  const thread = fakeGitHub.threads.get(number2);
  if (thread === void 0) throw misuse(`Cannot find #${number2}: there is no such number.`);
  return thread;
}
function commentOf(fakeGitHub, id4) {
  const comment = fakeGitHub.comments.get(id4);
  if (comment === void 0) throw misuse(`Cannot find comment ${id4}: there is no such id.`);
  return comment;
}
function runOf(fakeGitHub, id4) {
  const run2 = fakeGitHub.runs.get(id4);
  if (run2 === void 0) throw misuse(`Cannot find run ${id4}: there is no such id.`);
  return run2;
}

// sandbox/github/control-report.ts
function fakeGitHubReport(fakeGitHub) {
  return {
    url: fakeGitHub.origin,
    repository: fakeGitHub.fullName,
    private: fakeGitHub.private,
    defaultBranch: fakeGitHub.defaultBranch,
    tokens: fakeGitHub.tokens,
    permissions: Object.fromEntries(fakeGitHub.permissions),
    users: fakeGitHub.users.all,
    threads: [...fakeGitHub.threads.values()],
    comments: [...fakeGitHub.comments.values()],
    environments: [...fakeGitHub.environments.values()],
    runs: [...fakeGitHub.runs.values()],
    releases: [...fakeGitHub.releases.values()],
    faults: fakeGitHub.faults.waiting,
    requests: fakeGitHub.log.count
  };
}

// sandbox/control/state-report.ts
function stateReport(state) {
  const { site } = state;
  return {
    url: site.origin,
    team: site.team,
    pages: site.pages,
    account: { id: people.account.id, name: people.account.name },
    tokens: tokenStrings(site.team),
    now: site.clock.now(),
    offset: site.clock.state.offset,
    switches: site.switches,
    faults: faultReports(state),
    pending: state.late.size,
    requests: state.log.count,
    log: state.log.since(state.log.count - 100),
    posts: [...site.posts.all()].map(postReport)
  };
}
function faultReports(state) {
  return state.faults.waiting.map(({ spec, skip, left }) => ({ ...spec, skip, left }));
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

// sandbox/control/commands.ts
function command2(name, schema, run2) {
  return [name, (state, body) => run2(state, checkShape(schema, body ?? {}, `the body of ${name}`))];
}
var id3 = int().check(_positive());
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
var date2 = string().check(refine((text) => !Number.isNaN(Date.parse(text))));
var seeded = strictObject({
  kind: optional(_enum(["article", "question"])),
  ...content,
  owner: by,
  /** When it was created; without it, a minute before the next one. */
  created: optional(date2)
});
var commands = new Map([
  command2("reset", strictObject({}), (state) => {
    state.reset();
    return {};
  }),
  command2("switches", switchesPatchSchema, (state, patch) => {
    state.site.switches = withPatch(state.site.switches, patch);
    state.site.throttle.reset();
    return state.site.switches;
  }),
  [
    "faults",
    (state, body) => {
      const specs = Array.isArray(body) ? body : [body];
      for (const spec of checkShape(array(faultSchema), specs, "the faults"))
        state.faults.add(spec);
      return faultReports(state);
    }
  ],
  command2("clear-faults", strictObject({}), (state) => {
    state.faults.clear();
    return faultReports(state);
  }),
  command2(
    "clock",
    strictObject({ seconds: optional(number().check(_gte(0))), to: optional(date2) }),
    async (state, { seconds: seconds2, to }) => {
      const { clock } = state.site;
      const step = to === void 0 ? (seconds2 ?? 0) * 1e3 : Date.parse(to) - clock.now();
      if (step < 0) throw misuse2("Cannot move the clock: it only moves forward.");
      clock.advance(step);
      await state.late.settle();
      return { now: new Date(clock.now()).toISOString() };
    }
  ),
  command2(
    "edit",
    strictObject({ id: id3, by, ...content }),
    (state, { id: id4, by: by2, ...edit }) => editPost(state.site, people[by2 ?? "colleague"], postOf(state, id4), edit)
  ),
  command2("delete", strictObject({ id: id3 }), (state, input) => {
    setDeleted(state.site, postOf(state, input.id), true);
    return postOf(state, input.id);
  }),
  command2("restore", strictObject({ id: id3 }), (state, input) => {
    setDeleted(state.site, postOf(state, input.id), false);
    return postOf(state, input.id);
  }),
  command2("lock", strictObject({ id: id3, locked: optional(boolean()) }), (state, input) => {
    setLocked(state.site, postOf(state, input.id), input.locked ?? true);
    return postOf(state, input.id);
  }),
  command2(
    "seed",
    strictObject({
      posts: optional(array(seeded)),
      /** So many articles made up by the sandbox. */
      count: optional(int().check(_gte(0), _lte(1e5))),
      owner: by
    }),
    (state, { posts = [], count: count2 = 0, owner }) => ({
      ids: seed(state, [...posts, ...Array.from({ length: count2 }, (_, n) => madeUp(n, owner))])
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
function seed(state, posts) {
  const { site } = state;
  const now = site.clock.now();
  const taken = new Set([...site.posts.all()].map((post) => post.activity));
  const born = posts.map((post, index) => {
    let at = post.created === void 0 ? now - (posts.length - index) * 6e4 : Date.parse(post.created);
    while (taken.has(at) && !site.switches.sharedInstants) at -= 1;
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
    const made = post.kind === "question" ? createQuestion(site, owner, common3) : createArticle(site, owner, {
      ...common3,
      type: post.type ?? "knowledgeArticle",
      permissions: post.permissions ?? everyone,
      expires: null
    });
    const at = born[index] ?? now;
    site.posts.put({ ...made, created: at, activity: at }, at);
    return made.id;
  });
}
function postOf(state, id4) {
  const post = state.site.posts.find(id4);
  if (post === null) throw misuse2(`Cannot find post ${id4}: the sandbox has none with this id.`);
  return post;
}
function misuse2(message) {
  return new Fault("usage", "usage", message, { remedy: "Correct the call and send it again." });
}

// sandbox/control/run-control.ts
function readControl(state, path) {
  const [name = "", query = ""] = path.split("?");
  const [kind, id4, ...rest] = name.split("/").filter((part) => part !== "");
  if (kind === void 0) return stateReport(state);
  const since = Number(new URLSearchParams(query).get("since") ?? "0") || 0;
  if (kind === "log" && id4 === void 0) return state.log.since(since);
  if (kind === "github" && id4 === void 0) return fakeGitHubReport(state.fakeGitHub);
  if (kind === "github" && id4 === "log" && rest.length === 0)
    return state.fakeGitHub.log.since(since);
  if (kind === "posts" && id4 === void 0) return [...state.site.posts.all()];
  const post = kind === "posts" && rest.length === 0 ? state.site.posts.find(Number(id4)) : null;
  if (post === null) throw unknownControl(path);
  return post;
}
async function runControl(state, name, body) {
  const fakeGitHubCommand = name.startsWith("github/") ? fakeGitHubCommands.get(name.slice(7)) : void 0;
  if (fakeGitHubCommand !== void 0) return fakeGitHubCommand(state.fakeGitHub, body);
  const run2 = commands.get(name);
  if (run2 === void 0) throw unknownControl(name);
  const result = await run2(state, body);
  await state.save();
  return result;
}
function unknownControl(path) {
  const names = [
    ...commands.keys(),
    ...[...fakeGitHubCommands.keys()].map((name) => `github/${name}`)
  ];
  return new Fault("usage", "usage", `Cannot find the control call ${path}.`, {
    remedy: `Use one of: ${names.join(", ")}; to read: log, posts, posts/ID, github, github/log.`
  });
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

// sandbox/start.ts
async function startSandbox(options = {}) {
  const team = options.team ?? "sandbox";
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(team))
    throw usage(
      `Cannot start the sandbox: the team "${team}" is not a slug.`,
      "Use letters, digits and hyphens."
    );
  const data = options.data === void 0 ? null : await DataFile.open(options.data);
  const switches = checkShape(switchesPatchSchema, options.switches ?? {}, "the switches");
  const repository = options.github?.repository ?? "acme/handbook";
  if (!/^[a-z\d](?:[a-z\d-]*[a-z\d])?\/(?!\.{1,2}$)[\w.-]+$/i.test(repository))
    throw usage(
      `Cannot start the sandbox: "${repository}" is not the name of a repository.`,
      "Give it as OWNER/NAME."
    );
  const state = new SandboxState(team, switches, data, {
    repository,
    private: options.github?.private ?? false,
    seed: options.github?.seed ?? null
  });
  const host = options.host ?? "127.0.0.1";
  const server = serverOf((...exchange) => route(state, ...exchange));
  const { port } = await listen(server, host, options.port ?? 0);
  state.site.origin = originOf(host, port);
  const fakeGitHubServer = serverOf(async (request, response) => {
    const { serveGitHub } = await import("./sandbox.github.serve-github.js");
    await serveGitHub(state.fakeGitHub, request, response, state.closing.signal);
  });
  const fakeGitHubPort = await listenNear(fakeGitHubServer, host, options).catch(
    async (error) => {
      await stop(server);
      throw error;
    }
  );
  state.fakeGitHub.origin = originOf(host, fakeGitHubPort.port);
  return {
    github: { url: state.fakeGitHub.origin, repository, tokens: state.fakeGitHub.tokens },
    stack: {
      url: state.site.origin,
      team,
      tokens: tokenStrings(team),
      account: { id: people.account.id, name: people.account.name },
      pages: state.site.pages
    },
    control: async (path, body) => body === void 0 ? readControl(state, path) : runControl(state, path, body),
    close: () => close([server, fakeGitHubServer], state)
  };
}
function serverOf(answer2) {
  const server = $createServer((...exchange) => void serve(answer2, ...exchange));
  server.keepAliveTimeout = 12e4;
  return server;
}
function originOf(host, port) {
  const name = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${$isIPv6(name) ? `[${name}]` : name}:${port}`;
}
async function serve(answer2, ...[request, response]) {
  try {
    await answer2(request, response);
  } catch (error) {
    send(
      response,
      jsonReply(500, { title: "The sandbox failed.", status: 500, detail: String(error) })
    );
  }
}
async function route(state, ...[request, response]) {
  const url = URL.parse(request.url ?? "/", "http://sandbox.invalid");
  if (url === null) return send(response, textReply(400, "Bad request\n"));
  const { pathname } = url;
  if (/^\/v3(\/|$)/i.test(pathname)) return apiExchange(state, request, response, url);
  const read = request.method === "GET" || request.method === "HEAD";
  const control = /^\/_control(\/|$)/.test(pathname);
  const forPeople = /\btext\/html\b/.test(request.headers.accept ?? "");
  if (control && !(read && forPeople && pathname === "/_control"))
    return send(response, await serveControl(state, request, url));
  if (!read) return send(response, textReply(404, "Not found\n"));
  const pages = await import("./sandbox.pages.serve-page.js");
  if (control || pathname === "/") {
    const why = refusal(request);
    return send(
      response,
      why === null ? await pages.serveControlPage(state) : textReply(403, `${why}
`)
    );
  }
  send(response, await pages.servePage(state, url) ?? textReply(404, "Not found\n"));
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
    throw usage(
      `Cannot listen on ${host}:${port}: ${seen}.`,
      "Choose another port, or 0 for any.",
      error
    );
  }
  return server.address();
}
async function listenNear(server, host, options) {
  const wished = options.github?.port;
  if (wished !== void 0) return listen(server, host, wished);
  const next = options.port ? (options.port + 1) % 65536 : 0;
  try {
    return await listen(server, host, next);
  } catch {
    return listen(server, host, 0);
  }
}
async function close(servers, state) {
  state.closing.abort();
  state.late.clear();
  await Promise.all(servers.map(stop));
  await state.fakeGitHub.git.close();
  await state.data?.settled();
}
async function stop(server) {
  const { promise, resolve } = Promise.withResolvers();
  server.close(() => resolve());
  server.closeAllConnections();
  await promise;
}
function usage(message, remedy, cause) {
  return new Fault("usage", "usage", message, { remedy, cause });
}

export {
  startSandbox
};
