import { commentCommand } from '../approval/comment-command.ts';
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
import { status } from '../commands/status.ts';
import type { Finding } from '../model/finding.ts';
import type { View } from '../report/audience.ts';
import type { PlanDocument } from '../report/documents/plan.ts';
import type { PublishDocument } from '../report/documents/publish.ts';
import { line, type Line } from '../report/line.ts';
import type { Environment } from '../wiring/environment.ts';
import type { ActionOutput, Outputs } from './action-output.ts';
import type { Inputs } from './inputs.ts';
import { countNames } from './surface.ts';

/** One step of a workflow, and what it works with. */
interface Task {
  readonly inputs: Inputs;
  readonly environment: Environment;
  readonly output: ActionOutput;
  readonly view: View;
  readonly session: Session;
}

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
): Offered {
  return async (task) => {
    const { session, output, view } = task;
    const options = optionValues(command.options, given(task));
    const result = await command.run(session, { operands: [], options, verbose: false });
    const summary = await presentation.summary?.(result, view, task);
    if (summary) await output.summary(summary);
    output.findings(view.findings(presentation.findings?.(result) ?? []));
    output.lines(view.lines(await presentation.log(result, view)));
    if (result.document)
      await output.document(presentation.document, view.document(result.document));
    const outputs = presentation.outputs?.(result, task);
    if (outputs) output.outputs(outputs);
    return result.exitCode;
  };
}

const nothing = () => ({});

/** What the input `command` may ask for. */
export const offeredCommands: ReadonlyMap<string, Offered> = new Map([
  [
    check.name,
    offer(check, nothing, {
      document: 'result',
      async summary({ document, findings }, view) {
        const { checkSummaryMarkdown } = await import('../report/summary.ts');
        const shown = [view.document(document), view.findings(findings)] as const;
        return (safe) => checkSummaryMarkdown(...shown, safe);
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
function isAskedForAgain({ environment: { event } }: Task): boolean {
  return event?.name === 'workflow_dispatch';
}

/** The digest that was approved: a comment names its own; null where none was given. */
function digestToPublish({ environment: { event }, inputs }: Task): string | null {
  const comment = event?.comment ?? null;
  return (comment && commentCommand(comment.body)?.digest) ?? (inputs.digest.trim() || null);
}

/** The sources whose approved steps are left undone: a comment names its own, a line each. */
function exceptions({ environment: { event }, inputs }: Task): readonly string[] {
  const comment = event?.comment ?? null;
  const named = comment ? commentCommand(comment.body)?.except : null;
  return named ?? inputs.except.split(/\r?\n/).flatMap((each) => each.trim() || []);
}

function countsOf({ counts }: PlanDocument | PublishDocument): Outputs {
  const known: Readonly<Record<string, number | undefined>> = counts;
  return Object.fromEntries(
    countNames.flatMap((name) => (Object.hasOwn(known, name) ? [[name, known[name]]] : [])),
  );
}
