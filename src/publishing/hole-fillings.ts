import type { AddressOf } from '../composing/fill-holes.ts';
import { imageAddresses } from '../composing/image-addresses.ts';
import { postAddresses } from '../composing/post-addresses.ts';
import type { Digest } from '../model/digest.ts';
import { imageDigest } from '../model/image.ts';
import type { Filled, LedgerIndex } from '../model/ledger.ts';
import type { PostRef } from '../model/post.ts';
import { addressKinds } from '../planning/plan-addresses.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import type { Site } from '../ports/site.ts';
import type { ImageUploads } from './upload-images.ts';

interface FillingOptions {
  readonly site: Site;
  readonly plan: Digest;
  readonly uploads: Pick<ImageUploads, 'addressOf'>;
  readonly index: Pick<LedgerIndex, 'images' | 'records'>;
  /** The posts that this run has made or linked, which the ledger may not have yet. */
  readonly posted: ReadonlyMap<string, PostRef>;
}

/**
 * What goes into the holes of a step: the addresses that were approved with it, what was uploaded and
 * posted under the very approval, and what a write of it has put in already. No other word of the ledger
 * is taken, as nobody has seen it. Null is for the address of the forge.
 */
export function fillingsOf(
  { step, record, resume, composed }: PlannedStep,
  { site, plan, uploads, index, posted }: FillingOptions,
): AddressOf {
  const { isImage } = addressKinds(site);
  const uploaded = imageAddresses(index, isImage, (image) => image.plan === plan);
  const urlOf = (post: PostRef) => site.urlOf(post);
  const recorded = postAddresses(index, urlOf, ({ postedBy }) => postedBy === plan);
  const intent = record?.intent ?? null;
  const begun = resume || intent?.plan === plan ? intent?.filled : undefined;
  // What a merge has of the site's own text stays as it is there.
  const own = new Set(composed.holes?.map(({ for: target }) => target));
  const keptFor = (target: string) =>
    step.action === 'merge' && !own.has(target) ? record?.filled : undefined;
  const link: AddressOf = (target) => {
    // A question that stands on the site leads where it leads, and so its answer does.
    const told = [resume ? begun : undefined, step.uses, keptFor(target)].find((each) =>
      hasOwn(each, target),
    );
    if (told) return told[target] ?? null;
    const post = posted.get(target);
    return post ? urlOf(post) : recorded(target);
  };
  const image: AddressOf = (target) => {
    const given = [step.uses, begun, keptFor(target)].flatMap((each) =>
      hasOwn(each, target) ? (each[target] ?? []) : [],
    );
    return given.find(isImage) ?? uploaded(target) ?? uploads.addressOf(target);
  };
  return (target) => (imageDigest(target) === null ? link(target) : image(target));
}

function hasOwn(filled: Filled | undefined, target: string): filled is Filled {
  return filled !== undefined && Object.hasOwn(filled, target);
}
