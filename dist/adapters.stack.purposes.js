import {
  answerToFault,
  endlessList,
  failureToFault,
  wrongClock
} from "./adapters.stack.to-fault.js";
import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";
import {
  watchList
} from "./adapters.watch-list.js";
import {
  HttpFailure
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
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

// src/adapters/stack/look-holds.ts
var lookHoldsMs = 1e4;

// src/adapters/stack/post-name.ts
function nameOf({ kind, title }) {
  return `${kind} “${title.replace(/[\p{C}\s]+/gu, " ").slice(0, 80)}”`;
}

// src/adapters/stack/purposes.ts
var toCreate = (content) => ({ doing: `create ${nameOf(content)}` });
var toUpdate = (kind, { id, editable }) => ({
  doing: `update ${kind} ${id}`,
  changesPost: true,
  // Where the site says that we may not edit this post, the token may still be good for others.
  ...!editable && { forbidden: "Let the account edit the post on the site, or unlock it there." }
});
var toAnswerQuestion = ({ id }) => ({
  doing: `answer question ${id}`,
  changesPost: true
});
var toUpdateAnswer = ({ id }) => ({
  doing: `update the answer of question ${id}`,
  changesPost: true
});
var toAccept = ({ id }) => ({
  doing: `accept the answer of question ${id}`,
  forbidden: "Publish again later: some sites let nobody accept an answer of their own at once."
});
function answerIn({ id, answer }) {
  if (answer === void 0) throw new TypeError(`question ${id} has no answer yet`);
  return answer;
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
  const common = {
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
      ...common,
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
    inTime(read, purpose) {
      if (read.activity - now() <= mostAhead) return read;
      throw wrongClock({ ...common, ...purpose, effect: "read" }, read.activity);
    },
    /** Told each page (from 1) of a list, throws where the list is not worth reading on. */
    watchPage(list, number, page, purpose) {
      const watch = number > 1 && watches.get(list) || watchList(clock);
      watches.set(list, watch);
      const endless = watch(page);
      if (endless !== null && !page.last && number > 1)
        throw endlessList({ ...common, ...purpose, effect: "read" }, endless);
    }
  };
}

export {
  cloudPages,
  pagesOf,
  urlOf,
  refOf,
  isId,
  isUserId,
  idText,
  userIdText,
  lookHoldsMs,
  toCreate,
  toUpdate,
  toAnswerQuestion,
  toUpdateAnswer,
  toAccept,
  answerIn,
  openChannel,
  requireRefusedText
};
