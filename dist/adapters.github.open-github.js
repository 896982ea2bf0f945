import {
  Misfit
} from "./adapters.shape.js";
import {
  HttpFailure,
  backoffMs,
  certificateRemedy,
  createHttp,
  maxTries,
  retryDelayMs
} from "./adapters.http.create-http.js";
import {
  isObject
} from "./adapters.is-object.js";
import {
  parseBase
} from "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import {
  memoize
} from "./model.memoize.js";

// src/adapters/github/limit-of.ts
var defaultWaitMs = 6e4;
function limitOf(status, headers, words, now) {
  if (status !== 403 && status !== 429) return null;
  const wait = seconds(headers["retry-after"]);
  if (wait !== null) return { until: now + wait * 1e3 };
  if (String(headers["x-ratelimit-remaining"]) === "0") return spentAt(headers, now);
  const told = status === 429 || /rate limit|abuse/i.test(words);
  return told ? { until: now + defaultWaitMs } : null;
}
function spentAt(headers, now) {
  const reset = seconds(headers["x-ratelimit-reset"]);
  if (reset === null) return { until: now + defaultWaitMs };
  const served = Date.parse(String(headers["date"]));
  const wait = reset * 1e3 - (Number.isNaN(served) ? now : served);
  return { until: now + Math.max(1e3, wait) };
}
function seconds(value) {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

// src/adapters/github/to-fault.ts
var named = "GITHUB_TOKEN";
function toFault(error, asked, at) {
  if (error instanceof Fault) throw error;
  const { cause, status, response } = error;
  if (typeof status !== "number" || response === void 0) {
    if (cause instanceof Fault) throw cause;
    const failure2 = error instanceof HttpFailure ? error : cause;
    if (failure2 instanceof HttpFailure) return lasting(unreachable(failure2, asked, at));
    return lasting(unexpectedAnswer(asked, at));
  }
  const headers = response.headers ?? {};
  const limit = limitOf(status, headers, messageOf(response.data), at.now);
  if (limit !== null) return limited(limit.until, asked);
  return lasting(statusToFault(status, messageOf(response.data), asked, at));
}
var lasting = (fault) => ({ fault, until: null });
function limited(until, { doing }) {
  const time = new Date(until).toISOString().replace(/\.\d+/, "");
  const fault = refused(
    `Cannot ${doing}: the token has made too many requests.`,
    `Run it again after ${time}.`
  );
  return { fault, until };
}
function unexpectedAnswer({ doing }, { host }) {
  return new Fault(
    "forge",
    "forge-unreachable",
    `Cannot ${doing}: expected an answer of GitHub's API from ${host}, got something else.`,
    {
      remedy: "Check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and what a proxy may answer in between."
    }
  );
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
var TookTooLong = class extends Fault {
  constructor(asked, seen) {
    super("forge", "forge-unreachable", ...failure(asked, seen));
  }
};
function failure({ doing }, seen) {
  return [
    `Cannot ${doing}: GitHub failed (${seen}).`,
    {
      remedy: "Run it again later; look at https://www.githubstatus.com if it stays.",
      outcome: "unknown"
    }
  ];
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
function messageOf(data) {
  const message = typeof data === "object" && data !== null ? data.message : null;
  return typeof message === "string" ? message.slice(0, 200) : "";
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

// src/adapters/http/in-flight-pacer.ts
function inFlightPacer(most) {
  let inFlight = 0;
  let pausedUntil = 0;
  return {
    next: (now) => inFlight < most ? Math.max(now, pausedUntil) : Infinity,
    start() {
      inFlight += 1;
      return () => {
        inFlight -= 1;
      };
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    }
  };
}

// src/adapters/github/github-policy.ts
var maxLimitMs = 6e4;
function githubPolicy(graphqlPath) {
  return {
    server: "GitHub",
    pacer: inFlightPacer(10),
    refusedForMs({ status, headers, body }, now) {
      const limit = limitOf(status, headers, body.toString("utf8"), now);
      return limit === null ? null : limit.until - now;
    },
    retryDelayMs(attempt) {
      const { tries, refusals, refusedForMs, random } = attempt;
      if (tries + refusals >= mostTries(attempt, graphqlPath)) return null;
      if (refusedForMs === null) return retryDelayMs(attempt);
      const delay = Math.max(refusedForMs, backoffMs(tries + refusals, random));
      return refusedForMs <= maxLimitMs ? delay : null;
    },
    maxWaitMs: (maxTries - 1) * maxLimitMs
  };
}
function mostTries({ request, result }, graphqlPath) {
  const tookTooLong = "status" in result && (result.status === 502 || result.status === 504);
  return tookTooLong && request.path === graphqlPath ? 2 : maxTries;
}

// src/adapters/github/load-octokit.ts
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

// src/adapters/github/read-graphql.ts
function readGraphql({ data: whole, headers }, asked, at) {
  const { data = null, errors = [] } = isObject(whole) ? whole : {};
  if (!isObject(whole) || !Array.isArray(errors)) return lasting(unexpectedAnswer(asked, at));
  for (const error of errors) {
    const { type, message, path } = isObject(error) ? error : {};
    const seen = typeof message === "string" ? message.slice(0, 200) : "no reason given";
    if (type === "RATE_LIMITED") return limited(spentAt(headers, at.now).until, asked);
    if (type === "NOT_FOUND") {
      if (Array.isArray(path) && at.mayMiss(path)) continue;
      return lasting(notFound(asked, seen));
    }
    if (type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES")
      return lasting(forbidden(asked, seen));
    return lasting(new TookTooLong(asked, seen));
  }
  return isObject(data) ? { data } : lasting(unexpectedAnswer(asked, at));
}

// src/adapters/github/open-github.ts
function openGitHub(options) {
  const api = parseBase(options.apiUrl);
  const graphqlUrl = parseBase(options.graphqlUrl);
  if (api.origin !== graphqlUrl.origin)
    throw new Fault(
      "usage",
      "insecure-url",
      `Cannot use ${graphqlUrl.host} for GraphQL: the API is at ${api.host}.`,
      { remedy: "Set GITHUB_API_URL and GITHUB_GRAPHQL_URL to addresses of the same host." }
    );
  const { clock, log } = options;
  const http = createHttp({
    base: api.origin,
    userAgent: options.userAgent,
    clock,
    policy: githubPolicy(`${graphqlUrl.pathname}${graphqlUrl.search}`),
    log,
    ...options.proxy && { proxy: options.proxy },
    ...options.timeouts && { timeouts: options.timeouts }
  });
  const send = fetchOver(http, graphqlUrl);
  let spent = null;
  const client = memoize(async () => {
    const toolkit = await loadOctokit();
    return toolkit.getOctokit(options.token, {
      baseUrl: api.href.replace(/\/+$/, ""),
      userAgent: options.userAgent,
      request: { fetch: send },
      log: {
        debug: (text) => log.debug(text),
        info: (text) => log.debug(text),
        warn: (text) => log.debug(text),
        error: (text) => log.debug(text)
      }
    });
  });
  async function ask(asked, call) {
    if (spent !== null && clock.now() < spent.until) throw spent.fault;
    const octokit = await client();
    try {
      const { status = 200, data, headers } = await call(octokit);
      if (status >= 300) throw statusToFault(status, "", asked, { host: api.host });
      return { data, headers };
    } catch (error) {
      return refuse(toFault(error, asked, { host: api.host, now: clock.now() }));
    }
  }
  function refuse({ fault, until }) {
    if (until !== null) spent = { until, fault };
    throw fault;
  }
  return {
    repository: options.repository,
    rest: ask,
    async graphql(asked, query, variables, mayMiss = () => false) {
      const answer = await ask(
        asked,
        (octokit) => octokit.request({ method: "POST", url: graphqlUrl.href, query, variables })
      );
      const result = readGraphql(answer, asked, { host: api.host, now: clock.now(), mayMiss });
      return "fault" in result ? refuse(result) : result.data;
    },
    get requests() {
      return http.requests;
    },
    close: () => http.close()
  };
}

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

// src/adapters/github/instant.ts
var instant = (value) => {
  const at = typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new Misfit("a date", value);
  return at;
};

export {
  instant,
  limitOf,
  TookTooLong,
  openGitHub,
  shaped
};
