import {
  HttpFailure,
  createHttp,
  parseBase
} from "./adapters.http.create-http.js";
import {
  Misfit
} from "./adapters.shape.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/github/limit-of.ts
var unsaid = 6e4;
function limitOf(status, headers, words, now) {
  if (status !== 403 && status !== 429) return null;
  const wait = seconds(headers["retry-after"]);
  if (wait !== null) return { until: now + wait * 1e3 };
  if (String(headers["x-ratelimit-remaining"]) === "0") return spentAt(headers, now);
  const told = status === 429 || /rate limit|abuse/i.test(words);
  return told ? { until: now + unsaid } : null;
}
function spentAt(headers, now) {
  const reset = seconds(headers["x-ratelimit-reset"]);
  if (reset === null) return { until: now + unsaid };
  const served = Date.parse(String(headers["date"]));
  const wait = reset * 1e3 - (Number.isNaN(served) ? now : served);
  return { until: now + Math.max(1e3, wait) };
}
function seconds(value) {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

// src/adapters/github/fault-of.ts
var named = "GITHUB_TOKEN";
function faultOf(error, asked, at) {
  if (error instanceof Fault) throw error;
  const { cause, status, response } = error;
  if (typeof status !== "number" || response === void 0) {
    if (cause instanceof Fault) throw cause;
    const failure2 = error instanceof HttpFailure ? error : cause;
    if (failure2 instanceof HttpFailure) return lasting(unreachable(failure2, asked, at));
    return lasting(unreadable(asked, at));
  }
  const headers = response.headers ?? {};
  const limit = limitOf(status, headers, messageOf(response.data), at.now);
  if (limit !== null) return limited(limit.until, asked);
  return lasting(ofStatus(status, messageOf(response.data), asked, at));
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
function unreadable({ doing }, { host }) {
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
function ofStatus(status, message, asked, at) {
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
  const remedy = failure2.certificate ? "Set NODE_EXTRA_CA_CERTS to a file with your company's certificate authority; never turn the check off." : "Check GITHUB_API_URL and the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.";
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
var maxTries = 4;
var maxWait = 6e4;
var passing = /* @__PURE__ */ new Set([408, 500, 502, 503, 504]);
function fetchOver(options) {
  const { http, clock, log, graphqlUrl } = options;
  return async (address, init) => {
    const url = new URL(address);
    const effect = init.method === "GET" || url.href === graphqlUrl.href ? "read" : "write";
    const type = init.headers["content-type"] ?? "application/json; charset=utf-8";
    const request = {
      method: init.method,
      path: `${url.pathname}${url.search}`,
      effect,
      headers: init.headers,
      ...init.body !== void 0 && { body: { type, content: init.body } }
    };
    for (let tries = 1; ; tries += 1) {
      const result = await http.send(request).catch((error) => error);
      const delay = delayAfter(result, effect, tries, clock.now());
      const most = url.href === graphqlUrl.href && tooMuch(result) ? 2 : maxTries;
      if (delay === null || tries >= most) {
        if (isAnswer(result)) return fetchAnswer(address, result);
        throw result;
      }
      const seen = isAnswer(result) ? `status ${String(result.status)}` : "no answer";
      const text = `GitHub did not answer well (${seen}); trying again in ${(delay / 1e3).toFixed(1)} s`;
      if (delay < 5e3) log.debug(text);
      else log.info(text);
      await clock.sleep(delay);
    }
  };
}
function delayAfter(result, effect, tries, now) {
  const backoff = 250 * 2 ** (tries - 1) * (0.5 + Math.random());
  if (!isAnswer(result)) {
    const again = result instanceof HttpFailure && !result.lasting && (effect === "read" || !result.sent);
    return again ? backoff : null;
  }
  const limit = limitOf(result.status, result.headers, result.body.toString("utf8"), now);
  if (limit !== null) {
    const wait = limit.until - now;
    return wait <= maxWait ? Math.max(wait, backoff) : null;
  }
  return effect === "read" && passing.has(result.status) ? backoff : null;
}
function tooMuch(result) {
  return isAnswer(result) && (result.status === 502 || result.status === 504);
}
function isAnswer(result) {
  return typeof result === "object" && result !== null && "status" in result;
}
function fetchAnswer(url, { status, headers, body }) {
  return {
    status,
    url,
    headers: new Map(Object.entries(headers)),
    text: () => Promise.resolve(body.toString("utf8")),
    arrayBuffer: () => Promise.resolve(new Uint8Array(body).buffer)
  };
}

// src/adapters/github/load-octokit.ts
var loading = null;
function loadOctokit() {
  return loading ??= load();
}
async function load() {
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
}

// src/adapters/github/read-graphql.ts
function readGraphql({ data: whole, headers }, asked, at) {
  const { data = null, errors = [] } = isObject(whole) ? whole : {};
  if (!isObject(whole) || !Array.isArray(errors)) return lasting2(unreadable(asked, at));
  for (const error of errors) {
    const { type, message, path } = isObject(error) ? error : {};
    const seen = typeof message === "string" ? message.slice(0, 200) : "no reason given";
    if (type === "RATE_LIMITED") return limited(spentAt(headers, at.now).until, asked);
    if (type === "NOT_FOUND") {
      if (Array.isArray(path) && at.mayMiss(path)) continue;
      return lasting2(notFound(asked, seen));
    }
    if (type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES")
      return lasting2(forbidden(asked, seen));
    return lasting2(new TookTooLong(asked, seen));
  }
  return isObject(data) ? { data } : lasting2(unreadable(asked, at));
}
var lasting2 = (fault) => ({ fault, until: null });
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
    log,
    ...options.proxy && { proxy: options.proxy },
    ...options.timeouts && { timeouts: options.timeouts },
    // How long GitHub wants us to wait is decided below, where its own headers are known.
    maxWait: 0
  });
  const send = fetchOver({ http, clock, log, graphqlUrl });
  let client = null;
  let spent = null;
  async function open() {
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
  }
  async function ask(asked, call) {
    if (spent !== null && clock.now() < spent.until) throw spent.fault;
    const octokit = await (client ??= open());
    try {
      const { status = 200, data, headers } = await call(octokit);
      if (status >= 300) throw ofStatus(status, "", asked, { host: api.host });
      return { data, headers };
    } catch (error) {
      return refuse(faultOf(error, asked, { host: api.host, now: clock.now() }));
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

export {
  limitOf,
  TookTooLong,
  shaped,
  openGitHub
};
