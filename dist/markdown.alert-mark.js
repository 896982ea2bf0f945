import {
  endOf,
  startOf
} from "./markdown.headings.js";

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
  alertMark
};
