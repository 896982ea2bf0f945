import { digestOf } from '../../model/digest.ts';
import type { Place } from '../../model/error.ts';
import type { Finding } from '../../model/finding.ts';
import type { Instant } from '../../model/post.ts';
import { provenanceText, type ChangeKind } from '../../model/provenance.ts';
import type { MergedPullRequest } from '../../ports/forge.ts';
import {
  readArticle,
  readNote,
  readOverride,
  type ArticleText,
} from '../pull-request/read-note.ts';
import { twoLabels, type PullRequestLabels } from '../pull-request/two-labels.ts';
import { findingsOf, type Problem } from '../reading.ts';
import type { Override } from './overrides.ts';
import { revertedBy } from './reverts.ts';

export interface NoteOptions {
  readonly labels: PullRequestLabels;
  /** The overrides of the pull requests that are read, by number. */
  readonly overrides: ReadonlyMap<number, Override>;
  readonly now: Instant;
}

/** What the text of a release depends on of one of its pull requests. */
export interface MemberNote {
  /** Null where it has none, or none that can be read. */
  readonly text: ArticleText | null;
  readonly problems: readonly Problem[];
  readonly placeOf: (offset: number) => Place | null;
  /** By the mark of a conventional commit, or by a label that says so. */
  readonly isBreaking: boolean;
  /** Changes with what is said here, and with what decides about its section. */
  readonly digest: string;
}

/** Reads what a pull request says in its release; null where it neither has a note nor reverts one. */
export function memberNote(
  pull: MergedPullRequest,
  { labels, overrides, now }: NoteOptions,
): MemberNote | null {
  const names = new Set(pull.labels.map((label) => label.toLowerCase()));
  const isMarked = names.has(labels.article.toLowerCase());
  const isFaq = names.has(labels.faq.toLowerCase());
  const override = overrides.get(pull.number) ?? null;
  const reverts = revertedBy(pull);
  if (!isMarked && !override && reverts.length === 0) return null;
  const read = (): Pick<MemberNote, 'text' | 'problems'> => {
    if (override?.problem) return { text: null, problems: [override.problem] };
    if (!override && !isMarked) return { text: null, problems: [] };
    if (!override && isFaq) return { text: null, problems: [twoLabels(labels)] };
    const note = override ? readOverride(override.text, now) : readNote(pull.body, 'article', now);
    const text = 'failed' in note ? note : readArticle(note);
    return 'failed' in text
      ? { text: null, problems: text.failed }
      : { text, problems: text.problems };
  };
  const { text, problems } = read();
  const isBreaking = isMarkedBreaking(pull.title) || pull.labels.some(namesBreaking);
  const digest = digestOf({
    labels: [...names].sort(),
    author: pull.author?.login ?? null,
    breaking: isBreaking,
    note: text && { title: text.title, body: text.body },
    flaws: problems.map(({ rule }) => rule),
    reverts,
  });
  return {
    text,
    problems,
    placeOf: override?.placeOf ?? (() => null),
    isBreaking,
    // So many digits tell two notes of one pull request apart.
    digest: digest.slice('sha256:'.length).slice(0, 16),
  };
}

/** Findings on the note of a pull request, under its own name. */
export function noteFindings(
  pull: Change,
  problems: readonly Problem[],
  placeOf: MemberNote['placeOf'],
): readonly Finding[] {
  return findingsOf(problems, pullName(pull), provenanceOf(pull), placeOf);
}

type Change = Pick<MergedPullRequest, 'kind' | 'number'>;

function provenanceOf({ kind = 'pull-request', number }: Change) {
  return { kind, number };
}

/** How findings and records of releases name a pull request or merge request: by its source key. */
export function pullName(pull: Change): string {
  return provenanceText(provenanceOf(pull));
}

/** The digest of a note that a record of a release holds, by its number; null: it holds none. */
export function knownNote(
  dependsOn: Readonly<Record<string, string | null>>,
  number: number,
): string | null {
  const named = (kind: ChangeKind) => dependsOn[pullName({ kind, number })];
  return named('pull-request') ?? named('merge-request') ?? null;
}

function isMarkedBreaking(title: string): boolean {
  return /^\s*[a-z]+(?:\([^()]*\))?!:/i.test(title);
}

function namesBreaking(label: string): boolean {
  return /(?:^|[^a-z])breaking(?:[^a-z]|$)/i.test(label);
}
