import type { Mechanism } from '../model/evidence.ts';

/** One way to approve a plan. */
export interface ApprovalWay {
  readonly sentence: string;
  /** What to copy for it; null where nothing is. */
  readonly line: string | null;
  /** What else can be said with it. */
  readonly more?: string;
}

/** How a plan can be approved where its digest stands, in the order in which people are told. */
export function approvalWays(digest: string, accept: readonly Mechanism[]): readonly ApprovalWay[] {
  const ways: Partial<Readonly<Record<Mechanism, ApprovalWay>>> = {
    environment: {
      sentence: 'To approve it, approve the deployment that waits in this run.',
      line: null,
    },
    comment: {
      sentence: 'To approve it, comment on a pull request with this line alone:',
      line: `/publish ${digest}`,
      more: 'To leave a step out, add a line `except SOURCE` for it.',
    },
    dispatch: {
      sentence: 'To approve it, start the workflow by hand with this digest:',
      line: digest,
    },
    asserted: {
      sentence: 'To approve it, run:',
      line: `stack-publish publish --digest ${digest}`,
    },
  };
  return Object.entries(ways).flatMap(([mechanism, way]) =>
    accept.includes(mechanism as Mechanism) ? [way] : [],
  );
}
