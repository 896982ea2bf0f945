import { digestOf } from '../../model/digest.ts';
import type { Finding } from '../../model/finding.ts';
import type { LedgerRecord } from '../../model/ledger.ts';
import { formatSourceKey, sourceKey } from '../../model/source-key.ts';
import type { PublishedRelease } from '../../ports/forge.ts';
import { findingsOf, type Problem } from '../reading.ts';
import { knownNote, type MemberNote } from './member-note.ts';
import type { Overrides } from './overrides.ts';

/** The key of a release, and of its record. */
export function releaseKey(tag: string): string {
  return formatSourceKey(sourceKey({ kind: 'release', tag }, null));
}

/** A release's name on one line, else its tag. */
export function titleOf({ name, tag }: Pick<PublishedRelease, 'name' | 'tag'>): string {
  const line = name
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return line || tag;
}

/** What of a release itself its Article depends on, by what its record calls it; null: there is none. */
export function releaseFacts(
  release: PublishedRelease,
  overrides: Pick<Overrides, 'pathOf' | 'revisionOf'>,
): Readonly<Record<string, string | null>> {
  const { tag, commit } = release;
  return {
    release: digestOf({ title: titleOf(release) }),
    tag: commit,
    [overrides.pathOf(tag)]: overrides.revisionOf(tag),
  };
}

interface StaleOptions {
  readonly overrides: Pick<Overrides, 'pathOf' | 'revisionOf'>;
  /** Of the pull requests that were updated. */
  readonly notes: ReadonlyMap<number, MemberNote | null>;
}

/** Whether a release has to be made anew: one of its pull requests, an override or itself is another. */
export function isStale(
  release: PublishedRelease,
  { dependsOn, members }: Pick<LedgerRecord, 'dependsOn' | 'members'>,
  { overrides, notes }: StaleOptions,
): boolean {
  const isOther = (name: string, now: string | null) => (dependsOn[name] ?? null) !== now;
  const facts = Object.entries(releaseFacts(release, overrides));
  if (facts.some(([name, now]) => isOther(name, now))) return true;
  return (members ?? []).some((number) => {
    const note = notes.get(number);
    if (note !== undefined && knownNote(dependsOn, number) !== (note?.digest ?? null)) return true;
    return isOther(overrides.pathOf(number), overrides.revisionOf(number));
  });
}

/** Findings on a release as a whole. */
export function releaseFindings(
  tag: string,
  problems: readonly Problem[],
  placeOf: Parameters<typeof findingsOf>[3] = () => null,
): Finding[] {
  return findingsOf(problems, releaseKey(tag), { kind: 'release', tag }, placeOf);
}
