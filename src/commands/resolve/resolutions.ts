import type { HoldReason } from '../../model/plan.ts';
import type { ResolutionName } from '../../model/resolution.ts';
import type { HeldSource } from '../../planning/planned-change.ts';

/** What can end each hold. The others end by themselves, or by `adopt`. */
export const fittingResolutions: Readonly<Record<HoldReason, readonly ResolutionName[]>> = {
  conflict: ['source', 'site', 'forget'],
  'no-base': ['source', 'site', 'forget'],
  encoding: ['source', 'site', 'forget'],
  public: ['source', 'site', 'forget'],
  moved: ['source', 'site', 'forget'],
  locked: ['forget'],
  deleted: ['recreate', 'forget'],
  'kind-changed': ['recreate', 'forget'],
  'title-taken': ['source', 'forget'],
  ambiguous: ['forget'],
  ledger: ['forget'],
  'too-long': ['forget'],
  'in-progress': [],
  'outcome-unknown': [],
};

/** What a person can ask for to end a hold: a post that a renamed source takes over cannot be skipped. */
export function waysOut({
  reason,
  ours,
  renamedFrom,
  isProposal,
}: Pick<HeldSource, 'reason' | 'ours' | 'renamedFrom' | 'isProposal'>): readonly ResolutionName[] {
  if (isProposal) return ['skip'];
  const fitting = fittingResolutions[reason];
  const maySkip = fitting.length > 0 && ours !== null && renamedFrom === null;
  return maySkip ? [...fitting, 'skip'] : fitting;
}
