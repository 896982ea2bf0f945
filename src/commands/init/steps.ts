import { Fault } from '../../model/error.ts';
import type { InitDocument } from '../../report/documents/init.ts';

/** One thing that is set up, and what came of it. */
export type Step = InitDocument['steps'][number];

/** Something that is left for a person to do. */
export type Chore = InitDocument['left'][number];

/** What was done, and what that leaves to do. */
export interface Done {
  readonly steps: readonly Step[];
  readonly left: readonly Chore[];
}

export const chore = (
  what: string,
  url: string | null = null,
  run: string | null = null,
): Chore => ({
  do: what,
  url,
  run,
});

/** Why something could not be done: the words of a refusal; other failures go on as they are. */
export interface Refusal {
  readonly state: 'left' | 'failed';
  readonly message: string;
}

/** What a forge does not let a token do is left for a person; what fails otherwise has failed. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Fault) || error.kind !== 'forge') throw error;
  return { state: error.code === 'forge-refused' ? 'left' : 'failed', message: error.message };
}
