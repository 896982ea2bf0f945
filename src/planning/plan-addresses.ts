import type { AddressOf } from '../composing/fill-holes.ts';
import { imageAddresses } from '../composing/image-addresses.ts';
import { postAddresses } from '../composing/post-addresses.ts';
import { digestOf } from '../model/digest.ts';
import type { LedgerIndex, LedgerRecord } from '../model/ledger.ts';
import type { PlanIndex } from '../model/plan.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import type { Site } from '../ports/site.ts';
import { addressesNow } from './known-addresses.ts';
import { recordOf } from './look.ts';
import type { MovedPosts } from './moved-posts.ts';
import type { PlanEnvironment } from './source-state.ts';

/** What of the site tells about addresses. */
type AddressSite = Pick<Site, 'images' | 'urlOf' | 'refOf'>;

/**
 * What addresses of the site look like: of its pictures, and of its posts as we build them, which have
 * no word of a title.
 */
export function addressKinds(site: AddressSite): Pick<PlanEnvironment, 'isImage' | 'isPost'> {
  return {
    isImage: (address) => site.images?.owns(address) ?? false,
    isPost(address) {
      const post = site.refOf(address);
      return post !== null && site.urlOf({ kind: post.kind, id: post.id }) === address;
    },
  };
}

/**
 * What a plan knows of addresses. `approved` is the plan that is carried out; null where one is made.
 * `moved`: what the plan itself has found out of posts, or is about to do with them.
 */
export function planAddresses(
  index: LedgerIndex,
  site: AddressSite,
  approved: PlanIndex | null,
  moved: MovedPosts,
): Pick<PlanEnvironment, 'addressOf' | 'leadsTo' | 'isImage' | 'isPost' | 'usedBy'> {
  const kinds = addressKinds(site);
  const images = imageAddresses(index, kinds.isImage);
  const digest = approved && digestOf(approved);
  const planned = (digest !== null && index.plans[digest]) || Infinity;
  const urlOf = (post: PostRef) => site.urlOf(post);
  const recorded = postAddresses(index, urlOf);
  const now: AddressOf = (target) => {
    const news = moved.get(target);
    if (!news) return recorded(target);
    return news.post && urlOf(news.post);
  };
  /**
   * The addresses that a step says it uses: those that the ledger had when it was planned. What was
   * recorded since, under the approval that it has or that it was begun under, is left out, so that a
   * step stays what was approved.
   */
  const usable = (record: LedgerRecord | null): AddressOf => {
    const own: readonly unknown[] = [digest, record?.intent?.plan].filter(Boolean);
    const known = imageAddresses(
      index,
      kinds.isImage,
      ({ plan, at }) => !own.includes(plan) && at <= planned,
    );
    // A change that was begun is planned anew, with what there is by now.
    const begun = record?.intent?.action === 'create' ? record.intent.plan : null;
    const isOwn = (target: string) => {
      const news = moved.get(target);
      const linked = news ? news.record : recordOf(index, target);
      const by = linked?.postedBy ?? null;
      return linked === null || (by !== null && (by === digest || by === begun));
    };
    return (target) => known(target) ?? (isOwn(target) ? null : now(target));
  };
  return {
    ...kinds,
    addressOf: (target) => images(target) ?? now(target),
    leadsTo: (target, address) =>
      address === now(target) ||
      (moved.get(target)?.isDue === true && address === recorded(target)),
    usedBy: (content: PostContent, record: LedgerRecord | null) =>
      addressesNow(content, usable(record)),
  };
}
