import type { PublishDocument } from '../../../src/report/documents/publish.ts';
import type { Approved } from './approved.ts';

import type { Ran } from '../../kit/start-program.ts';
import type { View } from './scenario.ts';

/** What a run said that was not so: done and not there, or surely not done and there. */
export function liesOf({ code, stdout }: Ran, approved: Approved | null, view: View): string[] {
  const lies: string[] = [];
  if (code === 0)
    for (const { source } of approved?.index.steps ?? [])
      if (!view.shows(source)) lies.push(`exit 0 without ${source}`);
  if (code === null || stdout === '') return lies;
  const { steps = [] } = JSON.parse(stdout) as Partial<PublishDocument>;
  for (const { source, result, error } of steps) {
    const done = !['held', 'refused', 'failed'].includes(result);
    const surelyNot =
      result === 'failed' &&
      error?.code !== 'outcome-unknown' &&
      error?.code !== 'response-differs';
    if (done && !view.shows(source)) lies.push(`${source} ${result}, and is not there`);
    if (surelyNot && view.shows(source))
      lies.push(`${source} ${String(error?.code)}, and is there`);
  }
  if (steps.some(({ result }) => result === 'failed') && code !== 4)
    lies.push(`exit ${code} with a failed step`);
  return lies;
}
