import { resolve } from 'node:path';
import { Fault, exitCodeOf } from '../model/error.ts';
import { isDigest } from '../model/digest.ts';
import type { Finding } from '../model/finding.ts';
import type { Config } from '../config/schema.ts';
import type { RequestCount } from '../ports/site.ts';
import type { PlanDocument, PublishDocument } from '../report/documents.ts';
import { errorDocument } from '../report/error-document.ts';
import type { Connection, Surroundings } from '../wiring/wire.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { commentCommand } from '../approval/comment-command.ts';
import { openDesk, type Desk, type Outputs } from './desk.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { commentOf, defaultBranchOf, type RunEvent } from './run-event.ts';
import { countNames } from './surface.ts';

interface Task {
  readonly event: RunEvent;
  readonly inputs: Inputs;
  readonly desk: Desk;
  readonly surroundings: Surroundings;
}

const nothing = { sources: [], full: false, recompose: false } as const;

/** Does what one step of a workflow asks for, and returns its exit code. Every way out goes through here. */
export async function runAction(command: string, event: RunEvent): Promise<number> {
  const core = await import('@actions/core');
  const inputs = readInputs(core, process.env);
  const desk = openDesk(core, inputs);
  const cwd = inputs.env['GITHUB_WORKSPACE'] ?? '.';
  const surroundings = {
    cwd,
    configFile: inputs.config === '' ? null : resolve(cwd, inputs.config),
    env: inputs.env,
    log: desk.log,
    clock: systemClock,
  };
  const named = command === 'auto' ? (event.name === 'pull_request' ? 'check' : 'plan') : command;
  try {
    const work = commands.get(named);
    if (work) return await work({ event, inputs, desk, surroundings });
    throw new Fault(
      'usage',
      'usage',
      `Cannot run ${JSON.stringify(command)}, expected one of auto, ${[...commands.keys()].join(', ')}.`,
      { remedy: 'Correct the input `command`.' },
    );
  } catch (error) {
    const fault = error instanceof Fault ? error : bug(error);
    await tellFault(fault, named, desk);
    return exitCodeOf(fault.kind);
  }
}

const commands: ReadonlyMap<string, (task: Task) => Promise<number>> = new Map([
  ['check', check],
  ['plan', plan],
  ['publish', publish],
]);

async function check({ desk, surroundings }: Task): Promise<number> {
  const [{ openCheckout }, { check }] = await Promise.all([
    import('../wiring/wire.ts'),
    import('../commands/check.ts'),
  ]);
  const { repository, config } = await openCheckout(surroundings);
  const { document, findings } = await check(repository, config);
  annotate(findings, desk);
  const { sources, ready, errors, warnings } = document.counts;
  desk.log.info(`${ready} of ${sources} sources ready, ${errors} errors, ${warnings} warnings`);
  await desk.document('result', document);
  return errors > 0 ? 1 : 0;
}

async function plan({ event, desk, surroundings }: Task): Promise<number> {
  requireDefaultBranch(event, surroundings.env);
  const [{ connect }, { plan }, { isPublic }, { planSummaryMarkdown }, { planSummary }] =
    await Promise.all([
      import('../wiring/wire.ts'),
      import('../commands/plan.ts'),
      import('../commands/is-public.ts'),
      import('../report/summary.ts'),
      import('../report/plan-report.ts'),
    ]);
  await using context = await connect(surroundings, { ask: true });
  const planned = await plan(context, { ...nothing, verbose: false });
  const { document } = planned;
  const report = await planned.report();
  const open = await isPublic(context);
  const { accept } = context.config.approval;
  await desk.summary((safe) => planSummaryMarkdown({ report, accept, isPublic: open, safe }));
  annotate(report.findings, desk);
  desk.log.info(planSummary(report));
  if (document.digest) desk.log.info(document.digest);
  await desk.document('plan', document);
  // Every push would ask for the same approval again; who starts a run by hand asks for it.
  const again =
    event.name === 'workflow_dispatch' || surroundings.env['GITHUB_RUN_ATTEMPT'] !== '1';
  desk.outputs({
    ...countsOf(document),
    digest: (planned.waited && !again ? null : document.digest) ?? '',
    decision: 'none',
    reason: '',
  });
  return 0;
}

async function publish(task: Task): Promise<number> {
  const { event, desk, surroundings } = task;
  requireDefaultBranch(event, surroundings.env);
  const digest = digestToPublish(task);
  const [{ connect }, { publish }, { isPublic }, { publishSummaryMarkdown }, { publishLines }] =
    await Promise.all([
      import('../wiring/wire.ts'),
      import('../commands/publish.ts'),
      import('../commands/is-public.ts'),
      import('../report/summary.ts'),
      import('../report/publish-report.ts'),
    ]);
  await using context = await connect(surroundings, { ask: false });
  await using approvals = await openEvidence(task, context, digest);
  // Awaited here: the connections end with this function.
  return await approvals.answered(async () => {
    const published = await publish(context, {
      ...nothing,
      digest,
      index: null,
      ask: null,
      evidence: approvals.evidence,
      authorsOf: approvals.authorsOf,
    });
    const { exitCode } = published;
    const document = withRequests(published.document, approvals.requests());
    const open = await isPublic(context);
    await desk.summary((safe) => publishSummaryMarkdown(document, { isPublic: open, safe }));
    const shown = open ? { ...document, steps: withoutDetail(document) } : document;
    for (const { text } of publishLines(shown)) if (text) desk.log.info(text);
    await desk.document('result', document);
    desk.outputs({
      ...countsOf(document),
      digest: document.digest ?? '',
      decision: document.decision,
      reason: '',
    });
    return exitCode;
  });
}

/** The questions about the approval are requests to the forge too. */
function withRequests(document: PublishDocument, { total, writes }: RequestCount): PublishDocument {
  const { site, forge } = document.requests;
  const all = { total: forge.total + total, writes: forge.writes + writes };
  return { ...document, requests: { site, forge: all } };
}

/** What the site said about a step may quote it. */
function withoutDetail({ steps }: PublishDocument): PublishDocument['steps'] {
  return steps.map((step) => ({ ...step, detail: null }));
}

/**
 * Opens what can tell of the approval, and looks at who gave it before the site is asked for anything:
 * a stranger's comment costs it no request.
 */
async function openEvidence(
  { event, desk, surroundings }: Task,
  { config, site, ledger }: Connection & { readonly config: Config },
  digest: string | null,
) {
  const [{ evidenceReader, openApprovals }, { answerComment }, { requireApprover }, { policyOf }] =
    await Promise.all([
      import('./approvals.ts'),
      import('./answer-comment.ts'),
      import('../approval/policy.ts'),
      import('../commands/publish.ts'),
    ]);
  const { env, clock } = surroundings;
  const forge = openApprovals(env, desk.log, clock);
  try {
    const now = () => site.now();
    const readerOf = (digest: `sha256:${string}`) =>
      evidenceReader({ event, digest, env, approval: config.approval, forge, ledger, now });
    const reader = digest !== null && isDigest(digest) ? readerOf(digest) : null;
    if (reader && digest !== null && isDigest(digest))
      requireApprover(await reader(digest), policyOf(config));
    const comment = reader && commentOf(event);
    return {
      answered: (work: () => Promise<number>) =>
        comment ? answerComment({ comment: comment.id, forge, log: desk.log }, work) : work(),
      evidence: async (approved: `sha256:${string}`) => (reader ?? readerOf(approved))(approved),
      requests: () => forge.requests,
      authorsOf: (pulls: readonly number[]) =>
        Promise.all(pulls.map((pull) => forge.authorOf(pull))),
      [Symbol.asyncDispose]: () => forge.close(),
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
}

/** The digest that was approved: a comment names its own; null where none was given. */
function digestToPublish({ event, inputs }: Task): string | null {
  const comment = commentOf(event);
  return (comment && commentCommand(comment.body)) ?? (inputs.digest.trim() || null);
}

/** Older docs must not roll posts back, and another branch may hold another policy. */
function requireDefaultBranch(event: RunEvent, env: Inputs['env']): void {
  const expected = defaultBranchOf(event);
  const ref = env['GITHUB_REF'];
  if (expected === null || ref === `refs/heads/${expected}`) return;
  throw new Fault(
    'usage',
    'not-default-branch',
    `Cannot run here: the run is for ${ref ?? 'no branch'}, expected the branch ${expected}.`,
    {
      remedy: `Run it on ${expected}; on other branches and pull requests use \`command: check\`.`,
    },
  );
}

function countsOf({ counts }: PlanDocument | PublishDocument): Outputs {
  const known: Readonly<Record<string, number>> = counts;
  return Object.fromEntries(
    countNames.flatMap((name) => (Object.hasOwn(known, name) ? [[name, known[name]]] : [])),
  );
}

function annotate(findings: readonly Finding[], desk: Desk): void {
  for (const { severity, rule, message, remedy, place } of findings)
    desk.annotate({ severity, title: rule, message: `${message} ${remedy}`, place });
}

async function tellFault(fault: Fault, command: string, desk: Desk): Promise<void> {
  const { code, message, remedy, place, kind } = fault;
  desk.annotate({ severity: 'error', title: code, message: `${message} ${remedy}`, place });
  desk.outputs({ decision: kind === 'policy' ? 'refused' : 'none', reason: code });
  try {
    const { faultSummaryMarkdown } = await import('../report/summary.ts');
    await desk.summary((safe) => faultSummaryMarkdown(fault, safe));
    await desk.document('result', errorDocument(command, fault));
  } catch (error) {
    desk.log.warn(`The report could not be written: ${String(error)}`);
  }
}

function bug(error: unknown): Fault<'internal'> {
  const seen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Fault('internal', 'internal', `This is a bug in stack-publish: ${seen}`, {
    remedy: 'Report it with this text.',
    cause: error,
  });
}
