import { counted } from '../model/counted.ts';
import type { PublishDocument } from './documents/publish.ts';
import { line, type Line } from './line.ts';
import { resultNames } from './result-names.ts';
import type { Shown } from './shown.ts';

/** What was done, as lines: each approved step with its post, and what went otherwise and why. */
export function publishLines({ digest, steps, counts }: Shown<PublishDocument>): Line[] {
  if (steps.length === 0) return [line('Nothing to do.', 'heading')];
  const untried = steps.filter(({ error }) => error?.code === 'stopped');
  const lines = steps.flatMap((step) => {
    // All of these are told at once.
    if (step.error?.code === 'stopped') return [];
    const bad = step.result === 'failed' || step.result === 'refused' || step.result === 'held';
    const what = step.error?.code ?? step.reason;
    return [
      line(
        `${step.result}  ${step.source}${what ? `: ${what}` : ''}${step.post ? `  ${step.post.url}` : ''}`,
        step.result === 'failed' ? 'error' : bad ? 'warning' : 'plain',
      ),
      ...(step.detail ? [line(`  ${step.detail.message}`), line(`  ${step.detail.remedy}`)] : []),
    ];
  });
  const summary = resultNames
    .filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${name}`);
  const stopped = untried.length > 0 ? stoppedLines(steps, untried.length, digest) : [];
  return [...lines, line(''), line(summary.join(', '), 'heading'), ...stopped];
}

/** After a person stopped the run: what was done, what nobody knows, and what to do. */
function stoppedLines(
  steps: Shown<PublishDocument>['steps'],
  untried: number,
  digest: string | null,
): Line[] {
  const open = steps.filter(({ error }) => error?.code === 'outcome-unknown').length;
  const told = [
    `The run was stopped: ${counted(steps.length - untried - open, 'step')} settled and recorded, ${untried} not tried`,
    ...(open > 0 ? [`${open} sent without an answer, which the next run looks for`] : []),
  ];
  return [
    line(`${told.join(', ')}.`, 'warning'),
    line(`Go on with the same approval: stack-publish publish --digest ${digest}`),
  ];
}
