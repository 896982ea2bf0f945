import { imageDigest } from '../../model/image.ts';
import type { PlannedStep } from '../../planning/planned-change.ts';
import type { ReportedPicture } from '../../report/plan-report.ts';
import type { Prepared } from '../prepare.ts';

/** The pictures that a step puts into a post, each once. An adopted post is not written. */
export function stepPictures(
  { step }: PlannedStep,
  { pictures }: Pick<Prepared, 'pictures'>,
): readonly ReportedPicture[] {
  if (step.action === 'adopt') return [];
  const targets = new Set(step.content.holes?.map(({ for: target }) => target));
  return [...targets].flatMap((target) => {
    const digest = imageDigest(target);
    if (digest === null) return [];
    const { path = null, size = null } = pictures.get(target) ?? {};
    return [{ path, size, digest, url: step.uses?.[target] ?? null }];
  });
}
