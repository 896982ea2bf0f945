import { imageDigest, imageTarget } from '../../model/image.ts';
import { stepDigest } from '../../model/plan.ts';
import type { Plan } from '../../planning/assemble.ts';
import { makesPost } from '../../planning/link-order.ts';
import type { PlannedStep } from '../../planning/planned-change.ts';
import type { PlanReport } from '../../report/plan-report.ts';
import {
  mostPictureBytes,
  type EmbeddedPicture,
  type PlanPreview,
  type StepPreview,
} from '../../report/preview/plan-preview.ts';
import type { Context } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { readPicture } from '../read-picture.ts';
import { renderedPost } from './rendered-post.ts';

/** A plan as its page shows it, with the pictures of the commit that it was made from. */
export async function previewPlan(
  plan: Plan,
  prepared: Prepared,
  context: Pick<Context, 'tree'>,
  report: PlanReport,
): Promise<PlanPreview> {
  const made = new Set(plan.steps.filter(makesPost).map(({ source }) => source));
  return {
    report,
    steps: plan.steps.map((change) => stepPreview(change, prepared, made)),
    pictures: await embeddedPictures(plan, prepared, context),
    isForTeam: prepared.audience === 'team',
  };
}

function stepPreview(
  change: PlannedStep,
  { pictures }: Pick<Prepared, 'pictures'>,
  made: ReadonlySet<string>,
): StepPreview {
  const { step, shown, record } = change;
  const written = (target: string) =>
    record && Object.hasOwn(record.filled, target) ? record.filled[target] : undefined;
  const used = (target: string) =>
    step.uses && Object.hasOwn(step.uses, target)
      ? step.uses[target]
      : // What a merge has of the site's own text stays as it is there.
        step.action === 'merge'
        ? written(target)
        : undefined;
  const none: ReadonlySet<string> = new Set();
  return {
    digest: stepDigest(step),
    before: shown && renderedPost(shown, { addressOf: written, made: none, pictures }),
    after: renderedPost(step.content, {
      // An adopted post is not written.
      addressOf: step.action === 'adopt' ? written : used,
      made,
      pictures,
    }),
  };
}

/** The pictures that the steps show, in their order, while there is room. */
async function embeddedPictures(
  { steps }: Pick<Plan, 'steps'>,
  prepared: Pick<Prepared, 'pictures'>,
  context: Pick<Context, 'tree'>,
): Promise<PlanPreview['pictures']> {
  const targets = new Set(
    steps.flatMap(({ step, shown }) =>
      [...(step.content.holes ?? []), ...(shown?.holes ?? [])].map((hole) => hole.for),
    ),
  );
  const embedded: [string, EmbeddedPicture][] = [];
  let room = mostPictureBytes;
  for (const target of targets) {
    const digest = imageDigest(target);
    const size = prepared.pictures.get(target)?.size ?? Infinity;
    if (digest === null || size > room) continue;
    const picture = await readPicture(context, prepared, imageTarget(digest));
    if (!picture) continue;
    room -= size;
    const base64 = Buffer.from(picture.bytes).toString('base64');
    embedded.push([digest, { type: picture.file.type, base64 }]);
  }
  return Object.fromEntries(embedded);
}
