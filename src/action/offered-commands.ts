import { adopt } from '../commands/adopt.ts';
import type { Decider } from '../approval/decision.ts';
import { check } from '../commands/check.ts';
import {
  optionValues,
  type Command,
  type CommandOptions,
  type CommandResult,
} from '../commands/command.ts';
import { doctor } from '../commands/doctor.ts';
import { plan } from '../commands/plan.ts';
import { publish } from '../commands/publish.ts';
import type { Session } from '../commands/session.ts';
import { resolve } from '../commands/resolve.ts';
import { status } from '../commands/status.ts';
import { toldDocument } from '../commands/telling/told-document.ts';
import type { Finding } from '../model/finding.ts';
import type { View } from '../report/audience.ts';
import type { PlanDocument } from '../report/documents/plan.ts';
import type { PublishDocument } from '../report/documents/publish.ts';
import { line, type Line } from '../report/line.ts';
import type { GitHubEvent } from '../wiring/ci/github.ts';
import type { Environment } from '../wiring/environment.ts';
import type { ActionOutput, Outputs } from './action-output.ts';
import { givenDecision } from './decision-inputs.ts';
import type { Inputs } from './inputs.ts';
import { countNames } from './surface.ts';

/** One step of a workflow, and what it works with. */
interface Task {
  readonly inputs: Inputs;
  readonly event: GitHubEvent;
  readonly environment: Environment;
  readonly output: ActionOutput;
  readonly view: View;
  readonly session: Session;
}

/** What came of a decision. */
type Decided = CommandResult & { readonly by?: Decider | null };

/** How the Action tells of what came of a command. */
interface Presentation<Result> {
  /** The output that gives the document's path. */
  readonly document: 'plan' | 'result';
  /** What stands on the run's page. */
  summary?(
    result: Result,
    view: View,
    task: Task,
  ): Promise<(safe: (text: string) => string) => string>;
  findings?(result: Result): readonly Finding[];
  /** What the log has beside the findings. */
  log(result: Result, view: View): Promise<readonly Line[]>;
  outputs?(result: Result, task: Task): Outputs;
}

/** A command that the Action offers: runs it, tells of it, and returns its exit code. */
type Offered = (task: Task) => Promise<number>;

function offer<Options extends CommandOptions, Result extends CommandResult>(
  command: Command<Options, Result>,
  given: (task: Task) => Readonly<Record<string, unknown>>,
  presentation: Presentation<Result>,
  operandsOf: (task: Task) => readonly string[] = () => [],
): Offered {
  return async (task) => {
    const { session, output, view } = task;
    const options = optionValues(command.options, given(task));
    const operands = operandsOf(task);
    const result = await command.run(session, { operands, options, verbose: false });
    const summary = await presentation.summary?.(result, view, task);
    if (summary) await output.summary(summary);
    output.findings(view.findings(presentation.findings?.(result) ?? []));
    output.lines(view.lines(await presentation.log(result, view)));
    const { log } = task.environment;
    const document = await toldDocument(result, { ...session, log, view });
    if (document) await output.document(presentation.document, view.document(document));
    const outputs = presentation.outputs?.(result, task);
    if (outputs) output.outputs(outputs);
    return result.exitCode;
  };
}

const nothing = () => ({});

/** How a decision is told: as a terminal tells it, with who decided. */
const decided: Presentation<Decided> = {
  document: 'result',
  async summary(result, view) {
    const { decisionSummaryMarkdown } = await import('../report/decision-summary.ts');
    const lines = view.lines(await result.lines(view));
    return (safe) => decisionSummaryMarkdown(lines, result.by ?? null, safe);
  },
  async log(result, view) {
    const { by } = result;
    const who = by ? [line(`Decided by ${by.login}: ${by.evidence}`)] : [];
    return [...(await result.lines(view)), ...who];
  },
  outputs: () => ({ decision: 'approved', reason: '' }),
};

/** What the input `command` may ask for. */
export const offeredCommands: ReadonlyMap<string, Offered> = new Map([
  [
    check.name,
    offer(check, nothing, {
      document: 'result',
      async summary({ document, findings }, view, { environment: { event } }) {
        const { checkSummaryMarkdown } = await import('../report/summary.ts');
        const shown = [view.document(document), view.findings(findings)] as const;
        return (safe) => checkSummaryMarkdown(...shown, safe, event?.pull?.isFork);
      },
      findings: ({ findings }) => findings,
      async log({ document }, view) {
        const { checkSummary } = await import('../report/check-report.ts');
        return [line(checkSummary(view.document(document)))];
      },
    }),
  ],
  [
    plan.name,
    offer(plan, (task) => ({ preview: previewPath(task) }), {
      document: 'plan',
      async summary({ report, place, waited }, view, task) {
        const shown = view.report(report());
        const [{ planSummaryMarkdown }, { rendererFor }] = await Promise.all([
          import('../report/plan-summary.ts'),
          import('../report/summary/renderer-for.ts'),
        ]);
        const render = await rendererFor(shown);
        const isWaiting = waited && !isAskedForAgain(task);
        return (safe) => planSummaryMarkdown(shown, { ...place, isWaiting }, safe, render);
      },
      findings: ({ report }) => report().findings,
      async log({ report, document }, view) {
        const { planSummary } = await import('../report/plan-report.ts');
        return [line(planSummary(view.report(report()))), line(document.digest ?? '')];
      },
      outputs: ({ document, waited }, task) => ({
        ...countsOf(document),
        digest: (waited && !isAskedForAgain(task) ? null : document.digest) ?? '',
        decision: 'none',
        reason: '',
        preview: document.steps.length > 0 ? previewPath(task) : '',
      }),
    }),
  ],
  [
    publish.name,
    offer(publish, (task) => ({ digest: digestToPublish(task), except: exceptions(task) }), {
      document: 'result',
      async summary({ document }, view) {
        const { publishSummaryMarkdown } = await import('../report/summary.ts');
        const shown = view.document(document);
        return (safe) => publishSummaryMarkdown(shown, safe);
      },
      log: async (result, view) => result.lines(view),
      outputs: ({ document }) => ({
        ...countsOf(document),
        digest: document.digest ?? '',
        decision: document.decision,
        reason: '',
      }),
    }),
  ],
  [
    resolve.name,
    offer(resolve, nothing, decided, (task) => {
      const decision = givenDecision('resolve', task);
      return decision.kind === 'resolve' ? [decision.source, decision.resolution] : [];
    }),
  ],
  [
    adopt.name,
    offer(adopt, nothing, decided, (task) => {
      const decision = givenDecision('adopt', task);
      return decision.kind === 'adopt' ? [decision.source, decision.url] : [];
    }),
  ],
  [
    status.name,
    offer(status, nothing, { document: 'result', log: async (result, view) => result.lines(view) }),
  ],
  [
    doctor.name,
    offer(doctor, nothing, { document: 'result', log: async (result, view) => result.lines(view) }),
  ],
]);

/** Where the page of a plan is. The name is what readers see of it where a workflow uploads it. */
function previewPath({ output }: Task): string {
  return output.pathOf('stack-publish-plan.html');
}

/** Every push would ask for the same approval again; who starts a run by hand asks for it. */
function isAskedForAgain({ event }: Task): boolean {
  return event.name === 'workflow_dispatch';
}

/** The digest that was approved: a comment names its own; null where none was given. */
function digestToPublish({ event, inputs }: Task): string | null {
  const asked = event.comment?.command;
  return asked?.kind === 'publish' ? asked.digest : inputs.digest.trim() || null;
}

/** The sources whose approved steps are left undone: a comment names its own, a line each. */
function exceptions({ event, inputs }: Task): readonly string[] {
  const asked = event.comment?.command;
  if (asked?.kind === 'publish') return asked.except;
  return inputs.except.split(/\r?\n/).flatMap((each) => each.trim() || []);
}

function countsOf({ counts }: PlanDocument | PublishDocument): Outputs {
  const known: Readonly<Record<string, number | undefined>> = counts;
  return Object.fromEntries(
    countNames.flatMap((name) => (Object.hasOwn(known, name) ? [[name, known[name]]] : [])),
  );
}
