import {
  schemaProblems
} from "./yaml.schema-problems.js";
import {
  editorsSchema,
  oneOf,
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
  blankComments,
  commentsIn,
  cutComments,
  endBeforeBlankLines,
  endOf,
  fenceAt,
  headingsOf,
  isBlankMarkdown,
  lineAfter,
  lineIndex,
  lineStart,
  listed,
  nodesOf,
  plainText,
  quoted,
  skipBlankLines,
  sliceOf,
  startOf,
  startOfOpenBlock,
  trimBlankLines
} from "./markdown.headings.js";
import {
  longestMarkdown,
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  articleTypes
} from "./model.draft.js";
import {
  isObject
} from "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";

// src/sources/reading.ts
function attributesCut({
  attributes,
  start
}) {
  if (attributes === null) return [];
  return [
    {
      rule: "heading-attributes",
      severity: "warning",
      offset: start,
      message: `The heading ends in ${quoted(attributes)}, which is no part of the title.`,
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

// src/markdown/html-elements.ts
var names = (text2) => new Set(text2.split(" "));
var empty = names("area base br col embed hr img input link meta param source track wbr");
var raw = names("iframe noembed noframes script style textarea title xmp");
var separate = names("a dd dt li option p td th tr");
var blocks = names(
  "article aside blockquote center details dialog div dl fieldset figure footer form header main menu nav ol pre section summary table ul"
);
var htmlToken = /<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][^\s/>"'<]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
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
function joined(elements) {
  const outer = [];
  for (const element of elements) {
    const last = outer.at(-1);
    if (element.end <= element.start) continue;
    if (!last || element.start >= last.end) outer.push(element);
    else last.end = Math.max(last.end, element.end);
  }
  return outer;
}
function tagsOf(text2, block) {
  const tags2 = [];
  for (const node of nodesOf(block)) {
    if (node.type !== "html") continue;
    let within = null;
    for (const found of sliceOf(text2, node).matchAll(htmlToken)) {
      const [tag, slash, written = ""] = found;
      const name = written.toLowerCase();
      const isEnd = slash === "/";
      if (within !== null && !(isEnd && name === within)) continue;
      within = raw.has(name) && !isEnd ? name : null;
      const isNone2 = name === "" || empty.has(name) || raw.has(name);
      if (isNone2 || !isEnd && tag.endsWith("/>")) continue;
      const start = startOf(node) + found.index;
      tags2.push({ name, isEnd, start, end: start + tag.length });
    }
  }
  return tags2;
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
  const textOf2 = (key) => {
    const value = map[key];
    return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
  };
  const isLater = (key) => {
    const [day] = /^\d{4}-\d\d-\d\d(?!\d)/.exec(textOf2(key)) ?? [];
    return day !== void 0 && Date.parse(day) > now;
  };
  return [
    ...Object.entries(switches).flatMap(([key, value]) => value.test(textOf2(key)) ? [key] : []),
    ...days.filter(isLater)
  ].map((key) => ({
    rule: "marked-as-draft",
    severity: "warning",
    offset: offsetOf(key),
    message: `\`${key}\` is ${quoted(textOf2(key))}, which other tools take for a draft; it is published all the same.`,
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
  transform((tags2) => [...new Set(tags2)])
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
function readMap(tree, { stack, title: title2, tags: tags2 }, { start, label }) {
  const own = isObject(stack) ? stack : { as: stack };
  const form = label ?? (own["as"] === "faq" ? "faq" : "article");
  const isSet = (key) => !isAbsent(own[key]);
  const keyAt = (key) => start + tree.keyAt(isSet(key) ? ["stack"] : [], key);
  const problems = [];
  const schema = frontMatterSchemas[label ?? "any"];
  const read = safeParse(schema, {
    stack: isObject(stack) && form === "article" ? { ...stack, level: null } : stack,
    title: isSet("title") ? null : title2,
    tags: isSet("tags") ? null : tags2
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
    const text2 = textOf(comment);
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
  const unclosed = [...open.values()].flat().filter(({ comment }) => surelyOpens.test(textOf(comment)));
  return { pairs: pairs.sort((a, b) => a.start - b.start), unclosed };
}
function textOf(comment) {
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
var token = /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+: /;
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
    if (!known && !token.test(plain)) {
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
  attributesCut,
  unclosedHtml,
  findingsOf,
  cutHeading,
  findFrontMatter,
  htmlToken,
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
