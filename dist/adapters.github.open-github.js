import {
  inFlightPacer
} from "./adapters.http.in-flight-pacer.js";
import {
  Misfit
} from "./adapters.shape.js";
import {
  createHttp
} from "./adapters.http.create-http.js";
import {
  HttpFailure,
  backoffMs,
  certificateRemedy,
  longestPauseMs,
  maxTries,
  retryDelayMs,
  timeText
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  parseBase
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/github/shaped.ts
function shaped(shape, value, { doing }) {
  try {
    return shape(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const place = error.place === "" ? "" : ` at ${error.place}`;
    throw new Fault(
      "forge",
      "forge-unreachable",
      `Cannot ${doing}: expected ${error.expected}${place} in GitHub's answer, got ${error.seen}.`,
      { remedy: "Check that GITHUB_API_URL and GITHUB_GRAPHQL_URL are those of a GitHub." }
    );
  }
}

// src/adapters/github/limit-of.ts
var defaultWaitMs = 6e4;
function limitOf(status, headers, words, now) {
  if (status !== 403 && status !== 429) return null;
  const wait = seconds(headers["retry-after"]);
  if (wait !== null) return now + wait * 1e3;
  if (String(headers["x-ratelimit-remaining"]) === "0") return endOfHour(headers, now);
  const told = status === 429 || /rate limit|abuse/i.test(words);
  return told ? now + defaultWaitMs : null;
}
function endOfHour(headers, now) {
  const reset = seconds(headers["x-ratelimit-reset"]);
  if (reset === null) return now + defaultWaitMs;
  const served = Date.parse(String(headers["date"]));
  const wait = reset * 1e3 - (Number.isNaN(served) ? now : served);
  return now + Math.max(1e3, wait);
}
function seconds(value) {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

// src/adapters/github/write-pacer.ts
var apartMs = 1e3;
var mostAnHour = 450;
var hourMs = 36e5;
function writePacer(inner) {
  let last = Number.NEGATIVE_INFINITY;
  let notices = [];
  return {
    next(now, request) {
      const at = inner.next(now, request);
      if (request.effect !== "write") return at;
      notices = notices.filter((each) => each > now - hourMs);
      const first = notices.length < mostAnHour ? void 0 : notices.at(-mostAnHour);
      const free = notifies(request) && first !== void 0 ? first + hourMs : now;
      return Math.max(at, last + apartMs, free);
    },
    start(now, request) {
      if (request.effect === "write") {
        last = now;
        if (notifies(request)) notices.push(now);
      }
      return inner.start(now, request);
    },
    pause: (until, now) => inner.pause(until, now)
  };
}
var notifies = ({ method, path }) => method === "POST" && path.endsWith("/pulls");

// src/adapters/github/github-policy.ts
function githubPolicy(graphqlPath, { paced = false } = {}) {
  return {
    server: "GitHub",
    pacer: paced ? writePacer(inFlightPacer(10)) : inFlightPacer(10),
    refusedForMs({ status, headers, body }, now) {
      const until = limitOf(status, headers, body.toString("utf8"), now);
      return until === null ? null : until - now;
    },
    retryDelayMs(attempt) {
      const { tries, refusals, refusedForMs, random } = attempt;
      if (tries + refusals >= mostTries(attempt, graphqlPath)) return null;
      if (refusedForMs === null) return retryDelayMs(attempt);
      const delay = Math.max(refusedForMs, backoffMs(tries + refusals, random));
      return refusedForMs <= longestPauseMs ? delay : null;
    },
    maxWaitMs: (maxTries - 1) * longestPauseMs
  };
}
function mostTries({ request, result }, graphqlPath) {
  const tookTooLong = "status" in result && (result.status === 502 || result.status === 504);
  return tookTooLong && request.path === graphqlPath ? 2 : maxTries;
}

// src/adapters/github/to-fault.ts
var LimitSpent = class extends Fault {
  until;
  constructor({ doing }, until) {
    super("forge", "forge-refused", `Cannot ${doing}: the token has made too many requests.`, {
      remedy: `Run it again after ${timeText(until)}.`
    });
    this.until = until;
  }
};
var TookTooLong = class extends Fault {
  constructor(asked, seen) {
    super("forge", "forge-unreachable", ...failure(asked, seen));
  }
};
var named = "GITHUB_TOKEN";
function toFault(error, asked, at) {
  if (error instanceof Fault) return error;
  const { cause, status, response } = error;
  if (typeof status !== "number" || response === void 0) {
    if (cause instanceof Fault) return cause;
    const failure2 = error instanceof HttpFailure ? error : cause;
    if (failure2 instanceof HttpFailure)
      return failure2.until === null ? unreachable(failure2, asked, at) : new LimitSpent(asked, failure2.until);
    return unexpectedAnswer(asked, at);
  }
  const message = isObject(response.data) ? response.data["message"] : null;
  const words = typeof message === "string" ? message.slice(0, 200) : "";
  const until = limitOf(status, { ...response.headers }, words, at.now);
  return until === null ? statusToFault(status, words, asked, at) : new LimitSpent(asked, until);
}
function unexpectedAnswer({ doing }, { host }) {
  const message = `Cannot ${doing}: expected an answer of GitHub's API from ${host}, got something else.`;
  return new Fault("forge", "forge-unreachable", message, {
    remedy: "Check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and what a proxy may answer in between."
  });
}
function notFound({ doing, permissions }, repository) {
  return refused(
    `Cannot ${doing}: GitHub finds nothing there for this token (${repository}).`,
    `Check GITHUB_REPOSITORY, and that ${named} may read it: a workflow's job needs \`permissions: { ${permissions} }\`.`
  );
}
function forbidden({ doing, permissions }, seen) {
  return refused(
    `Cannot ${doing}: GitHub does not allow it (${seen}).`,
    `Give the job \`permissions: { ${permissions} }\`, or ${named} a token with these rights.`
  );
}
function failure({ doing }, seen) {
  const remedy = "Run it again later; look at https://www.githubstatus.com if it stays.";
  return [`Cannot ${doing}: GitHub failed (${seen}).`, { remedy, outcome: "unknown" }];
}
function statusToFault(status, message, asked, at) {
  const seen = message === "" ? `status ${status}` : `status ${status}: ${message}`;
  if (status === 401)
    return refused(
      `Cannot ${asked.doing}: GitHub does not accept the token (${seen}).`,
      `Set ${named} to a token of this GitHub that has not expired.`
    );
  if (status === 403) return forbidden(asked, seen);
  if (status === 404) return notFound(asked, seen);
  if (status === 502 || status === 504) return new TookTooLong(asked, seen);
  if (status >= 500) return new Fault("forge", "forge-unreachable", ...failure(asked, seen));
  if (status >= 300 && status < 400)
    return refused(
      `Cannot ${asked.doing}: ${at.host} answers with a redirect, which is not followed.`,
      "Check GITHUB_API_URL; set GITHUB_REPOSITORY to the present name where it was renamed."
    );
  return refused(
    `Cannot ${asked.doing}: GitHub refuses the request (${seen}).`,
    "Report this, with the command that was run."
  );
}
function unreachable(failure2, { doing }, { host }) {
  const message = `Cannot ${doing}: cannot reach ${host} (${failure2.code}: ${failure2.message}).`;
  const remedy = failure2.certificate ? certificateRemedy : "Check GITHUB_API_URL and the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.";
  return new Fault("forge", "forge-unreachable", message, {
    remedy,
    cause: failure2,
    outcome: failure2.sent ? "unknown" : "rejected"
  });
}
function refused(message, remedy) {
  return new Fault("forge", "forge-refused", message, { remedy });
}

// src/adapters/github/fetch-over.ts
function fetchOver(http, graphqlUrl) {
  return async (address, init) => {
    const url = new URL(address);
    const type = init.headers["content-type"] ?? "application/json; charset=utf-8";
    const { status, headers, body } = await http.send({
      method: init.method,
      path: `${url.pathname}${url.search}`,
      effect: init.method === "GET" || url.href === graphqlUrl.href ? "read" : "write",
      headers: init.headers,
      ...init.body !== void 0 && { body: { type, content: init.body } }
    });
    return {
      status,
      url: address,
      headers: new Map(Object.entries(headers)),
      text: () => Promise.resolve(body.toString("utf8")),
      arrayBuffer: () => Promise.resolve(new Uint8Array(body).buffer)
    };
  };
}

// src/adapters/github/read-graphql.ts
function readGraphql(whole, headers, asked, at) {
  const { data = null, errors = [] } = isObject(whole) ? whole : {};
  if (!isObject(whole) || !Array.isArray(errors)) throw unexpectedAnswer(asked, at);
  for (const error of errors) {
    const { type, message, path } = isObject(error) ? error : {};
    const seen = typeof message === "string" ? message.slice(0, 200) : "no reason given";
    if (type === "RATE_LIMITED") throw new LimitSpent(asked, endOfHour(headers, at.now));
    if (type === "NOT_FOUND") {
      if (Array.isArray(path) && at.mayMiss(path)) continue;
      throw notFound(asked, seen);
    }
    if (type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES") throw forbidden(asked, seen);
    throw new TookTooLong(asked, seen);
  }
  if (!isObject(data)) throw unexpectedAnswer(asked, at);
  return data;
}

// src/adapters/github/open-github.ts
function openGitHub(options) {
  const { apiUrl, repository, token, patienceMs = 0, ...connection } = options;
  const { clock, log, userAgent } = connection;
  const api = parseBase(apiUrl);
  const graphqlUrl = parseBase(options.graphqlUrl);
  if (api.origin !== graphqlUrl.origin)
    throw new Fault(
      "usage",
      "insecure-url",
      `Cannot use ${graphqlUrl.host} for GraphQL: the API is at ${api.host}.`,
      { remedy: "Set GITHUB_API_URL and GITHUB_GRAPHQL_URL to addresses of the same host." }
    );
  const policy = githubPolicy(`${graphqlUrl.pathname}${graphqlUrl.search}`, {
    paced: patienceMs > 0
  });
  const http = createHttp({ ...connection, base: api.origin, policy });
  const send = fetchOver(http, graphqlUrl);
  let spent = null;
  let told = 0;
  let ahead = Infinity;
  const client = memoize(async () => {
    const toolkit = await loadOctokit();
    const note = (text) => log.debug(text);
    return toolkit.getOctokit(token, {
      baseUrl: api.href.replace(/\/+$/, ""),
      userAgent,
      request: { fetch: send },
      log: { debug: note, info: note, warn: note, error: note }
    });
  });
  async function ask(asked, call, read) {
    for (let waits = 0; ; waits += 1) {
      try {
        return await askOnce(asked, call, read);
      } catch (error) {
        if (!(error instanceof LimitSpent) || waits === mostWaits) throw error;
        const ms = error.until - clock.now();
        if (ms > patienceMs) throw error;
        if (error.until > told) log.info(waitText(error.until, ms));
        told = Math.max(told, error.until);
        await clock.sleep(Math.max(0, ms));
      }
    }
  }
  async function askOnce(asked, call, read) {
    if (spent !== null && clock.now() < spent.until) throw spent;
    const octokit = await client();
    const begun = clock.now();
    try {
      const { status = 200, data, headers } = await call(octokit);
      const served = Date.parse({ date: "", ...headers }.date);
      if (!Number.isNaN(served)) ahead = Math.min(ahead, served - begun);
      if (status >= 300) throw statusToFault(status, "", asked, api);
      return read(data, headers);
    } catch (error) {
      const fault = toFault(error, asked, { host: api.host, now: clock.now() });
      if (fault instanceof LimitSpent) spent = fault;
      throw fault;
    }
  }
  const over = (place) => ({
    repository: place,
    at: over,
    rest: (asked, call) => ask(asked, call, (data) => data),
    graphql(asked, query, variables, mayMiss = () => false) {
      return ask(
        asked,
        (octokit) => octokit.request({ method: "POST", url: graphqlUrl.href, query, variables }),
        (data, headers) => readGraphql(data, { ...headers }, asked, { host: api.host, now: clock.now(), mayMiss })
      );
    },
    get requests() {
      return http.requests;
    },
    now: () => clock.now() + (Number.isFinite(ahead) ? ahead : 0),
    close: () => http.close()
  });
  return over(repository);
}
var mostWaits = 4;
function waitText(until, ms) {
  const minutes = Math.max(1, Math.round(ms / 6e4));
  return `GitHub takes no more calls of this token until ${timeText(until)}; waiting about ${minutes} min.`;
}
var loadOctokit = memoize(async () => {
  const name = "GITHUB_EVENT_PATH";
  const file = process.env[name];
  delete process.env[name];
  try {
    return await import("./npm.actions-github.js");
  } catch (cause) {
    throw new Fault("forge", "forge-unreachable", "Cannot load GitHub's client library.", {
      remedy: "Check that GITHUB_API_URL, HTTPS_PROXY and NO_PROXY hold addresses.",
      cause
    });
  } finally {
    if (file !== void 0) process.env[name] = file;
  }
});

export {
  shaped,
  limitOf,
  githubPolicy,
  TookTooLong,
  toFault,
  unexpectedAnswer,
  openGitHub
};
