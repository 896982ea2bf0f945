import { Fault } from '../../model/error.ts';
import type { Asked } from './asked.ts';

/** The fault of a write that may have happened. */
export function unknownOutcome(seen: string, { doing }: Asked): Fault<'site'> {
  return new Fault(
    'site',
    'outcome-unknown',
    `Cannot tell whether the site carried out the request (${doing}): ${seen}.`,
    {
      remedy: 'Run it again: the site is searched first, so nothing is written twice.',
      outcome: 'unknown',
    },
  );
}
