import { besideLines } from './beside-lines.ts';
import { contentDiff } from './content-diff.ts';
import { line, type Line } from './line.ts';
import { editorLines, tagLines } from './people-lines.ts';
import {
  askingPulls,
  planSummary,
  posterName,
  targetName,
  type PlanReport,
} from './plan-report.ts';
import type { Shown } from './shown.ts';
import { addressLines, warningLines } from './step-lines.ts';

/** A plan as a person reads it, in its order. Only lines of a text begin with a blank, `+` or `-`. */
interface PlanParts {
  /** Where it goes, and under whose name. */
  readonly target: Line;
  /** The counts, what asks for it, and the steps at a glance where they are many. */
  readonly head: readonly Line[];
  /** Every byte that would be sent, a step each: a plan is shown with all of these, or not at all. */
  readonly steps: readonly {
    readonly heading: Line;
    readonly lines: readonly Line[];
  }[];
  /** What stands beside them. */
  readonly beside: readonly (readonly Line[])[];
  /** The counts once more, as the first ones may be far above, and the digest. */
  readonly end: readonly Line[];
}

/** With more steps than these, a reader is told first which there are, and chooses what to look at. */
export const mostAtOnce = 3;

export function planParts(report: Shown<PlanReport>): PlanParts {
  const { destination, account } = report;
  const target = line(`${targetName(destination)}, as ${posterName(account)}`, 'heading');
  const steps = report.steps.map((step) => {
    const where = step.url ? `  ${step.url}` : '';
    const lines = [...warningLines(step), ...addressLines(step)];
    return {
      heading: line(`${step.action}  ${step.source}${where}`, 'heading'),
      lines: [...lines, ...contentDiff(step.before, step.after)],
    };
  });
  const contents = report.steps.flatMap(({ before, after }) => [before, after]);
  const beside = [
    ...editorLines(report.people, contents),
    ...tagLines(report.tags),
    ...besideLines(report),
  ];
  const end = [line(''), line(planSummary(report), 'heading')];
  if (report.digest) end.push(line(report.digest));
  return { target, head: headLines(report), steps, beside, end };
}

/** The whole plan as lines: where it goes, every byte that would be sent, what is held and why. */
export function planLines(report: Shown<PlanReport>): readonly Line[] {
  const { target, head, steps, beside, end } = planParts(report);
  const each = steps.flatMap(({ heading, lines }) => [line(''), heading, ...lines]);
  return [target, ...head, ...each, ...beside.flat(), ...end];
}

function headLines(report: Shown<PlanReport>): Line[] {
  const { commit, steps } = report;
  const asking = askingPulls(steps).map(({ pull = '', author }) =>
    author ? `${pull} (${author.login})` : pull,
  );
  return [
    line(planSummary(report)),
    ...(commit ? [line(`from commit ${commit.id.slice(0, 12)}`, 'faint')] : []),
    ...(asking.length > 0 ? [line(`asked for by ${asking.join(', ')}`, 'faint')] : []),
    ...(steps.length > mostAtOnce ? [line(''), ...contentsLines(steps)] : []),
  ];
}

/** A longer source moves its own title to the right alone. */
const widestSource = 48;

/** The steps at a glance, in columns. */
function contentsLines(steps: Shown<PlanReport>['steps']): Line[] {
  const wide = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));
  const actions = wide(steps.map(({ action }) => action));
  const sources = Math.min(widestSource, wide(steps.map(({ source }) => source)));
  return steps.map(({ action, source, after }) =>
    line(`* ${action.padEnd(actions)}  ${source.padEnd(sources)}  ${after.title}`),
  );
}
