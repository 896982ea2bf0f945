import {
  alertMark,
  blankRanges
} from "./markdown.alert-mark.js";
import {
  anchorOf,
  blankComments,
  commentsIn,
  compareSourceKeys,
  endOf,
  isAttributes,
  isBlankMarkdown,
  isHtmlElement,
  isIndentedCode,
  lineAfter,
  lineIndex,
  linePrefix,
  lineStart,
  listed,
  nodesOf,
  parseSourceKey,
  plainText,
  quoted,
  skipBlankLines,
  sliceOf,
  splitAttributes,
  startOf,
  startOfOpenBlock,
  visibleText,
  withEmphasis
} from "./markdown.headings.js";
import {
  decode
} from "./npm.he.js";
import {
  destinationOf,
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  hiddenIn
} from "./model.shown-text.js";
import {
  imageTarget,
  mostImageBytes
} from "./model.image.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  nearestName
} from "./model.nearest-name.js";
import {
  mostCharacters
} from "./model.draft.js";
import {
  fixedRuleIds,
  ruleIds,
  sourceRules
} from "./curation.rule-ids.js";
import {
  inLink,
  pageOf
} from "./model.forge-addresses.js";
import {
  digestOf
} from "./model.digest.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";

// src/model/post.ts
function textDigest({
  body,
  answer = null
}) {
  return digestOf({
    body: visibleText(body),
    answer: answer === null ? null : visibleText(answer)
  });
}
function baseOf(content, text = null) {
  return { base: digestOf(content), title: content.title, text: text ?? textDigest(content) };
}
function withoutAnswer(content) {
  return content.kind === "question" ? withAnswerOf(content, { answer: "" }) : content;
}
function withAnswerOf({ holes: own = [], ...question }, { answer, holes: others3 = [] }) {
  const isAnswers = ({ field }) => field === "answer";
  const holes = [...own.filter((hole) => !isAnswers(hole)), ...others3.filter(isAnswers)];
  return { ...question, answer, ...holes.length > 0 && { holes } };
}

// src/markdown/admonition-types.ts
var admonitionTypes = new Set(
  "abstract attention bug caution check cite danger details done error example fail failure faq help hint important info missing note question quote secondary seealso success summary tip tldr todo warning".split(
    " "
  )
);
function admonitionType(word, attributes3 = "") {
  const name = word ?? /\.([\w-]+)/.exec(attributes3)?.[1] ?? "";
  const type = name.toLowerCase().replace(/^callout-/, "");
  return admonitionTypes.has(type) ? type : null;
}

// src/composing/box-lines.ts
var marks = /^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*/;
function boxLines({ text, nodes }) {
  const code2 = nodes.flatMap(
    (node) => node.type === "code" || node.type === "html" ? {
      start: startOf(node),
      end: endOf(node),
      // Other HTML ends with a blank line, and takes what closes a box in.
      isVerbatim: node.type === "code" || /^<(?:[!?]|(?:pre|script|style|textarea)\b)/i.test(sliceOf(text, node))
    } : []
  );
  const verbatim = /* @__PURE__ */ new Set();
  const lines = [];
  let [at, next] = [0, 0];
  for (const whole of text.split("\n")) {
    const own = whole.replace(/\r$/, "");
    const before2 = marks.exec(own)?.[0] ?? "";
    const start = at;
    while (next < code2.length && (code2[next]?.end ?? 0) <= start) next += 1;
    const around = code2[next];
    const isCode = around !== void 0 && around.start < start + own.length;
    const line = {
      start,
      end: start + own.length,
      text: own,
      prefix: before2.replace(/[^\s>]/g, " "),
      at: start + before2.length,
      mark: own.slice(before2.length).trimEnd(),
      isCode,
      depth: 1
    };
    if (isCode && around.isVerbatim) verbatim.add(line);
    lines.push(line);
    at += whole.length + 1;
  }
  if (text.includes(":::")) closeFences(lines, verbatim);
  return lines;
}
function within(line, prefix2) {
  if (line.startsWith(prefix2)) return line.slice(prefix2.length);
  if (line.trim() === "") return prefix2.includes(">") ? null : "";
  return line.trimEnd() === prefix2.trimEnd() ? "" : null;
}
function closeFences(lines, verbatim) {
  const opened = /* @__PURE__ */ new Map();
  for (const [number2, line] of lines.entries()) {
    if (verbatim.has(line)) continue;
    for (const prefix2 of opened.keys())
      if (within(line.text, prefix2) === null) opened.delete(prefix2);
    const [, colons = "", rest = ""] = /^(:{3,})(.*)$/.exec(line.mark) ?? [];
    if (colons === "") continue;
    const open = opened.get(line.prefix) ?? { stack: [], byMarks: /* @__PURE__ */ new Map() };
    opened.set(line.prefix, open);
    const count = colons.length;
    if (rest !== "") {
      if (line.isCode) continue;
      const same = open.byMarks.get(count) ?? [];
      same.push(open.stack.length);
      open.byMarks.set(count, same);
      open.stack.push({ line, marks: count });
    } else close(open, count, number2);
  }
}
function close({ stack, byMarks }, count, number2) {
  const top = stack.at(-1);
  const index = byMarks.get(count)?.at(-1) ?? (top && top.marks < count ? stack.length - 1 : -1);
  if (index < 0) return;
  let depth = 0;
  while (stack.length > index) {
    const last = stack.pop();
    if (!last) return;
    byMarks.get(last.marks)?.pop();
    depth = Math.max(depth, last.line.depth);
    if (stack.length === index) last.line.closedBy = number2;
  }
  const parent = stack.at(-1);
  if (parent) parent.line.depth = Math.max(parent.line.depth, depth + 1);
}

// src/composing/constructs/admonitions.ts
var indented = /^(?:!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)(?:[ \t]+(.*))?$/;
var fenced = /^:{3,}[ \t]*(?:\{([^{}]*)\}|([A-Za-z][\w-]*))(.*)$/;
var bracketed = /^\[(.*)\][ \t]*(?:\{[^{}]*\})?$/;
var behind = /^(?:\{([^{}]*)\})?(?:[ \t]+(\S.*?))?$/;
var titled = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/;
var foreign = /^[ \t]*(?:=== |--8<--|<<<|\{[%{<]|@\[|\\?<[A-Z])/;
var deepest = 3;
var admonitions = function* admonitions2(page) {
  const { text } = page;
  if (!/!!!|\?\?\?|:::/.test(text)) return;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = boxLines(page);
  for (let n = 0; n < lines.length; n += 1) {
    const box2 = boxAt(lines, n);
    if (box2 === null) continue;
    const why = box2.isOpen ? "open" : box2.isDeep || isForeign(lines, box2) ? "foreign" : null;
    if (why !== null) yield { start: box2.at, end: box2.at, remark: left(why) };
    else yield* quoteOf(lines, box2, newline);
    n = box2.last;
  }
};
function boxAt(lines, n) {
  const line = lines[n];
  if (!line || line.isCode) return null;
  const { prefix: prefix2, at, mark: mark3 } = line;
  const found = indented.exec(mark3);
  if (found) {
    const [, kind = "", words2 = ""] = found;
    const { to, depth } = indentedBody(lines, n);
    if (to === n) return null;
    const title3 = indentedTitle(words2) ?? named(kind);
    const place2 = { at, first: n, last: to, body: { from: n + 1, to }, prefix: prefix2 };
    return { ...place2, title: title3, isIndented: true, isOpen: false, isDeep: depth > deepest };
  }
  const title2 = fencedTitle(mark3);
  if (title2 === null) return null;
  const close2 = line.closedBy ?? null;
  const last = close2 ?? n;
  const place = { at, first: n, last, body: { from: n + 1, to: last - 1 }, prefix: prefix2 };
  const isDeep = line.depth > deepest;
  return { ...place, title: title2, isIndented: false, isOpen: close2 === null, isDeep };
}
function indentedBody(lines, n) {
  const prefix2 = lines[n]?.prefix ?? "";
  let [to, depth] = [n, 1];
  for (let next = n + 1; next < lines.length; next += 1) {
    const content = within(lines[next]?.text ?? "", prefix2);
    if (content === null) break;
    if (content.trim() === "") continue;
    if (!/^(?: {4}|\t)/.test(content)) break;
    to = next;
    const blanks = /^[ \t]*(?=!!!|\?\?\?)/.exec(content)?.[0].replaceAll("	", "    ");
    if (blanks !== void 0) depth = Math.max(depth, 1 + Math.floor(blanks.length / 4));
  }
  return { to, depth };
}
function indentedTitle(words2) {
  const [, title2] = /"(.*)"$/.exec(words2) ?? [];
  if (title2 !== void 0) return title2.replaceAll('\\"', '"');
  const others3 = words2.split(/[ \t]+/).filter((word) => !/^(?:inline|end|annotate)?$/.test(word));
  return others3.length > 0 ? others3.join(" ") : null;
}
function fencedTitle(mark3) {
  const [, braces, plain, rest = ""] = fenced.exec(mark3) ?? [];
  const kind = admonitionType(plain, braces);
  if (kind === null) return null;
  const inBrackets2 = bracketed.exec(rest)?.[1];
  if (inBrackets2 !== void 0) return inBrackets2;
  const [whole, attributes3 = "", words2] = behind.exec(rest) ?? [];
  if (whole === void 0) return null;
  const [, double, single] = titled.exec(braces ?? attributes3) ?? [];
  return double ?? single ?? words2?.replace(/[ \t]*:{3,}$/, "") ?? named(kind);
}
function named(kind) {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}
function isForeign(lines, { body, prefix: prefix2, isIndented }) {
  let fence = "";
  for (let n = body.from; n <= body.to; n += 1) {
    const content = (within(lines[n]?.text ?? "", prefix2) ?? "").slice(isIndented ? 4 : 0);
    const marks5 = /^[ \t>]*(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence === "") {
      if (marks5 !== void 0) fence = marks5;
      else if (foreign.test(content)) return true;
      else if (/^:{3,}[ \t]*[^\s:]/.test(content) && fencedTitle(content.trimEnd()) === null)
        return true;
    } else if (marks5?.startsWith(fence)) fence = "";
  }
  return false;
}
function* quoteOf(lines, box2, newline) {
  const { at, first, last, prefix: prefix2, isIndented } = box2;
  const [head, end3] = [lines[first], lines[last]];
  if (!head || !end3) return;
  const contentOf = (n) => within(lines[n]?.text ?? "", prefix2) ?? "";
  let { from, to } = box2.body;
  while (from <= to && contentOf(from).trim() === "") from += 1;
  while (from <= to && contentOf(to).trim() === "") to -= 1;
  const isEmpty = from > to;
  const blank = prefix2.trimEnd();
  const isAfterQuote = within(lines[first - 1]?.text ?? "", prefix2)?.startsWith(">") === true;
  if (isAfterQuote && at === head.start + prefix2.length)
    yield { start: head.start, end: head.start, by: `${blank}${newline}` };
  const title2 = box2.title.trim();
  const start = lines[from]?.start ?? head.end;
  if (title2 !== "" || isEmpty) {
    const by2 = `> **${title2 || "Note"}**${isEmpty ? "" : `${newline}${prefix2}>`}`;
    yield { start: at, end: head.end, by: by2 };
    const before2 = lines[from - 1];
    if (!isEmpty && before2 && before2 !== head) yield { start: head.end, end: before2.end, by: "" };
  } else yield { start: at, end: start + prefix2.length, by: "" };
  for (let n = from; n <= to; n += 1) {
    const line = lines[n];
    if (!line) continue;
    const content = contentOf(n);
    if (content.trim() === "") yield { start: line.start, end: line.end, by: `${prefix2}>` };
    else {
      const cut2 = isIndented ? /^(?: {4}|\t)/.exec(content)?.[0].length ?? 0 : 0;
      const text = line.start + prefix2.length;
      yield { start: text, end: text + cut2, by: "> " };
    }
  }
  const tail = isEmpty ? head.end : lines[to]?.end ?? head.end;
  const next = within(lines[last + 1]?.text ?? "", prefix2);
  const isJoining2 = next !== null && next.trim() !== "";
  const by = isJoining2 ? `${newline}${blank}` : "";
  if (by !== "" || tail < end3.end) yield { start: tail, end: end3.end, by };
}
function left(why) {
  return {
    rule: "admonition",
    message: why === "open" ? "Nothing closes this box of another tool, so that its marks stay as text." : "This box of another tool holds what only that tool reads, or too many others, so that its marks stay as text.",
    remedy: "Write a quote with a bold title, as `> **Note**`."
  };
}

// src/composing/constructs/alerts.ts
var alerts = function* alerts2({ text, tree, around }) {
  for (const node of tree.children) {
    const found = alertMark(text, node);
    if (!found) continue;
    const { start, lineEnd, name, isAlone } = found;
    yield { start, end: lineEnd, by: `**${name}**${isAlone || around.file === null ? "" : "  "}` };
  }
};

// src/composing/words.ts
var address = /(?:https?|ftp):\/\/[^\s<]+/gi;
function wordsOf(text, tree) {
  const words2 = {
    outsideLinks: [],
    inLinks: [],
    addresses: []
  };
  const open = [
    { node: tree, to: words2.outsideLinks }
  ];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { node, to } = next;
    if (node.type === "text") {
      const [start, end3] = [startOf(node), endOf(node)];
      const addresses = addressesIn(text, start, end3);
      to.push(...between(addresses, start, end3));
      if (to === words2.outsideLinks) words2.addresses.push(...addresses);
    }
    if (!("children" in node)) continue;
    const isLink2 = node.type === "link" || node.type === "linkReference";
    if (isLink2 && text.startsWith("<", startOf(node))) continue;
    for (const child of node.children.toReversed())
      open.push({ node: child, to: isLink2 ? words2.inLinks : to });
  }
  return words2;
}
function addressesIn(text, start, end3) {
  const slice = text.slice(start, end3);
  if (!slice.includes("://")) return [];
  return [...slice.matchAll(address)].map(({ 0: found, index }) => ({
    start: start + index,
    end: start + index + found.length
  }));
}
function between(parts2, start, end3) {
  const ranges = [];
  let at = start;
  for (const part of parts2) {
    ranges.push({ start: at, end: part.start });
    at = part.end;
  }
  return [...ranges, { start: at, end: end3 }].filter((range) => range.start < range.end);
}
function* matchesIn(text, ranges, pattern2) {
  for (const range of ranges) {
    const from = Math.max(0, range.start - 2);
    for (const found of text.slice(from, range.end + 2).matchAll(pattern2)) {
      const start = from + found.index;
      const end3 = start + found[0].length;
      if (start >= range.start && end3 <= range.end) yield { found, start, end: end3 };
    }
  }
}

// src/composing/constructs/autolinks.ts
var address2 = /(?<![^\s*_~(])www\.[^\s<]*/gi;
var email = /(?<![\w.+/:@-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,20}(?![\w-])/gi;
var host = /^www(?:\.[\p{L}\p{M}\p{N}_-]+)+\.?$/iu;
var autolinks = function* autolinks2({ text, words: words2 }) {
  const { outsideLinks, addresses } = words2;
  for (const { start, end: end3 } of addresses)
    for (const { index } of trimmed(text.slice(start, end3)).matchAll(/'/g))
      yield { start: start + index, end: start + index + 1, by: "%27" };
  if (/www\./i.test(text))
    for (const { found, start } of matchesIn(text, outsideLinks, address2)) {
      const written2 = trimmed(found[0]);
      if (!isHost(/^[^/?#:]*/.exec(written2)?.[0] ?? "")) continue;
      const label = written2.replace(/[[\]]/g, "\\$&");
      const by = `[${label}](https://${inLink(written2)})`;
      yield { start, end: start + written2.length, by };
    }
  if (text.includes("@")) {
    for (const { found, start, end: end3 } of matchesIn(text, outsideLinks, email))
      if (isShown(found[0])) yield { start, end: end3, by: `<${found[0]}>` };
  }
};
function isHost(name) {
  return host.test(name) && !/_[^.]*(?:\.[^.]*)?$/.test(name);
}
function isShown(found) {
  return !/[@.]-|-\./.test(found) && /\.[a-z]+$/i.test(found);
}
function trimmed(found) {
  let end3 = found.length;
  let surplus = 0;
  for (const bracket of found) surplus += bracket === ")" ? 1 : bracket === "(" ? -1 : 0;
  for (; ; ) {
    const last = found[end3 - 1] ?? "";
    if (/[?!.,:*_~'"]/.test(last)) end3 -= 1;
    else if (last === ")" && surplus > 0) {
      end3 -= 1;
      surplus -= 1;
    } else if (last === ";") {
      const entity = /&[a-z\d]{1,40};$/i.exec(found.slice(Math.max(0, end3 - 42), end3));
      if (!entity) return found.slice(0, end3);
      end3 -= entity[0].length;
    } else return found.slice(0, end3);
  }
}

// src/composing/constructs/comments.ts
var language = /^<!--\s*language(?:-all)?:/i;
var separator = "<!-- -->";
var comments = function* comments2(page) {
  const { text, tree } = page;
  if (!text.includes("<!-")) return;
  const first = new Map(firstInItems(page));
  let cut2 = 0;
  for (const { start, comment } of commentsIn(text, tree)) {
    if (language.test(comment) || start < cut2) continue;
    const end3 = start + comment.length;
    const next = first.get(start);
    if (next !== void 0) {
      yield { start, end: next, by: "" };
      cut2 = next;
      continue;
    }
    if (parts(page, start, end3)) {
      if (comment !== separator) yield { start, end: end3, by: separator };
      continue;
    }
    yield { ...widened(text, start, end3), by: "" };
  }
};
function* firstInItems({ text, nodes }) {
  for (const node of nodes) {
    const [first, next] = node.type === "listItem" ? node.children : [];
    if (first?.type !== "html" || !next || blankComments(sliceOf(text, first)).trim() !== "")
      continue;
    if (!isIndentedCode(text, next)) yield [startOf(first), startOf(next)];
  }
}
function widened(text, start, end3) {
  const line = lineStart(text, start);
  const before2 = text.slice(line, start);
  const next = lineAfter(text, end3);
  if (before2.trim() === "" && text.slice(end3, next).trim() === "") {
    const isParted = line === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, line - 200), line));
    return { start: line, end: isParted ? skipBlankLines(text, next) : next };
  }
  const isDouble = /^[ \t]?$/.test(before2.slice(-1)) && /[ \t]/.test(text[end3] ?? "");
  return { start, end: isDouble ? end3 + 1 : end3 };
}
function parts({ text, tree }, start, end3) {
  const index = tree.children.findIndex(
    (node) => node.type === "html" && startOf(node) === start && endOf(node) >= end3
  );
  const [previous, next] = [tree.children[index - 1], tree.children[index + 1]];
  if (index === -1 || !previous || !next) return false;
  return isJoining(previous) && (next.type === previous.type || isIndentedCode(text, next));
}
function isJoining({ type }) {
  return type === "list" || type === "blockquote";
}

// src/markdown/html-tags.ts
var tag = /<(\/?)([a-z][^\s/>"'<]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
var empty = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" ")
);
function htmlTags(text, nodes) {
  const blocks2 = /* @__PURE__ */ new Set();
  for (const node of nodes)
    if ("children" in node && flow.has(node.type))
      for (const child of node.children) blocks2.add(child);
  const tags3 = [];
  const open = /* @__PURE__ */ new Map();
  let opened = [];
  for (const node of nodes) {
    if (inlineContainers.has(node.type)) {
      for (const key of opened) open.delete(key);
      opened = [];
    }
    if (node.type !== "html") continue;
    const isInline = !blocks2.has(node);
    for (const found of blankComments(sliceOf(text, node)).matchAll(tag)) {
      const [whole, slash, name = ""] = found;
      const start = startOf(node) + found.index;
      const each = {
        name: name.toLowerCase(),
        written: whole,
        isEnd: slash === "/",
        start,
        end: start + whole.length,
        isInline,
        partner: null
      };
      tags3.push(each);
      if (empty.has(each.name) || !each.isEnd && whole.endsWith("/>")) continue;
      const key = `${each.name} ${isInline}`;
      const same = open.get(key) ?? [];
      if (!each.isEnd) {
        same.push(each);
        open.set(key, same);
        if (isInline) opened.push(key);
        continue;
      }
      const first = same.pop();
      if (!first) continue;
      each.partner = first;
      first.partner = each;
    }
  }
  return tags3;
}
var flow = /* @__PURE__ */ new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);
var inlineContainers = /* @__PURE__ */ new Set(["paragraph", "heading", "tableCell"]);

// src/composing/constructs/details.ts
var details = function* details2(page) {
  const { text, nodes } = page;
  if (!/<details/i.test(text)) return;
  const tags3 = htmlTags(text, nodes).filter(({ name }) => name === "details" || name === "summary");
  const closed = closedBy(tags3);
  const blocks2 = nodes.filter(({ type }) => type === "html");
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  let block = 0;
  let last = -1;
  for (const [index, open] of tags3.entries()) {
    while (endOf(blocks2[block] ?? page.tree) < open.end && block < blocks2.length) block += 1;
    const close2 = closed.get(open);
    const summary = close2 && summaryBehind(text, tags3, index);
    if (!close2 || !summary) continue;
    const start = startOf(blocks2[block] ?? page.tree);
    if (open.isInline) yield* inLine(text, open, close2, summary);
    else {
      const at = { text, newline, prefix: linePrefix(text, start), isFirst: start === open.start };
      yield* title(at, open, summary, last);
      yield* end(at, close2);
      last = summary.end;
    }
  }
};
function closedBy(tags3) {
  const closed = /* @__PURE__ */ new Map();
  const open = [];
  for (const tag2 of tags3) {
    if (tag2.name !== "details") continue;
    if (tag2.isInline && tag2.partner) {
      if (!tag2.isEnd) closed.set(tag2, tag2.partner);
    } else if (tag2.isEnd) {
      const begun = open.pop();
      if (begun) closed.set(begun, tag2);
    } else if (!tag2.isInline) open.push(tag2);
  }
  return closed;
}
function summaryBehind(text, tags3, index) {
  const [open, summary, close2] = tags3.slice(index, index + 3);
  if (!open) return null;
  if (summary?.name !== "summary" || summary.isEnd || summary.isInline !== open.isInline)
    return { words: "Details", end: open.end };
  if (close2?.name !== "summary" || !close2.isEnd) return null;
  const words2 = text.slice(summary.end, close2.start).replace(/\s*\n[ \t>]*/g, " ").replace(/<\/?(?:b|strong|big|h[1-6]|p|div|center)\b[^<>]*>/gi, "").replace(/\*\*|__|^\s*#{1,6}(?=\s)/g, "").replace(/\s+/g, " ").trim();
  return { words: words2 || "Details", end: close2.end };
}
function* inLine(text, open, close2, { words: words2, end: end3 }) {
  const blanks = /^[ \t]*/.exec(text.slice(end3))?.[0].length ?? 0;
  yield { start: open.start, end: end3 + blanks, by: `**${words2}**<br>` };
  yield { start: close2.start, end: close2.end, by: "" };
}
function* title(at, open, { words: words2, end: end3 }, last) {
  const { text, newline, prefix: prefix2, isFirst } = at;
  const blank = prefix2.trimEnd();
  const line = lineStart(text, open.start);
  const before2 = text.slice(line, open.start);
  const isApart = last !== -1 && text.slice(last, open.start).trim() === "";
  const begins = /^[ \t>]*$/.test(before2);
  if (!isApart && begins && line > 0 && !isBlank(text, lineStart(text, line - 1)))
    yield { start: line, end: line, by: `${blank}${newline}` };
  const gap = `${newline}${blank}${newline}${prefix2}`;
  const start = isApart || isFirst || begins ? "" : gap;
  const rest = /^[ \t]*/.exec(text.slice(end3))?.[0].length ?? 0;
  const next = lineAfter(text, end3);
  if (text.slice(end3, next).trim() !== "")
    yield { start: open.start, end: end3 + rest, by: `${start}**${words2}**${gap}` };
  else {
    const isJoining2 = next < text.length && !isBlank(text, next);
    const by = `${start}**${words2}**${isJoining2 ? newline + blank : ""}`;
    yield { start: open.start, end: end3, by };
    const indented2 = /^[ \t]{4,}(?=\S)/.exec(text.slice(next + prefix2.length))?.[0];
    if (isJoining2 && indented2 !== void 0 && text.startsWith(prefix2, next)) {
      const words3 = next + prefix2.length;
      yield { start: words3, end: words3 + indented2.length, by: "" };
    }
  }
}
function* end({ text, newline }, close2) {
  const line = lineStart(text, close2.start);
  const next = lineAfter(text, close2.end);
  const prefix2 = /^[ \t>]*/.exec(text.slice(line, close2.start))?.[0] ?? "";
  const blank = prefix2.trimEnd();
  const isLast = text.slice(close2.end, next).trim() === "";
  const isJoining2 = next < text.length && !isBlank(text, next);
  if (isLast && prefix2.length === close2.start - line) {
    const isAfterBlank = line === 0 || isBlank(text, lineStart(text, line - 1));
    const to = isAfterBlank && prefix2 === "" ? skipBlankLines(text, next) : next;
    yield { start: line, end: to, by: isJoining2 && !isAfterBlank ? `${blank}${newline}` : "" };
    return;
  }
  const isDouble = /^[ \t]*<\/details/i.test(text.slice(close2.end, close2.end + 40));
  const gap = isLast ? isJoining2 ? newline + blank : "" : newline + blank + newline + prefix2;
  yield { start: close2.start, end: close2.end, by: isDouble ? "" : gap };
}
function isBlank(text, line) {
  return /^[ \t>]*$/.test(text.slice(line, lineAfter(text, line)).trimEnd());
}

// src/composing/constructs/emoji.ts
var run = /(?<!:)(?:\\?:(?:[a-z\d+-]|\\?_){1,60}\\?:)+(?!:)/g;
var code = /\\?:((?:[a-z\d+-]|\\?_){1,60})\\?:/g;
var emoji = function* emoji2({ text, nodes, words: words2, around }) {
  if (text.search(code) === -1) return;
  for (const ranges of [words2.outsideLinks, words2.inLinks, wordsInHtml(text, nodes)])
    for (const { found: codes, start } of matchesIn(text, ranges, run))
      for (const { 0: written2, 1: name = "", index } of codes[0].matchAll(code)) {
        const character = around.emojiOf(name.replaceAll("\\", ""));
        const at = start + index;
        if (character !== null) yield { start: at, end: at + written2.length, by: character };
      }
};
function wordsInHtml(text, nodes) {
  return nodes.flatMap((node) => {
    if (node.type !== "html") return [];
    const html = blankComments(sliceOf(text, node));
    if (html.search(code) === -1) return [];
    const parts2 = html.matchAll(
      /<(pre|code|tt|script|style|textarea)\b[^>]*>[^]*?(?:<\/\1\s*>|$)|<[^>]*>?|[^<]+/gi
    );
    return [...parts2].flatMap(({ 0: part, index }) => {
      const start = startOf(node) + index;
      return part.startsWith("<") ? [] : [{ start, end: start + part.length }];
    });
  });
}
function withEmoji(title2, emojiOf) {
  return title2.replace(
    run,
    (codes) => codes.replace(code, (written2, name) => emojiOf(name.replaceAll("\\", "")) ?? written2)
  );
}
async function emojiFor(texts) {
  for (const text of texts)
    if (text.search(code) !== -1) {
      const { nameToEmoji } = await import("./npm.gemoji.js");
      return (name) => Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] ?? null : null;
    }
  return () => null;
}

// src/composing/constructs/footnotes.ts
var footnotes = function* footnotes2(page) {
  const { text, tree, nodes } = page;
  const definitions = nodes.filter((node) => node.type === "footnoteDefinition");
  if (definitions.length === 0) return;
  const notes = new Map(definitions.toReversed().map((note) => [note.identifier, note]));
  const marks5 = marksIn(page).filter(({ name }) => notes.has(name));
  const order = [...new Set(marks5.map(({ name }) => name))];
  const numbers = new Map(order.map((name, index) => [name, `<sup>${index + 1}</sup>`]));
  const numbered = marks5.map(({ name, ...range }) => ({ ...range, by: numbers.get(name) ?? "" }));
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const cuts = definitionRuns(nodes).map((run2) => cutOf(text, run2, newline));
  yield* outside(numbered, cuts);
  yield* cuts;
  if (order.length === 0) return;
  const last = Math.min(text.length, startOfOpenBlock(text, tree));
  const append = (by, from) => ({
    start: last,
    end: last,
    by,
    ...from !== void 0 && { from }
  });
  const rest = without(text.slice(0, last), cuts);
  const isParted = rest.trim() === "" || /\n[ \t]*\r?\n$/.test(rest);
  if (!isParted) yield append(rest.endsWith("\n") ? newline : newline + newline);
  for (const [index, name] of order.entries()) {
    const note = notes.get(name);
    if (!note) continue;
    yield append(`${index > 0 ? newline : ""}${numbers.get(name) ?? ""}`);
    const inner = between2(numbered, startOf(note), endOf(note));
    for (const { by, from } of noteText(text, note, inner, newline)) yield append(by, from);
    yield append(newline);
  }
  if (last < text.length) yield append(newline);
};
function marksIn({ text, nodes, words: words2 }) {
  const marks5 = nodes.flatMap(
    (node) => node.type === "footnoteReference" ? { name: node.identifier, start: startOf(node), end: endOf(node) } : []
  );
  if (!text.includes("![^")) return marks5;
  for (const ranges of [words2.outsideLinks, words2.inLinks])
    for (const { found, start, end: end3 } of matchesIn(text, ranges, /(?<!\\)!\[\^([^[\]\s]{1,999})\]/g))
      marks5.push({ name: (found[1] ?? "").toLowerCase(), start: start + 1, end: end3 });
  return marks5.toSorted((a, b) => a.start - b.start);
}
function* outside(marks5, cuts) {
  let next = 0;
  for (const mark3 of marks5) {
    while ((cuts[next]?.end ?? Infinity) <= mark3.start) next += 1;
    if (mark3.start < (cuts[next]?.start ?? Infinity)) yield mark3;
  }
}
function between2(list, start, end3) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((list[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let each = list[low]; each && each.end <= end3; each = list[low]) {
    found.push(each);
    low += 1;
  }
  return found;
}
function definitionRuns(nodes) {
  const runs = [];
  for (const node of nodes) {
    if (!("children" in node)) continue;
    const children = node.children;
    for (let n = 0; n < children.length; n += 1) {
      const [before2, first] = [children[n - 1], children[n]];
      if (first?.type !== "footnoteDefinition") continue;
      let last = first;
      for (let next = children[n + 1]; next?.type === "footnoteDefinition"; next = children[n + 1]) {
        last = next;
        n += 1;
      }
      runs.push({ first, last, before: before2, after: children[n + 1] });
    }
  }
  let end3 = 0;
  return runs.toSorted((a, b) => startOf(a.first) - startOf(b.first)).filter((run2) => {
    if (startOf(run2.first) < end3) return false;
    end3 = endOf(run2.last);
    return true;
  });
}
function cutOf(text, { first, last, before: before2, after: after2 }, newline) {
  const [start, end3] = [startOf(first), endOf(last)];
  const line = lineStart(text, start);
  const prefix2 = text.slice(line, start);
  if (/[^\s>]/.test(prefix2))
    return { start, end: after2 && !isIndentedCode(text, after2) ? startOf(after2) : end3, by: "" };
  const next = lineAfter(text, end3);
  const isBlank3 = (from) => /^[ \t>]*\r?\n?$/.test(text.slice(from, lineAfter(text, from)));
  const isParted = !before2 || isBlank3(lineStart(text, Math.max(0, line - 1)));
  if (before2?.type === "list" && after2?.type === "list") {
    const comment = `${prefix2}<!-- -->${newline}`;
    const blank = `${prefix2.trimEnd()}${newline}`;
    return {
      start: line,
      end: next,
      by: `${isParted ? "" : blank}${comment}${isBlank3(next) ? "" : blank}`
    };
  }
  if (prefix2 === "" && isParted) return { start: line, end: skipBlankLines(text, next), by: "" };
  const isJoining2 = after2 && !isParted && !isBlank3(next);
  return { start: line, end: next, by: isJoining2 ? `${prefix2.trimEnd()}${newline}` : "" };
}
function without(text, cuts) {
  let rest = "";
  let at = 0;
  for (const { start, end: end3, by } of cuts) {
    if (start >= text.length) break;
    rest += text.slice(at, start) + by;
    at = end3;
  }
  return rest + text.slice(at);
}
function noteText(text, note, marks5, newline) {
  const [first] = note.children;
  if (!first) return [];
  const isText = first.type === "paragraph";
  const pieces2 = [{ by: isText ? " " : newline + newline }];
  const indentation = indentationOf(text, note);
  let at = startOf(first);
  if (!isText && lineStart(text, at) > startOf(note)) at = lineStart(text, at);
  let isLineStart = at === lineStart(text, at);
  const keep = (end3) => {
    for (const { 0: written3, index } of text.slice(at, end3).matchAll(/[^\n]*(?:\n|$)/g)) {
      const indented2 = isLineStart ? indentation.exec(written3)?.[0].length ?? 0 : 0;
      const line = written3.slice(indented2).replace(/^[ \t]+(?=\r?\n)/, "");
      if (line !== "") pieces2.push({ by: line, from: at + index + written3.length - line.length });
      isLineStart = written3.endsWith("\n");
    }
    at = end3;
  };
  for (const mark3 of marks5) {
    keep(mark3.start);
    pieces2.push({ by: mark3.by });
    at = mark3.end;
    isLineStart = false;
  }
  const written2 = text.slice(startOf(first), endOf(note.children.at(-1) ?? first));
  keep(startOf(first) + written2.trimEnd().length);
  const fence = openFence(text, note.children.at(-1));
  if (fence !== null) pieces2.push({ by: newline + fence });
  return pieces2;
}
function indentationOf(text, note) {
  const prefix2 = linePrefix(text, startOf(note));
  const quotes = prefix2.split(">").length - 1;
  const blanks = prefix2.slice(prefix2.lastIndexOf(">") + 1).length - (quotes > 0 ? 1 : 0);
  return new RegExp(
    `^(?:[ \\t]*>[ \\t]?){0,${quotes}}(?: {0,${Math.max(0, blanks) + 4}}\\t|(?: {1,${Math.max(0, blanks) + 4}})?)`
  );
}
function openFence(text, node) {
  if (node?.type !== "code") return null;
  const lines = sliceOf(text, node).split("\n");
  const marks5 = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? "")?.[0];
  if (marks5 === void 0) return null;
  const last = (lines.length > 1 ? lines.at(-1) ?? "" : "").replace(/^[ \t>]+/, "").trimEnd();
  return last.startsWith(marks5) && last === marks5.charAt(0).repeat(last.length) ? null : marks5;
}

// src/composing/constructs/hard-breaks.ts
var hardBreaks = function* hardBreaks2({ text, nodes, around }) {
  if (around.file !== null) return;
  const paragraphs = nodes.filter(({ type }) => type === "paragraph");
  let next = 0;
  for (const node of nodes) {
    if (node.type !== "text") continue;
    const [start, end3] = [startOf(node), endOf(node)];
    while (next < paragraphs.length && endOf(paragraphs[next] ?? node) < end3) next += 1;
    if (startOf(paragraphs[next] ?? node) > start || paragraphs[next] === void 0) continue;
    for (const { index, 0: found } of text.slice(start, end3).matchAll(/[ \t]*(?=\r\n|(?<!\r)\n)/g)) {
      const at = start + index;
      if (index > 0 && /[ \t]/.test(text[at - 1] ?? "")) continue;
      yield { start: at, end: at + found.length, by: "  " };
    }
  }
};

// src/composing/block-mark.ts
var marks2 = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/;
var end2 = String.raw`(?=[ \t\r\n\]<]|$)`;
var number = new RegExp(String.raw`(\d{1,9})[.)]${end2}`, "y");
var other = new RegExp(
  String.raw`#{1,6}${end2}|[-+*]${end2}|>|(?:=+|-{2,})[ \t]*${end2}|[\x60~:]{3}|!!!|\?\?\?`,
  "y"
);
var mostBefore = 200;
function blockMark(text, start, from) {
  const near = text.slice(Math.max(0, start - mostBefore), start);
  const line = near.lastIndexOf("\n");
  if (line === -1 && start > mostBefore) return null;
  const before2 = near.slice(line + 1).replace(/(?:<[^<>]*>)+$/, "");
  if (!marks2.test(before2)) return null;
  number.lastIndex = from;
  const digits = number.exec(text)?.[1];
  if (digits !== void 0) return from + digits.length;
  other.lastIndex = from;
  return other.test(text) ? from : null;
}

// src/model/repository-path.ts
function isRepositoryAddress(address4) {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2}|[?#]|$)/i.test(address4);
}
function repositoryPath(address4, file) {
  const written2 = decoded(address4.replace(/[?#][^]*$/, ""));
  const parts2 = written2.startsWith("/") ? [] : file.split("/").slice(0, -1);
  for (const part of written2.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts2.push(part);
    else if (parts2.pop() === void 0) return null;
  }
  return parts2.length === 0 ? null : parts2.join("/");
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/composing/resolve-link.ts
var scheme = /^([a-z][a-z\d+.-]*):/i;
var shown = /* @__PURE__ */ new Set(["http", "https", "ftp", "mailto"]);
var shownMail = /^mailto:[^\s@]+@[-a-z\d]+(?:\.[-a-z\d]+)*\.[a-z]+$/i;
function resolveLink(url, around) {
  const { file, forge } = around;
  if (url.startsWith("//")) return { to: `https:${inLink(url)}` };
  const kind = scheme.exec(url)?.[1]?.toLowerCase();
  if (kind !== void 0) return absolute(url, kind);
  if (url === "" || url.startsWith("?")) return refused(url);
  if (url.startsWith("#")) return anchor(url, around);
  if (file === null)
    return url.startsWith("/") && forge ? { to: `${forge.server}${inLink(url)}` } : relative(url);
  const path = pathIn(url, file);
  if (path !== null) return inRepository(url, path, around);
  const page = forge && besideFiles(url, file, forge);
  return page === null ? relative(url) : { to: page };
}
function besideFiles(url, file, forge) {
  if (forge.ways.file !== "/blob/HEAD/") return null;
  const from = pageOf(forge, url.startsWith("/") ? "x" : file, "file");
  const to = URL.parse(url.replace(/^\/+/, ""), from)?.href ?? "";
  const isBeside = to.startsWith(`${forge.repository}/`) && !to.includes("/blob/");
  return isBeside ? inLink(to) : null;
}
function absolute(url, kind) {
  if (!shown.has(kind)) return refused(url);
  if (kind === "mailto" && url.includes("?")) {
    const bare = url.replace(/\?[^]*$/, "");
    if (!shownMail.test(bare)) return refused(url);
    const remark = {
      rule: "link-refused",
      message: `The site shows ${quoted(url)} as text; the post keeps the address, and leaves out what stands behind \`?\`.`,
      remedy: "Leave it so, or write the subject beside the link."
    };
    return { to: inLink(bare), remark };
  }
  if (kind === "mailto" && !shownMail.test(url)) return refused(url);
  return url.includes("'") ? { to: inLink(url) } : {};
}
function anchor(url, { file, key, sourceAt }) {
  const target = file === null ? void 0 : `${file}${url}`;
  const other2 = file === null ? null : sourceAt(file, anchorOf2(url));
  if (other2 !== null && other2 !== key)
    return { to: { for: other2, else: url }, ...target && { target } };
  return { isDropped: true, ...target && { target }, remark: toPageAnchor(url) };
}
function toPageAnchor(url) {
  return {
    rule: "page-anchor",
    message: `The link to ${quoted(url)} leads to a place in the page itself, and a post has no such places: its text stays, without the link.`,
    remedy: "Leave it so, or name the place in words."
  };
}
function inRepository(url, path, around) {
  const { forge, key, sourceAt, kindOf } = around;
  const suffix = /[?#][^]*$/.exec(url)?.[0] ?? "";
  const kind = kindOf(path);
  const at = anchorOf2(suffix);
  const mayBeSource = kind !== "folder" && /\.(?:md|markdown|mdx)$/i.test(path);
  const target = mayBeSource ? { target: at === null ? path : `${path}#${at}` } : {};
  const source = mayBeSource ? sourceAt(path, at) : null;
  if (source === key) return { isDropped: true, ...target, remark: toPageAnchor(url) };
  const page = forge && pageOf(forge, path, kind, suffix);
  if (source !== null) return { to: { for: source, else: page ?? inLink(url) }, ...target };
  if (page === null) return { ...relative(url), ...target };
  if (kind !== "missing") return { to: page, ...target };
  return {
    to: page,
    ...target,
    remark: {
      rule: "link-missing",
      message: `The link to ${quoted(url)} leads to ${quoted(path)}, where the repository has nothing.`,
      remedy: "Correct the link, or remove it."
    }
  };
}
function pathIn(url, file) {
  const path = repositoryPath(url, file);
  if (path !== null) return path;
  const depth = file.split("/").length - 1;
  const up = Array.from({ length: depth }, () => "..").join("/");
  const bare = url.replace(/[?#][^]*$/, "").replace(/\/+$/, "");
  return bare === "" || bare === "." || depth > 0 && bare.replace(/^\.\//, "") === up ? "" : null;
}
function anchorOf2(suffix) {
  const found = /#([^]+)$/.exec(suffix)?.[1];
  if (found === void 0) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}
function relative(url) {
  const remark = {
    rule: "relative-link",
    message: `The link to ${quoted(url)} will not show as a link: nothing tells where it leads from the site.`,
    remedy: "Write the whole address, beginning with `https://`."
  };
  return { remark };
}
function refused(url) {
  const remark = {
    rule: "link-refused",
    message: `The link to ${quoted(url)} will not show as a link, expected http(s), ftp or mailto.`,
    remedy: "Write an address that begins with `https://`, or leave the link out."
  };
  return { remark };
}

// src/composing/constructs/links.ts
var links = function* links2(page) {
  const { text, nodes, around } = page;
  const references3 = Map.groupBy(
    nodes.filter((node) => node.type === "linkReference"),
    ({ identifier }) => identifier
  );
  const ofImages = new Set(
    nodes.flatMap((node) => node.type === "imageReference" ? [node.identifier] : [])
  );
  const told = onceEach();
  for (const node of nodes) {
    if (node.type === "link") {
      const place = destinationOf(node);
      if (!place && text.startsWith("<", startOf(node))) {
        yield* inBrackets(page, node, told);
        continue;
      }
      const { to, isDropped, ...more } = resolveLink(node.url, around);
      if (isDropped) yield* dropped(text, node);
      else if (place && to !== void 0) yield { ...place, by: to, isAddress: true };
      yield* told(startOf(node), more);
    } else if (node.type === "image") {
      const place = destinationOf(node);
      if (place) yield* image(page, node.url, place);
    } else if (node.type === "definition") {
      const place = destinationOf(node);
      if (!place) continue;
      if (ofImages.has(node.identifier)) {
        yield* image(page, node.url, place);
        continue;
      }
      const { to, isDropped, ...more } = resolveLink(node.url, around);
      const used = references3.get(node.identifier) ?? [];
      if (isDropped) {
        yield wholeDefinition(text, node);
        for (const reference2 of used) yield* dropped(text, reference2);
      } else if (to !== void 0) yield { ...place, by: to, isAddress: true };
      yield* told(startOf(node), more);
    }
  }
  yield* inHtml(page, told);
};
function* inBrackets({ text, around }, node, told) {
  const place = { start: startOf(node) + 1, end: endOf(node) - 1 };
  const written2 = text.slice(place.start, place.end);
  if (!/^(?:https?|ftp|mailto|ircs?|xmpp):/i.test(written2)) return;
  const { to, remark } = resolveLink(written2, around);
  if (to !== void 0) yield { ...place, by: to, isAddress: true };
  yield* told(startOf(node), remark ? { remark } : {});
}
function onceEach() {
  let isTold = false;
  return function* tell(start, { remark, target }) {
    const at = { start, end: start };
    if (target !== void 0) yield { ...at, target };
    if (!remark || remark.rule === "page-anchor" && isTold) return;
    isTold ||= remark.rule === "page-anchor";
    yield { ...at, remark };
  };
}
function* dropped(text, node) {
  const [start, end3] = [startOf(node), endOf(node)];
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!first || !last) {
    yield { start, end: end3, by: "" };
    return;
  }
  yield { start, end: startOf(first), by: "" };
  const mark3 = blockMark(text, start, startOf(first));
  if (mark3 !== null) yield { start: mark3, end: mark3, by: "\\" };
  yield { start: endOf(last), end: end3, by: "" };
}
function wholeDefinition(text, node) {
  const line = lineStart(text, startOf(node));
  const next = lineAfter(text, endOf(node));
  const isAlone = text.slice(line, startOf(node)).trim() === "" && text.slice(endOf(node), next).trim() === "";
  if (!isAlone) return { start: startOf(node), end: endOf(node), by: "" };
  const isParted = line === 0 || /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, line - 200), line));
  return { start: line, end: isParted ? skipBlankLines(text, next) : next, by: "" };
}
function* image({ around, pictureAt }, url, place) {
  const picture = pictureAt(place.start);
  const { forge, file } = around;
  if (picture !== null) yield { ...place, by: picture, isAddress: true };
  else if (url.startsWith("//")) yield { ...place, by: `https:${inLink(url)}`, isAddress: true };
  else if (/^https?:/i.test(url)) {
    const raw = forge && rawAddress(url, forge.server);
    if (raw) yield { ...place, by: inLink(raw), isAddress: true };
    else if (url.includes("'")) yield { ...place, by: inLink(url), isAddress: true };
  } else if (file === null && url.startsWith("/") && forge)
    yield { ...place, by: `${forge.server}${inLink(url)}`, isAddress: true };
}
function rawAddress(url, server) {
  const isOnForge = [`${server}/`, "https://github.com/"].some(
    (each) => url.toLowerCase().startsWith(each.toLowerCase())
  );
  const found = /^(https?:\/\/[^/?#]+\/[^/?#]+\/[^/?#]+)\/blob\/([^?#]+)(\?[^#]*)?/i.exec(url);
  if (!isOnForge || !found || /[?&]raw=(?:true|1)/.test(found[3] ?? "")) return null;
  return `${found[1]}/raw/${found[2]}`;
}
var attribute = {
  a: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di,
  img: /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di
};
function* inHtml(page, told) {
  const { text, nodes, around } = page;
  if (!/<(?:a|img)\s/i.test(text)) return;
  for (const tag2 of htmlTags(text, nodes)) {
    if (tag2.isEnd || tag2.name !== "a" && tag2.name !== "img") continue;
    const value = attributeOf(tag2, attribute[tag2.name]);
    if (value === null) continue;
    const { url, ...place } = value;
    if (tag2.name === "img") {
      yield* image(page, url, place);
      continue;
    }
    const { to, isDropped, ...more } = resolveLink(url, around);
    if (isDropped) {
      yield { start: tag2.start, end: tag2.end, by: "" };
      const mark3 = tag2.isInline ? blockMark(text, tag2.start, tag2.end) : null;
      if (mark3 !== null) yield { start: mark3, end: mark3, by: "\\" };
      if (tag2.partner) yield { start: tag2.partner.start, end: tag2.partner.end, by: "" };
    } else if (to !== void 0) yield { ...place, by: to, isAddress: true };
    yield* told(tag2.start, more);
  }
}
function attributeOf({ written: written2, start }, pattern2) {
  const found = pattern2.exec(written2);
  const group = [1, 2, 3].find((each) => found?.[each] !== void 0);
  const range = group === void 0 ? void 0 : found?.indices?.[group];
  if (!range) return null;
  const [from, to] = range;
  const value = written2.slice(from, to);
  const trimmed2 = value.trim();
  if (trimmed2 === "") return null;
  const at = start + from + (value.length - value.trimStart().length);
  return { url: decode(trimmed2, { isAttributeValue: true }), start: at, end: at + trimmed2.length };
}

// src/composing/constructs/references.ts
var before = String.raw`(?<![A-Za-z\d/#&.@\\!-]|[A-Za-z\d]_)`;
var after = String.raw`(?![A-Za-z\d@-]|_\w|\.\w)`;
var reference = new RegExp(
  String.raw`${before}(?:(?<repository>[A-Za-z\d][\w-]{0,99}\/[\w.-]{1,100})?(?:#(?<number>[1-9]\d{0,9})|@(?<of>[\da-f]{7,40}))|(?<project>[A-Za-z\d][\w.-]{0,99}(?:\/[\w.-]{1,100}){1,9})?!(?<merge>[1-9]\d{0,9})|GH-(?<gh>[1-9]\d{0,9})|(?<commit>[\da-f]{7,40}))${after}`,
  "g"
);
var mention = /(?<![A-Za-z\d.@/`\\+-]|[A-Za-z\d]_)\\?@([A-Za-z\d](?:[A-Za-z\d-]|\\?_(?=[A-Za-z\d])){0,60}(?:\[bot\]|\/[\w-]{1,100})?)(?![A-Za-z\d/@`-]|_\w|\.\w)/g;
var references = function* references2({ text, words: words2, around }) {
  if (around.file !== null) return;
  const { forge } = around;
  if (forge)
    for (const { found, start, end: end3 } of matchesIn(text, words2.outsideLinks, reference)) {
      const address4 = addressOf(found.groups ?? {}, forge);
      if (address4 !== null) yield { start, end: end3, by: `[${found[0]}](${address4})` };
    }
  for (const { found, start, end: end3 } of matchesIn(text, words2.outsideLinks, mention)) {
    const [, name = ""] = found;
    yield { start, end: end3, by: `\`@${name.replaceAll("\\", "")}\`` };
  }
};
function addressOf({
  repository,
  number: number2,
  of,
  project,
  merge,
  gh,
  commit
}, { server, repository: own, issue, mergeRequest, commit: commits }) {
  if (merge !== void 0)
    return mergeRequest === void 0 ? null : `${project === void 0 ? own : `${server}/${project}`}${mergeRequest}${merge}`;
  const base = repository === void 0 ? own : `${server}/${repository}`;
  const issueNumber = number2 ?? gh;
  if (issueNumber !== void 0) return `${base}${issue}${issueNumber}`;
  const id = of ?? commit;
  if (id === void 0 || of !== void 0 && repository === void 0) return null;
  return /\d/.test(id) && /[a-f]/.test(id) ? `${base}${commits}${id}` : null;
}

// src/composing/constructs/site-syntax.ts
var siteSyntax = function* siteSyntax2(page) {
  const { text, words: words2 } = page;
  if (/\[(?:meta-)?tag:/.test(text))
    for (const { found, start } of matchesIn(
      text,
      words2.outsideLinks,
      /(\\*)\[(?=(?:meta-)?tag:)/g
    )) {
      const bracket = start + (found[1]?.length ?? 0);
      if (isEven(found[1])) yield { start: bracket, end: bracket, by: "\\" };
    }
  if (/\[(?:meta-)?tag:/.test(text))
    for (const { found, start, end: end3 } of matchesIn(
      text,
      words2.inLinks,
      /(\\*)\[(?:meta-)?tag:[^[\]\\]*\]/g
    )) {
      const bracket = start + (found[1]?.length ?? 0);
      if (!isEven(found[1])) continue;
      yield { start: bracket, end: bracket, by: "\\" };
      yield { start: end3 - 1, end: end3 - 1, by: "\\" };
    }
  yield* spoilers(page);
};
function isEven(marks5) {
  return (marks5?.length ?? 0) % 2 === 0;
}
function* spoilers({ text, nodes }) {
  if (!text.includes(">!")) return;
  const quotes = [];
  const code2 = [];
  for (const node of nodes) {
    const range = { start: startOf(node), end: endOf(node) };
    if (node.type === "code") code2.push(range);
    else if (node.type === "blockquote" && range.start >= (quotes.at(-1)?.end ?? 0))
      quotes.push(range);
  }
  let next = 0;
  for (const { start, end: end3 } of quotes)
    for (const { index } of text.slice(start, end3).matchAll(mark)) {
      const at = start + index;
      while ((code2[next]?.end ?? Infinity) <= at) next += 1;
      if (at < (code2[next]?.start ?? Infinity)) yield { start: at, end: at, by: " " };
    }
}
var mark = /(?<=^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*>)!/gm;

// src/composing/constructs/strikethrough.ts
var pieces = /(?:(?:https?|ftp):\/\/|www\.)[^\s<]+|\\[^]|[^\\~hfw]+|~+|[hfw]/gi;
var strikethrough = function* strikethrough2({ text, nodes }) {
  if (!/(?<!~)~(?!~)[^]*(?<!~)~(?!~)/.test(text)) return;
  for (const node of nodes)
    if ("children" in node && node.children.some(({ type }) => type === "text"))
      for (const at of marks3(text, node)) yield { start: at, end: at, by: "~" };
};
function* marks3(text, parent) {
  let open = [];
  for (const node of parent.children) {
    if (node.type !== "text") continue;
    const [start, end3] = [startOf(node), endOf(node)];
    for (const { 0: run2, index } of text.slice(start, end3).matchAll(pieces)) {
      if (!run2.startsWith("~")) continue;
      const at = start + index;
      if (run2.length > 1) {
        open = [];
        continue;
      }
      const [before2, after2] = [charBefore(text, at), charAt(text, at + 1)];
      const opens = !isBlank2(after2) && (!isMark(after2) || isBlank2(before2) || isMark(before2));
      const closes = !isBlank2(before2) && (!isMark(before2) || isBlank2(after2) || isMark(after2));
      const first = closes ? open.pop() : void 0;
      if (first !== void 0) {
        yield first;
        yield at;
      } else if (opens) open.push(at);
    }
  }
}
function charBefore(text, at) {
  return /[^]$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? "";
}
function charAt(text, at) {
  return String.fromCodePoint(text.codePointAt(at) ?? 10);
}
function isBlank2(char) {
  return char === "" || /\s/.test(char);
}
function isMark(char) {
  return /[\p{P}\p{S}]/u.test(char);
}

// src/markdown/names-of.ts
function namesOf(list) {
  return new Set(list.split(" "));
}

// src/composing/shown-tags.ts
var shownTags = namesOf(
  "a b blockquote br code del dd dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre s strike strong sub sup ul"
);

// src/composing/constructs/tag-spelling.ts
var kept = {
  a: namesOf("href title"),
  img: namesOf("src alt title width height")
};
var attribute2 = /(?<=\s|["'])(?<name>[^\s"'<>/=]+)(?:(?<is>\s*=\s*)(?:(?<quote>["'])(?<quoted>[^]*?)\k<quote>|(?<bare>[^\s"'=<>`]+)))?/dg;
var unread = /<(?:a|img)(?:\s+[a-z][\w-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`]+))?)+\s*>/gi;
var tagSpelling = function* tagSpelling2({ text, nodes }) {
  if (!/<\/?(?:[a-z]*[A-Z]|a\s|img\s)/.test(text)) return;
  for (const node of nodes)
    if (node.type === "text")
      for (const { 0: written2, index } of sliceOf(text, node).matchAll(unread)) {
        const name = /^<(a|img)/i.exec(written2)?.[1]?.toLowerCase() ?? "";
        yield* attributes({ name, written: written2, start: startOf(node) + index, isInline: true });
      }
  for (const tag2 of htmlTags(text, nodes)) {
    if (!shownTags.has(tag2.name)) continue;
    const isPlaceholder2 = tag2.isInline && !tag2.partner && !empty2.has(tag2.name);
    const at = tag2.start + (tag2.isEnd ? 2 : 1);
    const name = text.slice(at, at + tag2.name.length);
    if (name !== tag2.name && !isPlaceholder2)
      yield { start: at, end: at + name.length, by: tag2.name };
    if (!tag2.isEnd) yield* attributes(tag2);
  }
};
var empty2 = namesOf("br hr img");
function* attributes({
  name: tagName,
  written: written2,
  start,
  isInline
}) {
  const names = kept[tagName];
  if (names === void 0) return;
  const from = start + 1 + tagName.length;
  for (const found of written2.slice(1 + tagName.length).matchAll(attribute2)) {
    const { name = "", is, quote, quoted: quoted2, bare } = found.groups ?? {};
    if (is === void 0) continue;
    const at = from + found.index;
    const end3 = at + found[0].length;
    const small = name.toLowerCase();
    if (!names.has(small)) {
      const isTaken = [...names].some((each) => name.endsWith(each));
      if (isTaken) yield { start: at - 1, end: end3, by: "" };
      continue;
    }
    const value = at + name.length + is.length;
    if (name !== small || is !== "=") yield { start: at, end: value, by: `${small}=` };
    if (bare !== void 0) {
      if (small === "src" && isRepositoryAddress(bare) && bare.includes("/"))
        yield { start: value, end: value, remark: unquoted(bare) };
      yield { start: value, end: value, by: '"' };
      yield { start: end3, end: end3, by: '"' };
    }
    const isWords = small === "alt" || small === "title";
    if (isWords && quote !== void 0 && quoted2 !== void 0)
      for (const { index, 0: mark3 } of quoted2.matchAll(/["']/g))
        yield { start: value + 1 + index, end: value + 2 + index, by: mark3 === '"' ? "”" : "’" };
    if (isInline) yield* entities(quoted2 ?? bare ?? "", value + (quote === void 0 ? 0 : 1));
  }
}
function unquoted(url) {
  return {
    rule: "relative-link",
    message: `The image ${quoted(url)} will not show: its address has a \`/\` in it, and no quotes around it.`,
    remedy: "Write the address in quotes."
  };
}
function* entities(value, start) {
  const read = (text) => decode(text, { isAttributeValue: true });
  const bare = value.replaceAll("&amp;", "&");
  if (bare === value || read(bare) !== read(value)) return;
  for (const { index } of value.matchAll(/&amp;/g))
    yield { start: start + index + 1, end: start + index + 5, by: "" };
}

// src/composing/constructs/tags.ts
var others = namesOf(
  "audio canvas details embed iframe math noembed noframes object param plaintext script style summary svg table tbody td textarea tfoot th thead title tr track video xmp"
);
var marking = namesOf(
  "abbr acronym address article aside bdi bdo big caption center cite data dfn div fieldset figcaption figure font footer form header hgroup ins label legend main mark menu nav nobr output q rp rt ruby samp search section small span time tt u var wbr"
);
var known = namesOf(
  "area base basefont body button col colgroup datalist dialog dir frame frameset head html input link map meta meter noscript optgroup option picture progress select slot source template"
);
var blockTags = function* blockTags2({ text, nodes }) {
  if (!text.includes("<")) return;
  for (const tag2 of htmlTags(text, nodes))
    if (!tag2.isInline && isPlaceholder(tag2)) yield escaped(tag2, "&lt;");
};
var tags = function* tags2({ text, nodes, words: words2 }) {
  if (!text.includes("<")) return;
  const begun = /* @__PURE__ */ new Map();
  const addresses = new Map(words2.addresses.map((each) => [each.end, each]));
  for (const tag2 of htmlTags(text, nodes)) {
    const { name, start, end: end3, written: written2, isInline, isEnd, partner } = tag2;
    if (name === "a") {
      if (isAnchor(tag2) || isEnd && partner && isAnchor(partner)) yield* anchor2(text, tag2);
    } else if (shownTags.has(name)) {
      if (isInline && !isEnd && !partner && /^<[B-Z]>$/.test(written2))
        yield* escapedIn(text, tag2, addresses);
    } else if (others.has(name)) continue;
    else if (name === "picture" || name === "source") {
      if (isInline && (partner || name === "source")) yield { start, end: end3, by: "" };
    } else if (!isInline && !partner && !isEnd) begun.set(name, (begun.get(name) ?? 0) + 1);
    else if (isInline && !partner && isEnd && marking.has(name) && begun.get(name)) {
      begun.set(name, (begun.get(name) ?? 0) - 1);
      yield { start, end: end3, by: "" };
    } else if (isInline && name === "q" && partner) yield { start, end: end3, by: '"' };
    else if (isInline && marking.has(name) && (partner || name === "wbr")) yield* cut(text, tag2);
    else if (isInline) yield* escapedIn(text, tag2, addresses);
  }
};
function* cut(text, { start, end: end3, isInline }) {
  yield { start, end: end3, by: "" };
  const mark3 = isInline ? blockMark(text, start, end3) : null;
  if (mark3 !== null) yield { start: mark3, end: mark3, by: "\\" };
}
function* escapedIn(text, tag2, addresses) {
  const before2 = addresses.get(tag2.start);
  const isOpen = before2 !== void 0 && /[\w/=-]/.test(text[tag2.start - 1] ?? "");
  if (isOpen) yield { start: before2.start, end: before2.start, by: "<" };
  yield escaped(tag2, isOpen ? ">\\<" : "\\<");
}
function isAnchor({ written: written2, isEnd }) {
  return !isEnd && /\s(?:name|id)\s*=/i.test(written2) && !/\shref\s*=/i.test(written2);
}
function* anchor2(text, tag2) {
  const [first, last] = tag2.isEnd ? [tag2.partner ?? tag2, tag2] : [tag2, tag2.partner ?? tag2];
  const line = lineStart(text, first.start);
  const next = lineAfter(text, last.end);
  const beside = [
    text.slice(line, first.start),
    text.slice(first.end, Math.max(first.end, last.start)),
    text.slice(last.end, next)
  ];
  const isAlone = beside.every((part) => part.trim() === "");
  if (!isAlone) yield* cut(text, tag2);
  else if (tag2 === first) yield { start: line, end: skipBlankLines(text, next), by: "" };
}
function isPlaceholder({ name, written: written2 }) {
  return name !== "a" && !shownTags.has(name) && !others.has(name) && !marking.has(name) && !known.has(name) && !/^<\/?[A-Z]/.test(written2);
}
function escaped({ start, written: written2, isEnd }, by = "\\<") {
  if (isEnd) return { start, end: start + 1, by };
  return {
    start,
    end: start + 1,
    by,
    remark: {
      rule: "unknown-tag",
      message: `GitHub shows nothing of ${quoted(written2)}, which it takes for a tag; the post shows it as it is written.`,
      remedy: "Write it as code in backticks, or with `\\<` in the place of `<`."
    }
  };
}

// src/composing/constructs/task-lists.ts
var box = /\[([ xX])\](?=[ \t])/y;
var taskLists = function* taskLists2({ text, nodes }) {
  for (const node of nodes) {
    if (node.type !== "listItem") continue;
    const [first] = node.children;
    if (first?.type !== "paragraph") continue;
    box.lastIndex = startOf(first);
    const found = box.exec(text);
    if (!found) continue;
    const { index, 1: mark3 } = found;
    yield { start: index, end: index + 3, by: mark3 === " " ? "☐" : "☑" };
  }
};

// src/markdown/first-heading.ts
var longest = mostCharacters.article;
function firstHeading(text) {
  const candidate = /^ {0,3}(?:#(?:[ \t]|$)|=+[ \t]*$)/m.exec(text);
  if (candidate === null) return null;
  const lineEnd = text.indexOf("\n", candidate.index + candidate[0].length);
  const early = lineEnd === -1 || lineEnd > longest ? null : topHeading(text, parseMarkdown(text.slice(0, lineEnd)));
  if (early !== null && !text.slice(early.start, early.end).includes("[")) return early;
  return text.length > longest ? early : topHeading(text, parseMarkdown(text));
}
function topHeading(text, tree) {
  const isTop = (node) => node.type === "heading" && node.depth === 1;
  const heading = tree?.children.find(isTop);
  return !tree || heading === void 0 ? null : foundHeading(text, tree, heading);
}
function foundHeading(text, tree, heading) {
  const node = withEmphasis(text, tree, [heading]).get(heading) ?? heading;
  const last = heading.children.at(-1);
  const inline2 = last ? text.slice(startOf(heading), endOf(last)) : "";
  const { title: title2, attributes: attributes3 } = splitAttributes(plainText(node), inline2);
  return { title: title2, attributes: attributes3, start: startOf(heading), end: endOf(heading) };
}

// src/composing/constructs/title-heading.ts
var titleHeading = function* titleHeading2({ field, text, tree, around }) {
  const first = tree.children.find(({ type }) => type !== "definition" && type !== "html");
  if (field !== "body" || first?.type !== "heading") return;
  const start = startOf(first);
  const { title: title2 } = foundHeading(text, tree, first);
  if (visibleText(withEmoji(title2, around.emojiOf)) !== visibleText(around.title)) return;
  const end3 = skipBlankLines(text, lineAfter(text, endOf(first)));
  yield { start: text.slice(0, start).trim() === "" ? 0 : start, end: end3, by: "" };
};

// src/composing/constructs.ts
var constructs = [
  [admonitions],
  [details],
  [footnotes],
  [
    titleHeading,
    comments,
    blockTags,
    tags,
    tagSpelling,
    strikethrough,
    alerts,
    taskLists,
    links,
    siteSyntax,
    autolinks,
    references,
    emoji,
    hardBreaks
  ]
];

// src/composing/page.ts
function openPage(text, { field, around, pictureAt }) {
  const tree = parseMarkdown(text);
  if (tree === null) return null;
  return { field, text, tree, nodes: nodesOf(tree), words: wordsOf(text, tree), around, pictureAt };
}

// src/composing/splice.ts
function spliced(text, field, splices) {
  const holes = [];
  let result = "";
  let at = 0;
  for (const { start, end: end3, by } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) throw new TypeError(`two constructs claim the characters at ${start}`);
    result += text.slice(at, start);
    if (typeof by === "string") result += by;
    else holes.push({ field, at: result.length, ...by });
    at = end3;
  }
  return { text: result + text.slice(at), holes };
}
function isSplice(part) {
  return part.by !== void 0;
}
function movedBack(splices) {
  const parts2 = [];
  let moved = 0;
  for (const { start, end: end3, by, from } of splices.toSorted((a, b) => a.start - b.start)) {
    parts2.push({ at: start + moved, before: from ?? start, isNew: from === void 0 });
    moved += (typeof by === "string" ? by.length : 0) - (end3 - start);
    parts2.push({ at: end3 + moved, before: end3, isNew: false });
  }
  return (offset) => {
    let low = 0;
    let high = parts2.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((parts2[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const part = parts2[low - 1];
    if (!part) return offset;
    return part.isNew ? part.before : part.before + (offset - part.at);
  };
}

// src/composing/adapt.ts
var longest2 = 2 * mostCharacters.article;
var mostTimes = 9;
function adapt(text, about) {
  const { field } = about;
  let page = text.length > longest2 ? null : openPage(text, about);
  if (page === null) return { text, holes: [], remarks: [], targets: [] };
  let toAuthors = (offset) => offset;
  const remarks2 = /* @__PURE__ */ new Map();
  const targets = /* @__PURE__ */ new Set();
  for (let time = 1; ; time += 1) {
    const rewrites = rewritesOf(page);
    for (const { start, remark, target } of rewrites) {
      if (target !== void 0) targets.add(target);
      const at = { field, offset: toAuthors(start) };
      if (remark) remarks2.set(`${remark.rule} ${at.offset}`, { ...remark, at });
    }
    const splices = rewrites.filter(isSplice);
    const words2 = splices.filter(({ isAddress }) => isAddress !== true);
    if (words2.length === 0 || time === mostTimes)
      return {
        ...spliced(page.text, field, splices),
        targets: [...targets],
        remarks: [...remarks2.values()]
      };
    const [back, before2] = [movedBack(words2), toAuthors];
    toAuthors = (offset) => before2(back(offset));
    const pictureAt = (start) => about.pictureAt(toAuthors(start));
    const made = spliced(page.text, field, words2).text;
    const next = openPage(made, { ...about, pictureAt });
    if (next === null) return { text, holes: [], remarks: [...remarks2.values()], targets: [] };
    page = next;
  }
}
function rewritesOf(page) {
  const found = [];
  for (const group of constructs) {
    const rewrites = inOrder(group.flatMap((construct) => [...construct(page)]));
    found.push(...rewrites);
    if (rewrites.some((rewrite) => isSplice(rewrite) && rewrite.isAddress !== true)) break;
  }
  return found;
}
function inOrder(rewrites) {
  let at = 0;
  return rewrites.toSorted((a, b) => a.start - b.start).filter((rewrite) => {
    if (!isSplice(rewrite)) return true;
    if (rewrite.start < at) return false;
    at = rewrite.end;
    return true;
  });
}

// src/composing/images.ts
function forgePicture(pages, path) {
  return pages?.ways.raw ? pageOf(pages, path, "raw") : null;
}
function pictureIn({ images = [] }, field, pictures2) {
  const byStart = new Map(
    images.flatMap((image2) => image2.field === field ? [[image2.start, image2.file]] : [])
  );
  return (start) => {
    const file = byStart.get(start);
    if (file === void 0 || typeof file === "string") return null;
    if (pictures2.on === "forge") return forgePicture(pictures2.pages, file.path);
    return { for: imageTarget(file.digest) };
  };
}

// src/composing/compose.ts
var unknown = { forge: null, sourceAt: () => null, kindOf: () => "file" };
function compose(draft, permissions, { pictures: pictures2 = { on: "site" }, repository = unknown, emojiOf = () => null } = {}) {
  const { key, title: title2, tags: tags3, provenance } = draft;
  const around = {
    ...repository,
    emojiOf,
    key,
    title: title2,
    file: provenance.kind === "file" ? provenance.path : null
  };
  const fitted = (field, text) => adapt(text, { field, around, pictureAt: pictureIn(draft, field, pictures2) });
  const body = fitted("body", draft.body);
  if (draft.kind === "article") {
    if (draft.type === null) throw incomplete(draft, "an article without a type");
    const { remarks: remarks2, targets, text, holes } = body;
    const article = { kind: "article", title: title2, body: text, tags: tags3, type: draft.type };
    return { content: { ...article, permissions, ...withHoles(holes) }, remarks: remarks2, targets };
  }
  if (draft.answer === null) throw incomplete(draft, "a question without an answer");
  const answer = fitted("answer", draft.answer);
  const question = { kind: "question", title: title2, body: body.text, tags: tags3, answer: answer.text };
  return {
    content: { ...question, ...withHoles([...body.holes, ...answer.holes]) },
    remarks: [...body.remarks, ...answer.remarks],
    targets: [...body.targets, ...answer.targets]
  };
}
function withHoles(holes) {
  return holes.length > 0 ? { holes } : {};
}
function incomplete({ key, place }, seen2) {
  return new Fault("internal", "internal", `Cannot compose ${key}: it is ${seen2}.`, {
    remedy: "Report this as a bug.",
    place
  });
}

// src/markdown/blank-code.ts
function blankCode(text, tree) {
  const code2 = nodesOf(tree).filter(({ type }) => type === "code" || type === "inlineCode");
  return blankRanges(
    text,
    code2.map((node) => ({ start: startOf(node), end: endOf(node) }))
  );
}

// src/markdown/prose.ts
var opening = /<(pre|code|samp|kbd|tt|var|script|style)(?=[\s>])[^<>]*>/gi;
function proseOf(text, tree) {
  const withoutCode = blankCode(text, tree);
  if (!withoutCode.includes("<")) return withoutCode;
  const comments3 = text.includes("<!--") ? commentsIn(text, tree) : [];
  const prose = blankRanges(
    withoutCode,
    comments3.map(({ start, comment }) => ({ start, end: start + comment.length }))
  );
  return blankRanges(prose, htmlCode(prose));
}
function htmlCode(text) {
  const ranges = [];
  const unclosed = /* @__PURE__ */ new Set();
  let at = 0;
  for (const { 0: tag2, 1: name = "", index } of text.matchAll(opening)) {
    const isPast = index < at || unclosed.has(name.toLowerCase());
    if (isPast) continue;
    const closing = new RegExp(`</${name}`, "gi");
    closing.lastIndex = index + tag2.length;
    const close2 = closing.exec(text);
    if (close2 === null) unclosed.add(name.toLowerCase());
    else {
      ranges.push({ start: index + tag2.length, end: close2.index });
      at = close2.index;
    }
  }
  return ranges;
}

// src/curation/texts.ts
function textsOf(draft) {
  const body = { name: "body", text: draft.body };
  return draft.answer === null ? [body] : [body, { name: "answer", text: draft.answer }];
}
function parsedTexts(draft) {
  const most3 = mostCharacters[draft.kind];
  return textsOf(draft).map((part) => ({
    ...part,
    tree: part.text.length > most3 ? null : parseMarkdown(part.text)
  }));
}
function proseTexts(texts) {
  return texts.flatMap(
    ({ name, text, tree }) => tree === null ? [] : [{ name, text, tree, prose: proseOf(text, tree) }]
  );
}
var aPost = {
  article: "an article",
  question: "a question"
};
function placesOf(draft) {
  const places = {
    body: memoize(() => placesIn(draft, "body")),
    answer: memoize(() => placesIn(draft, "answer"))
  };
  return ({ field, offset }) => places[field]()(offset);
}
function placesIn(draft, field) {
  const first = field === "answer" ? draft.answerLine : draft.bodyLine;
  const { place } = draft;
  if (!place || first === void 0) return () => place;
  const position = lineIndex(draft[field] ?? "");
  const cuts = (field === "answer" ? draft.answerCuts : draft.bodyCuts) ?? [];
  return (offset) => {
    const { line, column } = position(offset);
    const moved = cuts.findLast(({ after: after2 }) => line > after2)?.lines ?? 0;
    return { file: place.file, line: first + line - 1 + moved, column };
  };
}
function inProse(texts, pattern2) {
  return texts.flatMap(
    ({ name: field, prose }) => [...prose.matchAll(pattern2)].map((match) => ({ match, at: { field, offset: match.index } }))
  );
}
function outsideCode(texts, pattern2) {
  return texts.flatMap(({ name: field, text, tree }) => {
    if (text.search(pattern2) === -1) return [];
    const matches2 = (tree === null ? text : blankCode(text, tree)).matchAll(pattern2);
    return [...matches2].map((match) => ({ match, at: { field, offset: match.index } }));
  });
}

// src/curation/composed-length.ts
var anAddress = 100;
var bodyTooLong = {
  id: "body-too-long",
  severity: "error",
  fixed: true,
  about: `The text of an article has at most ${mostCharacters.article} characters as it is posted, the texts of a question and its answer ${mostCharacters.question} each.`
};
function lengthFindings({ kind, key: source, provenance, place }, content) {
  const { holes = [] } = content;
  const limit = mostCharacters[kind];
  const texts = {
    body: content.body,
    ...content.kind === "question" && { answer: content.answer }
  };
  return Object.entries(texts).flatMap(([name, text]) => {
    const length = text.length + holes.filter(({ field }) => field === name).length * anAddress;
    if (length <= limit) return [];
    return {
      rule: bodyTooLong.id,
      severity: "error",
      source,
      provenance,
      place,
      message: `The ${name} has ${length} characters, expected at most ${limit} in ${aPost[kind]}.`,
      remedy: "Split the text into several sources."
    };
  });
}

// src/markdown/link-targets.ts
function linkTargets(text, tree) {
  const targets = [];
  const definitions = [];
  const links3 = /* @__PURE__ */ new Set();
  const images = /* @__PURE__ */ new Set();
  for (const node of nodesOf(tree)) {
    if (node.type === "link" || node.type === "image") {
      targets.push({ kind: node.type, url: node.url, offset: startOf(node) });
    } else if (node.type === "html") {
      targets.push(...htmlTargets(sliceOf(text, node), startOf(node)));
    } else if (node.type === "definition") definitions.push(node);
    else if (node.type === "linkReference") links3.add(node.identifier);
    else if (node.type === "imageReference") images.add(node.identifier);
  }
  const seen2 = /* @__PURE__ */ new Set();
  for (const node of definitions) {
    if (seen2.has(node.identifier)) continue;
    seen2.add(node.identifier);
    const kind = images.has(node.identifier) ? "image" : "link";
    if (kind === "image" || links3.has(node.identifier)) {
      targets.push({ kind, url: node.url, offset: startOf(node) });
    }
  }
  return targets.sort((a, b) => a.offset - b.offset);
}
var attributes2 = {
  link: /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i,
  image: /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
};
function htmlTargets(html, start) {
  const targets = [];
  for (const tag2 of blankComments(html).matchAll(/<(a|img)(?=\s)[^<>]*>/gi)) {
    const kind = tag2[1]?.toLowerCase() === "img" ? "image" : "link";
    const value = attributes2[kind].exec(tag2[0]);
    if (value === null) continue;
    const written2 = (value[1] ?? value[2] ?? value[3] ?? "").trim();
    const url = decode(written2, { isAttributeValue: true });
    targets.push({ kind, url, offset: start + tag2.index });
  }
  return targets;
}

// src/curation/near-texts.ts
var nearness = 0.9;
var runLength = 5;
var shortest = 200;
var longest3 = 2e4;
var mostCandidates = 50;
function nearTexts(drafts) {
  const near = /* @__PURE__ */ new Map();
  const index = /* @__PURE__ */ new Map();
  for (const draft of drafts) {
    const text = folded(draft);
    if (text.length < shortest || text.length > longest3) continue;
    const entry = { draft, text, runs: runsOf(text.toLowerCase()) };
    const first = entry.runs.subarray(0, Math.floor((1 - nearness) * entry.runs.length) + 1);
    const found = candidates(entry, first, index).find((other2) => isNear(entry, other2));
    if (found !== void 0) near.set(draft, found.draft);
    for (const run2 of first) {
      const entries = index.get(run2);
      if (entries === void 0) index.set(run2, entry);
      else if (!Array.isArray(entries)) index.set(run2, [entries, entry]);
      else if (entries.length < mostCandidates) entries.push(entry);
    }
  }
  return near;
}
function folded(draft) {
  const text = textsOf(draft).map(({ text: text2 }) => text2);
  return visibleText(text.join("\n"));
}
function runsOf(text) {
  const runs = new Int32Array(Math.max(0, text.length - runLength + 1));
  for (let start = 0; start < runs.length; start += 1) {
    let hash = 2166136261;
    for (let at = start; at < start + runLength; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
    }
    runs[start] = hash;
  }
  runs.sort();
  let count = 0;
  for (const run2 of runs) {
    if (count === 0 || runs[count - 1] !== run2) runs[count++] = run2;
  }
  return runs.slice(0, count);
}
function candidates({ runs }, first, index) {
  const found = /* @__PURE__ */ new Set();
  for (const run2 of first) {
    const others3 = index.get(run2) ?? [];
    for (const other2 of Array.isArray(others3) ? others3 : [others3]) {
      const less = Math.min(runs.length, other2.runs.length);
      if (less >= nearness * Math.max(runs.length, other2.runs.length)) found.add(other2);
      if (found.size >= mostCandidates) return [...found];
    }
  }
  return [...found];
}
function isNear(a, b) {
  if (a.text === b.text) return false;
  const total = a.runs.length + b.runs.length;
  let different = total - 2 * Math.ceil(nearness / (1 + nearness) * total);
  let i = 0;
  let j = 0;
  while (different >= 0 && i < a.runs.length && j < b.runs.length) {
    const left3 = a.runs[i] ?? 0;
    const right = b.runs[j] ?? 0;
    if (left3 !== right) different -= 1;
    if (left3 <= right) i += 1;
    if (right <= left3) j += 1;
  }
  return different >= a.runs.length - i + b.runs.length - j;
}

// src/curation/context.ts
function draftContext(repository) {
  const texts = ofLast(parsedTexts);
  return {
    repository,
    texts,
    prose: ofLast((draft) => proseTexts(texts(draft))),
    links: ofLast((draft) => linksOf(texts(draft)))
  };
}
function curationContext(drafts, known2, recorded) {
  const isNew = ({ key }) => Number(!recorded.has(key));
  const ordered = drafts.toSorted((a, b) => isNew(a) - isNew(b) || compareSourceKeys(a.key, b.key));
  const titleOf = ({ title: title2 }) => visibleText(title2);
  const sameTitle = others2(ordered, known2, titleOf);
  const similar = memoize(() => nearTexts(ordered));
  return {
    sameTitle(draft) {
      const own = recorded.get(draft.key);
      if (titleOf(draft) === "" || own && titleOf(own) === titleOf(draft)) return null;
      return sameTitle(draft);
    },
    sameKey: others2(ordered, known2, ({ key }) => key),
    sameText: sameTexts(ordered, known2, recorded),
    similarText(draft) {
      const other2 = similar().get(draft);
      return other2 === void 0 ? null : nameOf(other2);
    }
  };
}
function others2(drafts, known2, valueOf) {
  const read = Map.groupBy(drafts, valueOf);
  const unread2 = Map.groupBy(known2, valueOf);
  return (draft) => {
    const value = valueOf(draft);
    const [same = [], more = []] = [read.get(value), unread2.get(value)];
    const other2 = same.find((each) => each !== draft);
    const first = other2 ? nameOf(other2) : more[0]?.key;
    if (first === void 0) return null;
    const rest = same.length + more.length - 2;
    return rest > 0 ? `${first} and ${rest} more` : first;
  };
}
function sameTexts(drafts, known2, recorded) {
  const published = /* @__PURE__ */ new Map();
  for (const { key, text } of known2) if (text) published.set(text, key);
  const digests = new Map(drafts.map((draft) => [draft, textDigest(draft)]));
  const keeps = (draft) => hasText(recorded.get(draft.key), draft);
  const first = /* @__PURE__ */ new Map();
  for (const draft of [...drafts.filter(keeps), ...drafts]) {
    const digest2 = digests.get(draft);
    if (!first.has(digest2)) first.set(digest2, draft);
  }
  return (draft) => {
    if (textsOf(draft).every(({ text }) => isBlankMarkdown(text)) || keeps(draft)) return null;
    const digest2 = digests.get(draft);
    const other2 = published.get(digest2 ?? "") ?? published.get(exactDigest(draft));
    if (other2 !== void 0) return other2;
    const same = first.get(digest2);
    return same === void 0 || same.key === draft.key ? null : nameOf(same);
  };
}
function hasText(source, draft) {
  if (!source?.text) return false;
  return source.text === textDigest(draft) || source.text === exactDigest(draft);
}
function exactDigest({ body, answer }) {
  return digestOf({ body, answer });
}
function nameOf({ key, provenance }) {
  const origin = provenanceText(provenance);
  return origin === key ? key : `${key} (${origin})`;
}
function ofLast(make) {
  let last = null;
  return (draft) => {
    if (last?.draft !== draft) last = { draft, value: make(draft) };
    return last.value;
  };
}
function linksOf(texts) {
  return texts.flatMap(
    ({ name: field, text, tree }) => tree === null ? [] : linkTargets(text, tree).map(({ kind, url, offset }) => ({
      kind,
      url,
      at: { field, offset }
    }))
  );
}

// src/curation/apply-severity.ts
function applySeverity(findings, rules2) {
  return findings.flatMap((finding) => {
    if (fixedRuleIds.includes(finding.rule)) return [{ ...finding, severity: "error" }];
    const set = Object.hasOwn(rules2, finding.rule) ? rules2[finding.rule] : void 0;
    return set === "off" ? [] : [{ ...finding, severity: set ?? finding.severity }];
  }).sort(
    (a, b) => compareSourceKeys(provenanceText(a.provenance), provenanceText(b.provenance)) || (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

// src/markdown/disable-comments.ts
var written = /^<!--\s*stack-publish-disable(?![A-Za-z])([\w-]*)([^]*?)(?:-->|$)/;
function disableComments(text, tree) {
  if (!text.includes("stack-publish-disable")) return [];
  const found = [];
  const shown3 = tree.children.find((node) => !isOnlyComments(text, node));
  const first = shown3 ? startOf(shown3) : text.length;
  const followed = followingBlocks(text, tree);
  for (const each of commentsIn(text, tree)) {
    const [whole, suffix = "", rest = ""] = written.exec(each.comment) ?? [];
    if (whole === void 0) continue;
    const { start } = each;
    const colon = rest.indexOf(":");
    const [rule, reason] = colon === -1 ? [rest.trim(), ""] : [rest.slice(0, colon).trim(), rest.slice(colon + 1).trim()];
    const end3 = followed.get(start);
    const scope = end3 === void 0 ? linesOf(text, each) : { start, end: end3 };
    found.push({ start, rule, reason, suffix, scope, isFirst: end3 !== void 0 && start < first });
  }
  return found;
}
function isOnlyComments(text, node) {
  return node.type === "html" && blankComments(sliceOf(text, node)).trim() === "";
}
function followingBlocks(text, tree) {
  const followed = /* @__PURE__ */ new Map();
  for (const parent of nodesOf(tree)) {
    if (!("children" in parent) || !holdsBlocks.has(parent.type)) continue;
    let next = null;
    for (const node of parent.children.toReversed()) {
      if (!isOnlyComments(text, node)) next = node;
      else for (const { start } of commentsIn(text, node)) followed.set(start, endOf(next ?? node));
    }
  }
  return followed;
}
var holdsBlocks = /* @__PURE__ */ new Set([
  "root",
  "blockquote",
  "listItem",
  "footnoteDefinition"
]);
function linesOf(text, { start, comment }) {
  const from = lineStart(text, start);
  const to = lineAfter(text, start + comment.length);
  const isAlone = text.slice(from, start).trim() + text.slice(start + comment.length, to).trim() === "";
  return { start: from, end: isAlone ? lineAfter(text, to) : to };
}

// src/curation/dialect-rules.ts
var warnings = {
  admonition: "An admonition of another tool (`!!!`, `???`, `:::`) is closed, and its text can stand in a quote.",
  "link-missing": "A link that leads into the repository names something that is there.",
  "link-refused": "A link has an address that the site makes a link of: http(s), ftp, or mailto without a query.",
  "page-anchor": "A link does not lead to a place in its own page: a post has none, so the link goes and its text stays.",
  "relative-link": "It is known where a link leads from the site: a note has whole addresses, and a page is in a repository with a forge.",
  "unknown-tag": "A text has no placeholder that GitHub takes for a tag and does not show, as `<name>`; the post shows it."
};
var dialectRules = [
  bodyTooLong,
  ...Object.entries(warnings).map(([id, about]) => ({ id, severity: "warning", about }))
];
function dialectFindings(draft, remarks2) {
  if (remarks2.length === 0) return [];
  const placeOf = placesOf(draft);
  return remarks2.map((remark) => ({
    ...remark,
    severity: "warning",
    source: draft.key,
    provenance: draft.provenance,
    place: placeOf(remark.at) ?? draft.place
  }));
}

// src/curation/rules/body-length.ts
var least = 30;
var emptyBody = {
  id: "empty-body",
  severity: "error",
  fixed: true,
  about: "A text shows something: it is more than blanks, invisible characters, HTML comments and empty elements.",
  check(draft) {
    return textsOf(draft).filter(({ text }) => isBlankMarkdown(text)).map(({ name }) => ({
      message: `The ${name} shows nothing, expected text.`,
      remedy: "Write the text, or remove the mark."
    }));
  }
};
var bodyTooShort = {
  id: "body-too-short",
  severity: "warning",
  about: `A text has at least ${least} characters; some sites refuse a shorter one.`,
  check(draft) {
    return textsOf(draft).filter(({ text }) => text.trim().length < least && !isBlankMarkdown(text)).map(({ name, text }) => ({
      message: `The ${name} has ${text.trim().length} characters, expected at least ${least}.`,
      remedy: "Say more, or remove the mark."
    }));
  }
};

// src/curation/rules/duplicates.ts
var duplicateId = {
  id: "duplicate-id",
  severity: "error",
  fixed: true,
  about: "No two sources have one key; none of them is published.",
  check(draft, context) {
    const others3 = context.sameKey(draft);
    if (others3 === null) return null;
    return {
      message: `The source key ${quoted(draft.key)} is also that of ${others3}, expected one source for a key.`,
      remedy: "Give each source an `id` of its own."
    };
  }
};
var duplicateTitle = {
  id: "duplicate-title",
  severity: "error",
  varies: true,
  about: "No two sources have titles that look alike; upper and lower case differ. A published source keeps its title.",
  check(draft, context) {
    const others3 = context.sameTitle(draft);
    if (others3 === null) return null;
    return {
      message: `The title ${quoted(draft.title)} is also that of ${others3}, expected one source for a title.`,
      remedy: "Give each source a title of its own."
    };
  }
};

// src/markdown/math.ts
var formula = new RegExp(
  [
    String.raw`(?<![$\\])\$\$(?=[^\s$])(?:[^$\\\n]|\\[^\n]){1,1000}(?<!\s)\$\$(?!\$)`,
    String.raw`(?<=^[ \t>]{0,20})\$\$(?!\$)(?:[^$\n]|\n(?![ \t]*\r?\n)){1,5000}\$\$(?=[ \t]*\r?$)`,
    String.raw`(?<![\p{L}\p{N}_\\$])\$(?![\s$])(?:[^$\\\n]|\\[^\n]){1,500}(?<!\s)\$(?![\p{L}\p{N}_$])`
  ].join("|"),
  "gmu"
);
function formulasIn(prose) {
  if (!prose.includes("$")) return [];
  return [...prose.matchAll(formula)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length
  }));
}
function withoutFormulas(prose) {
  return blankRanges(prose, formulasIn(prose));
}

// src/curation/foreign/foreign-kind.ts
function matches(pattern2, isMeant = () => true) {
  return (searched) => {
    const all2 = [];
    for (const { 0: match, index } of searched.prose.matchAll(pattern2)) {
      const marks5 = lineMarks.exec(match)?.[0].length ?? 0;
      const found = { found: match.slice(marks5), index: index + marks5 };
      if (isMeant(found, searched)) all2.push(found);
    }
    return all2;
  };
}
var marksBefore = String.raw`[ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?`;
var lineMarks = new RegExp(`^${marksBefore}`);
var atLineStart = (pattern2) => new RegExp(`^${marksBefore}(?:${pattern2})`, "gm");
var inMarkdown = "Write what it makes as GitHub Markdown";
var asCode = "or mark it as code with backticks where it is meant";

// src/curation/foreign/blocks.ts
var blocks = [
  {
    what: "a content tab of MkDocs",
    shows: "GitHub and Stack show it as text, and what is indented under it as code",
    remedy: "Write a heading for each tab, and its text without the indentation.",
    find: matches(atLineStart(String.raw`===[!+]{0,2}[ \t]+["'][^\r\n]{0,80}`))
  },
  {
    what: "a block of Docusaurus, VitePress or Pandoc",
    remedy: "Write a heading, a list or a quote in its place.",
    find: matches(
      atLineStart(String.raw`:{3,10}[ \t]*(?:[A-Za-z][\w-]*|\{[^{}\n]{1,100}\})`),
      ({ found }) => {
        const [, attributes3, word] = /^:+[ \t]*(?:\{(.*)\}|(.*))$/.exec(found) ?? [];
        return admonitionType(word, attributes3) === null;
      }
    )
  },
  {
    what: "a directive of MyST (Sphinx)",
    shows: "GitHub and Stack show it as code",
    remedy: `${inMarkdown}, such as \`> [!NOTE]\` for a note.`,
    find: directivesIn
  },
  {
    what: "a directive of reStructuredText (Sphinx)",
    remedy: `${inMarkdown}.`,
    find: matches(atLineStart(String.raw`\.\.[ \t]+[A-Za-z][\w-]{0,50}::(?=[ \t\r]|$)`))
  },
  {
    what: "a macro of Confluence",
    remedy: `${inMarkdown}.`,
    find: matches(
      atLineStart(
        String.raw`\{(?:code|noformat|panel|info|note|tip|warning|quote|toc|expand)(?::[^{}\n]{0,200})?\}`
      )
    )
  },
  {
    what: "a callout of Obsidian or GitLab, or an alert where GitHub makes none",
    shows: "GitHub and Stack show a quote that begins with it",
    remedy: "Write `> **Title**` in its place, or one of the five alerts of GitHub, alone in its line and in no list or other quote.",
    find: calloutsIn
  },
  {
    what: "a quote of GitLab",
    shows: "GitHub and Stack show the text between without a quote",
    remedy: "Write `>` before each of its lines.",
    find: quotesOfGitLab
  },
  {
    what: "a place for a table of contents",
    remedy: "Take it out: the site makes none.",
    find: matches(
      atLineStart(
        String.raw`(?:\[(?:TOC|toc)\]|\[\[(?:_?TOC_?|toc)\]\]|@\[toc\]|\{:[ \t]*toc\b[^{}\n]{0,80}\})(?=[ \t]*\r?$)`
      ),
      ({ found }, { labels }) => !labels().has(found.replace(/^@?\[+|\]+$/g, "").toLowerCase())
    )
  },
  {
    what: "an abbreviation of MkDocs or Kramdown",
    remedy: "Take it out, and write the words where they are first used.",
    find: matches(atLineStart(String.raw`\*\[[^\]\n]{1,80}\]:[ \t]+\S[^\r\n]{0,80}`))
  }
];
function calloutsIn({ text, tree }) {
  if (!/>[ \t]*\[!/.test(text)) return [];
  const alerts3 = new Set(tree.children.filter((node) => alertMark(text, node) !== null));
  return nodesOf(tree).flatMap((node) => {
    const first = node.type === "blockquote" && !alerts3.has(node) ? node.children[0] : void 0;
    if (first?.type !== "paragraph") return [];
    const found = /^\[![a-z][a-z-]{0,30}\]/i.exec(sliceOf(text, first))?.[0];
    return found === void 0 ? [] : [{ found, index: startOf(first) }];
  });
}
function quotesOfGitLab({ prose }) {
  const marks5 = [...prose.matchAll(/^>>>(?=[ \t]*\r?$)/gm)];
  return marks5.flatMap(
    ({ 0: found, index }, place) => place % 2 === 0 && place + 1 < marks5.length ? [{ found, index }] : []
  );
}
var directives = new Set(
  "admonition attention automodule autoclass caution contents csv-table danger dropdown eval-rst figure grid hint image important include list-table literalinclude margin math note seealso tab-item tab-set tip toctree versionadded versionchanged warning".split(
    " "
  )
);
function directivesIn({ text, tree }) {
  if (!/(?:`{3}|~{3})[ \t]*\{/.test(text)) return [];
  return nodesOf(tree).flatMap((node) => {
    const name = node.type === "code" ? /^\{([\w-]+)\}$/.exec(node.lang ?? "")?.[1] : void 0;
    if (name === void 0 || !directives.has(name)) return [];
    return [{ found: `{${name}}`, index: startOf(node) }];
  });
}

// src/curation/foreign/includes.ts
var hereOrLink = "Write the included text here, or link to its file.";
var includes = [
  {
    what: "an include of MkDocs (snippets)",
    remedy: hereOrLink,
    find: matches(
      atLineStart(String.raw`-{1,4}8<-{1,4}(?:[ \t]*["'][^\r\n]{0,80}|(?=[ \t]*\r?$))`)
    )
  },
  {
    what: "an include of MkDocs",
    remedy: hereOrLink,
    find: matches(/\{![^{}\n]{1,200}!\}|\{\*[ \t][^{}\n]{1,200}[ \t]\*\}/g)
  },
  {
    what: "an extension of Microsoft Learn (DocFX)",
    remedy: `${inMarkdown}; write an included text here, or link to its file.`,
    find: matches(/(?<!\\)\[!(?:include|code(?:-[\w#+]+)?|video|div)(?=[[\s])[^\]\r\n]{0,80}\]?/gi)
  },
  {
    what: "an include",
    remedy: hereOrLink,
    find: matches(atLineStart(String.raw`!INCLUDE[ \t]+["'<\w][^\r\n]{0,80}`))
  },
  {
    what: "an include of VitePress or VuePress",
    remedy: "Write the included code or text here, or link to its file.",
    find: matches(atLineStart(String.raw`(?:<<<(?!<)[ \t]*[@.\/\w]|@\[code\b)[^\r\n]{0,80}`))
  },
  {
    what: "an include of VitePress",
    shows: "GitHub and Stack show nothing of it",
    remedy: hereOrLink,
    find: includesIn
  }
];
function includesIn({ text, tree }) {
  if (!text.includes("@include:")) return [];
  return commentsIn(text, tree).flatMap(
    ({ start, comment }) => /^<!--\s*@include:/.test(comment) ? [{ found: comment, index: start }] : []
  );
}

// src/curation/foreign/inline.ts
var inline = [
  {
    what: "an icon of MkDocs",
    remedy: "Take it out, or write a word, an emoji or an image.",
    find: matches(
      /(?<![\w:]):(?:material|fontawesome|octicons|simple|fa[bsr]?|mdi|lucide|tabler)-[a-z0-9][a-z0-9-]{0,80}:/g
    )
  },
  {
    what: "a list of attributes, as MkDocs, Jekyll and Pandoc read it",
    remedy: "Take it out; a link to a heading is made of its text.",
    find: matches(/(?<!\\)\{[^{}\n]{1,200}\}/g, isAttributeList)
  },
  {
    what: "a link of a wiki",
    remedy: "Write a link with an address, as `[text](page.md)`.",
    find: matches(/!?(?<!\\)\[\[[^\][\n]{1,200}\]\](?![([])/g, isWikiLink)
  },
  {
    what: "a role of Sphinx",
    shows: "GitHub and Stack show its name as text",
    remedy: "Write a link, or the code alone.",
    find: rolesIn
  },
  {
    what: "a mark of Obsidian or MkDocs",
    remedy: "Write it in bold.",
    find: matches(/(?<![=\w<>!])==(?=[\p{L}\p{N}*_`"'(])[^=\r\n]{1,120}(?<=\S)==(?![=\w])/gu)
  },
  {
    what: "a footnote of Pandoc within the text",
    remedy: "Write `[^1]` there, and `[^1]: …` below.",
    find: matches(
      new RegExp(`(?<=[\\p{L}\\p{N}.,;:!?)"'*_])\\^\\[(?=[^\\][\\r\\n]*\\p{L}{2})[^\\][\\r\\n]{1,300}\\](?![(:])`, "gu")
    )
  },
  {
    what: "keys of MkDocs",
    remedy: "Write them as `<kbd>Ctrl</kbd>+<kbd>C</kbd>`.",
    find: matches(
      /(?<![\w+])\+\+(?:alt|backspace|caps-lock|cmd|command|control|ctrl|delete|enter|esc|escape|f\d{1,2}|meta|option|shift|space|tab|windows)(?:\+(?:"[^"\n]{1,20}"|[\w-]{1,20})){0,5}\+\+/g
    )
  }
];
var attributesOfC = new Set(
  "deprecated fallthrough likely maybe_unused nodiscard noreturn unlikely".split(" ")
);
function isAttributeList({ found, index }, { text }) {
  const before2 = text[index - 1] ?? "\n";
  if (/[)\]`]/.test(before2) && /^\{:?\s*[\w-]+=[^{}]+\}$/.test(found)) return true;
  if (!isAttributes(found) || /[[\]()*/,;]/.test(found.replace(/"[^"]*"|'[^']*'/g, "")))
    return false;
  if (/[)\]`*_:]/.test(before2)) return true;
  const rest = /[ \t]*(?:\r?\n|$)/y;
  rest.lastIndex = index + found.length;
  if (!rest.test(text)) return false;
  const line = text.slice(lineStart(text, index), index);
  const underline = / {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/y;
  underline.lastIndex = rest.lastIndex;
  const isAlone = lineMarks.exec(line)?.[0].length === line.length;
  return found.startsWith("{:") || isAlone || /^[ \t>]*#{1,6}[ \t]/.test(line) || underline.test(text);
}
function isWikiLink({ found, index }, { prose, labels }) {
  const name = found.replace(/^!?\[\[|\]\]$/g, "");
  if (!new RegExp("\\p{L}", "u").test(name) || /^[\s^!:_]|\s$|^toc$/i.test(name)) return false;
  if (attributesOfC.has(name) || labels().has(name.toLowerCase())) return false;
  const next = /[ \t]*\r?\n[ \t]*[\w."-]+[ \t]*=/y;
  next.lastIndex = index + found.length;
  if (next.test(prose)) return false;
  return !/[\w\])]/.test(prose[index - 1] ?? "");
}
var roles = /^(?:abbr|attr|class|command|data|doc|download|envvar|exc|file|func|guilabel|kbd|menuselection|meth|mod|numref|obj|option|program|ref|samp|term|(?:c|cpp|js|py|rst|std):[\w:.-]+)$/;
function rolesIn({ text, prose }) {
  const names = prose.matchAll(/\{([a-z][\w:.-]{0,40})\}|(?<![\w:]):([a-z][\w:.-]{0,40}):/g);
  return [...names].flatMap(
    ({ 0: found, 1: braced, 2: name = braced ?? "", index }) => text[index + found.length] === "`" && roles.test(name) ? [{ found, index }] : []
  );
}

// src/curation/foreign/mdx.ts
var mdx = [
  {
    what: "a line of MDX",
    remedy: "Take it out, and write what it brings in as GitHub Markdown.",
    find: matches(
      new RegExp(
        [
          String.raw`^import[ \t]+(?:[\w$*{][^"'\n]{0,300}[ \t}]from[ \t]*["']|["'](?=[.\/@~]))[^"'\n]{1,300}["'];?[ \t]*\r?$`,
          String.raw`^import[ \t]+(?:[\w$]{1,80},[ \t]*)?\{\r?\n(?:[ \t]*[\w$ ]{1,80},?\r?\n){1,50}\}[ \t]*from[ \t]*["'][^"'\n]{1,300}["'];?[ \t]*\r?$`,
          String.raw`^export[ \t]+(?:(?:const|let|var)[ \t]+[\w$]+[ \t]*=|(?:async[ \t]+)?function\b|default[ \t]+(?:[\w$]+;?[ \t]*\r?$|[({]|(?:async[ \t]+)?function\b|class\b))`
        ].join("|"),
        "gm"
      ),
      ({ index }, { prose: text }) => isFirstOfBlock(text, index)
    )
  },
  {
    what: "a component of MDX or Vue",
    shows: "GitHub leaves its tags out, and so does Stack or shows them as text",
    remedy: `${inMarkdown}, ${asCode}.`,
    find: componentsIn
  },
  {
    what: "an expression of MDX",
    remedy: "Write its value.",
    find: expressionsIn
  },
  {
    what: "a comment of MDX",
    remedy: "Take it out, or write it as an HTML comment, which is left out of the post.",
    find: matches(/\{\/\*/g)
  }
];
function isFirstOfBlock(text, index) {
  const end3 = text.slice(0, index).trimEnd().length;
  if (end3 === 0 || text.slice(end3, index).split("\n").length > 2) return true;
  return /^(?:import|export)\b|["'];?$/.test(text.slice(lineStart(text, end3), end3));
}
function broughtIn(prose) {
  const names = /* @__PURE__ */ new Set();
  for (const [, imported = ""] of prose.matchAll(/^import[ \t]+([^"'\n]{1,300})[ \t}]from\b/gm))
    for (const [name] of imported.matchAll(/[\w$]+/g)) names.add(name);
  const exported = /^export[ \t]+(?:const|let|var|(?:async[ \t]+)?function)[ \t]+([\w$]+)/gm;
  for (const [, name = ""] of prose.matchAll(exported)) names.add(name);
  return names;
}
var componentTag = /(?<![\p{L}\p{N}_\\])<(\/?)([A-Z][\w.]*)((?:\s[^<>]{0,1000})?\/?)>/gu;
function componentsIn({ prose }) {
  if (!/<[A-Z]/.test(prose)) return [];
  const tags3 = [...prose.matchAll(componentTag)];
  const closed = new Set(tags3.flatMap(([, slash, name]) => slash === "/" ? [name] : []));
  const names = broughtIn(prose);
  return tags3.flatMap(({ 0: found, 1: slash, 2: name = "", 3: rest = "", index }) => {
    if (slash === "/") return [];
    const isKnown = isHtmlElement(name) && name !== "Link";
    const isMeant = names.has(name) || !isKnown && (closed.has(name) || rest.endsWith("/") || /[\w-]=["'{]/.test(rest));
    return isMeant ? [{ found, index }] : [];
  });
}
function expressionsIn({ prose }) {
  if (!/^(?:import|export)\b/m.test(prose)) return [];
  const names = broughtIn(prose);
  const rest = prose.replace(/^(?:import|export)\b[^\n]*/gm, ({ length }) => " ".repeat(length));
  return [...rest.matchAll(/\{([A-Za-z_$][\w$]*)(?:[.?[(][^{}\n]{0,200})?\}/g)].flatMap(
    ({ 0: found, 1: name = "", index }) => names.has(name) ? [{ found, index }] : []
  );
}

// src/curation/foreign/templates.ts
var templates = [
  {
    what: "a front matter in TOML, as Hugo reads it",
    remedy: "Take it out, or write it in YAML, between `---` lines at the start of the file.",
    find: tomlIn
  },
  {
    what: "a shortcode of Hugo",
    remedy: `${inMarkdown}, such as \`> [!NOTE]\` for a note, ${asCode}.`,
    find: matches(/(?<!\\)\{\{[<%]\s*\/?\*?\s*[A-Za-z](?:[^\r\n]{0,200}?[>%]\}\})?/g)
  },
  {
    what: "a tag of Liquid or Jinja, as Jekyll and GitBook read it",
    remedy: `${inMarkdown}, ${asCode}.`,
    find: matches(/(?<![\\{])\{%[-+]?\s*[A-Za-z][^\n]{0,300}?%\}/g)
  },
  {
    what: "a placeholder of Liquid, Jinja or Vue",
    remedy: `Write the value, ${asCode}.`,
    // Not `${{ … }}`, which people write of GitHub Actions, nor what a shortcode is.
    find: matches(
      /(?<![\\${])\{\{\{?(?![<%])[^{}\n]{1,200}\}\}/g,
      ({ found }) => /[\p{L}$]/u.test(found)
    )
  }
];
function tomlIn({ text }) {
  const open = /^\s*\+\+\+[ \t]*\r?\n/.exec(text);
  if (open === null || !/^\+\+\+[ \t]*\r?$/m.test(text.slice(open[0].length))) return [];
  return [{ found: "+++", index: open[0].indexOf("+") }];
}

// src/curation/foreign/foreign-kinds.ts
var foreignKinds = [
  ...templates,
  ...includes,
  ...blocks,
  ...inline,
  ...mdx
];

// src/curation/rules/foreign-syntax.ts
var foreignSyntax = {
  id: "foreign-syntax",
  severity: "warning",
  about: "A text has no syntax of another tool outside code, such as a shortcode of Hugo, `{% … %}`, a content tab, an include, a component or a wiki link; each tool's is told once a text, with how many there are.",
  check: (draft, context) => context.prose(draft).flatMap(remarksOn)
};
function remarksOn({ name, text, tree, prose }) {
  const labels = memoize(
    () => new Set(
      nodesOf(tree).flatMap(
        (node) => node.type === "definition" ? [node.identifier.toLowerCase()] : []
      )
    )
  );
  const searched = { text, tree, prose: withoutFormulas(prose), labels };
  return foreignKinds.flatMap(({ what, shows, remedy: remedy2, find }) => {
    const [first, ...others3] = find(searched);
    if (first === void 0) return [];
    const more = others3.length === 0 ? "" : ` (and ${others3.length} more of the kind)`;
    return [
      {
        at: { field: name, offset: first.index },
        message: `The text has ${quoted(first.found)}${more}, ${what}: ${shows ?? "GitHub and Stack show it as text"}.`,
        remedy: remedy2
      }
    ];
  });
}

// src/curation/rules/hidden-text.ts
var most = 5;
var hiddenText = {
  id: "hidden-text",
  severity: "warning",
  about: "A text has no character that nobody sees; one in a title is an error.",
  check(draft) {
    const title2 = visibleText(draft.title) === "" ? "" : draft.title;
    const inTitle = hiddenIn(title2).map(({ run: run2 }) => ({
      severity: "error",
      message: `The title has ${seen(run2)}.`,
      remedy: "Take it out: type the title again."
    }));
    const inTexts = textsOf(draft).flatMap(({ name, text }) => {
      if (visibleText(text) === "") return [];
      return hiddenIn(text).map(({ index, run: run2 }) => ({
        at: { field: name, offset: index },
        message: `The ${name} has ${seen(run2)}.`,
        remedy: "Take it out; where the text needs it, write it as an entity, such as `&shy;`."
      }));
    });
    return [...inTitle, ...inTexts];
  }
};
function seen(run2) {
  const chars = Array.from(run2);
  const names = chars.slice(0, most).map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
  if (chars.length === 1) return `a character that nobody sees: ${names}`;
  return `${chars.length} characters that nobody sees: ${names}${chars.length > most ? " …" : ""}`;
}

// src/curation/rules/html-elements.ts
var htmlTable = {
  id: "html-table",
  severity: "error",
  about: "A table is written in Markdown, not in HTML, which Stack leaves out: the words of its cells would run together.",
  check(draft, context) {
    return tagsOf(draft, context, (name) => name === "table").map(({ at }) => ({
      at,
      message: "The text has a table in HTML: GitHub shows it, and Stack shows the words of its cells run together.",
      remedy: "Write it as a table in Markdown, with `|` between the cells, or as a list."
    }));
  }
};
var left2 = new Map([
  ..."audio canvas embed iframe map object svg video".split(" ").map((name) => [name, "Stack shows nothing of it, or its tags as text"]),
  ["picture", "Stack shows its `<img>` at most, whatever its sources are"],
  ["script", "Stack runs none, and may show it as text"],
  ["style", "Stack takes none, and may show it as text"]
]);
var htmlElement = {
  id: "html-element",
  severity: "warning",
  about: "A text has no element of HTML of which Stack leaves nothing or too little: `<audio>`, `<canvas>`, `<embed>`, `<iframe>`, `<object>`, `<picture>`, `<svg>`, `<video>`, `<script>`, `<style>`.",
  check(draft, context) {
    return tagsOf(draft, context, (name) => left2.has(name)).map(({ name, at }) => ({
      at,
      message: `The text has \`<${name}>\`: ${left2.get(name)}.`,
      remedy: name === "picture" ? "Show one image, as `![what it shows](image.png)`." : "Link to it, show an image in its place, or take it out."
    }));
  }
};
function tagsOf(draft, context, isMeant) {
  return context.prose(draft).flatMap(
    ({ name: field, text, tree }) => /<[a-z]/i.test(text) ? htmlTags(text, nodesOf(tree)).filter(({ isEnd }) => !isEnd).flatMap(
      ({ name, start }) => isMeant(name) ? [{ name, at: { field, offset: start } }] : []
    ) : []
  );
}

// src/curation/host-kind.ts
var internalEnds = /\.(?:local|internal|corp|lan|home|intranet|localdomain|private|home\.arpa)$/;
var genericNames = /^(?:(?:host|gateway)\.docker\.internal|metadata\.google\.internal|169\.254\.169\.254|.+\.svc|(?:my|your)[\w-]*|example|host|hostname|proxy|server|site|(?:.+\.)?cluster\.local)$/;
function hostKind(address4) {
  const host2 = URL.parse(address4)?.hostname.toLowerCase().replace(/\.$/, "") ?? "";
  if (host2 === "") return null;
  if (host2.startsWith("[")) return kindOfIpv6(host2.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host2))
    return genericNames.test(host2) ? "generic" : kindOfIpv4(host2);
  if (host2 === "localhost" || host2.endsWith(".localhost")) return "loopback";
  if (!/^[a-z0-9._-]+$/.test(host2)) return null;
  if (genericNames.test(host2)) return "generic";
  return internalEnds.test(host2) || !host2.includes(".") ? "internal" : "open";
}
function kindOfIpv4(host2) {
  const [a = 0, b = 0] = host2.split(".").map(Number);
  if (a === 127 || a === 0) return "loopback";
  const isPrivate = a === 10 || a === 172 && b >= 16 && b < 32 || a === 192 && b === 168 || a === 169 && b === 254 || a === 100 && b >= 64 && b < 128;
  return isPrivate ? "internal" : "open";
}
function kindOfIpv6(host2) {
  if (host2 === "::1" || host2 === "::") return "loopback";
  const [, high = "", low = ""] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host2) ?? [];
  if (high !== "") {
    const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    return kindOfIpv4([a >> 8, a & 255, b >> 8, b & 255].join("."));
  }
  return /^f(?:[cd]|e[89ab])[0-9a-f]*:/.test(host2) ? "internal" : "open";
}

// src/curation/rules/image-host.ts
var imageHost = {
  id: "image-host",
  severity: "warning",
  about: "An image stands where every reader can open it over https: not on the own machine or in a private network, not in a private repository of GitHub, and not at an address that expires.",
  check(draft, context) {
    return context.links(draft).flatMap(({ kind, url, at }) => {
      const seen2 = kind === "image" ? flawOf(url, context.repository) : null;
      if (seen2 === null) return [];
      return [
        {
          at,
          message: `The image ${quoted(url)} ${seen2}: readers will not see it.`,
          remedy: "Put it into the repository as a file, and show that by its path."
        }
      ];
    });
  }
};
var expiring = /[?&](?:X-Amz-(?:Expires|Signature)|X-Goog-(?:Expires|Signature)|Signature|Expires|sig|jwt|token)=/i;
var signing = /(?:^|\.)(?:githubusercontent\.com|amazonaws\.com|cloudfront\.net|storage\.googleapis\.com|blob\.core\.windows\.net)$/;
function flawOf(url, repository) {
  if (/^\s*file:/i.test(url)) return "is a file on the own machine";
  if (!/^\s*(?:https?|ftp):/i.test(url)) return null;
  const address4 = URL.parse(url);
  switch (hostKind(url)) {
    case null:
      return null;
    case "loopback":
      return "is on the own machine";
    case "internal":
    case "generic":
      return "is in a private network";
    case "open":
  }
  if (address4 === null) return null;
  const { hostname, pathname, protocol } = address4;
  if (signing.test(hostname) && expiring.test(url)) return "has an address that expires";
  if (/\/-\/blob\//.test(pathname)) return "is the page about a file of GitLab, not the file";
  if (repository?.isPublic === false && isOfPrivate(address4, repository.name))
    return "can be opened by who can read the private repository alone";
  return protocol === "http:" ? "is not on https, so that browsers may refuse it on a page that is" : null;
}
function isOfPrivate({ hostname, pathname }, name) {
  const path = pathname.toLowerCase();
  if (hostname === "github.com" && path.startsWith("/user-attachments/")) return true;
  const isGitHub = hostname === "github.com" || hostname === "raw.githubusercontent.com";
  return isGitHub && path.startsWith(`/${name.toLowerCase()}/`);
}

// src/curation/rules/images.ts
var mostMiB = `${mostImageBytes / 1024 / 1024} MiB`;
var noFile = (url, what) => `The image ${quoted(url)} ${what}, expected a file of the repository.`;
var missing = {
  missing: (url, path) => ({
    message: noFile(url, `is not there: nothing stands at ${quoted(path)}`),
    remedy: "Correct the address, or add the image to the repository."
  }),
  outside: (url) => ({
    message: noFile(url, "leads out of the repository"),
    remedy: "Put the image into the repository, and correct the address."
  }),
  symlink: (url) => ({
    message: noFile(url, "is a symbolic link, which is not followed"),
    remedy: "Name the file that it points to."
  }),
  submodule: (url) => ({
    message: noFile(url, "stands in a submodule"),
    remedy: "Put the image into the repository itself."
  }),
  "not-checked-out": (url) => ({
    message: noFile(url, "is left out by a sparse checkout, so that nobody looked at it"),
    remedy: "Check a full checkout, as after `git sparse-checkout disable`; `plan` reads the commit."
  }),
  lfs: (url) => ({
    message: noFile(url, "is a pointer of Git LFS, whose bytes are not in the repository"),
    remedy: "Take the image out of Git LFS."
  }),
  filtered: (url) => ({
    message: noFile(
      url,
      "has other bytes in a commit than on disk, by a filter or an encoding of .gitattributes"
    ),
    remedy: "Store the image as it is."
  })
};
var tooBig = {
  "too-big": (url) => ({
    message: `The image ${quoted(url)} has more than ${mostMiB}, expected at most that.`,
    remedy: "Make the image smaller."
  })
};
var otherType = {
  "other-type": (url) => ({
    message: `The image ${quoted(url)} is of another type by its first bytes, expected png, jpeg, gif, bmp or webp.`,
    remedy: "Save the image as png."
  })
};
var imageMissing = {
  id: "image-missing",
  severity: "warning",
  about: "The address of an image that leads into the repository names a file of it: not what is outside, a symbolic link or a pointer of Git LFS.",
  check: (draft) => remarks(draft, missing)
};
var imageTooBig = {
  id: "image-too-big",
  severity: "warning",
  about: `An image of the repository has at most ${mostMiB}, as the site takes no more.`,
  check: (draft) => remarks(draft, tooBig)
};
var imageType = {
  id: "image-type",
  severity: "warning",
  about: "An image of the repository is png, jpeg, gif, bmp or webp by its first bytes; the site takes no other, SVG neither.",
  check: (draft) => remarks(draft, otherType)
};
function remarks({ images = [] }, seen2) {
  return images.flatMap((image2) => {
    const told = remarkOn(image2, seen2);
    return told ? [{ at: { field: image2.field, offset: image2.start }, ...told }] : [];
  });
}
function remarkOn({ url, path, file }, seen2) {
  return typeof file === "string" ? seen2[file]?.(url, path ?? "") ?? null : null;
}

// src/curation/rules/internal-address.ts
var address3 = /\b(?:https?|ftp|sftp|ssh|git|wss?):\/\/(?:\[[\da-f:.]{2,45}\])?[^\s<>()"'`[\]|]{0,300}/gi;
var internalAddress = {
  id: "internal-address",
  severity: "warning",
  varies: true,
  about: "Where everyone can read the repository, no address in a text leads into a private network, as `http://10.0.0.5`, `https://wiki.acme.corp` or `http://go/keys`; `check` knows that with `visibility: public` alone.",
  check(draft, context) {
    if (context.repository?.isPublic !== true) return null;
    const images = new Set(
      context.links(draft).flatMap(({ kind, url }) => kind === "image" ? [url] : [])
    );
    return inProse(context.prose(draft), address3).map(({ match: [written2], at }) => ({ url: written2.replace(/[.,;:!?*_~]{1,10}$/, ""), at })).filter(({ url }) => hostKind(url) === "internal" && !images.has(url)).map(({ url, at }) => ({
      at,
      message: `The address ${quoted(url)} leads into a private network, and everyone can read this repository.`,
      remedy: "Take it out, or write an address that everyone may know."
    }));
  }
};

// src/curation/rules/machine-title.ts
var prefix = /^\w+(?:\([^()]*\))?!?:\s*/;
var patterns = [
  /^bump (?:the .+ group\b|.+ (?:from .+ to |to v?\d))/i,
  /^update (?:dependency |module |all |.+ (?:action|digest|docker tag)\b|.+ to v?\d)/i,
  /^merge (?:branch|pull request|remote-tracking branch|tag) /i,
  /^revert "/i,
  /^automated cherry[ -]pick of /i
];
var machineTitle = {
  id: "machine-title",
  severity: "warning",
  about: 'A title is written for readers, not by a tool, as in "Bump x from 1 to 2".',
  check({ title: title2 }) {
    const words2 = title2.slice(0, 300).trim().replace(prefix, "");
    if (!patterns.some((pattern2) => pattern2.test(words2))) return null;
    return {
      message: `The title ${quoted(title2)} looks like one that a tool wrote, expected one for readers.`,
      remedy: "Begin the text with a heading, or set `title` in its front matter."
    };
  }
};

// src/curation/rules/mention.ts
var pattern = /(?<![\w.@/`+-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?![\w/-]|\.\w)/g;
var mention2 = {
  id: "mention",
  severity: "warning",
  about: "A text names nobody with `@` outside code and comments, who would get a message.",
  check(draft, context) {
    if (draft.provenance.kind !== "file") return null;
    return inProse(context.prose(draft), pattern).map(({ match, at }) => ({
      at,
      message: `The text mentions ${quoted(match[0])}, which may send a message to somebody on the site.`,
      remedy: "Write the name without `@`, or as code in backticks."
    }));
  }
};

// src/curation/rules/data-image.ts
var dataImage = {
  id: "data-image",
  severity: "warning",
  about: "No image is written into the text itself (`data:`): GitHub and Stack do not show it.",
  check(draft, context) {
    return context.links(draft).filter(({ kind, url }) => kind === "image" && /^\s*data:/i.test(url)).map(({ url, at }) => ({
      at,
      message: `The image ${quoted(url.slice(0, 30))} is written into the text: GitHub shows nothing of it, and Stack shows its Markdown as text.`,
      remedy: "Put it into the repository as a file, and show that."
    }));
  }
};

// src/curation/usable-comment.ts
var ofReading = new Set(
  sourceRules.map(({ id }) => id).filter((id) => id !== "image-unavailable")
);
function canBeDisabled(rule) {
  return ruleIds.includes(rule) && !fixedRuleIds.includes(rule) && !ofReading.has(rule) && rule !== "disable-comment";
}
function isUsable({ rule, reason, suffix }) {
  return suffix === "" && reason !== "" && canBeDisabled(rule);
}

// src/curation/rules/disable-comment.ts
var form = "`<!-- stack-publish-disable RULE: reason -->`";
var disableComment = {
  id: "disable-comment",
  severity: "warning",
  about: "A comment `<!-- stack-publish-disable RULE: reason -->` names a rule that may pass, gives a reason, and lets something pass.",
  check(draft, context) {
    return context.texts(draft).flatMap(
      ({ name: field, text, tree }) => tree === null ? [] : disableComments(text, tree).filter((comment) => !isUsable(comment)).map((comment) => ({ at: { field, offset: comment.start }, ...flawOf2(comment) }))
    );
  }
};
function flawOf2({ rule, suffix }) {
  if (suffix !== "")
    return {
      message: `The comment ${quoted(`stack-publish-disable${suffix}`)} is unknown, expected ${form}.`,
      remedy: `Write ${form}; it counts for the block behind it, or for its line.`
    };
  if (rule === "")
    return {
      message: `The comment names no rule, expected ${form}.`,
      remedy: "Name the rule, which stands behind each finding."
    };
  if (!ruleIds.includes(rule)) {
    const nearest = nearestName(rule, ruleIds);
    return {
      message: `The comment names ${quoted(rule)}, which is no rule${nearest === null ? "." : `, did you mean \`${nearest}\`?`}`,
      remedy: `Write ${form}, with one rule.`
    };
  }
  if (!canBeDisabled(rule))
    return {
      message: `The comment names \`${rule}\`, which no comment lets pass.`,
      remedy: "Take the comment out, and correct what the rule finds."
    };
  return {
    message: `The comment gives no reason, so that it lets nothing pass, expected ${form}.`,
    remedy: "Write behind a colon why this place is right as it is."
  };
}

// src/curation/rules/not-drawn.ts
var drawn = /* @__PURE__ */ new Set(["mermaid", "geojson", "topojson", "stl"]);
var diagram = {
  id: "diagram",
  severity: "warning",
  about: "A text has no block of code that GitHub draws (`mermaid`, `geojson`, `topojson`, `stl`): Stack shows its code.",
  check(draft, context) {
    return context.prose(draft).flatMap(({ name: field, text, tree }) => {
      if (!/mermaid|geojson|topojson|stl/i.test(text)) return [];
      return nodesOf(tree).flatMap((node) => {
        const language2 = node.type === "code" ? (node.lang ?? "").toLowerCase() : "";
        if (!drawn.has(language2)) return [];
        return [
          {
            at: { field, offset: startOf(node) },
            message: `The text has a block of ${language2}: GitHub draws it, and Stack shows its code.`,
            remedy: "Show an image of it, or take the word behind the marks of the block away where its code is meant."
          }
        ];
      });
    });
  }
};
var pictures = /(?<![\w:/]):(?:accessibility|atom|basecampy?|bowtie|copilot|dependabot|electron|feelsgood|finnadie|fishsticks|goberserk|godmode|hurtrealbad|neckbeard|octocat|rage[1-4]|shipit|suspect|trollface):(?!:)/g;
var emojiPicture = {
  id: "emoji-picture",
  severity: "warning",
  about: "A text has no emoji that is a picture of GitHub alone, as `:octocat:`: Stack shows its code.",
  check(draft, context) {
    const inTitle = [...draft.title.matchAll(pictures)].map(([found]) => onlyOnGitHub(found));
    const inTexts = inProse(context.prose(draft), pictures).map(({ match: [found], at }) => ({
      at,
      ...onlyOnGitHub(found)
    }));
    return [...inTitle, ...inTexts];
  }
};
function onlyOnGitHub(found) {
  return {
    message: `The text has \`${found}\`: GitHub shows a picture, and Stack shows its code.`,
    remedy: "Take it out, or write an emoji that is a character."
  };
}
var math = {
  id: "math",
  severity: "warning",
  about: "A text has no formula, as `$a^2$`, `$$…$$` or a block of `math`: GitHub draws it, and Stack shows it as text, but where the site was set up to draw formulas; told once a text.",
  check(draft, context) {
    return context.prose(draft).flatMap((part) => {
      const [first, ...others3] = mathIn(part);
      if (first === void 0) return [];
      const more = others3.length === 0 ? "" : ` (and ${others3.length} more)`;
      return [
        {
          at: { field: part.name, offset: first.start },
          message: `The text has the formula ${quoted(part.text.slice(first.start, first.end))}${more}: GitHub draws it, and Stack shows it as text.`,
          remedy: "Write it in words or as code, or show an image; write `\\$` where a dollar sign is meant."
        }
      ];
    });
  }
};
function mathIn({ text, tree, prose }) {
  const inCode = text.includes("$`") || /[`~]{3}[ \t]*math/i.test(text) ? nodesOf(tree).filter(
    (node) => node.type === "code" && node.lang?.toLowerCase() === "math" || node.type === "inlineCode" && text[startOf(node) - 1] === "$" && text[endOf(node)] === "$"
  ).map((node) => ({ start: startOf(node), end: endOf(node) })) : [];
  return [...formulasIn(prose), ...inCode].sort((a, b) => a.start - b.start);
}

// src/curation/rules/only-heading.ts
var onlyHeading = {
  id: "only-heading",
  severity: "error",
  about: "A text has something under its headings.",
  check(draft, context) {
    return context.texts(draft).filter(({ tree }) => tree !== null && hasOnlyHeadings(tree)).map(({ name }) => ({
      message: `The ${name} has only headings, expected text under them.`,
      remedy: "Write the text, or remove the mark."
    }));
  }
};
function hasOnlyHeadings({ children }) {
  const shown3 = children.filter(
    (node) => node.type !== "html" || !/^<!--[^]*-->\s*$/.test(node.value)
  );
  return shown3.length > 0 && shown3.every(({ type }) => type === "heading");
}

// src/curation/rules/placeholder.ts
var marks4 = /\b(?:TODO|TBD|FIXME)\b/g;
var words = new RegExp(
  [
    // A comment that asks for something comes from a template.
    String.raw`<!--\s*(?:please|enter|describe|replace|fill|write|insert|provide|explain|add|delete|remove|your)\b`,
    String.raw`\benter your (?:extended )?release notes?\b`,
    String.raw`\byour (?:text|note|description|title|answer|question) (?:goes )?here\b`,
    String.raw`\blorem ipsum\b`
  ].join("|"),
  "gi"
);
var placeholder = {
  id: "placeholder",
  severity: "error",
  about: 'A text has no remains of a template outside code, such as `TODO`, `TBD` or "your text here".',
  check(draft, context) {
    const texts = context.texts(draft);
    const found = [marks4, words].flatMap((pattern2) => outsideCode(texts, pattern2));
    return found.map(({ match, at }) => ({
      at,
      message: `The text has ${quoted(match[0])}, which looks like a remain of a template, expected a finished text.`,
      remedy: "Write what belongs there, take it out, or mark it as code with backticks."
    }));
  }
};

// src/curation/rules/relative-addresses.ts
var shown2 = /^(?:https?:|ftp:|mailto:|\/)/i;
var relativeImage = {
  id: "relative-image",
  severity: "warning",
  about: "An image has an http(s), ftp or `/…` address; the site shows every other as literal text.",
  check(draft, context) {
    const isRelative = (url) => !shown2.test(url) && !/^(?:data|file):/i.test(url);
    const local = new Set(draft.images?.map(({ url }) => url));
    return context.links(draft).filter(({ kind, url }) => kind === "image" && isRelative(url) && !local.has(url)).map(({ url, at }) => ({
      at,
      message: `The image ${quoted(url)} will not show, expected an address with http(s), ftp or \`/…\`.`,
      remedy: "Write the whole address of the image, beginning with `https://`."
    }));
  }
};

// src/curation/rules/repeated-texts.ts
var recurringText = {
  id: "recurring-text",
  severity: "error",
  varies: true,
  about: "No two sources say the same: what is published stays, else the first of them is published.",
  check(draft, context) {
    const other2 = context.sameText(draft);
    if (other2 === null) return null;
    return {
      message: `The text is also that of ${other2}, expected one source for a text.`,
      remedy: "Write what is new in this source, or remove its mark."
    };
  }
};
var similarText = {
  id: "similar-text",
  severity: "warning",
  varies: true,
  about: "No two longer texts that are read in one run say nearly the same.",
  check(draft, context) {
    const other2 = context.similarText(draft);
    if (other2 === null) return null;
    return {
      message: `The text is nearly that of ${other2}, expected one source for a text.`,
      remedy: "Write what is new in this source, or remove the mark of one of them."
    };
  }
};

var all=process.getBuiltinModule("node:path"),node_path_default=all,commonjsGlobal=typeof globalThis<"u"?globalThis:typeof window<"u"?window:typeof global<"u"?global:typeof self<"u"?self:{},regexpStringMatcher={},lodash_uniq,hasRequiredLodash_uniq;function requireLodash_uniq(){if(hasRequiredLodash_uniq)return lodash_uniq;hasRequiredLodash_uniq=1;var LARGE_ARRAY_SIZE=200,HASH_UNDEFINED="__lodash_hash_undefined__",INFINITY=1/0,funcTag="[object Function]",genTag="[object GeneratorFunction]",reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reIsHostCtor=/^\[object .+?Constructor\]$/,freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")();function arrayIncludes(array,value){var length=array?array.length:0;return!!length&&baseIndexOf(array,value,0)>-1}function baseFindIndex(array,predicate,fromIndex,fromRight){for(var length=array.length,index=fromIndex+-1;++index<length;)if(predicate(array[index],index,array))return index;return-1}function baseIndexOf(array,value,fromIndex){if(value!==value)return baseFindIndex(array,baseIsNaN,fromIndex);for(var index=fromIndex-1,length=array.length;++index<length;)if(array[index]===value)return index;return-1}function baseIsNaN(value){return value!==value}function cacheHas(cache,key){return cache.has(key)}function getValue(object,key){return object?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="function")try{result=!!(value+"")}catch{}return result}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"$1.*?")+"$"),splice=arrayProto.splice,Map2=getNative(root,"Map"),Set2=getNative(root,"Set"),nativeCreate=getNative(Object,"create");function Hash(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function assocIndexOf(array,key){for(var length=array.length;length--;)if(eq(array[length][0],key))return length;return-1}function baseIsNative(value){if(!isObject(value)||isMasked(value))return!1;var pattern2=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern2.test(toSource(value))}function baseUniq(array,iteratee,comparator){var index=-1,includes2=arrayIncludes,length=array.length,isCommon=!0,result=[],seen2=result;if(length>=LARGE_ARRAY_SIZE){var set=createSet(array);if(set)return setToArray(set);isCommon=!1,includes2=cacheHas,seen2=new SetCache}else seen2=result;outer:for(;++index<length;){var value=array[index],computed=value;if(value=value!==0?value:0,isCommon&&computed===computed){for(var seenIndex=seen2.length;seenIndex--;)if(seen2[seenIndex]===computed)continue outer;result.push(value)}else includes2(seen2,computed,comparator)||(seen2!==result&&seen2.push(computed),result.push(value))}return result}var createSet=Set2&&1/setToArray(new Set2([,-0]))[1]==INFINITY?function(values){return new Set2(values)}:noop;function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}function getNative(object,key){var value=getValue(object,key);return baseIsNative(value)?value:void 0}function isKeyable(value){var type=typeof value;return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in func}function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}function uniq(array){return array&&array.length?baseUniq(array):[]}function eq(value,other2){return value===other2||value!==value&&other2!==other2}function isFunction(value){var tag2=isObject(value)?objectToString.call(value):"";return tag2==funcTag||tag2==genTag}function isObject(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function noop(){}return lodash_uniq=uniq,lodash_uniq}var lodash_uniqwith,hasRequiredLodash_uniqwith;function requireLodash_uniqwith(){if(hasRequiredLodash_uniqwith)return lodash_uniqwith;hasRequiredLodash_uniqwith=1;var LARGE_ARRAY_SIZE=200,HASH_UNDEFINED="__lodash_hash_undefined__",INFINITY=1/0,funcTag="[object Function]",genTag="[object GeneratorFunction]",reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reIsHostCtor=/^\[object .+?Constructor\]$/,freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")();function arrayIncludes(array,value){var length=array?array.length:0;return!!length&&baseIndexOf(array,value,0)>-1}function arrayIncludesWith(array,value,comparator){for(var index=-1,length=array?array.length:0;++index<length;)if(comparator(value,array[index]))return!0;return!1}function baseFindIndex(array,predicate,fromIndex,fromRight){for(var length=array.length,index=fromIndex+-1;++index<length;)if(predicate(array[index],index,array))return index;return-1}function baseIndexOf(array,value,fromIndex){if(value!==value)return baseFindIndex(array,baseIsNaN,fromIndex);for(var index=fromIndex-1,length=array.length;++index<length;)if(array[index]===value)return index;return-1}function baseIsNaN(value){return value!==value}function cacheHas(cache,key){return cache.has(key)}function getValue(object,key){return object?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="function")try{result=!!(value+"")}catch{}return result}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"$1.*?")+"$"),splice=arrayProto.splice,Map2=getNative(root,"Map"),Set2=getNative(root,"Set"),nativeCreate=getNative(Object,"create");function Hash(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function assocIndexOf(array,key){for(var length=array.length;length--;)if(eq(array[length][0],key))return length;return-1}function baseIsNative(value){if(!isObject(value)||isMasked(value))return!1;var pattern2=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern2.test(toSource(value))}function baseUniq(array,iteratee,comparator){var index=-1,includes2=arrayIncludes,length=array.length,isCommon=!0,result=[],seen2=result;if(comparator)isCommon=!1,includes2=arrayIncludesWith;else if(length>=LARGE_ARRAY_SIZE){var set=createSet(array);if(set)return setToArray(set);isCommon=!1,includes2=cacheHas,seen2=new SetCache}else seen2=result;outer:for(;++index<length;){var value=array[index],computed=value;if(value=comparator||value!==0?value:0,isCommon&&computed===computed){for(var seenIndex=seen2.length;seenIndex--;)if(seen2[seenIndex]===computed)continue outer;result.push(value)}else includes2(seen2,computed,comparator)||(seen2!==result&&seen2.push(computed),result.push(value))}return result}var createSet=Set2&&1/setToArray(new Set2([,-0]))[1]==INFINITY?function(values){return new Set2(values)}:noop;function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}function getNative(object,key){var value=getValue(object,key);return baseIsNative(value)?value:void 0}function isKeyable(value){var type=typeof value;return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in func}function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}function uniqWith(array,comparator){return array&&array.length?baseUniq(array,void 0,comparator):[]}function eq(value,other2){return value===other2||value!==value&&other2!==other2}function isFunction(value){var tag2=isObject(value)?objectToString.call(value):"";return tag2==funcTag||tag2==genTag}function isObject(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function noop(){}return lodash_uniqwith=uniqWith,lodash_uniqwith}var lodash_sortby={exports:{}};lodash_sortby.exports;var hasRequiredLodash_sortby;function requireLodash_sortby(){return hasRequiredLodash_sortby||(hasRequiredLodash_sortby=1,(function(module,exports$1){var LARGE_ARRAY_SIZE=200,FUNC_ERROR_TEXT="Expected a function",HASH_UNDEFINED="__lodash_hash_undefined__",UNORDERED_COMPARE_FLAG=1,PARTIAL_COMPARE_FLAG=2,MAX_SAFE_INTEGER=9007199254740991,argsTag="[object Arguments]",arrayTag="[object Array]",boolTag="[object Boolean]",dateTag="[object Date]",errorTag="[object Error]",funcTag="[object Function]",genTag="[object GeneratorFunction]",mapTag="[object Map]",numberTag="[object Number]",objectTag="[object Object]",promiseTag="[object Promise]",regexpTag="[object RegExp]",setTag="[object Set]",stringTag="[object String]",symbolTag="[object Symbol]",weakMapTag="[object WeakMap]",arrayBufferTag="[object ArrayBuffer]",dataViewTag="[object DataView]",float32Tag="[object Float32Array]",float64Tag="[object Float64Array]",int8Tag="[object Int8Array]",int16Tag="[object Int16Array]",int32Tag="[object Int32Array]",uint8Tag="[object Uint8Array]",uint8ClampedTag="[object Uint8ClampedArray]",uint16Tag="[object Uint16Array]",uint32Tag="[object Uint32Array]",reIsDeepProp=/\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/,reIsPlainProp=/^\w*$/,reLeadingDot=/^\./,rePropName=/[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g,reRegExpChar=/[\\^$.*+?()[\]{}|]/g,reEscapeChar=/\\(\\)?/g,reIsHostCtor=/^\[object .+?Constructor\]$/,reIsUint=/^(?:0|[1-9]\d*)$/,typedArrayTags={};typedArrayTags[float32Tag]=typedArrayTags[float64Tag]=typedArrayTags[int8Tag]=typedArrayTags[int16Tag]=typedArrayTags[int32Tag]=typedArrayTags[uint8Tag]=typedArrayTags[uint8ClampedTag]=typedArrayTags[uint16Tag]=typedArrayTags[uint32Tag]=!0,typedArrayTags[argsTag]=typedArrayTags[arrayTag]=typedArrayTags[arrayBufferTag]=typedArrayTags[boolTag]=typedArrayTags[dataViewTag]=typedArrayTags[dateTag]=typedArrayTags[errorTag]=typedArrayTags[funcTag]=typedArrayTags[mapTag]=typedArrayTags[numberTag]=typedArrayTags[objectTag]=typedArrayTags[regexpTag]=typedArrayTags[setTag]=typedArrayTags[stringTag]=typedArrayTags[weakMapTag]=!1;var freeGlobal=typeof commonjsGlobal=="object"&&commonjsGlobal&&commonjsGlobal.Object===Object&&commonjsGlobal,freeSelf=typeof self=="object"&&self&&self.Object===Object&&self,root=freeGlobal||freeSelf||Function("return this")(),freeExports=exports$1&&!exports$1.nodeType&&exports$1,freeModule=freeExports&&!0&&module&&!module.nodeType&&module,moduleExports=freeModule&&freeModule.exports===freeExports,freeProcess=moduleExports&&freeGlobal.process,nodeUtil=(function(){try{return freeProcess&&freeProcess.binding("util")}catch{}})(),nodeIsTypedArray=nodeUtil&&nodeUtil.isTypedArray;function apply(func,thisArg,args){switch(args.length){case 0:return func.call(thisArg);case 1:return func.call(thisArg,args[0]);case 2:return func.call(thisArg,args[0],args[1]);case 3:return func.call(thisArg,args[0],args[1],args[2])}return func.apply(thisArg,args)}function arrayMap(array,iteratee){for(var index=-1,length=array?array.length:0,result=Array(length);++index<length;)result[index]=iteratee(array[index],index,array);return result}function arrayPush(array,values){for(var index=-1,length=values.length,offset=array.length;++index<length;)array[offset+index]=values[index];return array}function arraySome(array,predicate){for(var index=-1,length=array?array.length:0;++index<length;)if(predicate(array[index],index,array))return!0;return!1}function baseProperty(key){return function(object){return object?.[key]}}function baseSortBy(array,comparer){var length=array.length;for(array.sort(comparer);length--;)array[length]=array[length].value;return array}function baseTimes(n,iteratee){for(var index=-1,result=Array(n);++index<n;)result[index]=iteratee(index);return result}function baseUnary(func){return function(value){return func(value)}}function getValue(object,key){return object?.[key]}function isHostObject(value){var result=!1;if(value!=null&&typeof value.toString!="function")try{result=!!(value+"")}catch{}return result}function mapToArray(map){var index=-1,result=Array(map.size);return map.forEach(function(value,key){result[++index]=[key,value]}),result}function overArg(func,transform){return function(arg){return func(transform(arg))}}function setToArray(set){var index=-1,result=Array(set.size);return set.forEach(function(value){result[++index]=value}),result}var arrayProto=Array.prototype,funcProto=Function.prototype,objectProto=Object.prototype,coreJsData=root["__core-js_shared__"],maskSrcKey=(function(){var uid=/[^.]+$/.exec(coreJsData&&coreJsData.keys&&coreJsData.keys.IE_PROTO||"");return uid?"Symbol(src)_1."+uid:""})(),funcToString=funcProto.toString,hasOwnProperty=objectProto.hasOwnProperty,objectToString=objectProto.toString,reIsNative=RegExp("^"+funcToString.call(hasOwnProperty).replace(reRegExpChar,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,"$1.*?")+"$"),Symbol=root.Symbol,Uint8Array2=root.Uint8Array,propertyIsEnumerable=objectProto.propertyIsEnumerable,splice=arrayProto.splice,spreadableSymbol=Symbol?Symbol.isConcatSpreadable:void 0,nativeKeys=overArg(Object.keys,Object),nativeMax=Math.max,DataView=getNative(root,"DataView"),Map2=getNative(root,"Map"),Promise2=getNative(root,"Promise"),Set2=getNative(root,"Set"),WeakMap=getNative(root,"WeakMap"),nativeCreate=getNative(Object,"create"),dataViewCtorString=toSource(DataView),mapCtorString=toSource(Map2),promiseCtorString=toSource(Promise2),setCtorString=toSource(Set2),weakMapCtorString=toSource(WeakMap),symbolProto=Symbol?Symbol.prototype:void 0,symbolValueOf=symbolProto?symbolProto.valueOf:void 0,symbolToString=symbolProto?symbolProto.toString:void 0;function Hash(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function hashClear(){this.__data__=nativeCreate?nativeCreate(null):{}}function hashDelete(key){return this.has(key)&&delete this.__data__[key]}function hashGet(key){var data=this.__data__;if(nativeCreate){var result=data[key];return result===HASH_UNDEFINED?void 0:result}return hasOwnProperty.call(data,key)?data[key]:void 0}function hashHas(key){var data=this.__data__;return nativeCreate?data[key]!==void 0:hasOwnProperty.call(data,key)}function hashSet(key,value){var data=this.__data__;return data[key]=nativeCreate&&value===void 0?HASH_UNDEFINED:value,this}Hash.prototype.clear=hashClear,Hash.prototype.delete=hashDelete,Hash.prototype.get=hashGet,Hash.prototype.has=hashHas,Hash.prototype.set=hashSet;function ListCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function listCacheClear(){this.__data__=[]}function listCacheDelete(key){var data=this.__data__,index=assocIndexOf(data,key);if(index<0)return!1;var lastIndex=data.length-1;return index==lastIndex?data.pop():splice.call(data,index,1),!0}function listCacheGet(key){var data=this.__data__,index=assocIndexOf(data,key);return index<0?void 0:data[index][1]}function listCacheHas(key){return assocIndexOf(this.__data__,key)>-1}function listCacheSet(key,value){var data=this.__data__,index=assocIndexOf(data,key);return index<0?data.push([key,value]):data[index][1]=value,this}ListCache.prototype.clear=listCacheClear,ListCache.prototype.delete=listCacheDelete,ListCache.prototype.get=listCacheGet,ListCache.prototype.has=listCacheHas,ListCache.prototype.set=listCacheSet;function MapCache(entries){var index=-1,length=entries?entries.length:0;for(this.clear();++index<length;){var entry=entries[index];this.set(entry[0],entry[1])}}function mapCacheClear(){this.__data__={hash:new Hash,map:new(Map2||ListCache),string:new Hash}}function mapCacheDelete(key){return getMapData(this,key).delete(key)}function mapCacheGet(key){return getMapData(this,key).get(key)}function mapCacheHas(key){return getMapData(this,key).has(key)}function mapCacheSet(key,value){return getMapData(this,key).set(key,value),this}MapCache.prototype.clear=mapCacheClear,MapCache.prototype.delete=mapCacheDelete,MapCache.prototype.get=mapCacheGet,MapCache.prototype.has=mapCacheHas,MapCache.prototype.set=mapCacheSet;function SetCache(values){var index=-1,length=values?values.length:0;for(this.__data__=new MapCache;++index<length;)this.add(values[index])}function setCacheAdd(value){return this.__data__.set(value,HASH_UNDEFINED),this}function setCacheHas(value){return this.__data__.has(value)}SetCache.prototype.add=SetCache.prototype.push=setCacheAdd,SetCache.prototype.has=setCacheHas;function Stack(entries){this.__data__=new ListCache(entries)}function stackClear(){this.__data__=new ListCache}function stackDelete(key){return this.__data__.delete(key)}function stackGet(key){return this.__data__.get(key)}function stackHas(key){return this.__data__.has(key)}function stackSet(key,value){var cache=this.__data__;if(cache instanceof ListCache){var pairs=cache.__data__;if(!Map2||pairs.length<LARGE_ARRAY_SIZE-1)return pairs.push([key,value]),this;cache=this.__data__=new MapCache(pairs)}return cache.set(key,value),this}Stack.prototype.clear=stackClear,Stack.prototype.delete=stackDelete,Stack.prototype.get=stackGet,Stack.prototype.has=stackHas,Stack.prototype.set=stackSet;function arrayLikeKeys(value,inherited){var result=isArray(value)||isArguments(value)?baseTimes(value.length,String):[],length=result.length,skipIndexes=!!length;for(var key in value)hasOwnProperty.call(value,key)&&!(skipIndexes&&(key=="length"||isIndex(key,length)))&&result.push(key);return result}function assocIndexOf(array,key){for(var length=array.length;length--;)if(eq(array[length][0],key))return length;return-1}var baseEach=createBaseEach(baseForOwn);function baseFlatten(array,depth,predicate,isStrict,result){var index=-1,length=array.length;for(predicate||(predicate=isFlattenable),result||(result=[]);++index<length;){var value=array[index];predicate(value)?arrayPush(result,value):result[result.length]=value}return result}var baseFor=createBaseFor();function baseForOwn(object,iteratee){return object&&baseFor(object,iteratee,keys)}function baseGet(object,path){path=isKey(path,object)?[path]:castPath(path);for(var index=0,length=path.length;object!=null&&index<length;)object=object[toKey(path[index++])];return index&&index==length?object:void 0}function baseGetTag(value){return objectToString.call(value)}function baseHasIn(object,key){return object!=null&&key in Object(object)}function baseIsEqual(value,other2,customizer,bitmask,stack){return value===other2?!0:value==null||other2==null||!isObject(value)&&!isObjectLike(other2)?value!==value&&other2!==other2:baseIsEqualDeep(value,other2,baseIsEqual,customizer,bitmask,stack)}function baseIsEqualDeep(object,other2,equalFunc,customizer,bitmask,stack){var objIsArr=isArray(object),othIsArr=isArray(other2),objTag=arrayTag,othTag=arrayTag;objIsArr||(objTag=getTag(object),objTag=objTag==argsTag?objectTag:objTag),othIsArr||(othTag=getTag(other2),othTag=othTag==argsTag?objectTag:othTag);var objIsObj=objTag==objectTag&&!isHostObject(object),othIsObj=othTag==objectTag&&!isHostObject(other2),isSameTag=objTag==othTag;if(isSameTag&&!objIsObj)return stack||(stack=new Stack),objIsArr||isTypedArray(object)?equalArrays(object,other2,equalFunc,customizer,bitmask,stack):equalByTag(object,other2,objTag,equalFunc,customizer,bitmask,stack);if(!(bitmask&PARTIAL_COMPARE_FLAG)){var objIsWrapped=objIsObj&&hasOwnProperty.call(object,"__wrapped__"),othIsWrapped=othIsObj&&hasOwnProperty.call(other2,"__wrapped__");if(objIsWrapped||othIsWrapped){var objUnwrapped=objIsWrapped?object.value():object,othUnwrapped=othIsWrapped?other2.value():other2;return stack||(stack=new Stack),equalFunc(objUnwrapped,othUnwrapped,customizer,bitmask,stack)}}return isSameTag?(stack||(stack=new Stack),equalObjects(object,other2,equalFunc,customizer,bitmask,stack)):!1}function baseIsMatch(object,source,matchData,customizer){var index=matchData.length,length=index;if(object==null)return!length;for(object=Object(object);index--;){var data=matchData[index];if(data[2]?data[1]!==object[data[0]]:!(data[0]in object))return!1}for(;++index<length;){data=matchData[index];var key=data[0],objValue=object[key],srcValue=data[1];if(data[2]){if(objValue===void 0&&!(key in object))return!1}else{var stack=new Stack,result;if(!(result===void 0?baseIsEqual(srcValue,objValue,customizer,UNORDERED_COMPARE_FLAG|PARTIAL_COMPARE_FLAG,stack):result))return!1}}return!0}function baseIsNative(value){if(!isObject(value)||isMasked(value))return!1;var pattern2=isFunction(value)||isHostObject(value)?reIsNative:reIsHostCtor;return pattern2.test(toSource(value))}function baseIsTypedArray(value){return isObjectLike(value)&&isLength(value.length)&&!!typedArrayTags[objectToString.call(value)]}function baseIteratee(value){return typeof value=="function"?value:value==null?identity:typeof value=="object"?isArray(value)?baseMatchesProperty(value[0],value[1]):baseMatches(value):property(value)}function baseKeys(object){if(!isPrototype(object))return nativeKeys(object);var result=[];for(var key in Object(object))hasOwnProperty.call(object,key)&&key!="constructor"&&result.push(key);return result}function baseMap(collection,iteratee){var index=-1,result=isArrayLike(collection)?Array(collection.length):[];return baseEach(collection,function(value,key,collection2){result[++index]=iteratee(value,key,collection2)}),result}function baseMatches(source){var matchData=getMatchData(source);return matchData.length==1&&matchData[0][2]?matchesStrictComparable(matchData[0][0],matchData[0][1]):function(object){return object===source||baseIsMatch(object,source,matchData)}}function baseMatchesProperty(path,srcValue){return isKey(path)&&isStrictComparable(srcValue)?matchesStrictComparable(toKey(path),srcValue):function(object){var objValue=get(object,path);return objValue===void 0&&objValue===srcValue?hasIn(object,path):baseIsEqual(srcValue,objValue,void 0,UNORDERED_COMPARE_FLAG|PARTIAL_COMPARE_FLAG)}}function baseOrderBy(collection,iteratees,orders){var index=-1;iteratees=arrayMap(iteratees.length?iteratees:[identity],baseUnary(baseIteratee));var result=baseMap(collection,function(value,key,collection2){var criteria=arrayMap(iteratees,function(iteratee){return iteratee(value)});return{criteria,index:++index,value}});return baseSortBy(result,function(object,other2){return compareMultiple(object,other2,orders)})}function basePropertyDeep(path){return function(object){return baseGet(object,path)}}function baseRest(func,start){return start=nativeMax(start===void 0?func.length-1:start,0),function(){for(var args=arguments,index=-1,length=nativeMax(args.length-start,0),array=Array(length);++index<length;)array[index]=args[start+index];index=-1;for(var otherArgs=Array(start+1);++index<start;)otherArgs[index]=args[index];return otherArgs[start]=array,apply(func,this,otherArgs)}}function baseToString(value){if(typeof value=="string")return value;if(isSymbol(value))return symbolToString?symbolToString.call(value):"";var result=value+"";return result=="0"&&1/value==-1/0?"-0":result}function castPath(value){return isArray(value)?value:stringToPath(value)}function compareAscending(value,other2){if(value!==other2){var valIsDefined=value!==void 0,valIsNull=value===null,valIsReflexive=value===value,valIsSymbol=isSymbol(value),othIsDefined=other2!==void 0,othIsNull=other2===null,othIsReflexive=other2===other2,othIsSymbol=isSymbol(other2);if(!othIsNull&&!othIsSymbol&&!valIsSymbol&&value>other2||valIsSymbol&&othIsDefined&&othIsReflexive&&!othIsNull&&!othIsSymbol||valIsNull&&othIsDefined&&othIsReflexive||!valIsDefined&&othIsReflexive||!valIsReflexive)return 1;if(!valIsNull&&!valIsSymbol&&!othIsSymbol&&value<other2||othIsSymbol&&valIsDefined&&valIsReflexive&&!valIsNull&&!valIsSymbol||othIsNull&&valIsDefined&&valIsReflexive||!othIsDefined&&valIsReflexive||!othIsReflexive)return-1}return 0}function compareMultiple(object,other2,orders){for(var index=-1,objCriteria=object.criteria,othCriteria=other2.criteria,length=objCriteria.length,ordersLength=orders.length;++index<length;){var result=compareAscending(objCriteria[index],othCriteria[index]);if(result){if(index>=ordersLength)return result;var order=orders[index];return result*(order=="desc"?-1:1)}}return object.index-other2.index}function createBaseEach(eachFunc,fromRight){return function(collection,iteratee){if(collection==null)return collection;if(!isArrayLike(collection))return eachFunc(collection,iteratee);for(var length=collection.length,index=-1,iterable=Object(collection);++index<length&&iteratee(iterable[index],index,iterable)!==!1;);return collection}}function createBaseFor(fromRight){return function(object,iteratee,keysFunc){for(var index=-1,iterable=Object(object),props=keysFunc(object),length=props.length;length--;){var key=props[++index];if(iteratee(iterable[key],key,iterable)===!1)break}return object}}function equalArrays(array,other2,equalFunc,customizer,bitmask,stack){var isPartial=bitmask&PARTIAL_COMPARE_FLAG,arrLength=array.length,othLength=other2.length;if(arrLength!=othLength&&!(isPartial&&othLength>arrLength))return!1;var stacked=stack.get(array);if(stacked&&stack.get(other2))return stacked==other2;var index=-1,result=!0,seen2=bitmask&UNORDERED_COMPARE_FLAG?new SetCache:void 0;for(stack.set(array,other2),stack.set(other2,array);++index<arrLength;){var arrValue=array[index],othValue=other2[index];if(customizer)var compared=isPartial?customizer(othValue,arrValue,index,other2,array,stack):customizer(arrValue,othValue,index,array,other2,stack);if(compared!==void 0){if(compared)continue;result=!1;break}if(seen2){if(!arraySome(other2,function(othValue2,othIndex){if(!seen2.has(othIndex)&&(arrValue===othValue2||equalFunc(arrValue,othValue2,customizer,bitmask,stack)))return seen2.add(othIndex)})){result=!1;break}}else if(!(arrValue===othValue||equalFunc(arrValue,othValue,customizer,bitmask,stack))){result=!1;break}}return stack.delete(array),stack.delete(other2),result}function equalByTag(object,other2,tag2,equalFunc,customizer,bitmask,stack){switch(tag2){case dataViewTag:if(object.byteLength!=other2.byteLength||object.byteOffset!=other2.byteOffset)return!1;object=object.buffer,other2=other2.buffer;case arrayBufferTag:return!(object.byteLength!=other2.byteLength||!equalFunc(new Uint8Array2(object),new Uint8Array2(other2)));case boolTag:case dateTag:case numberTag:return eq(+object,+other2);case errorTag:return object.name==other2.name&&object.message==other2.message;case regexpTag:case stringTag:return object==other2+"";case mapTag:var convert=mapToArray;case setTag:var isPartial=bitmask&PARTIAL_COMPARE_FLAG;if(convert||(convert=setToArray),object.size!=other2.size&&!isPartial)return!1;var stacked=stack.get(object);if(stacked)return stacked==other2;bitmask|=UNORDERED_COMPARE_FLAG,stack.set(object,other2);var result=equalArrays(convert(object),convert(other2),equalFunc,customizer,bitmask,stack);return stack.delete(object),result;case symbolTag:if(symbolValueOf)return symbolValueOf.call(object)==symbolValueOf.call(other2)}return!1}function equalObjects(object,other2,equalFunc,customizer,bitmask,stack){var isPartial=bitmask&PARTIAL_COMPARE_FLAG,objProps=keys(object),objLength=objProps.length,othProps=keys(other2),othLength=othProps.length;if(objLength!=othLength&&!isPartial)return!1;for(var index=objLength;index--;){var key=objProps[index];if(!(isPartial?key in other2:hasOwnProperty.call(other2,key)))return!1}var stacked=stack.get(object);if(stacked&&stack.get(other2))return stacked==other2;var result=!0;stack.set(object,other2),stack.set(other2,object);for(var skipCtor=isPartial;++index<objLength;){key=objProps[index];var objValue=object[key],othValue=other2[key];if(customizer)var compared=isPartial?customizer(othValue,objValue,key,other2,object,stack):customizer(objValue,othValue,key,object,other2,stack);if(!(compared===void 0?objValue===othValue||equalFunc(objValue,othValue,customizer,bitmask,stack):compared)){result=!1;break}skipCtor||(skipCtor=key=="constructor")}if(result&&!skipCtor){var objCtor=object.constructor,othCtor=other2.constructor;objCtor!=othCtor&&"constructor"in object&&"constructor"in other2&&!(typeof objCtor=="function"&&objCtor instanceof objCtor&&typeof othCtor=="function"&&othCtor instanceof othCtor)&&(result=!1)}return stack.delete(object),stack.delete(other2),result}function getMapData(map,key){var data=map.__data__;return isKeyable(key)?data[typeof key=="string"?"string":"hash"]:data.map}function getMatchData(object){for(var result=keys(object),length=result.length;length--;){var key=result[length],value=object[key];result[length]=[key,value,isStrictComparable(value)]}return result}function getNative(object,key){var value=getValue(object,key);return baseIsNative(value)?value:void 0}var getTag=baseGetTag;(DataView&&getTag(new DataView(new ArrayBuffer(1)))!=dataViewTag||Map2&&getTag(new Map2)!=mapTag||Promise2&&getTag(Promise2.resolve())!=promiseTag||Set2&&getTag(new Set2)!=setTag||WeakMap&&getTag(new WeakMap)!=weakMapTag)&&(getTag=function(value){var result=objectToString.call(value),Ctor=result==objectTag?value.constructor:void 0,ctorString=Ctor?toSource(Ctor):void 0;if(ctorString)switch(ctorString){case dataViewCtorString:return dataViewTag;case mapCtorString:return mapTag;case promiseCtorString:return promiseTag;case setCtorString:return setTag;case weakMapCtorString:return weakMapTag}return result});function hasPath(object,path,hasFunc){path=isKey(path,object)?[path]:castPath(path);for(var result,index=-1,length=path.length;++index<length;){var key=toKey(path[index]);if(!(result=object!=null&&hasFunc(object,key)))break;object=object[key]}if(result)return result;var length=object?object.length:0;return!!length&&isLength(length)&&isIndex(key,length)&&(isArray(object)||isArguments(object))}function isFlattenable(value){return isArray(value)||isArguments(value)||!!(spreadableSymbol&&value&&value[spreadableSymbol])}function isIndex(value,length){return length=length??MAX_SAFE_INTEGER,!!length&&(typeof value=="number"||reIsUint.test(value))&&value>-1&&value%1==0&&value<length}function isIterateeCall(value,index,object){if(!isObject(object))return!1;var type=typeof index;return(type=="number"?isArrayLike(object)&&isIndex(index,object.length):type=="string"&&index in object)?eq(object[index],value):!1}function isKey(value,object){if(isArray(value))return!1;var type=typeof value;return type=="number"||type=="symbol"||type=="boolean"||value==null||isSymbol(value)?!0:reIsPlainProp.test(value)||!reIsDeepProp.test(value)||object!=null&&value in Object(object)}function isKeyable(value){var type=typeof value;return type=="string"||type=="number"||type=="symbol"||type=="boolean"?value!=="__proto__":value===null}function isMasked(func){return!!maskSrcKey&&maskSrcKey in func}function isPrototype(value){var Ctor=value&&value.constructor,proto=typeof Ctor=="function"&&Ctor.prototype||objectProto;return value===proto}function isStrictComparable(value){return value===value&&!isObject(value)}function matchesStrictComparable(key,srcValue){return function(object){return object==null?!1:object[key]===srcValue&&(srcValue!==void 0||key in Object(object))}}var stringToPath=memoize2(function(string){string=toString(string);var result=[];return reLeadingDot.test(string)&&result.push(""),string.replace(rePropName,function(match,number2,quote,string2){result.push(quote?string2.replace(reEscapeChar,"$1"):number2||match)}),result});function toKey(value){if(typeof value=="string"||isSymbol(value))return value;var result=value+"";return result=="0"&&1/value==-1/0?"-0":result}function toSource(func){if(func!=null){try{return funcToString.call(func)}catch{}try{return func+""}catch{}}return""}var sortBy=baseRest(function(collection,iteratees){if(collection==null)return[];var length=iteratees.length;return length>1&&isIterateeCall(collection,iteratees[0],iteratees[1])?iteratees=[]:length>2&&isIterateeCall(iteratees[0],iteratees[1],iteratees[2])&&(iteratees=[iteratees[0]]),baseOrderBy(collection,baseFlatten(iteratees),[])});function memoize2(func,resolver){if(typeof func!="function"||resolver&&typeof resolver!="function")throw new TypeError(FUNC_ERROR_TEXT);var memoized=function(){var args=arguments,key=resolver?resolver.apply(this,args):args[0],cache=memoized.cache;if(cache.has(key))return cache.get(key);var result=func.apply(this,args);return memoized.cache=cache.set(key,result),result};return memoized.cache=new(memoize2.Cache||MapCache),memoized}memoize2.Cache=MapCache;function eq(value,other2){return value===other2||value!==value&&other2!==other2}function isArguments(value){return isArrayLikeObject(value)&&hasOwnProperty.call(value,"callee")&&(!propertyIsEnumerable.call(value,"callee")||objectToString.call(value)==argsTag)}var isArray=Array.isArray;function isArrayLike(value){return value!=null&&isLength(value.length)&&!isFunction(value)}function isArrayLikeObject(value){return isObjectLike(value)&&isArrayLike(value)}function isFunction(value){var tag2=isObject(value)?objectToString.call(value):"";return tag2==funcTag||tag2==genTag}function isLength(value){return typeof value=="number"&&value>-1&&value%1==0&&value<=MAX_SAFE_INTEGER}function isObject(value){var type=typeof value;return!!value&&(type=="object"||type=="function")}function isObjectLike(value){return!!value&&typeof value=="object"}function isSymbol(value){return typeof value=="symbol"||isObjectLike(value)&&objectToString.call(value)==symbolTag}var isTypedArray=nodeIsTypedArray?baseUnary(nodeIsTypedArray):baseIsTypedArray;function toString(value){return value==null?"":baseToString(value)}function get(object,path,defaultValue){var result=object==null?void 0:baseGet(object,path);return result===void 0?defaultValue:result}function hasIn(object,path){return object!=null&&hasPath(object,path,baseHasIn)}function keys(object){return isArrayLike(object)?arrayLikeKeys(object):baseKeys(object)}function identity(value){return value}function property(path){return isKey(path)?baseProperty(toKey(path)):basePropertyDeep(path)}module.exports=sortBy})(lodash_sortby,lodash_sortby.exports)),lodash_sortby.exports}var escapeStringRegexp,hasRequiredEscapeStringRegexp;function requireEscapeStringRegexp(){return hasRequiredEscapeStringRegexp||(hasRequiredEscapeStringRegexp=1,escapeStringRegexp=string=>{if(typeof string!="string")throw new TypeError("Expected a string");return string.replace(/[|\\{}()[\]^$+*?.]/g,"\\$&").replace(/-/g,"\\x2d")}),escapeStringRegexp}var regexpParse={},hasRequiredRegexpParse;function requireRegexpParse(){if(hasRequiredRegexpParse)return regexpParse;hasRequiredRegexpParse=1,Object.defineProperty(regexpParse,"__esModule",{value:!0}),regexpParse.isRegExpString=regexpParse.parseRegExpString=void 0;var REGEXP_LITERAL_PATTERN=/^\/(.+)\/([guimysd]*)$/,parseRegExpString=function(str){var result=str.match(REGEXP_LITERAL_PATTERN);return result?{source:result[1],flagString:result[2]}:null};regexpParse.parseRegExpString=parseRegExpString;var isRegExpString=function(str){return REGEXP_LITERAL_PATTERN.test(str)};return regexpParse.isRegExpString=isRegExpString,regexpParse}var hasRequiredRegexpStringMatcher;function requireRegexpStringMatcher(){return hasRequiredRegexpStringMatcher||(hasRequiredRegexpStringMatcher=1,(function(exports$1){var __importDefault=regexpStringMatcher&&regexpStringMatcher.__importDefault||function(mod){return mod&&mod.__esModule?mod:{default:mod}};Object.defineProperty(exports$1,"__esModule",{value:!0}),exports$1.matchPatterns=exports$1.createRegExp=void 0;var lodash_uniq_1=__importDefault(requireLodash_uniq()),lodash_uniqwith_1=__importDefault(requireLodash_uniqwith()),lodash_sortby_1=__importDefault(requireLodash_sortby()),escape_string_regexp_1=__importDefault(requireEscapeStringRegexp()),regexp_parse_1=requireRegexpParse(),DEFAULT_FLAGS="ug",defaultFlags=function(flagsString){return flagsString.length===0?DEFAULT_FLAGS:(0,lodash_uniq_1.default)((flagsString+DEFAULT_FLAGS).split("")).join("")},createRegExp=function(patternString,defaultFlag){if(defaultFlag===void 0&&(defaultFlag=DEFAULT_FLAGS),patternString.length===0)throw new Error("Empty string can not handled");if((0,regexp_parse_1.isRegExpString)(patternString)){var regExpStructure=(0,regexp_parse_1.parseRegExpString)(patternString);if(regExpStructure)return new RegExp(regExpStructure.source,defaultFlags(regExpStructure.flagString));throw new Error('"'.concat(patternString,'" can not parse as RegExp.'))}else return new RegExp((0,escape_string_regexp_1.default)(patternString),defaultFlag)};exports$1.createRegExp=createRegExp;var isEqualMatchPatternResult=function(a,b){return a.startIndex===b.startIndex&&a.endIndex===b.endIndex&&a.match===b.match},matchPatterns=function(text,regExpLikeStrings){var matchPatternResults=[];regExpLikeStrings.map(function(patternString){return(0,exports$1.createRegExp)(patternString)}).forEach(function(regExp){var results=text.matchAll(regExp);Array.from(results).forEach(function(result){if(result.index!==void 0){var match=result[0],index=result.index;matchPatternResults.push({match,captures:result.slice(1),startIndex:index,endIndex:index+match.length})}})});var uniqResults=(0,lodash_uniqwith_1.default)(matchPatternResults,isEqualMatchPatternResult);return(0,lodash_sortby_1.default)(uniqResults,["startIndex","endIndex"])};exports$1.matchPatterns=matchPatterns})(regexpStringMatcher)),regexpStringMatcher}var regexpStringMatcherExports=requireRegexpStringMatcher(),BUILTIN_IGNORED={AWSAccountID:["AKIAIOSFODNN7EXAMPLE"],AWSSecretAccessKey:["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"]},messages$o={AWSAccountID:{en:props=>`found AWS Account ID: ${props.ID}`,ja:props=>`AWS Account ID: ${props.ID} がみつかりました`},AWSSecretAccessKey:{en:props=>`found AWS Secret Access Key: ${props.KEY}`,ja:props=>`AWS Secret Access Key: ${props.KEY} がみつかりました`},AWSAccessKeyID:{en:props=>`found AWS Access Key ID: ${props.ID}`,ja:props=>`AWS Access Key Id: ${props.ID} がみつかりました`}},reportAWSAccessKey=({t,source,context,options})=>{const AWSAccessKeyIDPattern=/\b(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}\b/g,results=source.content.matchAll(AWSAccessKeyIDPattern);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];BUILTIN_IGNORED.AWSAccountID.includes(match)||regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("AWSAccessKeyID",{ID:match}),range})}},reportAWSSecretAccessKey=({t,source,context,options})=>{const AWS="(?:AWS|aws|Aws)?_?",QUOTE=`["']?`,CONNECT="\\s*(?::|=>|=)\\s*",AWSSecretPatten=new RegExp(String.raw`${QUOTE}${AWS}(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)${QUOTE}${CONNECT}${QUOTE}([A-Za-z0-9/\+=]{40})${QUOTE}\b`,"g"),results=source.content.matchAll(AWSSecretPatten);for(const result of results){const index=result.index||0,match=result[1]||"",range=[index,index+match.length];BUILTIN_IGNORED.AWSSecretAccessKey.includes(match)||regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("AWSSecretAccessKey",{KEY:match}),range})}},reportAWSAccountID=({t,source,context,options})=>{const AWS="(AWS|aws|Aws)?_?",QUOTE=`("|')?`,CONNECT="\\s*(:|=>|=)\\s*",AWSSecretPatten=new RegExp(String.raw`${QUOTE}${AWS}(ACCOUNT|account|Account)_?(ID|id|Id)?${QUOTE}${CONNECT}${QUOTE}[0-9]{4}\-?[0-9]{4}\-?[0-9]{4}${QUOTE}\b`,"g"),results=source.content.matchAll(AWSSecretPatten);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("AWSAccountID",{ID:match}),range})}},creator$p={messages:messages$o,meta:{id:"@secretlint/secretlint-rule-aws",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-aws/README.md"}},create(context,options){const normalizedOptions={allows:options.allows||[],enableIDScanRule:options.enableIDScanRule??!1},t=context.createTranslator(messages$o);return{file(source){normalizedOptions.enableIDScanRule&&(reportAWSAccessKey({t,source,context,options:normalizedOptions}),reportAWSAccountID({t,source,context,options:normalizedOptions})),reportAWSSecretAccessKey({t,source,context,options:normalizedOptions})}}}},TAG_INTEGER=2,TAG_OCTET_STRING=4,TAG_NULL=5,TAG_OID=6,TAG_SEQUENCE=48,TAG_CONTEXT_0=160;function readTlv(buf,offset){if(offset+2>buf.length)throw new Error("PKCS12: truncated TLV header");const tag2=buf[offset],lenByte=buf[offset+1];let length,contentStart;if(lenByte<128)length=lenByte,contentStart=offset+2;else{const lenBytes=lenByte&127;if(lenBytes===0||lenBytes>4)throw new Error("PKCS12: unsupported ASN.1 length encoding");if(offset+2+lenBytes>buf.length)throw new Error("PKCS12: truncated ASN.1 length");length=0;for(let i=0;i<lenBytes;i++)length=length*256+buf[offset+2+i];contentStart=offset+2+lenBytes}const end3=contentStart+length;if(end3>buf.length)throw new Error("PKCS12: TLV extends past buffer");return{tag:tag2,content:buf.subarray(contentStart,end3),end:end3}}function expectTag(tlv,tag2,label){if(tlv.tag!==tag2)throw new Error(`PKCS12: expected ${label} tag 0x${tag2.toString(16)} but got 0x${tlv.tag.toString(16)}`)}function readInteger(tlv){expectTag(tlv,TAG_INTEGER,"INTEGER");let value=0;for(const byte of tlv.content)value=value*256+byte;return value}function bytesEqual(a,b){if(a.length!==b.length)return!1;let diff=0;for(let i=0;i<a.length;i++)diff|=a[i]^b[i];return diff===0}var OID_DATA=new Uint8Array([42,134,72,134,247,13,1,7,1]),OID_SHA1=new Uint8Array([43,14,3,2,26]),OID_SHA256=new Uint8Array([96,134,72,1,101,3,4,2,1]),OID_SHA384=new Uint8Array([96,134,72,1,101,3,4,2,2]),OID_SHA512=new Uint8Array([96,134,72,1,101,3,4,2,3]),MAC_HASHES=[{oid:OID_SHA1,hash:{name:"SHA-1",outputSize:20,blockSize:64}},{oid:OID_SHA256,hash:{name:"SHA-256",outputSize:32,blockSize:64}},{oid:OID_SHA384,hash:{name:"SHA-384",outputSize:48,blockSize:128}},{oid:OID_SHA512,hash:{name:"SHA-512",outputSize:64,blockSize:128}}];function matchHash(oidBytes){for(const{oid,hash}of MAC_HASHES)if(bytesEqual(oidBytes,oid))return hash}var MAX_MAC_ITERATIONS=1e6;function parsePkcs12(buf){const pfx=readTlv(buf,0);expectTag(pfx,TAG_SEQUENCE,"PFX SEQUENCE");const version=readTlv(pfx.content,0);if(readInteger(version)!==3)throw new Error("PKCS12: unsupported version");const authSafeInfo=readTlv(pfx.content,version.end);expectTag(authSafeInfo,TAG_SEQUENCE,"ContentInfo SEQUENCE");const contentType=readTlv(authSafeInfo.content,0);if(expectTag(contentType,TAG_OID,"contentType OID"),!bytesEqual(contentType.content,OID_DATA))throw new Error("PKCS12: unsupported authSafe contentType");const explicit0=readTlv(authSafeInfo.content,contentType.end);expectTag(explicit0,TAG_CONTEXT_0,"[0] EXPLICIT");const authSafeOctet=readTlv(explicit0.content,0);expectTag(authSafeOctet,TAG_OCTET_STRING,"authSafe OCTET STRING");const macData=readTlv(pfx.content,authSafeInfo.end);expectTag(macData,TAG_SEQUENCE,"MacData SEQUENCE");const digestInfo=readTlv(macData.content,0);expectTag(digestInfo,TAG_SEQUENCE,"DigestInfo SEQUENCE");const alg=readTlv(digestInfo.content,0);expectTag(alg,TAG_SEQUENCE,"AlgorithmIdentifier SEQUENCE");const algOid=readTlv(alg.content,0);expectTag(algOid,TAG_OID,"algorithm OID");const macHash=matchHash(algOid.content);if(!macHash)throw new Error("PKCS12: unsupported MAC digest algorithm");if(algOid.end<alg.content.length&&readTlv(alg.content,algOid.end).tag!==TAG_NULL)throw new Error("PKCS12: unexpected MAC algorithm parameters");const digest2=readTlv(digestInfo.content,alg.end);expectTag(digest2,TAG_OCTET_STRING,"digest OCTET STRING");const salt=readTlv(macData.content,digestInfo.end);expectTag(salt,TAG_OCTET_STRING,"macSalt OCTET STRING");let iterations=1;if(salt.end<macData.content.length){const iter=readTlv(macData.content,salt.end);iterations=readInteger(iter)}if(iterations<1||iterations>MAX_MAC_ITERATIONS)throw new Error("PKCS12: MAC iteration count out of range");return{authSafe:authSafeOctet.content,macHash,macSalt:salt.content,macDigest:digest2.content,iterations}}function toBufferSource(data){const copy=new Uint8Array(data.length);return copy.set(data),copy}async function digest(hash,data){return new Uint8Array(await globalThis.crypto.subtle.digest(hash.name,toBufferSource(data)))}function padToMultipleOf(src,blockSize){if(src.length===0)return new Uint8Array(0);const padded=new Uint8Array(Math.ceil(src.length/blockSize)*blockSize);for(let i=0;i<padded.length;i++)padded[i]=src[i%src.length];return padded}function encodePasswordAsBmpString(password){if(password.length===0)return new Uint8Array(0);const bytes=new Uint8Array(password.length*2+2);for(let i=0;i<password.length;i++){const code2=password.charCodeAt(i);bytes[i*2]=code2>>8&255,bytes[i*2+1]=code2&255}return bytes}async function deriveMacKey(hash,password,salt,iterations){const v=hash.blockSize,u=hash.outputSize,D=new Uint8Array(v).fill(3),P=padToMultipleOf(encodePasswordAsBmpString(password),v),S=padToMultipleOf(salt,v),DI=new Uint8Array(D.length+S.length+P.length);DI.set(D,0),DI.set(S,D.length),DI.set(P,D.length+S.length);let A=await digest(hash,DI);for(let i=1;i<iterations;i++)A=await digest(hash,A);return A.subarray(0,u)}async function verifyPkcs12Mac(pfxBytes,password){let parsed;try{parsed=parsePkcs12(pfxBytes)}catch{return!1}try{const key=await deriveMacKey(parsed.macHash,password,parsed.macSalt,parsed.iterations),cryptoKey=await globalThis.crypto.subtle.importKey("raw",toBufferSource(key),{name:"HMAC",hash:parsed.macHash.name},!1,["sign"]),mac=new Uint8Array(await globalThis.crypto.subtle.sign("HMAC",cryptoKey,toBufferSource(parsed.authSafe)));return bytesEqual(mac,parsed.macDigest)}catch{return!1}}var GCP_SERVICE_ACCOUNT_P12_PASSWORD="notasecret";async function reportIfFoundPrivateKeyP12Format({source,context,t}){if(source.filePath)try{const fs=await import("node:fs"),path=await import("node:path"),pfxBytes=new Uint8Array(fs.readFileSync(source.filePath));if(!await verifyPkcs12Mac(pfxBytes,GCP_SERVICE_ACCOUNT_P12_PASSWORD))return;context.report({message:t("PrivateKeyP12",{FILE_NAME:path.basename(source.filePath)}),range:[0,source.content.length]})}catch{}}var messages$n={PrivateKeyP12:{en:props=>`found GCP Service Account's private key(p12): ${props.FILE_NAME}`,ja:props=>`GCPサービスアカウントの秘密鍵(p12) ${props.FILE_NAME} がみつかりました`},PrivateKeyJSON:{en:props=>`found GCP Service Account's private key(json): ${props.FILE_NAME}`,ja:props=>`GCPサービスアカウントの秘密鍵(json): ${props.FILE_NAME} がみつかりました`}};function reportIfFoundPrivateKeyJSONFormat({source,context,t}){try{const credentialObject=JSON.parse(source.content),PRIVATE_KEY_PATTERN=/-----BEGIN\s?(DSA|RSA|EC|PGP|OPENSSH)?\s?PRIVATE KEY/gm;if(!("private_key_id"in credentialObject&&"private_key"in credentialObject&&PRIVATE_KEY_PATTERN.test(credentialObject.private_key)))return;context.report({message:t("PrivateKeyJSON",{FILE_NAME:source.filePath?node_path_default.basename(source.filePath):""}),range:[0,source.content.length]})}catch{}}var creator$o={messages:messages$n,meta:{id:"@secretlint/secretlint-rule-gcp",recommended:!0,type:"scanner",supportedContentTypes:["all"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gcp/README.md"}},create(context,options){const t=context.createTranslator(messages$n);return options.allows,{file(source){if(source.ext===".p12")return reportIfFoundPrivateKeyP12Format({source,context,t});if(source.ext===".json")return reportIfFoundPrivateKeyJSONFormat({source,context,t})}}}},messages$m={PackageJSON_xOauthToken:{en:props=>`found GitHub Token: ${props.TOKEN}`,ja:props=>`GitHub Token: ${props.TOKEN} がみつかりました`},Npmrc_authToken:{en:props=>`found npmrc authToken: ${props.TOKEN}`,ja:props=>`npmrc authToken: ${props.TOKEN} がみつかりました`},NPM_ACCESS_TOKEN:{en:props=>`found npm access token: ${props.TOKEN}`,ja:props=>`npm access token: ${props.TOKEN} がみつかりました`}};function reportIfFoundXOauthGitHubToken({source,options,context,t}){const XOAuthPattern=/https?:\/\/(.{1,256}):x-oauth-basic@github.com\//g,results=source.content.matchAll(XOAuthPattern);for(const result of results){const index=result.index||0,match=result[1]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("PackageJSON_xOauthToken",{TOKEN:match}),range})}}function reportIfFound_AuthTokenInNpmrc({source,options,context,t}){const AuthTokenPattern=/_authToken=([^$].*)/g,results=source.content.matchAll(AuthTokenPattern);for(const result of results){const index=result.index||0,match=result[1]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("Npmrc_authToken",{TOKEN:match}),range})}}function reportIfFound_NPM_ACCESS_TOKEN({source,options,context,t}){const NPM_ACCESS_TOKEN_PATTERN=new RegExp("(?<!\\p{L})npm_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])","gu"),results=source.content.matchAll(NPM_ACCESS_TOKEN_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("NPM_ACCESS_TOKEN",{TOKEN:match}),range})}}var isPackageFile=filePath=>filePath?filePath.endsWith("package.json")||filePath.endsWith("package-lock.json"):!0,isNpmrc=filePath=>filePath?filePath.endsWith(".npmrc"):!0,creator$n={messages:messages$m,meta:{id:"@secretlint/secretlint-rule-npm",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-npm/README.md"}},create(context,options){const t=context.createTranslator(messages$m),normalizedOptions={allows:options.allows||[]};return{file(source){isPackageFile(source.filePath)?reportIfFoundXOauthGitHubToken({source,options:normalizedOptions,context,t}):isNpmrc(source.filePath)&&reportIfFound_AuthTokenInNpmrc({source,options:normalizedOptions,context,t}),reportIfFound_NPM_ACCESS_TOKEN({source,options:normalizedOptions,context,t})}}}},messages$l={SLACK_TOKEN:{en:props=>`found slack token: ${props.TOKEN}`,ja:props=>`Slackトークン: ${props.TOKEN} がみつかりました`},IncomingWebhook:{en:props=>`found Slack Incoming Webhook: ${props.URL}`,ja:props=>`SlackのIncoming Webhooks: ${props.TOKEN} がみつかりました`}};function reportIfFoundRawPrivateKey$1({source,options,context,t}){const SLACK_TOKEN_PATTERN=/\b(?:xoxb|xoxp|xapp|xoxa|xoxo|xoxr)-(?:\d-)?(?:[a-zA-Z0-9]{1,40}-)+[a-zA-Z0-9]{1,40}\b/g,results=source.content.matchAll(SLACK_TOKEN_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("SLACK_TOKEN",{TOKEN:match}),range})}}function reportIfFoundIncomingWebhook({source,options,context,t}){const IncomingWebhooksPattern=/https:\/\/hooks\.slack\.com\/services\/T[a-zA-Z0-9]{1,40}\/B[a-zA-Z0-9]{1,40}\/[a-zA-Z0-9]{1,40}/gi,results=source.content.matchAll(IncomingWebhooksPattern);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("IncomingWebhook",{URL:match}),range})}}var creator$m={messages:messages$l,meta:{id:"@secretlint/secretlint-rule-slack",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-slack/README.md"}},create(context,options){const t=context.createTranslator(messages$l),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundRawPrivateKey$1({source,options:normalizedOptions,context,t}),reportIfFoundIncomingWebhook({source,options:normalizedOptions,context,t})}}}},messages$k={BasicAuth:{en:props=>`found basic auth credential: ${props.CREDENTIAL}`,ja:props=>`ベーシック認証情報: ${props.CREDENTIAL} がみつかりました`}},BUILTIN_IGNORED_PATTERNS$1=["localhost","127.0.0.1","password","mypassword","myusername","{password}","${password}","{{password}}","{username}","${username}","{{username}}","YOUR_PASSWORD","YOUR_USERNAME","REPLACE_WITH_PASSWORD","REPLACE_WITH_USERNAME"];function isVariableLikeString$1(str){return[/\$\{[^}]{1,50}\}/,/\{\{[^}]{1,50}\}\}/,/\{[^}]{1,50}\}/,/%[A-Z_]{1,30}%/,/\$[A-Z_]{1,30}/].some(pattern2=>pattern2.test(str))}function isLikelyRealUsername(username){return!(username.length<2||isVariableLikeString$1(username)||BUILTIN_IGNORED_PATTERNS$1.some(pattern2=>username.toLowerCase().includes(pattern2.toLowerCase())))}function isLikelyRealPassword$1(password){return!(password.length<4||isVariableLikeString$1(password)||BUILTIN_IGNORED_PATTERNS$1.some(pattern2=>password.toLowerCase().includes(pattern2.toLowerCase()))||/^(.)\1{3,}$/.test(password))}function reportIfFoundBasicAuth({source,options,context,t}){const URL_PATTERN=/(?<protocol>(?:https?|ftp|ftps)):\/\/(?<user>[-a-zA-Z0-9_]{1,256}):(?<password>[-a-zA-Z0-9_]{1,256})@[-a-zA-Z0-9%._+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b/g,results=source.content.matchAll(URL_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.user,password=result.groups?.password;if(!username||!password||!isLikelyRealUsername(username)||!isLikelyRealPassword$1(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("BasicAuth",{CREDENTIAL:match}),range})}}var creator$l={messages:messages$k,meta:{id:"@secretlint/secretlint-rule-basicauth",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-basicauth/README.md"}},create(context,options){const t=context.createTranslator(messages$k),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundBasicAuth({source,options:normalizedOptions,context,t})}}}},messages$j={OPENAI_TOKEN:{en:props=>`found OpenAI API token: ${props.TOKEN}`,ja:props=>`OpenAI API トークン: ${props.TOKEN} がみつかりました`}},creator$k={messages:messages$j,meta:{id:"@secretlint/secretlint-rule-openai",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-openai/README.md"}},create(context){const t=context.createTranslator(messages$j);return{file(source){const pattern2=/sk-(?:proj|svcacct|admin)-(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})T3BlbkFJ(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})\b|sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20}/g,matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.report({message:t("OPENAI_TOKEN",{TOKEN:matchString}),range})}}}}},messages$i={ANTHROPIC_API_KEY:{en:props=>`found Anthropic Claude API key: ${props.KEY}`,ja:props=>`Anthropic Claude API キー: ${props.KEY} がみつかりました`}},creator$j={messages:messages$i,meta:{id:"@secretlint/secretlint-rule-anthropic",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-anthropic/README.md"}},create(context){const t=context.createTranslator(messages$i);return{file(source){const pattern2=new RegExp("(?<!\\p{L})sk-ant-api0\\d-[A-Za-z0-9_-]{90,128}AA(?![A-Za-z0-9_-])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.report({message:t("ANTHROPIC_API_KEY",{KEY:matchString}),range})}}}}},messages$h={GROQ_API_KEY:{en:props=>`found Groq API key: ${props.KEY}`,ja:props=>`Groq API キー: ${props.KEY} がみつかりました`}},creator$i={messages:messages$h,meta:{id:"@secretlint/secretlint-rule-groq",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-groq/README.md"}},create(context,options){const t=context.createTranslator(messages$h),normalizedOptions={allows:options?.allows??[]};return{file(source){const pattern2=new RegExp("(?<!\\p{L})gsk_[a-zA-Z0-9]{52}(?![a-zA-Z0-9])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("GROQ_API_KEY",{KEY:matchString}),range})}}}}},messages$g={HUGGINGFACE_USER_ACCESS_TOKEN:{en:props=>`found Hugging Face User Access Token: ${props.TOKEN}`,ja:props=>`Hugging Face User Access Token: ${props.TOKEN} がみつかりました`}},creator$h={messages:messages$g,meta:{id:"@secretlint/secretlint-rule-huggingface",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-huggingface/README.md"}},create(context,options){const t=context.createTranslator(messages$g),normalizedOptions={allows:options?.allows??[]};return{file(source){const pattern2=new RegExp("(?<!\\p{L})hf_[a-zA-Z]{34}(?![a-zA-Z])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("HUGGINGFACE_USER_ACCESS_TOKEN",{TOKEN:matchString}),range})}}}}},messages$f={LINEAR_API_TOKEN:{en:props=>`found linear api token: ${props.ID}`,ja:props=>`linear api token: ${props.ID} がみつかりました`}},creator$g={messages:messages$f,meta:{id:"@secretlint/secretlint-rule-linear",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-linear/README.md"}},create(context){const t=context.createTranslator(messages$f);return{file(source){const pattern2=new RegExp("(?<!\\p{L})lin_api_[a-zA-Z0-9_]{32,128}(?![a-zA-Z0-9_])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",range=[index,index+matchString.length];context.report({message:t("LINEAR_API_TOKEN",{ID:matchString}),range})}}}}},messages$e={NOTION_INTEGRATION_TOKEN:{en:props=>`found Notion integration token: ${props.TOKEN}`,ja:props=>`Notion integration トークン: ${props.TOKEN} がみつかりました`}};function reportIfFoundToken({source,options,context,t}){const NOTION_INTEGRATION_TOKEN_PATTERN=new RegExp("(?<!\\p{L})ntn_[0-9]{11}[A-Za-z0-9]{35}(?![A-Za-z0-9])","gu"),results=source.content.matchAll(NOTION_INTEGRATION_TOKEN_PATTERN);for(const result of results){const index=result.index??0,match=result[0]??"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("NOTION_INTEGRATION_TOKEN",{TOKEN:match}),range})}}var creator$f={messages:messages$e,meta:{id:"@secretlint/secretlint-rule-notion",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-notion/README.md"}},create(context,options){const t=context.createTranslator(messages$e),normalizedOptions={allows:options.allows??[]};return{file(source){reportIfFoundToken({source,options:normalizedOptions,context,t})}}}},messages$d={PrivateKey:{en:props=>`found private key: ${props.KEY}`,ja:props=>`秘密鍵: ${props.KEY} がみつかりました`}},PEM_CONTENT_PATTERN=/-----BEGIN[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----\n?([A-Za-z0-9+/=\s\\]{100,10000})\n?-----END[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----/gm;function validateBase64KeyContent(base64Content){return!(!/^[A-Za-z0-9+/]+=*$/.test(base64Content)||base64Content.length<100||!/^(MI|b3BlbnNzaC1rZXktdjE)/.test(base64Content))}function reportIfFoundRawPrivateKey({source,options,context,t}){const results=source.content.matchAll(PEM_CONTENT_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",base64Raw=result[1]||"",range=[index,index+match.length];if(regexpStringMatcherExports.matchPatterns(match,options.allows).length>0)continue;const base64Content=base64Raw.replace(/\s|\\n/g,"");validateBase64KeyContent(base64Content)&&context.report({message:t("PrivateKey",{KEY:match}),range})}}var creator$e={messages:messages$d,meta:{id:"@secretlint/secretlint-rule-privatekey",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-privatekey/README.md"}},create(context,options){const t=context.createTranslator(messages$d),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundRawPrivateKey({source,options:normalizedOptions,context,t})}}}},messages$c={SENDGRID_KEY:{en:props=>`found Sendgrid api key: ${props.KEY}`,ja:props=>`Sendgrid APIキーが見つかりました： ${props.KEY}`}};function reportIfFoundKey$3({source,options,context,t}){const SENDGRID_KEY_PATTERN=new RegExp("(?<!\\p{L})SG\\.\\w{1,128}\\.\\w{1,128}([-_]?)\\w{1,128}(?!\\w)","gu"),results=source.content.matchAll(SENDGRID_KEY_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"";if(match.length!==69)continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("SENDGRID_KEY",{KEY:match}),range})}}var creator$d={messages:messages$c,meta:{id:"@secretlint/secretlint-rule-sendgrid",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-sendgrid/README.md"}},create(context,options){const t=context.createTranslator(messages$c),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundKey$3({source,options:normalizedOptions,context,t})}}}},messages$b={SHOPIFY_KEY:{en:props=>`found Shopify api key: ${props.KEY}`,ja:props=>`Shopify APIキーが見つかりました： ${props.KEY}`}};function reportIfFoundKey$2({source,options,context,t}){const SHOPIFY_KEY_PATTERN=new RegExp("(?<!\\p{L})(shppa|shpca|shpat|shpss)_[a-zA-Z0-9]{32,64}(?![a-zA-Z0-9])","gu"),results=source.content.matchAll(SHOPIFY_KEY_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("SHOPIFY_KEY",{KEY:match}),range})}}var creator$c={messages:messages$b,meta:{id:"@secretlint/secretlint-rule-shopify",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-shopify/README.md"}},create(context,options){const t=context.createTranslator(messages$b),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundKey$2({source,options:normalizedOptions,context,t})}}}},messages$a={GITHUB_TOKEN:{en:props=>`found GitHub Token(${props.typeName}): ${props.KEY}`,ja:props=>`GitHub Token(${props.typeName})が見つかりました： ${props.KEY}`}},typeMap=new Map([["ghp","GitHub personal access tokens"],["gho","OAuth access tokens"],["ghu","GitHub user-to-server tokens"],["ghs","GitHub server-to-server tokens"],["ghr","refresh tokens"],["github_pat","fine-grained personal access tokens"]]);function reportIfFoundKey$1({pattern:pattern2,source,options,context,t}){const results=source.content.matchAll(pattern2);for(const result of results){const index=result.index||0,type=result.groups?.type,typeName=typeMap.get(type);if(!typeName)throw new Error("Unknown type:"+typeName);const match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("GITHUB_TOKEN",{KEY:match,typeName}),range})}}var creator$b={messages:messages$a,meta:{id:"@secretlint/secretlint-rule-github",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-github/README.md"}},create(context,options){const CLASSIC_GITHUB_TOKEN_PATTERN=new RegExp("(?<!\\p{L})(?<type>ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])","gu"),FINE_GRAINED_GITHUB_TOKEN_PATTERN=new RegExp("(?<!\\p{L})(?<type>github_pat)_[A-Za-z0-9_]{82}(?![A-Za-z0-9_])","gu"),patterns2=[CLASSIC_GITHUB_TOKEN_PATTERN,FINE_GRAINED_GITHUB_TOKEN_PATTERN],t=context.createTranslator(messages$a),normalizedOptions={allows:options.allows||[]};return{file(source){for(const pattern2 of patterns2)reportIfFoundKey$1({pattern:pattern2,source,options:normalizedOptions,context,t})}}}},messages$9={GITLAB_PERSONAL_ACCESS_TOKEN:{en:props=>`found GitLab Personal Access Token: ${props.KEY}`,ja:props=>`GitLab Personal Access Tokenが見つかりました: ${props.KEY}`}};function reportIfFoundKey({pattern:pattern2,source,options,context,t}){const results=source.content.matchAll(pattern2);for(const result of results){const index=result.index??0,match=result[0]??"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("GITLAB_PERSONAL_ACCESS_TOKEN",{KEY:match}),range})}}var creator$a={messages:messages$9,meta:{id:"@secretlint/secretlint-rule-gitlab",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gitlab/README.md"}},create(context,options){const patterns2=[new RegExp("(?<!\\p{L})glpat-[A-Za-z0-9_-]{20,128}(?![A-Za-z0-9_-])","gu")],t=context.createTranslator(messages$9),normalizedOptions={allows:options.allows??[]};return{file(source){for(const pattern2 of patterns2)reportIfFoundKey({pattern:pattern2,source,options:normalizedOptions,context,t})}}}},messages$8={GRAFANA_CLOUD_API_TOKEN:{en:props=>`found Grafana Cloud API token: ${props.TOKEN}`,ja:props=>`Grafana Cloud API トークン: ${props.TOKEN} がみつかりました`},GRAFANA_SERVICE_ACCOUNT_TOKEN:{en:props=>`found Grafana Service Account token: ${props.TOKEN}`,ja:props=>`Grafana Service Account トークン: ${props.TOKEN} がみつかりました`}};function reportIfFound({pattern:pattern2,messageId,source,options,context,t}){const results=source.content.matchAll(pattern2);for(const result of results){const index=result.index??0,match=result[0]??"";if(regexpStringMatcherExports.matchPatterns(match,options.allows).length>0)continue;const range=[index,index+match.length];context.report({message:t(messageId,{TOKEN:match}),range})}}var creator$9={messages:messages$8,meta:{id:"@secretlint/secretlint-rule-grafana",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-grafana/README.md"}},create(context,options){const t=context.createTranslator(messages$8),normalizedOptions={allows:options?.allows??[]},GRAFANA_CLOUD_API_TOKEN_PATTERN=new RegExp("(?<!\\p{L})glc_[A-Za-z0-9+/]{32,400}={0,2}(?![A-Za-z0-9+/=])","gu"),GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN=new RegExp("(?<!\\p{L})glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}(?![A-Fa-f0-9])","gu");return{file(source){reportIfFound({pattern:GRAFANA_CLOUD_API_TOKEN_PATTERN,messageId:"GRAFANA_CLOUD_API_TOKEN",source,options:normalizedOptions,context,t}),reportIfFound({pattern:GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN,messageId:"GRAFANA_SERVICE_ACCOUNT_TOKEN",source,options:normalizedOptions,context,t})}}}},messages$7={OPS_TOKEN:{en:props=>`found 1Password Service Account token: ${props.TOKEN}`,ja:props=>`1Password Service Account: ${props.TOKEN} がみつかりました`}},is1PasswordServiceAccountToken=base64String=>{try{const jsonString=atob(base64String.replace(/-/g,"+").replace(/_/g,"/")),json=JSON.parse(jsonString);return typeof json=="object"&&json!==null}catch{return!1}},creator$8={messages:messages$7,meta:{id:"@secretlint/secretlint-rule-1password",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-1password/README.md"}},create(context,options){const t=context.createTranslator(messages$7),normalizedOptions={allows:options?.allows??[]};return{file(source){const pattern2=new RegExp("(?<!\\p{L})ops_(ey[A-Za-z0-9+/=]{100,1280}fQ={0,2})(?![A-Za-z0-9+/=])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",base64String=match[1]??"";if(!is1PasswordServiceAccountToken(base64String)||regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("OPS_TOKEN",{TOKEN:matchString}),range})}}}}},messages$6={MongoDBConnection:{en:props=>`found MongoDB connection string: ${props.URI}`,ja:props=>`MongoDB接続文字列: ${props.URI} がみつかりました`},MySQLConnection:{en:props=>`found MySQL connection string: ${props.URI}`,ja:props=>`MySQL接続文字列: ${props.URI} がみつかりました`},PostgreSQLConnection:{en:props=>`found PostgreSQL connection string: ${props.URI}`,ja:props=>`PostgreSQL接続文字列: ${props.URI} がみつかりました`}},BUILTIN_IGNORED_PATTERNS=["localhost","127.0.0.1","example.com","example.org","test.com","password","username","secret","mypassword","myusername","root","admin","user","pass","{password}","${password}","{{password}}","{username}","${username}","{{username}}","YOUR_PASSWORD","YOUR_USERNAME","REPLACE_WITH_PASSWORD"];function isVariableLikeString(str){return[/\$\{[^}]{1,50}\}/,/\{\{[^}]{1,50}\}\}/,/\{[^}]{1,50}\}/,/%[A-Z_]{1,30}%/,/\$[A-Z_]{1,30}/,/\$\([^)]{1,50}\)/].some(pattern2=>pattern2.test(str))}function isLikelyRealPassword(password){if(password.length<4||isVariableLikeString(password))return!1;const passwordLower=password.toLowerCase();return!(BUILTIN_IGNORED_PATTERNS.some(pattern2=>passwordLower===pattern2.toLowerCase())||/^(.)\1{3,}$/.test(password))}function reportMongoDBConnectionString({source,options,context,t}){const MONGODB_PATTERN=/mongodb(?:\+srv)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,results=source.content.matchAll(MONGODB_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("MongoDBConnection",{URI:match}),range})}}function reportMySQLConnectionString({source,options,context,t}){const MYSQL_URI_PATTERN=/(?:jdbc:)?mysql(?:x)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,results=source.content.matchAll(MYSQL_URI_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("MySQLConnection",{URI:match}),range})}}function reportPostgreSQLConnectionString({source,options,context,t}){const POSTGRESQL_URI_PATTERN=/postgres(?:ql)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi,results=source.content.matchAll(POSTGRESQL_URI_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",username=result.groups?.username,password=result.groups?.password;if(!username||!password||!isLikelyRealPassword(password))continue;const range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("PostgreSQLConnection",{URI:match}),range})}}var creator$7={messages:messages$6,meta:{id:"@secretlint/secretlint-rule-database-connection-string",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-database-connection-string/README.md"}},create(context,options){const normalizedOptions={allows:options.allows||[]},t=context.createTranslator(messages$6);return{file(source){reportMongoDBConnectionString({source,options:normalizedOptions,context,t}),reportMySQLConnectionString({source,options:normalizedOptions,context,t}),reportPostgreSQLConnectionString({source,options:normalizedOptions,context,t})}}}},messages$5={HASHICORP_VAULT_SERVICE_TOKEN:{en:props=>`found HashiCorp Vault service token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault service token: ${props.TOKEN} がみつかりました`},HASHICORP_VAULT_BATCH_TOKEN:{en:props=>`found HashiCorp Vault batch token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault batch token: ${props.TOKEN} がみつかりました`},HASHICORP_VAULT_RECOVERY_TOKEN:{en:props=>`found HashiCorp Vault recovery token: ${props.TOKEN}`,ja:props=>`HashiCorp Vault recovery token: ${props.TOKEN} がみつかりました`}},serviceTokenPattern=new RegExp("(?<!\\p{L})hvs\\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])","gu"),batchTokenPattern=new RegExp("(?<!\\p{L})hvb\\.[A-Za-z0-9_-]{138,300}(?![A-Za-z0-9_-])","gu"),recoveryTokenPattern=new RegExp("(?<!\\p{L})hvr\\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])","gu"),creator$6={messages:messages$5,meta:{id:"@secretlint/secretlint-rule-hashicorp-vault",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-hashicorp-vault/README.md"}},create(context,options){const t=context.createTranslator(messages$5),normalizedOptions={allows:options?.allows??[]},reportMatches=(source,pattern2,messageId)=>{const matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t(messageId,{TOKEN:matchString}),range})}};return{file(source){reportMatches(source,serviceTokenPattern,"HASHICORP_VAULT_SERVICE_TOKEN"),reportMatches(source,batchTokenPattern,"HASHICORP_VAULT_BATCH_TOKEN"),reportMatches(source,recoveryTokenPattern,"HASHICORP_VAULT_RECOVERY_TOKEN")}}}},messages$4={VERCEL_PERSONAL_ACCESS_TOKEN:{en:props=>`found Vercel personal access token: ${props.ID}`,ja:props=>`Vercel personal access token: ${props.ID} がみつかりました`},VERCEL_INTEGRATION_TOKEN:{en:props=>`found Vercel integration token: ${props.ID}`,ja:props=>`Vercel integration token: ${props.ID} がみつかりました`},VERCEL_APP_ACCESS_TOKEN:{en:props=>`found Vercel app access token: ${props.ID}`,ja:props=>`Vercel app access token: ${props.ID} がみつかりました`},VERCEL_APP_REFRESH_TOKEN:{en:props=>`found Vercel app refresh token: ${props.ID}`,ja:props=>`Vercel app refresh token: ${props.ID} がみつかりました`},VERCEL_AI_GATEWAY_API_KEY:{en:props=>`found Vercel AI Gateway API key: ${props.ID}`,ja:props=>`Vercel AI Gateway API key: ${props.ID} がみつかりました`}},prefixToMessageId={vcp:"VERCEL_PERSONAL_ACCESS_TOKEN",vci:"VERCEL_INTEGRATION_TOKEN",vca:"VERCEL_APP_ACCESS_TOKEN",vcr:"VERCEL_APP_REFRESH_TOKEN",vck:"VERCEL_AI_GATEWAY_API_KEY"},creator$5={messages:messages$4,meta:{id:"@secretlint/secretlint-rule-vercel",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-vercel/README.md"}},create(context,options){const t=context.createTranslator(messages$4),normalizedOptions={allows:options?.allows??[]};return{file(source){const pattern2=new RegExp("(?<!\\p{L})(?<prefix>vcp|vci|vca|vcr|vck)_[A-Za-z0-9]{20,60}(?![A-Za-z0-9])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"",prefix2=match.groups?.prefix,messageId=prefixToMessageId[prefix2];if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t(messageId,{ID:matchString}),range})}}}}},messages$3={DATABRICKS_PERSONAL_ACCESS_TOKEN:{en:props=>`found Databricks personal access token: ${props.ID}`,ja:props=>`Databricks personal access token: ${props.ID} がみつかりました`}},creator$4={messages:messages$3,meta:{id:"@secretlint/secretlint-rule-databricks",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-databricks/README.md"}},create(context,options){const t=context.createTranslator(messages$3),normalizedOptions={allows:options?.allows??[]};return{file(source){const pattern2=new RegExp("(?<!\\p{L})dapi[A-Fa-f0-9]{32}(?:-[0-9])?(?![A-Fa-f0-9])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("DATABRICKS_PERSONAL_ACCESS_TOKEN",{ID:matchString}),range})}}}}},messages$2={DOCKER_PERSONAL_ACCESS_TOKEN:{en:props=>`found Docker Personal Access Token: ${props.TOKEN}`,ja:props=>`Docker Personal Access Token: ${props.TOKEN} がみつかりました`}};function reportIfFoundDockerPAT({source,options,context,t}){const DOCKER_PAT_PATTERN=new RegExp("(?<!\\p{L})dckr_pat_[a-zA-Z0-9_-]{27}(?![a-zA-Z0-9_-])","gu"),results=source.content.matchAll(DOCKER_PAT_PATTERN);for(const result of results){const index=result.index||0,match=result[0]||"",range=[index,index+match.length];regexpStringMatcherExports.matchPatterns(match,options.allows).length>0||context.report({message:t("DOCKER_PERSONAL_ACCESS_TOKEN",{TOKEN:match}),range})}}var creator$3={messages:messages$2,meta:{id:"@secretlint/secretlint-rule-docker",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-docker/README.md"}},create(context,options){const t=context.createTranslator(messages$2),normalizedOptions={allows:options.allows||[]};return{file(source){reportIfFoundDockerPAT({source,options:normalizedOptions,context,t})}}}},messages$1={FIGMA_PERSONAL_ACCESS_TOKEN:{en:props=>`found Figma Personal Access Token: ${props.ID}`,ja:props=>`Figma Personal Access Token: ${props.ID} がみつかりました`}},creator$2={messages:messages$1,meta:{id:"@secretlint/secretlint-rule-figma",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-figma/README.md"}},create(context,options){const t=context.createTranslator(messages$1),normalizedOptions={allows:options?.allows??[]};return{file(source){const pattern2=new RegExp("(?<!\\p{L})figd_[A-Za-z0-9_-]{40,200}(?![A-Za-z0-9_-])","gu"),matches2=source.content.matchAll(pattern2);for(const match of matches2){const index=match.index??0,matchString=match[0]??"";if(regexpStringMatcherExports.matchPatterns(matchString,normalizedOptions.allows).length>0)continue;const range=[index,index+matchString.length];context.report({message:t("FIGMA_PERSONAL_ACCESS_TOKEN",{ID:matchString}),range})}}}}},HTML_COMMENT_REGEXP=/(?<type>secretlint-(?:disable-next-line|disable-line|disable|enable))(?<options>.*)/g,parseComments=source=>{const matches2=source.content.matchAll(HTML_COMMENT_REGEXP);return Array.from(matches2).map(match=>{const type=match.groups?.type,index=match.index;return type==="secretlint-disable-line"?{type,options:parseComment(match.groups?.options),line:source.indexToPosition(index).line}:type==="secretlint-disable-next-line"?{type,options:parseComment(match.groups?.options),line:source.indexToPosition(index).line+1}:{type,options:parseComment(match.groups?.options),index}})};function parseComment(options){if(!options)return[];const commentStart=options.indexOf("--");return(commentStart===-1?options:options.slice(0,commentStart)).split(/,/).map(arg=>arg.trim()).filter(arg=>arg!=="")??[]}var CommentState=class{source;reportingConfig;endIndex;constructor(source){this.source=source,this.reportingConfig=[],this.endIndex=source.content.length}getIgnoringMessages(){const isFilledMessage=message=>message.startIndex!==null&&message.endIndex!==null&&message.ruleId!==null;return this.reportingConfig.map(reporting=>(reporting.endIndex===null&&(reporting.endIndex=this.endIndex),reporting)).filter(isFilledMessage)}disableLine(lineNumber,rulesToDisable){const reportingConfig=this.reportingConfig,range=this.source.locationToRange({start:{line:lineNumber,column:0},end:{line:lineNumber+1,column:0}});rulesToDisable.length?rulesToDisable.forEach(ruleId=>{reportingConfig.push({startIndex:range[0],endIndex:range[1]-1,ruleId})}):reportingConfig.push({startIndex:range[0],endIndex:range[1]-1,ruleId:"*"})}disableReporting(startIndex,rulesToDisable){const reportingConfig=this.reportingConfig;rulesToDisable.length?rulesToDisable.forEach(function(ruleId){reportingConfig.push({startIndex,endIndex:null,ruleId})}):reportingConfig.push({startIndex,endIndex:null,ruleId:"*"})}enableReporting(endIndex,rulesToEnable){const reportingConfig=this.reportingConfig;if(rulesToEnable.length)rulesToEnable.forEach(function(ruleId){for(let i=reportingConfig.length-1;i>=0;i--)if(!reportingConfig[i].endIndex&&reportingConfig[i].ruleId===ruleId){reportingConfig[i].endIndex=endIndex;break}});else{let prevStart;for(let i=reportingConfig.length-1;i>=0&&!(prevStart&&prevStart!==reportingConfig[i].startIndex);i--)reportingConfig[i].endIndex||(reportingConfig[i].endIndex=endIndex,prevStart=reportingConfig[i].startIndex)}}},messages={IGNORE_MESSAGE:{en:()=>"disable by secretlint-disable comment"}},creator$1={messages,meta:{id:"@secretlint/secretlint-rule-filter-comments",recommended:!0,type:"scanner",supportedContentTypes:["text"],docs:{url:"https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-filter-comments/README.md"}},create(context){const t=context.createTranslator(messages);return{file(source){const state=new CommentState(source),comments3=parseComments(source);for(const comment of comments3)comment.type==="secretlint-disable"?state.disableReporting(comment.index,comment.options):comment.type==="secretlint-enable"?state.enableReporting(comment.index,comment.options):(comment.type==="secretlint-disable-line"||comment.type==="secretlint-disable-next-line")&&state.disableLine(comment.line,comment.options);state.getIgnoringMessages().forEach(message=>{context.ignore({message:t("IGNORE_MESSAGE"),range:[message.startIndex,message.endIndex],targetRuleId:message.ruleId})})}}}},rules=[creator$p,creator$o,creator$e,creator$n,creator$l,creator$m,creator$d,creator$c,creator$b,creator$a,creator$9,creator$k,creator$j,creator$i,creator$h,creator$g,creator$f,creator$8,creator$7,creator$6,creator$5,creator$4,creator$3,creator$2,creator$1];
// src/curation/find-secrets.ts
var scanners = rules.filter(
  ({ meta }) => !meta.id.endsWith("-filter-comments")
);
var harmless = /* @__PURE__ */ new Set(["AWSAccountID"]);
function privateKeys(text) {
  const begins = text.matchAll(/-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY-----/g);
  return [...begins].flatMap(({ index, 0: begin }) => {
    const start = index + begin.length;
    const [block = ""] = text.slice(start, start + 1e3).split("-----", 1);
    const isKey = block.split("\n").some((line) => /^[\s>]*[A-Za-z0-9+/=]{40,}\s*$/.test(line));
    return isKey ? [{ kind: "privatekey", offset: index }] : [];
  });
}
function findSecrets(text) {
  const found = new Map(
    privateKeys(text).map((secret2) => [`${secret2.kind} ${secret2.offset}`, secret2])
  );
  for (const scanner of scanners) {
    const kind = scanner.meta.id.replace("@secretlint/secretlint-rule-", "");
    const context = {
      createTranslator: () => (id) => id,
      report: ({ message, range }) => {
        const secret2 = { kind, offset: range[0] };
        if (!harmless.has(message)) found.set(`${kind} ${secret2.offset}`, secret2);
      }
    };
    scanner.create(context, { enableIDScanRule: true }).file({ content: text, filePath: "text.md", ext: ".md", contentType: "text" });
  }
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

// src/curation/rules/secret.ts
var remedy = "Take it out and revoke it; where it is a mere example, write one that no scanner takes for real.";
var secret = {
  id: "secret",
  severity: "error",
  about: "A text holds no private key, and no token or password of a known form.",
  check(draft) {
    const inTitle = findSecrets(draft.title).map(({ kind }) => ({
      message: `The title seems to hold a secret (${kind}), expected none.`,
      remedy
    }));
    const inTexts = textsOf(draft).flatMap(
      ({ name, text }) => findSecrets(text).map(({ kind, offset }) => ({
        at: { field: name, offset },
        // The secret itself stays out of logs and comments.
        message: `The ${name} seems to hold a secret (${kind}), expected none.`,
        remedy
      }))
    );
    return [...inTitle, ...inTexts];
  }
};

// src/curation/rules/tags.ts
var noTags = {
  id: "no-tags",
  severity: "error",
  fixed: true,
  about: "A source has at least one tag.",
  check({ tags: tags3, tagsPlace }) {
    if (tags3.length > 0) return null;
    return {
      place: tagsPlace ?? null,
      message: "The source has no tags, expected at least one.",
      remedy: "Add `tags:` to the front matter, or set `defaults.tags` in the configuration."
    };
  }
};
var limits = { article: 4, question: 5 };
var tooManyTags = {
  id: "too-many-tags",
  severity: "error",
  fixed: true,
  about: `An article has at most ${limits.article} tags, a question ${limits.question}.`,
  check({ kind, tags: tags3, tagsPlace }) {
    const limit = limits[kind];
    if (tags3.length <= limit) return null;
    return {
      place: tagsPlace ?? null,
      message: `The source has ${tags3.length} tags, expected at most ${limit} for ${aPost[kind]}.`,
      remedy: `Remove at least ${tags3.length - limit} of the tags.`
    };
  }
};
var longest4 = 35;
var badTag = {
  id: "bad-tag",
  severity: "error",
  about: `A tag is made of a-z, 0-9, \`+\`, \`#\`, \`-\` and \`.\`, and has at most ${longest4} characters.`,
  check({ tags: tags3, tagsPlace }) {
    return tags3.filter((tag2) => !isTag(tag2)).map((tag2) => {
      const proposal = spell(tag2);
      return {
        place: tagsPlace ?? null,
        message: `The tag ${quoted(tag2)} is not allowed, expected up to ${longest4} of a-z, 0-9, \`+\`, \`#\`, \`-\`, \`.\`.`,
        remedy: proposal === null ? "Choose another tag." : `Write \`${proposal}\`.`
      };
    });
  }
};
function isTag(text) {
  return text.length <= longest4 && /^[a-z0-9+#.-]+$/.test(text);
}
function spell(tag2) {
  const spelled = tag2.slice(0, 200).normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), "").toLowerCase().replace(/ß/g, "ss").replace(/[\s_/:]+/g, "-").replace(/[^a-z0-9+#.-]/g, "").slice(0, longest4).replace(/^-+|-+$/g, "");
  return isTag(spelled) ? spelled : null;
}

// src/curation/rules/title-length.ts
var most2 = 150;
var least2 = 15;
var emptyTitle = {
  id: "empty-title",
  severity: "error",
  fixed: true,
  about: "A source has a title that shows something.",
  check({ title: title2 }) {
    if (visibleText(title2) !== "") return null;
    return {
      message: "The source has no title, expected one in its front matter or a level-1 heading.",
      remedy: "Add `title:` to the front matter, or a level-1 heading with text."
    };
  }
};
var titleTooLong = {
  id: "title-too-long",
  severity: "error",
  fixed: true,
  about: `A title has at most ${most2} characters.`,
  check({ title: { length } }) {
    if (length <= most2) return null;
    return {
      message: `The title has ${length} characters, expected at most ${most2}.`,
      remedy: `Shorten the title by ${length - most2} characters.`
    };
  }
};
var titleTooShort = {
  id: "title-too-short",
  severity: "warning",
  about: `A title has at least ${least2} characters; some sites refuse a shorter one.`,
  check({ title: title2 }) {
    const { length } = visibleText(title2);
    if (length === 0 || length >= least2) return null;
    return {
      message: `The title has ${length} characters, expected at least ${least2}.`,
      remedy: "Write a title that tells what the text is about."
    };
  }
};

// src/curation/rules/unreadable-markdown.ts
var unreadableMarkdown = {
  id: "unreadable-markdown",
  severity: "error",
  about: "A text can be parsed in time: it is not nested hundreds of levels deep, and has no thousands of links or brackets in one paragraph, nor tens of thousands of lists or cells.",
  check(draft, context) {
    return context.texts(draft).filter(({ tree, text }) => tree === null && text.length <= mostCharacters[draft.kind]).map(({ name }) => ({
      message: `The Markdown of the ${name} takes too long to be checked, expected no deep nesting, and no thousands of links or cells.`,
      remedy: "Split the text, and take out nested quotes and lists."
    }));
  }
};

// src/curation/rules.ts
var comparingRules = [
  duplicateId,
  duplicateTitle,
  recurringText,
  similarText
];
var draftRules = [
  badTag,
  bodyTooShort,
  dataImage,
  diagram,
  emojiPicture,
  disableComment,
  emptyBody,
  emptyTitle,
  foreignSyntax,
  hiddenText,
  htmlElement,
  htmlTable,
  imageHost,
  imageMissing,
  imageTooBig,
  imageType,
  internalAddress,
  machineTitle,
  math,
  mention2,
  noTags,
  onlyHeading,
  placeholder,
  relativeImage,
  secret,
  titleTooLong,
  titleTooShort,
  tooManyTags,
  unreadableMarkdown
];
var ruleInfos = [
  ...draftRules,
  ...comparingRules,
  ...dialectRules,
  ...sourceRules
].sort((a, b) => a.id < b.id ? -1 : 1);

// src/curation/disabled-by.ts
var varying = /* @__PURE__ */ new Set([
  "image-unavailable",
  ...[...draftRules, ...comparingRules].flatMap(({ id, varies }) => varies ? [id] : [])
]);
function disabledBy(draft, findings) {
  if (!textsOf(draft).some(({ text }) => text.includes("stack-publish-disable")))
    return { left: findings, idle: [] };
  const comments3 = parsedTexts(draft).flatMap(
    ({ name: field, text, tree }) => tree === null ? [] : disableComments(text, tree).map((comment) => ({ ...comment, field }))
  );
  const usable = Map.groupBy(comments3.filter(isUsable), ({ rule }) => rule);
  const used = /* @__PURE__ */ new Set();
  const left3 = findings.filter(({ rule, at }) => {
    const passing = canBeDisabled(rule) ? (usable.get(rule) ?? []).filter((comment) => covers(comment, at)) : [];
    for (const comment of passing) used.add(comment);
    return passing.length === 0;
  });
  const placeOf = placesOf(draft);
  const idle = [...usable.values()].flat().flatMap((comment) => {
    if (used.has(comment) || varying.has(comment.rule)) return [];
    const at = { field: comment.field, offset: comment.start };
    return [
      {
        rule: "disable-comment",
        severity: "warning",
        source: draft.key,
        provenance: draft.provenance,
        place: placeOf(at) ?? draft.place,
        at,
        message: `The comment lets nothing pass: \`${comment.rule}\` finds nothing in the block behind it, or in its line.`,
        remedy: "Take it out, or move it right before the place that it is for."
      }
    ];
  });
  return { left: left3, idle };
}
function covers({ field, scope, isFirst }, at) {
  if (at === void 0) return isFirst;
  return at.field === field && at.offset >= scope.start && at.offset < scope.end;
}

// src/curation/curate.ts
function examine(draft, context) {
  return findingsOf(draft, draftRules, (rule) => rule.check(draft, context));
}
function curate(drafts, options) {
  const { known: known2, recorded = /* @__PURE__ */ new Map(), rules: rules2 } = options;
  const context = curationContext(drafts, known2, recorded);
  const alone = draftContext(null);
  const { found = (draft) => examine(draft, alone) } = options;
  const findings = drafts.flatMap((draft) => {
    const compared = findingsOf(draft, comparingRules, (rule) => rule.check(draft, context));
    const { left: left3, idle } = disabledBy(draft, [...found(draft), ...compared]);
    const byRule = Map.groupBy([...left3, ...idle], ({ rule }) => rule);
    return [...byRule.values()].flatMap(listed);
  });
  return applySeverity(findings, rules2);
}
function findingsOf(draft, rules2, check) {
  const placeOf = placesOf(draft);
  return rules2.flatMap(
    (rule) => [check(rule) ?? []].flat().map(({ at, place, severity, message, remedy: remedy2 }) => ({
      rule: rule.id,
      severity: severity ?? rule.severity,
      source: draft.key,
      provenance: draft.provenance,
      place: (at ? placeOf(at) : place) ?? draft.place,
      ...at && { at },
      message,
      remedy: remedy2
    }))
  );
}

// src/curation/unavailable-images.ts
function unavailableImages(draft, addressOf2) {
  const { images = [], key: source, provenance } = draft;
  const missing2 = images.filter(
    ({ file }) => typeof file !== "string" && addressOf2(file.path) === null
  );
  if (missing2.length === 0) return [];
  const placeOf = placesOf(draft);
  const points = missing2.map(({ url, field, start }) => ({ url, at: { field, offset: start } }));
  const findings = points.map(({ url, at }) => ({
    rule: "image-unavailable",
    severity: "warning",
    source,
    provenance,
    place: placeOf(at) ?? draft.place,
    at,
    message: `The image ${quoted(url)} will not show: API v2.3 takes no images, and the repository is not known to be open to every reader.`,
    remedy: "Set `destination.api` to v3, or write the whole address of an image that every reader can open."
  }));
  return listed(findings);
}

// src/sources/linked-files.ts
function linkedFiles(drafts, recorded, files) {
  const bySource = memoize(() => {
    const articles = /* @__PURE__ */ new Map();
    const questions = /* @__PURE__ */ new Map();
    const known2 = recorded.flatMap(
      ({ key, record: { kind, title: title2, provenance } }) => provenance === null ? [] : [{ key, kind, title: title2, provenance }]
    );
    for (const { key, kind, title: title2, provenance } of [...known2, ...drafts]) {
      if (provenance.kind !== "file") continue;
      const { path } = provenance;
      if (kind === "article") articles.set(path, key);
      else
        for (const anchor3 of [anchorOf(title2), parseSourceKey(key).question])
          if (anchor3) questions.set(`${path}#${anchor3}`, key);
    }
    return { articles, questions };
  });
  const paths = memoize(() => {
    const found = /* @__PURE__ */ new Map();
    for (const { path } of files) {
      found.set(path, "file");
      for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        const folder = path.slice(0, at);
        if (found.has(folder)) break;
        found.set(folder, "folder");
      }
    }
    return found;
  });
  return linksIn({
    get articles() {
      return bySource().articles;
    },
    get questions() {
      return bySource().questions;
    },
    get paths() {
      return paths();
    }
  });
}
function linksIn(table) {
  return {
    sourceAt(path, anchor3) {
      const question = anchor3 === null ? void 0 : table.questions.get(`${path}#${anchor3}`);
      return question ?? table.articles.get(path) ?? null;
    },
    kindOf: (path) => path === "" ? "folder" : table.paths.get(path) ?? "missing",
    table
  };
}
var mark2 = "source:";
function linkDependencies(targets, { sourceAt }) {
  return Object.fromEntries(
    targets.map((target) => [target, `${mark2}${sourceAt(...partsOf(target)) ?? ""}`])
  );
}
function linksAsBefore({ dependsOn }, { sourceAt }) {
  return Object.entries(dependsOn).every(
    ([target, known2]) => !isLink(known2) || known2.slice(mark2.length) === (sourceAt(...partsOf(target)) ?? "")
  );
}
function isLink(known2) {
  return known2?.startsWith(mark2) ?? false;
}
function partsOf(target) {
  const at = target.indexOf("#");
  return at === -1 ? [target, null] : [target.slice(0, at), target.slice(at + 1)];
}

// src/commands/assess.ts
function assessor(context) {
  const { pictures: pictures2, forge } = context;
  const known2 = draftContext(context.repository);
  const repository = { ...linksIn(context.links), forge };
  return async (drafts) => {
    const emojiOf = await emojiFor(drafts.flatMap(({ body, answer }) => [body, answer ?? ""]));
    return drafts.map((draft) => {
      const found = examine(draft, known2);
      const { content, targets, findings } = fit(draft, { pictures: pictures2, repository, emojiOf });
      return { content, targets, findings: [...found, ...findings] };
    });
  };
}
function fit(draft, {
  pictures: pictures2,
  ...options
}) {
  const { content, targets, remarks: remarks2 } = compose(draft, null, { ...options, pictures: pictures2 });
  const findings = [
    ...dialectFindings(draft, remarks2),
    ...lengthFindings(draft, content),
    ...pictures2.on === "site" ? [] : unavailableImages(draft, (path) => forgePicture(pictures2.pages, path))
  ];
  return { content, targets, findings };
}

export {
  textDigest,
  baseOf,
  withoutAnswer,
  withAnswerOf,
  withEmoji,
  emojiFor,
  applySeverity,
  curate,
  isRepositoryAddress,
  repositoryPath,
  firstHeading,
  linkedFiles,
  linkDependencies,
  linksAsBefore,
  isLink,
  assessor
};
