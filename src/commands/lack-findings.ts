import type { Draft } from '../model/draft.ts';
import { listed, type Finding } from '../model/finding.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import type { Provenance } from '../model/provenance.ts';
import type { PlannedChanges } from '../planning/plan-changes.ts';
import type { PlannedChange } from '../planning/planned-change.ts';
import type { Site } from '../ports/site.ts';

const useV3 = 'set destination.api to v3 where the site has it';

/**
 * What the API of the site was found not to offer, as far as it concerns these sources. `unedited`: the
 * sources whose Articles should have been changed.
 */
export function lackFindings(
  { quirks }: Pick<Site, 'quirks'>,
  { changes }: Pick<PlannedChanges, 'changes'>,
  unedited: readonly string[],
  records: LedgerIndex['records'],
): readonly Finding[] {
  const { lacks = [] } = quirks?.memory ?? {};
  const finding = (change: PlannedChange, rule: string): Omit<Finding, 'message' | 'remedy'> => ({
    rule,
    severity: 'warning',
    source: change.source,
    provenance: provenanceOf(change, records),
    place: null,
  });
  const questions = changes.filter(({ kind }) => kind === 'question');
  const [first, ...others] = lacks.includes('accept') ? questions : [];
  const accept: Finding[] = first
    ? [
        {
          ...finding(first, 'accept-unavailable'),
          message: `The API of the site offers no way to accept an answer: whether that of the question${others.length === 0 ? '' : `, and of ${others.length} more,`} is accepted is left to a person.`,
          remedy: `Accept them on the site, or ${useV3}.`,
        },
      ]
    : [];
  const edits = changes
    .filter(({ source }) => unedited.includes(source))
    .map((change): Finding => ({
      ...finding(change, 'article-edit-unavailable'),
      message:
        'The source changed, and the API of the site offers no way to edit an Article: it stays as it is.',
      remedy: `Edit it on the site, or ${useV3}; \`plan --full\` tries again.`,
    }));
  return [...accept, ...listed(edits)];
}

/** That who may edit an Article is configured, and cannot be set. */
export function editorsFinding({ key: source, provenance, place }: Draft): Finding {
  return {
    rule: 'editors-unavailable',
    severity: 'warning',
    source,
    provenance,
    place,
    message: 'Editors are configured, and API v2.3 cannot set who may edit an Article.',
    remedy: `Set them on the site, or ${useV3}.`,
  };
}

function provenanceOf(change: PlannedChange, records: LedgerIndex['records']): Provenance {
  const known =
    change.outcome === 'unchanged' ? change.record.provenance : change.composedFrom.provenance;
  return known ?? records[change.source]?.provenance ?? { kind: 'file', path: change.source };
}
