import {
  HttpFailure,
  endUnknownMs,
  failureOf,
  longestPauseMs
} from "./adapters.http.retry-delay.js";
import {
  require_agent,
  require_api_connect,
  require_api_request,
  require_dispatcher,
  require_env_http_proxy_agent
} from "./npm.undici.js";
import {
  isLoopback,
  joinPath,
  parseBase
} from "./adapters.http.pinned-origin.js";
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

// src/adapters/http/exchange.ts
async function exchange(dispatcher, options) {
  let sent = false;
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(new HttpFailure("the answer took too long", { code: "ETIMEDOUT", sent }));
  }, options.timeoutMs);
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
    onResponseStart: (...rest) => handler.onResponseStart?.(...rest),
    onResponseData: (...rest) => handler.onResponseData?.(...rest),
    onResponseEnd: (...rest) => handler.onResponseEnd?.(...rest),
    onResponseError: (...rest) => handler.onResponseError?.(...rest)
  });
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
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
    connect: { timeout: timeouts.connectMs },
    connectTimeout: timeouts.connectMs
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

// src/adapters/http/request-queue.ts
var rounding = 1e3;
function createRequestQueue(clock, pacer, onWait = () => {
}) {
  const waiting = [];
  let latest = 0;
  let wakeAt = Infinity;
  function now() {
    latest = Math.max(latest, clock.now());
    return latest;
  }
  function admit() {
    let next = null;
    for (let place = 0; place < waiting.length; ) {
      const entry = waiting[place];
      if (entry === void 0) break;
      const { request: request2 } = entry;
      const at = pacer.next(now(), request2);
      const tooLong = at !== Infinity && at - now() > longestPauseMs + rounding;
      if (at > now() && !tooLong) {
        if (at < (next?.at ?? Infinity)) next = { at, request: request2 };
        place += 1;
        continue;
      }
      waiting.splice(place, 1);
      if (tooLong) entry.refuse(quotaSpent(at < endUnknownMs ? at : null));
      else entry.start();
    }
    if (next !== null) wake(next.at, next.request);
  }
  function wake(at, request2) {
    if (at >= wakeAt) return;
    wakeAt = at;
    onWait(at - now(), request2);
    void clock.sleep(at - now()).then(() => {
      if (wakeAt !== at) return;
      wakeAt = Infinity;
      latest = Math.max(latest, at);
      admit();
    });
  }
  return {
    /**
     * Waits for its turn. The request's end must be told with the function that is returned. Throws an
     * `HttpFailure` `EQUOTA` where the server takes none for longer than `longestPauseMs`.
     */
    enter(request2) {
      return new Promise((resolve, refuse) => {
        const start = () => {
          const end = pacer.start(now(), request2);
          resolve((answer) => {
            end(now(), answer);
            admit();
          });
        };
        waiting.push({ request: request2, start, refuse });
        admit();
      });
    },
    /** Starts nothing for some milliseconds, because the server refused a request. */
    pause(milliseconds) {
      pacer.pause(now() + milliseconds, now());
    }
  };
}
function quotaSpent(until) {
  const message = "the server takes no more requests for now";
  return new HttpFailure(message, { code: "EQUOTA", sent: false, until });
}

// src/adapters/http/create-http.ts
var defaultTimeouts = { connectMs: 1e4, headersMs: 3e4, bodyMs: 3e4 };
function createHttp(options) {
  const base = parseBase(options.base);
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const dispatcher = openDispatcher(base, options.proxy ?? {}, timeouts);
  const { clock, policy } = options;
  const tell = createTeller(options);
  const queue = createRequestQueue(
    clock,
    policy.pacer,
    (delayMs, request2) => tell(delayMs, null, request2)
  );
  let total = 0;
  let writes = 0;
  async function attempt(call) {
    const leave = await queue.enter(call.request).catch((error) => failureOf(error, false));
    if (leave instanceof HttpFailure) return { result: leave, refusedForMs: null };
    const result = await sendOnce(call).catch((error) => failureOf(error, true));
    const answer = "status" in result ? result : null;
    const refusedForMs = answer && policy.refusedForMs(answer, clock.now(), call.request);
    if (refusedForMs !== null) queue.pause(refusedForMs);
    leave(answer);
    return { result, refusedForMs };
  }
  async function sendOnce({ url, request: request2, effect }) {
    refuseLate(request2, clock.now());
    return exchange(dispatcher, {
      url,
      method: request2.method,
      headers: {
        accept: "application/json",
        "user-agent": options.userAgent,
        ...request2.body === void 0 ? {} : { "content-type": request2.body.type },
        ...request2.headers
      },
      body: request2.body?.content ?? null,
      timeoutMs: timeouts.connectMs + timeouts.headersMs + timeouts.bodyMs,
      maxBytes: options.maxBytes ?? 2e7,
      onSending() {
        refuseLate(request2, clock.now());
        total += 1;
        if (effect === "write") writes += 1;
        options.onRequest?.();
      }
    });
  }
  return {
    base: base.href.replace(/\/+$/, ""),
    async send(request2) {
      const url = joinPath(base, request2.path);
      const effect = request2.effect ?? (request2.method === "GET" ? "read" : "write");
      let tries = 0;
      let refusals = 0;
      let waitedMs = 0;
      for (; ; ) {
        const { result, refusedForMs } = await attempt({ url, request: request2, effect });
        const now = clock.now();
        if (refusedForMs === null) tries += 1;
        else refusals += 1;
        const delayMs = policy.retryDelayMs({
          request: request2,
          effect,
          tries,
          refusals,
          result,
          refusedForMs,
          now,
          random: Math.random()
        });
        const isLast = options.retry === false || delayMs === null || now + delayMs > (request2.notAfter ?? Infinity);
        if (!isLast && now + delayMs > (request2.freshUntil ?? Infinity)) throw stale();
        if (isLast || waitedMs + delayMs > policy.maxWaitMs) {
          if ("status" in result) return result;
          throw result;
        }
        waitedMs += delayMs;
        tell(delayMs, refusedForMs === null ? result : null, request2);
        await clock.sleep(delayMs);
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
  if (now > (request2.notAfter ?? Infinity))
    throw new HttpFailure("the time to send it was over", { code: "ETOOLATE", sent: false });
  if (now > (request2.freshUntil ?? Infinity)) throw stale();
}
function stale() {
  return new HttpFailure("what it rests on became old", { code: "ESTALE", sent: false });
}
function createTeller({ log, clock, policy }) {
  const { server } = policy;
  let toldUntil = 0;
  return (delayMs, failed, request2) => {
    const until = clock.now() + delayMs;
    if (failed === null && until <= toldUntil + 1e3) return;
    if (failed === null) toldUntil = until;
    const seconds = `${(delayMs / 1e3).toFixed(1)} s`;
    const text = failed === null ? `${policy.waitReason?.(request2) ?? `${server} takes no more calls for now`}; waiting ${seconds}` : `${server} did not answer well (${"status" in failed ? `status ${String(failed.status)}` : failed.code}); trying again in ${seconds}`;
    if (delayMs <= 1e3) log?.debug(text);
    else log?.info(text);
  };
}

export {
  createHttp
};
