import {
  decodeUtf8
} from "./sources.docs.decode-utf8.js";
import {
  endOf,
  findingsOf,
  formatSourceKey,
  lineIndex,
  nodesOf,
  quoted,
  readArticle,
  readNote,
  readOverride,
  sliceOf,
  sourceKey,
  startOf,
  startOfOpenBlock,
  twoLabels
} from "./sources.pull-request.read-note.js";
import {
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  digestOf
} from "./model.digest.js";
import {
  schemaProblems
} from "./yaml.editors-schema.js";
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

// src/sources/release/reverts.ts
function revertedBy({ body, url }) {
  const own = new URL(url).pathname.split("/").slice(1, 3).join("/").toLowerCase();
  const found = body.matchAll(/^[ \t]*Reverts (?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})\b/gim);
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
  const names = new Set(pull.labels.map((label) => label.toLowerCase()));
  const isMarked = names.has(labels.article.toLowerCase());
  const isFaq = names.has(labels.faq.toLowerCase());
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
  const isBreaking = [pull.title].some(isMarkedBreaking) || pull.labels.some(namesBreaking);
  const digest = digestOf({
    labels: [...names].sort(),
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
function noteFindings(number, problems, placeOf) {
  return findingsOf(problems, pullName(number), { kind: "pull-request", number }, placeOf);
}
function pullName(number) {
  return `pull/${number}`;
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

// src/sources/release/fit-entry.ts
var mostTimes = 5;
function fitEntry(note, name) {
  let text = withoutBlanks(note.replaceAll(/\r\n?/g, "\n"));
  const first = parseMarkdown(text);
  if (first === null) return { text, beginsWithWords: false, end: null };
  const targets = targetsIn(first);
  text = spliced(text, [...footnotes(first, name), ...shapes(text, first.children)]);
  for (let time = 0; time < mostTimes; time += 1) {
    const tree = parseMarkdown(text);
    const splices = tree ? references(text, tree, targets) : [];
    if (splices.length === 0) break;
    text = spliced(text, splices);
  }
  text = withoutBlanks(spliced(text, definitions(parseMarkdown(text), name)));
  return { text, ...endsOf(text) };
}
function endsOf(text) {
  const tree = parseMarkdown(text);
  const blocks = (tree?.children ?? []).filter(isShown);
  const [first, last] = [blocks.at(0), blocks.at(-1)];
  const beginsWithWords = first?.type === "paragraph" && !/^\s*\[[ xX]\]\s/.test(text);
  const isOpen = tree === null || startOfOpenBlock(text, tree) < text.length;
  const end = last?.type === "paragraph" ? endOf(last) : text.length;
  return {
    beginsWithWords,
    end: isOpen ? null : { at: end, isInWords: last?.type === "paragraph" }
  };
}
function withoutEnd(text) {
  return text.replace(/[ \t\n]+$/, "");
}
function withoutBlanks(text) {
  return withoutEnd(text.replace(/^(?:[ \t]*\n)+/, ""));
}
function targetsIn(tree) {
  const targets = /* @__PURE__ */ new Map();
  for (const node of nodesOf(tree))
    if (node.type === "definition" && !targets.has(node.identifier))
      targets.set(node.identifier, `(${destination(node.url)}${titlePart(node.title)})`);
  return targets;
}
function references(text, tree, targets) {
  const taken = [];
  const isIn = ({ start, end }) => taken.some((other) => start < other.end && other.start < end);
  for (const node of nodesOf(tree).toReversed()) {
    if (node.type !== "linkReference" && node.type !== "imageReference") continue;
    const target = targets.get(node.identifier);
    if (target === void 0) continue;
    const [start, end] = [startOf(node), endOf(node)];
    const slice = text.slice(start, end);
    const isFull = node.referenceType === "full";
    const shown = isFull ? slice.slice(0, slice.lastIndexOf("[")) : slice.replace(/\[\]$/, "");
    const splice = { start, end, by: shown + target };
    if (!isIn(splice)) taken.push(splice);
  }
  return taken;
}
function footnotes(tree, name) {
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== "footnoteReference" && node.type !== "footnoteDefinition") return [];
    const start = startOf(node);
    return [{ start, end: start + "[^".length, by: `[^${name}-` }];
  });
}
function definitions(tree, name) {
  const nodes = tree ? nodesOf(tree) : [];
  const words = new Set(
    nodes.flatMap(({ type, position }) => type === "paragraph" ? position?.start.line : [])
  );
  return nodes.flatMap((node) => {
    if (node.type !== "definition") return [];
    const [start, end] = [startOf(node), endOf(node)];
    const isFollowed = words.has((node.position?.end.line ?? 0) + 1);
    if (!isFollowed) return [{ start, end, by: "" }];
    return [{ start, end: start + 1, by: `[${name}-` }];
  });
}
function destination(url) {
  return `<${url.replaceAll(/[<>\\]/g, "\\$&").replaceAll(/\s/g, (blank) => encodeURIComponent(blank))}>`;
}
function titlePart(title) {
  return title ? ` "${title.replaceAll(/["\\]/g, "\\$&").replaceAll(/\s+/g, " ")}"` : "";
}
function* shapes(text, blocks) {
  for (const node of blocks) {
    const [start, end] = [startOf(node), endOf(node)];
    if (node.type === "heading") {
      const [first, last] = [node.children.at(0), node.children.at(-1)];
      const inner = first && last ? text.slice(startOf(first), endOf(last)).replaceAll("\n", " ") : "";
      const isPlain = !/[*_\\]/.test(inner);
      yield { start, end, by: inner === "" ? "" : isPlain ? `**${inner}**` : `#### ${inner}` };
    } else if (node.type !== "code" || !/^[ \t]*(?:`{3}|~{3})/.test(sliceOf(text, node))) {
      const slice = text.slice(start, end);
      for (const { index, 0: blanks } of slice.matchAll(/^[ ]*\t[ \t]*/gm))
        yield { start: start + index, end: start + index + blanks.length, by: expanded(blanks) };
    }
  }
}
function expanded(blanks) {
  let width = 0;
  for (const blank of blanks) width += blank === "	" ? 4 - width % 4 : 1;
  return " ".repeat(width);
}
function isShown(node) {
  const isComment = node.type === "html" && /^\s*<!--[^]*-->\s*$/.test(node.value);
  return node.type !== "definition" && node.type !== "footnoteDefinition" && !isComment;
}
function spliced(text, splices) {
  let made = "";
  let at = 0;
  for (const { start, end, by } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
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
  const link = `[#${note.number}](${note.url})`;
  const { text, beginsWithWords, end } = fitEntry(note.text, `n${note.number}`);
  const name = note.title === null ? "" : `**${escapeMarkdown(note.title)}**`;
  const isLed = end === null || name === "" && !beginsWithWords;
  const lead = isLed ? [name, name === "" ? `${link}:` : `(${link})`].join(" ").trim() : name;
  const at = end?.at ?? text.length;
  const tail = isLed ? "" : `${end.isInWords ? " " : "\n\n"}(${link})`;
  const parts = [lead, withoutEnd(`${text.slice(0, at)}${tail}${text.slice(at)}`)].filter(
    (part) => part !== ""
  );
  const [first = "", ...rest] = parts.join("\n\n").split("\n");
  return [`- ${first}`, ...rest.map((line) => /^[ \t]*$/.test(line) ? "" : `  ${line}`)].join(
    "\n"
  );
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
    if (note !== void 0 && isOther(pullName(number), note?.digest ?? null)) return true;
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
    const note = memberNote(pull, options);
    if (note === null) continue;
    dependsOn[pullName(number)] = note.digest;
    dependsOn[options.files.pathOf(number)] = options.files.revisionOf(number);
    const by = reverts.get(number);
    if (by !== void 0 && note.text !== null)
      findings.push(...noteFindings(number, [isReverted(by)], note.placeOf));
    if (by !== void 0) continue;
    const [grave, light] = parted(note.problems);
    const told = grave.map((problem) => inPull(problem, number));
    findings.push(...releaseFindings(tag, told, note.placeOf));
    findings.push(...noteFindings(number, light, note.placeOf));
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
function entryOf({ number, url, labels, author, mergedAt }, { title, body: text }, isBreaking) {
  return { number, url, title, text, labels, author: author?.login ?? null, mergedAt, isBreaking };
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
function inPull(problem, number) {
  return { ...problem, message: `Pull request #${number}: ${problem.message}` };
}
function isMoved({ commit }, { record }) {
  const before = record.dependsOn["tag"] ?? null;
  return before !== null && commit !== null && before !== commit;
}
function isReverted(by) {
  return {
    rule: "release-reverted",
    severity: "warning",
    offset: 0,
    message: `The note is left out of its release: #${by} reverted the pull request in the same release.`,
    remedy: "Remove its label if you do not want to be told of it."
  };
}
function fitsNowhere(notes) {
  const numbers = notes.map(({ number }) => `#${number}`).join(", ");
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
    async read(names) {
      const files = names.flatMap((name) => byPath.get(pathOf(name)) ?? []);
      const texts = files.length === 0 ? /* @__PURE__ */ new Map() : await readAll(tree, files);
      return new Map(
        names.flatMap((name) => {
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
var longest = 256 * 1024;
function schemaOf(isStrict) {
  const map = (shape, expected) => {
    const loose = object(shape, expected);
    return isStrict ? strictObject(shape, expected) : loose;
  };
  const names = array(string("a name"), "a list of names");
  const exclude = nullish(
    map({ labels: nullish(names), authors: nullish(names) }, "a map with labels and authors")
  );
  const category = map(
    {
      title: string("a title").check(_regex(/\S/, "a title")),
      labels: names.check(_minLength(1, "a list of labels, at least one")),
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
    return failed([{ offset: 0, seen: `the file has ${text.length} characters` }]);
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
    const text = decoded.text ?? "";
    const { sections, problems } = parseReleaseFile(decoded.text ?? "\0");
    const at = lineIndex(text);
    const placeOf = (offset) => ({ file: file.path, ...at(offset) });
    const provenance = { kind: "file", path: file.path };
    return { sections, findings: findingsOf(problems, file.path, provenance, placeOf) };
  }
  return { sections: sectionsFrom(releases === false ? {} : releases.sections), findings: [] };
}

export {
  memberNote,
  noteFindings,
  pullName,
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
