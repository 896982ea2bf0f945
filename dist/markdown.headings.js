import {
  decode
} from "./npm.he.js";
import {
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  provenanceText
} from "./model.provenance.js";

// src/model/source-key.ts
function sourceKey(provenance, id) {
  return { base: id === null ? provenance : { kind: "id", name: id }, question: null };
}
function formatSourceKey({ base, question }) {
  const text = base.kind === "id" ? `id/${base.name}` : provenanceText(base);
  return question === null ? text : `${text}#${question}`;
}
function parseSourceKey(text) {
  const [, named = text, question = null] = /^(.+)#([\p{L}\p{M}\p{N}\p{Pc}-]+)$/u.exec(text) ?? [];
  const [, word, number] = /^(pull|merge)\/([1-9]\d{0,14})$/.exec(named) ?? [];
  if (number !== void 0) {
    const kind = word === "pull" ? "pull-request" : "merge-request";
    return { base: { kind, number: Number(number) }, question };
  }
  const [, name] = /^id\/([A-Za-z0-9._-]{1,100})$/.exec(named) ?? [];
  if (name !== void 0) return { base: { kind: "id", name }, question };
  const [, tag] = /^release\/(.+)$/.exec(text) ?? [];
  if (tag !== void 0) return { base: { kind: "release", tag }, question: null };
  return { base: { kind: "file", path: named }, question };
}
var collator = null;
function compareSourceKeys(a, b) {
  collator ??= new Intl.Collator("en", { numeric: true });
  return collator.compare(a, b) || (a === b ? 0 : a < b ? -1 : 1);
}

// src/model/finding.ts
var mostListed = 20;
function listed(found) {
  const next = found[mostListed];
  if (next === void 0) return found;
  const message = `The rule finds ${found.length - mostListed} more here and in what follows, which are not listed.`;
  const rest = { ...next, message, remedy: "Correct those that are listed, and check again." };
  return [...found.slice(0, mostListed), rest];
}

// src/model/visible-text.ts
function visibleText(text) {
  return text.replace(new RegExp("\\p{Default_Ignorable_Code_Point}+", "gu"), "").replace(/[\s\u2800]+/g, " ").replace(new RegExp("\\p{Cc}+", "gu"), "").replace(new RegExp("\\p{M}{30}", "gu"), "$&͏").normalize("NFC").replaceAll("͏", "").trim();
}

// src/markdown/lines.ts
function lineStart(text, offset) {
  return text.slice(0, offset).lastIndexOf("\n") + 1;
}
function lineAfter(text, offset) {
  const newline = text.indexOf("\n", offset);
  return newline === -1 ? text.length : newline + 1;
}
function skipBlankLines(text, offset) {
  const blank = /[ \t]*\r?\n/y;
  let start = offset;
  for (; ; ) {
    blank.lastIndex = start;
    if (!blank.test(text)) return start;
    start = blank.lastIndex;
  }
}
function endBeforeBlankLines(text, offset) {
  const end = text.slice(0, offset).trimEnd().length;
  const newline = text.indexOf("\n", end);
  return end === 0 ? 0 : newline === -1 || newline >= offset ? offset : newline + 1;
}
function trimBlankLines(text) {
  const start = skipBlankLines(text, 0);
  return text.slice(start, endBeforeBlankLines(text, text.length)).replace(/\r?\n$/, "");
}
function linePrefix(text, offset) {
  return text.slice(lineStart(text, offset), offset).replace(/[^\s>]/g, " ");
}

// src/markdown/line-index.ts
function lineIndex(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

// src/markdown/quoted.ts
function quoted(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}

// src/markdown/heading-attributes.ts
var one = String.raw`(?:[#.][\p{L}\p{N}_-][^\s{}"'=]*|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`;
var attributes = new RegExp(
  String.raw`^\{(?:(?::|(?=\s*[#.]|[^{}]*\s[#.]))\s*${one}(?:\s+${one})*\s*|/\*\s*#[\w-]+\s*\*/)\}$`,
  "u"
);
function splitAttributes(title, inline) {
  const cut = { title, inline, attributes: null };
  for (; ; ) {
    const found = lastBraces(cut.inline);
    const seen = lastBraces(cut.title);
    if (found === "" || seen === "") return cut;
    cut.title = cut.title.slice(0, -seen.length).trimEnd();
    cut.inline = cut.inline.slice(0, -found.length).trimEnd();
    cut.attributes = cut.attributes === null ? found : `${found} ${cut.attributes}`;
  }
}
function isAttributes(braces) {
  return attributes.test(braces);
}
function lastBraces(text) {
  const start = text.lastIndexOf("{");
  const found = start === -1 || text[start - 1] === "\\" ? "" : text.slice(start);
  return isAttributes(found) ? found : "";
}

// src/markdown/nodes.ts
function startOf(node) {
  return node.position?.start.offset ?? 0;
}
function endOf(node) {
  return node.position?.end.offset ?? 0;
}
function sliceOf(text, node) {
  return text.slice(startOf(node), endOf(node));
}
function isIndentedCode(text, node) {
  return node.type === "code" && !/^[ \t]*[`~]{3}/.test(sliceOf(text, node));
}
function nodesOf(tree) {
  const found = [];
  const open = [tree];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    found.push(node);
    if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

// src/markdown/plain-text.ts
var elements = new Set(
  "a abbr address b bdi bdo big blockquote br button center cite code del details dfn div dl dt dd em figure font h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd label li link mark math meta nobr ol p picture pre q rp rt ruby s samp script section small source span strike strong style sub summary sup svg table tbody td th thead time tr tt u ul var video wbr".split(
    " "
  )
);
function plainText(node) {
  return onOneLine(textOf(node, (html) => isPlaceholder(html) ? html : ""));
}
function anchorText(node) {
  return onOneLine(textOf(node, () => ""));
}
function isHtmlElement(name) {
  return elements.has(name.toLowerCase());
}
function isPlaceholder(html) {
  const name = /^<([a-z][\w.-]*)(?: [^<>="']*)?>$/i.exec(html)?.[1];
  return name !== void 0 && !isHtmlElement(name);
}
function onOneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}
function textOf(node, html) {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "html") return html(node.value);
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "break") return " ";
  return "children" in node ? node.children.map((child) => textOf(child, html)).join("") : "";
}

// src/markdown/headings.ts
var longestHeading = 1e3;
function headingsOf(text, tree) {
  const found = nodesOf(tree).filter((node) => node.type === "heading");
  const top = new Set(tree.children);
  const emphasized = withEmphasis(text, tree, found);
  const anchorOf2 = headingAnchors();
  return found.map((heading) => {
    const node = emphasized.get(heading) ?? heading;
    const first = heading.children[0];
    const last = heading.children.at(-1);
    return {
      depth: heading.depth,
      ...splitAttributes(
        plainText(node),
        first && last ? text.slice(startOf(first), endOf(last)) : ""
      ),
      ...anchorOf2(anchorText(node)),
      inlineStart: startOf(first ?? heading),
      top: top.has(heading),
      start: startOf(heading),
      end: endOf(heading)
    };
  });
}
function withEmphasis(text, tree, headings) {
  const top = new Set(tree.children);
  const marked = headings.filter((heading) => {
    const slice = sliceOf(text, heading);
    const alone = top.has(heading) || !slice.includes("\n");
    return alone && slice.length <= longestHeading && /[*_]/.test(slice);
  });
  if (marked.length === 0) return /* @__PURE__ */ new Map();
  const parts = [...marked, ...tree.children.filter(({ type }) => type === "definition")];
  const slices = parts.map((node) => sliceOf(text, node));
  const again = parseMarkdown(slices.join("\n\n"), { emphasis: true });
  const parsed = again?.children.filter((node) => node.type === "heading") ?? [];
  if (parsed.length !== marked.length) return /* @__PURE__ */ new Map();
  return new Map(marked.map((heading, index) => [heading, parsed[index] ?? heading]));
}
function anchorOf(title) {
  return title.toLowerCase().replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
}
function headingAnchors() {
  const taken = /* @__PURE__ */ new Map();
  return (title) => {
    const plainAnchor = anchorOf(title);
    let anchor = plainAnchor;
    for (let last = taken.get(plainAnchor); taken.has(anchor); ) {
      last = (last ?? 0) + 1;
      taken.set(plainAnchor, last);
      anchor = `${plainAnchor}-${last}`;
    }
    taken.set(anchor, 0);
    return { anchor, plainAnchor };
  };
}

// src/markdown/html-comments.ts
var htmlComment = /<!(?=--)[^]*?(?:-->|$)/g;
function blankComments(text) {
  return text.replace(htmlComment, ({ length }) => " ".repeat(length));
}
var tags = /<\/?(?!(?:audio|hr|iframe|img|input|object|picture|svg|video)\b)[a-z][^<>]*>/gi;
function isBlankMarkdown(text) {
  if (new RegExp("^[\\s#*_>\\-]*[[\\p{L}\\p{N}]--\\p{Default_Ignorable_Code_Point}]", "v").test(text)) return false;
  if (/^(?: {4}|\t)[ \t]*[<&]/m.test(text)) return false;
  return visibleText(decode(blankComments(text).replace(tags, ""))) === "";
}
function cutComments(text, tree, keep) {
  let result = "";
  let at = 0;
  for (const { start, comment } of commentsIn(text, tree)) {
    if (keep(comment)) continue;
    result += text.slice(at, start);
    at = start + comment.length;
    const line = lineStart(result, result.length);
    const restOfLine = /[ \t]*(?:\r?\n|$)/y;
    restOfLine.lastIndex = at;
    if (result.slice(line).trim() !== "" || !restOfLine.test(text)) continue;
    result = result.slice(0, line);
    at = followsBlankLine(result) ? skipBlankLines(text, restOfLine.lastIndex) : restOfLine.lastIndex;
  }
  return result + text.slice(at);
}
function followsBlankLine(text) {
  const filled = text.trimEnd();
  return filled === "" || text.slice(filled.length).split("\n").length > 2;
}
function commentsIn(text, tree) {
  return nodesOf(tree).filter(({ type }) => type === "html").flatMap(
    (node) => (
      // An unclosed one in a list ends with its item, whose last line's end is no part of it.
      [...sliceOf(text, node).trimEnd().matchAll(htmlComment)].map(({ index, 0: comment }) => ({
        start: startOf(node) + index,
        comment
      }))
    )
  );
}

// src/markdown/fence.ts
function fenceAt(text, offset) {
  const opening = /(`{3,}|~{3,})([^\n]*)(\n|$)/y;
  opening.lastIndex = offset;
  const [line, marks = "", info = ""] = opening.exec(text) ?? [];
  if (line === void 0 || marks.startsWith("`") && info.includes("`")) return null;
  const start = offset + line.length;
  const closing = new RegExp(`(?<=\\n) {0,3}${marks}${marks[0]}*[ \\t]*(?:\\r?\\n|\\r?$)`, "g");
  closing.lastIndex = start;
  const close = closing.exec(text);
  const indent = offset - lineStart(text, offset);
  const lines = text.slice(start, close?.index).replace(/\r?\n$/, "");
  return {
    info: info.trim(),
    text: indent === 0 ? lines : lines.replace(new RegExp(`(?<=^|\\n) {1,${indent}}`, "g"), ""),
    closed: close !== null,
    end: close === null ? text.length : close.index + close[0].length
  };
}

// src/markdown/open-block.ts
var isOpenHtml = /^ {0,3}<(?:!--(?![^]*-->)|\?(?![^]*\?>)|!\[CDATA\[(?![^]*\]\]>)|![a-z](?![^]*>)|(?:script|pre|style|textarea)(?=[\s>])(?![^]*<\/(?:script|pre|style|textarea)>))/i;
function startOfOpenBlock(text, { children }) {
  const last = children.at(-1);
  const isOpen = last?.type === "code" ? fenceAt(text, startOf(last))?.closed === false : last?.type === "html" && isOpenHtml.test(last.value);
  return last && isOpen ? lineStart(text, startOf(last)) : Infinity;
}
function endOfOpenBlock(text, tree) {
  const start = startOfOpenBlock(text, tree);
  const [, fence, html] = /^ {0,3}(?:(`{3,}|~{3,})|<(!--|\?|!\[CDATA\[|!|[a-z]+))/i.exec(text.slice(start)) ?? [];
  return fence ?? (html && (htmlEnds[html] ?? `</${html}>`)) ?? "";
}
var htmlEnds = {
  "!--": "-->",
  "?": "?>",
  "![CDATA[": "]]>",
  "!": ">"
};

export {
  sourceKey,
  formatSourceKey,
  parseSourceKey,
  compareSourceKeys,
  listed,
  visibleText,
  lineStart,
  lineAfter,
  skipBlankLines,
  endBeforeBlankLines,
  trimBlankLines,
  linePrefix,
  startOf,
  endOf,
  sliceOf,
  isIndentedCode,
  nodesOf,
  blankComments,
  isBlankMarkdown,
  cutComments,
  commentsIn,
  lineIndex,
  quoted,
  splitAttributes,
  isAttributes,
  plainText,
  isHtmlElement,
  fenceAt,
  startOfOpenBlock,
  endOfOpenBlock,
  headingsOf,
  withEmphasis,
  anchorOf
};
