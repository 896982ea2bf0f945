import type { Approval, EvidenceSource } from '../../approval/approval.ts';
import { requireApproval, requireUnused, type ApprovalPolicy } from '../../approval/policy.ts';
import { requireTarget } from '../../approval/require-target.ts';
import { Fault } from '../../model/error.ts';
import { digestOf, isDigest, type Digest } from '../../model/digest.ts';
import type { Evidence } from '../../model/evidence.ts';
import { withAccount } from '../../model/ledger.ts';
import type { PlanIndex } from '../../model/plan.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { changeNumber } from '../../model/provenance.ts';
import { parseSourceKey } from '../../model/source-key.ts';
import type { Plan } from '../../planning/assemble.ts';
import { recordPlan } from '../../planning/record-plan.ts';
import { carryOut } from '../../publishing/carry-out.ts';
import { matchApproved, type Match } from '../../publishing/match-approved.ts';
import type { PublishDocument } from '../../report/documents/publish.ts';
import type { LedgerSnapshot } from '../../ports/ledger-store.ts';
import type { PlanReport } from '../../report/plan-report.ts';
import type { Context } from '../context.ts';
import { lackFindings } from '../lack-findings.ts';
import { originsOf, type Origins } from '../origins-of.ts';
import type { PlanOptions } from '../planning-options.ts';
import { planOf, prepare, type Prepared } from '../prepare.ts';
import { readPicture } from '../read-picture.ts';
import { publishDocument, type Outcome } from './publish-document.ts';
import { lookUpTags } from '../plan/look-up-tags.ts';
import { reportPlan } from '../plan/report-plan.ts';
import { warnOfUncommitted } from '../warn-of-uncommitted.ts';

interface PublishOptions extends PlanOptions {
  /** Sources whose approved steps are left undone. */
  readonly except?: readonly string[];
  /** What was approved, as it was given; null where nothing was. */
  readonly digest: string | null;
  /** The index of the approved plan, where it was given beside. */
  readonly index: PlanIndex | null;
  /** Shows the plan to the person at the terminal and asks; null where nobody is there. */
  readonly ask: ((report: PlanReport) => Promise<boolean>) | null;
  /** Asked for the yes to the digest once the plan was made again. */
  readonly evidence: Pick<EvidenceSource, 'read' | 'authorsOf' | 'requests'>;
}

export interface Published {
  readonly document: PublishDocument;
  /** What the steps come from. */
  readonly origins: Origins;
  readonly exitCode: 0 | 3 | 4 | 5;
}

/**
 * Carries out what was approved and still is the same. In order: recompute the plan from live sources,
 * find the approved index, decide on the approval, push it, write step by step, record, report.
 */
export async function publishApproved(
  context: Context,
  options: PublishOptions,
): Promise<Published> {
  const { config, site, ledger } = context;
  const given = options.digest === null ? null : requireDigest(options.digest);
  if (given && options.index) requireDigestOf(options.index, given);
  const findApproved = async (snapshot: LedgerSnapshot) =>
    given && (options.index ?? (await snapshot.plan(given)));
  const [prepared] = await Promise.all([
    prepare(context, {
      ...options,
      findApproved,
      writing: given !== null || options.ask !== null,
    }),
    warnOfUncommitted(context),
  ]);
  requireOwnToken(prepared, config.destination.account);
  const finish = (
    digest: Digest | null,
    evidence: Evidence | null,
    outcomes: Outcome[],
    { findings }: Pick<Prepared, 'findings'> = prepared,
  ) => {
    const approvalRequests = options.evidence.requests;
    const told = { digest, evidence, outcomes, approvalRequests };
    const document = publishDocument({ ...prepared, findings }, context, told);
    const origins = { commit: context.tree.id, of: originsOf(prepared.changes.changes) };
    return { document, origins, exitCode: exitCodeOf(document) };
  };
  const found = prepared.approved;
  const plan = found ? null : planOf(prepared);
  if (given === null && plan?.digest === null) return finish(null, null, []);

  const digest = given ?? (await askForDigest(plan, prepared, context, options));
  const approved = found ?? requireSame(plan?.index ?? null, digest);
  requireTarget(approved, site.destination, prepared.account.id);
  context.log.progress({ label: 'asking who approved', done: 0, total: null });
  const approval = await options.evidence.read(digest);
  const { evidence } = approval;
  requireApproval(approval, config.approval, {
    now: site.now(),
    used: prepared.before.approvals,
    authors: await authorsOf(approved, approval, config.approval, prepared, options.evidence),
  });

  const { except = [] } = options;
  requireNamed(except, approved);
  const matches = matchApproved(approved, digest, prepared.changes.changes, prepared.before)
    .filter(
      (match) => options.source.length === 0 || options.source.includes(match.approved.source),
    )
    .map((match): Match =>
      match.state === 'carry-out' && except.includes(match.approved.source)
        ? { state: 'excepted', approved: match.approved, change: match.change }
        : match,
    );
  const due = matches.flatMap((match) => (match.state === 'carry-out' ? [match.change] : []));
  if (due.length > 0) {
    // Pushed first of all: where it cannot be recorded, nothing is written to the site.
    await ledger.update((current) => {
      requireUnused(evidence, current.approvals);
      const news = { ...prepared, plan: approved, now: site.now() };
      const recorded = withAccount(
        recordPlan(current, news) ?? { index: current },
        prepared.account.id,
      );
      const approvals = { ...recorded.index.approvals, [digest]: evidence };
      return { ...recorded, index: { ...recorded.index, approvals } };
    });
  }
  const results = await carryOut({
    ...context,
    account: prepared.account.id,
    plan: digest,
    steps: due,
    before: prepared.before,
    readPicture: (target) => readPicture(context, prepared, target),
  });
  const byChange = new Map(results.map((result) => [result.change, result]));
  const outcomes = matches.map((match): Outcome => {
    const done = match.state === 'carry-out' && byChange.get(match.change);
    return { match, done: done || null };
  });
  const unedited = results.flatMap(({ code, change }) =>
    code === 'article-edit-unavailable' ? [change.source] : [],
  );
  // Some of it is known only now.
  const lacks = lackFindings(site, prepared.changes, unedited, prepared.before.records);
  const known = prepared.findings.filter(({ rule }) => lacks.every((each) => each.rule !== rule));
  return finish(digest, evidence, outcomes, { findings: [...known, ...lacks] });
}

/** Whoever leaves out what the plan does not have means something else. Throws `source-unknown`. */
function requireNamed(except: readonly string[], { steps }: PlanIndex): void {
  const known = steps.map(({ source }) => source);
  const stranger = except.find((each) => !known.includes(each));
  if (stranger === undefined) return;
  const near = nearestName(stranger, known);
  throw new Fault(
    'usage',
    'source-unknown',
    `Cannot leave out ${stranger}: the approved plan has no step of it${near ? `, did you mean ${near}?` : '.'}`,
    { remedy: 'Name a source as the plan does. Nothing was published.' },
  );
}

/** Asked for only where they decide something: each costs a request. */
async function authorsOf(
  approved: PlanIndex,
  { evidence }: Approval,
  { self }: ApprovalPolicy,
  { changes, before }: Prepared,
  source: PublishOptions['evidence'],
): Promise<readonly (number | null)[] | null> {
  if (self) return [];
  const now = originsOf(changes.changes);
  const pulls = approved.steps.flatMap(({ source }) => {
    const record = before.records[source];
    // What was approved, what is due now and what was posted before may be of different pull requests.
    return [parseSourceKey(source).base, now.get(source), record?.provenance].flatMap(changeNumber);
  });
  const numbers = [...new Set(pulls)];
  if (numbers.length === 0) return [];
  if (!source.authorsOf || (evidence.by?.id ?? null) === null) return null;
  return source.authorsOf(numbers);
}

/** What plan and publish see must be one account's: the write token has to belong to it. */
function requireOwnToken({ me }: Prepared, account: number | null): void {
  if (account === null || account === me.id) return;
  throw new Fault(
    'usage',
    'account-differs',
    `Cannot publish: the token belongs to account ${me.id}, expected account ${account} as destination.account names it.`,
    {
      remedy: 'Use a token of that account, or correct destination.account.',
      forTeam: `It is the token of ${me.name}.`,
    },
  );
}

function requireDigest(given: string): Digest {
  if (isDigest(given)) return given;
  throw new Fault(
    'policy',
    'not-a-digest',
    `Cannot publish: ${JSON.stringify(given)} is not a digest, expected sha256: and 64 hexadecimal digits.`,
    { remedy: 'Copy the whole digest from the plan.' },
  );
}

async function askForDigest(
  plan: Plan | null,
  prepared: Prepared,
  context: Context,
  { ask }: PublishOptions,
): Promise<Digest> {
  const { config } = context;
  const accepted = config.approval.accept.includes('asserted');
  if (!plan?.digest || !ask || !accepted)
    throw new Fault('policy', 'no-approval', 'Cannot publish: no digest was approved.', {
      remedy: accepted
        ? 'Run `stack-publish plan`, look at it, and pass its digest: `stack-publish publish --digest sha256:…`.'
        : `Run \`stack-publish plan\` and have its digest approved by one of: ${config.approval.accept.join(', ')}.`,
    });
  const tags = await lookUpTags(context, prepared, plan);
  if (await ask(reportPlan(plan, prepared, context, tags))) return plan.digest;
  throw new Fault('policy', 'declined', 'Nothing was published: the plan was not approved.', {
    remedy: 'Run `stack-publish publish` again once it should be.',
  });
}

/** An index that was given proves itself by its digest. */
function requireDigestOf(index: PlanIndex, digest: Digest): void {
  const seen = digestOf(index);
  if (seen === digest) return;
  throw new Fault(
    'policy',
    'unknown-digest',
    `Cannot publish: the index that was given has the digest ${seen}, expected ${digest}.`,
    { remedy: 'Give the index of the plan that was approved.' },
  );
}

/** Where the approved index is found nowhere, a plan made now has to be that very plan. */
function requireSame(recomputed: PlanIndex | null, digest: Digest): PlanIndex {
  const seen = recomputed && digestOf(recomputed);
  if (recomputed && seen === digest) return recomputed;
  throw new Fault(
    'policy',
    'unknown-digest',
    `Cannot publish: no plan with the digest ${digest} waits in the ledger, and a plan made now has ${recomputed?.steps.length ? seen : 'nothing to do'}.`,
    { remedy: 'Plan again and approve the new digest.' },
  );
}

/** 4 some failed; 3 nothing but refused or held; 5 some refused or held; 0 done. */
function exitCodeOf({ counts, steps }: PublishDocument): 0 | 3 | 4 | 5 {
  if (counts.failed > 0) return 4;
  const left = steps.filter(({ result }) => result === 'refused' || result === 'held').length;
  if (left === 0) return 0;
  return left === steps.length ? 3 : 5;
}
