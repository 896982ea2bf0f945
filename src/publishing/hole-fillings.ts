import type { AddressOf } from '../composing/fill-holes.ts';
import { imageAddresses } from '../composing/image-addresses.ts';
import { postAddresses } from '../composing/post-addresses.ts';
import type { Digest } from '../model/digest.ts';
import { imageDigest } from '../model/image.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import { isImageOf } from '../planning/plan-addresses.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { Site } from '../ports/site.ts';
import type { ImageUploads } from './upload-images.ts';

interface FillingOptions {
  readonly site: Site;
  readonly plan: Digest;
  readonly uploads: Pick<ImageUploads, 'addressOf'>;
  readonly index: Pick<LedgerIndex, 'images' | 'records'>;
}

/**
 * What goes into the holes of a step: the addresses that were approved with it, then those that a write
 * of it has put in already, then what was uploaded under the very approval. No other word of the ledger
 * is taken, as nobody has seen it.
 */
export function fillingsOf(
  { step, record, resume, composed }: PlannedStep,
  { site, plan, uploads, index }: FillingOptions,
): AddressOf {
  const isImage = isImageOf(site);
  const uploaded = imageAddresses(index, isImage, (image) => image.plan === plan);
  const posts = postAddresses(index, (post) => site.urlOf(post));
  const intent = record?.intent ?? null;
  const begun = resume || intent?.plan === plan ? intent?.filled : undefined;
  // What a merge has of the site's own text stays as it is there.
  const own = new Set(composed.holes?.map(({ for: target }) => target));
  return (target) => {
    const kept = step.action === 'merge' && !own.has(target) ? record?.filled : undefined;
    const given = [step.uses, begun, kept].flatMap((each) =>
      each && Object.hasOwn(each, target) ? (each[target] ?? []) : [],
    );
    if (imageDigest(target) === null) return given[0] ?? posts(target);
    return given.find(isImage) ?? uploaded(target) ?? uploads.addressOf(target);
  };
}
