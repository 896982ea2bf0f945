import {
  Fault
} from "./model.error.js";

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

export {
  isLoopback,
  parseBase,
  joinPath
};
