import type { Action } from '../model/plan.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import type { Expectation, PlannedStep } from './planned-change.ts';
import type { SourceState } from './source-state.ts';

/** A step that changes a post. `composed` is what the source says, `shown` what the post shows now. */
export function updateStep(
  { source, composedFrom, record }: SourceState,
  target: PostRef,
  action: Extract<Action, 'update' | 'merge'>,
  content: PostContent,
  composed: PostContent,
  expected: Expectation,
  shown: PostContent | null,
): PlannedStep {
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
    composedFrom,
    record,
    renamedFrom: null,
    resume: null,
  };
}
