// src/adapters/http/http-failure.ts
var HttpFailure = class extends Error {
  name = "HttpFailure";
  /** The system's or the library's code: `ENOTFOUND`, `ECONNRESET`, `CERT_HAS_EXPIRED`, … */
  code;
  /** Whether any byte of the request may have reached the server. */
  sent;
  /** With the code `EQUOTA`: until when the server takes no request, by the clock; else, or where it does not tell, null. */
  until;
  constructor(message, {
    code,
    sent,
    until = null
  }) {
    super(message);
    this.code = code;
    this.sent = sent;
    this.until = until;
  }
  /** Whether the server's certificate was not accepted. */
  get certificate() {
    return /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH/.test(this.code);
  }
  /** Whether what answered does not speak TLS as we do. */
  get handshake() {
    return this.code === "EPROTO" || /^ERR_(?:SSL|TLS)_/.test(this.code);
  }
  /** Whether no second try can change it. */
  get lasting() {
    return this.certificate || ["ETOOLARGE", "ETOOLATE", "ESTALE", "EQUOTA"].includes(this.code);
  }
};
var certificateRemedy = "Set NODE_EXTRA_CA_CERTS to a file with your company's certificate authority; never turn the check off.";
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
  const message = messages.find((text) => text.trim() !== "") ?? "unknown error";
  const plain = message.replace(/^[0-9A-F]+:error:[0-9A-F]+:([^:]*):[^:]*:([^:]*):.*$/s, "$1: $2");
  return new HttpFailure(plain.replace(/\s+/g, " ").trim().slice(0, 300), {
    code: system ?? codes[0] ?? "UNKNOWN",
    sent
  });
}

// src/adapters/http/http-policy.ts
var longestPauseMs = 6e4;
var endUnknownMs = 1e15;

// src/adapters/http/retry-delay.ts
var maxTries = 4;
var passing = /* @__PURE__ */ new Set([408, 500, 502, 503, 504]);
function retryDelayMs(attempt) {
  const { effect, tries, result, now, random } = attempt;
  if (tries >= maxTries) return null;
  if (result instanceof HttpFailure) {
    if (result.lasting || effect === "write" && result.sent) return null;
    return backoffMs(tries, random);
  }
  if (effect === "write" || !passing.has(result.status)) return null;
  const asked = retryAfterMs(result.headers, now) ?? 0;
  return asked > longestPauseMs ? null : Math.max(asked, backoffMs(tries, random));
}
function backoffMs(tries, random) {
  return Math.min(250 * 2 ** (tries - 1), 3e4) * (0.5 + random);
}
function retryAfterMs(headers, now) {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1e3;
  const at = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const served = Date.parse(headers["date"] ?? "");
  return Math.max(0, at - (Number.isNaN(served) ? now : served));
}
function timeText(instant) {
  return new Date(Math.min(instant, latest)).toISOString().replace(/\.\d+/, "");
}
var latest = 864e13;

export {
  HttpFailure,
  certificateRemedy,
  failureOf,
  longestPauseMs,
  endUnknownMs,
  maxTries,
  retryDelayMs,
  backoffMs,
  retryAfterMs,
  timeText
};
