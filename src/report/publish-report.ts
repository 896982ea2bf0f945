import type { PublishDocument } from './documents/publish.ts';
import { line, type Line } from './line.ts';
import { resultNames } from './result-names.ts';
import type { Shown } from './shown.ts';

/** What was done, as lines: each approved step with its post, and what went otherwise and why. */
export function publishLines({ steps, counts }: Shown<PublishDocument>): Line[] {
  if (steps.length === 0) return [line('Nothing to do.', 'heading')];
  const lines = steps.flatMap((step) => {
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
  return [...lines, line(''), line(summary.join(', '), 'heading')];
}
