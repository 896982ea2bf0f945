import {
  decodeUtf8
} from "./sources.docs.decode-utf8.js";
import {
  findingsOf,
  htmlToken,
  readArticle,
  readNote,
  readOverride,
  twoLabels
} from "./sources.pull-request.read-note.js";
import {
  schemaProblems
} from "./yaml.schema-problems.js";
import {
  _minLength,
  _regex,
  array,
  nullish,
  object,
  parse,
  safeParse,
  strictObject,
  string
} from "./npm.zod.js";
import {
  readYaml
} from "./yaml.yaml-file.js";
import {
  alertMark,
  blankRanges
} from "./markdown.alert-mark.js";
import {
  blankComments,
  endOf,
  endOfOpenBlock,
  formatSourceKey,
  isIndentedCode,
  lineAfter,
  lineIndex,
  linePrefix,
  lineStart,
  nodesOf,
  quoted,
  skipBlankLines,
  sliceOf,
  sourceKey,
  startOf
} from "./markdown.headings.js";
import {
  destinationOf,
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  changeNoun,
  changeSign,
  provenanceText
} from "./model.provenance.js";
import {
  inLink
} from "./model.forge-addresses.js";
import {
  digestOf
} from "./model.digest.js";

// src/sources/release/reverts.ts
var words = {
  "pull-request": /^[ \t]*Reverts (?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})\b/gim,
  "merge-request": /^[ \t]*This reverts merge request (?:([\w.-]+(?:\/[\w.-]+)+))?!([1-9]\d{0,9})\b/gim
};
function revertedBy({
  kind = "pull-request",
  body,
  url
}) {
  const path = new URL(url).pathname.slice(1).toLowerCase();
  const own = kind === "pull-request" ? path.split("/").slice(0, 2).join("/") : path.replace(/\/-\/merge_requests\/.*$/, "");
  const found = body.matchAll(words[kind]);
  const numbers = [...found].flatMap(
    ([, repository = own, number]) => repository.toLowerCase() === own ? [Number(number)] : []
  );
  return [...new Set(numbers)];
}
function revertsAmong(pulls) {
  const known = new Set(pulls.map(({ number }) => number));
  const reverted = /* @__PURE__ */ new Map();
  const lastFirst = pulls.toSorted((a, b) => b.mergedAt - a.mergedAt || b.number - a.number);
  for (const pull of lastFirst) {
    if (reverted.has(pull.number)) continue;
    for (const number of revertedBy(pull))
      if (known.has(number) && number !== pull.number) reverted.set(number, pull.number);
  }
  return reverted;
}

// src/sources/release/member-note.ts
function memberNote(pull, { labels, overrides, now }) {
  const names2 = new Set(pull.labels.map((label) => label.toLowerCase()));
  const isMarked = names2.has(labels.article.toLowerCase());
  const isFaq = names2.has(labels.faq.toLowerCase());
  const override = overrides.get(pull.number) ?? null;
  const reverts = revertedBy(pull);
  if (!isMarked && !override && reverts.length === 0) return null;
  const read = () => {
    if (override?.problem) return { text: null, problems: [override.problem] };
    if (!override && !isMarked) return { text: null, problems: [] };
    if (!override && isFaq) return { text: null, problems: [twoLabels(labels)] };
    const note = override ? readOverride(override.text, now) : readNote(pull.body, "article", now);
    const text2 = "failed" in note ? note : readArticle(note);
    return "failed" in text2 ? { text: null, problems: text2.failed } : { text: text2, problems: text2.problems };
  };
  const { text, problems } = read();
  const isBreaking = isMarkedBreaking(pull.title) || pull.labels.some(namesBreaking);
  const digest = digestOf({
    labels: [...names2].sort(),
    author: pull.author?.login ?? null,
    breaking: isBreaking,
    note: text && { title: text.title, body: text.body },
    flaws: problems.map(({ rule }) => rule),
    reverts
  });
  return {
    text,
    problems,
    placeOf: override?.placeOf ?? (() => null),
    isBreaking,
    // So many digits tell two notes of one pull request apart.
    digest: digest.slice("sha256:".length).slice(0, 16)
  };
}
function noteFindings(pull, problems, placeOf) {
  return findingsOf(problems, pullName(pull), provenanceOf(pull), placeOf);
}
function provenanceOf({ kind = "pull-request", number }) {
  return { kind, number };
}
function pullName(pull) {
  return provenanceText(provenanceOf(pull));
}
function knownNote(dependsOn, number) {
  const named = (kind) => dependsOn[pullName({ kind, number })];
  return named("pull-request") ?? named("merge-request") ?? null;
}
function isMarkedBreaking(title) {
  return /^\s*[a-z]+(?:\([^()]*\))?!:/i.test(title);
}
function namesBreaking(label) {
  return /(?:^|[^a-z])breaking(?:[^a-z]|$)/i.test(label);
}

// src/sources/release/sort-notes.ts
var nobody = { labels: [], authors: [] };
var others = "Other changes";
function sectionsFrom(labels) {
  const titles = /* @__PURE__ */ new Map();
  for (const [label, title] of Object.entries(labels))
    titles.set(title, [...titles.get(title) ?? [], label]);
  const categories = [...titles].map(([title, some]) => ({ title, labels: some, exclude: nobody }));
  return { exclude: nobody, categories: categories.length > 0 ? categories : null };
}
function sortNotes(notes, { exclude, categories }) {
  const taken = notes.filter((note) => !isExcluded(note, exclude)).toSorted(inOrder);
  if (categories === null) return { sections: sectionsOf([[null, taken]]), uncategorised: [] };
  const placeOf = (note) => {
    const fits = categories.filter((category) => !isExcluded(note, category.exclude));
    return fits.find(({ labels }) => labels.some((label) => hasLabel(note, label))) ?? fits.find(({ labels }) => labels.includes("*")) ?? null;
  };
  const placed = Map.groupBy(taken, placeOf);
  const uncategorised = placed.get(null) ?? [];
  const own = categories.map((each) => [each.title, placed.get(each) ?? []]);
  return { sections: sectionsOf([...own, [others, uncategorised]]), uncategorised };
}
function sectionsOf(parts) {
  const byTitle = Map.groupBy(parts, ([title]) => title);
  return [...byTitle].flatMap(([title, same]) => {
    const notes = same.flatMap(([, some]) => some);
    return notes.length === 0 ? [] : [{ title, notes: notes.toSorted(inOrder) }];
  });
}
function inOrder(a, b) {
  return Number(b.isBreaking) - Number(a.isBreaking) || a.mergedAt - b.mergedAt || a.number - b.number;
}
function isExcluded(note, { labels, authors }) {
  return labels.some((label) => label === "*" || hasLabel(note, label)) || authors.some((author) => isBy(note, author));
}
function hasLabel({ labels }, wanted) {
  return labels.some((label) => label.toLowerCase() === wanted.toLowerCase());
}
function isBy({ author }, wanted) {
  const plain = (name) => name.toLowerCase().replace(/^@/, "").replace(/\[bot\]$/, "");
  if (author === null) return false;
  const isBot = author.endsWith("[bot]");
  return plain(author) === plain(wanted) && (isBot || !wanted.endsWith("[bot]"));
}

// src/markdown/replace-ranges.ts
function replaceRanges(text, replacements) {
  let made = "";
  let at = 0;
  for (const { start, end, by } of replacements.toSorted(
    (a, b) => a.start - b.start || a.end - b.end
  )) {
    if (start < at) continue;
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
}

// src/sources/release/bold-headings.ts
function* boldHeadings(text, tree) {
  for (const node of nodesOf(tree)) {
    if (node.type !== "heading") continue;
    const [start, end] = [beginningOf(text, node), endOf(node)];
    const marks = marksFor(text, node, start);
    if (marks === null) continue;
    const prefix = linePrefix(text, start);
    const line = lineStart(text, startOf(node));
    const isFirst = /[^ \t>]/.test(text.slice(line, startOf(node)));
    const blank = `${prefix.trimEnd()}
`;
    if (line > 0 && !isFirst && !isBlank(text.slice(lineStart(text, line - 1), line)))
      yield { start: line, end: line, by: blank };
    yield* marks;
    const next = text.indexOf("\n", end);
    if (next !== -1 && !isBlank(text.slice(next + 1, lineAfter(text, next + 1))))
      yield { start: next + 1, end: next + 1, by: blank };
  }
}
function beginningOf(text, heading) {
  const start = startOf(heading);
  const [first] = heading.children;
  return first && text[start] !== "#" ? startOf(first) : start;
}
function isBlank(line) {
  return /^[ \t>]*\n?$/.test(line);
}
function marksFor(text, heading, start) {
  const end = endOf(heading);
  const [first, last] = [heading.children.at(0), heading.children.at(-1)];
  if (!first || !last) return [{ start, end, by: "<!-- -->" }];
  const [from, to] = [startOf(first), endOf(last)];
  const outer = [
    { start, end: from, by: "**" },
    { start: to, end, by: "**" }
  ];
  const inner = text.slice(from, to);
  if (!/[*_\\]/.test(inner)) return outer;
  if (inner.includes("\n")) return null;
  const cuts = strongIn(inner);
  const plain = cuts.map((cut) => ({ start: from + cut, end: from + cut + 2, by: "" }));
  const made = cuts.toReversed().reduce((rest, at) => rest.slice(0, at) + rest.slice(at + 2), inner);
  return isAllBold(`**${made}**`) ? [...outer, ...plain] : null;
}
function strongIn(text) {
  const tree = parseMarkdown(text, { emphasis: true });
  return (tree ? nodesOf(tree) : []).flatMap((node) => node.type === "strong" ? [startOf(node), endOf(node) - 2] : []).toSorted((a, b) => a - b);
}
function isAllBold(text) {
  const blocks2 = parseMarkdown(text, { emphasis: true })?.children ?? [];
  const [paragraph] = blocks2;
  return blocks2.length === 1 && paragraph?.type === "paragraph" && paragraph.children.length === 1 && paragraph.children[0]?.type === "strong";
}

// src/sources/release/contain-html.ts
var names = (text) => new Set(text.split(" "));
var leaking = names("a b code em i s strike strong");
var lists = names("ul ol");
var blocks = names("li ul ol pre blockquote details");
var strays = names("li ul ol details");
var unended = /<(?:[!?](?!--)[^>]*|\/?[a-z][^\s/>"'<]*(?:"[^"]*"|'[^']*'|[^"'<>])*(?:(?<double>")[^"]*|(?<single>')[^']*)?)$/i;
function containHtml(text, nodes) {
  const splices = [];
  const inFlow = /* @__PURE__ */ new Set();
  let open = [];
  let footnoteEnd = 0;
  for (const node of nodes) {
    for (const child of holds(node)) inFlow.add(child);
    if (node.type === "footnoteDefinition") footnoteEnd = Math.max(footnoteEnd, endOf(node));
    if (node.type !== "html" || startOf(node) < footnoteEnd) continue;
    const slice = sliceOf(text, node).trimEnd();
    const end = endOfTag(slice);
    const at = startOf(node) + slice.length;
    if (end !== "") splices.push({ start: at, end: at, by: end });
    for (const { index, 0: tag, 1: slash, 2: written = "" } of `${slice}${end}`.matchAll(
      htmlToken
    )) {
      const name = written.toLowerCase();
      if (!blocks.has(name) && !leaking.has(name)) continue;
      if (slash === "") {
        if (name !== "li" || open.some((each) => lists.has(each))) open.push(name);
        continue;
      }
      const last = open.lastIndexOf(name);
      if (last !== -1) {
        const ends2 = blocks.has(name) ? blocks : names("");
        open = open.filter((each, n) => n < last || n > last && !ends2.has(each));
      } else if (strays.has(name)) {
        const start = startOf(node) + index;
        splices.push({ start, end: start + tag.length, by: inFlow.has(node) ? "</div>" : "" });
      }
    }
  }
  const ends = open.toReversed().map((name) => name === "li" ? "" : `</${name}>`);
  return { splices, closing: ends.join("") };
}
function endOfTag(html) {
  if (/<!--(?![^]*-->)/.test(html)) return "-->";
  const found = unended.exec(html);
  if (!found) return "";
  return `${found.groups?.["double"] ?? found.groups?.["single"] ?? ""}>`;
}
var flow = /* @__PURE__ */ new Set([
  "root",
  "blockquote",
  "listItem",
  "footnoteDefinition"
]);
function holds(node) {
  return "children" in node && flow.has(node.type) ? node.children : [];
}

// src/sources/release/entry.ts
function unread(text) {
  return { text, begins: "block", end: null, indent: 2 };
}
function asEntry(text) {
  const tree = parseMarkdown(text);
  if (tree === null) return unread(text);
  const only = onlyItem(text, tree) ?? withoutIndent(text, tree);
  if (only !== null) return asEntry(only);
  const blocks2 = tree.children.filter(isShown);
  const [first, last] = [blocks2.at(0), blocks2.at(-1)];
  const isWords = last?.type === "paragraph" && canBeFollowed(text, tree, last);
  const at = isWords ? endOf(last) : text.length;
  return {
    text,
    begins: beginningOf2(text, first),
    end: { at, isInWords: isWords },
    indent: hasTabs(text, tree) ? 4 : 2
  };
}
function canBeFollowed(text, tree, last) {
  const end = endOf(last);
  const written = sliceOf(text, last);
  if (/(?:^|\n)[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]*$/.test(written)) return false;
  if (!written.includes("[")) return true;
  const followed = parseMarkdown(`${text.slice(0, end)} ([1](1))${text.slice(end)}`);
  const before = (root) => nodesOf(root).flatMap((node) => startOf(node) < end ? [`${node.type} ${startOf(node)}`] : []);
  return followed !== null && before(followed).join() === before(tree).join();
}
function onlyItem(text, { children }) {
  const [list, more] = children;
  if (list?.type !== "list" || more !== void 0 || list.ordered === true) return null;
  const [item, other] = list.children;
  const [first] = item?.children ?? [];
  if (other !== void 0 || first?.type !== "paragraph") return null;
  if (text.includes("	") || isBox(text.slice(startOf(first)))) return null;
  const width = startOf(first) - lineStart(text, startOf(first));
  const [begun = "", ...lines] = text.slice(startOf(first)).split("\n");
  if (lines.some((line) => line.slice(0, width).trim() !== "")) return null;
  return [begun, ...lines.map((line) => line.slice(width))].join("\n");
}
function withoutIndent(text, { children: [first] }) {
  const isBefore = text.startsWith(" ") && (first?.type === "paragraph" || first?.type === "html");
  return isBefore ? text.replace(/^ +/, "") : null;
}
function isBox(text) {
  return /^\[[ xX]\]\s/.test(text);
}
function beginningOf2(text, first) {
  if (first?.type === "paragraph")
    return isBox(text.slice(startOf(first))) || /^-+[ \t]*(?:\n|$)/.test(text) ? "block" : "words";
  const isTight = first?.type === "list" && !/\n[ \t]*\n/.test(sliceOf(text, first));
  return isTight && /^ {0,3}(?:[-+*]|1[.)])[ \t]+[^\s*+-]/.test(text) ? "list" : "block";
}
function hasTabs(text, { children }) {
  if (!text.includes("	")) return false;
  const fences = children.filter((node) => node.type === "code" && !isIndentedCode(text, node));
  const ranges = fences.map((node) => ({ start: startOf(node), end: endOf(node) }));
  return /^(?:[ >*+-]|\d{1,9}[.)])*\t/m.test(blankRanges(text, ranges));
}
function isShown(node) {
  const isComment = node.type === "html" && blankComments(node.value).trim() === "";
  return node.type !== "definition" && node.type !== "footnoteDefinition" && !isComment;
}

// src/sources/release/inline-labels.ts
function* inlineLabels(text, tree, name) {
  const nodes = nodesOf(tree);
  const targets = /* @__PURE__ */ new Map();
  for (const node of nodes)
    if (node.type === "definition") {
      if (!targets.has(node.identifier)) targets.set(node.identifier, targetOf(text, node));
    } else if (node.type === "link" || node.type === "image") {
      const place = destinationOf(node);
      if (place && isTagLike(text, place.start, node)) yield { ...place, by: inLink(node.url) };
    }
  for (const node of nodes)
    if (node.type === "linkReference" || node.type === "imageReference") {
      const target = targets.get(node.identifier);
      if (target !== void 0)
        yield { start: labelStart(text, node), end: endOf(node), by: target };
    }
  if (targets.size > 0) yield* withoutDefinitions(text, nodes, name);
  yield* namedFootnotes(text, nodes, name);
}
function labelStart(text, node) {
  const end = endOf(node);
  if (node.referenceType === "shortcut") return end;
  if (node.referenceType === "collapsed") return end - "[]".length;
  let start = end - 1;
  do
    start = text.lastIndexOf("[", start - 1);
  while (start > startOf(node) && isEscaped(text, start));
  return start;
}
function isEscaped(text, offset) {
  let before = offset;
  while (text[before - 1] === "\\") before -= 1;
  return (offset - before) % 2 === 1;
}
function targetOf(text, node) {
  const after = destinationOf(node)?.end ?? endOf(node);
  const title = text.slice(after, endOf(node)).replaceAll(/\s*\n[ \t>]*/g, " ");
  return `(${addressOf(text, node)}${title.trimEnd()})`;
}
function addressOf(text, node) {
  const place = destinationOf(node);
  if (!place) return "<>";
  const written = text.slice(place.start, place.end);
  const isOther = isTagLike(text, place.start, node) || written.endsWith("\\");
  return isOther ? inLink(node.url) : written;
}
function isTagLike(text, at, { url }) {
  return text[at] === "<" && url !== "" && !/^[a-z][a-z\d+.-]*:/i.test(url);
}
function* withoutDefinitions(text, nodes, name) {
  for (const parent of nodes) {
    if (!("children" in parent)) continue;
    const children = parent.children;
    let before;
    for (const [n, node] of children.entries()) {
      if (node.type !== "definition") {
        before = node;
        continue;
      }
      const [start, end] = [startOf(node), endOf(node)];
      const next = children[n + 1];
      const grows = before?.type === "list" && next !== void 0 && (next.type === "list" || isIndentedCode(text, next));
      const isBelow = next !== void 0 && /^[ \t]*\n[^\n]*$/.test(text.slice(end, wordsOf(next)));
      if (grows) yield { start, end, by: "<!-- -->" };
      else if (isBelow && (next.type === "definition" || isWord(text, next)))
        yield { start, end: startOf(next), by: "" };
      else if (isBelow) yield { start, end, by: `[${name}-${start}]: ${addressOf(text, node)}` };
      else yield { start, end, by: "" };
    }
  }
}
function isWord(text, node) {
  return node.type === "paragraph" && new RegExp("^\\p{L}[^\\n]*(?:$|\\n[^|:-]*(?:\\n|$))", "u").test(sliceOf(text, node));
}
function wordsOf(node) {
  const [first] = node.type === "heading" ? node.children : [];
  return startOf(first ?? node);
}
function* namedFootnotes(text, nodes, name) {
  const own = /* @__PURE__ */ new Set();
  for (const node of nodes) if (node.type === "footnoteDefinition") own.add(node.identifier);
  if (own.size === 0) return;
  for (const node of nodes) {
    const [start, end] = [startOf(node), endOf(node)];
    if (node.type === "footnoteReference" || node.type === "footnoteDefinition")
      yield { start, end: start + "[^".length, by: `[^${name}-` };
    else if (node.type === "text") {
      for (const { index, 1: label = "" } of text.slice(start, end).matchAll(/(?<!\\)!\[\^([^[\]\s]{1,999})\]/g))
        if (own.has(label.toLowerCase())) {
          const at = start + index + "!".length;
          yield { start: at, end: at + "[^".length, by: `[^${name}-` };
        }
    }
  }
}

// src/sources/release/fit-entry.ts
function fitEntry(note, name) {
  const written = withoutBlanks(note.replaceAll(/\r\n?/g, "\n"));
  const first = parseMarkdown(written);
  if (first === null) return unread(written);
  const fitted = ended(
    replaceRanges(written, [
      ...inlineLabels(written, first, name),
      ...boldHeadings(written, first),
      ...alerts(written, first)
    ])
  );
  const tree = parseMarkdown(fitted);
  if (tree === null) return unread(fitted);
  const { splices, closing } = containHtml(fitted, nodesOf(tree));
  return closed(asEntry(withoutBlanks(replaceRanges(fitted, splices))), closing);
}
function ended(text) {
  const tree = parseMarkdown(text);
  const end = tree ? endOfOpenBlock(text, tree) : "";
  return end === "" ? text : `${text}
${end}`;
}
function closed(entry, closing) {
  if (closing === "") return entry;
  const { text, end } = entry;
  const made = `${text}

${closing}`;
  return {
    ...entry,
    text: made,
    end: end?.isInWords === false ? { ...end, at: made.length } : end
  };
}
function withoutBlanks(text) {
  let end = text.length;
  while (end > 0 && " 	\n".includes(text.charAt(end - 1))) end -= 1;
  return text.slice(skipBlankLines(text, 0), end);
}
function alerts(text, tree) {
  return tree.children.flatMap((node) => {
    const found = alertMark(text, node);
    return found ? [{ start: found.start, end: found.end, by: `**${found.name}**` }] : [];
  });
}

// src/sources/release/write-body.ts
function writeBody(sections) {
  return sections.map(({ title, notes }) => {
    const list = notes.map(writeNote).join("\n");
    return title === null ? list : `## ${escapeMarkdown(title)}

${list}`;
  }).join("\n\n");
}
function writeNote(note) {
  const link = `[${changeSign(note.kind)}${note.number}](${inLink(note.url)})`;
  const { text, begins, end, indent } = fitEntry(note.text, `n${note.number}`);
  const name = note.title === null ? "" : `**${escapeMarkdown(note.title)}**`;
  const isLed = end === null || begins !== "words" && (name === "" || !end.isInWords);
  const lead = isLed ? [name, name === "" ? `${link}:` : `(${link})`].join(" ").trim() : name;
  const tail = isLed ? "" : `${end.isInWords ? " " : "\n\n"}(${link})`;
  const at = end?.at ?? text.length;
  const whole = withoutBlanks(`${text.slice(0, at)}${tail}${text.slice(at)}`);
  const gap = isLed && begins === "list" ? "\n" : "\n\n";
  const [first = "", ...rest] = [lead, whole].filter((part) => part !== "").join(gap).split("\n");
  return [`-${" ".repeat(indent - 1)}${first}`, ...rest.map((line) => indented(line, indent))].join(
    "\n"
  );
}
function indented(line, by) {
  return line === "" ? "" : `${" ".repeat(by)}${line}`;
}
function escapeMarkdown(text) {
  return text.replaceAll(/\s+/g, " ").trim().replaceAll(/[\\`*_[\]<>|]|&(?=#?\w+;)|^[#+-](?=\s)|#+$|~(?=~)/g, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

// src/sources/release/release-facts.ts
function releaseKey(tag) {
  return formatSourceKey(sourceKey({ kind: "release", tag }, null));
}
function titleOf({ name, tag }) {
  const line = name.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return line || tag;
}
function releaseFacts(release, overrides) {
  const { tag, commit } = release;
  return {
    release: digestOf({ title: titleOf(release) }),
    tag: commit,
    [overrides.pathOf(tag)]: overrides.revisionOf(tag)
  };
}
function isStale(release, { dependsOn, members }, { overrides, notes }) {
  const isOther = (name, now) => (dependsOn[name] ?? null) !== now;
  const facts = Object.entries(releaseFacts(release, overrides));
  if (facts.some(([name, now]) => isOther(name, now))) return true;
  return (members ?? []).some((number) => {
    const note = notes.get(number);
    if (note !== void 0 && knownNote(dependsOn, number) !== (note?.digest ?? null)) return true;
    return isOther(overrides.pathOf(number), overrides.revisionOf(number));
  });
}
function releaseFindings(tag, problems, placeOf = () => null) {
  return findingsOf(problems, releaseKey(tag), { kind: "release", tag }, placeOf);
}

// src/sources/release/release-draft.ts
function releaseDraft(release, { sources: { releases }, defaults }, { body, madeFrom, marking = null, title: own = null }) {
  const title = own ?? titleOf(release);
  const tags = marking?.tags?.tags ?? [...new Set(defaults.tags)];
  const configured = releases === false ? null : releases.type;
  const type = marking?.type ?? configured ?? defaults.type ?? "announcement";
  return {
    key: releaseKey(release.tag),
    revision: digestOf({ title, body, tags, type }),
    provenance: { kind: "release", tag: release.tag },
    kind: "article",
    title,
    body,
    answer: null,
    tags,
    type,
    editors: marking?.editors ?? defaults.editors ?? null,
    place: null,
    bodyLine: 1,
    madeFrom
  };
}
function saysNothing(expected) {
  return {
    rule: "release-empty",
    severity: "warning",
    offset: 0,
    message: `The release has nothing to say to readers, expected ${expected}: it makes no Article.`,
    remedy: "Write what readers should know, or leave it so."
  };
}

// src/sources/release/make-release.ts
function makeRelease({ release, known, members, pulls }, options) {
  const { tag } = release;
  const findings = [];
  const dependsOn = { ...releaseFacts(release, options.files) };
  const notes = [];
  const reverts = revertsAmong(pulls);
  for (const pull of pulls) {
    const { number } = pull;
    const sign = changeSign(pull.kind);
    const note = memberNote(pull, options);
    if (note === null) continue;
    dependsOn[pullName(pull)] = note.digest;
    dependsOn[options.files.pathOf(number)] = options.files.revisionOf(number);
    const by = reverts.get(number);
    if (by !== void 0 && note.text !== null)
      findings.push(...noteFindings(pull, [isReverted(sign, by)], note.placeOf));
    if (by !== void 0) continue;
    const [grave, light] = parted(note.problems);
    const told = grave.map((problem) => inPull(problem, pull));
    findings.push(...releaseFindings(tag, told, note.placeOf));
    findings.push(...noteFindings(pull, light, note.placeOf));
    if (note.text !== null) notes.push(entryOf(pull, note.text, note.isBreaking));
  }
  const head = readHead(options);
  findings.push(...releaseFindings(tag, head.problems, options.own?.placeOf));
  const { sections, uncategorised } = sortNotes(notes, options.sections);
  if (uncategorised.length > 0)
    findings.push(...releaseFindings(tag, [fitsNowhere(uncategorised)]));
  if (known && isMoved(release, known)) findings.push(...releaseFindings(tag, [movedTag]));
  const body = [head.body.trim(), writeBody(sections)].filter((part) => part !== "").join("\n\n");
  if (body === "") {
    findings.push(...releaseFindings(tag, [saysNothing("a note of a pull request in it")]));
    return { draft: null, findings };
  }
  const there = Object.entries(dependsOn).filter(
    (each) => each[1] !== null
  );
  const madeFrom = { members, dependsOn: Object.fromEntries(there) };
  return { draft: releaseDraft(release, options.config, { ...head, body, madeFrom }), findings };
}
function entryOf({ kind = "pull-request", number, url, labels, author, mergedAt }, { title, body: text }, isBreaking) {
  const by = author?.login ?? null;
  return { kind, number, url, title, text, labels, author: by, mergedAt, isBreaking };
}
function readHead({ own, now }) {
  const none = { marking: null, title: null, body: "" };
  if (own === null) return { ...none, problems: [] };
  if (own.problem) return { ...none, problems: [own.problem] };
  const note = readOverride(own.text, now);
  if ("failed" in note) return { ...none, problems: note.failed };
  const { marking } = note;
  const text = readArticle(note);
  if ("failed" in text)
    return { ...none, marking, title: marking?.title?.title ?? null, problems: [] };
  return { marking, ...text };
}
function parted(problems) {
  const isLight = ({ severity }) => severity === "warning";
  return [problems.filter((each) => !isLight(each)), problems.filter(isLight)];
}
function inPull(problem, { kind = "pull-request", number }) {
  const noun = changeNoun(kind).replace(/^./, (first) => first.toUpperCase());
  return { ...problem, message: `${noun} ${changeSign(kind)}${number}: ${problem.message}` };
}
function isMoved({ commit }, { record }) {
  const before = record.dependsOn["tag"] ?? null;
  return before !== null && commit !== null && before !== commit;
}
function isReverted(sign, by) {
  return {
    rule: "release-reverted",
    severity: "warning",
    offset: 0,
    message: `The note is left out of its release: ${sign}${by} reverted it in the same release.`,
    remedy: "Remove its label if you do not want to be told of it."
  };
}
function fitsNowhere(notes) {
  const numbers = notes.map(({ kind, number }) => `${changeSign(kind)}${number}`).join(", ");
  return {
    rule: "release-uncategorised",
    severity: "warning",
    offset: 0,
    message: `No section takes ${numbers}, expected one with a label of theirs: they stand last.`,
    remedy: "Give them a label of a section, or add a section with the label `*`."
  };
}
var movedTag = {
  rule: "release-tag-moved",
  severity: "warning",
  offset: 0,
  message: "The tag of the release names another commit than before, expected the same: the Article keeps the pull requests that were in it.",
  remedy: "Run `stack-publish plan --recompose` to take those that are in it now."
};

// src/sources/release/overrides.ts
var folder = ".stack-publish/notes";
async function overridesIn(tree) {
  const pathOf = (name) => `${folder}/${name}.md`;
  const own = (await tree.files()).filter(({ path }) => path.startsWith(`${folder}/`));
  const byPath = new Map(own.map((file) => [file.path, file]));
  return {
    pathOf,
    revisionOf: (name) => byPath.get(pathOf(name))?.revision ?? null,
    numbers: own.flatMap(({ path }) => {
      const [, number] = /^\/([1-9]\d{0,9})\.md$/.exec(path.slice(folder.length)) ?? [];
      return number === void 0 ? [] : [Number(number)];
    }),
    async read(names2) {
      const files = names2.flatMap((name) => byPath.get(pathOf(name)) ?? []);
      const texts = files.length === 0 ? /* @__PURE__ */ new Map() : await readAll(tree, files);
      return new Map(
        names2.flatMap((name) => {
          const text = texts.get(pathOf(name));
          return text ? [[name, text]] : [];
        })
      );
    }
  };
}
async function readAll(tree, files) {
  const found = /* @__PURE__ */ new Map();
  const fail = (path, seen, line = null) => {
    const placeOf = () => ({ file: path, line, column: null });
    found.set(path, { path, text: "", placeOf, problem: unreadable(seen) });
  };
  for (const { path, kind } of files) if (kind !== "file") fail(path, kind);
  const readable = files.filter(({ kind }) => kind === "file");
  for await (const { file, bytes } of tree.read(readable)) {
    const { path } = file;
    const decoded = decodeUtf8(bytes);
    if (decoded.text === null) {
      fail(path, decoded.seen, decoded.line);
      continue;
    }
    const { text } = decoded;
    const at = lineIndex(text);
    const placeOf = (offset) => ({ file: path, ...at(offset) });
    found.set(path, { path, text, placeOf, problem: null });
  }
  return found;
}
function unreadable(seen) {
  return {
    rule: "release-override",
    offset: 0,
    message: `Seen in the place of a note: ${quoted(seen)}, expected a text file.`,
    remedy: "Save the note as UTF-8 in a file of its own, or remove the file."
  };
}

// src/sources/release/release-file.ts
var longest = 32768;
function schemaOf(isStrict) {
  const map = (shape, expected) => {
    const loose = object(shape, expected);
    return isStrict ? strictObject(shape, expected) : loose;
  };
  const names2 = array(string("a name"), "a list of names");
  const exclude = nullish(
    map({ labels: nullish(names2), authors: nullish(names2) }, "a map with labels and authors")
  );
  const category = map(
    {
      title: string("a title").check(_regex(/\S/, "a title")),
      labels: names2.check(_minLength(1, "a list of labels, at least one")),
      exclude
    },
    "a map with title, labels and exclude"
  );
  const changelog = map(
    { exclude, categories: nullish(array(category, "a list of categories")) },
    "a map with exclude and categories"
  );
  return map({ changelog: nullish(changelog) }, "a map with changelog");
}
var [strictFile, looseFile] = [schemaOf(true), schemaOf(false)];
function parseReleaseFile(text) {
  if (text.length > longest)
    return failed([
      { offset: 0, seen: `the file has ${text.length} characters, expected at most ${longest}` }
    ]);
  const { tree, problems } = readYaml(text);
  if (tree === null || problems.length > 0)
    return failed(problems.map(({ offset, message }) => ({ offset, seen: message })));
  const value = tree.value ?? {};
  const strict = safeParse(strictFile, value);
  const found = strict.success ? [] : schemaProblems(strict.error.issues, tree, strictFile);
  const grave = found.filter(({ unknown }) => unknown === null);
  if (grave.length > 0)
    return failed(
      grave.map(({ offset, seen, expected }) => ({
        offset,
        seen: `${seen}, expected ${expected}`
      }))
    );
  const { changelog } = parse(looseFile, value);
  const categories = changelog?.categories?.map(({ title, labels, exclude }) => ({
    title: title.trim(),
    labels,
    exclude: exclusionOf(exclude)
  }));
  return {
    sections: { exclude: exclusionOf(changelog?.exclude), categories: categories ?? null },
    problems: found.map(unknownKey)
  };
}
function exclusionOf(given) {
  return { labels: given?.labels ?? [], authors: given?.authors ?? [] };
}
function failed(flaws) {
  const problems = flaws.map(({ offset, seen }) => ({
    rule: "release-file",
    offset,
    message: `The file of the release's sections is not understood: ${seen}.`,
    remedy: 'Correct it, as GitHub describes it under "automatically generated release notes".'
  }));
  return { sections: null, problems };
}
function unknownKey({ offset, seen, expected, nearest, unknown }) {
  const isAuthors = unknown?.key === "authors";
  return {
    rule: "release-file-key",
    severity: "warning",
    offset,
    message: `Seen: ${seen}, expected ${expected}: it means nothing.`,
    remedy: isAuthors ? "Use `exclude: { authors: […] }`: a category takes pull requests by label alone." : `${nearest === null ? "Remove it" : `Write \`${nearest}\``}.`
  };
}

// src/sources/release/read-sections.ts
var paths = [".github/release.yml", ".github/release.yaml"];
async function readSections(tree, { sources: { releases } }) {
  const files = await tree.files();
  const named = paths.flatMap((path) => files.find((each) => each.path === path) ?? []);
  for await (const { file, bytes } of tree.read(named.slice(0, 1))) {
    const decoded = decodeUtf8(bytes);
    const { sections, problems } = decoded.text === null ? failed([{ offset: 0, seen: `it has ${decoded.seen}, expected UTF-8 text` }]) : parseReleaseFile(decoded.text);
    const at = lineIndex(decoded.text ?? "");
    const placeOf = (offset) => decoded.text === null ? { file: file.path, line: decoded.line, column: 1 } : { file: file.path, ...at(offset) };
    const provenance = { kind: "file", path: file.path };
    return { sections, findings: findingsOf(problems, file.path, provenance, placeOf) };
  }
  return { sections: sectionsFrom(releases === false ? {} : releases.sections), findings: [] };
}

export {
  memberNote,
  noteFindings,
  knownNote,
  releaseKey,
  titleOf,
  isStale,
  releaseFindings,
  releaseDraft,
  saysNothing,
  sortNotes,
  writeBody,
  makeRelease,
  entryOf,
  overridesIn,
  readSections
};
