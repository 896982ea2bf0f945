import {
  longestMarkdown,
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  editorsSchema,
  oneOf,
  schemaProblems,
  text
} from "./yaml.editors-schema.js";
import {
  _enum,
  _regex,
  _trim,
  array,
  nullish,
  object,
  pipe,
  safeParse,
  strictObject,
  string,
  transform,
  union
} from "./npm.zod.js";
import {
  readYaml
} from "./yaml.yaml-file.js";
import {
  articleTypes
} from "./model.draft.js";
import {
  memoize
} from "./model.memoize.js";
import {
  isObject
} from "./model.is-object.js";

// src/model/source-key.ts
function sourceKey(provenance, id) {
  return { base: id === null ? provenance : { kind: "id", name: id }, question: null };
}
function formatSourceKey({ base, question }) {
  const text2 = base.kind === "id" ? `id/${base.name}` : provenanceText(base);
  return question === null ? text2 : `${text2}#${question}`;
}
function parseSourceKey(text2) {
  const [, named = text2, question = null] = /^(.+)#([\p{L}\p{M}\p{N}\p{Pc}-]+)$/u.exec(text2) ?? [];
  const [, number2] = /^pull\/([1-9]\d{0,14})$/.exec(named) ?? [];
  if (number2 !== void 0)
    return { base: { kind: "pull-request", number: Number(number2) }, question };
  const [, name] = /^id\/([A-Za-z0-9._-]{1,100})$/.exec(named) ?? [];
  if (name !== void 0) return { base: { kind: "id", name }, question };
  const [, tag] = /^release\/(.+)$/.exec(text2) ?? [];
  if (tag !== void 0) return { base: { kind: "release", tag }, question: null };
  return { base: { kind: "file", path: named }, question };
}
var collator = null;
function compareSourceKeys(a, b) {
  collator ??= new Intl.Collator("en", { numeric: true });
  return collator.compare(a, b) || (a === b ? 0 : a < b ? -1 : 1);
}

// src/markdown/quoted.ts
function quoted(text2) {
  return JSON.stringify(text2.length > 60 ? `${text2.slice(0, 57)}…` : text2);
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

// src/sources/reading.ts
function attributesCut({
  attributes: attributes2,
  start
}) {
  if (attributes2 === null) return [];
  return [
    {
      rule: "heading-attributes",
      severity: "warning",
      offset: start,
      message: `The heading ends in ${quoted(attributes2)}, which is no part of the title.`,
      remedy: "Remove it, or write it as code if readers shall see it."
    }
  ];
}
function unclosedHtml({ name, start }) {
  return {
    rule: "unclosed-html",
    offset: start,
    message: `Nothing closes the element \`<${name}>\`, expected \`</${name}>\` in the same text.`,
    remedy: "Close the element before the next heading, or remove its tag."
  };
}
function findingsOf(problems, source, provenance, placeOf) {
  const named = problems.map((problem) => ({ ...problem, source: problem.source ?? source }));
  const groups = Map.groupBy(named, (problem) => `${problem.rule} ${problem.source}`);
  const shown = [...groups.values()].flatMap(listed);
  return shown.map(({ offset, ...problem }) => ({
    severity: "error",
    ...problem,
    provenance,
    place: placeOf(offset)
  }));
}

// src/markdown/lines.ts
function lineStart(text2, offset) {
  return text2.slice(0, offset).lastIndexOf("\n") + 1;
}
function lineAfter(text2, offset) {
  const newline = text2.indexOf("\n", offset);
  return newline === -1 ? text2.length : newline + 1;
}
function skipBlankLines(text2, offset) {
  const blank2 = /[ \t]*\r?\n/y;
  let start = offset;
  for (; ; ) {
    blank2.lastIndex = start;
    if (!blank2.test(text2)) return start;
    start = blank2.lastIndex;
  }
}
function endBeforeBlankLines(text2, offset) {
  const end = text2.slice(0, offset).trimEnd().length;
  const newline = text2.indexOf("\n", end);
  return end === 0 ? 0 : newline === -1 || newline >= offset ? offset : newline + 1;
}
function trimBlankLines(text2) {
  const start = skipBlankLines(text2, 0);
  return text2.slice(start, endBeforeBlankLines(text2, text2.length)).replace(/\r?\n$/, "");
}
function linePrefix(text2, offset) {
  return text2.slice(lineStart(text2, offset), offset).replace(/[^\s>]/g, " ");
}

// src/markdown/cut-heading.ts
function cutHeading(text2, heading) {
  const next = skipBlankLines(text2, lineAfter(text2, heading.end));
  const before = text2.slice(0, endBeforeBlankLines(text2, lineStart(text2, heading.start)));
  const after = text2.slice(next);
  if (before === "") return { text: after, dropped: next, cut: null };
  if (after.trim() === "") return { text: before, dropped: 0, cut: null };
  const gap = before.endsWith("\r\n") ? "\r\n" : "\n";
  const lines = countLines(before) + 1;
  return {
    text: before + gap + after,
    dropped: 0,
    cut: { after: lines, lines: countLines(text2.slice(0, next)) - lines }
  };
}
function countLines(text2) {
  return text2.split("\n").length - 1;
}

// src/markdown/front-matter.ts
var opening = /^\uFEFF?---[ \t]*(|[A-Za-z][^\n]*?)[ \t]*\r?\n/;
function findFrontMatter(text2) {
  const open = opening.exec(text2);
  if (open === null) return null;
  const label = open[1] ?? "";
  const start = open[0].length;
  const closing2 = /(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  closing2.lastIndex = start;
  const close = closing2.exec(text2);
  if (close === null) return { kind: "unclosed", label, start, end: text2.length, after: 0 };
  return {
    kind: label === "" ? "yaml" : "foreign",
    label,
    start,
    end: close.index,
    after: close.index + close[0].length
  };
}

// src/markdown/heading-attributes.ts
var one = String.raw`(?:[#.][\p{L}\p{N}_-][^\s{}"'=]*|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`;
var attributes = new RegExp(
  String.raw`^\{(?:(?::|(?=\s*[#.]|[^{}]*\s[#.]))\s*${one}(?:\s+${one})*\s*|/\*\s*#[\w-]+\s*\*/)\}$`,
  "u"
);
function splitAttributes(title2, inline) {
  const cut = { title: title2, inline, attributes: null };
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
function lastBraces(text2) {
  const start = text2.lastIndexOf("{");
  const found = start === -1 || text2[start - 1] === "\\" ? "" : text2.slice(start);
  return isAttributes(found) ? found : "";
}

// src/markdown/nodes.ts
function startOf(node) {
  return node.position?.start.offset ?? 0;
}
function endOf(node) {
  return node.position?.end.offset ?? 0;
}
function sliceOf(text2, node) {
  return text2.slice(startOf(node), endOf(node));
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
function onOneLine(text2) {
  return text2.replace(/\s+/g, " ").trim();
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
function headingsOf(text2, tree) {
  const found = nodesOf(tree).filter((node) => node.type === "heading");
  const top = new Set(tree.children);
  const emphasized = withEmphasis(text2, tree, found);
  const anchorOf2 = headingAnchors();
  return found.map((heading) => {
    const node = emphasized.get(heading) ?? heading;
    const first = heading.children[0];
    const last = heading.children.at(-1);
    return {
      depth: heading.depth,
      ...splitAttributes(
        plainText(node),
        first && last ? text2.slice(startOf(first), endOf(last)) : ""
      ),
      ...anchorOf2(anchorText(node)),
      inlineStart: startOf(first ?? heading),
      top: top.has(heading),
      start: startOf(heading),
      end: endOf(heading)
    };
  });
}
function withEmphasis(text2, tree, headings) {
  const top = new Set(tree.children);
  const marked = headings.filter((heading) => {
    const slice = sliceOf(text2, heading);
    const alone = top.has(heading) || !slice.includes("\n");
    return alone && slice.length <= longestHeading && /[*_]/.test(slice);
  });
  if (marked.length === 0) return /* @__PURE__ */ new Map();
  const parts = [...marked, ...tree.children.filter(({ type }) => type === "definition")];
  const slices = parts.map((node) => sliceOf(text2, node));
  const again = parseMarkdown(slices.join("\n\n"), { emphasis: true });
  const parsed = again?.children.filter((node) => node.type === "heading") ?? [];
  if (parsed.length !== marked.length) return /* @__PURE__ */ new Map();
  return new Map(marked.map((heading, index) => [heading, parsed[index] ?? heading]));
}
function anchorOf(title2) {
  return title2.toLowerCase().replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
}
function headingAnchors() {
  const taken = /* @__PURE__ */ new Map();
  return (title2) => {
    const plainAnchor = anchorOf(title2);
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

// src/markdown/html-elements.ts
var names = (text2) => new Set(text2.split(" "));
var empty = names("area base br col embed hr img input link meta param source track wbr");
var raw = names("iframe noembed noframes script style textarea title xmp");
var separate = names("a dd dt li option p td th tr");
var blocks = names(
  "article aside blockquote center details dialog div dl fieldset figure footer form header main menu nav ol pre section summary table ul"
);
var token = /<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][^\s/>"'<]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
function htmlOf(text2, tree) {
  const all = [];
  const opened = [];
  const byName = /* @__PURE__ */ new Map();
  const strays = [];
  const cutOff = /* @__PURE__ */ new Set();
  const closeFrom = (height, end) => {
    for (const element of opened.splice(height).toReversed()) {
      if (element.end !== 0) continue;
      element.end = end;
      byName.get(element.name)?.pop();
    }
  };
  for (const block of tree.children) {
    let height = opened.length;
    for (const { name, isEnd, start, end } of tagsOf(text2, block)) {
      const same = byName.get(name) ?? [];
      const last = same.at(-1);
      if (!isEnd) {
        if (last && separate.has(name) && last === opened.at(-1))
          closeFrom(opened.length - 1, last.start);
        const element = { name, start, end: 0 };
        all.push(element);
        opened.push(element);
        same.push(element);
        byName.set(name, same);
      } else if (last && (blocks.has(name) || separate.has(name))) {
        closeFrom(opened.lastIndexOf(last), end);
        height = Math.min(height, opened.length);
      } else if (last) {
        last.end = end;
        same.pop();
      } else if (blocks.has(name) && !cutOff.delete(name)) strays.push({ name, start, end });
    }
    if (containers.has(block.type)) {
      for (const { name, end } of opened.slice(height)) if (end === 0) cutOff.add(name);
      closeFrom(height, endOf(block));
    }
  }
  for (const [name, left] of byName)
    if (blocks.has(name)) for (const element of left) element.end = Infinity;
  return { elements: joined(all), strays };
}
var containers = /* @__PURE__ */ new Set(["blockquote", "footnoteDefinition", "list", "table"]);
function joined(elements2) {
  const outer = [];
  for (const element of elements2) {
    const last = outer.at(-1);
    if (element.end <= element.start) continue;
    if (!last || element.start >= last.end) outer.push(element);
    else last.end = Math.max(last.end, element.end);
  }
  return outer;
}
function tagsOf(text2, block) {
  const tags3 = [];
  for (const node of nodesOf(block)) {
    if (node.type !== "html") continue;
    let within = null;
    for (const found of sliceOf(text2, node).matchAll(token)) {
      const [tag, slash, written = ""] = found;
      const name = written.toLowerCase();
      const isEnd = slash === "/";
      if (within !== null && !(isEnd && name === within)) continue;
      within = raw.has(name) && !isEnd ? name : null;
      const isNone2 = name === "" || empty.has(name) || raw.has(name);
      if (isNone2 || !isEnd && tag.endsWith("/>")) continue;
      const start = startOf(node) + found.index;
      tags3.push({ name, isEnd, start, end: start + tag.length });
    }
  }
  return tags3;
}

// src/markdown/labels.ts
function labelsOf(text2, tree) {
  const loose = looseNodes(text2, tree);
  const defined = [];
  const references = [];
  const owners = [];
  for (const node of nodesOf(tree)) {
    const start = startOf(node);
    while ((owners.at(-1)?.end ?? Infinity) <= start) owners.pop();
    if (node.type === "definition" || node.type === "footnoteDefinition") {
      const isFootnote = node.type === "footnoteDefinition";
      const name = nameOf(node.identifier, isFootnote);
      const owner = owners.at(-1) ?? null;
      const each = { name, isFootnote, start, end: endOf(node), owner, isLoose: loose.has(node) };
      defined.push(each);
      if (isFootnote) owners.push(each);
    } else if (node.type === "linkReference" || node.type === "imageReference" || node.type === "footnoteReference") {
      const name = nameOf(node.identifier, node.type === "footnoteReference");
      references.push({ name, start, isInFootnote: owners.length > 0 });
    }
  }
  return { defined, references };
}
function definitionText(text2, { start, end }) {
  const marks = text2.slice(lineStart(text2, start), start);
  const [first = "", ...lines] = text2.slice(start, end).split("\n");
  return [first, ...lines.map((line) => withoutMarks(line, marks))].join("\n").trimEnd();
}
function withoutMarks(line, marks) {
  let at = 0;
  for (const mark of marks)
    if (mark === ">") {
      const [quote] = /^ {0,3}>/.exec(line.slice(at, at + 4)) ?? [];
      at += quote?.length ?? 0;
    } else if (line[at] === " ") at += 1;
  return line.slice(at);
}
function nameOf(identifier, isFootnote) {
  return isFootnote ? `^${identifier}` : identifier;
}
var growing = /* @__PURE__ */ new Set(["list", "code", "footnoteDefinition"]);
function looseNodes(text2, { children }) {
  const loose = /* @__PURE__ */ new Set();
  let before;
  let waiting = [];
  for (const node of children) {
    const last = waiting.at(-1);
    if (node.type === "definition" || node.type === "footnoteDefinition") waiting.push(node);
    else {
      const isBelow = node.type === "paragraph" && node.position?.start.line === lineBelow(last);
      const from = lineStart(text2, startOf(node));
      if (isBelow && !new RegExp("^ {0,3}\\p{L}", "u").test(text2.slice(from, from + 5))) waiting.pop();
      const isOpen = [before, ...waiting].some((each) => each && growing.has(each.type));
      const grows = isOpen && (node.type === "list" || node.type === "code");
      if (!grows) for (const each of waiting) loose.add(each);
      waiting = [];
      before = node;
    }
  }
  for (const each of waiting) loose.add(each);
  return loose;
}
function lineBelow(node) {
  return node?.position ? node.position.end.line + 1 : null;
}

// src/markdown/line-index.ts
function lineIndex(text2) {
  const starts = [0];
  for (let at = text2.indexOf("\n"); at !== -1; at = text2.indexOf("\n", at + 1)) starts.push(at + 1);
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

// src/markdown/fence.ts
function fenceAt(text2, offset) {
  const opening4 = /(`{3,}|~{3,})([^\n]*)(\n|$)/y;
  opening4.lastIndex = offset;
  const [line, marks = "", info = ""] = opening4.exec(text2) ?? [];
  if (line === void 0 || marks.startsWith("`") && info.includes("`")) return null;
  const start = offset + line.length;
  const closing2 = new RegExp(`(?<=\\n) {0,3}${marks}${marks[0]}*[ \\t]*(?:\\r?\\n|\\r?$)`, "g");
  closing2.lastIndex = start;
  const close = closing2.exec(text2);
  const indent = offset - lineStart(text2, offset);
  const lines = text2.slice(start, close?.index).replace(/\r?\n$/, "");
  return {
    info: info.trim(),
    text: indent === 0 ? lines : lines.replace(new RegExp(`(?<=^|\\n) {1,${indent}}`, "g"), ""),
    closed: close !== null,
    end: close === null ? text2.length : close.index + close[0].length
  };
}

// src/markdown/open-block.ts
var isOpenHtml = /^ {0,3}<(?:!--(?![^]*-->)|\?(?![^]*\?>)|!\[CDATA\[(?![^]*\]\]>)|![a-z](?![^]*>)|(?:script|pre|style|textarea)(?=[\s>])(?![^]*<\/(?:script|pre|style|textarea)>))/i;
function startOfOpenBlock(text2, { children }) {
  const last = children.at(-1);
  const isOpen = last?.type === "code" ? fenceAt(text2, startOf(last))?.closed === false : last?.type === "html" && isOpenHtml.test(last.value);
  return last && isOpen ? lineStart(text2, startOf(last)) : Infinity;
}

// src/markdown/text-cutter.ts
function textCutter(text2, tree) {
  const { defined, references } = labelsOf(text2, tree);
  const firsts = new Map(defined.toReversed().map((each) => [each.name, each]));
  const openFrom = startOfOpenBlock(text2, tree);
  const lineOf = memoize(() => lineIndex(text2));
  const eol = text2.includes("\r\n") ? "\r\n" : "\n";
  let given = 0;
  return (from, end) => {
    const start = Math.min(skipBlankLines(text2, from), end);
    const used = usedIn(start, end, references, firsts);
    const { dropped, missing, clash } = balance(text2, between(defined, start, end), used);
    given += missing.reduce((sum, each) => sum + each.end - each.start, 0);
    if (given > 4 * longestMarkdown) return null;
    const limit = missing.length === 0 ? end : clash ? start : Math.max(start, Math.min(openFrom, end));
    const pieces = trimmed(around(text2, dropped, start, limit, eol));
    for (const [index, each] of missing.entries()) {
      const apart2 = index === 0 || each.isFootnote || missing[index - 1]?.isFootnote;
      const last = pieces.at(-1)?.text;
      if (last !== void 0)
        pieces.push({ text: (last.endsWith("\n") ? "" : eol) + (apart2 ? eol : ""), at: null });
      pieces.push({ text: definitionText(text2, each) + eol, at: each.start });
    }
    if (limit < end)
      pieces.push({ text: eol, at: null }, ...trimmed(around(text2, dropped, limit, end, eol)));
    return joined2(pieces, start, (offset) => lineOf()(offset).line);
  };
}
function withLabelsOf(whole, part) {
  if (!part.includes("[") || !whole.includes("]:")) return part;
  const tree = parseMarkdown(whole);
  const defined = tree ? labelsOf(whole, tree).defined.filter(({ owner }) => owner === null) : [];
  if (defined.length === 0) return part;
  const all = defined.map((each) => definitionText(whole, each)).join("\n\n");
  const before = `${all}

<!-- -->

`;
  const text2 = before + part;
  const both = parseMarkdown(text2);
  return (both && textCutter(text2, both)(before.length, text2.length)?.text) ?? part;
}
function between(list, start, end) {
  const firstFrom = (offset) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return list.slice(firstFrom(start), firstFrom(end));
}
function usedIn(start, end, references, firsts) {
  const used = /* @__PURE__ */ new Set();
  for (const { name, isInFootnote } of between(references, start, end)) {
    const found = isInFootnote ? void 0 : firsts.get(name);
    if (found) used.add(found);
  }
  for (const each of used)
    for (const { name } of each.isFootnote ? between(references, each.start, each.end) : []) {
      const found = firsts.get(name);
      if (found) used.add(found);
    }
  return used;
}
function balance(text2, own, used) {
  const outer = own.filter(({ owner }) => owner === null);
  const kept = new Set(outer.filter((each) => !each.isLoose || used.has(each)));
  const isThere = ({ owner }) => owner !== null && (used.has(owner) || kept.has(owner));
  const namesakes = new Map(outer.toReversed().map((each) => [each.name, each]));
  const missing = [...used].filter((each) => {
    if (kept.has(each) || isThere(each)) return false;
    const other = namesakes.get(each.name);
    if (!other || definitionText(text2, other) !== definitionText(text2, each)) return true;
    kept.add(other);
    return false;
  });
  const lacking = new Set(missing.map(({ name }) => name));
  return {
    clash: outer.some(({ name, isLoose }) => !isLoose && lacking.has(name)),
    dropped: outer.filter((each) => !kept.has(each)),
    missing: missing.toSorted((a, b) => a.start - b.start)
  };
}
function around(text2, dropped, start, end, eol) {
  const pieces = [];
  let at = start;
  let isAfterBlank = true;
  for (const each of between(dropped, start, end)) {
    const line = lineStart(text2, each.start);
    if (line > at) {
      pieces.push({ text: text2.slice(at, line), at });
      isAfterBlank = text2.slice(lineStart(text2, line - 1), line).trim() === "";
    }
    const next = lineAfter(text2, each.end);
    at = skipBlankLines(text2, next);
    if (!isAfterBlank && at < end) {
      pieces.push({ text: eol, at: null });
      isAfterBlank = true;
    }
  }
  if (at < end) pieces.push({ text: text2.slice(at, end), at });
  return pieces;
}
function trimmed(pieces) {
  for (let last = pieces.pop(); last; last = pieces.pop()) {
    const text2 = last.text.slice(0, endBeforeBlankLines(last.text, last.text.length));
    if (text2 !== "") return [...pieces, { ...last, text: text2 }];
  }
  return [];
}
function joined2(pieces, start, lineOf) {
  const [first] = pieces;
  if (!first || pieces.length === 1)
    return { text: first?.text ?? "", offset: first?.at ?? start, cuts: [] };
  const offset = first.at ?? start;
  const cuts = [];
  let lines = 0;
  for (const { text: text2, at } of pieces) {
    const moved = at === null ? 0 : lineOf(at) - lineOf(offset) - lines;
    if (at !== null && moved !== (cuts.at(-1)?.lines ?? 0))
      cuts.push({ after: lines, lines: moved });
    for (let end = text2.indexOf("\n"); end !== -1; end = text2.indexOf("\n", end + 1)) lines += 1;
  }
  return { text: pieces.map(({ text: text2 }) => text2).join(""), offset, cuts };
}

// src/sources/front-matter/draft-marks.ts
var yes = /^(?:true|yes|on)$/i;
var no = /^(?:false|no|off)$/i;
var days = ["date", "publishDate", "publishdate"];
var switches = { draft: yes, Draft: yes, unlisted: yes, published: no, publish: no };
var draftKeys = [...Object.keys(switches), ...days];
function draftMarks(map, now, offsetOf) {
  const textOf3 = (key) => {
    const value = map[key];
    return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
  };
  const isLater = (key) => {
    const [day] = /^\d{4}-\d\d-\d\d(?!\d)/.exec(textOf3(key)) ?? [];
    return day !== void 0 && Date.parse(day) > now;
  };
  return [
    ...Object.entries(switches).flatMap(([key, value]) => value.test(textOf3(key)) ? [key] : []),
    ...days.filter(isLater)
  ].map((key) => ({
    rule: "marked-as-draft",
    severity: "warning",
    offset: offsetOf(key),
    message: `\`${key}\` is ${quoted(textOf3(key))}, which other tools take for a draft; it is published all the same.`,
    remedy: `Remove the mark \`stack\` until the text is ready, or correct \`${key}\`.`
  }));
}

// src/sources/front-matter/front-matter-schema.ts
var number = (expected, pattern) => pipe(text(expected, pattern), transform(Number));
var plainLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]*$/u;
var title = string("a text (in quotes if need be)").check(_trim(), _regex(plainLine, "one line without control characters"));
var tags = pipe(
  array(
    string("a tag as text (in quotes if need be)"),
    "a list of tags, such as [tls, security]"
  ),
  transform((tags3) => [...new Set(tags3)])
);
var pinnedId = text(
  "up to 100 letters, digits, `.`, `_` or `-`",
  /^[A-Za-z0-9._-]{1,100}$/
);
var level = number("the level of the question headings, from 1 to 6", /^[1-6]$/);
var editors = editorsSchema((expected) => number(expected, /^[1-9]\d{0,14}$/));
function schemaOf(forms, expected) {
  const form = _enum(forms, expected);
  const settings = strictObject({
    as: nullish(form),
    id: nullish(pinnedId),
    title: nullish(title),
    tags: nullish(tags),
    type: nullish(oneOf(articleTypes)),
    editors: nullish(editors),
    level: nullish(level)
  });
  const short = transform((as) => ({ as }));
  return object({
    stack: nullish(union([pipe(form, short), settings], expected)),
    title: nullish(title),
    tags: nullish(tags)
  });
}
var frontMatterSchemas = {
  any: schemaOf(["article", "faq"], "`article` or `faq`"),
  article: schemaOf(["article"], "`article`, as the pull request's label says"),
  faq: schemaOf(["faq"], "`faq`, as the pull request's label says")
};

// src/sources/front-matter/read-marking.ts
var longest = 32768;
function readMarking(text2, { start, end }, { label = null, now = Infinity } = {}) {
  const bad = (offset, seen) => ({
    problems: [problemAt(start + offset, seen, "Correct the YAML between the `---` lines.")],
    id: null
  });
  if (end - start > longest) {
    return bad(0, `it has ${end - start} characters, expected at most ${longest}`);
  }
  const { tree, problems } = readYaml(text2.slice(start, end), [
    "stack",
    "title",
    "tags",
    ...draftKeys
  ]);
  const [broken] = problems;
  if (broken !== void 0) return bad(Math.min(broken.offset, end - start), broken.message);
  const map = tree?.value;
  if (label === null && typeof map === "string" && /^stack:\S/.test(map))
    return bad(0, "it is the text `stack:…`, expected a blank behind the colon");
  if (tree === null || !isObject(map)) return null;
  if (label === null && (isAbsent(map["stack"]) || map["stack"] === false)) return null;
  const marking = readMap(tree, map, { start, label });
  if ("problems" in marking) return marking;
  const drafts = draftMarks(map, now, (key) => start + tree.keyAt([], key));
  return { ...marking, warnings: [...marking.warnings, ...drafts] };
}
function readMap(tree, { stack, title: title2, tags: tags3 }, { start, label }) {
  const own = isObject(stack) ? stack : { as: stack };
  const form = label ?? (own["as"] === "faq" ? "faq" : "article");
  const isSet = (key) => !isAbsent(own[key]);
  const keyAt = (key) => start + tree.keyAt(isSet(key) ? ["stack"] : [], key);
  const problems = [];
  const schema = frontMatterSchemas[label ?? "any"];
  const read = safeParse(schema, {
    stack: isObject(stack) && form === "article" ? { ...stack, level: null } : stack,
    title: isSet("title") ? null : title2,
    tags: isSet("tags") ? null : tags3
  });
  if (!read.success) {
    const found = schemaProblems(read.error.issues, tree, schema);
    problems.push(...found.map((problem) => schemaProblem(problem, start)));
  }
  if (label === null && isAbsent(own["as"])) {
    const seen = "the map `stack` has no `as`, expected `article` or `faq`";
    problems.push(problemAt(keyAt("stack"), seen, "Write `as: article` or `as: faq`."));
  }
  if (form === "article" && isSet("level")) {
    const seen = "`level` is set for an article, expected it with `faq` only";
    problems.push(problemAt(keyAt("level"), seen, "Remove `level`."));
  }
  if (!read.success || problems.length > 0) {
    problems.sort((a, b) => a.offset - b.offset);
    return { problems, id: safeParse(pinnedId, own["id"]).data ?? null };
  }
  const { stack: settings, ...beside } = read.data;
  const ownTitle = settings?.title ?? beside.title ?? null;
  const ownTags = settings?.tags ?? beside.tags ?? null;
  const unused = form === "article" ? [] : ["title", "type", "editors"].filter(isSet);
  return {
    as: form,
    offset: keyAt("stack"),
    id: settings?.id ?? null,
    title: ownTitle === null ? null : { title: ownTitle, offset: keyAt("title") },
    tags: ownTags === null ? null : { tags: ownTags, offset: keyAt("tags") },
    type: settings?.type ?? null,
    editors: settings?.editors ?? null,
    level: settings?.level ?? null,
    warnings: unused.map((key) => unusedSetting(key, keyAt(key)))
  };
}
function isAbsent(value) {
  return value === null || value === void 0;
}
function problemAt(offset, seen, remedy) {
  const message = `The front matter cannot be read: ${seen.replace(/\.?$/, ".")}`;
  return { rule: "front-matter", offset, message, remedy };
}
function schemaProblem(problem, start) {
  const { offset, seen, expected, nearest, unknown } = problem;
  const correct = nearest === null ? `Write ${expected}` : `Write \`${nearest}\``;
  const remedy = unknown !== null && nearest === null ? "Remove it." : `${correct}, or remove it.`;
  return problemAt(start + offset, `${seen}, expected ${expected}`, remedy);
}
function unusedSetting(key, offset) {
  return {
    rule: "unused-setting",
    severity: "warning",
    offset,
    message: `\`${key}\` is set for a FAQ, expected it with \`article\` only: a question has none of it.`,
    remedy: `Remove \`${key}\`.`
  };
}

var regexAstralSymbols=/[\uD800-\uDBFF][\uDC00-\uDFFF]/g,regexAsciiWhitelist=/[\x01-\x7F]/g,regexBmpWhitelist=/[\x01-\t\x0B\f\x0E-\x1F\x7F\x81\x8D\x8F\x90\x9D\xA0-\uFFFF]/g,regexEncodeNonAscii=/<\u20D2|=\u20E5|>\u20D2|\u205F\u200A|\u219D\u0338|\u2202\u0338|\u2220\u20D2|\u2229\uFE00|\u222A\uFE00|\u223C\u20D2|\u223D\u0331|\u223E\u0333|\u2242\u0338|\u224B\u0338|\u224D\u20D2|\u224E\u0338|\u224F\u0338|\u2250\u0338|\u2261\u20E5|\u2264\u20D2|\u2265\u20D2|\u2266\u0338|\u2267\u0338|\u2268\uFE00|\u2269\uFE00|\u226A\u0338|\u226A\u20D2|\u226B\u0338|\u226B\u20D2|\u227F\u0338|\u2282\u20D2|\u2283\u20D2|\u228A\uFE00|\u228B\uFE00|\u228F\u0338|\u2290\u0338|\u2293\uFE00|\u2294\uFE00|\u22B4\u20D2|\u22B5\u20D2|\u22D8\u0338|\u22D9\u0338|\u22DA\uFE00|\u22DB\uFE00|\u22F5\u0338|\u22F9\u0338|\u2933\u0338|\u29CF\u0338|\u29D0\u0338|\u2A6D\u0338|\u2A70\u0338|\u2A7D\u0338|\u2A7E\u0338|\u2AA1\u0338|\u2AA2\u0338|\u2AAC\uFE00|\u2AAD\uFE00|\u2AAF\u0338|\u2AB0\u0338|\u2AC5\u0338|\u2AC6\u0338|\u2ACB\uFE00|\u2ACC\uFE00|\u2AFD\u20E5|[\xA0-\u0113\u0116-\u0122\u0124-\u012B\u012E-\u014D\u0150-\u017E\u0192\u01B5\u01F5\u0237\u02C6\u02C7\u02D8-\u02DD\u0311\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u03D1\u03D2\u03D5\u03D6\u03DC\u03DD\u03F0\u03F1\u03F5\u03F6\u0401-\u040C\u040E-\u044F\u0451-\u045C\u045E\u045F\u2002-\u2005\u2007-\u2010\u2013-\u2016\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2025\u2026\u2030-\u2035\u2039\u203A\u203E\u2041\u2043\u2044\u204F\u2057\u205F-\u2063\u20AC\u20DB\u20DC\u2102\u2105\u210A-\u2113\u2115-\u211E\u2122\u2124\u2127-\u2129\u212C\u212D\u212F-\u2131\u2133-\u2138\u2145-\u2148\u2153-\u215E\u2190-\u219B\u219D-\u21A7\u21A9-\u21AE\u21B0-\u21B3\u21B5-\u21B7\u21BA-\u21DB\u21DD\u21E4\u21E5\u21F5\u21FD-\u2205\u2207-\u2209\u220B\u220C\u220F-\u2214\u2216-\u2218\u221A\u221D-\u2238\u223A-\u2257\u2259\u225A\u225C\u225F-\u2262\u2264-\u228B\u228D-\u229B\u229D-\u22A5\u22A7-\u22B0\u22B2-\u22BB\u22BD-\u22DB\u22DE-\u22E3\u22E6-\u22F7\u22F9-\u22FE\u2305\u2306\u2308-\u2310\u2312\u2313\u2315\u2316\u231C-\u231F\u2322\u2323\u232D\u232E\u2336\u233D\u233F\u237C\u23B0\u23B1\u23B4-\u23B6\u23DC-\u23DF\u23E2\u23E7\u2423\u24C8\u2500\u2502\u250C\u2510\u2514\u2518\u251C\u2524\u252C\u2534\u253C\u2550-\u256C\u2580\u2584\u2588\u2591-\u2593\u25A1\u25AA\u25AB\u25AD\u25AE\u25B1\u25B3-\u25B5\u25B8\u25B9\u25BD-\u25BF\u25C2\u25C3\u25CA\u25CB\u25EC\u25EF\u25F8-\u25FC\u2605\u2606\u260E\u2640\u2642\u2660\u2663\u2665\u2666\u266A\u266D-\u266F\u2713\u2717\u2720\u2736\u2758\u2772\u2773\u27C8\u27C9\u27E6-\u27ED\u27F5-\u27FA\u27FC\u27FF\u2902-\u2905\u290C-\u2913\u2916\u2919-\u2920\u2923-\u292A\u2933\u2935-\u2939\u293C\u293D\u2945\u2948-\u294B\u294E-\u2976\u2978\u2979\u297B-\u297F\u2985\u2986\u298B-\u2996\u299A\u299C\u299D\u29A4-\u29B7\u29B9\u29BB\u29BC\u29BE-\u29C5\u29C9\u29CD-\u29D0\u29DC-\u29DE\u29E3-\u29E5\u29EB\u29F4\u29F6\u2A00-\u2A02\u2A04\u2A06\u2A0C\u2A0D\u2A10-\u2A17\u2A22-\u2A27\u2A29\u2A2A\u2A2D-\u2A31\u2A33-\u2A3C\u2A3F\u2A40\u2A42-\u2A4D\u2A50\u2A53-\u2A58\u2A5A-\u2A5D\u2A5F\u2A66\u2A6A\u2A6D-\u2A75\u2A77-\u2A9A\u2A9D-\u2AA2\u2AA4-\u2AB0\u2AB3-\u2AC8\u2ACB\u2ACC\u2ACF-\u2ADB\u2AE4\u2AE6-\u2AE9\u2AEB-\u2AF3\u2AFD\uFB00-\uFB04]|\uD835[\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDCCF\uDD04\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDD6B]/g,encodeMap=new Map([["	","Tab"],[`
`,"NewLine"],["!","excl"],['"',"quot"],["#","num"],["$","dollar"],["%","percnt"],["&","amp"],["'","apos"],["(","lpar"],[")","rpar"],["*","ast"],["+","plus"],[",","comma"],[".","period"],["/","sol"],[":","colon"],[";","semi"],["<","lt"],["<⃒","nvlt"],["=","equals"],["=⃥","bne"],[">","gt"],[">⃒","nvgt"],["?","quest"],["@","commat"],["[","lsqb"],["]","rsqb"],["^","Hat"],["_","lowbar"],["`","grave"],["fj","fjlig"],["{","lcub"],["|","vert"],["}","rcub"],[" ","nbsp"],["¡","iexcl"],["¢","cent"],["£","pound"],["¤","curren"],["¥","yen"],["¦","brvbar"],["§","sect"],["¨","die"],["©","copy"],["ª","ordf"],["«","laquo"],["¬","not"],["­","shy"],["®","reg"],["¯","macr"],["°","deg"],["±","pm"],["²","sup2"],["³","sup3"],["´","acute"],["µ","micro"],["¶","para"],["·","middot"],["¸","cedil"],["¹","sup1"],["º","ordm"],["»","raquo"],["¼","frac14"],["½","half"],["¾","frac34"],["¿","iquest"],["À","Agrave"],["Á","Aacute"],["Â","Acirc"],["Ã","Atilde"],["Ä","Auml"],["Å","angst"],["Æ","AElig"],["Ç","Ccedil"],["È","Egrave"],["É","Eacute"],["Ê","Ecirc"],["Ë","Euml"],["Ì","Igrave"],["Í","Iacute"],["Î","Icirc"],["Ï","Iuml"],["Ð","ETH"],["Ñ","Ntilde"],["Ò","Ograve"],["Ó","Oacute"],["Ô","Ocirc"],["Õ","Otilde"],["Ö","Ouml"],["×","times"],["Ø","Oslash"],["Ù","Ugrave"],["Ú","Uacute"],["Û","Ucirc"],["Ü","Uuml"],["Ý","Yacute"],["Þ","THORN"],["ß","szlig"],["à","agrave"],["á","aacute"],["â","acirc"],["ã","atilde"],["ä","auml"],["å","aring"],["æ","aelig"],["ç","ccedil"],["è","egrave"],["é","eacute"],["ê","ecirc"],["ë","euml"],["ì","igrave"],["í","iacute"],["î","icirc"],["ï","iuml"],["ð","eth"],["ñ","ntilde"],["ò","ograve"],["ó","oacute"],["ô","ocirc"],["õ","otilde"],["ö","ouml"],["÷","div"],["ø","oslash"],["ù","ugrave"],["ú","uacute"],["û","ucirc"],["ü","uuml"],["ý","yacute"],["þ","thorn"],["ÿ","yuml"],["Ā","Amacr"],["ā","amacr"],["Ă","Abreve"],["ă","abreve"],["Ą","Aogon"],["ą","aogon"],["Ć","Cacute"],["ć","cacute"],["Ĉ","Ccirc"],["ĉ","ccirc"],["Ċ","Cdot"],["ċ","cdot"],["Č","Ccaron"],["č","ccaron"],["Ď","Dcaron"],["ď","dcaron"],["Đ","Dstrok"],["đ","dstrok"],["Ē","Emacr"],["ē","emacr"],["Ė","Edot"],["ė","edot"],["Ę","Eogon"],["ę","eogon"],["Ě","Ecaron"],["ě","ecaron"],["Ĝ","Gcirc"],["ĝ","gcirc"],["Ğ","Gbreve"],["ğ","gbreve"],["Ġ","Gdot"],["ġ","gdot"],["Ģ","Gcedil"],["Ĥ","Hcirc"],["ĥ","hcirc"],["Ħ","Hstrok"],["ħ","hstrok"],["Ĩ","Itilde"],["ĩ","itilde"],["Ī","Imacr"],["ī","imacr"],["Į","Iogon"],["į","iogon"],["İ","Idot"],["ı","imath"],["Ĳ","IJlig"],["ĳ","ijlig"],["Ĵ","Jcirc"],["ĵ","jcirc"],["Ķ","Kcedil"],["ķ","kcedil"],["ĸ","kgreen"],["Ĺ","Lacute"],["ĺ","lacute"],["Ļ","Lcedil"],["ļ","lcedil"],["Ľ","Lcaron"],["ľ","lcaron"],["Ŀ","Lmidot"],["ŀ","lmidot"],["Ł","Lstrok"],["ł","lstrok"],["Ń","Nacute"],["ń","nacute"],["Ņ","Ncedil"],["ņ","ncedil"],["Ň","Ncaron"],["ň","ncaron"],["ŉ","napos"],["Ŋ","ENG"],["ŋ","eng"],["Ō","Omacr"],["ō","omacr"],["Ő","Odblac"],["ő","odblac"],["Œ","OElig"],["œ","oelig"],["Ŕ","Racute"],["ŕ","racute"],["Ŗ","Rcedil"],["ŗ","rcedil"],["Ř","Rcaron"],["ř","rcaron"],["Ś","Sacute"],["ś","sacute"],["Ŝ","Scirc"],["ŝ","scirc"],["Ş","Scedil"],["ş","scedil"],["Š","Scaron"],["š","scaron"],["Ţ","Tcedil"],["ţ","tcedil"],["Ť","Tcaron"],["ť","tcaron"],["Ŧ","Tstrok"],["ŧ","tstrok"],["Ũ","Utilde"],["ũ","utilde"],["Ū","Umacr"],["ū","umacr"],["Ŭ","Ubreve"],["ŭ","ubreve"],["Ů","Uring"],["ů","uring"],["Ű","Udblac"],["ű","udblac"],["Ų","Uogon"],["ų","uogon"],["Ŵ","Wcirc"],["ŵ","wcirc"],["Ŷ","Ycirc"],["ŷ","ycirc"],["Ÿ","Yuml"],["Ź","Zacute"],["ź","zacute"],["Ż","Zdot"],["ż","zdot"],["Ž","Zcaron"],["ž","zcaron"],["ƒ","fnof"],["Ƶ","imped"],["ǵ","gacute"],["ȷ","jmath"],["ˆ","circ"],["ˇ","caron"],["˘","breve"],["˙","dot"],["˚","ring"],["˛","ogon"],["˜","tilde"],["˝","dblac"],["̑","DownBreve"],["Α","Alpha"],["Β","Beta"],["Γ","Gamma"],["Δ","Delta"],["Ε","Epsilon"],["Ζ","Zeta"],["Η","Eta"],["Θ","Theta"],["Ι","Iota"],["Κ","Kappa"],["Λ","Lambda"],["Μ","Mu"],["Ν","Nu"],["Ξ","Xi"],["Ο","Omicron"],["Π","Pi"],["Ρ","Rho"],["Σ","Sigma"],["Τ","Tau"],["Υ","Upsilon"],["Φ","Phi"],["Χ","Chi"],["Ψ","Psi"],["Ω","ohm"],["α","alpha"],["β","beta"],["γ","gamma"],["δ","delta"],["ε","epsi"],["ζ","zeta"],["η","eta"],["θ","theta"],["ι","iota"],["κ","kappa"],["λ","lambda"],["μ","mu"],["ν","nu"],["ξ","xi"],["ο","omicron"],["π","pi"],["ρ","rho"],["ς","sigmaf"],["σ","sigma"],["τ","tau"],["υ","upsi"],["φ","phi"],["χ","chi"],["ψ","psi"],["ω","omega"],["ϑ","thetav"],["ϒ","Upsi"],["ϕ","phiv"],["ϖ","piv"],["Ϝ","Gammad"],["ϝ","gammad"],["ϰ","kappav"],["ϱ","rhov"],["ϵ","epsiv"],["϶","bepsi"],["Ё","IOcy"],["Ђ","DJcy"],["Ѓ","GJcy"],["Є","Jukcy"],["Ѕ","DScy"],["І","Iukcy"],["Ї","YIcy"],["Ј","Jsercy"],["Љ","LJcy"],["Њ","NJcy"],["Ћ","TSHcy"],["Ќ","KJcy"],["Ў","Ubrcy"],["Џ","DZcy"],["А","Acy"],["Б","Bcy"],["В","Vcy"],["Г","Gcy"],["Д","Dcy"],["Е","IEcy"],["Ж","ZHcy"],["З","Zcy"],["И","Icy"],["Й","Jcy"],["К","Kcy"],["Л","Lcy"],["М","Mcy"],["Н","Ncy"],["О","Ocy"],["П","Pcy"],["Р","Rcy"],["С","Scy"],["Т","Tcy"],["У","Ucy"],["Ф","Fcy"],["Х","KHcy"],["Ц","TScy"],["Ч","CHcy"],["Ш","SHcy"],["Щ","SHCHcy"],["Ъ","HARDcy"],["Ы","Ycy"],["Ь","SOFTcy"],["Э","Ecy"],["Ю","YUcy"],["Я","YAcy"],["а","acy"],["б","bcy"],["в","vcy"],["г","gcy"],["д","dcy"],["е","iecy"],["ж","zhcy"],["з","zcy"],["и","icy"],["й","jcy"],["к","kcy"],["л","lcy"],["м","mcy"],["н","ncy"],["о","ocy"],["п","pcy"],["р","rcy"],["с","scy"],["т","tcy"],["у","ucy"],["ф","fcy"],["х","khcy"],["ц","tscy"],["ч","chcy"],["ш","shcy"],["щ","shchcy"],["ъ","hardcy"],["ы","ycy"],["ь","softcy"],["э","ecy"],["ю","yucy"],["я","yacy"],["ё","iocy"],["ђ","djcy"],["ѓ","gjcy"],["є","jukcy"],["ѕ","dscy"],["і","iukcy"],["ї","yicy"],["ј","jsercy"],["љ","ljcy"],["њ","njcy"],["ћ","tshcy"],["ќ","kjcy"],["ў","ubrcy"],["џ","dzcy"],[" ","ensp"],[" ","emsp"],[" ","emsp13"],[" ","emsp14"],[" ","numsp"],[" ","puncsp"],[" ","thinsp"],[" ","hairsp"],["​","ZeroWidthSpace"],["‌","zwnj"],["‍","zwj"],["‎","lrm"],["‏","rlm"],["‐","dash"],["–","ndash"],["—","mdash"],["―","horbar"],["‖","Vert"],["‘","lsquo"],["’","rsquo"],["‚","sbquo"],["“","ldquo"],["”","rdquo"],["„","bdquo"],["†","dagger"],["‡","Dagger"],["•","bull"],["‥","nldr"],["…","mldr"],["‰","permil"],["‱","pertenk"],["′","prime"],["″","Prime"],["‴","tprime"],["‵","bprime"],["‹","lsaquo"],["›","rsaquo"],["‾","oline"],["⁁","caret"],["⁃","hybull"],["⁄","frasl"],["⁏","bsemi"],["⁗","qprime"],[" ","MediumSpace"],["  ","ThickSpace"],["⁠","NoBreak"],["⁡","af"],["⁢","it"],["⁣","ic"],["€","euro"],["⃛","tdot"],["⃜","DotDot"],["ℂ","Copf"],["℅","incare"],["ℊ","gscr"],["ℋ","Hscr"],["ℌ","Hfr"],["ℍ","Hopf"],["ℎ","planckh"],["ℏ","hbar"],["ℐ","Iscr"],["ℑ","Im"],["ℒ","Lscr"],["ℓ","ell"],["ℕ","Nopf"],["№","numero"],["℗","copysr"],["℘","wp"],["ℙ","Popf"],["ℚ","Qopf"],["ℛ","Rscr"],["ℜ","Re"],["ℝ","Ropf"],["℞","rx"],["™","trade"],["ℤ","Zopf"],["℧","mho"],["ℨ","Zfr"],["℩","iiota"],["ℬ","Bscr"],["ℭ","Cfr"],["ℯ","escr"],["ℰ","Escr"],["ℱ","Fscr"],["ℳ","Mscr"],["ℴ","oscr"],["ℵ","aleph"],["ℶ","beth"],["ℷ","gimel"],["ℸ","daleth"],["ⅅ","DD"],["ⅆ","dd"],["ⅇ","ee"],["ⅈ","ii"],["⅓","frac13"],["⅔","frac23"],["⅕","frac15"],["⅖","frac25"],["⅗","frac35"],["⅘","frac45"],["⅙","frac16"],["⅚","frac56"],["⅛","frac18"],["⅜","frac38"],["⅝","frac58"],["⅞","frac78"],["←","larr"],["↑","uarr"],["→","rarr"],["↓","darr"],["↔","harr"],["↕","varr"],["↖","nwarr"],["↗","nearr"],["↘","searr"],["↙","swarr"],["↚","nlarr"],["↛","nrarr"],["↝","rarrw"],["↝̸","nrarrw"],["↞","Larr"],["↟","Uarr"],["↠","Rarr"],["↡","Darr"],["↢","larrtl"],["↣","rarrtl"],["↤","mapstoleft"],["↥","mapstoup"],["↦","map"],["↧","mapstodown"],["↩","larrhk"],["↪","rarrhk"],["↫","larrlp"],["↬","rarrlp"],["↭","harrw"],["↮","nharr"],["↰","lsh"],["↱","rsh"],["↲","ldsh"],["↳","rdsh"],["↵","crarr"],["↶","cularr"],["↷","curarr"],["↺","olarr"],["↻","orarr"],["↼","lharu"],["↽","lhard"],["↾","uharr"],["↿","uharl"],["⇀","rharu"],["⇁","rhard"],["⇂","dharr"],["⇃","dharl"],["⇄","rlarr"],["⇅","udarr"],["⇆","lrarr"],["⇇","llarr"],["⇈","uuarr"],["⇉","rrarr"],["⇊","ddarr"],["⇋","lrhar"],["⇌","rlhar"],["⇍","nlArr"],["⇎","nhArr"],["⇏","nrArr"],["⇐","lArr"],["⇑","uArr"],["⇒","rArr"],["⇓","dArr"],["⇔","iff"],["⇕","vArr"],["⇖","nwArr"],["⇗","neArr"],["⇘","seArr"],["⇙","swArr"],["⇚","lAarr"],["⇛","rAarr"],["⇝","zigrarr"],["⇤","larrb"],["⇥","rarrb"],["⇵","duarr"],["⇽","loarr"],["⇾","roarr"],["⇿","hoarr"],["∀","forall"],["∁","comp"],["∂","part"],["∂̸","npart"],["∃","exist"],["∄","nexist"],["∅","empty"],["∇","Del"],["∈","in"],["∉","notin"],["∋","ni"],["∌","notni"],["∏","prod"],["∐","coprod"],["∑","sum"],["−","minus"],["∓","mp"],["∔","plusdo"],["∖","setmn"],["∗","lowast"],["∘","compfn"],["√","Sqrt"],["∝","prop"],["∞","infin"],["∟","angrt"],["∠","ang"],["∠⃒","nang"],["∡","angmsd"],["∢","angsph"],["∣","mid"],["∤","nmid"],["∥","par"],["∦","npar"],["∧","and"],["∨","or"],["∩","cap"],["∩︀","caps"],["∪","cup"],["∪︀","cups"],["∫","int"],["∬","Int"],["∭","tint"],["∮","oint"],["∯","Conint"],["∰","Cconint"],["∱","cwint"],["∲","cwconint"],["∳","awconint"],["∴","there4"],["∵","becaus"],["∶","ratio"],["∷","Colon"],["∸","minusd"],["∺","mDDot"],["∻","homtht"],["∼","sim"],["∼⃒","nvsim"],["∽","bsim"],["∽̱","race"],["∾","ac"],["∾̳","acE"],["∿","acd"],["≀","wr"],["≁","nsim"],["≂","esim"],["≂̸","nesim"],["≃","sime"],["≄","nsime"],["≅","cong"],["≆","simne"],["≇","ncong"],["≈","ap"],["≉","nap"],["≊","ape"],["≋","apid"],["≋̸","napid"],["≌","bcong"],["≍","CupCap"],["≍⃒","nvap"],["≎","bump"],["≎̸","nbump"],["≏","bumpe"],["≏̸","nbumpe"],["≐","doteq"],["≐̸","nedot"],["≑","eDot"],["≒","efDot"],["≓","erDot"],["≔","colone"],["≕","ecolon"],["≖","ecir"],["≗","cire"],["≙","wedgeq"],["≚","veeeq"],["≜","trie"],["≟","equest"],["≠","ne"],["≡","equiv"],["≡⃥","bnequiv"],["≢","nequiv"],["≤","le"],["≤⃒","nvle"],["≥","ge"],["≥⃒","nvge"],["≦","lE"],["≦̸","nlE"],["≧","gE"],["≧̸","ngE"],["≨","lnE"],["≨︀","lvnE"],["≩","gnE"],["≩︀","gvnE"],["≪","ll"],["≪̸","nLtv"],["≪⃒","nLt"],["≫","gg"],["≫̸","nGtv"],["≫⃒","nGt"],["≬","twixt"],["≭","NotCupCap"],["≮","nlt"],["≯","ngt"],["≰","nle"],["≱","nge"],["≲","lsim"],["≳","gsim"],["≴","nlsim"],["≵","ngsim"],["≶","lg"],["≷","gl"],["≸","ntlg"],["≹","ntgl"],["≺","pr"],["≻","sc"],["≼","prcue"],["≽","sccue"],["≾","prsim"],["≿","scsim"],["≿̸","NotSucceedsTilde"],["⊀","npr"],["⊁","nsc"],["⊂","sub"],["⊂⃒","vnsub"],["⊃","sup"],["⊃⃒","vnsup"],["⊄","nsub"],["⊅","nsup"],["⊆","sube"],["⊇","supe"],["⊈","nsube"],["⊉","nsupe"],["⊊","subne"],["⊊︀","vsubne"],["⊋","supne"],["⊋︀","vsupne"],["⊍","cupdot"],["⊎","uplus"],["⊏","sqsub"],["⊏̸","NotSquareSubset"],["⊐","sqsup"],["⊐̸","NotSquareSuperset"],["⊑","sqsube"],["⊒","sqsupe"],["⊓","sqcap"],["⊓︀","sqcaps"],["⊔","sqcup"],["⊔︀","sqcups"],["⊕","oplus"],["⊖","ominus"],["⊗","otimes"],["⊘","osol"],["⊙","odot"],["⊚","ocir"],["⊛","oast"],["⊝","odash"],["⊞","plusb"],["⊟","minusb"],["⊠","timesb"],["⊡","sdotb"],["⊢","vdash"],["⊣","dashv"],["⊤","top"],["⊥","bot"],["⊧","models"],["⊨","vDash"],["⊩","Vdash"],["⊪","Vvdash"],["⊫","VDash"],["⊬","nvdash"],["⊭","nvDash"],["⊮","nVdash"],["⊯","nVDash"],["⊰","prurel"],["⊲","vltri"],["⊳","vrtri"],["⊴","ltrie"],["⊴⃒","nvltrie"],["⊵","rtrie"],["⊵⃒","nvrtrie"],["⊶","origof"],["⊷","imof"],["⊸","mumap"],["⊹","hercon"],["⊺","intcal"],["⊻","veebar"],["⊽","barvee"],["⊾","angrtvb"],["⊿","lrtri"],["⋀","Wedge"],["⋁","Vee"],["⋂","xcap"],["⋃","xcup"],["⋄","diam"],["⋅","sdot"],["⋆","Star"],["⋇","divonx"],["⋈","bowtie"],["⋉","ltimes"],["⋊","rtimes"],["⋋","lthree"],["⋌","rthree"],["⋍","bsime"],["⋎","cuvee"],["⋏","cuwed"],["⋐","Sub"],["⋑","Sup"],["⋒","Cap"],["⋓","Cup"],["⋔","fork"],["⋕","epar"],["⋖","ltdot"],["⋗","gtdot"],["⋘","Ll"],["⋘̸","nLl"],["⋙","Gg"],["⋙̸","nGg"],["⋚","leg"],["⋚︀","lesg"],["⋛","gel"],["⋛︀","gesl"],["⋞","cuepr"],["⋟","cuesc"],["⋠","nprcue"],["⋡","nsccue"],["⋢","nsqsube"],["⋣","nsqsupe"],["⋦","lnsim"],["⋧","gnsim"],["⋨","prnsim"],["⋩","scnsim"],["⋪","nltri"],["⋫","nrtri"],["⋬","nltrie"],["⋭","nrtrie"],["⋮","vellip"],["⋯","ctdot"],["⋰","utdot"],["⋱","dtdot"],["⋲","disin"],["⋳","isinsv"],["⋴","isins"],["⋵","isindot"],["⋵̸","notindot"],["⋶","notinvc"],["⋷","notinvb"],["⋹","isinE"],["⋹̸","notinE"],["⋺","nisd"],["⋻","xnis"],["⋼","nis"],["⋽","notnivc"],["⋾","notnivb"],["⌅","barwed"],["⌆","Barwed"],["⌈","lceil"],["⌉","rceil"],["⌊","lfloor"],["⌋","rfloor"],["⌌","drcrop"],["⌍","dlcrop"],["⌎","urcrop"],["⌏","ulcrop"],["⌐","bnot"],["⌒","profline"],["⌓","profsurf"],["⌕","telrec"],["⌖","target"],["⌜","ulcorn"],["⌝","urcorn"],["⌞","dlcorn"],["⌟","drcorn"],["⌢","frown"],["⌣","smile"],["⌭","cylcty"],["⌮","profalar"],["⌶","topbot"],["⌽","ovbar"],["⌿","solbar"],["⍼","angzarr"],["⎰","lmoust"],["⎱","rmoust"],["⎴","tbrk"],["⎵","bbrk"],["⎶","bbrktbrk"],["⏜","OverParenthesis"],["⏝","UnderParenthesis"],["⏞","OverBrace"],["⏟","UnderBrace"],["⏢","trpezium"],["⏧","elinters"],["␣","blank"],["Ⓢ","oS"],["─","boxh"],["│","boxv"],["┌","boxdr"],["┐","boxdl"],["└","boxur"],["┘","boxul"],["├","boxvr"],["┤","boxvl"],["┬","boxhd"],["┴","boxhu"],["┼","boxvh"],["═","boxH"],["║","boxV"],["╒","boxdR"],["╓","boxDr"],["╔","boxDR"],["╕","boxdL"],["╖","boxDl"],["╗","boxDL"],["╘","boxuR"],["╙","boxUr"],["╚","boxUR"],["╛","boxuL"],["╜","boxUl"],["╝","boxUL"],["╞","boxvR"],["╟","boxVr"],["╠","boxVR"],["╡","boxvL"],["╢","boxVl"],["╣","boxVL"],["╤","boxHd"],["╥","boxhD"],["╦","boxHD"],["╧","boxHu"],["╨","boxhU"],["╩","boxHU"],["╪","boxvH"],["╫","boxVh"],["╬","boxVH"],["▀","uhblk"],["▄","lhblk"],["█","block"],["░","blk14"],["▒","blk12"],["▓","blk34"],["□","squ"],["▪","squf"],["▫","EmptyVerySmallSquare"],["▭","rect"],["▮","marker"],["▱","fltns"],["△","xutri"],["▴","utrif"],["▵","utri"],["▸","rtrif"],["▹","rtri"],["▽","xdtri"],["▾","dtrif"],["▿","dtri"],["◂","ltrif"],["◃","ltri"],["◊","loz"],["○","cir"],["◬","tridot"],["◯","xcirc"],["◸","ultri"],["◹","urtri"],["◺","lltri"],["◻","EmptySmallSquare"],["◼","FilledSmallSquare"],["★","starf"],["☆","star"],["☎","phone"],["♀","female"],["♂","male"],["♠","spades"],["♣","clubs"],["♥","hearts"],["♦","diams"],["♪","sung"],["♭","flat"],["♮","natur"],["♯","sharp"],["✓","check"],["✗","cross"],["✠","malt"],["✶","sext"],["❘","VerticalSeparator"],["❲","lbbrk"],["❳","rbbrk"],["⟈","bsolhsub"],["⟉","suphsol"],["⟦","lobrk"],["⟧","robrk"],["⟨","lang"],["⟩","rang"],["⟪","Lang"],["⟫","Rang"],["⟬","loang"],["⟭","roang"],["⟵","xlarr"],["⟶","xrarr"],["⟷","xharr"],["⟸","xlArr"],["⟹","xrArr"],["⟺","xhArr"],["⟼","xmap"],["⟿","dzigrarr"],["⤂","nvlArr"],["⤃","nvrArr"],["⤄","nvHarr"],["⤅","Map"],["⤌","lbarr"],["⤍","rbarr"],["⤎","lBarr"],["⤏","rBarr"],["⤐","RBarr"],["⤑","DDotrahd"],["⤒","UpArrowBar"],["⤓","DownArrowBar"],["⤖","Rarrtl"],["⤙","latail"],["⤚","ratail"],["⤛","lAtail"],["⤜","rAtail"],["⤝","larrfs"],["⤞","rarrfs"],["⤟","larrbfs"],["⤠","rarrbfs"],["⤣","nwarhk"],["⤤","nearhk"],["⤥","searhk"],["⤦","swarhk"],["⤧","nwnear"],["⤨","toea"],["⤩","tosa"],["⤪","swnwar"],["⤳","rarrc"],["⤳̸","nrarrc"],["⤵","cudarrr"],["⤶","ldca"],["⤷","rdca"],["⤸","cudarrl"],["⤹","larrpl"],["⤼","curarrm"],["⤽","cularrp"],["⥅","rarrpl"],["⥈","harrcir"],["⥉","Uarrocir"],["⥊","lurdshar"],["⥋","ldrushar"],["⥎","LeftRightVector"],["⥏","RightUpDownVector"],["⥐","DownLeftRightVector"],["⥑","LeftUpDownVector"],["⥒","LeftVectorBar"],["⥓","RightVectorBar"],["⥔","RightUpVectorBar"],["⥕","RightDownVectorBar"],["⥖","DownLeftVectorBar"],["⥗","DownRightVectorBar"],["⥘","LeftUpVectorBar"],["⥙","LeftDownVectorBar"],["⥚","LeftTeeVector"],["⥛","RightTeeVector"],["⥜","RightUpTeeVector"],["⥝","RightDownTeeVector"],["⥞","DownLeftTeeVector"],["⥟","DownRightTeeVector"],["⥠","LeftUpTeeVector"],["⥡","LeftDownTeeVector"],["⥢","lHar"],["⥣","uHar"],["⥤","rHar"],["⥥","dHar"],["⥦","luruhar"],["⥧","ldrdhar"],["⥨","ruluhar"],["⥩","rdldhar"],["⥪","lharul"],["⥫","llhard"],["⥬","rharul"],["⥭","lrhard"],["⥮","udhar"],["⥯","duhar"],["⥰","RoundImplies"],["⥱","erarr"],["⥲","simrarr"],["⥳","larrsim"],["⥴","rarrsim"],["⥵","rarrap"],["⥶","ltlarr"],["⥸","gtrarr"],["⥹","subrarr"],["⥻","suplarr"],["⥼","lfisht"],["⥽","rfisht"],["⥾","ufisht"],["⥿","dfisht"],["⦅","lopar"],["⦆","ropar"],["⦋","lbrke"],["⦌","rbrke"],["⦍","lbrkslu"],["⦎","rbrksld"],["⦏","lbrksld"],["⦐","rbrkslu"],["⦑","langd"],["⦒","rangd"],["⦓","lparlt"],["⦔","rpargt"],["⦕","gtlPar"],["⦖","ltrPar"],["⦚","vzigzag"],["⦜","vangrt"],["⦝","angrtvbd"],["⦤","ange"],["⦥","range"],["⦦","dwangle"],["⦧","uwangle"],["⦨","angmsdaa"],["⦩","angmsdab"],["⦪","angmsdac"],["⦫","angmsdad"],["⦬","angmsdae"],["⦭","angmsdaf"],["⦮","angmsdag"],["⦯","angmsdah"],["⦰","bemptyv"],["⦱","demptyv"],["⦲","cemptyv"],["⦳","raemptyv"],["⦴","laemptyv"],["⦵","ohbar"],["⦶","omid"],["⦷","opar"],["⦹","operp"],["⦻","olcross"],["⦼","odsold"],["⦾","olcir"],["⦿","ofcir"],["⧀","olt"],["⧁","ogt"],["⧂","cirscir"],["⧃","cirE"],["⧄","solb"],["⧅","bsolb"],["⧉","boxbox"],["⧍","trisb"],["⧎","rtriltri"],["⧏","LeftTriangleBar"],["⧏̸","NotLeftTriangleBar"],["⧐","RightTriangleBar"],["⧐̸","NotRightTriangleBar"],["⧜","iinfin"],["⧝","infintie"],["⧞","nvinfin"],["⧣","eparsl"],["⧤","smeparsl"],["⧥","eqvparsl"],["⧫","lozf"],["⧴","RuleDelayed"],["⧶","dsol"],["⨀","xodot"],["⨁","xoplus"],["⨂","xotime"],["⨄","xuplus"],["⨆","xsqcup"],["⨌","qint"],["⨍","fpartint"],["⨐","cirfnint"],["⨑","awint"],["⨒","rppolint"],["⨓","scpolint"],["⨔","npolint"],["⨕","pointint"],["⨖","quatint"],["⨗","intlarhk"],["⨢","pluscir"],["⨣","plusacir"],["⨤","simplus"],["⨥","plusdu"],["⨦","plussim"],["⨧","plustwo"],["⨩","mcomma"],["⨪","minusdu"],["⨭","loplus"],["⨮","roplus"],["⨯","Cross"],["⨰","timesd"],["⨱","timesbar"],["⨳","smashp"],["⨴","lotimes"],["⨵","rotimes"],["⨶","otimesas"],["⨷","Otimes"],["⨸","odiv"],["⨹","triplus"],["⨺","triminus"],["⨻","tritime"],["⨼","iprod"],["⨿","amalg"],["⩀","capdot"],["⩂","ncup"],["⩃","ncap"],["⩄","capand"],["⩅","cupor"],["⩆","cupcap"],["⩇","capcup"],["⩈","cupbrcap"],["⩉","capbrcup"],["⩊","cupcup"],["⩋","capcap"],["⩌","ccups"],["⩍","ccaps"],["⩐","ccupssm"],["⩓","And"],["⩔","Or"],["⩕","andand"],["⩖","oror"],["⩗","orslope"],["⩘","andslope"],["⩚","andv"],["⩛","orv"],["⩜","andd"],["⩝","ord"],["⩟","wedbar"],["⩦","sdote"],["⩪","simdot"],["⩭","congdot"],["⩭̸","ncongdot"],["⩮","easter"],["⩯","apacir"],["⩰","apE"],["⩰̸","napE"],["⩱","eplus"],["⩲","pluse"],["⩳","Esim"],["⩴","Colone"],["⩵","Equal"],["⩷","eDDot"],["⩸","equivDD"],["⩹","ltcir"],["⩺","gtcir"],["⩻","ltquest"],["⩼","gtquest"],["⩽","les"],["⩽̸","nles"],["⩾","ges"],["⩾̸","nges"],["⩿","lesdot"],["⪀","gesdot"],["⪁","lesdoto"],["⪂","gesdoto"],["⪃","lesdotor"],["⪄","gesdotol"],["⪅","lap"],["⪆","gap"],["⪇","lne"],["⪈","gne"],["⪉","lnap"],["⪊","gnap"],["⪋","lEg"],["⪌","gEl"],["⪍","lsime"],["⪎","gsime"],["⪏","lsimg"],["⪐","gsiml"],["⪑","lgE"],["⪒","glE"],["⪓","lesges"],["⪔","gesles"],["⪕","els"],["⪖","egs"],["⪗","elsdot"],["⪘","egsdot"],["⪙","el"],["⪚","eg"],["⪝","siml"],["⪞","simg"],["⪟","simlE"],["⪠","simgE"],["⪡","LessLess"],["⪡̸","NotNestedLessLess"],["⪢","GreaterGreater"],["⪢̸","NotNestedGreaterGreater"],["⪤","glj"],["⪥","gla"],["⪦","ltcc"],["⪧","gtcc"],["⪨","lescc"],["⪩","gescc"],["⪪","smt"],["⪫","lat"],["⪬","smte"],["⪬︀","smtes"],["⪭","late"],["⪭︀","lates"],["⪮","bumpE"],["⪯","pre"],["⪯̸","npre"],["⪰","sce"],["⪰̸","nsce"],["⪳","prE"],["⪴","scE"],["⪵","prnE"],["⪶","scnE"],["⪷","prap"],["⪸","scap"],["⪹","prnap"],["⪺","scnap"],["⪻","Pr"],["⪼","Sc"],["⪽","subdot"],["⪾","supdot"],["⪿","subplus"],["⫀","supplus"],["⫁","submult"],["⫂","supmult"],["⫃","subedot"],["⫄","supedot"],["⫅","subE"],["⫅̸","nsubE"],["⫆","supE"],["⫆̸","nsupE"],["⫇","subsim"],["⫈","supsim"],["⫋","subnE"],["⫋︀","vsubnE"],["⫌","supnE"],["⫌︀","vsupnE"],["⫏","csub"],["⫐","csup"],["⫑","csube"],["⫒","csupe"],["⫓","subsup"],["⫔","supsub"],["⫕","subsub"],["⫖","supsup"],["⫗","suphsub"],["⫘","supdsub"],["⫙","forkv"],["⫚","topfork"],["⫛","mlcp"],["⫤","Dashv"],["⫦","Vdashl"],["⫧","Barv"],["⫨","vBar"],["⫩","vBarv"],["⫫","Vbar"],["⫬","Not"],["⫭","bNot"],["⫮","rnmid"],["⫯","cirmid"],["⫰","midcir"],["⫱","topcir"],["⫲","nhpar"],["⫳","parsim"],["⫽","parsl"],["⫽⃥","nparsl"],["𝒜","Ascr"],["𝒞","Cscr"],["𝒟","Dscr"],["𝒢","Gscr"],["𝒥","Jscr"],["𝒦","Kscr"],["𝒩","Nscr"],["𝒪","Oscr"],["𝒫","Pscr"],["𝒬","Qscr"],["𝒮","Sscr"],["𝒯","Tscr"],["𝒰","Uscr"],["𝒱","Vscr"],["𝒲","Wscr"],["𝒳","Xscr"],["𝒴","Yscr"],["𝒵","Zscr"],["𝒶","ascr"],["𝒷","bscr"],["𝒸","cscr"],["𝒹","dscr"],["𝒻","fscr"],["𝒽","hscr"],["𝒾","iscr"],["𝒿","jscr"],["𝓀","kscr"],["𝓁","lscr"],["𝓂","mscr"],["𝓃","nscr"],["𝓅","pscr"],["𝓆","qscr"],["𝓇","rscr"],["𝓈","sscr"],["𝓉","tscr"],["𝓊","uscr"],["𝓋","vscr"],["𝓌","wscr"],["𝓍","xscr"],["𝓎","yscr"],["𝓏","zscr"],["𝔄","Afr"],["𝔅","Bfr"],["𝔇","Dfr"],["𝔈","Efr"],["𝔉","Ffr"],["𝔊","Gfr"],["𝔍","Jfr"],["𝔎","Kfr"],["𝔏","Lfr"],["𝔐","Mfr"],["𝔑","Nfr"],["𝔒","Ofr"],["𝔓","Pfr"],["𝔔","Qfr"],["𝔖","Sfr"],["𝔗","Tfr"],["𝔘","Ufr"],["𝔙","Vfr"],["𝔚","Wfr"],["𝔛","Xfr"],["𝔜","Yfr"],["𝔞","afr"],["𝔟","bfr"],["𝔠","cfr"],["𝔡","dfr"],["𝔢","efr"],["𝔣","ffr"],["𝔤","gfr"],["𝔥","hfr"],["𝔦","ifr"],["𝔧","jfr"],["𝔨","kfr"],["𝔩","lfr"],["𝔪","mfr"],["𝔫","nfr"],["𝔬","ofr"],["𝔭","pfr"],["𝔮","qfr"],["𝔯","rfr"],["𝔰","sfr"],["𝔱","tfr"],["𝔲","ufr"],["𝔳","vfr"],["𝔴","wfr"],["𝔵","xfr"],["𝔶","yfr"],["𝔷","zfr"],["𝔸","Aopf"],["𝔹","Bopf"],["𝔻","Dopf"],["𝔼","Eopf"],["𝔽","Fopf"],["𝔾","Gopf"],["𝕀","Iopf"],["𝕁","Jopf"],["𝕂","Kopf"],["𝕃","Lopf"],["𝕄","Mopf"],["𝕆","Oopf"],["𝕊","Sopf"],["𝕋","Topf"],["𝕌","Uopf"],["𝕍","Vopf"],["𝕎","Wopf"],["𝕏","Xopf"],["𝕐","Yopf"],["𝕒","aopf"],["𝕓","bopf"],["𝕔","copf"],["𝕕","dopf"],["𝕖","eopf"],["𝕗","fopf"],["𝕘","gopf"],["𝕙","hopf"],["𝕚","iopf"],["𝕛","jopf"],["𝕜","kopf"],["𝕝","lopf"],["𝕞","mopf"],["𝕟","nopf"],["𝕠","oopf"],["𝕡","popf"],["𝕢","qopf"],["𝕣","ropf"],["𝕤","sopf"],["𝕥","topf"],["𝕦","uopf"],["𝕧","vopf"],["𝕨","wopf"],["𝕩","xopf"],["𝕪","yopf"],["𝕫","zopf"],["ﬀ","fflig"],["ﬁ","filig"],["ﬂ","fllig"],["ﬃ","ffilig"],["ﬄ","ffllig"]]),regexInvalidRawCodePoint=/[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,regexDecode=/&(CounterClockwiseContourIntegral|ClockwiseContourIntegral|DoubleLongLeftRightArrow|NotNestedGreaterGreater|DiacriticalDoubleAcute|NotSquareSupersetEqual|CloseCurlyDoubleQuote|DoubleContourIntegral|FilledVerySmallSquare|NegativeVeryThinSpace|NotPrecedesSlantEqual|NotRightTriangleEqual|NotSucceedsSlantEqual|CapitalDifferentialD|DoubleLeftRightArrow|DoubleLongRightArrow|EmptyVerySmallSquare|NestedGreaterGreater|NotDoubleVerticalBar|NotGreaterSlantEqual|NotLeftTriangleEqual|NotSquareSubsetEqual|OpenCurlyDoubleQuote|ReverseUpEquilibrium|DoubleLongLeftArrow|DownLeftRightVector|LeftArrowRightArrow|NegativeMediumSpace|NotGreaterFullEqual|NotRightTriangleBar|RightArrowLeftArrow|SquareSupersetEqual|leftrightsquigarrow|DownRightTeeVector|DownRightVectorBar|LongLeftRightArrow|Longleftrightarrow|NegativeThickSpace|NotLeftTriangleBar|PrecedesSlantEqual|ReverseEquilibrium|RightDoubleBracket|RightDownTeeVector|RightDownVectorBar|RightTriangleEqual|SquareIntersection|SucceedsSlantEqual|blacktriangleright|longleftrightarrow|DoubleUpDownArrow|DoubleVerticalBar|DownLeftTeeVector|DownLeftVectorBar|FilledSmallSquare|GreaterSlantEqual|LeftDoubleBracket|LeftDownTeeVector|LeftDownVectorBar|LeftTriangleEqual|NegativeThinSpace|NotGreaterGreater|NotLessSlantEqual|NotNestedLessLess|NotReverseElement|NotSquareSuperset|NotTildeFullEqual|RightAngleBracket|RightUpDownVector|SquareSubsetEqual|VerticalSeparator|blacktriangledown|blacktriangleleft|leftrightharpoons|rightleftharpoons|twoheadrightarrow|DiacriticalAcute|DiacriticalGrave|DiacriticalTilde|DoubleRightArrow|DownArrowUpArrow|EmptySmallSquare|GreaterEqualLess|GreaterFullEqual|LeftAngleBracket|LeftUpDownVector|LessEqualGreater|NonBreakingSpace|NotPrecedesEqual|NotRightTriangle|NotSucceedsEqual|NotSucceedsTilde|NotSupersetEqual|RightTriangleBar|RightUpTeeVector|RightUpVectorBar|UnderParenthesis|UpArrowDownArrow|circlearrowright|downharpoonright|ntrianglerighteq|rightharpoondown|rightrightarrows|twoheadleftarrow|vartriangleright|CloseCurlyQuote|ContourIntegral|DoubleDownArrow|DoubleLeftArrow|DownRightVector|LeftRightVector|LeftTriangleBar|LeftUpTeeVector|LeftUpVectorBar|LowerRightArrow|NotGreaterEqual|NotGreaterTilde|NotHumpDownHump|NotLeftTriangle|NotSquareSubset|OverParenthesis|RightDownVector|ShortRightArrow|UpperRightArrow|bigtriangledown|circlearrowleft|curvearrowright|downharpoonleft|leftharpoondown|leftrightarrows|nLeftrightarrow|nleftrightarrow|ntrianglelefteq|rightleftarrows|rightsquigarrow|rightthreetimes|straightepsilon|trianglerighteq|vartriangleleft|DiacriticalDot|DoubleRightTee|DownLeftVector|GreaterGreater|HorizontalLine|InvisibleComma|InvisibleTimes|LeftDownVector|LeftRightArrow|Leftrightarrow|LessSlantEqual|LongRightArrow|Longrightarrow|LowerLeftArrow|NestedLessLess|NotGreaterLess|NotLessGreater|NotSubsetEqual|NotVerticalBar|OpenCurlyQuote|ReverseElement|RightTeeVector|RightVectorBar|ShortDownArrow|ShortLeftArrow|SquareSuperset|TildeFullEqual|UpperLeftArrow|ZeroWidthSpace|curvearrowleft|doublebarwedge|downdownarrows|hookrightarrow|leftleftarrows|leftrightarrow|leftthreetimes|longrightarrow|looparrowright|nshortparallel|ntriangleright|rightarrowtail|rightharpoonup|trianglelefteq|upharpoonright|ApplyFunction|DifferentialD|DoubleLeftTee|DoubleUpArrow|LeftTeeVector|LeftVectorBar|LessFullEqual|LongLeftArrow|Longleftarrow|NotEqualTilde|NotTildeEqual|NotTildeTilde|Poincareplane|PrecedesEqual|PrecedesTilde|RightArrowBar|RightTeeArrow|RightTriangle|RightUpVector|SucceedsEqual|SucceedsTilde|SupersetEqual|UpEquilibrium|VerticalTilde|VeryThinSpace|bigtriangleup|blacktriangle|divideontimes|fallingdotseq|hookleftarrow|leftarrowtail|leftharpoonup|longleftarrow|looparrowleft|measuredangle|ntriangleleft|shortparallel|smallsetminus|triangleright|upharpoonleft|varsubsetneqq|varsupsetneqq|DownArrowBar|DownTeeArrow|ExponentialE|GreaterEqual|GreaterTilde|HilbertSpace|HumpDownHump|Intersection|LeftArrowBar|LeftTeeArrow|LeftTriangle|LeftUpVector|NotCongruent|NotHumpEqual|NotLessEqual|NotLessTilde|Proportional|RightCeiling|RoundImplies|ShortUpArrow|SquareSubset|UnderBracket|VerticalLine|blacklozenge|exponentiale|risingdotseq|triangledown|triangleleft|varsubsetneq|varsupsetneq|CircleMinus|CircleTimes|Equilibrium|GreaterLess|LeftCeiling|LessGreater|MediumSpace|NotLessLess|NotPrecedes|NotSucceeds|NotSuperset|OverBracket|RightVector|Rrightarrow|RuleDelayed|SmallCircle|SquareUnion|SubsetEqual|UpDownArrow|Updownarrow|VerticalBar|backepsilon|blacksquare|circledcirc|circleddash|curlyeqprec|curlyeqsucc|diamondsuit|eqslantless|expectation|nRightarrow|nrightarrow|preccurlyeq|precnapprox|quaternions|straightphi|succcurlyeq|succnapprox|thickapprox|updownarrow|Bernoullis|CirclePlus|EqualTilde|Fouriertrf|ImaginaryI|Laplacetrf|LeftVector|Lleftarrow|NotElement|NotGreater|Proportion|RightArrow|RightFloor|Rightarrow|ThickSpace|TildeEqual|TildeTilde|UnderBrace|UpArrowBar|UpTeeArrow|circledast|complement|curlywedge|eqslantgtr|gtreqqless|lessapprox|lesseqqgtr|lmoustache|longmapsto|mapstodown|mapstoleft|nLeftarrow|nleftarrow|nsubseteqq|nsupseteqq|precapprox|rightarrow|rmoustache|sqsubseteq|sqsupseteq|subsetneqq|succapprox|supsetneqq|upuparrows|varepsilon|varnothing|Backslash|CenterDot|CircleDot|Congruent|Coproduct|DoubleDot|DownArrow|DownBreve|Downarrow|HumpEqual|LeftArrow|LeftFloor|Leftarrow|LessTilde|Mellintrf|MinusPlus|NotCupCap|NotExists|NotSubset|OverBrace|PlusMinus|Therefore|ThinSpace|TripleDot|UnionPlus|backprime|backsimeq|bigotimes|centerdot|checkmark|complexes|dotsquare|downarrow|gtrapprox|gtreqless|gvertneqq|heartsuit|leftarrow|lesseqgtr|lvertneqq|ngeqslant|nleqslant|nparallel|nshortmid|nsubseteq|nsupseteq|pitchfork|rationals|spadesuit|subseteqq|subsetneq|supseteqq|supsetneq|therefore|triangleq|varpropto|DDotrahd|DotEqual|Integral|LessLess|NotEqual|NotTilde|PartialD|Precedes|RightTee|Succeeds|SuchThat|Superset|Uarrocir|UnderBar|andslope|angmsdaa|angmsdab|angmsdac|angmsdad|angmsdae|angmsdaf|angmsdag|angmsdah|angrtvbd|approxeq|awconint|backcong|barwedge|bbrktbrk|bigoplus|bigsqcup|biguplus|bigwedge|boxminus|boxtimes|bsolhsub|capbrcup|circledR|circledS|cirfnint|clubsuit|cupbrcap|curlyvee|cwconint|doteqdot|dotminus|drbkarow|dzigrarr|elinters|emptyset|eqvparsl|fpartint|geqslant|gesdotol|gnapprox|hksearow|hkswarow|imagline|imagpart|infintie|integers|intercal|intlarhk|laemptyv|ldrushar|leqslant|lesdotor|llcorner|lnapprox|lrcorner|lurdshar|mapstoup|multimap|naturals|ncongdot|notindot|otimesas|parallel|plusacir|pointint|precneqq|precnsim|profalar|profline|profsurf|raemptyv|realpart|rppolint|rtriltri|scpolint|setminus|shortmid|smeparsl|sqsubset|sqsupset|subseteq|succneqq|succnsim|supseteq|thetasym|thicksim|timesbar|triangle|triminus|trpezium|ulcorner|urcorner|varkappa|varsigma|vartheta|Because|Cayleys|Cconint|Cedilla|Diamond|DownTee|Element|Epsilon|Implies|LeftTee|NewLine|NoBreak|NotLess|Omicron|OverBar|Product|UpArrow|Uparrow|Upsilon|alefsym|angrtvb|angzarr|asympeq|backsim|because|bemptyv|between|bigcirc|bigodot|bigstar|bnequiv|boxplus|ccupssm|cemptyv|cirscir|coloneq|congdot|cudarrl|cudarrr|cularrp|curarrm|dbkarow|ddagger|ddotseq|demptyv|diamond|digamma|dotplus|dwangle|epsilon|eqcolon|equivDD|gesdoto|gtquest|gtrless|harrcir|intprod|isindot|larrbfs|larrsim|lbrksld|lbrkslu|ldrdhar|lesdoto|lessdot|lessgtr|lesssim|lotimes|lozenge|ltquest|luruhar|maltese|minusdu|napprox|natural|nearrow|nexists|notinva|notinvb|notinvc|notniva|notnivb|notnivc|npolint|npreceq|nsqsube|nsqsupe|nsubset|nsucceq|nsupset|nvinfin|nvltrie|nvrtrie|nwarrow|olcross|omicron|orderof|orslope|pertenk|planckh|pluscir|plussim|plustwo|precsim|quatint|questeq|rarrbfs|rarrsim|rbrksld|rbrkslu|rdldhar|realine|rotimes|ruluhar|searrow|simplus|simrarr|subedot|submult|subplus|subrarr|succsim|supdsub|supedot|suphsol|suphsub|suplarr|supmult|supplus|swarrow|topfork|triplus|tritime|uparrow|upsilon|uwangle|vzigzag|zigrarr|Aacute|Abreve|Agrave|Assign|Atilde|Barwed|Bumpeq|Cacute|Ccaron|Ccedil|Colone|Conint|CupCap|Dagger|Dcaron|DotDot|Dstrok|Eacute|Ecaron|Egrave|Exists|ForAll|Gammad|Gbreve|Gcedil|HARDcy|Hstrok|Iacute|Igrave|Itilde|Jsercy|Kcedil|Lacute|Lambda|Lcaron|Lcedil|Lmidot|Lstrok|Nacute|Ncaron|Ncedil|Ntilde|Oacute|Odblac|Ograve|Oslash|Otilde|Otimes|Racute|Rarrtl|Rcaron|Rcedil|SHCHcy|SOFTcy|Sacute|Scaron|Scedil|Square|Subset|Supset|Tcaron|Tcedil|Tstrok|Uacute|Ubreve|Udblac|Ugrave|Utilde|Vdashl|Verbar|Vvdash|Yacute|Zacute|Zcaron|aacute|abreve|agrave|andand|angmsd|angsph|apacir|approx|atilde|barvee|barwed|becaus|bernou|bigcap|bigcup|bigvee|bkarow|bottom|bowtie|boxbox|bprime|brvbar|bullet|bumpeq|cacute|capand|capcap|capcup|capdot|ccaron|ccedil|circeq|cirmid|colone|commat|compfn|conint|coprod|copysr|cularr|cupcap|cupcup|cupdot|curarr|curren|cylcty|dagger|daleth|dcaron|dfisht|divide|divonx|dlcorn|dlcrop|dollar|drcorn|drcrop|dstrok|eacute|easter|ecaron|ecolon|egrave|egsdot|elsdot|emptyv|emsp13|emsp14|eparsl|eqcirc|equals|equest|female|ffilig|ffllig|forall|frac12|frac13|frac14|frac15|frac16|frac18|frac23|frac25|frac34|frac35|frac38|frac45|frac56|frac58|frac78|gacute|gammad|gbreve|gesdot|gesles|gtlPar|gtrarr|gtrdot|gtrsim|hairsp|hamilt|hardcy|hearts|hellip|hercon|homtht|horbar|hslash|hstrok|hybull|hyphen|iacute|igrave|iiiint|iinfin|incare|inodot|intcal|iquest|isinsv|itilde|jsercy|kappav|kcedil|kgreen|lAtail|lacute|lagran|lambda|langle|larrfs|larrhk|larrlp|larrpl|larrtl|latail|lbrace|lbrack|lcaron|lcedil|ldquor|lesdot|lesges|lfisht|lfloor|lharul|llhard|lmidot|lmoust|loplus|lowast|lowbar|lparlt|lrhard|lsaquo|lsquor|lstrok|lthree|ltimes|ltlarr|ltrPar|mapsto|marker|mcomma|midast|midcir|middot|minusb|minusd|mnplus|models|mstpos|nVDash|nVdash|nacute|nbumpe|ncaron|ncedil|nearhk|nequiv|nesear|nexist|nltrie|notinE|nparsl|nprcue|nrarrc|nrarrw|nrtrie|nsccue|nsimeq|ntilde|numero|nvDash|nvHarr|nvdash|nvlArr|nvrArr|nwarhk|nwnear|oacute|odblac|odsold|ograve|ominus|origof|oslash|otilde|otimes|parsim|percnt|period|permil|phmmat|planck|plankv|plusdo|plusdu|plusmn|preceq|primes|prnsim|propto|prurel|puncsp|qprime|rAtail|racute|rangle|rarrap|rarrfs|rarrhk|rarrlp|rarrpl|rarrtl|ratail|rbrace|rbrack|rcaron|rcedil|rdquor|rfisht|rfloor|rharul|rmoust|roplus|rpargt|rsaquo|rsquor|rthree|rtimes|sacute|scaron|scedil|scnsim|searhk|seswar|sfrown|shchcy|sigmaf|sigmav|simdot|smashp|softcy|solbar|spades|sqcaps|sqcups|sqsube|sqsupe|square|squarf|ssetmn|ssmile|sstarf|subdot|subset|subsim|subsub|subsup|succeq|supdot|supset|supsim|supsub|supsup|swarhk|swnwar|target|tcaron|tcedil|telrec|there4|thetav|thinsp|thksim|timesb|timesd|topbot|topcir|tprime|tridot|tstrok|uacute|ubreve|udblac|ufisht|ugrave|ulcorn|ulcrop|urcorn|urcrop|utilde|vangrt|varphi|varrho|veebar|vellip|verbar|vsubnE|vsubne|vsupnE|vsupne|wedbar|wedgeq|weierp|wreath|xoplus|xotime|xsqcup|xuplus|xwedge|yacute|zacute|zcaron|zeetrf|AElig|Acirc|Alpha|Amacr|Aogon|Aring|Breve|Ccirc|Colon|Cross|Dashv|Delta|Ecirc|Emacr|Eogon|Equal|Gamma|Gcirc|Hacek|Hcirc|IJlig|Icirc|Imacr|Iogon|Iukcy|Jcirc|Jukcy|Kappa|OElig|Ocirc|Omacr|Omega|Prime|RBarr|Scirc|Sigma|THORN|TRADE|TSHcy|Theta|Tilde|Ubrcy|Ucirc|Umacr|Union|Uogon|UpTee|Uring|VDash|Vdash|Wcirc|Wedge|Ycirc|acirc|acute|aelig|aleph|alpha|amacr|amalg|angle|angrt|angst|aogon|aring|asymp|awint|bcong|bdquo|bepsi|blank|blk12|blk14|blk34|block|boxDL|boxDR|boxDl|boxDr|boxHD|boxHU|boxHd|boxHu|boxUL|boxUR|boxUl|boxUr|boxVH|boxVL|boxVR|boxVh|boxVl|boxVr|boxdL|boxdR|boxdl|boxdr|boxhD|boxhU|boxhd|boxhu|boxuL|boxuR|boxul|boxur|boxvH|boxvL|boxvR|boxvh|boxvl|boxvr|breve|bsemi|bsime|bsolb|bumpE|bumpe|caret|caron|ccaps|ccirc|ccups|cedil|check|clubs|colon|comma|crarr|cross|csube|csupe|ctdot|cuepr|cuesc|cupor|cuvee|cuwed|cwint|dashv|dblac|ddarr|delta|dharl|dharr|diams|disin|doteq|dtdot|dtrif|duarr|duhar|eDDot|ecirc|efDot|emacr|empty|eogon|eplus|epsiv|eqsim|equiv|erDot|erarr|esdot|exist|fflig|filig|fjlig|fllig|fltns|forkv|frasl|frown|gamma|gcirc|gescc|gimel|gneqq|gnsim|grave|gsime|gsiml|gtcir|gtdot|harrw|hcirc|hoarr|icirc|iexcl|iiint|iiota|ijlig|imacr|image|imath|imped|infin|iogon|iprod|isinE|isins|isinv|iukcy|jcirc|jmath|jukcy|kappa|lAarr|lBarr|langd|laquo|larrb|lates|lbarr|lbbrk|lbrke|lceil|ldquo|lescc|lhard|lharu|lhblk|llarr|lltri|lneqq|lnsim|loang|loarr|lobrk|lopar|lrarr|lrhar|lrtri|lsime|lsimg|lsquo|ltcir|ltdot|ltrie|ltrif|mDDot|mdash|micro|minus|mumap|nabla|napid|napos|natur|nbump|ncong|ndash|neArr|nearr|nedot|nesim|ngeqq|ngsim|nhArr|nharr|nhpar|nlArr|nlarr|nleqq|nless|nlsim|nltri|notin|notni|npart|nprec|nrArr|nrarr|nrtri|nsime|nsmid|nspar|nsubE|nsube|nsucc|nsupE|nsupe|numsp|nvsim|nwArr|nwarr|ocirc|odash|oelig|ofcir|ohbar|olarr|olcir|oline|omacr|omega|operp|oplus|orarr|order|ovbar|parsl|phone|plusb|pluse|pound|prcue|prime|prnap|prsim|quest|rAarr|rBarr|radic|rangd|range|raquo|rarrb|rarrc|rarrw|ratio|rbarr|rbbrk|rbrke|rceil|rdquo|reals|rhard|rharu|rlarr|rlhar|rnmid|roang|roarr|robrk|ropar|rrarr|rsquo|rtrie|rtrif|sbquo|sccue|scirc|scnap|scsim|sdotb|sdote|seArr|searr|setmn|sharp|sigma|simeq|simgE|simlE|simne|slarr|smile|smtes|sqcap|sqcup|sqsub|sqsup|srarr|starf|strns|subnE|subne|supnE|supne|swArr|swarr|szlig|theta|thkap|thorn|tilde|times|trade|trisb|tshcy|twixt|ubrcy|ucirc|udarr|udhar|uharl|uharr|uhblk|ultri|umacr|uogon|uplus|upsih|uring|urtri|utdot|utrif|uuarr|vBarv|vDash|varpi|vdash|veeeq|vltri|vnsub|vnsup|vprop|vrtri|wcirc|wedge|xcirc|xdtri|xhArr|xharr|xlArr|xlarr|xodot|xrArr|xrarr|xutri|ycirc|Aopf|Ascr|Auml|Barv|Beta|Bopf|Bscr|CHcy|COPY|Cdot|Copf|Cscr|DJcy|DScy|DZcy|Darr|Dopf|Dscr|Edot|Eopf|Escr|Esim|Euml|Fopf|Fscr|GJcy|Gdot|Gopf|Gscr|Hopf|Hscr|IEcy|IOcy|Idot|Iopf|Iota|Iscr|Iuml|Jopf|Jscr|KHcy|KJcy|Kopf|Kscr|LJcy|Lang|Larr|Lopf|Lscr|Mopf|Mscr|NJcy|Nopf|Nscr|Oopf|Oscr|Ouml|Popf|Pscr|QUOT|Qopf|Qscr|Rang|Rarr|Ropf|Rscr|SHcy|Sopf|Sqrt|Sscr|Star|TScy|Topf|Tscr|Uarr|Uopf|Upsi|Uscr|Uuml|Vbar|Vert|Vopf|Vscr|Wopf|Wscr|Xopf|Xscr|YAcy|YIcy|YUcy|Yopf|Yscr|Yuml|ZHcy|Zdot|Zeta|Zopf|Zscr|andd|andv|ange|aopf|apid|apos|ascr|auml|bNot|bbrk|beta|beth|bnot|bopf|boxH|boxV|boxh|boxv|bscr|bsim|bsol|bull|bump|caps|cdot|cent|chcy|cirE|circ|cire|comp|cong|copf|copy|cscr|csub|csup|cups|dArr|dHar|darr|dash|diam|djcy|dopf|dscr|dscy|dsol|dtri|dzcy|eDot|ecir|edot|emsp|ensp|eopf|epar|epsi|escr|esim|euml|euro|excl|flat|fnof|fopf|fork|fscr|gdot|geqq|gesl|gjcy|gnap|gneq|gopf|gscr|gsim|gtcc|gvnE|hArr|half|harr|hbar|hopf|hscr|iecy|imof|iocy|iopf|iota|iscr|isin|iuml|jopf|jscr|khcy|kjcy|kopf|kscr|lArr|lHar|lang|larr|late|lcub|ldca|ldsh|leqq|lesg|ljcy|lnap|lneq|lopf|lozf|lpar|lscr|lsim|lsqb|ltcc|ltri|lvnE|macr|male|malt|mlcp|mldr|mopf|mscr|nGtv|nLtv|nang|napE|nbsp|ncap|ncup|ngeq|nges|ngtr|nisd|njcy|nldr|nleq|nles|nmid|nopf|npar|npre|nsce|nscr|nsim|nsub|nsup|ntgl|ntlg|nvap|nvge|nvgt|nvle|nvlt|oast|ocir|odiv|odot|ogon|oint|omid|oopf|opar|ordf|ordm|oror|oscr|osol|ouml|para|part|perp|phiv|plus|popf|prap|prec|prnE|prod|prop|pscr|qint|qopf|qscr|quot|rArr|rHar|race|rang|rarr|rcub|rdca|rdsh|real|rect|rhov|ring|ropf|rpar|rscr|rsqb|rtri|scap|scnE|sdot|sect|semi|sext|shcy|sime|simg|siml|smid|smte|solb|sopf|spar|squf|sscr|star|subE|sube|succ|sung|sup1|sup2|sup3|supE|supe|tbrk|tdot|tint|toea|topf|tosa|trie|tscr|tscy|uArr|uHar|uarr|uopf|upsi|uscr|utri|uuml|vArr|vBar|varr|vert|vopf|vscr|wopf|wscr|xcap|xcup|xmap|xnis|xopf|xscr|xvee|yacy|yicy|yopf|yscr|yucy|yuml|zdot|zeta|zhcy|zopf|zscr|zwnj|AMP|Acy|Afr|And|Bcy|Bfr|Cap|Cfr|Chi|Cup|Dcy|Del|Dfr|Dot|ENG|ETH|Ecy|Efr|Eta|Fcy|Ffr|Gcy|Gfr|Hat|Hfr|Icy|Ifr|Int|Jcy|Jfr|Kcy|Kfr|Lcy|Lfr|Lsh|Map|Mcy|Mfr|Ncy|Nfr|Not|Ocy|Ofr|Pcy|Pfr|Phi|Psi|Qfr|REG|Rcy|Rfr|Rho|Rsh|Scy|Sfr|Sub|Sum|Sup|Tab|Tau|Tcy|Tfr|Ucy|Ufr|Vcy|Vee|Vfr|Wfr|Xfr|Ycy|Yfr|Zcy|Zfr|acE|acd|acy|afr|amp|and|ang|apE|ape|ast|bcy|bfr|bne|bot|cap|cfr|chi|cir|cup|dcy|deg|dfr|die|div|dot|ecy|efr|egs|ell|els|eng|eta|eth|fcy|ffr|gEl|gap|gcy|gel|geq|ges|gfr|ggg|glE|gla|glj|gnE|gne|hfr|icy|iff|ifr|int|jcy|jfr|kcy|kfr|lEg|lap|lat|lcy|leg|leq|les|lfr|lgE|lnE|lne|loz|lrm|lsh|map|mcy|mfr|mho|mid|nGg|nGt|nLl|nLt|nap|ncy|nfr|ngE|nge|ngt|nis|niv|nlE|nle|nlt|not|npr|nsc|num|ocy|ofr|ogt|ohm|olt|ord|orv|par|pcy|pfr|phi|piv|prE|pre|psi|qfr|rcy|reg|rfr|rho|rlm|rsh|scE|sce|scy|sfr|shy|sim|smt|sol|squ|sub|sum|sup|tau|tcy|tfr|top|ucy|ufr|uml|vcy|vee|vfr|wfr|xfr|ycy|yen|yfr|zcy|zfr|zwj|DD|GT|Gg|Gt|Im|LT|Ll|Lt|Mu|Nu|Or|Pi|Pr|Re|Sc|Xi|ac|af|ap|dd|ee|eg|el|gE|ge|gg|gl|gt|ic|ii|in|it|lE|le|lg|ll|lt|mp|mu|ne|ni|nu|oS|or|pi|pm|pr|rx|sc|wp|wr|xi);|&(Aacute|Agrave|Atilde|Ccedil|Eacute|Egrave|Iacute|Igrave|Ntilde|Oacute|Ograve|Oslash|Otilde|Uacute|Ugrave|Yacute|aacute|agrave|atilde|brvbar|ccedil|curren|divide|eacute|egrave|frac12|frac14|frac34|iacute|igrave|iquest|middot|ntilde|oacute|ograve|oslash|otilde|plusmn|uacute|ugrave|yacute|AElig|Acirc|Aring|Ecirc|Icirc|Ocirc|THORN|Ucirc|acirc|acute|aelig|aring|cedil|ecirc|icirc|iexcl|laquo|micro|ocirc|pound|raquo|szlig|thorn|times|ucirc|Auml|COPY|Euml|Iuml|Ouml|QUOT|Uuml|auml|cent|copy|euml|iuml|macr|nbsp|ordf|ordm|ouml|para|quot|sect|sup1|sup2|sup3|uuml|yuml|AMP|ETH|REG|amp|deg|eth|not|reg|shy|uml|yen|GT|LT|gt|lt)(?!;)([=a-zA-Z0-9]?)|&#([0-9]+)(;?)|&#[xX]([a-fA-F0-9]+)(;?)|&([0-9a-zA-Z]+)/g,decodeMap=new Map([["AElig","Æ"],["AMP","&"],["Aacute","Á"],["Abreve","Ă"],["Acirc","Â"],["Acy","А"],["Afr","𝔄"],["Agrave","À"],["Alpha","Α"],["Amacr","Ā"],["And","⩓"],["Aogon","Ą"],["Aopf","𝔸"],["ApplyFunction","⁡"],["Aring","Å"],["Ascr","𝒜"],["Assign","≔"],["Atilde","Ã"],["Auml","Ä"],["Backslash","∖"],["Barv","⫧"],["Barwed","⌆"],["Bcy","Б"],["Because","∵"],["Bernoullis","ℬ"],["Beta","Β"],["Bfr","𝔅"],["Bopf","𝔹"],["Breve","˘"],["Bscr","ℬ"],["Bumpeq","≎"],["CHcy","Ч"],["COPY","©"],["Cacute","Ć"],["Cap","⋒"],["CapitalDifferentialD","ⅅ"],["Cayleys","ℭ"],["Ccaron","Č"],["Ccedil","Ç"],["Ccirc","Ĉ"],["Cconint","∰"],["Cdot","Ċ"],["Cedilla","¸"],["CenterDot","·"],["Cfr","ℭ"],["Chi","Χ"],["CircleDot","⊙"],["CircleMinus","⊖"],["CirclePlus","⊕"],["CircleTimes","⊗"],["ClockwiseContourIntegral","∲"],["CloseCurlyDoubleQuote","”"],["CloseCurlyQuote","’"],["Colon","∷"],["Colone","⩴"],["Congruent","≡"],["Conint","∯"],["ContourIntegral","∮"],["Copf","ℂ"],["Coproduct","∐"],["CounterClockwiseContourIntegral","∳"],["Cross","⨯"],["Cscr","𝒞"],["Cup","⋓"],["CupCap","≍"],["DD","ⅅ"],["DDotrahd","⤑"],["DJcy","Ђ"],["DScy","Ѕ"],["DZcy","Џ"],["Dagger","‡"],["Darr","↡"],["Dashv","⫤"],["Dcaron","Ď"],["Dcy","Д"],["Del","∇"],["Delta","Δ"],["Dfr","𝔇"],["DiacriticalAcute","´"],["DiacriticalDot","˙"],["DiacriticalDoubleAcute","˝"],["DiacriticalGrave","`"],["DiacriticalTilde","˜"],["Diamond","⋄"],["DifferentialD","ⅆ"],["Dopf","𝔻"],["Dot","¨"],["DotDot","⃜"],["DotEqual","≐"],["DoubleContourIntegral","∯"],["DoubleDot","¨"],["DoubleDownArrow","⇓"],["DoubleLeftArrow","⇐"],["DoubleLeftRightArrow","⇔"],["DoubleLeftTee","⫤"],["DoubleLongLeftArrow","⟸"],["DoubleLongLeftRightArrow","⟺"],["DoubleLongRightArrow","⟹"],["DoubleRightArrow","⇒"],["DoubleRightTee","⊨"],["DoubleUpArrow","⇑"],["DoubleUpDownArrow","⇕"],["DoubleVerticalBar","∥"],["DownArrow","↓"],["DownArrowBar","⤓"],["DownArrowUpArrow","⇵"],["DownBreve","̑"],["DownLeftRightVector","⥐"],["DownLeftTeeVector","⥞"],["DownLeftVector","↽"],["DownLeftVectorBar","⥖"],["DownRightTeeVector","⥟"],["DownRightVector","⇁"],["DownRightVectorBar","⥗"],["DownTee","⊤"],["DownTeeArrow","↧"],["Downarrow","⇓"],["Dscr","𝒟"],["Dstrok","Đ"],["ENG","Ŋ"],["ETH","Ð"],["Eacute","É"],["Ecaron","Ě"],["Ecirc","Ê"],["Ecy","Э"],["Edot","Ė"],["Efr","𝔈"],["Egrave","È"],["Element","∈"],["Emacr","Ē"],["EmptySmallSquare","◻"],["EmptyVerySmallSquare","▫"],["Eogon","Ę"],["Eopf","𝔼"],["Epsilon","Ε"],["Equal","⩵"],["EqualTilde","≂"],["Equilibrium","⇌"],["Escr","ℰ"],["Esim","⩳"],["Eta","Η"],["Euml","Ë"],["Exists","∃"],["ExponentialE","ⅇ"],["Fcy","Ф"],["Ffr","𝔉"],["FilledSmallSquare","◼"],["FilledVerySmallSquare","▪"],["Fopf","𝔽"],["ForAll","∀"],["Fouriertrf","ℱ"],["Fscr","ℱ"],["GJcy","Ѓ"],["GT",">"],["Gamma","Γ"],["Gammad","Ϝ"],["Gbreve","Ğ"],["Gcedil","Ģ"],["Gcirc","Ĝ"],["Gcy","Г"],["Gdot","Ġ"],["Gfr","𝔊"],["Gg","⋙"],["Gopf","𝔾"],["GreaterEqual","≥"],["GreaterEqualLess","⋛"],["GreaterFullEqual","≧"],["GreaterGreater","⪢"],["GreaterLess","≷"],["GreaterSlantEqual","⩾"],["GreaterTilde","≳"],["Gscr","𝒢"],["Gt","≫"],["HARDcy","Ъ"],["Hacek","ˇ"],["Hat","^"],["Hcirc","Ĥ"],["Hfr","ℌ"],["HilbertSpace","ℋ"],["Hopf","ℍ"],["HorizontalLine","─"],["Hscr","ℋ"],["Hstrok","Ħ"],["HumpDownHump","≎"],["HumpEqual","≏"],["IEcy","Е"],["IJlig","Ĳ"],["IOcy","Ё"],["Iacute","Í"],["Icirc","Î"],["Icy","И"],["Idot","İ"],["Ifr","ℑ"],["Igrave","Ì"],["Im","ℑ"],["Imacr","Ī"],["ImaginaryI","ⅈ"],["Implies","⇒"],["Int","∬"],["Integral","∫"],["Intersection","⋂"],["InvisibleComma","⁣"],["InvisibleTimes","⁢"],["Iogon","Į"],["Iopf","𝕀"],["Iota","Ι"],["Iscr","ℐ"],["Itilde","Ĩ"],["Iukcy","І"],["Iuml","Ï"],["Jcirc","Ĵ"],["Jcy","Й"],["Jfr","𝔍"],["Jopf","𝕁"],["Jscr","𝒥"],["Jsercy","Ј"],["Jukcy","Є"],["KHcy","Х"],["KJcy","Ќ"],["Kappa","Κ"],["Kcedil","Ķ"],["Kcy","К"],["Kfr","𝔎"],["Kopf","𝕂"],["Kscr","𝒦"],["LJcy","Љ"],["LT","<"],["Lacute","Ĺ"],["Lambda","Λ"],["Lang","⟪"],["Laplacetrf","ℒ"],["Larr","↞"],["Lcaron","Ľ"],["Lcedil","Ļ"],["Lcy","Л"],["LeftAngleBracket","⟨"],["LeftArrow","←"],["LeftArrowBar","⇤"],["LeftArrowRightArrow","⇆"],["LeftCeiling","⌈"],["LeftDoubleBracket","⟦"],["LeftDownTeeVector","⥡"],["LeftDownVector","⇃"],["LeftDownVectorBar","⥙"],["LeftFloor","⌊"],["LeftRightArrow","↔"],["LeftRightVector","⥎"],["LeftTee","⊣"],["LeftTeeArrow","↤"],["LeftTeeVector","⥚"],["LeftTriangle","⊲"],["LeftTriangleBar","⧏"],["LeftTriangleEqual","⊴"],["LeftUpDownVector","⥑"],["LeftUpTeeVector","⥠"],["LeftUpVector","↿"],["LeftUpVectorBar","⥘"],["LeftVector","↼"],["LeftVectorBar","⥒"],["Leftarrow","⇐"],["Leftrightarrow","⇔"],["LessEqualGreater","⋚"],["LessFullEqual","≦"],["LessGreater","≶"],["LessLess","⪡"],["LessSlantEqual","⩽"],["LessTilde","≲"],["Lfr","𝔏"],["Ll","⋘"],["Lleftarrow","⇚"],["Lmidot","Ŀ"],["LongLeftArrow","⟵"],["LongLeftRightArrow","⟷"],["LongRightArrow","⟶"],["Longleftarrow","⟸"],["Longleftrightarrow","⟺"],["Longrightarrow","⟹"],["Lopf","𝕃"],["LowerLeftArrow","↙"],["LowerRightArrow","↘"],["Lscr","ℒ"],["Lsh","↰"],["Lstrok","Ł"],["Lt","≪"],["Map","⤅"],["Mcy","М"],["MediumSpace"," "],["Mellintrf","ℳ"],["Mfr","𝔐"],["MinusPlus","∓"],["Mopf","𝕄"],["Mscr","ℳ"],["Mu","Μ"],["NJcy","Њ"],["Nacute","Ń"],["Ncaron","Ň"],["Ncedil","Ņ"],["Ncy","Н"],["NegativeMediumSpace","​"],["NegativeThickSpace","​"],["NegativeThinSpace","​"],["NegativeVeryThinSpace","​"],["NestedGreaterGreater","≫"],["NestedLessLess","≪"],["NewLine",`
`],["Nfr","𝔑"],["NoBreak","⁠"],["NonBreakingSpace"," "],["Nopf","ℕ"],["Not","⫬"],["NotCongruent","≢"],["NotCupCap","≭"],["NotDoubleVerticalBar","∦"],["NotElement","∉"],["NotEqual","≠"],["NotEqualTilde","≂̸"],["NotExists","∄"],["NotGreater","≯"],["NotGreaterEqual","≱"],["NotGreaterFullEqual","≧̸"],["NotGreaterGreater","≫̸"],["NotGreaterLess","≹"],["NotGreaterSlantEqual","⩾̸"],["NotGreaterTilde","≵"],["NotHumpDownHump","≎̸"],["NotHumpEqual","≏̸"],["NotLeftTriangle","⋪"],["NotLeftTriangleBar","⧏̸"],["NotLeftTriangleEqual","⋬"],["NotLess","≮"],["NotLessEqual","≰"],["NotLessGreater","≸"],["NotLessLess","≪̸"],["NotLessSlantEqual","⩽̸"],["NotLessTilde","≴"],["NotNestedGreaterGreater","⪢̸"],["NotNestedLessLess","⪡̸"],["NotPrecedes","⊀"],["NotPrecedesEqual","⪯̸"],["NotPrecedesSlantEqual","⋠"],["NotReverseElement","∌"],["NotRightTriangle","⋫"],["NotRightTriangleBar","⧐̸"],["NotRightTriangleEqual","⋭"],["NotSquareSubset","⊏̸"],["NotSquareSubsetEqual","⋢"],["NotSquareSuperset","⊐̸"],["NotSquareSupersetEqual","⋣"],["NotSubset","⊂⃒"],["NotSubsetEqual","⊈"],["NotSucceeds","⊁"],["NotSucceedsEqual","⪰̸"],["NotSucceedsSlantEqual","⋡"],["NotSucceedsTilde","≿̸"],["NotSuperset","⊃⃒"],["NotSupersetEqual","⊉"],["NotTilde","≁"],["NotTildeEqual","≄"],["NotTildeFullEqual","≇"],["NotTildeTilde","≉"],["NotVerticalBar","∤"],["Nscr","𝒩"],["Ntilde","Ñ"],["Nu","Ν"],["OElig","Œ"],["Oacute","Ó"],["Ocirc","Ô"],["Ocy","О"],["Odblac","Ő"],["Ofr","𝔒"],["Ograve","Ò"],["Omacr","Ō"],["Omega","Ω"],["Omicron","Ο"],["Oopf","𝕆"],["OpenCurlyDoubleQuote","“"],["OpenCurlyQuote","‘"],["Or","⩔"],["Oscr","𝒪"],["Oslash","Ø"],["Otilde","Õ"],["Otimes","⨷"],["Ouml","Ö"],["OverBar","‾"],["OverBrace","⏞"],["OverBracket","⎴"],["OverParenthesis","⏜"],["PartialD","∂"],["Pcy","П"],["Pfr","𝔓"],["Phi","Φ"],["Pi","Π"],["PlusMinus","±"],["Poincareplane","ℌ"],["Popf","ℙ"],["Pr","⪻"],["Precedes","≺"],["PrecedesEqual","⪯"],["PrecedesSlantEqual","≼"],["PrecedesTilde","≾"],["Prime","″"],["Product","∏"],["Proportion","∷"],["Proportional","∝"],["Pscr","𝒫"],["Psi","Ψ"],["QUOT",'"'],["Qfr","𝔔"],["Qopf","ℚ"],["Qscr","𝒬"],["RBarr","⤐"],["REG","®"],["Racute","Ŕ"],["Rang","⟫"],["Rarr","↠"],["Rarrtl","⤖"],["Rcaron","Ř"],["Rcedil","Ŗ"],["Rcy","Р"],["Re","ℜ"],["ReverseElement","∋"],["ReverseEquilibrium","⇋"],["ReverseUpEquilibrium","⥯"],["Rfr","ℜ"],["Rho","Ρ"],["RightAngleBracket","⟩"],["RightArrow","→"],["RightArrowBar","⇥"],["RightArrowLeftArrow","⇄"],["RightCeiling","⌉"],["RightDoubleBracket","⟧"],["RightDownTeeVector","⥝"],["RightDownVector","⇂"],["RightDownVectorBar","⥕"],["RightFloor","⌋"],["RightTee","⊢"],["RightTeeArrow","↦"],["RightTeeVector","⥛"],["RightTriangle","⊳"],["RightTriangleBar","⧐"],["RightTriangleEqual","⊵"],["RightUpDownVector","⥏"],["RightUpTeeVector","⥜"],["RightUpVector","↾"],["RightUpVectorBar","⥔"],["RightVector","⇀"],["RightVectorBar","⥓"],["Rightarrow","⇒"],["Ropf","ℝ"],["RoundImplies","⥰"],["Rrightarrow","⇛"],["Rscr","ℛ"],["Rsh","↱"],["RuleDelayed","⧴"],["SHCHcy","Щ"],["SHcy","Ш"],["SOFTcy","Ь"],["Sacute","Ś"],["Sc","⪼"],["Scaron","Š"],["Scedil","Ş"],["Scirc","Ŝ"],["Scy","С"],["Sfr","𝔖"],["ShortDownArrow","↓"],["ShortLeftArrow","←"],["ShortRightArrow","→"],["ShortUpArrow","↑"],["Sigma","Σ"],["SmallCircle","∘"],["Sopf","𝕊"],["Sqrt","√"],["Square","□"],["SquareIntersection","⊓"],["SquareSubset","⊏"],["SquareSubsetEqual","⊑"],["SquareSuperset","⊐"],["SquareSupersetEqual","⊒"],["SquareUnion","⊔"],["Sscr","𝒮"],["Star","⋆"],["Sub","⋐"],["Subset","⋐"],["SubsetEqual","⊆"],["Succeeds","≻"],["SucceedsEqual","⪰"],["SucceedsSlantEqual","≽"],["SucceedsTilde","≿"],["SuchThat","∋"],["Sum","∑"],["Sup","⋑"],["Superset","⊃"],["SupersetEqual","⊇"],["Supset","⋑"],["THORN","Þ"],["TRADE","™"],["TSHcy","Ћ"],["TScy","Ц"],["Tab","	"],["Tau","Τ"],["Tcaron","Ť"],["Tcedil","Ţ"],["Tcy","Т"],["Tfr","𝔗"],["Therefore","∴"],["Theta","Θ"],["ThickSpace","  "],["ThinSpace"," "],["Tilde","∼"],["TildeEqual","≃"],["TildeFullEqual","≅"],["TildeTilde","≈"],["Topf","𝕋"],["TripleDot","⃛"],["Tscr","𝒯"],["Tstrok","Ŧ"],["Uacute","Ú"],["Uarr","↟"],["Uarrocir","⥉"],["Ubrcy","Ў"],["Ubreve","Ŭ"],["Ucirc","Û"],["Ucy","У"],["Udblac","Ű"],["Ufr","𝔘"],["Ugrave","Ù"],["Umacr","Ū"],["UnderBar","_"],["UnderBrace","⏟"],["UnderBracket","⎵"],["UnderParenthesis","⏝"],["Union","⋃"],["UnionPlus","⊎"],["Uogon","Ų"],["Uopf","𝕌"],["UpArrow","↑"],["UpArrowBar","⤒"],["UpArrowDownArrow","⇅"],["UpDownArrow","↕"],["UpEquilibrium","⥮"],["UpTee","⊥"],["UpTeeArrow","↥"],["Uparrow","⇑"],["Updownarrow","⇕"],["UpperLeftArrow","↖"],["UpperRightArrow","↗"],["Upsi","ϒ"],["Upsilon","Υ"],["Uring","Ů"],["Uscr","𝒰"],["Utilde","Ũ"],["Uuml","Ü"],["VDash","⊫"],["Vbar","⫫"],["Vcy","В"],["Vdash","⊩"],["Vdashl","⫦"],["Vee","⋁"],["Verbar","‖"],["Vert","‖"],["VerticalBar","∣"],["VerticalLine","|"],["VerticalSeparator","❘"],["VerticalTilde","≀"],["VeryThinSpace"," "],["Vfr","𝔙"],["Vopf","𝕍"],["Vscr","𝒱"],["Vvdash","⊪"],["Wcirc","Ŵ"],["Wedge","⋀"],["Wfr","𝔚"],["Wopf","𝕎"],["Wscr","𝒲"],["Xfr","𝔛"],["Xi","Ξ"],["Xopf","𝕏"],["Xscr","𝒳"],["YAcy","Я"],["YIcy","Ї"],["YUcy","Ю"],["Yacute","Ý"],["Ycirc","Ŷ"],["Ycy","Ы"],["Yfr","𝔜"],["Yopf","𝕐"],["Yscr","𝒴"],["Yuml","Ÿ"],["ZHcy","Ж"],["Zacute","Ź"],["Zcaron","Ž"],["Zcy","З"],["Zdot","Ż"],["ZeroWidthSpace","​"],["Zeta","Ζ"],["Zfr","ℨ"],["Zopf","ℤ"],["Zscr","𝒵"],["aacute","á"],["abreve","ă"],["ac","∾"],["acE","∾̳"],["acd","∿"],["acirc","â"],["acute","´"],["acy","а"],["aelig","æ"],["af","⁡"],["afr","𝔞"],["agrave","à"],["alefsym","ℵ"],["aleph","ℵ"],["alpha","α"],["amacr","ā"],["amalg","⨿"],["amp","&"],["and","∧"],["andand","⩕"],["andd","⩜"],["andslope","⩘"],["andv","⩚"],["ang","∠"],["ange","⦤"],["angle","∠"],["angmsd","∡"],["angmsdaa","⦨"],["angmsdab","⦩"],["angmsdac","⦪"],["angmsdad","⦫"],["angmsdae","⦬"],["angmsdaf","⦭"],["angmsdag","⦮"],["angmsdah","⦯"],["angrt","∟"],["angrtvb","⊾"],["angrtvbd","⦝"],["angsph","∢"],["angst","Å"],["angzarr","⍼"],["aogon","ą"],["aopf","𝕒"],["ap","≈"],["apE","⩰"],["apacir","⩯"],["ape","≊"],["apid","≋"],["apos","'"],["approx","≈"],["approxeq","≊"],["aring","å"],["ascr","𝒶"],["ast","*"],["asymp","≈"],["asympeq","≍"],["atilde","ã"],["auml","ä"],["awconint","∳"],["awint","⨑"],["bNot","⫭"],["backcong","≌"],["backepsilon","϶"],["backprime","‵"],["backsim","∽"],["backsimeq","⋍"],["barvee","⊽"],["barwed","⌅"],["barwedge","⌅"],["bbrk","⎵"],["bbrktbrk","⎶"],["bcong","≌"],["bcy","б"],["bdquo","„"],["becaus","∵"],["because","∵"],["bemptyv","⦰"],["bepsi","϶"],["bernou","ℬ"],["beta","β"],["beth","ℶ"],["between","≬"],["bfr","𝔟"],["bigcap","⋂"],["bigcirc","◯"],["bigcup","⋃"],["bigodot","⨀"],["bigoplus","⨁"],["bigotimes","⨂"],["bigsqcup","⨆"],["bigstar","★"],["bigtriangledown","▽"],["bigtriangleup","△"],["biguplus","⨄"],["bigvee","⋁"],["bigwedge","⋀"],["bkarow","⤍"],["blacklozenge","⧫"],["blacksquare","▪"],["blacktriangle","▴"],["blacktriangledown","▾"],["blacktriangleleft","◂"],["blacktriangleright","▸"],["blank","␣"],["blk12","▒"],["blk14","░"],["blk34","▓"],["block","█"],["bne","=⃥"],["bnequiv","≡⃥"],["bnot","⌐"],["bopf","𝕓"],["bot","⊥"],["bottom","⊥"],["bowtie","⋈"],["boxDL","╗"],["boxDR","╔"],["boxDl","╖"],["boxDr","╓"],["boxH","═"],["boxHD","╦"],["boxHU","╩"],["boxHd","╤"],["boxHu","╧"],["boxUL","╝"],["boxUR","╚"],["boxUl","╜"],["boxUr","╙"],["boxV","║"],["boxVH","╬"],["boxVL","╣"],["boxVR","╠"],["boxVh","╫"],["boxVl","╢"],["boxVr","╟"],["boxbox","⧉"],["boxdL","╕"],["boxdR","╒"],["boxdl","┐"],["boxdr","┌"],["boxh","─"],["boxhD","╥"],["boxhU","╨"],["boxhd","┬"],["boxhu","┴"],["boxminus","⊟"],["boxplus","⊞"],["boxtimes","⊠"],["boxuL","╛"],["boxuR","╘"],["boxul","┘"],["boxur","└"],["boxv","│"],["boxvH","╪"],["boxvL","╡"],["boxvR","╞"],["boxvh","┼"],["boxvl","┤"],["boxvr","├"],["bprime","‵"],["breve","˘"],["brvbar","¦"],["bscr","𝒷"],["bsemi","⁏"],["bsim","∽"],["bsime","⋍"],["bsol","\\"],["bsolb","⧅"],["bsolhsub","⟈"],["bull","•"],["bullet","•"],["bump","≎"],["bumpE","⪮"],["bumpe","≏"],["bumpeq","≏"],["cacute","ć"],["cap","∩"],["capand","⩄"],["capbrcup","⩉"],["capcap","⩋"],["capcup","⩇"],["capdot","⩀"],["caps","∩︀"],["caret","⁁"],["caron","ˇ"],["ccaps","⩍"],["ccaron","č"],["ccedil","ç"],["ccirc","ĉ"],["ccups","⩌"],["ccupssm","⩐"],["cdot","ċ"],["cedil","¸"],["cemptyv","⦲"],["cent","¢"],["centerdot","·"],["cfr","𝔠"],["chcy","ч"],["check","✓"],["checkmark","✓"],["chi","χ"],["cir","○"],["cirE","⧃"],["circ","ˆ"],["circeq","≗"],["circlearrowleft","↺"],["circlearrowright","↻"],["circledR","®"],["circledS","Ⓢ"],["circledast","⊛"],["circledcirc","⊚"],["circleddash","⊝"],["cire","≗"],["cirfnint","⨐"],["cirmid","⫯"],["cirscir","⧂"],["clubs","♣"],["clubsuit","♣"],["colon",":"],["colone","≔"],["coloneq","≔"],["comma",","],["commat","@"],["comp","∁"],["compfn","∘"],["complement","∁"],["complexes","ℂ"],["cong","≅"],["congdot","⩭"],["conint","∮"],["copf","𝕔"],["coprod","∐"],["copy","©"],["copysr","℗"],["crarr","↵"],["cross","✗"],["cscr","𝒸"],["csub","⫏"],["csube","⫑"],["csup","⫐"],["csupe","⫒"],["ctdot","⋯"],["cudarrl","⤸"],["cudarrr","⤵"],["cuepr","⋞"],["cuesc","⋟"],["cularr","↶"],["cularrp","⤽"],["cup","∪"],["cupbrcap","⩈"],["cupcap","⩆"],["cupcup","⩊"],["cupdot","⊍"],["cupor","⩅"],["cups","∪︀"],["curarr","↷"],["curarrm","⤼"],["curlyeqprec","⋞"],["curlyeqsucc","⋟"],["curlyvee","⋎"],["curlywedge","⋏"],["curren","¤"],["curvearrowleft","↶"],["curvearrowright","↷"],["cuvee","⋎"],["cuwed","⋏"],["cwconint","∲"],["cwint","∱"],["cylcty","⌭"],["dArr","⇓"],["dHar","⥥"],["dagger","†"],["daleth","ℸ"],["darr","↓"],["dash","‐"],["dashv","⊣"],["dbkarow","⤏"],["dblac","˝"],["dcaron","ď"],["dcy","д"],["dd","ⅆ"],["ddagger","‡"],["ddarr","⇊"],["ddotseq","⩷"],["deg","°"],["delta","δ"],["demptyv","⦱"],["dfisht","⥿"],["dfr","𝔡"],["dharl","⇃"],["dharr","⇂"],["diam","⋄"],["diamond","⋄"],["diamondsuit","♦"],["diams","♦"],["die","¨"],["digamma","ϝ"],["disin","⋲"],["div","÷"],["divide","÷"],["divideontimes","⋇"],["divonx","⋇"],["djcy","ђ"],["dlcorn","⌞"],["dlcrop","⌍"],["dollar","$"],["dopf","𝕕"],["dot","˙"],["doteq","≐"],["doteqdot","≑"],["dotminus","∸"],["dotplus","∔"],["dotsquare","⊡"],["doublebarwedge","⌆"],["downarrow","↓"],["downdownarrows","⇊"],["downharpoonleft","⇃"],["downharpoonright","⇂"],["drbkarow","⤐"],["drcorn","⌟"],["drcrop","⌌"],["dscr","𝒹"],["dscy","ѕ"],["dsol","⧶"],["dstrok","đ"],["dtdot","⋱"],["dtri","▿"],["dtrif","▾"],["duarr","⇵"],["duhar","⥯"],["dwangle","⦦"],["dzcy","џ"],["dzigrarr","⟿"],["eDDot","⩷"],["eDot","≑"],["eacute","é"],["easter","⩮"],["ecaron","ě"],["ecir","≖"],["ecirc","ê"],["ecolon","≕"],["ecy","э"],["edot","ė"],["ee","ⅇ"],["efDot","≒"],["efr","𝔢"],["eg","⪚"],["egrave","è"],["egs","⪖"],["egsdot","⪘"],["el","⪙"],["elinters","⏧"],["ell","ℓ"],["els","⪕"],["elsdot","⪗"],["emacr","ē"],["empty","∅"],["emptyset","∅"],["emptyv","∅"],["emsp"," "],["emsp13"," "],["emsp14"," "],["eng","ŋ"],["ensp"," "],["eogon","ę"],["eopf","𝕖"],["epar","⋕"],["eparsl","⧣"],["eplus","⩱"],["epsi","ε"],["epsilon","ε"],["epsiv","ϵ"],["eqcirc","≖"],["eqcolon","≕"],["eqsim","≂"],["eqslantgtr","⪖"],["eqslantless","⪕"],["equals","="],["equest","≟"],["equiv","≡"],["equivDD","⩸"],["eqvparsl","⧥"],["erDot","≓"],["erarr","⥱"],["escr","ℯ"],["esdot","≐"],["esim","≂"],["eta","η"],["eth","ð"],["euml","ë"],["euro","€"],["excl","!"],["exist","∃"],["expectation","ℰ"],["exponentiale","ⅇ"],["fallingdotseq","≒"],["fcy","ф"],["female","♀"],["ffilig","ﬃ"],["fflig","ﬀ"],["ffllig","ﬄ"],["ffr","𝔣"],["filig","ﬁ"],["fjlig","fj"],["flat","♭"],["fllig","ﬂ"],["fltns","▱"],["fnof","ƒ"],["fopf","𝕗"],["forall","∀"],["fork","⋔"],["forkv","⫙"],["fpartint","⨍"],["frac12","½"],["frac13","⅓"],["frac14","¼"],["frac15","⅕"],["frac16","⅙"],["frac18","⅛"],["frac23","⅔"],["frac25","⅖"],["frac34","¾"],["frac35","⅗"],["frac38","⅜"],["frac45","⅘"],["frac56","⅚"],["frac58","⅝"],["frac78","⅞"],["frasl","⁄"],["frown","⌢"],["fscr","𝒻"],["gE","≧"],["gEl","⪌"],["gacute","ǵ"],["gamma","γ"],["gammad","ϝ"],["gap","⪆"],["gbreve","ğ"],["gcirc","ĝ"],["gcy","г"],["gdot","ġ"],["ge","≥"],["gel","⋛"],["geq","≥"],["geqq","≧"],["geqslant","⩾"],["ges","⩾"],["gescc","⪩"],["gesdot","⪀"],["gesdoto","⪂"],["gesdotol","⪄"],["gesl","⋛︀"],["gesles","⪔"],["gfr","𝔤"],["gg","≫"],["ggg","⋙"],["gimel","ℷ"],["gjcy","ѓ"],["gl","≷"],["glE","⪒"],["gla","⪥"],["glj","⪤"],["gnE","≩"],["gnap","⪊"],["gnapprox","⪊"],["gne","⪈"],["gneq","⪈"],["gneqq","≩"],["gnsim","⋧"],["gopf","𝕘"],["grave","`"],["gscr","ℊ"],["gsim","≳"],["gsime","⪎"],["gsiml","⪐"],["gt",">"],["gtcc","⪧"],["gtcir","⩺"],["gtdot","⋗"],["gtlPar","⦕"],["gtquest","⩼"],["gtrapprox","⪆"],["gtrarr","⥸"],["gtrdot","⋗"],["gtreqless","⋛"],["gtreqqless","⪌"],["gtrless","≷"],["gtrsim","≳"],["gvertneqq","≩︀"],["gvnE","≩︀"],["hArr","⇔"],["hairsp"," "],["half","½"],["hamilt","ℋ"],["hardcy","ъ"],["harr","↔"],["harrcir","⥈"],["harrw","↭"],["hbar","ℏ"],["hcirc","ĥ"],["hearts","♥"],["heartsuit","♥"],["hellip","…"],["hercon","⊹"],["hfr","𝔥"],["hksearow","⤥"],["hkswarow","⤦"],["hoarr","⇿"],["homtht","∻"],["hookleftarrow","↩"],["hookrightarrow","↪"],["hopf","𝕙"],["horbar","―"],["hscr","𝒽"],["hslash","ℏ"],["hstrok","ħ"],["hybull","⁃"],["hyphen","‐"],["iacute","í"],["ic","⁣"],["icirc","î"],["icy","и"],["iecy","е"],["iexcl","¡"],["iff","⇔"],["ifr","𝔦"],["igrave","ì"],["ii","ⅈ"],["iiiint","⨌"],["iiint","∭"],["iinfin","⧜"],["iiota","℩"],["ijlig","ĳ"],["imacr","ī"],["image","ℑ"],["imagline","ℐ"],["imagpart","ℑ"],["imath","ı"],["imof","⊷"],["imped","Ƶ"],["in","∈"],["incare","℅"],["infin","∞"],["infintie","⧝"],["inodot","ı"],["int","∫"],["intcal","⊺"],["integers","ℤ"],["intercal","⊺"],["intlarhk","⨗"],["intprod","⨼"],["iocy","ё"],["iogon","į"],["iopf","𝕚"],["iota","ι"],["iprod","⨼"],["iquest","¿"],["iscr","𝒾"],["isin","∈"],["isinE","⋹"],["isindot","⋵"],["isins","⋴"],["isinsv","⋳"],["isinv","∈"],["it","⁢"],["itilde","ĩ"],["iukcy","і"],["iuml","ï"],["jcirc","ĵ"],["jcy","й"],["jfr","𝔧"],["jmath","ȷ"],["jopf","𝕛"],["jscr","𝒿"],["jsercy","ј"],["jukcy","є"],["kappa","κ"],["kappav","ϰ"],["kcedil","ķ"],["kcy","к"],["kfr","𝔨"],["kgreen","ĸ"],["khcy","х"],["kjcy","ќ"],["kopf","𝕜"],["kscr","𝓀"],["lAarr","⇚"],["lArr","⇐"],["lAtail","⤛"],["lBarr","⤎"],["lE","≦"],["lEg","⪋"],["lHar","⥢"],["lacute","ĺ"],["laemptyv","⦴"],["lagran","ℒ"],["lambda","λ"],["lang","⟨"],["langd","⦑"],["langle","⟨"],["lap","⪅"],["laquo","«"],["larr","←"],["larrb","⇤"],["larrbfs","⤟"],["larrfs","⤝"],["larrhk","↩"],["larrlp","↫"],["larrpl","⤹"],["larrsim","⥳"],["larrtl","↢"],["lat","⪫"],["latail","⤙"],["late","⪭"],["lates","⪭︀"],["lbarr","⤌"],["lbbrk","❲"],["lbrace","{"],["lbrack","["],["lbrke","⦋"],["lbrksld","⦏"],["lbrkslu","⦍"],["lcaron","ľ"],["lcedil","ļ"],["lceil","⌈"],["lcub","{"],["lcy","л"],["ldca","⤶"],["ldquo","“"],["ldquor","„"],["ldrdhar","⥧"],["ldrushar","⥋"],["ldsh","↲"],["le","≤"],["leftarrow","←"],["leftarrowtail","↢"],["leftharpoondown","↽"],["leftharpoonup","↼"],["leftleftarrows","⇇"],["leftrightarrow","↔"],["leftrightarrows","⇆"],["leftrightharpoons","⇋"],["leftrightsquigarrow","↭"],["leftthreetimes","⋋"],["leg","⋚"],["leq","≤"],["leqq","≦"],["leqslant","⩽"],["les","⩽"],["lescc","⪨"],["lesdot","⩿"],["lesdoto","⪁"],["lesdotor","⪃"],["lesg","⋚︀"],["lesges","⪓"],["lessapprox","⪅"],["lessdot","⋖"],["lesseqgtr","⋚"],["lesseqqgtr","⪋"],["lessgtr","≶"],["lesssim","≲"],["lfisht","⥼"],["lfloor","⌊"],["lfr","𝔩"],["lg","≶"],["lgE","⪑"],["lhard","↽"],["lharu","↼"],["lharul","⥪"],["lhblk","▄"],["ljcy","љ"],["ll","≪"],["llarr","⇇"],["llcorner","⌞"],["llhard","⥫"],["lltri","◺"],["lmidot","ŀ"],["lmoust","⎰"],["lmoustache","⎰"],["lnE","≨"],["lnap","⪉"],["lnapprox","⪉"],["lne","⪇"],["lneq","⪇"],["lneqq","≨"],["lnsim","⋦"],["loang","⟬"],["loarr","⇽"],["lobrk","⟦"],["longleftarrow","⟵"],["longleftrightarrow","⟷"],["longmapsto","⟼"],["longrightarrow","⟶"],["looparrowleft","↫"],["looparrowright","↬"],["lopar","⦅"],["lopf","𝕝"],["loplus","⨭"],["lotimes","⨴"],["lowast","∗"],["lowbar","_"],["loz","◊"],["lozenge","◊"],["lozf","⧫"],["lpar","("],["lparlt","⦓"],["lrarr","⇆"],["lrcorner","⌟"],["lrhar","⇋"],["lrhard","⥭"],["lrm","‎"],["lrtri","⊿"],["lsaquo","‹"],["lscr","𝓁"],["lsh","↰"],["lsim","≲"],["lsime","⪍"],["lsimg","⪏"],["lsqb","["],["lsquo","‘"],["lsquor","‚"],["lstrok","ł"],["lt","<"],["ltcc","⪦"],["ltcir","⩹"],["ltdot","⋖"],["lthree","⋋"],["ltimes","⋉"],["ltlarr","⥶"],["ltquest","⩻"],["ltrPar","⦖"],["ltri","◃"],["ltrie","⊴"],["ltrif","◂"],["lurdshar","⥊"],["luruhar","⥦"],["lvertneqq","≨︀"],["lvnE","≨︀"],["mDDot","∺"],["macr","¯"],["male","♂"],["malt","✠"],["maltese","✠"],["map","↦"],["mapsto","↦"],["mapstodown","↧"],["mapstoleft","↤"],["mapstoup","↥"],["marker","▮"],["mcomma","⨩"],["mcy","м"],["mdash","—"],["measuredangle","∡"],["mfr","𝔪"],["mho","℧"],["micro","µ"],["mid","∣"],["midast","*"],["midcir","⫰"],["middot","·"],["minus","−"],["minusb","⊟"],["minusd","∸"],["minusdu","⨪"],["mlcp","⫛"],["mldr","…"],["mnplus","∓"],["models","⊧"],["mopf","𝕞"],["mp","∓"],["mscr","𝓂"],["mstpos","∾"],["mu","μ"],["multimap","⊸"],["mumap","⊸"],["nGg","⋙̸"],["nGt","≫⃒"],["nGtv","≫̸"],["nLeftarrow","⇍"],["nLeftrightarrow","⇎"],["nLl","⋘̸"],["nLt","≪⃒"],["nLtv","≪̸"],["nRightarrow","⇏"],["nVDash","⊯"],["nVdash","⊮"],["nabla","∇"],["nacute","ń"],["nang","∠⃒"],["nap","≉"],["napE","⩰̸"],["napid","≋̸"],["napos","ŉ"],["napprox","≉"],["natur","♮"],["natural","♮"],["naturals","ℕ"],["nbsp"," "],["nbump","≎̸"],["nbumpe","≏̸"],["ncap","⩃"],["ncaron","ň"],["ncedil","ņ"],["ncong","≇"],["ncongdot","⩭̸"],["ncup","⩂"],["ncy","н"],["ndash","–"],["ne","≠"],["neArr","⇗"],["nearhk","⤤"],["nearr","↗"],["nearrow","↗"],["nedot","≐̸"],["nequiv","≢"],["nesear","⤨"],["nesim","≂̸"],["nexist","∄"],["nexists","∄"],["nfr","𝔫"],["ngE","≧̸"],["nge","≱"],["ngeq","≱"],["ngeqq","≧̸"],["ngeqslant","⩾̸"],["nges","⩾̸"],["ngsim","≵"],["ngt","≯"],["ngtr","≯"],["nhArr","⇎"],["nharr","↮"],["nhpar","⫲"],["ni","∋"],["nis","⋼"],["nisd","⋺"],["niv","∋"],["njcy","њ"],["nlArr","⇍"],["nlE","≦̸"],["nlarr","↚"],["nldr","‥"],["nle","≰"],["nleftarrow","↚"],["nleftrightarrow","↮"],["nleq","≰"],["nleqq","≦̸"],["nleqslant","⩽̸"],["nles","⩽̸"],["nless","≮"],["nlsim","≴"],["nlt","≮"],["nltri","⋪"],["nltrie","⋬"],["nmid","∤"],["nopf","𝕟"],["not","¬"],["notin","∉"],["notinE","⋹̸"],["notindot","⋵̸"],["notinva","∉"],["notinvb","⋷"],["notinvc","⋶"],["notni","∌"],["notniva","∌"],["notnivb","⋾"],["notnivc","⋽"],["npar","∦"],["nparallel","∦"],["nparsl","⫽⃥"],["npart","∂̸"],["npolint","⨔"],["npr","⊀"],["nprcue","⋠"],["npre","⪯̸"],["nprec","⊀"],["npreceq","⪯̸"],["nrArr","⇏"],["nrarr","↛"],["nrarrc","⤳̸"],["nrarrw","↝̸"],["nrightarrow","↛"],["nrtri","⋫"],["nrtrie","⋭"],["nsc","⊁"],["nsccue","⋡"],["nsce","⪰̸"],["nscr","𝓃"],["nshortmid","∤"],["nshortparallel","∦"],["nsim","≁"],["nsime","≄"],["nsimeq","≄"],["nsmid","∤"],["nspar","∦"],["nsqsube","⋢"],["nsqsupe","⋣"],["nsub","⊄"],["nsubE","⫅̸"],["nsube","⊈"],["nsubset","⊂⃒"],["nsubseteq","⊈"],["nsubseteqq","⫅̸"],["nsucc","⊁"],["nsucceq","⪰̸"],["nsup","⊅"],["nsupE","⫆̸"],["nsupe","⊉"],["nsupset","⊃⃒"],["nsupseteq","⊉"],["nsupseteqq","⫆̸"],["ntgl","≹"],["ntilde","ñ"],["ntlg","≸"],["ntriangleleft","⋪"],["ntrianglelefteq","⋬"],["ntriangleright","⋫"],["ntrianglerighteq","⋭"],["nu","ν"],["num","#"],["numero","№"],["numsp"," "],["nvDash","⊭"],["nvHarr","⤄"],["nvap","≍⃒"],["nvdash","⊬"],["nvge","≥⃒"],["nvgt",">⃒"],["nvinfin","⧞"],["nvlArr","⤂"],["nvle","≤⃒"],["nvlt","<⃒"],["nvltrie","⊴⃒"],["nvrArr","⤃"],["nvrtrie","⊵⃒"],["nvsim","∼⃒"],["nwArr","⇖"],["nwarhk","⤣"],["nwarr","↖"],["nwarrow","↖"],["nwnear","⤧"],["oS","Ⓢ"],["oacute","ó"],["oast","⊛"],["ocir","⊚"],["ocirc","ô"],["ocy","о"],["odash","⊝"],["odblac","ő"],["odiv","⨸"],["odot","⊙"],["odsold","⦼"],["oelig","œ"],["ofcir","⦿"],["ofr","𝔬"],["ogon","˛"],["ograve","ò"],["ogt","⧁"],["ohbar","⦵"],["ohm","Ω"],["oint","∮"],["olarr","↺"],["olcir","⦾"],["olcross","⦻"],["oline","‾"],["olt","⧀"],["omacr","ō"],["omega","ω"],["omicron","ο"],["omid","⦶"],["ominus","⊖"],["oopf","𝕠"],["opar","⦷"],["operp","⦹"],["oplus","⊕"],["or","∨"],["orarr","↻"],["ord","⩝"],["order","ℴ"],["orderof","ℴ"],["ordf","ª"],["ordm","º"],["origof","⊶"],["oror","⩖"],["orslope","⩗"],["orv","⩛"],["oscr","ℴ"],["oslash","ø"],["osol","⊘"],["otilde","õ"],["otimes","⊗"],["otimesas","⨶"],["ouml","ö"],["ovbar","⌽"],["par","∥"],["para","¶"],["parallel","∥"],["parsim","⫳"],["parsl","⫽"],["part","∂"],["pcy","п"],["percnt","%"],["period","."],["permil","‰"],["perp","⊥"],["pertenk","‱"],["pfr","𝔭"],["phi","φ"],["phiv","ϕ"],["phmmat","ℳ"],["phone","☎"],["pi","π"],["pitchfork","⋔"],["piv","ϖ"],["planck","ℏ"],["planckh","ℎ"],["plankv","ℏ"],["plus","+"],["plusacir","⨣"],["plusb","⊞"],["pluscir","⨢"],["plusdo","∔"],["plusdu","⨥"],["pluse","⩲"],["plusmn","±"],["plussim","⨦"],["plustwo","⨧"],["pm","±"],["pointint","⨕"],["popf","𝕡"],["pound","£"],["pr","≺"],["prE","⪳"],["prap","⪷"],["prcue","≼"],["pre","⪯"],["prec","≺"],["precapprox","⪷"],["preccurlyeq","≼"],["preceq","⪯"],["precnapprox","⪹"],["precneqq","⪵"],["precnsim","⋨"],["precsim","≾"],["prime","′"],["primes","ℙ"],["prnE","⪵"],["prnap","⪹"],["prnsim","⋨"],["prod","∏"],["profalar","⌮"],["profline","⌒"],["profsurf","⌓"],["prop","∝"],["propto","∝"],["prsim","≾"],["prurel","⊰"],["pscr","𝓅"],["psi","ψ"],["puncsp"," "],["qfr","𝔮"],["qint","⨌"],["qopf","𝕢"],["qprime","⁗"],["qscr","𝓆"],["quaternions","ℍ"],["quatint","⨖"],["quest","?"],["questeq","≟"],["quot",'"'],["rAarr","⇛"],["rArr","⇒"],["rAtail","⤜"],["rBarr","⤏"],["rHar","⥤"],["race","∽̱"],["racute","ŕ"],["radic","√"],["raemptyv","⦳"],["rang","⟩"],["rangd","⦒"],["range","⦥"],["rangle","⟩"],["raquo","»"],["rarr","→"],["rarrap","⥵"],["rarrb","⇥"],["rarrbfs","⤠"],["rarrc","⤳"],["rarrfs","⤞"],["rarrhk","↪"],["rarrlp","↬"],["rarrpl","⥅"],["rarrsim","⥴"],["rarrtl","↣"],["rarrw","↝"],["ratail","⤚"],["ratio","∶"],["rationals","ℚ"],["rbarr","⤍"],["rbbrk","❳"],["rbrace","}"],["rbrack","]"],["rbrke","⦌"],["rbrksld","⦎"],["rbrkslu","⦐"],["rcaron","ř"],["rcedil","ŗ"],["rceil","⌉"],["rcub","}"],["rcy","р"],["rdca","⤷"],["rdldhar","⥩"],["rdquo","”"],["rdquor","”"],["rdsh","↳"],["real","ℜ"],["realine","ℛ"],["realpart","ℜ"],["reals","ℝ"],["rect","▭"],["reg","®"],["rfisht","⥽"],["rfloor","⌋"],["rfr","𝔯"],["rhard","⇁"],["rharu","⇀"],["rharul","⥬"],["rho","ρ"],["rhov","ϱ"],["rightarrow","→"],["rightarrowtail","↣"],["rightharpoondown","⇁"],["rightharpoonup","⇀"],["rightleftarrows","⇄"],["rightleftharpoons","⇌"],["rightrightarrows","⇉"],["rightsquigarrow","↝"],["rightthreetimes","⋌"],["ring","˚"],["risingdotseq","≓"],["rlarr","⇄"],["rlhar","⇌"],["rlm","‏"],["rmoust","⎱"],["rmoustache","⎱"],["rnmid","⫮"],["roang","⟭"],["roarr","⇾"],["robrk","⟧"],["ropar","⦆"],["ropf","𝕣"],["roplus","⨮"],["rotimes","⨵"],["rpar",")"],["rpargt","⦔"],["rppolint","⨒"],["rrarr","⇉"],["rsaquo","›"],["rscr","𝓇"],["rsh","↱"],["rsqb","]"],["rsquo","’"],["rsquor","’"],["rthree","⋌"],["rtimes","⋊"],["rtri","▹"],["rtrie","⊵"],["rtrif","▸"],["rtriltri","⧎"],["ruluhar","⥨"],["rx","℞"],["sacute","ś"],["sbquo","‚"],["sc","≻"],["scE","⪴"],["scap","⪸"],["scaron","š"],["sccue","≽"],["sce","⪰"],["scedil","ş"],["scirc","ŝ"],["scnE","⪶"],["scnap","⪺"],["scnsim","⋩"],["scpolint","⨓"],["scsim","≿"],["scy","с"],["sdot","⋅"],["sdotb","⊡"],["sdote","⩦"],["seArr","⇘"],["searhk","⤥"],["searr","↘"],["searrow","↘"],["sect","§"],["semi",";"],["seswar","⤩"],["setminus","∖"],["setmn","∖"],["sext","✶"],["sfr","𝔰"],["sfrown","⌢"],["sharp","♯"],["shchcy","щ"],["shcy","ш"],["shortmid","∣"],["shortparallel","∥"],["shy","­"],["sigma","σ"],["sigmaf","ς"],["sigmav","ς"],["sim","∼"],["simdot","⩪"],["sime","≃"],["simeq","≃"],["simg","⪞"],["simgE","⪠"],["siml","⪝"],["simlE","⪟"],["simne","≆"],["simplus","⨤"],["simrarr","⥲"],["slarr","←"],["smallsetminus","∖"],["smashp","⨳"],["smeparsl","⧤"],["smid","∣"],["smile","⌣"],["smt","⪪"],["smte","⪬"],["smtes","⪬︀"],["softcy","ь"],["sol","/"],["solb","⧄"],["solbar","⌿"],["sopf","𝕤"],["spades","♠"],["spadesuit","♠"],["spar","∥"],["sqcap","⊓"],["sqcaps","⊓︀"],["sqcup","⊔"],["sqcups","⊔︀"],["sqsub","⊏"],["sqsube","⊑"],["sqsubset","⊏"],["sqsubseteq","⊑"],["sqsup","⊐"],["sqsupe","⊒"],["sqsupset","⊐"],["sqsupseteq","⊒"],["squ","□"],["square","□"],["squarf","▪"],["squf","▪"],["srarr","→"],["sscr","𝓈"],["ssetmn","∖"],["ssmile","⌣"],["sstarf","⋆"],["star","☆"],["starf","★"],["straightepsilon","ϵ"],["straightphi","ϕ"],["strns","¯"],["sub","⊂"],["subE","⫅"],["subdot","⪽"],["sube","⊆"],["subedot","⫃"],["submult","⫁"],["subnE","⫋"],["subne","⊊"],["subplus","⪿"],["subrarr","⥹"],["subset","⊂"],["subseteq","⊆"],["subseteqq","⫅"],["subsetneq","⊊"],["subsetneqq","⫋"],["subsim","⫇"],["subsub","⫕"],["subsup","⫓"],["succ","≻"],["succapprox","⪸"],["succcurlyeq","≽"],["succeq","⪰"],["succnapprox","⪺"],["succneqq","⪶"],["succnsim","⋩"],["succsim","≿"],["sum","∑"],["sung","♪"],["sup","⊃"],["sup1","¹"],["sup2","²"],["sup3","³"],["supE","⫆"],["supdot","⪾"],["supdsub","⫘"],["supe","⊇"],["supedot","⫄"],["suphsol","⟉"],["suphsub","⫗"],["suplarr","⥻"],["supmult","⫂"],["supnE","⫌"],["supne","⊋"],["supplus","⫀"],["supset","⊃"],["supseteq","⊇"],["supseteqq","⫆"],["supsetneq","⊋"],["supsetneqq","⫌"],["supsim","⫈"],["supsub","⫔"],["supsup","⫖"],["swArr","⇙"],["swarhk","⤦"],["swarr","↙"],["swarrow","↙"],["swnwar","⤪"],["szlig","ß"],["target","⌖"],["tau","τ"],["tbrk","⎴"],["tcaron","ť"],["tcedil","ţ"],["tcy","т"],["tdot","⃛"],["telrec","⌕"],["tfr","𝔱"],["there4","∴"],["therefore","∴"],["theta","θ"],["thetasym","ϑ"],["thetav","ϑ"],["thickapprox","≈"],["thicksim","∼"],["thinsp"," "],["thkap","≈"],["thksim","∼"],["thorn","þ"],["tilde","˜"],["times","×"],["timesb","⊠"],["timesbar","⨱"],["timesd","⨰"],["tint","∭"],["toea","⤨"],["top","⊤"],["topbot","⌶"],["topcir","⫱"],["topf","𝕥"],["topfork","⫚"],["tosa","⤩"],["tprime","‴"],["trade","™"],["triangle","▵"],["triangledown","▿"],["triangleleft","◃"],["trianglelefteq","⊴"],["triangleq","≜"],["triangleright","▹"],["trianglerighteq","⊵"],["tridot","◬"],["trie","≜"],["triminus","⨺"],["triplus","⨹"],["trisb","⧍"],["tritime","⨻"],["trpezium","⏢"],["tscr","𝓉"],["tscy","ц"],["tshcy","ћ"],["tstrok","ŧ"],["twixt","≬"],["twoheadleftarrow","↞"],["twoheadrightarrow","↠"],["uArr","⇑"],["uHar","⥣"],["uacute","ú"],["uarr","↑"],["ubrcy","ў"],["ubreve","ŭ"],["ucirc","û"],["ucy","у"],["udarr","⇅"],["udblac","ű"],["udhar","⥮"],["ufisht","⥾"],["ufr","𝔲"],["ugrave","ù"],["uharl","↿"],["uharr","↾"],["uhblk","▀"],["ulcorn","⌜"],["ulcorner","⌜"],["ulcrop","⌏"],["ultri","◸"],["umacr","ū"],["uml","¨"],["uogon","ų"],["uopf","𝕦"],["uparrow","↑"],["updownarrow","↕"],["upharpoonleft","↿"],["upharpoonright","↾"],["uplus","⊎"],["upsi","υ"],["upsih","ϒ"],["upsilon","υ"],["upuparrows","⇈"],["urcorn","⌝"],["urcorner","⌝"],["urcrop","⌎"],["uring","ů"],["urtri","◹"],["uscr","𝓊"],["utdot","⋰"],["utilde","ũ"],["utri","▵"],["utrif","▴"],["uuarr","⇈"],["uuml","ü"],["uwangle","⦧"],["vArr","⇕"],["vBar","⫨"],["vBarv","⫩"],["vDash","⊨"],["vangrt","⦜"],["varepsilon","ϵ"],["varkappa","ϰ"],["varnothing","∅"],["varphi","ϕ"],["varpi","ϖ"],["varpropto","∝"],["varr","↕"],["varrho","ϱ"],["varsigma","ς"],["varsubsetneq","⊊︀"],["varsubsetneqq","⫋︀"],["varsupsetneq","⊋︀"],["varsupsetneqq","⫌︀"],["vartheta","ϑ"],["vartriangleleft","⊲"],["vartriangleright","⊳"],["vcy","в"],["vdash","⊢"],["vee","∨"],["veebar","⊻"],["veeeq","≚"],["vellip","⋮"],["verbar","|"],["vert","|"],["vfr","𝔳"],["vltri","⊲"],["vnsub","⊂⃒"],["vnsup","⊃⃒"],["vopf","𝕧"],["vprop","∝"],["vrtri","⊳"],["vscr","𝓋"],["vsubnE","⫋︀"],["vsubne","⊊︀"],["vsupnE","⫌︀"],["vsupne","⊋︀"],["vzigzag","⦚"],["wcirc","ŵ"],["wedbar","⩟"],["wedge","∧"],["wedgeq","≙"],["weierp","℘"],["wfr","𝔴"],["wopf","𝕨"],["wp","℘"],["wr","≀"],["wreath","≀"],["wscr","𝓌"],["xcap","⋂"],["xcirc","◯"],["xcup","⋃"],["xdtri","▽"],["xfr","𝔵"],["xhArr","⟺"],["xharr","⟷"],["xi","ξ"],["xlArr","⟸"],["xlarr","⟵"],["xmap","⟼"],["xnis","⋻"],["xodot","⨀"],["xopf","𝕩"],["xoplus","⨁"],["xotime","⨂"],["xrArr","⟹"],["xrarr","⟶"],["xscr","𝓍"],["xsqcup","⨆"],["xuplus","⨄"],["xutri","△"],["xvee","⋁"],["xwedge","⋀"],["yacute","ý"],["yacy","я"],["ycirc","ŷ"],["ycy","ы"],["yen","¥"],["yfr","𝔶"],["yicy","ї"],["yopf","𝕪"],["yscr","𝓎"],["yucy","ю"],["yuml","ÿ"],["zacute","ź"],["zcaron","ž"],["zcy","з"],["zdot","ż"],["zeetrf","ℨ"],["zeta","ζ"],["zfr","𝔷"],["zhcy","ж"],["zigrarr","⇝"],["zopf","𝕫"],["zscr","𝓏"],["zwj","‍"],["zwnj","‌"]]),decodeMapLegacy=new Map([["AElig","Æ"],["AMP","&"],["Aacute","Á"],["Acirc","Â"],["Agrave","À"],["Aring","Å"],["Atilde","Ã"],["Auml","Ä"],["COPY","©"],["Ccedil","Ç"],["ETH","Ð"],["Eacute","É"],["Ecirc","Ê"],["Egrave","È"],["Euml","Ë"],["GT",">"],["Iacute","Í"],["Icirc","Î"],["Igrave","Ì"],["Iuml","Ï"],["LT","<"],["Ntilde","Ñ"],["Oacute","Ó"],["Ocirc","Ô"],["Ograve","Ò"],["Oslash","Ø"],["Otilde","Õ"],["Ouml","Ö"],["QUOT",'"'],["REG","®"],["THORN","Þ"],["Uacute","Ú"],["Ucirc","Û"],["Ugrave","Ù"],["Uuml","Ü"],["Yacute","Ý"],["aacute","á"],["acirc","â"],["acute","´"],["aelig","æ"],["agrave","à"],["amp","&"],["aring","å"],["atilde","ã"],["auml","ä"],["brvbar","¦"],["ccedil","ç"],["cedil","¸"],["cent","¢"],["copy","©"],["curren","¤"],["deg","°"],["divide","÷"],["eacute","é"],["ecirc","ê"],["egrave","è"],["eth","ð"],["euml","ë"],["frac12","½"],["frac14","¼"],["frac34","¾"],["gt",">"],["iacute","í"],["icirc","î"],["iexcl","¡"],["igrave","ì"],["iquest","¿"],["iuml","ï"],["laquo","«"],["lt","<"],["macr","¯"],["micro","µ"],["middot","·"],["nbsp"," "],["not","¬"],["ntilde","ñ"],["oacute","ó"],["ocirc","ô"],["ograve","ò"],["ordf","ª"],["ordm","º"],["oslash","ø"],["otilde","õ"],["ouml","ö"],["para","¶"],["plusmn","±"],["pound","£"],["quot",'"'],["raquo","»"],["reg","®"],["sect","§"],["shy","­"],["sup1","¹"],["sup2","²"],["sup3","³"],["szlig","ß"],["thorn","þ"],["times","×"],["uacute","ú"],["ucirc","û"],["ugrave","ù"],["uml","¨"],["uuml","ü"],["yacute","ý"],["yen","¥"],["yuml","ÿ"]]),decodeMapNumeric=new Map([[0,"�"],[128,"€"],[130,"‚"],[131,"ƒ"],[132,"„"],[133,"…"],[134,"†"],[135,"‡"],[136,"ˆ"],[137,"‰"],[138,"Š"],[139,"‹"],[140,"Œ"],[142,"Ž"],[145,"‘"],[146,"’"],[147,"“"],[148,"”"],[149,"•"],[150,"–"],[151,"—"],[152,"˜"],[153,"™"],[154,"š"],[155,"›"],[156,"œ"],[158,"ž"],[159,"Ÿ"]]),invalidReferenceCodePoints=new Set([1,2,3,4,5,6,7,8,11,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,64976,64977,64978,64979,64980,64981,64982,64983,64984,64985,64986,64987,64988,64989,64990,64991,64992,64993,64994,64995,64996,64997,64998,64999,65e3,65001,65002,65003,65004,65005,65006,65007,65534,65535,131070,131071,196606,196607,262142,262143,327678,327679,393214,393215,458750,458751,524286,524287,589822,589823,655358,655359,720894,720895,786430,786431,851966,851967,917502,917503,983038,983039,1048574,1048575,1114110,1114111]),regexEscape=/["&'<>`]/g,regexInvalidEntity=/&#(?:[xX][^a-fA-F0-9]|[^0-9xX])/,has=(object2,propertyName)=>Object.hasOwn(object2,propertyName),merge=(options,defaults)=>{if(!options)return defaults;const result={};for(const key in defaults)result[key]=has(options,key)?options[key]:defaults[key];return result},parseError=message=>{throw new Error(`Parse error: ${message}`)},codePointToSymbol=(codePoint,strict)=>codePoint>=55296&&codePoint<=57343||codePoint>1114111?(strict&&parseError("character reference outside the permissible Unicode range"),"�"):decodeMapNumeric.has(codePoint)?(strict&&parseError("disallowed character reference"),decodeMapNumeric.get(codePoint)):(strict&&invalidReferenceCodePoints.has(codePoint)&&parseError("disallowed character reference"),String.fromCodePoint(codePoint)),hexEscape=codePoint=>`&#x${codePoint.toString(16).toUpperCase()};`,decEscape=codePoint=>`&#${codePoint};`,encode=(string2,options)=>{options=merge(options,encode.options),options.strict&&regexInvalidRawCodePoint.test(string2)&&parseError("forbidden code point");const encodeEverything=options.encodeEverything,useNamedReferences=options.useNamedReferences,allowUnsafeSymbols=options.allowUnsafeSymbols,escapeCodePoint=options.decimal?decEscape:hexEscape,escapeBmpSymbol=symbol=>escapeCodePoint(symbol.charCodeAt(0));return encodeEverything?(string2=string2.replace(regexAsciiWhitelist,symbol=>useNamedReferences&&encodeMap.has(symbol)?`&${encodeMap.get(symbol)};`:escapeBmpSymbol(symbol)),useNamedReferences&&(string2=string2.replace(/&gt;\u20D2/g,"&nvgt;").replace(/&lt;\u20D2/g,"&nvlt;").replace(/&#x66;&#x6A;/g,"&fjlig;")),useNamedReferences&&(string2=string2.replace(regexEncodeNonAscii,string3=>`&${encodeMap.get(string3)};`))):useNamedReferences?(allowUnsafeSymbols||(string2=string2.replace(regexEscape,string3=>`&${encodeMap.get(string3)};`)),string2=string2.replace(/&gt;\u20D2/g,"&nvgt;").replace(/&lt;\u20D2/g,"&nvlt;"),string2=string2.replace(regexEncodeNonAscii,string3=>`&${encodeMap.get(string3)};`)):allowUnsafeSymbols||(string2=string2.replace(regexEscape,escapeBmpSymbol)),string2.replace(regexAstralSymbols,$0=>{const high=$0.charCodeAt(0),low=$0.charCodeAt(1),codePoint=(high-55296)*1024+low-56320+65536;return escapeCodePoint(codePoint)}).replace(regexBmpWhitelist,escapeBmpSymbol)};encode.options={allowUnsafeSymbols:!1,encodeEverything:!1,strict:!1,useNamedReferences:!1,decimal:!1};var decode=(html,options)=>{options=merge(options,decode.options);const strict=options.strict;return strict&&regexInvalidEntity.test(html)&&parseError("malformed character reference"),html.replace(regexDecode,($0,$1,$2,$3,$4,$5,$6,$7)=>{if($1)return decodeMap.get($1);if($2){const reference2=$2,next=$3;return next&&options.isAttributeValue?(strict&&next=="="&&parseError("`&` did not start a character reference"),$0):(strict&&parseError("named character reference was not terminated by a semicolon"),decodeMapLegacy.get(reference2)+(next||""))}return $4?(strict&&!$5&&parseError("character reference was not terminated by a semicolon"),codePointToSymbol(parseInt($4,10),strict)):$6?(strict&&!$7&&parseError("character reference was not terminated by a semicolon"),codePointToSymbol(parseInt($6,16),strict)):(strict&&parseError("named character reference was not recognized"),$0)})};decode.options={isAttributeValue:!1,strict:!1};
// src/model/visible-text.ts
function visibleText(text2) {
  return text2.replace(new RegExp("\\p{Default_Ignorable_Code_Point}+", "gu"), "").replace(/[\s\u2800]+/g, " ").replace(new RegExp("\\p{Cc}+", "gu"), "").replace(new RegExp("\\p{M}{30}", "gu"), "$&͏").normalize("NFC").replaceAll("͏", "").trim();
}

// src/markdown/html-comments.ts
var htmlComment = /<!(?=--)[^]*?(?:-->|$)/g;
function blankComments(text2) {
  return text2.replace(htmlComment, ({ length }) => " ".repeat(length));
}
var tags2 = /<\/?(?!(?:audio|hr|iframe|img|input|object|picture|svg|video)\b)[a-z][^<>]*>/gi;
function isBlankMarkdown(text2) {
  if (new RegExp("^[\\s#*_>\\-]*[[\\p{L}\\p{N}]--\\p{Default_Ignorable_Code_Point}]", "v").test(text2)) return false;
  if (/^(?: {4}|\t)[ \t]*[<&]/m.test(text2)) return false;
  return visibleText(decode(blankComments(text2).replace(tags2, ""))) === "";
}
function cutComments(text2, tree, keep) {
  let result = "";
  let at = 0;
  for (const { start, comment } of commentsIn(text2, tree)) {
    if (keep(comment)) continue;
    result += text2.slice(at, start);
    at = start + comment.length;
    const line = lineStart(result, result.length);
    const restOfLine = /[ \t]*(?:\r?\n|$)/y;
    restOfLine.lastIndex = at;
    if (result.slice(line).trim() !== "" || !restOfLine.test(text2)) continue;
    result = result.slice(0, line);
    at = followsBlankLine(result) ? skipBlankLines(text2, restOfLine.lastIndex) : restOfLine.lastIndex;
  }
  return result + text2.slice(at);
}
function followsBlankLine(text2) {
  const filled = text2.trimEnd();
  return filled === "" || text2.slice(filled.length).split("\n").length > 2;
}
function commentsIn(text2, tree) {
  return nodesOf(tree).filter(({ type }) => type === "html").flatMap(
    (node) => [...sliceOf(text2, node).matchAll(htmlComment)].map(({ index, 0: comment }) => ({
      start: startOf(node) + index,
      comment
    }))
  );
}

// src/sources/pull-request/note-blocks.ts
var anyNote = /(?:`{3}|~{3})[ \t]*(?:release-note|faq)(?![^\s`])/i;
function noteBlocks(text2) {
  if (!anyNote.test(text2)) return [];
  return plainBlocks(text2) ?? parsedBlocks(text2);
}
function plainBlocks(text2) {
  if (/\r(?!\n)/.test(text2)) return null;
  const blocks2 = [];
  const opening4 = /(?<=^|\n) {0,3}(?=`{3}|~{3}|<)/g;
  for (let from = 0; anyNote.test(text2.slice(from)); ) {
    opening4.lastIndex = from;
    const indent = opening4.exec(text2)?.[0].length;
    if (indent === void 0) break;
    const at = opening4.lastIndex;
    if (text2[at] === "<") {
      const end = commentEnd(text2, at, indent);
      if (end === null) return null;
      from = end;
      continue;
    }
    const fence = fenceAt(text2, at);
    if (fence !== null && indent > 0 && !isSameInList(text2.slice(at, fence.end), fence, indent)) {
      return null;
    }
    if (fence !== null && isNote(fence)) blocks2.push(fence);
    from = fence?.end ?? lineAfter(text2, at);
  }
  return blocks2;
}
function commentEnd(text2, at, indent) {
  if (!text2.startsWith("<!--", at)) return null;
  const close = text2.indexOf("-->", at + 2);
  const end = close === -1 ? text2.length : lineAfter(text2, close);
  if (indent > 0 && (close === -1 || /\n {0,3}(?:`{3}|~{3}|<)/.test(text2.slice(at, end))))
    return null;
  return end;
}
function isSameInList(slice, fence, indent) {
  if (!fence.closed || isNote(fence)) return false;
  const lines = slice.trimEnd().split("\n").slice(1);
  const last = lines.pop() ?? "";
  return /^ *\S/.exec(last)?.[0].length === indent + 1 && lines.every(
    (line) => line.trim() === "" || !/^[ \t]*(?:`{3}|~{3})/.test(line) && line.startsWith(" ".repeat(indent))
  );
}
function parsedBlocks(text2) {
  const tree = parseMarkdown(text2);
  if (tree === null) return null;
  const blocks2 = [];
  for (const node of tree.children) {
    const fence = node.type === "code" ? fenceAt(text2, startOf(node)) : null;
    if (fence !== null && isNote(fence)) blocks2.push(fence);
  }
  return blocks2;
}
function isNote({ info }) {
  const name = info.split(/[ \t]/, 1)[0]?.toLowerCase();
  return name === "release-note" || name === "faq";
}

// src/sources/pull-request/paired-comments.ts
var longestName = 200;
var closing = /^(?:\/|end[\s:_-]+(?:of[\s:_-]+)?)(.+)$|^(.+?)[\s:_-]+end$/i;
var opening2 = /^(?:(?:begin|start)[\s:_-]+(?:of[\s:_-]+)?|this is an? )(.+)$|^(.+?)[\s:_-]+(?:begin|start)$/i;
var surelyOpens = /^(?:begin|start)[\s:_-]\S+$|^\S+[\s:_-](?:begin|start)$|^[a-z0-9]+(?:_[a-z0-9]+)+$/i;
function pairComments(comments) {
  const open = /* @__PURE__ */ new Map();
  const pairs = [];
  for (const each of comments) {
    const { start, comment } = each;
    const text2 = textOf2(comment);
    if (text2.length > longestName || text2.startsWith("stack-publish")) continue;
    const closed = nameIn(closing, text2);
    const name = (nameIn(opening2, closed ?? text2) ?? closed ?? text2).trim().toLowerCase();
    const waiting = open.get(name) ?? [];
    if (closed === null) {
      waiting.push(each);
      open.set(name, waiting);
      continue;
    }
    const from = waiting.pop()?.start;
    if (from !== void 0) pairs.push({ start: from, end: start + comment.length });
  }
  const unclosed = [...open.values()].flat().filter(({ comment }) => surelyOpens.test(textOf2(comment)));
  return { pairs: pairs.sort((a, b) => a.start - b.start), unclosed };
}
function textOf2(comment) {
  return comment.slice("<!--".length, -"-->".length).trim();
}
function nameIn(pattern, text2) {
  const [, after, before] = pattern.exec(text2) ?? [];
  return after ?? before ?? null;
}

// src/sources/faq/question-id.ts
var opening3 = /<!--[ \t]*stack-publish-id[ \t]*:/;
function isIdComment(comment) {
  return opening3.test(comment);
}
function idComments(tree) {
  return tree.children.filter((node) => node.type === "html").filter(({ value }) => opening3.test(value));
}
function findQuestionId(text2, comments, start, end) {
  const none2 = { name: null, end: null, problem: null };
  const line = text2.slice(lineStart(text2, start), start);
  if (opening3.test(line)) return { ...none2, problem: misplaced(start) };
  const own = comments.filter((node2) => startOf(node2) >= start && startOf(node2) < end);
  const [node] = own;
  if (node === void 0) return none2;
  const offset = startOf(node);
  if (text2.slice(start, offset).trim() !== "" || own.length > 1) {
    return { ...none2, problem: misplaced(startOf(own.at(-1) ?? node)) };
  }
  const comment = /^<!--[ \t]*stack-publish-id[ \t]*:(.*?)-->[ \t]*(?:\r?\n|$)/.exec(
    text2.slice(offset, endOf(node) + 2)
  );
  if (comment === null) return { ...none2, problem: misplaced(offset) };
  const name = (comment[1] ?? "").trim();
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(name)) return { ...none2, problem: badName(offset, name) };
  return { name, end: skipBlankLines(text2, offset + comment[0].length), problem: null };
}
function ownerlessId(comments, first) {
  const node = comments.find((comment) => startOf(comment) < first);
  return node ? misplaced(startOf(node)) : null;
}
function misplaced(offset) {
  return {
    rule: "question-id",
    offset,
    message: "The comment `stack-publish-id` does not stand alone in the first line under the heading of a question, expected one there.",
    remedy: "Move the comment to a line of its own, right under the heading."
  };
}
function badName(offset, name) {
  return {
    rule: "question-id",
    offset,
    message: `The comment \`stack-publish-id\` has ${quoted(name)}, expected up to 100 letters, digits, \`.\`, \`_\` or \`-\`.`,
    remedy: "Write a name of letters, digits, `.`, `_` and `-`."
  };
}

// src/sources/pull-request/trailers.ts
var longest2 = 500;
var words = "close[sd]?|fix(?:e[sd])?|resolve[sd]?|implements?|refs?|references?|relate[sd](?:[ -]to)?|part[ -]of|depends[ -]on|issues?|bugs?|tickets?|jira|tasks?|links?|see[ -]also";
var keyword = new RegExp(String.raw`^(?:${words})(?![\w-])`, "i");
var keywords = new RegExp(String.raw`(?<![\w-])(?:${words}|and)(?![\w-])`, "gi");
var reference = /https?:\/\/\S+|(?:[\w.-]+\/[\w.-]+)?#\d+|\b(?:[A-Z][A-Z0-9]+-\d+|[0-9a-f]{7,64}(?: \("[^"]*"\))?)(?![\w-])/g;
var signature = /^(?:[a-z]+-)+by:|^(?:change-id|cc):|^[a-z][a-z -]* by: .*<[^<>\s]+@[^<>\s]+>$|^\(cherry picked from commit [0-9a-f]{7,64}\)$/i;
var tokenWithReference = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+: (?:https?:\/\/\S+|(?:[\w.-]+\/[\w.-]+)?#?\d+|[A-Z][A-Z0-9]+-\d+|\w?[0-9a-f]{7,64})$/i;
var token2 = /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+: /;
var blank = /^\s*$/;
var apart = /^(?:\s*$| {0,3}\[[^\]]+\]:[ \t]*\S)/;
function trailersStart(text2) {
  const lines = text2.trimEnd().split("\n");
  let end = lines.length;
  for (; ; ) {
    const below = endAbove(lines, end, apart);
    const start = firstTrailer(lines, below);
    if (start === below) break;
    end = start;
  }
  if (end === lines.length) return text2.length;
  end = endAbove(lines, end, blank);
  if (/^ {0,3}([-*_])(?:[ \t]*\1){2,}\s*$/.test(lines[end - 1] ?? "") && !lines[end - 2]?.trim())
    end -= 1;
  return lines.slice(0, end).join("\n").replace(/\r$/, "").length;
}
function endAbove(lines, end, kind) {
  let above = end;
  while (above > 0 && kind.test(lines[above - 1] ?? "")) above -= 1;
  return above;
}
function firstTrailer(lines, end) {
  let start = end;
  let isKnown = false;
  for (let at = end - 1; at >= 0 && lines[at]?.trim() !== ""; at -= 1) {
    const line = lines[at] ?? "";
    const plain = /^(?: {4}|\t)/.test(line) ? "" : plainLine2(line);
    const known = isTrailer(plain);
    if (!known && !token2.test(plain)) {
      if (/^[ \t]/.test(line)) continue;
      break;
    }
    isKnown ||= known;
    start = at;
  }
  return isKnown ? start : end;
}
function isTrailer(line) {
  if (signature.test(line) || tokenWithReference.test(line)) return true;
  if (!keyword.test(line)) return false;
  const rest = line.replaceAll(reference, "").replace(/: *\d+$/, "");
  return rest.length < line.length && rest.replaceAll(keywords, "").replaceAll(/[\s,:;&.()[\]]/g, "") === "";
}
function plainLine2(line) {
  if (line.length > longest2) return "";
  return line.replaceAll(/<\/?(?:b|br|code|em|i|p|small|strong|sub|sup)(?:\s[^<>]*)?>/gi, "").replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replaceAll(/[*_`~\\]/g, "").replace(/^[\s>+•-]*(?:\[[ x]\]|\d{1,9}[.)])?/i, "").trim();
}

// src/sources/pull-request/section-text.ts
var bold = /(?<=^|\n) {0,3}(\*\*|__)(?=\S)((?:(?!\1)[^\n])+)\1[ \t]*:?[ \t]*(?=\r?\n|$)/;
var rule = /(?<=^|\n) {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\r?(?=\n)/;
function sectionText(section) {
  const shown = withoutComments(section);
  if (shown === null) return null;
  const stray = endOfHolder(shown);
  const inside = shown.slice(0, stray?.start);
  const behind = stray && shown.slice(stray.end).trim() !== "" ? [leftOut(stray)] : [];
  const text2 = trimBlankLines(inside.slice(0, trailersStart(inside)));
  if (!bold.test(text2) && !rule.test(text2)) return { text: text2, problems: behind };
  const tree = parseMarkdown(text2);
  return tree && { text: text2, problems: [...behind, ...marksOfEnd(text2, tree).map(runsOn)] };
}
function endOfHolder(text2) {
  const tree = text2.includes("</") ? parseMarkdown(text2) : null;
  return tree ? htmlOf(text2, tree).strays[0] : void 0;
}
function leftOut({ name }) {
  return {
    rule: "unopened-html",
    severity: "warning",
    offset: 0,
    message: `The section of the note ends with \`</${name}>\`, whose element begins above it: what follows is left out.`,
    remedy: "Write all of the note before the tag, or remove the tag."
  };
}
function runsOn(mark) {
  return {
    rule: "section-runs-on",
    severity: "warning",
    offset: 0,
    message: `The section of the note goes on behind ${mark}, up to the next heading of its level.`,
    remedy: "Write a heading such as `## Notes for reviewers` before what readers shall not see."
  };
}
function withoutComments(text2) {
  if (!text2.includes("<!--")) return text2;
  const tree = parseMarkdown(text2);
  return tree === null ? null : cutComments(text2, tree, isIdComment);
}
function marksOfEnd(text2, tree) {
  const before = tree.children.slice(0, -1);
  const marks = before.some(({ type }) => type === "thematicBreak") ? ["a rule"] : [];
  for (const node of tree.children) {
    if (node.type !== "paragraph") continue;
    const slice = sliceOf(text2, node);
    const found = bold.exec(slice);
    const isLast = node === tree.children.at(-1);
    if (found === null || isLast && found.index + found[0].length === slice.length) continue;
    return [...marks, `the line ${quoted(found[0].trim())}, which is no heading`];
  }
  return marks;
}

// src/sources/pull-request/note-sections.ts
function noteSections(text2) {
  if (!/release\s+note|faq/i.test(text2)) return [];
  const tree = parseMarkdown(text2);
  if (tree === null) return null;
  const headings = topHeadings(text2, tree);
  const { pairs, unclosed } = pairComments(commentsIn(text2, tree));
  const sections = [];
  let after = 0;
  for (const [index, heading] of headings.entries()) {
    if (heading.start < after || heading.depth !== 2) continue;
    if (!/^(?:release notes?|faq)$/i.test(heading.title)) continue;
    const start = skipBlankLines(text2, lineAfter(text2, heading.end));
    const inner = start + frontMatterLength(text2.slice(start));
    const rest = inner === start ? tree : parseMarkdown(text2.slice(inner));
    if (rest === null) return null;
    const following = rest === tree ? headings.slice(index + 1) : topHeadings(text2.slice(inner), rest, inner);
    const next = following.find(({ depth }) => depth <= 2);
    const end = Math.max(inner, next ? lineStart(text2, next.start) : text2.length);
    const isWithin = (each) => each.start >= inner && each.start < end;
    const others = pairs.filter(isWithin);
    const own = sectionText(withoutRanges(text2, inner, end, others));
    if (own === null) return null;
    const open = unclosed.filter(isWithin).map(({ comment }) => runsOn(`the comment ${quoted(comment)}, which nothing closes`));
    sections.push({
      text: text2.slice(start, inner) + own.text,
      problems: [...open, ...own.problems]
    });
    after = others.reduce((last, pair) => Math.max(last, pair.end), end);
  }
  return sections;
}
function topHeadings(text2, tree, offset = 0) {
  return headingsOf(text2, tree).filter(({ top }) => top).map((heading) => ({
    ...heading,
    start: heading.start + offset,
    end: heading.end + offset
  }));
}
function withoutRanges(text2, start, end, ranges) {
  let result = "";
  let at = start;
  for (const range of ranges) {
    if (range.start > at) result += text2.slice(at, range.start);
    at = Math.max(at, range.end);
  }
  return result + text2.slice(at, Math.max(at, end));
}
function frontMatterLength(text2) {
  const found = findFrontMatter(text2);
  if (found?.kind !== "yaml") return 0;
  const hasKeys = /(?:^|\n)[ \t]*(?:\{|["']?[\w-]{1,50}["']?[ \t]*:)/;
  return hasKeys.test(text2.slice(found.start, found.end)) ? found.after : 0;
}

// src/sources/pull-request/says-none.ts
var longest3 = 500;
var picture = /!\[|<(?:audio|embed|iframe|img|object|picture|svg|video)(?![\w-])/i;
var commentInCode = /`[^`\n]*<!--/;
var markup = /(?<=^|\n)[ \t]*(?:`{3}|~{3})[^\n]*|(?<=^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ x]\])?|<\/?[a-z][^<>]*>|\]\([^()]*\)/gi;
var none = /^(?:na|no|nil|nothing|empty|notapplicable|not(?:needed|required)|(?:none|noreleasenotes?)(?:needed|required)?)?$/;
function saysNone(text2) {
  const shown = blankComments(text2).replaceAll(new RegExp("\\p{DI}", "gu"), "").trim();
  if (shown.length > longest3 || picture.test(shown) || commentInCode.test(text2)) return false;
  const bare = shown.replace(markup, "");
  const tree = bare.includes("&") ? parseMarkdown(bare) : null;
  const said = tree ? plainText(tree) : bare;
  return isNone(said) || said.split("\n").every(isNone);
}
function isNone(text2) {
  const letters = text2.normalize("NFKC").toLowerCase();
  return none.test(letters.replaceAll(/[^\p{L}\p{N}]/gu, ""));
}

// src/sources/pull-request/find-note.ts
function findNote(description) {
  const blocks2 = noteBlocks(description);
  if (blocks2 === null) return { kind: "unparsable" };
  if (blocks2.length > 0) {
    if (blocks2.some(({ closed }) => !closed)) return { kind: "open" };
    const texts = blocks2.map(({ text: text2 }) => text2);
    if (texts.some(endsInCode)) return { kind: "cut" };
    if (texts.slice(1).some(hasHead)) return { kind: "headed" };
    return joined3(texts, "block", description);
  }
  const sections = noteSections(description);
  if (sections === null) return { kind: "unparsable" };
  const note = joined3(
    sections.map(({ text: text2 }) => text2),
    "section",
    description
  );
  return note.kind !== "text" ? note : { ...note, problems: sections.flatMap(({ problems }) => problems) };
}
function endsInCode(text2) {
  if (!/^ {0,3}(?:`{3}|~{3})/m.test(text2)) return false;
  const last = parseMarkdown(text2)?.children.at(-1);
  return last?.type === "code" && fenceAt(text2, startOf(last))?.closed === false;
}
function hasHead(text2) {
  const found = findFrontMatter(text2.trimStart());
  if (found?.kind !== "yaml") return false;
  return /^(?:stack|title|tags)[ \t]*:/m.test(text2.trimStart().slice(found.start, found.end));
}
function joined3(texts, from, description) {
  const parts = texts.map(trimBlankLines).map((text2) => {
    const start = frontMatterLength(text2);
    return { text: text2, head: text2.slice(0, start), rest: text2.slice(start) };
  });
  const shown = parts.filter(({ rest }) => !isBlankMarkdown(rest));
  if (shown.length === 0) return { kind: "empty" };
  const said = shown.filter(({ rest }) => !saysNone(rest));
  if (said.length === 0) return { kind: "none" };
  const head = parts[0] === said[0] ? "" : parts[0]?.head ?? "";
  const gap = description.includes("\r\n") ? "\r\n\r\n" : "\n\n";
  return { kind: "text", text: head + said.map(({ text: text2 }) => text2).join(gap), from, problems: [] };
}

// src/sources/pull-request/read-note.ts
function readNote(body, form, now) {
  const description = body.toWellFormed();
  const note = findNote(description);
  if (note.kind !== "text") return { failed: [noNote[note.kind]] };
  return withMarking(note.text, description, form, note.from, note.problems, now);
}
function readOverride(text2, now) {
  return withMarking(text2, text2, "article", "file", [], now);
}
function withMarking(text2, around2, form, from, problems, now) {
  const head = findFrontMatter(text2);
  const marking = head?.kind === "yaml" ? readMarking(text2, head, { label: form, now }) : null;
  if (marking && "problems" in marking) return { failed: marking.problems };
  const start = head && marking ? skipBlankLines(text2, head.after) : 0;
  return {
    marking,
    whole: text2.slice(0, start) + withLabelsOf(around2, text2.slice(start)),
    start,
    from,
    warnings: [...problems, ...marking?.warnings ?? []]
  };
}
function readArticle({ marking, whole, start, from, warnings }) {
  const own = splitTitle(whole.slice(start), marking?.title?.title ?? null);
  if (own.body.trim() !== "" && saysNone(own.body)) return { failed: [noNote.none] };
  const unclosed = from === "section" ? unclosedIn(own.body) : [];
  return { ...own, problems: [...warnings, ...own.problems, ...unclosed] };
}
function splitTitle(text2, given) {
  const none2 = { title: given, body: text2, problems: [] };
  if (given !== null) return none2;
  if (!/^ {0,3}#|\n {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/.test(text2)) return none2;
  const tree = parseMarkdown(text2);
  if (tree === null || tree.children[0]?.type !== "heading") return none2;
  const [heading] = headingsOf(text2, tree);
  if (heading === void 0) return none2;
  const { title: title2 } = heading;
  return { title: title2, body: cutHeading(text2, heading).text, problems: attributesCut(heading) };
}
function unclosedIn(text2) {
  const tree = text2.includes("<") ? parseMarkdown(text2) : null;
  const unclosed = tree && htmlOf(text2, tree).elements.find(({ end }) => end === Infinity);
  return unclosed ? [unclosedHtml(unclosed)] : [];
}
var noNote = {
  none: {
    rule: "note-none",
    severity: "warning",
    offset: 0,
    message: "The note of the pull request says only `NONE` or the like, so that nothing is published.",
    remedy: "Write a note, or remove the label."
  },
  empty: {
    rule: "no-note",
    severity: "warning",
    offset: 0,
    message: "The pull request has no text for readers, expected a block ```release-note or a section `## Release note` (or `faq`).",
    remedy: "Write a note into the description, or remove the label."
  },
  open: {
    rule: "open-note",
    offset: 0,
    message: "The block of the pull request's note is not closed, expected a closing fence.",
    remedy: "Close the block with a line of the marks that open it."
  },
  cut: {
    rule: "open-note",
    offset: 0,
    message: "The block of the pull request's note ends within a code block, expected more marks around the note than around the code in it.",
    remedy: "Open and close the note with one mark more than its code blocks, such as four."
  },
  headed: {
    rule: "front-matter",
    offset: 0,
    message: "A block of the note after the first begins with a front matter, expected it in the first.",
    remedy: "Move what it says into the front matter of the first block."
  },
  unparsable: {
    rule: "unparsable",
    offset: 0,
    message: "The pull request's description is too long, nested too deeply or cut up too finely to find its note.",
    remedy: "Shorten the description, and take out nested quotes and lists."
  }
};

// src/sources/pull-request/two-labels.ts
function twoLabels({ article, faq }) {
  return {
    rule: "two-labels",
    offset: 0,
    message: `The pull request has the labels ${quoted(article)} and ${quoted(faq)}, expected one of them.`,
    remedy: "Remove one of the two labels."
  };
}

export {
  decode,
  listed,
  visibleText,
  sourceKey,
  formatSourceKey,
  parseSourceKey,
  compareSourceKeys,
  startOf,
  endOf,
  sliceOf,
  nodesOf,
  lineStart,
  lineAfter,
  skipBlankLines,
  linePrefix,
  blankComments,
  isBlankMarkdown,
  commentsIn,
  lineIndex,
  quoted,
  splitAttributes,
  isAttributes,
  plainText,
  isHtmlElement,
  startOfOpenBlock,
  headingsOf,
  withEmphasis,
  anchorOf,
  attributesCut,
  unclosedHtml,
  findingsOf,
  cutHeading,
  findFrontMatter,
  htmlOf,
  textCutter,
  idComments,
  findQuestionId,
  ownerlessId,
  readMarking,
  readNote,
  readOverride,
  readArticle,
  twoLabels
};
