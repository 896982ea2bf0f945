import {
  v3Policy
} from "./adapters.stack.throttle.v3-policy.js";
import {
  answerToFault,
  failureToFault,
  unexpectedAnswer
} from "./adapters.stack.to-fault.js";
import {
  parseJson,
  siteSentence
} from "./adapters.stack.api-error.js";
import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";
import {
  version
} from "./model.version.js";
import {
  createHttp
} from "./adapters.http.create-http.js";
import {
  HttpFailure
} from "./adapters.http.retry-delay.js";
import {
  isObject
} from "./model.is-object.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/adapters/stack/oauth/addresses.ts
var tokenPath = "/oauth/access_token/json";
function redirectOf(base) {
  return `${base}/oauth/login_success`;
}
function authoriseAddress(base, { clientId, scope }, { state, challenge }) {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectOf(base),
    scope: scope.join(","),
    state,
    code_challenge: challenge,
    code_challenge_method: "S256"
  });
  return `${base}/oauth?${query.toString().replaceAll("%2C", ",")}`;
}

// builtin-import:node:crypto?src/adapters/stack/oauth/proof.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");
var $randomBytes = /* @__PURE__ */ one("randomBytes");

// src/adapters/stack/oauth/proof.ts
function createProof() {
  const verifier = secret();
  const challenge = $createHash("sha256").update(verifier, "ascii").digest("base64url");
  return { state: secret(), verifier, challenge };
}
function secret() {
  return $randomBytes(32).toString("base64url");
}

// src/adapters/stack/oauth/login-fault.ts
var again = "Run `stack-publish login` again";
var flaws = {
  "login-denied": {
    seen: "the site did not grant access",
    remedy: `${again} and allow it in the browser; where you may not, ask an administrator of the site.`
  },
  "login-state": {
    seen: "the address that was pasted is not of this login",
    remedy: `${again}, open the address that it prints, and never paste one that somebody sent you.`
  },
  "login-code-missing": {
    seen: "there is no code in what was pasted, expected the address that the browser ended on, or the code",
    remedy: `${again} and paste the whole address that the browser shows after you allowed it.`
  },
  "login-code-expired": {
    seen: "the site says that the code expired",
    remedy: `${again} and paste the new address at once.`
  },
  "login-code-unknown": {
    seen: "the site does not know the code; each can be used once",
    remedy: `${again} and paste the whole new address.`
  },
  "login-read-only": {
    seen: "the application may not ask for write access, or for another part of the scope",
    remedy: 'Let an administrator of the site set the application to "Read-write", or log in with a smaller `--scope`.'
  },
  "login-no-expiry": {
    seen: "the site does not say when the token ends, and nobody asked for one without an end",
    remedy: "Let an administrator revoke that token; where one without an end is wanted, add `no_expiry` to `--scope`."
  },
  "login-refused": {
    seen: "the site refuses the code or the application",
    remedy: "Check that `--client-id` is that of an application of this site, that its domain is that of destination.url, and that it may log in without a secret (PKCE)."
  }
};
function loginFault(code, { more = "", forTeam = null } = {}) {
  const { seen, remedy } = flaws[code];
  return new Fault("site", code, `Cannot log in: ${seen}${more}.`, { remedy, forTeam });
}
function flawOf(words, writes) {
  if (/verifier|challenge|pkce/i.test(words)) return "login-refused";
  if (/expired/i.test(words)) return "login-code-expired";
  if (writes && isOfScope(words)) return "login-read-only";
  return /\bcode\b|invalid.?grant/i.test(words) ? "login-code-unknown" : "login-refused";
}
function isOfScope(words) {
  return /scope|read.?only|read.?write|write.?access|unauthorized.?client/i.test(words);
}

// src/adapters/stack/oauth/read-pasted.ts
var longest = 8192;
function codeOf(pasted, { state, writes }) {
  const text = unquoted(pasted.slice(0, longest).trim());
  if (!isAddress(text)) return checkedCode(decode(text));
  const values = valuesOf(text);
  const [error] = values("error");
  if (error !== void 0) {
    const said = siteSentence(
      Buffer.from(
        JSON.stringify([error, ...values("error_description").map(unplussed)].join(": "))
      ),
      (words) => words.replaceAll(state, "***")
    );
    const readOnly = writes && isOfScope(said);
    throw loginFault(readOnly ? "login-read-only" : "login-denied", {
      forTeam: `The site says: “${said.replace(/[.\s]+$/, "")}”.`
    });
  }
  const codes = values("code");
  const [code] = codes;
  if (code === void 0 || codes.length > 1) throw loginFault("login-code-missing");
  const states = values("state");
  if (states.length !== 1 || states[0] !== state)
    throw loginFault("login-state", { more: states.length === 0 ? ": it has no `state`" : "" });
  return checkedCode(code);
}
function unquoted(text) {
  return /^(?:".*"|'.*'|<.*>)$/.test(text) ? text.slice(1, -1).trim() : text;
}
function isAddress(text) {
  return isUrl(text) || /(?:^|[?&])(?:code|state|error)=/.test(text);
}
function isUrl(text) {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
function valuesOf(text) {
  const [address = ""] = text.split("#");
  const query = address.slice(address.indexOf("?") + 1);
  const begun = address.includes("?") || isUrl(address) || /(?:^|&)(?:code|error)=/.test(query);
  const parameters = (begun ? query : `code=${query}`).split("&").map((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
  });
  return (name) => parameters.filter(([known]) => known === name).map(([, value = ""]) => decode(value));
}
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function unplussed(text) {
  return text.replaceAll("+", " ");
}
function checkedCode(code) {
  if (/^[\x21-\x7e]{1,4096}$/.test(code)) return code;
  throw loginFault("login-code-missing");
}

// src/adapters/stack/oauth/read-reply.ts
var longestLife = 100 * 366 * 86400;
function readReply(answer, asked, scope) {
  const { status } = answer;
  const isSuccess = status >= 200 && status < 300;
  const reply = parseJson(answer.body);
  if (isSuccess && isObject(reply) && "access_token" in reply)
    return granted(
      reply,
      scope,
      asked.now(),
      (expected) => unexpectedAnswer(answer, asked, expected)
    );
  const refused = isSuccess || status >= 400 && status < 500 && status !== 429;
  const said = refused ? saidIn(answer, asked.mask) : "";
  if (said !== "") {
    const forTeam = `The site says: “${said.replace(/[.\s]+$/, "")}”.`;
    throw loginFault(flawOf(said, scope.includes("write_access")), { forTeam });
  }
  if (status >= 500)
    throw new Fault(
      "site",
      "site-unavailable",
      `Cannot log in: ${asked.host} answered with an error (status ${status}).`,
      { remedy: "Log in again later." }
    );
  if (isSuccess || !refused || status === 404) throw answerToFault(answer, asked);
  throw loginFault("login-refused", { more: ` (status ${status})` });
}
function granted({ access_token: token, expires }, scope, now, unexpected) {
  if (typeof token !== "string" || !/^[\x21-\x7e]{1,4096}$/.test(token))
    throw unexpected("an access token");
  if (expires === void 0 || expires === null) {
    if (scope.includes("no_expiry")) return { token, life: null };
    throw loginFault("login-no-expiry");
  }
  const seconds = typeof expires === "string" && /^\d{1,12}$/.test(expires) ? +expires : expires;
  if (typeof seconds !== "number" || !(seconds > 0 && seconds <= longestLife))
    throw unexpected("the seconds until the token expires");
  const milliseconds = Math.floor(seconds * 1e3);
  return { token, life: { milliseconds, until: now + milliseconds } };
}
function saidIn({ status, body }, mask) {
  const reply = parseJson(body);
  const words = isObject(reply) ? wordsOf(reply) : "";
  if (words !== "") return siteSentence(Buffer.from(JSON.stringify(words)), mask);
  return status < 400 || status === 404 ? "" : siteSentence(body, mask);
}
function wordsOf({ error, ...reply }) {
  const nested = isObject(error) ? [error["type"], error["message"]] : [error];
  return [...nested, reply["error_name"], reply["error_message"], reply["error_description"]].filter((text) => typeof text === "string" && text !== "").join(": ");
}

// src/adapters/stack/oauth/open-sign-in.ts
var maxBytes = 1e5;
function openSignIn({
  site,
  clientId,
  scope,
  ...connection
}) {
  const http = createHttp({ ...connection, base: site, policy: v3Policy(), maxBytes });
  const { base } = http;
  const proof = createProof();
  async function send(code, asked) {
    const form = new URLSearchParams({
      client_id: clientId,
      code,
      redirect_uri: redirectOf(base),
      code_verifier: proof.verifier
    });
    try {
      return await http.send({
        method: "POST",
        path: tokenPath,
        effect: "write",
        body: { type: "application/x-www-form-urlencoded", content: form.toString() }
      });
    } catch (error) {
      if (error instanceof HttpFailure) throw failureToFault(error, asked);
      throw error;
    }
  }
  return {
    address: authoriseAddress(base, { clientId, scope }, proof),
    async redeem(pasted) {
      const writes = scope.includes("write_access");
      const code = codeOf(pasted, { state: proof.state, writes });
      const asked = {
        doing: "log in",
        // Nothing of the site's can be in doubt: who gets no answer logs in again.
        effect: "read",
        host: new URL(base).host,
        now: () => connection.clock.now(),
        mask: maskSecrets([code, proof.verifier, proof.state]),
        tier: "enterprise",
        team: null,
        hasWritten: () => false
      };
      return readReply(await send(code, asked), asked, scope);
    },
    [Symbol.asyncDispose]: () => http.close()
  };
}

// src/wiring/sign-in.ts
function signInAt({ proxy, clock, log }, wish) {
  return openSignIn({ ...wish, proxy, clock, log, userAgent: `stack-publish/${version}` });
}
export {
  signInAt
};
