import {
  apiErrorOf,
  parseJson,
  throttleDelayMs
} from "./adapters.stack.api-error.js";
import {
  endUnknownMs,
  longestPauseMs,
  retryAfterMs
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";

// src/adapters/stack/v2/wrapper.ts
var read = /* @__PURE__ */ new WeakMap();
function wrapperOf(answer) {
  const known = read.get(answer);
  if (known !== void 0) return known;
  const wrapper = readWrapper(answer.body);
  read.set(answer, wrapper);
  return wrapper;
}
function readWrapper(body) {
  const value = parseJson(body);
  if (!isObject(value)) return null;
  const { items, has_more: hasMore } = value;
  const number = (name) => Number.isSafeInteger(value[name]) ? value[name] : null;
  return {
    items: Array.isArray(items) ? items : null,
    hasMore: typeof hasMore === "boolean" ? hasMore : null,
    total: number("total"),
    backoff: number("backoff"),
    quotaRemaining: number("quota_remaining"),
    quotaMax: number("quota_max")
  };
}

// src/adapters/stack/throttle/v2-refusal.ts
var backoffMarginMs = 2e3;
function isArticleWrite({ method, path }) {
  return method === "POST" && /\/articles\/(?:add|\d+\/edit)(?:$|\?)/.test(path);
}
function v2RefusedForMs(answer, now, request) {
  const { status, headers, body } = answer;
  const error = apiErrorOf(body);
  const told = retryAfterMs(headers, now);
  const isArticle = isArticleWrite(request);
  if (error?.id === 502) {
    const wait = saidMs(error.message) ?? backoffOf(answer) ?? told;
    const isOfAddress = /\bIP\b/.test(error.message);
    if (isArticle && !isOfAddress && (wait ?? 0) <= longestPauseMs + backoffMarginMs) return 0;
    return wait ?? endUnknownMs;
  }
  if (error) {
    if (request.method !== "POST" || !isTooSoon(error.message)) return null;
    const wait = saidMs(error.message) ?? backoffOf(answer) ?? longestPauseMs;
    return isArticle && wait <= longestPauseMs + backoffMarginMs ? 0 : wait;
  }
  if (status === 429) return throttleDelayMs(headers, now);
  if (status === 403 && !isObject(parseJson(body))) return told ?? endUnknownMs;
  return null;
}
function saidMs(sentence) {
  const [, count, unit] = /(\d{1,9}) (second|minute)s?\b/i.exec(sentence) ?? [];
  if (count === void 0) return null;
  return Number(count) * (unit?.toLowerCase() === "minute" ? 6e4 : 1e3) + backoffMarginMs;
}
function backoffOf(answer) {
  const { backoff } = wrapperOf(answer) ?? { backoff: null };
  return backoff === null || backoff <= 0 ? null : backoff * 1e3 + backoffMarginMs;
}
function isTooSoon(sentence) {
  return /\btoo (?:often|soon|quickly|fast)\b|\btoo many (?:\w+ )?(?:requests|calls|writes|edits|posts|articles|questions|answers)\b|\bonly (?:\w+ )*(?:once|one) \b.*\b(?:minutes?|seconds)\b|\bevery \d+ (?:seconds|minutes?)\b/i.test(
    sentence
  );
}

// src/adapters/stack/throttle/v2-pacer.ts
var mostInSecond = 20;
var mostInFlight = 10;
var secondMs = 1e3;
var usualArticleIntervalMs = 6e4;
function methodOf({ method, path }) {
  return `${method} ${path.replace(/\?.*$/s, "").replace(/\/[\d;]+(?=\/|$)/g, "/{ids}")}`;
}
function v2Pacer(articleIntervalMs = usualArticleIntervalMs) {
  const starts = [];
  const backoffs = /* @__PURE__ */ new Map();
  let inFlight = 0;
  let pausedUntil = 0;
  let articleInFlight = false;
  let nextArticle = 0;
  function forget(now) {
    while (starts[0] !== void 0 && starts[0] + secondMs <= now) starts.shift();
  }
  return {
    next(now, request) {
      forget(now);
      const isArticle = isArticleWrite(request);
      if (inFlight >= mostInFlight || isArticle && articleInFlight) return Infinity;
      const full = starts.length >= mostInSecond ? (starts[0] ?? now) + secondMs : now;
      return Math.max(
        full,
        pausedUntil,
        backoffs.get(methodOf(request)) ?? now,
        isArticle ? nextArticle : now
      );
    },
    start(started, request) {
      const isArticle = isArticleWrite(request);
      inFlight += 1;
      starts.push(started);
      if (isArticle) articleInFlight = true;
      return (now, answer) => {
        inFlight -= 1;
        if (isArticle) {
          articleInFlight = false;
          const isRefused = answer !== null && v2RefusedForMs(answer, now, request) !== null;
          nextArticle = now + Math.max(articleIntervalMs, isRefused ? usualArticleIntervalMs : 0);
        }
        const wrapper = answer && wrapperOf(answer);
        if (!wrapper) return;
        const { backoff } = wrapper;
        if (backoff !== null && backoff > 0)
          backoffs.set(methodOf(request), now + backoff * 1e3 + backoffMarginMs);
        if (isQuotaSpent(wrapper)) pausedUntil = Math.max(pausedUntil, now + endUnknownMs);
      };
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    }
  };
}
function isQuotaSpent({ quotaRemaining, quotaMax }) {
  return quotaRemaining !== null && quotaRemaining <= 0 && quotaMax !== 0;
}

export {
  wrapperOf,
  isArticleWrite,
  v2RefusedForMs,
  usualArticleIntervalMs,
  v2Pacer
};
