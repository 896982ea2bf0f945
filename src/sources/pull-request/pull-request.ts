import { digestOf } from '../../model/digest.ts';
import type { Draft } from '../../model/draft.ts';
import type { Provenance } from '../../model/provenance.ts';
import { formatSourceKey, sourceKey, type SourceKey } from '../../model/source-key.ts';
import { skipBlankLines } from '../../markdown/lines.ts';
import { findFrontMatter } from '../../markdown/front-matter.ts';
import { quoted } from '../../markdown/quoted.ts';
import { readMarking, type Marking } from '../front-matter/marking.ts';
import { findNote, saysNone, type NoteText } from './note-text.ts';
import type { Problem } from '../problem.ts';
import { findingOf } from '../problem-finding.ts';
import { pullRequestTitle } from './pull-request-title.ts';
import { readQuestions } from '../faq/questions.ts';
import type { Reading, SourceDefaults } from '../reading.ts';
import { splitTitle } from './split-title.ts';

/** What is read of a merged pull request. Its author is not published. */
export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

/** What the configuration says of pull requests. */
export interface PullRequestSettings {
  /** The labels that mark one; GitHub does not tell upper from lower case in them. */
  readonly article: string;
  readonly faq: string;
  /** Tags from labels. */
  readonly tags: Readonly<Record<string, string>>;
  readonly defaults: SourceDefaults;
}

/**
 * Reads the note of a merged pull request. One without the labels gives nothing; a marked one gives
 * its draft (a FAQ: one for each question), or the findings that tell why there is none. Only the
 * note is taken; the rest of the description stays where it is.
 */
export function readPullRequest(pull: PullRequest, settings: PullRequestSettings): Reading {
  const provenance: Provenance = { kind: 'pull-request', number: pull.number };
  const failed = failure(provenance);
  const labels = new Set(pull.labels.map((label) => label.toLowerCase()));
  const isArticle = labels.has(settings.article.toLowerCase());
  const isFaq = labels.has(settings.faq.toLowerCase());
  if (!isArticle && !isFaq) return { drafts: [], findings: [] };
  if (isArticle && isFaq) return failed([twoLabels(settings)]);
  const note = findNote(pull.body.toWellFormed());
  if (note.kind !== 'text') return failed([noNote[note.kind]]);
  const head = readHead(note.text, isFaq ? 'faq' : 'article');
  if ('problems' in head) return failed(head.problems);
  const { marking } = head;
  const text = note.text.slice(head.start);
  if (text.trim() === '') return failed([noNote.empty]);
  if (saysNone(text)) return failed([noNote.none]);

  const key = sourceKey(provenance, marking?.id ?? null);
  const title = pullRequestTitle(pull.title);
  const mapped = tagsOf(labels, settings.tags);
  const tags =
    marking?.tags?.tags ?? (mapped.length > 0 ? mapped : [...new Set(settings.defaults.tags)]);
  const revision = digestOf({ note: note.text, faq: isFaq, title, tags });
  // A description has lines, but its readers never see their numbers.
  const common = { revision, provenance, tags, place: null, bodyLine: 1 };
  if (isFaq) {
    const level = marking?.level ?? (note.from === 'section' ? 3 : null);
    return readFaqNote(text, { key, level, common, unused: marking?.unused ?? [] });
  }
  const own = marking?.title ? { title: marking.title.title, body: text } : splitTitle(text);
  const draft: Draft = {
    ...common,
    key: formatSourceKey(key),
    kind: 'article',
    title: own.title ?? title,
    body: own.body,
    answer: null,
    type: marking?.type ?? settings.defaults.type ?? 'announcement',
    editors: marking?.editors ?? settings.defaults.editors ?? null,
  };
  return { drafts: [draft], findings: [] };
}

interface FaqNote {
  readonly key: SourceKey;
  readonly level: number | null;
  readonly common: Pick<Draft, 'revision' | 'provenance' | 'tags' | 'place' | 'bodyLine'>;
  readonly unused: readonly Problem[];
}

function readFaqNote(text: string, { key, level, common, unused }: FaqNote): Reading {
  const { questions, problems } = readQuestions(text, { level, key });
  const source = formatSourceKey(key);
  return {
    drafts: questions.map(({ key, title, body, answer }): Draft => ({
      ...common,
      key,
      kind: 'question',
      title,
      body: body.text,
      answer: answer.text,
      type: null,
      editors: null,
    })),
    findings: [...unused, ...problems].map((problem) =>
      findingOf(problem, source, common.provenance, null),
    ),
  };
}

/** Reads the front matter of a note, and tells where the text after it begins. */
function readHead(
  note: string,
  form: Marking['as'],
):
  | { readonly marking: Marking | null; readonly start: number }
  | { readonly problems: readonly Problem[] } {
  const found = findFrontMatter(note);
  if (found?.kind !== 'yaml') return { marking: null, start: 0 };
  const marking = readMarking(note, found, form);
  if (marking === null) return { marking, start: 0 };
  if ('problems' in marking) return marking;
  return { marking, start: skipBlankLines(note, found.after) };
}

/** The tags of the labels, in the order of the configuration: a forge may list labels in any order. */
function tagsOf(labels: ReadonlySet<string>, tags: Readonly<Record<string, string>>): string[] {
  const found = Object.entries(tags).filter(([label]) => labels.has(label.toLowerCase()));
  return [...new Set(found.map(([, tag]) => tag))];
}

/** Makes of problems what is read of a pull request that gives no draft. */
function failure(provenance: Provenance): (problems: readonly Problem[]) => Reading {
  const source = formatSourceKey(sourceKey(provenance, null));
  return (problems) => ({
    drafts: [],
    findings: problems.map((problem) => findingOf(problem, source, provenance, null)),
  });
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
    message: 'The note of the pull request is `NONE`, so that nothing is published.',
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
    message: "The pull request's description is too long or nested too deeply to find its note.",
    remedy: 'Shorten the description, and take out nested quotes and lists.',
  },
};
