import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { LedgerIndex, LedgerRecord } from '../model/ledger.ts';
import { textDigest } from '../model/post.ts';
import { provenanceText, type Provenance } from '../model/provenance.ts';
import { parseSourceKey } from '../model/source-key.ts';

/** A question as its file or its note has it now; one that could not be read in full has no text. */
export type StandingQuestion = Pick<Draft, 'key' | 'title' | 'provenance'> &
  Partial<Pick<Draft, 'body' | 'answer'>>;

/**
 * Finds the records that questions have under other keys than their own. An anchor passes from one
 * heading to another where headings come, go or are pinned, so that within a file a record goes with
 * its title. A pinned key goes before the title, unless the text moved, too.
 *
 * Returns the keys of these records by the key of the question. None of them may be matched to the
 * question that has its key now.
 */
export function followTitles(
  questions: readonly StandingQuestion[],
  records: LedgerIndex['records'],
): ReadonlyMap<string, readonly string[]> {
  const moves = new Map<string, readonly string[]>();
  if (questions.length === 0) return moves;
  const present = new Set(questions.map(({ key }) => key));
  const settled = new Set(
    questions.filter(({ key, title }) => records[key]?.title === title).map(({ key }) => key),
  );
  const left = Object.entries(records).filter(
    ([key, { kind }]) => kind === 'question' && !settled.has(key),
  );
  const byTitle = Map.groupBy(left, ([, { provenance, title }]) => nameOf(provenance, title));
  for (const question of questions) {
    const { key, title, provenance } = question;
    if (settled.has(key)) continue;
    const own = Object.hasOwn(records, key) ? records[key] : undefined;
    const stays = isPinned(key) && own !== undefined && hasMoreThanSkip(own);
    const found = (byTitle.get(nameOf(provenance, title)) ?? []).filter(([other, { text }]) => {
      const pinned = stays || (isPinned(other) && present.has(other));
      return !pinned || text === textOf(question);
    });
    if (found.length > 0)
      moves.set(
        key,
        found.map(([other]) => other),
      );
  }
  return moves;
}

/** The error of a question whose key another one's record has, that of a question with this title. */
export function displacedFinding(draft: Draft, title: string): Finding {
  const { key, provenance, place } = draft;
  return {
    rule: 'same-anchor',
    severity: 'error',
    source: key,
    provenance,
    place,
    message: `The key ${JSON.stringify(key)} has the post of the question ${JSON.stringify(title)}, expected a key of its own.`,
    remedy:
      'Write `<!-- stack-publish-id: NAME -->` with a new name under the heading, or publish the other questions of the file first.',
  };
}

function nameOf(provenance: Provenance | null, title: string): string {
  return JSON.stringify([provenance && provenanceText(provenance), title]);
}

/** Whether a record says more than that a person skipped what its source said. */
export function hasMoreThanSkip({ post, intent, forgotten }: LedgerRecord): boolean {
  return post !== null || intent !== null || forgotten;
}

function isPinned(key: string): boolean {
  const { base, question } = parseSourceKey(key);
  return base.kind === 'id' && question === null;
}

function textOf({ body, answer }: StandingQuestion) {
  return body === undefined ? undefined : textDigest({ body, answer: answer ?? null });
}
