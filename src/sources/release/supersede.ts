import type { Finding } from '../../model/finding.ts';
import type { ForgeContext, RecordedSource } from '../source-kind.ts';
import { noteFindings } from './member-note.ts';
import { releaseKey } from './release-facts.ts';

/** What a record depends on once it was told that a release has its note. */
const mark = 'superseded';

/**
 * Notes that were published on their own before releases were made from them: their posts stay, and are
 * neither updated nor orphaned. Once a release has such a note, that is told once.
 */
export function supersede(
  tags: ReadonlyMap<number, readonly string[]>,
  { others, settings }: Pick<ForgeContext, 'others' | 'settings'>,
): { readonly unread: readonly RecordedSource[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const unread = others.flatMap(({ key, record }): RecordedSource[] => {
    const { provenance, kind, dependsOn } = record;
    const isChange = provenance?.kind === 'pull-request' || provenance?.kind === 'merge-request';
    if (!isChange || kind !== 'article') return [];
    const { number } = provenance;
    const [tag] = tags.get(number) ?? [];
    const isNews = tag !== undefined && record.post !== null && !Object.hasOwn(dependsOn, mark);
    if (!isNews)
      return [{ key, record: record.settings === settings ? record : { ...record, settings } }];
    const problem = {
      rule: 'superseded',
      severity: 'warning',
      offset: 0,
      message: `The note is in ${releaseKey(tag)} now, expected in one post: its own is no longer updated.`,
      remedy: 'Delete its own post on the site if readers do not need it, or leave it.',
    } as const;
    findings.push(...noteFindings(provenance, [problem], () => null));
    const told = { ...dependsOn, [mark]: releaseKey(tag) };
    return [{ key, record: { ...record, settings, dependsOn: told } }];
  });
  return { unread, findings };
}
