// builtin-import:node:buffer?src/sources/docs/decode-utf8.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:buffer");
var one = (name) => all[name];
var $isUtf8 = /* @__PURE__ */ one("isUtf8");

// src/sources/docs/decode-utf8.ts
function decodeUtf8(bytes) {
  if (!$isUtf8(bytes)) {
    return { text: null, line: firstBadLine(bytes), seen: "bytes that are not UTF-8" };
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const nul = text.indexOf("\0");
  if (nul === -1) return { text };
  return { text: null, line: text.slice(0, nul).split("\n").length, seen: "a NUL byte" };
}
function firstBadLine(bytes) {
  let line = 1;
  let start = 0;
  for (; ; ) {
    const feed = bytes.indexOf(10, start);
    if (feed === -1 || !$isUtf8(bytes.subarray(start, feed))) return line;
    start = feed + 1;
    line += 1;
  }
}

export {
  decodeUtf8
};
