import {
  pullRequestSource
} from "./sources.pull-request.pull-request-source.js";
import {
  decodeUtf8
} from "./sources.docs.decode-utf8.js";
import {
  isMadeFromPulls,
  readFaq
} from "./sources.pull-request.read-pull-request.js";
import {
  attributesCut,
  cutHeading,
  findFrontMatter,
  findingsOf,
  readMarking
} from "./sources.pull-request.read-note.js";
import {
  mostPending
} from "./model.source-cursor.js";
import {
  emptyLedger
} from "./model.ledger.js";
import {
  applySeverity,
  assessor,
  curate,
  emojiFor,
  firstHeading,
  isLink,
  isRepositoryAddress,
  linkedFiles,
  linksAsBefore,
  repositoryPath,
  textDigest,
  withEmoji
} from "./commands.assess.js";
import {
  blankComments,
  compareSourceKeys,
  formatSourceKey,
  lineIndex,
  nodesOf,
  parseSourceKey,
  quoted,
  skipBlankLines,
  sliceOf,
  sourceKey,
  startOf
} from "./markdown.headings.js";
import {
  decode
} from "./npm.he.js";
import {
  destinationOf,
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  imageTypeOf,
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
  digestOf,
  digestOfBytes
} from "./model.digest.js";
import {
  isSharedConfig,
  placeInConfig
} from "./config.config-places.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// src/planning/follow-titles.ts
function followTitles(questions, records) {
  const moves = /* @__PURE__ */ new Map();
  if (questions.length === 0) return moves;
  const present = new Set(questions.map(({ key }) => key));
  const settled = new Set(
    questions.filter(({ key, title }) => records[key]?.title === title).map(({ key }) => key)
  );
  const left = Object.entries(records).filter(
    ([key, { kind }]) => kind === "question" && !settled.has(key)
  );
  const byTitle = Map.groupBy(left, ([, { provenance, title }]) => nameOf(provenance, title));
  for (const question of questions) {
    const { key, title, provenance } = question;
    if (settled.has(key)) continue;
    const own = Object.hasOwn(records, key) ? records[key] : void 0;
    const stays = isPinned(key) && own !== void 0 && hasMoreThanSkip(own);
    const found = (byTitle.get(nameOf(provenance, title)) ?? []).filter(([other, { text }]) => {
      const pinned = stays || isPinned(other) && present.has(other);
      return !pinned || text === textOf(question);
    });
    if (found.length > 0)
      moves.set(
        key,
        found.map(([other]) => other)
      );
  }
  return moves;
}
function displacedFinding(draft, title) {
  const { key, provenance, place } = draft;
  return {
    rule: "same-anchor",
    severity: "error",
    source: key,
    provenance,
    place,
    message: `The key ${JSON.stringify(key)} has the post of the question ${JSON.stringify(title)}, expected a key of its own.`,
    remedy: "Write `<!-- stack-publish-id: NAME -->` with a new name under the heading, or publish the other questions of the file first."
  };
}
function nameOf(provenance, title) {
  return JSON.stringify([provenance && provenanceText(provenance), title]);
}
function hasMoreThanSkip({ post, intent, forgotten }) {
  return post !== null || intent !== null || forgotten;
}
function isPinned(key) {
  const { base, question } = parseSourceKey(key);
  return base.kind === "id" && question === null;
}
function textOf({ body, answer }) {
  return body === void 0 ? void 0 : textDigest({ body, answer: answer ?? null });
}

// src/commands/assess-all.ts
var worthThreads = 1e6;
var share = 1e5;
async function assessAll(drafts, context, {
  threads,
  progress
}) {
  var _stack = [];
  try {
    const assessed = /* @__PURE__ */ new Map();
    const open = sharesOf(drafts);
    const take = async (assess, some) => {
      const results = await assess(some);
      for (const [index, result] of results.entries()) {
        const draft = some[index];
        if (draft) assessed.set(draft, result);
      }
      progress?.({ label: "checking the sources", done: assessed.size, total: drafts.length });
    };
    const here = assessor(context);
    const workHere = async () => {
      for (let next = open.shift(); next !== void 0; next = open.shift()) {
        await take(here, next);
        await new Promise((resolve) => void setImmediate(resolve));
      }
    };
    const workThere = async (thread) => {
      for (let next = open.shift(); next !== void 0; next = open.shift()) {
        try {
          await take((some) => thread.do(some), next);
        } catch {
          open.push(next);
          return;
        }
      }
    };
    const isMuch = drafts.reduce((sum, draft) => sum + lengthOf(draft), 0) >= worthThreads;
    const opened = __using(_stack, new AsyncDisposableStack(), true);
    const beside = isMuch && threads ? Array.from({ length: threads.most }, () => opened.use(threads.open(context))) : [];
    await Promise.all([workHere(), ...[...beside, ...beside].map(workThere)]);
    await workHere();
    return (draft) => {
      const found = assessed.get(draft);
      if (found) return found;
      throw new Fault("internal", "internal", `Nobody looked at ${draft.key}.`, {
        remedy: "Report this as a bug.",
        place: draft.place
      });
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function sharesOf(drafts) {
  const shares = [];
  let left = 0;
  for (const draft of drafts) {
    if (left <= 0) {
      shares.push([]);
      left = share;
    }
    shares.at(-1)?.push(draft);
    left -= lengthOf(draft);
  }
  return shares;
}
function lengthOf({ body, answer }) {
  return body.length + (answer?.length ?? 0);
}

// builtin-import:node:path?src/sources/docs/doc-files.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $matchesGlob = /* @__PURE__ */ one("matchesGlob");

// src/sources/docs/doc-files.ts
var mostNames = 5e3;
var special = /[*?[{(\\]/;
var usual = "docs/**/*.md";
function docFiles(files, config) {
  const { docs, "pull-requests": pullRequests } = config.sources;
  if (docs === false) return { named: [], findings: [] };
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const findings = [];
  const pathsOf = (key) => docs[key].map((pattern, at) => {
    const matches = matcher(pattern, folders);
    const paths = new Set(files.flatMap(({ path }) => matches(path) ? [path] : []));
    const isDefault = key === "include" && docs.include.length === 1 && pattern === usual;
    const isShared = isSharedConfig(config, ["sources", "docs", key, at]);
    if (paths.size === 0 && !isShared && !(isDefault && pullRequests !== false))
      findings.push(
        ...findingsOf(
          [namesNothing(pattern, `sources.docs.${key}`, files, folders)],
          `sources.docs.${key}`,
          { kind: "file", path: `sources.docs.${key}` },
          () => placeInConfig(config, ["sources", "docs", key, at])
        )
      );
    return paths;
  });
  const [included, excluded] = [pathsOf("include"), pathsOf("exclude")];
  const named = files.filter(
    ({ path }) => included.some((paths) => paths.has(path)) && !excluded.some((paths) => paths.has(path))
  );
  return { named, findings };
}
function matcher(pattern, folders) {
  const name = pattern.replace(/\/+$/, "");
  const isNamed = (path) => path === name || path.startsWith(`${name}/`);
  if (name === ".") return () => true;
  if (!special.test(name)) return isNamed;
  const isFolder = name !== pattern || !special.test(name.slice(name.lastIndexOf("/") + 1));
  const named = new Set(
    isFolder ? [...folders].filter((folder) => $matchesGlob(folder, name)) : void 0
  );
  return (path) => isNamed(path) || name === pattern && $matchesGlob(path, name) || named.size > 0 && foldersOf(path).some((folder) => named.has(folder));
}
function foldersOf(path) {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}
function namesNothing(pattern, key, files, folders) {
  const paths = files.map(({ path }) => path);
  const near = candidates(pattern.replace(/\/+$/, ""), paths, folders).find(
    (other) => other !== pattern && paths.some(matcher(other, folders))
  );
  return {
    rule: "pattern-without-file",
    severity: "warning",
    offset: 0,
    message: `${quoted(pattern)} in \`${key}\` matches no file, expected a pattern that does.`,
    remedy: near === void 0 ? "Correct the pattern, or remove it." : `Write ${JSON.stringify(near)}, or remove the pattern.`
  };
}
function candidates(name, paths, folders) {
  const parts = name.split("/");
  const first = parts.findIndex((part) => special.test(part));
  const base = first === -1 ? name : parts.slice(0, first).join("/");
  const rest = name.slice(base.length);
  const known = first === -1 ? [...folders, ...paths] : [...folders];
  const deeper = known.find((path) => base !== "" && path.endsWith(`/${base}`));
  const near = base === "" ? null : nearestName(base, known.slice(0, mostNames));
  const inside = paths.filter((path) => base === "" || path.startsWith(`${base}/`));
  const endings = new Set(inside.flatMap((path) => /\.[^./]+$/.exec(path)?.[0] ?? []));
  const ending = /\.[^./]+$/.exec(rest)?.[0] ?? null;
  const other = ending && (nearestName(ending, [...endings]) ?? [...endings][0]);
  return [
    ...deeper === void 0 ? [] : [deeper + rest],
    ...rest === "" ? [] : [name.replace(/(^|\/)\*(?=[^*/]*$)/, "$1**/*"), `${name}/**`],
    ...near === null ? [] : [near + rest],
    ...ending && other ? [name.slice(0, -ending.length) + other] : []
  ];
}

// src/markdown/image-places.ts
function imagePlaces(text, tree) {
  const places = [];
  const definitions = /* @__PURE__ */ new Map();
  const used = /* @__PURE__ */ new Set();
  for (const node of nodesOf(tree)) {
    if (node.type === "image") places.push(...placeOf(node));
    else if (node.type === "html") places.push(...htmlPlaces(sliceOf(text, node), startOf(node)));
    else if (node.type === "imageReference") used.add(node.identifier);
    else if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  }
  for (const name of used) {
    const definition = definitions.get(name);
    if (definition) places.push(...placeOf(definition));
  }
  return places.sort((a, b) => a.start - b.start);
}
function placeOf(node) {
  const place = destinationOf(node);
  return place ? [{ url: node.url, ...place }] : [];
}
var source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di;
function htmlPlaces(html, start) {
  const places = [];
  for (const { 0: tag, index } of blankComments(html).matchAll(/<img(?=\s)[^<>]*>/gi)) {
    const found = source.exec(tag);
    const group = [1, 2, 3].find((each) => found?.[each] !== void 0);
    const range = group === void 0 ? void 0 : found?.indices?.[group];
    if (!range) continue;
    const [from, to] = range;
    const written = tag.slice(from, to);
    const at = start + index + from + (written.length - written.trimStart().length);
    const value = written.trim();
    if (value === "") continue;
    const url = decode(value, { isAttributeValue: true });
    places.push({ url, start: at, end: at + value.length });
  }
  return places;
}

// src/sources/docs/local-images.ts
var mayShow = /!\[(?:[^\]]{1000}|[^\]]{0,999}\](?!\(\s*<?(?:[a-z][a-z\d+.-]*:|\/\/)))|<img\s/i;
var lfs = "version https://git-lfs.github.com/spec/";
async function withLocalImages(drafts, files, tree) {
  const shown = /* @__PURE__ */ new Map();
  for (const draft of drafts) {
    const located = imagesOf(draft);
    if (located.length > 0) shown.set(draft, located);
  }
  if (shown.size === 0) return drafts;
  const wanted = new Set([...shown.values()].flat().map(({ path }) => path));
  const byPath = /* @__PURE__ */ new Map();
  for (const file of files) if (wanted.has(file.path)) byPath.set(file.path, file);
  const read = await readImages([...byPath.values()], tree);
  return drafts.map((draft) => {
    const located = shown.get(draft);
    if (!located) return draft;
    const images = located.map(({ path, ...place }) => {
      const file = path === null ? void 0 : byPath.get(path);
      const found = read.get(path ?? "") ?? (path === null ? "outside" : "missing");
      return { ...place, path, revision: file?.revision ?? "", file: found };
    });
    return { ...draft, images };
  });
}
function imagesOf(draft) {
  const { body, answer, provenance, kind } = draft;
  if (provenance.kind !== "file") return [];
  const texts = [
    ["body", body],
    ["answer", answer ?? ""]
  ];
  return texts.flatMap(([field, text]) => {
    if (text.length > mostCharacters[kind] || !mayShow.test(text)) return [];
    const tree = parseMarkdown(text);
    if (tree === null) return [];
    return imagePlaces(text, tree).filter(({ url }) => isRepositoryAddress(url)).map((place) => ({ field, ...place, path: repositoryPath(place.url, provenance.path) }));
  });
}
async function readImages(files, tree) {
  const found = /* @__PURE__ */ new Map();
  const toRead = [];
  for (const file of files) {
    const flaw = flawOf(file);
    if (flaw === null) toRead.push(file);
    else found.set(file.path, flaw);
  }
  for await (const { file, bytes, changedBy } of tree.read(toRead))
    found.set(file.path, pictureOf(file, bytes, changedBy ?? null));
  return found;
}
function flawOf({ kind, size }) {
  switch (kind) {
    case "file":
      return (size ?? 0) > mostImageBytes ? "too-big" : null;
    case "symlink":
    case "submodule":
      return kind;
    case "absent":
      return "not-checked-out";
    case "unnamed":
      return "missing";
  }
}
function pictureOf({ path, revision }, bytes, changedBy) {
  if (changedBy !== null) return changedBy.endsWith(" lfs") ? "lfs" : "filtered";
  if (Buffer.from(bytes.subarray(0, lfs.length)).toString("latin1") === lfs) return "lfs";
  if (bytes.length > mostImageBytes) return "too-big";
  const type = imageTypeOf(bytes);
  if (type === null) return "other-type";
  return { path, revision, size: bytes.length, type, digest: digestOfBytes(bytes) };
}

// src/sources/docs/may-be-marked.ts
function mayBeMarked(bytes) {
  const start = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
  if (bytes[start] !== 45 || bytes[start + 1] !== 45 || bytes[start + 2] !== 45) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", start);
  const found = findFrontMatter(text);
  return found !== null && namesStack(text, found);
}
function namesStack(text, { kind, label, start, end }) {
  const block = text.slice(start, end);
  if (kind === "foreign") return /\bstack["']?\s*:/.test(block);
  if (kind === "unclosed") {
    const paragraph = block.split(/\n[ \t]*\r?\n/, 1)[0] ?? "";
    return label === "" && /(?:^|\n)stack[ \t]*:/.test(paragraph);
  }
  return block.trimStart().startsWith("{") ? /[{,\s]["']?stack["']?\s*:/.test(block) : /(?:^|\n)[ \t]*["']?stack["']?[ \t]*:/.test(block);
}

// src/sources/docs/near-mark.ts
var longest = 16384;
var lfs2 = "version https://git-lfs.github.com/spec/";
var worthReading = /[Ss][Tt][Aa][Cc][Kk]|^version/;
var above = /(?:[\s\p{DI}]|<!--[^]*?-->|\{\/\*[^]*?\*\/\})*/uy;
var fences = String.raw`-{2,}|\+{3,}|;{3,}|[\u2012-\u2015][-\u2012-\u2015]*`;
var opening = new RegExp(String.raw`(${fences})([^\r\n]*)(\r\n|\r|\n)`, "uy");
var closing = new RegExp(String.raw`(?<=[\r\n])(?:${fences}|\.{3})[^\S\r\n]*(?:[\r\n]|$)`, "u");
var stackKey = new RegExp(`(?<=^|[\\r\\n])\\p{DI}*[["'{]?\\p{DI}*stack\\p{DI}*["']?(?:\\]|[^\\S\\r\\n]*[:=.])`, "iu");
var json = /\{\s*(?:"[^"]*"|[^"}])*"stack"\s*:/iy;
var buried = /(?<=\n[^\S\n]*\n)---[^\S\n]*\n(?:[\w-]+:[^\n]*\n){0,20}?stack[ \t]*:[ \t]*(?:article|faq|\{|\r?\n)/gi;
var fence = /^ {0,3}(?:`{3}|~{3})/gm;
function nearMark(bytes) {
  const [first, second] = bytes;
  const little = first === 255 || second === 0;
  const encoding = little ? "UTF-16LE" : first === 254 || first === 0 ? "UTF-16BE" : "UTF-8";
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longest));
  if (encoding === "UTF-8" && !worthReading.test(head.toString("latin1"))) return null;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head);
  const flaw = flawOf2(text, encoding);
  if (flaw === null) return null;
  const [offset, message, remedy] = flaw;
  return { problem: { rule: "mark-not-read", severity: "warning", offset, message, remedy }, text };
}
var toYaml = "Write it as YAML between `---` lines.";
var toTop = "Move its first `---` line to the very start of the file.";
function flawOf2(text, encoding) {
  if (text.startsWith(lfs2))
    return [
      0,
      "The file is a pointer of Git LFS, so that nobody sees whether it is marked, expected its text.",
      "Take the file out of Git LFS, or exclude it in `sources.docs.exclude`."
    ];
  above.lastIndex = 0;
  above.test(text);
  const start = above.lastIndex;
  const unread = (seen2) => `The front matter is not read: ${seen2}.`;
  json.lastIndex = start;
  if (json.test(text))
    return [start, unread("it is JSON, expected YAML between `---` lines"), toYaml];
  opening.lastIndex = start;
  const [line = "", marks = "", rest = "", lineEnd] = opening.exec(text) ?? [];
  const block = start + line.length;
  const key = line === "" ? null : stackKey.exec(blockIn(text.slice(block)));
  if (key === null) {
    const below = buriedAt(text);
    return below === null ? null : [below, unread("text stands above it, expected nothing"), toTop];
  }
  if (encoding !== "UTF-8")
    return [start, unread(`the file is ${encoding}, expected UTF-8`), "Save the file as UTF-8."];
  if (lineEnd === "\r")
    return [
      start,
      unread("its lines end in CR alone, expected LF or CRLF"),
      "Save the file with LF or CRLF as line ends."
    ];
  const skipped = text.slice(0, start).replace(/^\uFEFF/, "");
  const first = quoted(`${marks}${rest}`.trim());
  if (/^[+;]/.test(marks))
    return [start, unread(`it begins with ${first}, expected YAML between \`---\` lines`), toYaml];
  if (skipped !== "") {
    const what = /<!--|\{\//.test(skipped) ? "a comment" : "blanks or invisible characters";
    return [
      start,
      unread(`${what} stand${what === "a comment" ? "s" : ""} above it, expected nothing`),
      toTop
    ];
  }
  if (first !== '"---"')
    return [
      start,
      unread(`it begins with ${first}, expected a plain \`---\` line`),
      "Write `---` alone in the first line."
    ];
  const seen = key[0].replace(/[\s:=.]+$/, "");
  if (/^(["']?)stack\1$/.test(seen)) return null;
  return [
    block + key.index,
    unread(`it has the key ${quoted(seen)}, expected \`stack\``),
    "Write `stack` in lower case."
  ];
}
function buriedAt(text) {
  for (const { index } of text.matchAll(buried))
    if ((text.slice(0, index).match(fence)?.length ?? 0) % 2 === 0) return index;
  return null;
}
function blockIn(text) {
  const end = closing.exec(text)?.index;
  return end === void 0 ? text.split(/(?:\r\n|\r|\n)[^\S\r\n]*[\r\n]/, 1)[0] ?? "" : text.slice(0, end);
}

// src/sources/docs/read-doc.ts
function readDoc(file, defaults, now = Infinity) {
  const { path, revision, bytes } = file;
  const provenance = { kind: "file", path };
  if (!mayBeMarked(bytes)) {
    const near = nearMark(bytes);
    if (near === null) return { drafts: [], findings: [] };
    const at = lineIndex(near.text);
    const placeOf3 = (offset) => ({ file: path, ...at(offset) });
    return { drafts: [], findings: findingsOf([near.problem], path, provenance, placeOf3) };
  }
  const decoded = decodeUtf8(bytes);
  if (decoded.text === null) {
    const { line, seen } = decoded;
    const place = { file: path, line, column: null };
    return { drafts: [], findings: findingsOf([notText(seen)], path, provenance, () => place) };
  }
  const { text } = decoded;
  const frontMatter = findFrontMatter(text);
  if (frontMatter === null) return { drafts: [], findings: [] };
  const position = lineIndex(text);
  const placeOf2 = (offset) => ({ file: path, ...position(offset) });
  const failed = (source2, problems2) => ({
    drafts: [],
    findings: findingsOf(problems2, source2, provenance, placeOf2)
  });
  if (frontMatter.kind !== "yaml") return failed(path, [notYaml(frontMatter)]);
  const marking = readMarking(text, frontMatter, { now });
  if (marking === null) return { drafts: [], findings: [] };
  const own = sourceKey(provenance, marking.id);
  const key = formatSourceKey(own);
  if ("problems" in marking) return failed(key, marking.problems);
  const common = {
    revision,
    provenance,
    ...marking.tags === null ? { tags: [...new Set(defaults.tags)] } : { tags: marking.tags.tags, tagsPlace: placeOf2(marking.tags.offset) }
  };
  const start = frontMatter.after;
  if (marking.as === "faq") {
    const { level, warnings: unused } = marking;
    return readFaq(text, { start, key: own, level: level ?? 2, common, unused, placeOf: placeOf2 });
  }
  const { titleAt, bodyAt, problems, ...article } = articleOf(text, start, marking);
  const draft = {
    ...common,
    ...article,
    key,
    kind: "article",
    answer: null,
    type: marking.type ?? defaults.type ?? "knowledge-article",
    editors: marking.editors ?? defaults.editors ?? null,
    place: placeOf2(titleAt),
    bodyLine: position(bodyAt).line
  };
  return {
    drafts: [draft],
    findings: findingsOf([...marking.warnings, ...problems], key, provenance, placeOf2)
  };
}
function articleOf(text, end, marking) {
  const start = skipBlankLines(text, end);
  const whole = text.slice(start);
  const heading = marking.title === null ? firstHeading(whole) : null;
  if (heading === null) {
    const { title: title2 = "", offset = marking.offset } = marking.title ?? {};
    return { title: title2, titleAt: offset, body: whole, bodyAt: start, problems: [] };
  }
  const { text: body, dropped, cut } = cutHeading(whole, heading);
  const { title } = heading;
  return {
    title,
    titleAt: start + heading.start,
    body,
    bodyAt: start + dropped,
    problems: attributesCut({ ...heading, start: start + heading.start }),
    ...cut && { bodyCuts: [cut] }
  };
}
function notYaml({ kind, label }) {
  const [message, remedy] = kind === "unclosed" ? [
    "The front matter has no end, expected a `---` line after it.",
    "Close the front matter with a `---` line."
  ] : [
    `The front matter begins with ${quoted(`---${label}`)}, expected a plain \`---\` line.`,
    "Write the front matter as YAML between plain `---` lines."
  ];
  return { rule: "front-matter", offset: 0, message, remedy };
}
function notText(seen) {
  return {
    rule: "not-utf8",
    offset: 0,
    message: `The file is marked for publication and holds ${seen}, expected UTF-8 text.`,
    remedy: "Save the file as UTF-8."
  };
}

// src/sources/docs/docs-source.ts
var docsSource = {
  from: "files",
  owns: ({ kind }) => kind === "file",
  shaping: () => ({}),
  async gather({ config, tree, recorded, mayBeSkipped, now }) {
    const files = await tree.files();
    const { named, findings: unmatched } = docFiles(files, config);
    const revisions = memoize(() => new Map(files.map(({ path, revision }) => [path, revision])));
    const byPath = Map.groupBy(
      recorded,
      ({ record: { provenance } }) => provenance?.kind === "file" ? provenance.path : null
    );
    const isKnown = ({ path, revision }) => {
      const known = byPath.get(path) ?? [];
      const isSame = ({ record }) => record.sourceCount === known.length && record.revision === revision && mayBeSkipped(record) && // What it shows is as it was.
      Object.entries(record.dependsOn).every(
        ([path2, blob]) => blob === null || isLink(blob) || (revisions().get(path2) ?? "") === blob
      );
      return known.length > 0 && known.every(isSame);
    };
    const drafts = [];
    const skipped = [];
    const findings = [...unmatched];
    const changed = [];
    const absent = named.filter(({ kind }) => kind === "absent");
    if (absent.length > 0) findings.push(...notCheckedOut(absent));
    for (const file of named) {
      if (file.kind === "symlink") findings.push(...findingOf(file.path, symlink));
      else if (file.kind === "unnamed") findings.push(...findingOf(file.path, unnamed));
      else if (file.kind !== "file") continue;
      else if (isKnown(file)) skipped.push(file);
      else changed.push(file);
    }
    const read = async (some) => {
      for await (const { file, bytes, changedBy } of tree.read(some)) {
        const reading = readDoc({ ...file, bytes }, config.defaults, now);
        drafts.push(...reading.drafts);
        findings.push(...reading.findings);
        if (changedBy && reading.drafts.length + reading.findings.length > 0)
          findings.push(...findingOf(file.path, otherBytes(changedBy)));
      }
    };
    await read(changed);
    const recordsOf = ({ path }) => byPath.get(path) ?? [];
    const failed = findings.flatMap(
      ({ provenance }) => provenance.kind === "file" ? provenance.path : []
    );
    const asRecorded = /* @__PURE__ */ new Set([...skipped.map(({ path }) => path), ...failed]);
    const standing2 = [...asRecorded].flatMap((path) => byPath.get(path) ?? []);
    const linked = linkedFiles(drafts, standing2, files);
    const isLinkedAnew = (file) => !recordsOf(file).every(({ record }) => linksAsBefore(record, linked));
    const [anew, unread] = [skipped.filter(isLinkedAnew), skipped.filter((f) => !isLinkedAnew(f))];
    await read(anew);
    return {
      drafts: await withLocalImages(drafts, files, tree),
      findings,
      unread: unread.flatMap(recordsOf),
      seen: null,
      linked
    };
  }
};
var symlink = {
  rule: "symlink",
  severity: "warning",
  offset: 0,
  message: "The file is a symbolic link and is not followed, expected a regular file.",
  remedy: "Mark the file that it points to, or exclude the link in `sources.docs.exclude`."
};
var unnamed = {
  rule: "name-not-utf8",
  severity: "warning",
  offset: 0,
  message: "The name of the file is not UTF-8, expected a name that can be written: it is not read.",
  remedy: "Rename the file, or exclude it in `sources.docs.exclude`."
};
function otherBytes(changedBy) {
  return {
    rule: "other-bytes",
    severity: "warning",
    offset: 0,
    message: `The file was read as it is on disk, and ${changedBy} in .gitattributes may give a commit other bytes, expected the same: \`plan\` reads those of the commit.`,
    remedy: "Look at the plan of a commit, or store the file as it is."
  };
}
function notCheckedOut(absent) {
  const [first] = absent.map(({ path }) => path);
  const problem = {
    rule: "not-checked-out",
    severity: "warning",
    offset: 0,
    message: `A sparse checkout leaves out ${absent.length} of the files that \`sources.docs\` names, the first is ${quoted(first ?? "")}, expected all of them: they were not looked at.`,
    remedy: "Check a full checkout, as after `git sparse-checkout disable`; `plan` reads the commit."
  };
  return findingsOf([problem], "sources.docs", { kind: "file", path: "sources.docs" }, () => null);
}
function findingOf(path, problem) {
  const place = { file: path, line: null, column: null };
  return findingsOf([problem], path, { kind: "file", path }, () => place);
}

// src/sources/release/release-source.ts
var releaseSource = {
  from: "forge",
  list: "releases",
  owns: ({ kind }) => kind === "release",
  shaping({ sources }) {
    const { releases, "pull-requests": pulls } = sources;
    if (releases === false) return {};
    const { from, type = null, sections } = releases;
    const label = isMadeFromPulls(sources) && pulls !== false ? pulls.article : null;
    return { releases: { from, type, sections, label } };
  },
  async gather(context) {
    const { releases } = context.config.sources;
    if (releases === false) return null;
    const { gatherReleases } = await import("./sources.release.gather-releases.js");
    return gatherReleases(releases, context);
  }
};

// src/sources/source-kinds.ts
var sourceKinds = [docsSource, pullRequestSource, releaseSource];

// src/sources/gather-sources.ts
var dayMs = 24 * 36e5;
async function gatherSources(options) {
  const { config, index, recompose } = options;
  const settings = settingsOf(config);
  const recorded = Object.entries(index.records).map(([key, record]) => ({ key, record }));
  const mayBeSkipped = (record) => !recompose && isSettled(record, settings);
  const all2 = [];
  for (const kind of sourceKinds) {
    const isOwn = ({ record }) => record.provenance && kind.owns(record.provenance);
    const [own, others] = [recorded.filter(isOwn), recorded.filter((each) => !isOwn(each))];
    const pulls = all2.flatMap(({ found }) => found.pulls ?? []);
    const context = { recorded: own, others, pulls, settings, mayBeSkipped };
    all2.push({ kind, found: await gatherKind(kind, options, context) });
  }
  const drafts = all2.flatMap(({ found }) => found.drafts);
  const findings = all2.flatMap(({ found }) => found.findings);
  const keys = [
    ...drafts,
    ...findings.map(({ provenance, source: source2 }) => ({ provenance, key: source2 }))
  ];
  const byOrigin = Map.groupBy(keys, ({ provenance }) => provenanceText(provenance));
  const counts = new Map(
    [...byOrigin].map(([origin, all3]) => [origin, new Set(all3.map(({ key }) => key)).size])
  );
  return {
    drafts,
    findings,
    unread: all2.flatMap(({ found }) => found.unread),
    linked: all2.find(({ found }) => found.linked)?.found.linked ?? linkedFiles([], [], []),
    settings,
    unreleased: all2.find(({ found }) => found.seen?.unreleased)?.found.seen?.unreleased?.length ?? null,
    sourceCount: (provenance) => counts.get(provenanceText(provenance)) ?? 1,
    cursors: (open) => {
      const cursors = {};
      for (const { kind, found } of all2)
        if (kind.from === "forge" && found.seen)
          cursors[kind.list] = cursorOf(kind, found.seen, open, index);
      return cursors;
    }
  };
}
async function gatherKind(kind, { config, tree, forge, history, index, recompose, now }, known) {
  const started = index.started ?? now;
  const context = { ...known, config, tree, recompose, cursor: null, started, now };
  if (kind.from === "files") return kind.gather(context);
  const noted = index.sourceCursors[kind.list] ?? null;
  const seen = noted && noted.at <= now + dayMs ? noted : null;
  const broken = Object.keys(index.broken).flatMap(provenanceOf).filter(kind.owns);
  const cursor = seen && { ...seen, pending: [...seen.pending, ...broken] };
  const found = forge && history && await kind.gather({ ...context, cursor, forge, history });
  return found ?? { drafts: [], findings: [], unread: known.recorded, seen: null };
}
function provenanceOf(key) {
  const { base } = parseSourceKey(key);
  return base.kind === "id" ? [] : [base];
}
function isSettled(record, settings) {
  return record.settings === settings && record.intent === null && record.resolution === null && record.skipped === null && record.complete && record.base !== null;
}
function settingsOf(config) {
  const shaping = sourceKinds.map((kind) => kind.shaping(config));
  return digestOf({
    defaults: config.defaults,
    rules: config.rules,
    ...Object.assign({}, ...shaping)
  });
}
function cursorOf(kind, seen, open, { sourceCursors }) {
  const pending = pendingOf(open.filter(kind.owns));
  if (pending.length <= mostPending) return { ...seen, pending };
  return { ...seen, at: sourceCursors[kind.list]?.at ?? 0, pending: [] };
}
function pendingOf(open) {
  const byText = new Map(open.map((each) => [provenanceText(each), each]));
  return [...byText.keys()].sort(compareSourceKeys).flatMap((text) => byText.get(text) ?? []);
}

// src/commands/gather.ts
async function gather(tree, config, options) {
  const { index = emptyLedger, forge = null, recompose = false, now } = options;
  const { history = null } = options;
  const gathered = await gatherSources({ tree, forge, history, config, index, recompose, now });
  const { unread, settings, sourceCount, cursors, linked } = gathered;
  const { also = { drafts: [], findings: [] } } = options;
  const written = [...gathered.drafts, ...also.drafts];
  const emojiOf = await emojiFor(written.map(({ title }) => title));
  const titled = new Map(
    written.map((draft) => {
      const title = withEmoji(draft.title, emojiOf);
      return [draft, title === draft.title ? draft : { ...draft, title }];
    })
  );
  const drafts = [...titled.values()];
  const read = [...gathered.findings, ...also.findings];
  const known = drafts.length === 0 ? [] : unread.map(knownSource);
  const recorded = new Map(
    drafts.flatMap(({ key }) => {
      const record = index.records[key];
      return record ? [[key, knownSource({ key, record })]] : [];
    })
  );
  const pictures = await options.picturesFor?.(drafts) ?? { on: "site" };
  const isPublic = drafts.length === 0 ? null : await options.isPublic?.() ?? null;
  const { pages } = options;
  const repository = { isPublic, name: nameAt(pages) };
  const assessed = await assessAll(
    drafts,
    { pictures, links: linked.table, forge: pages, repository },
    options
  );
  const curated = curate(drafts, {
    rules: config.rules,
    known,
    recorded,
    found: (draft) => assessed(draft).findings
  });
  const questions = drafts.filter(({ kind }) => kind === "question");
  const moves = followTitles([...questions, ...read.flatMap(standing)], index.records);
  const moved = new Set([...moves.values()].flat());
  const displaced = questions.flatMap((draft) => {
    const record = index.records[draft.key];
    const isTaken = moves.has(draft.key) || moved.has(draft.key);
    return record && isTaken && hasMoreThanSkip(record) ? [displacedFinding(draft, record.title)] : [];
  });
  const findings = applySeverity([...read, ...curated, ...displaced], config.rules);
  const erroneous = erroneousKeys(findings, drafts, index.records);
  return {
    drafts: drafts.filter(({ key }) => !erroneous.has(key)),
    composed: (draft) => assessed(titled.get(draft) ?? draft),
    unread: unread.filter(({ key }) => !erroneous.has(key)),
    findings,
    erroneous,
    moves,
    settings,
    sourceCount,
    cursors,
    linked,
    unreleased: gathered.unreleased
  };
}
function nameAt(pages) {
  const address = URL.parse(pages?.repository ?? "");
  return address?.hostname === "github.com" ? address.pathname.slice(1) : "";
}
function standing({ source: source2, provenance, title }) {
  return title === void 0 ? [] : [{ key: source2, provenance, title }];
}
function knownSource({ key, record: { title, text } }) {
  return { key, title, text };
}
function erroneousKeys(findings, drafts, records) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const keys = new Set(errors.map(({ source: source2 }) => source2));
  if (errors.length === 0) return keys;
  const read = new Set(drafts.map(({ key }) => key));
  const origins = new Set(errors.map(({ provenance }) => provenanceText(provenance)));
  const whole = new Set(
    errors.filter(({ source: source2 }) => !read.has(source2) && parseSourceKey(source2).question === null).map(({ provenance }) => provenanceText(provenance))
  );
  for (const { key, provenance } of drafts)
    if (whole.has(provenanceText(provenance))) keys.add(key);
  for (const [key, { provenance }] of Object.entries(records))
    if (provenance && origins.has(provenanceText(provenance)) && !read.has(key)) keys.add(key);
  return keys;
}

// src/commands/finding-document.ts
function findingDocument(finding) {
  const { rule, severity, source: source2, place, message, remedy, forTeam = null } = finding;
  const beside = { message, forTeam };
  const { file, line, column } = place ?? { file: null, line: null, column: null };
  return { rule, severity, source: source2, file, line, column, ...beside, remedy };
}

export {
  gather,
  findingDocument
};
