import {
  retryAfterMs
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";

// src/adapters/stack/site-sentence.ts
var maxLength = 300;
function siteSentence(body, mask) {
  const value = parseJson(body);
  const text = value === void 0 ? plain(body) : spoken(value);
  const line = mask(text).replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).toWellFormed()}…` : line;
}
function plain(body) {
  const text = body.toString("utf8", 0, 1e4).trim();
  return text.startsWith("<") ? "" : text;
}
function spoken(value) {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  const { detail, errors, title, error_message: message } = value;
  if (typeof message === "string" && message !== "") return message;
  if (typeof detail === "string" && detail !== "") return detail;
  if (typeof errors === "object" && errors !== null) {
    const sentences = Object.values(errors).flat().filter((text) => typeof text === "string");
    if (sentences.length > 0) return sentences.join(" ");
  }
  return typeof title === "string" ? title : "";
}
function parseJson(body) {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return void 0;
  }
}

// src/adapters/stack/api-error.ts
var names = {
  400: "bad_parameter",
  401: "access_token_required",
  402: "invalid_access_token",
  403: "access_denied",
  404: "no_method",
  405: "key_required",
  406: "access_token_compromised",
  407: "write_failed",
  409: "duplicate_request",
  500: "internal_error",
  502: "throttle_violation",
  503: "temporarily_unavailable"
};
function apiErrorOf(body) {
  const value = body.length > 0 && body.length < 1e5 ? parseJson(body) : null;
  if (!isObject(value) || !Number.isSafeInteger(value["error_id"])) return null;
  const { error_id: id, error_message: message } = value;
  return { id, message: typeof message === "string" ? message : "" };
}
function errorName({ id }) {
  return `error ${id}${names[id] === void 0 ? "" : `, ${names[id]}`}`;
}

// src/adapters/stack/throttle/read-throttle.ts
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
function throttleDelayMs(headers, now) {
  const told = retryAfterMs(headers, now);
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
function wholeNumber(text) {
  return text !== void 0 && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

export {
  readThrottle,
  throttleDelayMs,
  siteSentence,
  parseJson,
  apiErrorOf,
  errorName
};
