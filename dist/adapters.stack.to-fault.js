import {
  apiErrorOf,
  errorName,
  parseJson,
  siteSentence,
  throttleDelayMs
} from "./adapters.stack.api-error.js";
import {
  certificateRemedy,
  timeText
} from "./adapters.http.retry-delay.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/stack/answer-meaning.ts
var byId = {
  401: "no-token",
  402: "bad-token",
  403: "forbidden",
  404: "not-found",
  405: "bad-key",
  406: "revoked-token",
  // It may be the one before that was carried out.
  409: "in-doubt",
  500: "broken",
  502: "throttled",
  503: "broken"
};
function meaningOf({ status, error, isOwn }, { changesPost = false }) {
  if (error) {
    const parameter = error.id === 400 ? error.message : "";
    if (/^key$|\bapi key\b/i.test(parameter)) return "bad-key";
    if (/^(?:team|site)$/i.test(parameter)) return "no-team";
    if (/^ids?$/i.test(parameter) && changesPost) return "gone";
    return byId[error.id] ?? "refused";
  }
  if (status === 401) return "bad-token";
  if (status === 403) return "forbidden";
  if (status === 404) return isOwn && changesPost ? "gone" : "not-found";
  if (status === 429) return "throttled";
  return status < 500 ? "refused" : "broken";
}

// src/adapters/stack/forbidden.ts
function forbidden(asked) {
  const { effect, changesPost = false, hasWritten } = asked;
  if (asked.forbidden !== void 0)
    return { code: "site-forbidden", seen: "the site forbids it", remedy: asked.forbidden };
  if (effect === "read") return forbiddenRead(asked);
  const lock = changesPost ? ", or the post is locked" : "";
  const unlock = changesPost ? ", or unlock the post" : "";
  if (hasWritten())
    return {
      code: "site-forbidden",
      seen: `the site forbids it, and took other writes of this token: the account's role does not allow it${lock}`,
      remedy: `Let an administrator of the site give the account the role${unlock}.`
    };
  const basic = isTeam(asked) ? ", or the team is of the Basic tier, whose API only reads" : "";
  const upgrade = isTeam(asked) ? ", or upgrade the team" : "";
  return {
    code: "token-read-only",
    seen: `the site forbids it: the token only reads, or the role of its account does not allow it${lock}${basic}`,
    remedy: `Use a token with write access; if it has that, let an administrator of the site give its account the role${unlock}${upgrade}.`
  };
}
function forbiddenRead(asked) {
  const free = isTeam(asked) ? ", or the team is of the Free tier, which has no API" : "";
  const upgrade = isTeam(asked) ? ", or upgrade the team" : "";
  return {
    code: "site-forbidden",
    seen: `the site forbids it: the account may not see this${free}`,
    remedy: `Use a token of the ${asked.team === null ? "main site" : "team"} whose account is a member there and may see this${upgrade}.`
  };
}
function isTeam({ tier }) {
  return tier === "business";
}

// src/adapters/stack/refusal.ts
var gone = {
  code: "post-gone",
  seen: "the post is not there any more",
  remedy: "Plan again: the plan then asks what is to become of it."
};
var known = [
  {
    says: /\bduplicate\b|already exists/i,
    code: "duplicate-post",
    seen: "the site takes it for a duplicate of another post",
    remedy: "Give it another title, or link the post that is there with `stack-publish adopt`."
  },
  {
    says: /\blocked\b/i,
    code: "post-locked",
    seen: "the post is locked",
    remedy: "Unlock it on the site, or run `stack-publish resolve SOURCE forget`."
  },
  {
    says: /\b(?:already|been|is|was) (?:deleted|removed)\b/i,
    ...gone
  },
  {
    says: /\bquality\b|\bstandards\b|\bmostly code\b/i,
    code: "quality-refused",
    seen: "the site's quality check refuses it",
    remedy: "Write more, and better; or let an administrator of the site lower its threshold."
  },
  {
    says: /\btags?\b/i,
    code: "tag-refused",
    seen: "the site does not take its tags",
    remedy: "Use tags that the site has, or let somebody create them who may; see what it asks of a tag."
  }
];
var other = {
  code: "site-rejected",
  seen: "the site refuses it",
  remedy: "Change the text as the site asks, then plan again."
};
function refusalOf(sentence) {
  return knownRefusalOf(sentence) ?? other;
}
function knownRefusalOf(sentence) {
  return known.find(({ says }) => says.test(sentence)) ?? null;
}

// src/adapters/stack/to-fault.ts
function answerToFault(answer, asked) {
  const { status, headers, body } = answer;
  const said = siteSentence(body, asked.mask);
  const forTeam = said === "" ? null : `The site says: “${said.replace(/[.\s]+$/, "")}”.`;
  const error = apiErrorOf(body);
  const answered = error ? errorName(error) : `status ${String(status)}`;
  const fault = (code2, seen2, remedy2, more = { forTeam }) => siteFault(asked, code2, `${seen2} (${answered})`, remedy2, more);
  if (status >= 200 && status < 300 && error === null) return unexpectedAnswer(answer, asked);
  const isOwn = body.length === 0 || parseJson(body) !== void 0;
  if (status >= 300 && status < 400) {
    const outcome = status === 303 && asked.effect === "write" ? "unknown" : "rejected";
    return fault(
      "site-redirected",
      `${asked.host} answered with a redirect, which is not followed`,
      "Set destination.url to the address of the API itself; the token does not help to pass a log-in page.",
      { outcome }
    );
  }
  const mayBePage = status >= 400 && status < 500 && status !== 404 && status !== 429;
  if (mayBePage && isPage(body))
    return fault(
      "site-not-json",
      `${asked.host} answered with a web page, expected JSON`,
      "Look what stands between: a proxy that bars the way or asks for a log-in, or a wall before the site; the token does not help to pass it."
    );
  switch (meaningOf({ status, error, isOwn }, asked)) {
    case "no-token":
      return fault(
        "token-refused",
        "the site asks for an access token, although one was sent",
        "Look whether a proxy takes the header X-API-Access-Token away, and check STACK_ACCESS_TOKEN."
      );
    case "bad-token":
      if (/expired/i.test(said))
        return fault(
          "token-expired",
          "the site says that it expired",
          "Create a new access token and store it in STACK_ACCESS_TOKEN; of an Enterprise, `stack-publish login` gets one."
        );
      return fault(
        "token-refused",
        `the site does not accept the access token ${asked.team === null ? "for its main site" : `for the team ${asked.team}`}: it is mistyped, expired, revoked or of another place`,
        asked.team === null ? "Store a valid token of the main site in STACK_ACCESS_TOKEN; for one of a private team set destination.team, as it works there alone." : `Store a valid token of the team ${asked.team}, which destination.team names, in STACK_ACCESS_TOKEN; or correct destination.team, as the site gives the same answer for a wrong one.`
      );
    case "revoked-token":
      return fault(
        "token-revoked",
        "the site revoked the access token, as it became known to others",
        "Create a new access token, store it in STACK_ACCESS_TOKEN, and find out where the old one was shown."
      );
    case "bad-key":
      return fault(
        "api-key-refused",
        "the site does not accept the API key",
        "Check STACK_API_KEY: it is the key of an application of this very site."
      );
    case "no-team":
      return fault(
        "site-not-found",
        asked.team === null ? "the site has no such team" : `the site has no team ${asked.team}, or not for this token`,
        "Correct destination.team: it is the last part of the address of its pages, …/c/SLUG."
      );
    case "forbidden": {
      const known2 = asked.effect === "write" ? knownRefusalOf(said) : null;
      const { code: code2, seen: seen2, remedy: remedy2 } = known2 ?? forbidden(asked);
      return fault(code2, seen2, remedy2);
    }
    case "gone":
      return fault(gone.code, gone.seen, gone.remedy);
    case "not-found":
      return fault(
        "site-not-found",
        !isOwn ? `${asked.host} has nothing at this address` : "the site does not find it",
        "Check destination.url, destination.tier and destination.team."
      );
    case "throttled": {
      const now = asked.now();
      return throttled(asked, now + throttleDelayMs(headers, now));
    }
    case "in-doubt":
      if (asked.effect === "write") return unknownOutcome(answered, asked, { forTeam });
      break;
    case "broken":
      if (asked.effect === "write") return unknownOutcome(answered, asked);
      return fault(
        "site-unavailable",
        `${asked.host} answered with an error of its own`,
        asked.team === null ? "Run it again later." : `Run it again later; check destination.team too, as the site may answer so where it has no team ${asked.team}.`
      );
    case "refused":
  }
  if (asked.effect === "read")
    return fault(
      "site-rejected",
      "the site does not take the question",
      "Check destination.url, destination.tier and destination.api."
    );
  const { code, seen, remedy } = refusalOf(said);
  return fault(code, seen, remedy);
}
function tokenElsewhere(asked) {
  const team = asked.team ?? "";
  const seen = `the access token is one of the main site, expected one of the team ${team}`;
  const remedy = `Create a token in the team ${team}, which destination.team names, and store it in STACK_ACCESS_TOKEN, or take destination.team out to publish to the main site.`;
  return siteFault(asked, "token-elsewhere", seen, remedy);
}
function editUnavailable(asked) {
  const seen = "the API of the site offers no way to edit an Article";
  const remedy = "Set destination.api to v3, or edit the Article on the site.";
  return siteFault(asked, "article-edit-unavailable", seen, remedy);
}
function unexpectedAnswer(answer, asked, expected = "JSON") {
  if (asked.effect === "write") return unknownOutcome(`an answer without ${expected}`, asked);
  const start = answer.body.toString("utf8", 0, 200).trimStart();
  const seen = start === "" ? "nothing" : isPage(answer.body) ? "a web page" : parseJson(answer.body) === void 0 ? "other text" : "other JSON";
  return siteFault(
    asked,
    "site-not-json",
    `${asked.host} answered with ${seen}, expected ${expected}`,
    "Check that destination.url is the address of the API, and that no proxy answers with its log-in page instead."
  );
}
function isPage(body) {
  return /^\s*<(?:!doctype|html|head|body)/i.test(body.toString("utf8", 0, 200));
}
function endlessList(asked, seen) {
  const remedy = "Check that destination.url is the address of the API, and what a proxy answers in between; an account with so many posts cannot be used.";
  return siteFault(asked, "list-endless", `the list does not end (${seen})`, remedy);
}
function wrongClock(asked, time) {
  const seen = `${asked.host} speaks of ${timeText(time)}, and here it is ${timeText(asked.now())}`;
  const remedy = "Set this machine's clock; where it is right, mend the clock of the site, or of the proxy that answers in its place.";
  return siteFault(asked, "clock-wrong", seen, remedy);
}
function failureToFault(failure, asked) {
  const { code } = failure;
  const more = { cause: failure, forTeam: `Seen: ${asked.mask(failure.message)}.` };
  if (code === "ETOOLATE" || code === "ESTALE") {
    const remedy = "Run it again: what was not sent is planned again.";
    const outcome = code === "ESTALE" ? "stale" : "rejected";
    const more2 = { cause: failure, outcome };
    return siteFault(asked, "throttled", "it had to wait too long", remedy, more2);
  }
  if (code === "EQUOTA") return throttled(asked, failure.until, { cause: failure });
  if (asked.effect === "write" && failure.sent) return unknownOutcome(code, asked, more);
  if (code === "ETOOLARGE") {
    const remedy = "Check that destination.url is the address of the API.";
    return siteFault(asked, "site-not-json", "the answer is too long", remedy, more);
  }
  const seen = `cannot reach ${asked.host} (${code})`;
  return siteFault(asked, "site-unreachable", seen, remedyOf(failure), more);
}
function remedyOf(failure) {
  if (failure.certificate) return certificateRemedy;
  if (failure.handshake)
    return "Check the port in destination.url, and what answers there: it does not speak TLS as the API does.";
  if (failure.code === "ENOTFOUND" || failure.code === "EAI_AGAIN")
    return "Check destination.url; where only a proxy knows the name, set HTTPS_PROXY.";
  if (failure.sent) return "Run it again; check the network if it stays.";
  return "Check destination.url and the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.";
}
function throttled(asked, until, more) {
  if (until === null) {
    const seen2 = "the site takes no more requests, and does not tell until when: the quota of the day is used up, or this address is barred";
    const remedy2 = "Run it again later, tomorrow at the latest; look too whether a proxy refuses requests to the API.";
    return siteFault(asked, "throttled", seen2, remedy2, more);
  }
  const seen = `the site takes no more requests until ${timeText(until)}`;
  const remedy = "Run it again then; do not use one account in many runs at a time.";
  return siteFault(asked, "throttled", seen, remedy, more);
}
function unknownOutcome(seen, { doing }, more = {}) {
  const message = `Cannot tell whether the site carried out the request (${doing}): ${seen}.`;
  return new Fault("site", "outcome-unknown", message, {
    ...more,
    remedy: "Run it again: the site is searched first, so nothing is written twice.",
    outcome: "unknown"
  });
}
function siteFault({ doing }, code, seen, remedy, more = {}) {
  return new Fault("site", code, `Cannot ${doing}: ${seen}.`, { remedy, ...more });
}

export {
  answerToFault,
  tokenElsewhere,
  editUnavailable,
  unexpectedAnswer,
  endlessList,
  wrongClock,
  failureToFault,
  throttled
};
