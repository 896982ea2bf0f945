import type { Action } from '../model/plan.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import type { Expectation, StepRow } from './row.ts';
import type { Situation } from './situation.ts';

/** A step that changes a post. `composed` is what the source says, `shown` what the post shows now. */
export function updateRow(
  { source, note, record }: Situation,
  target: PostRef,
  action: Extract<Action, 'update' | 'merge'>,
  content: PostContent,
  composed: PostContent,
  expected: Expectation,
  shown: PostContent | null,
): StepRow {
  return {
    outcome: 'step',
    source,
    kind: content.kind,
    title: content.title,
    post: target,
    step: {
      action,
      source,
      target,
      base: record?.base ?? null,
      version: record?.version ?? 0,
      content,
    },
    composed,
    shown,
    expected,
    note,
    record,
    renamedFrom: null,
    resume: null,
  };
}
