import type { ErrorCode } from '../model/error.ts';
import type { HoldReason } from '../model/plan.ts';
import type { PostRef } from '../model/post.ts';
import type { StepRow } from '../planning/row.ts';
import type { Written } from './written.ts';

/** What became of one approved step. */
export interface StepResult {
  readonly row: StepRow;
  readonly result: 'created' | 'updated' | 'merged' | 'adopted' | 'unchanged' | 'held' | 'failed';
  readonly post: PostRef | null;
  /** Why it was held. */
  readonly reason: HoldReason | null;
  /** Why it failed. */
  readonly code: ErrorCode | null;
  /** What a person should know and do; null where all is well. */
  readonly detail: { readonly message: string; readonly remedy: string } | null;
}

/** A result of which there is nothing more to say. */
export function plain(row: StepRow, result: StepResult['result']): StepResult {
  return { row, result, post: row.post, reason: null, code: null, detail: null };
}

/** What a write came to, in words for people. */
export function resultOf(row: StepRow, written: Written): StepResult {
  switch (written.outcome) {
    case 'done': {
      const done = { ...plain(row, written.result), post: written.post };
      if (written.changed.length === 0) return done;
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
    case 'begun':
      throw new TypeError(`${row.source} was only begun`);
    case 'held': {
      const { message, remedy } = written;
      return { ...plain(row, 'held'), reason: written.reason, detail: { message, remedy } };
    }
    case 'failed': {
      const { code, message, remedy } = written.fault;
      return { ...plain(row, 'failed'), code, detail: { message, remedy } };
    }
  }
}
