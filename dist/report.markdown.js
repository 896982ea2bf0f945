import {
  actingWords
} from "./rendering.acting-words.js";

// src/report/markdown.ts
var aroundBlocks = 240;
function sizeOf(text) {
  return Buffer.byteLength(text) + 1;
}
function inTag(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function inLine(text) {
  const parts = text.trim().split(/(`[^`]+`)/);
  const written = parts.flatMap(
    (part, index) => index % 2 === 1 ? part : actingWords(part).map(pieceInLine)
  );
  const line = written.reduce((before, next) => {
    const isMarked = before.endsWith("`") && next.startsWith("`");
    return `${before}${isMarked ? " " : ""}${next}`;
  }, "");
  return line.replace(/^[-+=]/, String.raw`\$&`).replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}
function pieceInLine({ text, acts }) {
  return acts ? codeSpan(text) : text.replaceAll(/[\\`*_[\]<>#|~&$]/g, String.raw`\$&`);
}
function textInTag(text) {
  return actingWords(text).map(({ text: piece, acts }) => acts ? `<code>${inTag(piece)}</code>` : inTag(piece)).join("");
}
function inCell(text) {
  const sign = /[!-/:-@[-`{-~]/g;
  return actingWords(text).map(
    ({ text: piece, acts }) => acts ? codeInCell(piece) : piece.replaceAll(sign, (char) => `&#${char.charCodeAt(0)};`)
  ).join("");
}
function codeInCell(text) {
  return text.split("|").map((piece) => piece === "" ? "" : codeSpan(piece)).join("&#124;");
}
function linked(markdown, address) {
  const target = address === null ? null : linkTarget(address);
  return target === null ? markdown : `[${markdown}](${target})`;
}
var longestFence = 50;
var endsAny = new RegExp(`^( {0,3})\`(?=\`{${longestFence - 1},}[ \\t]*$)`);
function blocks(lines, safe) {
  const runs = [];
  for (const { text, quoted = false } of lines) {
    if (runs.at(-1)?.quoted !== quoted) runs.push({ quoted, texts: [] });
    runs.at(-1)?.texts.push(safe(text));
  }
  return runs.flatMap(({ quoted, texts }) => {
    const fence = "`".repeat(Math.min(longestRun(texts.join("\n"), 2) + 1, longestFence));
    const lines2 = texts.map((text) => text.replace(endsAny, String.raw`$1\u{60}`));
    return [`${fence}${quoted ? "diff" : "text"}`, ...lines2, fence];
  });
}
function codeSpan(text) {
  const marks = "`".repeat(longestRun(text, 0) + 1);
  return `${marks} ${text} ${marks}`;
}
function longestRun(text, least) {
  return text.matchAll(/`+/g).reduce((longest, [run]) => Math.max(longest, run.length), least);
}
function linkTarget(address) {
  const url = URL.parse(address);
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return null;
  return url.href.replace(
    /[()<>[\]\\\s]/g,
    (char) => encodeURIComponent(char).replace("(", "%28").replace(")", "%29")
  );
}

export {
  aroundBlocks,
  sizeOf,
  inTag,
  inLine,
  textInTag,
  inCell,
  codeInCell,
  linked,
  blocks,
  codeSpan,
  linkTarget
};
