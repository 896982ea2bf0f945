import type { ErrorCode, Fault } from '../model/error.ts';
import type { HoldReason } from '../model/plan.ts';
import type { PostRef } from '../model/post.ts';
import type { ReplacedTags } from '../planning/compare.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { WriteResult } from './write-result.ts';

/** What became of one approved step. */
export interface StepResult {
  readonly change: PlannedStep;
  readonly result: 'created' | 'updated' | 'merged' | 'adopted' | 'unchanged' | 'held' | 'failed';
  readonly post: PostRef | null;
  /** Why it was held. */
  readonly reason: HoldReason | null;
  /** Why it failed. */
  readonly code: ErrorCode | null;
  /** What a person should know and do; null where all is well. */
  readonly detail: (Pick<Fault, 'message' | 'remedy'> & Partial<Pick<Fault, 'forTeam'>>) | null;
}

/** A result of which there is nothing more to say. */
export function plain(change: PlannedStep, result: StepResult['result']): StepResult {
  return { change, result, post: change.post, reason: null, code: null, detail: null };
}

/** What a write came to, in words for people. */
export function resultOf(change: PlannedStep, written: WriteResult): StepResult {
  switch (written.outcome) {
    case 'done': {
      const done = { ...plain(change, written.result), post: written.post };
      if (written.changed.length === 0)
        return { ...done, detail: replacedDetail(written.replaced) };
      return {
        ...done,
        result: 'failed',
        code: 'response-differs',
        detail: {
          message: `The site did not keep the ${written.changed.join(' and the ')} as sent; the post exists and is recorded.`,
          remedy: 'Open the post and compare it with its source.',
        },
      };
    }
    case 'partial':
      throw new TypeError(`${change.source} was only begun`);
    case 'held': {
      const { reason, message, remedy } = written;
      return { ...plain(change, 'held'), reason, detail: { message, remedy } };
    }
    case 'failed': {
      const { code, message, remedy, forTeam } = written.fault;
      return { ...plain(change, 'failed'), code, detail: { message, remedy, forTeam } };
    }
  }
}

/** What the site made of the tags is told once, and is no difference from then on. */
function replacedDetail(replaced: ReplacedTags | null): StepResult['detail'] {
  if (!replaced) return null;
  const { ours, theirs } = replaced;
  const shown = theirs.length === 0 ? 'leaves out' : `shows ${theirs.join(', ')} in the place of`;
  return {
    message: 'The site shows other tags than those that were sent, as it does with synonyms.',
    forTeam:
      ours.length === 0 ? `It adds ${theirs.join(', ')}.` : `It ${shown} ${ours.join(', ')}.`,
    remedy: 'Leave it so: it counts as no difference. Or name in the source what the site shows.',
  };
}
