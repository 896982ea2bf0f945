import { imageDigest } from '../../model/image.ts';
import type { PlannedStep } from '../../planning/planned-change.ts';
import type { ReportedLink } from '../../report/plan-report.ts';

/**
 * Where the links of a step to other sources lead, each once, and where those lead now that change. An
 * adopted post is not written.
 */
export function stepLinks({ step, links, record }: PlannedStep): readonly ReportedLink[] {
  if (step.action === 'adopt') return [];
  const told = new Map<string, ReportedLink>();
  for (const { for: source, else: other = null } of step.content.holes ?? []) {
    if (imageDigest(source) !== null) continue;
    const url = step.uses?.[source] ?? null;
    const isKnown = links && record !== null && Object.hasOwn(record.filled, source);
    const before = isKnown ? (record.filled[source] ?? other) : null;
    const was = before === (url ?? other) ? null : before;
    const name = JSON.stringify([source, url ?? other]);
    told.set(name, { source, url, else: other, ...(was !== null && { was }) });
  }
  return [...told.values()];
}
