import type { Config } from '../../config/schema.ts';
import { digestOf } from '../../model/digest.ts';
import type { Draft } from '../../model/draft.ts';
import type { Instant } from '../../model/post.ts';
import type { Provenance } from '../../model/provenance.ts';
import { formatSourceKey, sourceKey } from '../../model/source-key.ts';
import type { MergedPullRequest } from '../../ports/forge.ts';
import { readFaq } from '../faq/read-faq.ts';
import { findingsOf, type Problem, type Reading } from '../reading.ts';
import { readArticle, readNote } from './read-note.ts';
import { twoLabels, type PullRequestLabels } from './two-labels.ts';

/** What is read of a merged pull request. Its author is told to whoever approves, and not published. */
export type PullRequest = Pick<
  MergedPullRequest,
  'kind' | 'number' | 'title' | 'body' | 'labels'
> & {
  readonly author?: Pick<NonNullable<MergedPullRequest['author']>, 'login'> | null;
};

/** What the configuration says of pull requests. */
type PullRequestSettings = PullRequestLabels &
  Pick<Exclude<Config['sources']['pull-requests'], false>, 'tags'>;

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
  const provenance: Provenance = { kind: pull.kind ?? 'pull-request', number: pull.number };
  const findings = (problems: readonly Problem[], id: string | null) =>
    findingsOf(problems, formatSourceKey(sourceKey(provenance, id)), provenance, () => null);
  const failed = (problems: readonly Problem[]): Reading => ({
    drafts: [],
    findings: findings(problems, null),
  });
  const labels = new Set(pull.labels.map((label) => label.toLowerCase()));
  const asArticle = labels.has(settings.article.toLowerCase());
  const asFaq = labels.has(settings.faq.toLowerCase());
  if (!asArticle && !asFaq) return { drafts: [], findings: [] };
  if (asArticle && asFaq) return failed([twoLabels(settings)]);
  const form = asFaq ? 'faq' : 'article';
  const note = readNote(pull.body, form, now);
  if ('failed' in note) return failed(note.failed);
  const { marking, whole, start, warnings } = note;

  const key = sourceKey(provenance, marking?.id ?? null);
  const title = titleOf(pull.title);
  const mapped = tagsOf(labels, settings.tags);
  const tags = marking?.tags?.tags ?? (mapped.length > 0 ? mapped : [...new Set(defaults.tags)]);
  const revision = digestOf({ note: whole, faq: asFaq, title, tags });
  const author = pull.author?.login;
  const common = { revision, provenance, tags, ...(author !== undefined && { author }) };
  if (asFaq) {
    const level = marking?.level ?? (note.from === 'section' ? 3 : null);
    return readFaq(whole, { start, key, level, common, unused: warnings, placeOf: null });
  }
  const own = readArticle(note);
  if ('failed' in own) return failed(own.failed);
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
    findings: findings(own.problems, marking?.id ?? null),
  };
}

/** Whether a pull request is marked as a FAQ, perhaps among others. */
export function isFaq(
  { labels }: Pick<PullRequest, 'labels'>,
  { faq }: Pick<PullRequestLabels, 'faq'>,
): boolean {
  return labels.some((label) => label.toLowerCase() === faq.toLowerCase());
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
