import {
  attributesCut,
  findQuestionId,
  findingsOf,
  htmlOf,
  idComments,
  ownerlessId,
  readArticle,
  readNote,
  textCutter,
  twoLabels,
  unclosedHtml
} from "./sources.pull-request.read-note.js";
import {
  formatSourceKey,
  headingsOf,
  lineAfter,
  lineStart,
  quoted,
  sourceKey
} from "./markdown.headings.js";
import {
  parseMarkdown
} from "./markdown.parse-markdown.js";
import {
  digestOf
} from "./model.digest.js";

// src/sources/release/made-from-pulls.ts
function isMadeFromPulls({ releases }) {
  return releases !== false && releases.from === "pull-requests";
}

// src/sources/faq/read-questions.ts
function readQuestions(text, settings) {
  const tree = parseMarkdown(text);
  if (tree === null) return { questions: [], problems: [unparsable] };
  const comments = idComments(tree);
  const { elements, strays } = htmlOf(text, tree);
  const all = headingsOf(text, tree).filter(({ top }) => top);
  const held = inElements(all, elements);
  const headings = all.filter((heading) => !held.has(heading));
  const level = settings.level ?? highestOf(headings) ?? highestOf(all);
  const problems = [...held].flatMap(
    ([heading, element]) => heading.depth === level ? [headingInHtml(heading, element, settings.key)] : []
  );
  const sections = sectionsOf(text, headings, comments, { ...settings, level });
  if (sections.length === 0)
    return { questions: [], problems: [...problems, noQuestions(settings.level)] };
  const unclosed = elements.find(({ end }) => end === Infinity);
  const unpinned = sections.filter(({ id }) => id.name === null);
  const equal = Map.groupBy(unpinned, ({ heading }) => heading.title);
  const sharing = Map.groupBy(unpinned, ({ heading }) => heading.plainAnchor);
  const cut = textCutter(text, tree);
  let passed = 0;
  const questions = [];
  const ownerless = ownerlessId(comments, sections[0]?.heading.start ?? 0);
  for (const section of sections) {
    const { heading, id, key } = section;
    const twins = id.name === null ? equal.get(heading.title) ?? [] : [];
    const others = id.name === null ? sharing.get(heading.plainAnchor) ?? [] : [];
    const problem = id.problem ?? (section === sections[0] ? ownerless : null) ?? (twins.length > 1 ? duplicateHeading(section, twins.length) : null) ?? (others.length > 1 ? sameAnchor(section, others) : null);
    if (problem !== null) problems.push({ ...problem, source: key, title: heading.title });
    else {
      if (id.name === null && heading.anchor !== heading.plainAnchor)
        problems.push(numberedAnchor(section));
      problems.push(...attributesCut(heading).map((each) => ({ ...each, source: key })));
      while ((strays[passed]?.start ?? Infinity) < heading.start) passed += 1;
      const stray = strays[passed];
      if (unclosed && holds(section, unclosed))
        problems.push({ ...unclosedHtml(unclosed), source: key });
      if (stray && holds(section, stray)) problems.push({ ...unopenedHtml(stray), source: key });
      const question = cutOut(text, section, cut);
      if (question === null) return { questions: [], problems: [tooMuchBrought] };
      questions.push(question);
    }
  }
  return { questions, problems };
}
function sectionsOf(text, headings, comments, { level: depth, key: of }) {
  const sections = [];
  for (const [index, heading] of headings.entries()) {
    if (depth === null || heading.depth !== depth) continue;
    let next = index + 1;
    while ((headings[next]?.depth ?? 0) > depth) next += 1;
    const following = headings[next];
    const end = following ? lineStart(text, following.start) : text.length;
    const id = findQuestionId(text, comments, heading.end, end);
    const parting = headings.slice(index + 1, next).find((other) => other.depth === depth + 1 && other.title.toLowerCase() === "answer");
    const key = id.name === null ? { ...of, question: heading.anchor } : { base: { kind: "id", name: id.name }, question: null };
    sections.push({ key: formatSourceKey(key), heading, id, end, parting });
  }
  return sections;
}
function highestOf(headings) {
  return headings.length === 0 ? null : Math.min(...new Set(headings.map(({ depth }) => depth)));
}
function inElements(headings, elements) {
  const found = /* @__PURE__ */ new Map();
  let index = 0;
  for (const heading of headings) {
    while ((elements[index]?.end ?? Infinity) <= heading.start) index += 1;
    const element = elements[index];
    if (element && element.start < heading.start) found.set(heading, element);
  }
  return found;
}
function holds({ heading, end }, { start }) {
  return start >= heading.start && start < end;
}
function cutOut(text, { key, heading, id, end, parting }, cut) {
  const start = id.end ?? lineAfter(text, heading.end);
  const own = parting && cut(start, lineStart(text, parting.start));
  const isAsked = own && own.text.trim() !== "";
  const { inline, inlineStart } = heading;
  const body = isAsked ? own : cut(inlineStart, inlineStart + inline.length);
  const answer = cut(parting === void 0 ? start : lineAfter(text, parting.end), end);
  return body && answer && { key, title: heading.title, offset: heading.start, body, answer };
}
var unparsable = {
  rule: "unparsable",
  offset: 0,
  message: "The Markdown is too long, nested too deeply or cut up too finely to find the questions in it.",
  remedy: "Split the text, and take out nested quotes and lists."
};
var tooMuchBrought = {
  ...unparsable,
  message: "The definitions and footnotes that the questions refer to are too long together.",
  remedy: "Shorten what many questions refer to."
};
function noQuestions(level) {
  const expected = level === null ? "a heading" : `a heading of level ${level}`;
  return {
    rule: "no-questions",
    offset: 0,
    message: `The FAQ has no question, expected ${expected} for each.`,
    remedy: `Write each question as ${expected}, or remove the mark.`
  };
}
function headingInHtml(heading, { name, end }, of) {
  return {
    rule: "heading-in-html",
    source: formatSourceKey({ ...of, question: heading.anchor }),
    title: heading.title,
    offset: heading.start,
    message: `The heading ${quoted(heading.title)} stands in \`<${name}>\`${end === Infinity ? ", which nothing closes" : ""}, and is no question there, expected it outside of HTML elements.`,
    remedy: "Close the element before the heading, or move the heading out of it; where it belongs to an answer, give it a lower level."
  };
}
function unopenedHtml({ name, start }) {
  return {
    rule: "unopened-html",
    severity: "warning",
    offset: start,
    message: `Nothing opens the element that \`</${name}>\` closes, expected \`<${name}>\` in the text of its question.`,
    remedy: "Remove the tag, or open the element in the same text."
  };
}
function duplicateHeading({ heading }, count) {
  return {
    rule: "duplicate-heading",
    offset: heading.start,
    message: `The question ${quoted(heading.title)} stands ${count} times in one text, expected one heading for a question.`,
    remedy: "Reword one of the headings: the site takes a title once."
  };
}
function sameAnchor({ heading }, sharing) {
  const other = sharing.find((section) => section.heading !== heading)?.heading.title ?? "";
  return {
    rule: "same-anchor",
    offset: heading.start,
    message: `The question ${quoted(heading.title)} has the anchor of ${quoted(other)}, but for a number that depends on their order, expected a key that stays.`,
    remedy: "Write `<!-- stack-publish-id: NAME -->` under each of the headings, or reword one of them."
  };
}
function numberedAnchor({ key, heading }) {
  return {
    rule: "numbered-anchor",
    severity: "warning",
    source: key,
    offset: heading.start,
    message: `The question's key ${quoted(key)} has a number, because an earlier heading has the same anchor: it changes when headings move.`,
    remedy: "Write `<!-- stack-publish-id: NAME -->` under the heading, or reword it."
  };
}

// src/sources/faq/read-faq.ts
function readFaq(text, { start, key: of, level, common, unused, placeOf }) {
  const { questions, problems } = readQuestions(text.slice(start), { level, key: of });
  const placeIn = (offset) => placeOf?.(start + offset) ?? null;
  const source = formatSourceKey(of);
  const { provenance } = common;
  return {
    drafts: questions.map(({ key, title, offset, body, answer }) => {
      const answerLine = placeIn(answer.offset)?.line;
      return {
        ...common,
        key,
        kind: "question",
        title,
        body: body.text,
        answer: answer.text,
        type: null,
        editors: null,
        place: placeIn(offset),
        bodyLine: placeIn(body.offset)?.line ?? 1,
        ...placeOf && body.cuts.length > 0 && { bodyCuts: body.cuts },
        ...answerLine && { answerLine },
        ...placeOf && answer.cuts.length > 0 && { answerCuts: answer.cuts }
      };
    }),
    findings: [
      ...findingsOf(unused, source, provenance, (offset) => placeOf?.(offset) ?? null),
      ...findingsOf(problems, source, provenance, placeIn)
    ]
  };
}

// src/sources/pull-request/read-pull-request.ts
function readPullRequest(pull, settings, defaults, now = Infinity) {
  const provenance = { kind: pull.kind ?? "pull-request", number: pull.number };
  const findings = (problems, id) => findingsOf(problems, formatSourceKey(sourceKey(provenance, id)), provenance, () => null);
  const failed = (problems) => ({
    drafts: [],
    findings: findings(problems, null)
  });
  const labels = new Set(pull.labels.map((label) => label.toLowerCase()));
  const asArticle = labels.has(settings.article.toLowerCase());
  const asFaq = labels.has(settings.faq.toLowerCase());
  if (!asArticle && !asFaq) return { drafts: [], findings: [] };
  if (asArticle && asFaq) return failed([twoLabels(settings)]);
  const form = asFaq ? "faq" : "article";
  const note = readNote(pull.body, form, now);
  if ("failed" in note) return failed(note.failed);
  const { marking, whole, start, warnings } = note;
  const key = sourceKey(provenance, marking?.id ?? null);
  const title = titleOf(pull.title);
  const mapped = tagsOf(labels, settings.tags);
  const tags = marking?.tags?.tags ?? (mapped.length > 0 ? mapped : [...new Set(defaults.tags)]);
  const revision = digestOf({ note: whole, faq: asFaq, title, tags });
  const author = pull.author?.login;
  const common = { revision, provenance, tags, ...author !== void 0 && { author } };
  if (asFaq) {
    const level = marking?.level ?? (note.from === "section" ? 3 : null);
    return readFaq(whole, { start, key, level, common, unused: warnings, placeOf: null });
  }
  const own = readArticle(note);
  if ("failed" in own) return failed(own.failed);
  const draft = {
    ...common,
    key: formatSourceKey(key),
    kind: "article",
    title: own.title ?? title,
    body: own.body,
    answer: null,
    type: marking?.type ?? defaults.type ?? "announcement",
    editors: marking?.editors ?? defaults.editors ?? null,
    // A description has lines, but its readers never see their numbers.
    place: null,
    bodyLine: 1
  };
  return {
    drafts: [draft],
    findings: findings(own.problems, marking?.id ?? null)
  };
}
function isFaq({ labels }, { faq }) {
  return labels.some((label) => label.toLowerCase() === faq.toLowerCase());
}
function tagsOf(labels, tags) {
  const found = Object.entries(tags).filter(([label]) => labels.has(label.toLowerCase()));
  return [...new Set(found.map(([, tag]) => tag))];
}
var prefix = /^(?:feat|fix|docs|chore|refactor|perf|test|build|ci|style|revert)(?:\([^()]*\))?!?:\s*/i;
function titleOf(title) {
  const line = title.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return line.replace(prefix, "") || line;
}

export {
  readFaq,
  isMadeFromPulls,
  readPullRequest,
  isFaq
};
