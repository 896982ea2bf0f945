import {
  endOf,
  startOf
} from "./sources.pull-request.read-note.js";

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

// src/markdown/alert-mark.ts
var mark = /\[!(note|tip|important|warning|caution)\](?<blanks>[ \t]*)(?=\r?\n|$)/iy;
function alertMark(text, node) {
  const [first] = node.type === "blockquote" ? node.children : [];
  if (first?.type !== "paragraph") return null;
  mark.lastIndex = startOf(first);
  const found = mark.exec(text);
  if (!found) return null;
  const { 0: whole, 1: kind = "", index, groups } = found;
  const lineEnd = index + whole.length;
  const end = lineEnd - (groups?.["blanks"]?.length ?? 0);
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
  return { start: index, end, lineEnd, name, isAlone: endOf(first) === end };
}

// src/markdown/blank-ranges.ts
function blankRanges(text, ranges) {
  let result = "";
  let at = 0;
  for (const { start, end } of ranges) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    result += text.slice(at, from) + text.slice(from, end).replace(/[^\r\n]/g, " ");
    at = end;
  }
  return result + text.slice(at);
}

export {
  blankRanges,
  alertMark,
  decodeUtf8
};
