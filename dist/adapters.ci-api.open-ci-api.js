import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";
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
  certificateRemedy,
  longestPauseMs,
  maxTries,
  retryAfterMs,
  retryDelayMs
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/ci-api/api-fault.ts
function statusFault({
  status,
  words,
  host
}, { name, token, address }, { doing, needs }) {
  const seen = words === "" ? `status ${status}` : `status ${status}: ${words}`;
  if (status === 401 || status === 203)
    return refusedFault(`Cannot ${doing}: ${name} does not accept the token (${seen}).`, token);
  if (status === 403 || status === 404)
    return refusedFault(`Cannot ${doing}: ${name} denies it to this token (${seen}).`, needs);
  if (status === 429)
    return refusedFault(
      `Cannot ${doing}: ${name} refuses more requests before its limit allows them (${seen}).`,
      "Run it again later."
    );
  if (status >= 500)
    return new Fault("forge", "forge-unreachable", `Cannot ${doing}: ${name} failed (${seen}).`, {
      remedy: "Run it again later.",
      outcome: "unknown"
    });
  if (status >= 300 && status < 400)
    return refusedFault(
      `Cannot ${doing}: ${host} answers with a redirect, which is not followed.`,
      address
    );
  return refusedFault(
    `Cannot ${doing}: ${name} refuses the request (${seen}).`,
    "Report this, with the command that was run."
  );
}
function answerFault(seen, { address }, { doing }) {
  const message = `Cannot ${doing}: ${seen}.`;
  return new Fault("forge", "forge-unreachable", message, { remedy: address });
}
function failureFault(failure, host, { doing }) {
  const message = `Cannot ${doing}: cannot reach ${host} (${failure.code}: ${failure.message}).`;
  const remedy = failure.certificate ? certificateRemedy : "Check the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.";
  return new Fault("forge", "forge-unreachable", message, { remedy, cause: failure });
}
function refusedFault(message, remedy) {
  return new Fault("forge", "forge-refused", message, { remedy });
}

// src/adapters/http/forge-policy.ts
var defaultWaitMs = 6e4;
function forgePolicy(server) {
  return {
    server,
    pacer: inFlightPacer(6),
    refusedForMs: ({ status, headers }, now) => status === 429 ? retryAfterMs(headers, now) ?? defaultWaitMs : null,
    retryDelayMs(attempt) {
      const { tries, refusals, refusedForMs } = attempt;
      if (refusedForMs === null) return retryDelayMs(attempt);
      return tries + refusals < maxTries && refusedForMs <= longestPauseMs ? refusedForMs : null;
    },
    maxWaitMs: (maxTries - 1) * longestPauseMs
  };
}

// src/adapters/ci-api/open-ci-api.ts
var longestAnswer = 16e6;
function bearer(token) {
  return { authorization: `Bearer ${token}` };
}
function openCiApi(api, connection, headers) {
  const policy = forgePolicy(api.name);
  const http = createHttp({ ...connection, policy, maxBytes: longestAnswer });
  const { host } = new URL(http.base);
  const mask = maskSecrets(Object.values(headers).map((value) => value.replace(/^[a-z]+ /i, "")));
  const opened = {
    get: async (asked, path, shape) => opened.read(asked, await opened.ask(asked, { method: "GET", path }), shape),
    async ask(asked, { body, ...request }) {
      const form = body instanceof URLSearchParams;
      const content = form ? body.toString() : body === void 0 ? null : JSON.stringify(body);
      const type = form ? "application/x-www-form-urlencoded" : "application/json";
      try {
        const answer = await http.send({
          ...request,
          headers,
          ...content !== null && { body: { type, content } }
        });
        const { status, headers: told } = answer;
        return { status, headers: told, json: jsonOf(answer.body.toString("utf8")) };
      } catch (error) {
        if (error instanceof HttpFailure) throw failureFault(error, host, asked);
        throw error;
      }
    },
    read(asked, { status, json }, shape) {
      if (status !== 200 && status !== 201)
        throw statusFault({ status, words: mask(wordsOf(json)), host }, api, asked);
      if (json === void 0)
        throw answerFault(
          `expected JSON of ${api.name}'s API from ${host}, got something else`,
          api,
          asked
        );
      try {
        return shape(json);
      } catch (error) {
        if (!(error instanceof Misfit)) throw error;
        const at = error.place === "" ? "" : ` at ${error.place}`;
        const seen = `expected ${error.expected}${at} in ${api.name}'s answer, got ${error.seen}`;
        throw answerFault(seen, api, asked);
      }
    },
    get requests() {
      return http.requests;
    },
    close: () => http.close()
  };
  return opened;
}
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function wordsOf(json) {
  const { message, error, error_description: more } = isObject(json) ? json : {};
  const words = typeof message === "string" ? [message] : [error, more];
  return words.filter((each) => typeof each === "string").join(": ").slice(0, 200);
}

export {
  answerFault,
  bearer,
  openCiApi,
  wordsOf
};
