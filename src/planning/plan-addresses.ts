import type { AddressOf } from '../composing/fill-holes.ts';
import { imageAddresses } from '../composing/image-addresses.ts';
import { postAddresses } from '../composing/post-addresses.ts';
import { digestOf } from '../model/digest.ts';
import type { LedgerIndex, LedgerRecord } from '../model/ledger.ts';
import type { PlanIndex } from '../model/plan.ts';
import type { PostContent } from '../model/post.ts';
import type { Site } from '../ports/site.ts';
import { addressesNow } from './known-addresses.ts';
import type { PlanEnvironment } from './source-state.ts';

/** Tells whether an address is one of a picture of the site. */
export function isImageOf({ images }: Pick<Site, 'images'>): (address: string) => boolean {
  return (address) => images?.owns(address) ?? false;
}

/** What a plan knows of addresses. `approved` is the plan that is carried out; null where one is made. */
export function planAddresses(
  index: LedgerIndex,
  site: Pick<Site, 'images' | 'urlOf'>,
  approved: PlanIndex | null,
): Pick<PlanEnvironment, 'addressOf' | 'isImage' | 'usedBy'> {
  const isImage = isImageOf(site);
  const images = imageAddresses(index, isImage);
  const posts = postAddresses(index, (post) => site.urlOf(post));
  const digest = approved && digestOf(approved);
  const planned = (digest !== null && index.plans[digest]) || Infinity;
  /**
   * The addresses that a step says it uses: those that the ledger had when it was planned. What was
   * recorded since, under the approval that it has or that it was begun under, is left out, so that a
   * step stays what was approved.
   */
  const usable = (record: LedgerRecord | null): AddressOf => {
    const own = [digest, record?.intent?.plan];
    return imageAddresses(index, isImage, ({ plan, at }) => !own.includes(plan) && at <= planned);
  };
  return {
    isImage,
    addressOf: (target) => images(target) ?? posts(target),
    usedBy: (content: PostContent, record: LedgerRecord | null) =>
      addressesNow(content, usable(record)),
  };
}
