// sandbox/exchange/reply.ts
var jsonType = "application/json; charset=utf-8";
var textType = "text/plain; charset=utf-8";
var htmlType = "text/html; charset=utf-8";
function jsonReply(status, value) {
  return { status, type: jsonType, body: JSON.stringify(value) };
}
function textReply(status, text) {
  return { status, type: textType, body: text };
}
function withRetryAfter(headers, seconds) {
  return typeof seconds === "number" ? { ...headers, "Retry-After": String(seconds) } : headers;
}
function send(response, reply, cut = false) {
  if (response.destroyed || response.headersSent) return;
  const body = Buffer.from(reply.body ?? "");
  const empty = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, {
    ...reply.headers,
    ...reply.type === null || reply.body === null ? {} : { "Content-Type": reply.type },
    ...empty ? {} : { "Content-Length": String(body.length) },
    "X-Content-Type-Options": "nosniff"
  });
  if (!cut) response.end(empty ? void 0 : body);
  else response.write(body.subarray(0, body.length >> 1), () => response.destroy());
}

// sandbox/exchange/match-path.ts
function matchPath(pattern, segments, { ignoreCase = false } = {}) {
  if (pattern.length !== segments.length) return null;
  const open = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (part === "*") open.push(segment);
    else if (part !== (ignoreCase ? segment.toLowerCase() : segment)) return null;
  }
  return open;
}

export {
  matchPath,
  jsonType,
  textType,
  htmlType,
  jsonReply,
  textReply,
  withRetryAfter,
  send
};
