import type { Config } from '../../config/schema.ts';
import { digestOf } from '../../model/digest.ts';
import type { Draft } from '../../model/draft.ts';
import type { Instant } from '../../model/post.ts';
import type { Provenance } from '../../model/provenance.ts';
import { formatSourceKey, sourceKey } from '../../model/source-key.ts';
import { cutHeading } from '../../markdown/cut-heading.ts';
import { findFrontMatter } from '../../markdown/front-matter.ts';
import { headingsOf } from '../../markdown/headings.ts';
import { htmlOf } from '../../markdown/html-elements.ts';
import { skipBlankLines } from '../../markdown/lines.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { quoted } from '../../markdown/quoted.ts';
import { withLabelsOf } from '../../markdown/text-cutter.ts';
import type { MergedPullRequest } from '../../ports/forge.ts';
import { readFaq } from '../faq/read-faq.ts';
import { readMarking } from '../front-matter/read-marking.ts';
import { attributesCut, findingsOf, unclosedHtml, type Problem, type Reading } from '../reading.ts';
import { findNote, type NoteText } from './find-note.ts';
import { saysNone } from './says-none.ts';

/** What is read of a merged pull request. Its author is not published. */
export type PullRequest = Pick<MergedPullRequest, 'number' | 'title' | 'body' | 'labels'>;

/** What the configuration says of pull requests. GitHub does not tell upper from lower case in labels. */
type PullRequestSettings = Pick<
  Exclude<Config['sources']['pull-requests'], false>,
  'article' | 'faq' | 'tags'
>;

/**
 * Reads the note of a merged pull request. One without the labels gives nothing; a marked one gives
 * its draft (a FAQ: one for each question), or the findings that tell why there is none. Only the
 * note is taken; the rest of the description stays where it is.
 */
export function readPullRequest(
  pull: PullRequest,
  settings: PullRequestSettings,
  defaults: Config['defaults'],
  now: Instant = Infinity,
): Reading {
  const provenance: Provenance = { kind: 'pull-request', number: pull.number };
  const findings = (problems: readonly Problem[], id: string | null) =>
    findingsOf(problems, formatSourceKey(sourceKey(provenance, id)), provenance, () => null);
  const failed = (problems: readonly Problem[]): Reading => ({
    drafts: [],
    findings: findings(problems, null),
  });
  const labels = new Set(pull.labels.map((label) => label.toLowerCase()));
  const isArticle = labels.has(settings.article.toLowerCase());
  const isFaq = labels.has(settings.faq.toLowerCase());
  if (!isArticle && !isFaq) return { drafts: [], findings: [] };
  if (isArticle && isFaq) return failed([twoLabels(settings)]);
  const description = pull.body.toWellFormed();
  const note = findNote(description);
  if (note.kind !== 'text') return failed([noNote[note.kind]]);
  const head = findFrontMatter(note.text);
  const form = isFaq ? 'faq' : 'article';
  const marking = head?.kind === 'yaml' ? readMarking(note.text, head, { label: form, now }) : null;
  if (marking && 'problems' in marking) return failed(marking.problems);
  const start = head && marking ? skipBlankLines(note.text, head.after) : 0;
  const text = withLabelsOf(description, note.text.slice(start));
  const whole = note.text.slice(0, start) + text;

  const key = sourceKey(provenance, marking?.id ?? null);
  const title = titleOf(pull.title);
  const mapped = tagsOf(labels, settings.tags);
  const tags = marking?.tags?.tags ?? (mapped.length > 0 ? mapped : [...new Set(defaults.tags)]);
  const revision = digestOf({ note: whole, faq: isFaq, title, tags });
  const common = { revision, provenance, tags };
  const warnings = [...note.problems, ...(marking?.warnings ?? [])];
  if (isFaq) {
    const level = marking?.level ?? (note.from === 'section' ? 3 : null);
    return readFaq(whole, { start, key, level, common, unused: warnings, placeOf: null });
  }
  const own = splitTitle(text, marking?.title?.title ?? null);
  if (own.body.trim() !== '' && saysNone(own.body)) return failed([noNote.none]);
  const problems = [...warnings, ...own.problems];
  // A heading within the element ended the section.
  if (note.from === 'section') problems.push(...unclosedIn(own.body));
  const draft: Draft = {
    ...common,
    key: formatSourceKey(key),
    kind: 'article',
    title: own.title ?? title,
    body: own.body,
    answer: null,
    type: marking?.type ?? defaults.type ?? 'announcement',
    editors: marking?.editors ?? defaults.editors ?? null,
    // A description has lines, but its readers never see their numbers.
    place: null,
    bodyLine: 1,
  };
  return {
    drafts: [draft],
    findings: findings(problems, marking?.id ?? null),
  };
}

/** The tags of the labels, in the order of the configuration: a forge may list labels in any order. */
function tagsOf(labels: ReadonlySet<string>, tags: Readonly<Record<string, string>>): string[] {
  const found = Object.entries(tags).filter(([label]) => labels.has(label.toLowerCase()));
  return [...new Set(found.map(([, tag]) => tag))];
}

const prefix =
  /^(?:feat|fix|docs|chore|refactor|perf|test|build|ci|style|revert)(?:\([^()]*\))?!?:\s*/i;

/** The title of a pull request on one line, without the prefix of a conventional commit. */
function titleOf(title: string): string {
  const line = title
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return line.replace(prefix, '') || line;
}

/**
 * Takes the heading that a text begins with for its title, out of the body, unless its front matter
 * gives one. `title` is null without one.
 */
function splitTitle(
  text: string,
  given: string | null,
): {
  readonly title: string | null;
  readonly body: string;
  readonly problems: readonly Problem[];
} {
  const none = { title: given, body: text, problems: [] };
  if (given !== null) return none;
  // Most notes begin without a heading, which needs no parser: no `#`, and no underline anywhere.
  if (!/^ {0,3}#|\n {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/.test(text)) return none;
  const tree = parseMarkdown(text);
  if (tree === null || tree.children[0]?.type !== 'heading') return none;
  const [heading] = headingsOf(text, tree);
  if (heading === undefined) return none;
  const { title } = heading;
  return { title, body: cutHeading(text, heading).text, problems: attributesCut(heading) };
}

function unclosedIn(text: string): readonly Problem[] {
  const tree = text.includes('<') ? parseMarkdown(text) : null;
  const unclosed = tree && htmlOf(text, tree).elements.find(({ end }) => end === Infinity);
  return unclosed ? [unclosedHtml(unclosed)] : [];
}

function twoLabels({ article, faq }: PullRequestSettings): Problem {
  return {
    rule: 'two-labels',
    offset: 0,
    message: `The pull request has the labels ${quoted(article)} and ${quoted(faq)}, expected one of them.`,
    remedy: 'Remove one of the two labels.',
  };
}

const noNote: Record<Exclude<NoteText['kind'], 'text'>, Problem> = {
  none: {
    rule: 'note-none',
    severity: 'warning',
    offset: 0,
    message:
      'The note of the pull request says only `NONE` or the like, so that nothing is published.',
    remedy: 'Write a note, or remove the label.',
  },
  empty: {
    rule: 'no-note',
    severity: 'warning',
    offset: 0,
    message:
      'The pull request has no text for readers, expected a block ```release-note or a section `## Release note` (or `faq`).',
    remedy: 'Write a note into the description, or remove the label.',
  },
  open: {
    rule: 'open-note',
    offset: 0,
    message: "The block of the pull request's note is not closed, expected a closing fence.",
    remedy: 'Close the block with a line of the marks that open it.',
  },
  cut: {
    rule: 'open-note',
    offset: 0,
    message:
      "The block of the pull request's note ends within a code block, expected more marks around the note than around the code in it.",
    remedy: 'Open and close the note with one mark more than its code blocks, such as four.',
  },
  headed: {
    rule: 'front-matter',
    offset: 0,
    message:
      'A block of the note after the first begins with a front matter, expected it in the first.',
    remedy: 'Move what it says into the front matter of the first block.',
  },
  unparsable: {
    rule: 'unparsable',
    offset: 0,
    message:
      "The pull request's description is too long, nested too deeply or cut up too finely to find its note.",
    remedy: 'Shorten the description, and take out nested quotes and lists.',
  },
};
