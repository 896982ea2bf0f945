import type { FoundPull } from '../../../ports/forge-fleet.ts';
import type { InitOrgDocument } from '../../../report/documents/init-org.ts';
import type { Chore, Step } from '../steps.ts';

/** What became of one repository. */
export type Row = InitOrgDocument['repositories'][number];

/** A secret that an environment lacks. */
export interface MissingSecret {
  readonly environment: string;
  readonly secret: string;
}

/** A repository that was left alone. */
export function skippedRow(
  repository: string,
  reason: NonNullable<Row['reason']>,
  message: string,
): Row {
  const rest = { pull: null, steps: [], left: [] };
  return { repository, state: 'skipped', reason, message, ...rest };
}

/** A repository at which something failed as a whole. */
export function failedRow(repository: string, message: string): Row {
  const rest = { pull: null, steps: [], left: [] };
  return { repository, state: 'failed', reason: null, message, ...rest };
}

const written: readonly Step['state'][] = ['created', 'changed'];

/** What became of a repository, of its steps. */
export function rowOf(
  repository: string,
  done: {
    readonly steps: readonly Step[];
    readonly left: readonly Chore[];
    readonly pull: FoundPull | null;
    /** Whether a pull request was opened now. */
    readonly isNew: boolean;
    readonly message: string | null;
  },
): Row {
  const { steps, left, pull, isNew, message } = done;
  const has = (state: Step['state']) => steps.some((step) => step.state === state);
  const state = has('failed')
    ? 'failed'
    : has('planned')
      ? 'planned'
      : isNew || steps.some((step) => written.includes(step.state))
        ? 'changed'
        : left.length > 0 || has('left') || has('proposed') || message !== null
          ? 'waits'
          : 'done';
  return { repository, state, reason: null, message, pull, steps: [...steps], left: [...left] };
}
