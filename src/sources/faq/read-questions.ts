import type { Html } from 'mdast';
import { lineAfter, lineStart } from '../../markdown/lines.ts';
import { headingsOf, type PageHeading } from '../../markdown/headings.ts';
import { htmlOf, type HtmlElement } from '../../markdown/html-elements.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { quoted } from '../../markdown/quoted.ts';
import { textCutter, type CutText } from '../../markdown/text-cutter.ts';
import { formatSourceKey, type SourceKey } from '../../model/source-key.ts';
import { attributesCut, unclosedHtml, type Problem } from '../reading.ts';
import { findQuestionId, idComments, ownerlessId, type QuestionId } from './question-id.ts';

/** A question, cut out of the text that it was found in. */
interface Question {
  readonly key: string;
  readonly title: string;
  /** Where its heading begins. */
  readonly offset: number;
  readonly body: CutText;
  readonly answer: CutText;
}

interface QuestionSettings {
  /** The level of the question headings; null for the highest level that the text has. */
  readonly level: number | null;
  /** The key of what the text is from, which the keys of its questions begin with. */
  readonly key: SourceKey;
}

interface Section {
  readonly key: string;
  readonly heading: PageHeading;
  readonly id: QuestionId;
  readonly end: number;
  /** The heading that parts the question's own body from its answer. */
  readonly parting: PageHeading | undefined;
}

/**
 * Finds the questions of a FAQ. A heading of the level opens one, the next heading of that or of a
 * higher level ends it; headings in code, quotes and lists are none, nor are those in HTML elements,
 * which a cut there would take apart. What stands before the first one belongs to no question.
 */
export function readQuestions(
  text: string,
  settings: QuestionSettings,
): { readonly questions: readonly Question[]; readonly problems: readonly Problem[] } {
  const tree = parseMarkdown(text);
  if (tree === null) return { questions: [], problems: [unparsable] };
  const comments = idComments(tree);
  const { elements, strays } = htmlOf(text, tree);
  const all = headingsOf(text, tree).filter(({ top }) => top);
  const held = inElements(all, elements);
  const headings = all.filter((heading) => !held.has(heading));
  const level = settings.level ?? highestOf(headings) ?? highestOf(all);
  const problems: Problem[] = [...held].flatMap(([heading, element]) =>
    heading.depth === level ? [headingInHtml(heading, element, settings.key)] : [],
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
  const questions: Question[] = [];
  const ownerless = ownerlessId(comments, sections[0]?.heading.start ?? 0);
  for (const section of sections) {
    const { heading, id, key } = section;
    const twins = id.name === null ? (equal.get(heading.title) ?? []) : [];
    const others = id.name === null ? (sharing.get(heading.plainAnchor) ?? []) : [];
    // One above the first heading was surely meant for that question.
    const problem =
      id.problem ??
      (section === sections[0] ? ownerless : null) ??
      (twins.length > 1 ? duplicateHeading(section, twins.length) : null) ??
      (others.length > 1 ? sameAnchor(section, others) : null);
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

function sectionsOf(
  text: string,
  headings: readonly PageHeading[],
  comments: readonly Html[],
  { level: depth, key: of }: QuestionSettings,
): Section[] {
  const sections: Section[] = [];
  for (const [index, heading] of headings.entries()) {
    if (depth === null || heading.depth !== depth) continue;
    let next = index + 1;
    while ((headings[next]?.depth ?? 0) > depth) next += 1;
    const following = headings[next];
    const end = following ? lineStart(text, following.start) : text.length;
    const id = findQuestionId(text, comments, heading.end, end);
    const parting = headings
      .slice(index + 1, next)
      .find((other) => other.depth === depth + 1 && other.title.toLowerCase() === 'answer');
    const key: SourceKey =
      id.name === null
        ? { ...of, question: heading.anchor }
        : { base: { kind: 'id', name: id.name }, question: null };
    sections.push({ key: formatSourceKey(key), heading, id, end, parting });
  }
  return sections;
}

function highestOf(headings: readonly PageHeading[]): number | null {
  return headings.length === 0 ? null : Math.min(...new Set(headings.map(({ depth }) => depth)));
}

/** The headings that stand in an element, each with it. Both lists are in the order of the text. */
function inElements(
  headings: readonly PageHeading[],
  elements: readonly HtmlElement[],
): ReadonlyMap<PageHeading, HtmlElement> {
  const found = new Map<PageHeading, HtmlElement>();
  let index = 0;
  for (const heading of headings) {
    while ((elements[index]?.end ?? Infinity) <= heading.start) index += 1;
    const element = elements[index];
    if (element && element.start < heading.start) found.set(heading, element);
  }
  return found;
}

function holds({ heading, end }: Section, { start }: HtmlElement): boolean {
  return start >= heading.start && start < end;
}

function cutOut(
  text: string,
  { key, heading, id, end, parting }: Section,
  cut: ReturnType<typeof textCutter>,
): Question | null {
  const start = id.end ?? lineAfter(text, heading.end);
  const own = parting && cut(start, lineStart(text, parting.start));
  const isAsked = own && own.text.trim() !== '';
  // The site takes no question without a body. The heading is all that the author said of the question,
  // so that it is the body, too; every other text would be ours.
  const { inline, inlineStart } = heading;
  const body = isAsked ? own : cut(inlineStart, inlineStart + inline.length);
  const answer = cut(parting === undefined ? start : lineAfter(text, parting.end), end);
  return body && answer && { key, title: heading.title, offset: heading.start, body, answer };
}

const unparsable: Problem = {
  rule: 'unparsable',
  offset: 0,
  message:
    'The Markdown is too long, nested too deeply or cut up too finely to find the questions in it.',
  remedy: 'Split the text, and take out nested quotes and lists.',
};

const tooMuchBrought: Problem = {
  ...unparsable,
  message: 'The definitions and footnotes that the questions refer to are too long together.',
  remedy: 'Shorten what many questions refer to.',
};

function noQuestions(level: number | null): Problem {
  const expected = level === null ? 'a heading' : `a heading of level ${level}`;
  return {
    rule: 'no-questions',
    offset: 0,
    message: `The FAQ has no question, expected ${expected} for each.`,
    remedy: `Write each question as ${expected}, or remove the mark.`,
  };
}

function headingInHtml(heading: PageHeading, { name, end }: HtmlElement, of: SourceKey): Problem {
  return {
    rule: 'heading-in-html',
    source: formatSourceKey({ ...of, question: heading.anchor }),
    title: heading.title,
    offset: heading.start,
    message: `The heading ${quoted(heading.title)} stands in \`<${name}>\`${end === Infinity ? ', which nothing closes' : ''}, and is no question there, expected it outside of HTML elements.`,
    remedy:
      'Close the element before the heading, or move the heading out of it; where it belongs to an answer, give it a lower level.',
  };
}

function unopenedHtml({ name, start }: HtmlElement): Problem {
  return {
    rule: 'unopened-html',
    severity: 'warning',
    offset: start,
    message: `Nothing opens the element that \`</${name}>\` closes, expected \`<${name}>\` in the text of its question.`,
    remedy: 'Remove the tag, or open the element in the same text.',
  };
}

function duplicateHeading({ heading }: Section, count: number): Problem {
  return {
    rule: 'duplicate-heading',
    offset: heading.start,
    message: `The question ${quoted(heading.title)} stands ${count} times in one text, expected one heading for a question.`,
    remedy: 'Reword one of the headings: the site takes a title once.',
  };
}

function sameAnchor({ heading }: Section, sharing: readonly Section[]): Problem {
  const other = sharing.find((section) => section.heading !== heading)?.heading.title ?? '';
  return {
    rule: 'same-anchor',
    offset: heading.start,
    message: `The question ${quoted(heading.title)} has the anchor of ${quoted(other)}, but for a number that depends on their order, expected a key that stays.`,
    remedy:
      'Write `<!-- stack-publish-id: NAME -->` under each of the headings, or reword one of them.',
  };
}

function numberedAnchor({ key, heading }: Section): Problem {
  return {
    rule: 'numbered-anchor',
    severity: 'warning',
    source: key,
    offset: heading.start,
    message: `The question's key ${quoted(key)} has a number, because an earlier heading has the same anchor: it changes when headings move.`,
    remedy: 'Write `<!-- stack-publish-id: NAME -->` under the heading, or reword it.',
  };
}
