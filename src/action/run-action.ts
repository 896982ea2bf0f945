import { resolve } from 'node:path';
import { Fault, exitCodeOf } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { PlanDocument } from '../report/documents/plan.ts';
import type { PublishDocument } from '../report/documents/publish.ts';
import { errorDocument } from '../report/error-document.ts';
import { readGitHubStep, type GitHubEvent } from '../wiring/ci/github.ts';
import { readEnvironment, type Environment } from '../wiring/environment.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { commentCommand } from '../approval/comment-command.ts';
import { openActionOutput, type ActionOutput, type Outputs } from './action-output.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { countNames } from './surface.ts';

interface Task {
  readonly event: GitHubEvent;
  readonly inputs: Inputs;
  readonly output: ActionOutput;
  readonly environment: Environment;
}

const nothing = { sources: [], full: false, recompose: false } as const;

/** Does what one step of a workflow asks for, and returns its exit code. Every way out goes through here. */
export async function runAction(command: string, event: GitHubEvent): Promise<number> {
  const core = await import('@actions/core');
  const inputs = readInputs(core, process.env);
  const step = readGitHubStep(process.env);
  const output = openActionOutput(core, inputs.secrets, step);
  const cwd = step.workspace;
  const configFile = inputs.config === '' ? null : resolve(cwd, inputs.config);
  const environment = readEnvironment(
    { cwd, configFile, log: output.log, clock: systemClock },
    inputs.variables,
    event,
  );
  const named = command === 'auto' ? (event.name === 'pull_request' ? 'check' : 'plan') : command;
  try {
    const work = commands.get(named);
    if (work) return await work({ event, inputs, output, environment });
    throw new Fault(
      'usage',
      'usage',
      `Cannot run ${JSON.stringify(command)}, expected one of auto, ${[...commands.keys()].join(', ')}.`,
      { remedy: 'Correct the input `command`.' },
    );
  } catch (error) {
    const fault = error instanceof Fault ? error : bug(error);
    await tellFault(fault, named, output);
    return exitCodeOf(fault.kind);
  }
}

const commands: ReadonlyMap<string, (task: Task) => Promise<number>> = new Map([
  ['check', check],
  ['plan', plan],
  ['publish', publish],
]);

async function check({ output, environment }: Task): Promise<number> {
  const [{ openCheckout }, { check }] = await Promise.all([
    import('../wiring/open-checkout.ts'),
    import('../commands/check/check-sources.ts'),
  ]);
  const { repository, config } = await openCheckout(environment);
  const { document, findings } = await check(repository, config);
  annotate(findings, output);
  const { sources, ready, errors, warnings } = document.counts;
  output.log.info(`${ready} of ${sources} sources ready, ${errors} errors, ${warnings} warnings`);
  await output.document('result', document);
  return errors > 0 ? 1 : 0;
}

async function plan({ event, output, environment }: Task): Promise<number> {
  const [{ connect }, { plan }, { isPublic }, { planSummaryMarkdown }, { planSummary }] =
    await Promise.all([
      import('../wiring/connect.ts'),
      import('../commands/plan/make-plan.ts'),
      import('../commands/is-public.ts'),
      import('../report/summary.ts'),
      import('../report/plan-report.ts'),
    ]);
  await using context = await connect(environment, { ask: true });
  const planned = await plan(context, { ...nothing, verbose: false });
  const { document } = planned;
  const report = await planned.report();
  const open = await isPublic(context);
  const { accept } = context.config.approval;
  await output.summary((safe) => planSummaryMarkdown({ report, accept, isPublic: open, safe }));
  annotate(report.findings, output);
  output.log.info(planSummary(report));
  if (document.digest) output.log.info(document.digest);
  await output.document('plan', document);
  // Every push would ask for the same approval again; who starts a run by hand asks for it.
  const again = event.name === 'workflow_dispatch' || environment.github.run.attempt !== '1';
  output.outputs({
    ...countsOf(document),
    digest: (planned.waited && !again ? null : document.digest) ?? '',
    decision: 'none',
    reason: '',
  });
  return 0;
}

async function publish(task: Task): Promise<number> {
  const { output, environment } = task;
  const digest = digestToPublish(task);
  const [
    { connect },
    { openEvidence },
    { publish },
    { isPublic },
    { publishSummaryMarkdown },
    { publishLines },
  ] = await Promise.all([
    import('../wiring/connect.ts'),
    import('../wiring/evidence.ts'),
    import('../commands/publish/publish-approved.ts'),
    import('../commands/is-public.ts'),
    import('../report/summary.ts'),
    import('../report/publish-report.ts'),
  ]);
  await using context = await connect(environment, { ask: false });
  await using evidence = await openEvidence(environment, context, digest);
  // Awaited here: the connections end with this function.
  const { exitCode } = await evidence.answered(async () => {
    const published = await publish(context, {
      ...nothing,
      digest,
      index: null,
      ask: null,
      evidence,
    });
    const { document } = published;
    const open = await isPublic(context);
    await output.summary((safe) => publishSummaryMarkdown(document, { isPublic: open, safe }));
    const shown = open ? { ...document, steps: withoutDetail(document) } : document;
    for (const { text } of publishLines(shown)) if (text) output.log.info(text);
    await output.document('result', document);
    output.outputs({
      ...countsOf(document),
      digest: document.digest ?? '',
      decision: document.decision,
      reason: '',
    });
    return published;
  });
  return exitCode;
}

/** What the site said about a step may quote it. */
function withoutDetail({ steps }: PublishDocument): PublishDocument['steps'] {
  return steps.map((step) => ({ ...step, detail: null }));
}

/** The digest that was approved: a comment names its own; null where none was given. */
function digestToPublish({ event, inputs }: Task): string | null {
  const { comment } = event;
  return (comment && commentCommand(comment.body)) ?? (inputs.digest.trim() || null);
}

function countsOf({ counts }: PlanDocument | PublishDocument): Outputs {
  const known: Readonly<Record<string, number>> = counts;
  return Object.fromEntries(
    countNames.flatMap((name) => (Object.hasOwn(known, name) ? [[name, known[name]]] : [])),
  );
}

function annotate(findings: readonly Finding[], output: ActionOutput): void {
  for (const { severity, rule, message, remedy, place } of findings)
    output.annotate({ severity, title: rule, message: `${message} ${remedy}`, place });
}

async function tellFault(fault: Fault, command: string, output: ActionOutput): Promise<void> {
  const { code, message, remedy, place, kind } = fault;
  output.annotate({ severity: 'error', title: code, message: `${message} ${remedy}`, place });
  output.outputs({ decision: kind === 'policy' ? 'refused' : 'none', reason: code });
  try {
    const { faultSummaryMarkdown } = await import('../report/summary.ts');
    await output.summary((safe) => faultSummaryMarkdown(fault, safe));
    await output.document('result', errorDocument(command, fault));
  } catch (error) {
    output.log.warn(`The report could not be written: ${String(error)}`);
  }
}

function bug(error: unknown): Fault<'internal'> {
  const seen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Fault('internal', 'internal', `This is a bug in stack-publish: ${seen}`, {
    remedy: 'Report it with this text.',
    cause: error,
  });
}
