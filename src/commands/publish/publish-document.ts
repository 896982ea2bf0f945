import type { Digest } from '../../model/digest.ts';
import type { Evidence } from '../../model/evidence.ts';
import { actions } from '../../model/plan.ts';
import type { StepResult } from '../../publishing/step-result.ts';
import type { Match } from '../../publishing/match-approved.ts';
import type { RequestCount, Site } from '../../ports/site.ts';
import type { PublishDocument } from '../../report/documents/publish.ts';
import { resultNames } from '../../report/result-names.ts';
import type { Context } from '../context.ts';
import { findingDocument } from '../finding-document.ts';
import {
  countOf,
  destinationDocument,
  postDocument,
  requestsDocument,
  changeDocument,
} from '../plan/plan-document.ts';
import type { Prepared } from '../prepare.ts';

/** An approved step, and what was done about it; null where nothing had to be, or might be. */
export interface Outcome {
  readonly match: Match;
  readonly done: StepResult | null;
}

type StepDocument = PublishDocument['steps'][number];

/** The document of `publish --json`. */
export function publishDocument(
  prepared: Prepared,
  context: Pick<Context, 'site' | 'forge' | 'configRequests'>,
  told: {
    readonly digest: Digest | null;
    readonly evidence: Evidence | null;
    readonly outcomes: readonly Outcome[];
    /** What it took to look for the approval. */
    readonly approvalRequests: RequestCount;
  },
): PublishDocument {
  const { site } = context;
  const { account, findings } = prepared;
  const { digest, evidence, outcomes, approvalRequests } = told;
  const steps = outcomes.map((outcome) => stepDocument(outcome, site, prepared));
  const done = steps.some(({ result }) => result !== 'refused' && result !== 'held');
  return {
    schema: 1,
    command: 'publish',
    digest,
    decision: evidence === null ? 'none' : done || steps.length === 0 ? 'approved' : 'refused',
    approval: evidence && {
      mechanism: evidence.mechanism,
      verified: evidence.verified,
      by: evidence.by,
      ...(evidence.others && { others: evidence.others }),
      evidence: evidence.evidence,
      digest: evidence.digest,
    },
    destination: destinationDocument(site, account),
    counts: countOf(
      [...actions, 'unchanged', 'held', 'waiting', ...resultNames],
      steps.flatMap(({ action, result }) => [action, result]),
    ),
    steps,
    findings: findings.map(findingDocument),
    requests: requestsDocument(context, approvalRequests),
  };
}

const excepted = {
  message: 'Who approved the plan left this step out.',
  remedy: 'Approve the next plan for it, or run `resolve SOURCE skip` to be asked no more.',
};

function stepDocument({ match, done }: Outcome, site: Site, prepared: Prepared): StepDocument {
  const { approved } = match;
  const change = match.state === 'done' ? null : match.change;
  const known = match.state === 'done' ? match : change;
  const shared = {
    ...(change
      ? changeDocument(change, site, prepared)
      : {
          source: approved.source,
          kind: known?.post?.kind ?? 'article',
          title: known?.title ?? '',
          overwrites: null,
          editors: null,
          detail: null,
        }),
    action: approved.action,
    digest: approved.digest,
    post: postDocument(known?.post ?? null, site),
    reason: null,
    error: null,
  };
  switch (match.state) {
    case 'done':
      return { ...shared, result: 'unchanged' };
    case 'held':
      return { ...shared, reason: match.change.reason, result: 'held' };
    case 'excepted':
      return { ...shared, reason: 'excepted', detail: excepted, result: 'refused' };
    case 'refused': {
      const { message, remedy } = match;
      return { ...shared, detail: { message, remedy }, result: 'refused' };
    }
    case 'carry-out': {
      if (!done) throw new TypeError(`${approved.source} was not carried out`);
      const { code, detail } = done;
      return {
        ...shared,
        post: postDocument(done.post, site),
        reason: done.reason,
        detail,
        // The lost write of a create that was found again is that create.
        result: done.result === 'adopted' && approved.action !== 'adopt' ? 'created' : done.result,
        error: code && detail ? { code, ...detail } : null,
      };
    }
  }
}
