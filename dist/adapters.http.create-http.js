import {
  require_agent,
  require_api_connect,
  require_api_request,
  require_dispatcher,
  require_env_http_proxy_agent
} from "./npm.undici.js";
import {
  Fault
} from "./model.error.js";
import {
  __toESM
} from "./esbuild-helpers.js";

// builtin-import:node:util?src/adapters/http/exchange.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one = (name) => all[name];
var $promisify = /* @__PURE__ */ one("promisify");

// src/adapters/http/http-failure.ts
var HttpFailure = class extends Error {
  name = "HttpFailure";
  code;
  sent;
  constructor(message, options) {
    super(message);
    this.code = options.code;
    this.sent = options.sent;
  }
  /** Whether the server's certificate was not accepted. */
  get certificate() {
    return /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH/.test(this.code);
  }
  /** Whether no second try can change it. */
  get lasting() {
    return this.certificate || this.code === "ETOOLARGE" || this.code === "ETOOLATE";
  }
};
function failureOf(error, sent) {
  if (error instanceof HttpFailure) return error;
  const chain = [];
  let next = error;
  while (typeof next === "object" && next !== null && chain.length < 5) {
    const link = next;
    chain.push(link);
    next = link["cause"] ?? (Array.isArray(link["errors"]) ? link["errors"][0] : null);
  }
  const codes = chain.map((link) => link["code"]).filter((code) => typeof code === "string");
  const system = codes.find((code) => !code.startsWith("UND_ERR"));
  const messages = chain.map((link) => link["message"]).filter((text) => typeof text === "string");
  return new HttpFailure((messages.find((text) => text !== "") ?? "unknown error").slice(0, 300), {
    code: system ?? codes[0] ?? "UNKNOWN",
    sent
  });
}

// src/adapters/http/note-start.ts
function noteStart(starting) {
  return (dispatch) => (options, handler) => dispatch(options, {
    onRequestStart(controller, context) {
      handler.onRequestStart?.(controller, context);
      try {
        starting();
      } catch (error) {
        controller.abort(error);
      }
    },
    onResponseStart(...rest) {
      handler.onResponseStart?.(...rest);
    },
    onResponseData(...rest) {
      handler.onResponseData?.(...rest);
    },
    onResponseEnd(...rest) {
      handler.onResponseEnd?.(...rest);
    },
    onResponseError(...rest) {
      handler.onResponseError?.(...rest);
    }
  });
}

// src/adapters/http/exchange.ts
async function exchange(dispatcher, options) {
  let sent = false;
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(new HttpFailure("the answer took too long", { code: "ETIMEDOUT", sent }));
  }, options.deadline);
  const noted = dispatcher.compose(
    noteStart(() => {
      options.onSending();
      sent = true;
    })
  );
  try {
    const answer = await noted.request({
      origin: options.url.origin,
      path: options.url.pathname + options.url.search,
      method: options.method,
      headers: { ...options.headers, "accept-encoding": "gzip, deflate, br" },
      body: options.body,
      signal: deadline.signal
    });
    const headers = flat(answer.headers);
    const raw = await readBounded(answer.body, options.maxBytes);
    const body = await decompress(raw, headers["content-encoding"] ?? "", options.maxBytes);
    return { status: answer.statusCode, headers, body };
  } catch (error) {
    throw failureOf(error, sent);
  } finally {
    clearTimeout(timer);
  }
}
function flat(headers) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(", ") : value ?? ""
    ])
  );
}
async function readBounded(body, maxBytes) {
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
function tooLarge(maxBytes) {
  return new HttpFailure(`the answer is longer than ${String(maxBytes)} bytes`, {
    code: "ETOOLARGE",
    sent: true
  });
}
async function decompress(body, coding, maxBytes) {
  const name = coding.trim().toLowerCase();
  if (body.length === 0 || name === "") return body;
  const { brotliDecompress, gunzip, inflate, inflateRaw } = await import("node:zlib");
  const unpack = { maxOutputLength: maxBytes };
  try {
    switch (name) {
      case "gzip":
      case "x-gzip":
        return await $promisify(gunzip)(body, unpack);
      case "br":
        return await $promisify(brotliDecompress)(body, unpack);
      case "deflate":
        return ((body[0] ?? 0) & 15) === 8 ? await $promisify(inflate)(body, unpack) : await $promisify(inflateRaw)(body, unpack);
      default:
        return body;
    }
  } catch (error) {
    const { code } = error;
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes);
    throw new HttpFailure(`the answer's ${coding} coding is broken`, {
      code: code ?? "Z_DATA_ERROR",
      sent: true
    });
  }
}

// src/adapters/http/pinned-origin.ts
function isLoopback(hostname) {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
function parseBase(base) {
  const url = URL.canParse(base) ? new URL(base) : null;
  const secure = url?.protocol === "https:" || url?.protocol === "http:" && isLoopback(url.hostname);
  if (url === null || !secure || url.username || url.password || url.search || url.hash) {
    const seen = url === null ? "a text that is no address" : `${url.protocol}//${url.host}`;
    throw new Fault("usage", "insecure-url", `Cannot use ${seen} as a server's address.`, {
      remedy: "Give an https:// address without user, query and fragment; http:// is for loopback only."
    });
  }
  return url;
}
function joinPath(base, path) {
  const prefix = base.pathname.replace(/\/+$/, "");
  const joined = `${base.origin}${prefix}${path}`;
  const url = URL.canParse(joined) ? new URL(joined) : null;
  if (url === null || !path.startsWith("/") || url.origin !== base.origin || url.hash !== "" || url.pathname !== `${prefix}${path.replace(/\?.*$/s, "")}`) {
    throw new Fault("internal", "internal", "Cannot make a request: its path is malformed.", {
      remedy: "Report this, with the command that was run."
    });
  }
  return url;
}

// src/adapters/http/undici.ts
var import_api_connect = __toESM(require_api_connect(), 1);
var import_api_request = __toESM(require_api_request(), 1);
var import_agent = __toESM(require_agent(), 1);
var import_dispatcher = __toESM(require_dispatcher(), 1);
var import_env_http_proxy_agent = __toESM(require_env_http_proxy_agent(), 1);
Object.assign(import_dispatcher.default.prototype, { connect: import_api_connect.default, request: import_api_request.default });

// src/adapters/http/open-dispatcher.ts
function openDispatcher(base, proxy, timeouts) {
  const common = {
    // Over HTTP/1.1 it is certain whether a request was sent when its connection fails.
    allowH2: false,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    connect: { timeout: timeouts.connect },
    connectTimeout: timeouts.connect
  };
  const address = proxy.https?.trim() ?? "";
  if (address === "" || isLoopback(base.hostname)) return new import_agent.default(common);
  const url = address.includes("://") ? address : `http://${address}`;
  if (!URL.canParse(url)) {
    throw new Fault("usage", "usage", "Cannot read HTTPS_PROXY: expected an address.", {
      remedy: "Set HTTPS_PROXY to the address of the proxy, as http://proxy.example:8080."
    });
  }
  return new import_env_http_proxy_agent.default({
    ...common,
    // It does not count for the way to the proxy.
    proxyTls: { allowH2: false },
    // An empty text keeps the library from reading HTTP_PROXY itself.
    httpProxy: "",
    httpsProxy: url,
    noProxy: proxy.exclude ?? ""
  });
}

// src/adapters/http/meter.ts
var reserve = 1;
var inFlightUnknown = 10;
var inFlightKnown = 32;
var documentedWindow = 2e3;
function createMeter() {
  let order = 0;
  let inFlight = 0;
  let pausedUntil = 0;
  let burst = null;
  let bucket = null;
  let expected = 0;
  let capacity = 0;
  let mostInFlight = inFlightKnown;
  let growAt = 0;
  let window = documentedWindow;
  const ended = [];
  function forget(now) {
    while (ended[0] !== void 0 && ended[0] + window <= now) {
      ended.shift();
      expected = Math.min(capacity, expected + 1);
    }
  }
  function burstNext(now) {
    if (burst === null) return now;
    if (burst.left - inFlight > reserve) return now;
    const used = inFlight + ended.length;
    if (used < capacity - reserve && expected - inFlight > reserve) return now;
    if (ended[0] !== void 0) return ended[0] + window;
    if (inFlight > 0) return Infinity;
    return Math.max(now, burst.refillAt);
  }
  function bucketNext(now) {
    if (bucket === null || bucket.left - inFlight > reserve) return now;
    return inFlight > 0 ? Infinity : Math.max(now, bucket.refillAt);
  }
  return {
    next(now) {
      forget(now);
      const known = burst !== null || bucket !== null;
      if (inFlight >= Math.min(mostInFlight, known ? inFlightKnown : inFlightUnknown))
        return Infinity;
      return Math.max(now, pausedUntil, burstNext(now), bucketNext(now));
    },
    start() {
      inFlight += 1;
      order += 1;
      return { order };
    },
    end(ticket, now, throttle) {
      forget(now);
      inFlight -= 1;
      order += 1;
      if (mostInFlight < inFlightKnown && now >= growAt) {
        mostInFlight += 1;
        growAt = now + window;
      }
      ended.push(now);
      const seen = throttle?.burst ?? null;
      if (seen !== null) {
        capacity = Math.max(capacity, seen.left + 1);
        if (seen.seconds * 1e3 > documentedWindow)
          window = Math.max(window, (seen.seconds + 1) * 1e3);
        const fresh = burst === null || ticket.order > burst.order;
        expected = fresh ? seen.left : Math.min(expected, seen.left);
      } else {
        expected -= 1;
      }
      burst = leveled(burst, seen, ticket, order, now);
      bucket = leveled(bucket, throttle?.bucket ?? null, ticket, order, now);
    },
    pause(until, now) {
      if (now >= pausedUntil) mostInFlight = Math.max(2, Math.floor(mostInFlight / 2));
      pausedUntil = Math.max(pausedUntil, until);
      growAt = pausedUntil + window;
    }
  };
}
function leveled(level, seen, ticket, order, now) {
  if (seen === null) return level === null ? null : { ...level, left: level.left - 1 };
  if (level !== null && ticket.order <= level.order && seen.left >= level.left) return level;
  return { left: seen.left, order, refillAt: now + (seen.seconds + 1) * 1e3 };
}

// src/adapters/http/pace.ts
function createPace(clock) {
  const meter = createMeter();
  const waiting = [];
  let latest = 0;
  let wakeAt = Infinity;
  function now() {
    latest = Math.max(latest, clock.now());
    return latest;
  }
  function admit() {
    while (waiting.length > 0) {
      const at = meter.next(now());
      if (at > now()) {
        wake(at);
        return;
      }
      waiting.shift()?.();
    }
  }
  function wake(at) {
    if (at >= wakeAt) return;
    wakeAt = at;
    void clock.sleep(Math.min(at - now(), 2 ** 31 - 1)).then(() => {
      if (wakeAt !== at) return;
      wakeAt = Infinity;
      latest = Math.max(latest, at);
      admit();
    });
  }
  return {
    enter() {
      return new Promise((resolve) => {
        waiting.push(() => {
          const ticket = meter.start(now());
          resolve((throttle) => {
            meter.end(ticket, now(), throttle);
            admit();
          });
        });
        admit();
      });
    },
    pause(milliseconds) {
      meter.pause(now() + milliseconds, now());
    }
  };
}

// src/adapters/http/throttle.ts
function readThrottle(headers) {
  return {
    burst: reading(headers, "x-burst-throttle-calls-left", "x-burst-throttle-seconds-until-full"),
    bucket: reading(
      headers,
      "x-token-bucket-calls-left",
      "x-token-bucket-seconds-until-next-refill"
    )
  };
}
function reading(headers, leftName, secondsName) {
  const left = wholeNumber(headers[leftName]);
  if (left === null) return null;
  return { left, seconds: wholeNumber(headers[secondsName]) ?? 1 };
}
function endOf(headers, secondsName) {
  const seconds = wholeNumber(headers[secondsName]);
  return seconds === null ? null : { left: 0, seconds };
}
function throttleDelay(headers, now) {
  const told = retryAfter(headers, now);
  if (told !== null) return told;
  const { burst, bucket } = readThrottle(headers);
  const limits = [
    burst ?? endOf(headers, "x-burst-throttle-seconds-until-full"),
    bucket ?? endOf(headers, "x-token-bucket-seconds-until-next-refill")
  ].filter((limit) => limit !== null);
  const used = limits.filter(({ left }) => left === 0).map(({ seconds: seconds2 }) => seconds2);
  const seconds = used.length > 0 ? Math.max(...used) : Math.min(...limits.map((limit) => limit.seconds));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1e3 : 2e3;
}
function retryAfter(headers, now) {
  const value = headers["retry-after"]?.trim() ?? "";
  const seconds = wholeNumber(value);
  if (seconds !== null) return seconds * 1e3;
  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const served = Date.parse(headers["date"] ?? "");
  return Math.max(0, at - (Number.isNaN(served) ? now : served));
}
function wholeNumber(text) {
  return text !== void 0 && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

// src/adapters/http/retry-delay.ts
var maxTries = 4;
var passing = /* @__PURE__ */ new Set([408, 500, 502, 503, 504]);
function retryDelay(attempt) {
  const { effect, tries, refusals, result, now, random } = attempt;
  if (!(result instanceof HttpFailure) && result.status === 429) {
    const least = refusals < 2 ? 0 : backoff(refusals - 1, random);
    return Math.max(throttleDelay(result.headers, now), least);
  }
  if (tries >= maxTries) return null;
  if (result instanceof HttpFailure) {
    if (result.lasting || effect === "write" && result.sent) return null;
    return backoff(tries, random);
  }
  if (effect === "write" || !passing.has(result.status)) return null;
  return Math.max(retryAfter(result.headers, now) ?? 0, backoff(tries, random));
}
function backoff(tries, random) {
  return Math.min(250 * 2 ** (tries - 1), 3e4) * (0.5 + random);
}

// src/adapters/http/create-http.ts
var defaultTimeouts = { connect: 1e4, headers: 3e4, body: 3e4 };
function createHttp(options) {
  const base = parseBase(options.base);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const dispatcher = openDispatcher(base, options.proxy ?? {}, timeouts);
  const pace = createPace(options.clock);
  const maxWait = options.maxWait ?? 3e5;
  let total = 0;
  let writes = 0;
  async function attempt(url, request2, effect) {
    const leave = await pace.enter();
    let result = null;
    try {
      refuseLate(request2, options.clock.now());
      result = await exchange(dispatcher, {
        url,
        method: request2.method,
        headers: {
          accept: "application/json",
          "user-agent": options.userAgent,
          ...request2.body === void 0 ? {} : { "content-type": request2.body.type },
          ...request2.headers
        },
        body: request2.body?.content ?? null,
        deadline: timeouts.connect + timeouts.headers + timeouts.body,
        maxBytes: options.maxBytes ?? 2e7,
        onSending() {
          refuseLate(request2, options.clock.now());
          total += 1;
          if (effect === "write") writes += 1;
          options.onRequest?.();
        }
      });
      return result;
    } catch (error) {
      return failureOf(error, true);
    } finally {
      if (result?.status === 429) pace.pause(throttleDelay(result.headers, options.clock.now()));
      leave(result === null ? null : readThrottle(result.headers));
    }
  }
  return {
    base: base.href.replace(/\/+$/, ""),
    async send(request2) {
      const url = joinPath(base, request2.path);
      const effect = request2.effect ?? (request2.method === "GET" ? "read" : "write");
      let tries = 0;
      let refusals = 0;
      let waited = 0;
      for (; ; ) {
        const result = await attempt(url, request2, effect);
        const refused = "status" in result && result.status === 429;
        if (refused) refusals += 1;
        else tries += 1;
        const now = options.clock.now();
        const delay = retryDelay({ effect, tries, refusals, result, now, random: Math.random() });
        if (delay === null || waited + delay > maxWait || now + delay > (request2.notAfter ?? Infinity)) {
          if ("status" in result) return result;
          throw result;
        }
        waited += delay;
        tell(options.log, refused, delay, result);
        await options.clock.sleep(delay);
      }
    },
    get requests() {
      return { total, writes };
    },
    async close() {
      await dispatcher.close();
    }
  };
}
function refuseLate(request2, now) {
  if (now <= (request2.notAfter ?? Infinity)) return;
  throw new HttpFailure("the time to send it was over", { code: "ETOOLATE", sent: false });
}
function tell(log, refused, delay, result) {
  const seconds = `${(delay / 1e3).toFixed(1)} s`;
  const seen = "status" in result ? `status ${String(result.status)}` : result.code;
  const text = refused ? `The server takes no more calls for now; waiting ${seconds}` : `The server did not answer well (${seen}); trying again in ${seconds}`;
  if (delay < 5e3) log?.debug(text);
  else log?.info(text);
}

export {
  HttpFailure,
  parseBase,
  throttleDelay,
  createHttp
};
