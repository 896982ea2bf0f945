import { canonicalJson } from '../../model/canonical-json.ts';
import { digestOf, type Digest } from '../../model/digest.ts';
import type { PlanIndex } from '../../model/plan.ts';
import type { PostContent } from '../../model/post.ts';
import { checkShape } from './check-shape.ts';
import { contentShape, planShape } from './ledger-shape.ts';
import { unreadable } from './unreadable.ts';

/** The bytes of a text or a plan, whose SHA-256 is its digest. */
export function encodeEntry(entry: PostContent | PlanIndex): string {
  return canonicalJson(entry);
}

/** Reads a text and proves that it has this digest. Throws `ledger-unreadable`. */
export function decodeText(entry: unknown, digest: Digest, name: string): PostContent {
  return proven(checkShape(contentShape, entry, name), digest, name);
}

/** Reads a waiting plan and proves that it has this digest. Throws `ledger-unreadable`. */
export function decodePlan(entry: unknown, digest: Digest, name: string): PlanIndex {
  return proven(checkShape(planShape, entry, name), digest, name);
}

/** Where a ledger that is a folder or a branch keeps an entry: `texts/<hex>.json`. */
export function entryName(digest: string): string {
  return `${digest.slice('sha256:'.length)}.json`;
}

function proven<T extends object>(entry: T, digest: Digest, name: string): T {
  const found = digestOf(entry);
  if (found === digest) return entry;
  throw unreadable(name, `the content of ${digest} has the digest ${found}`);
}
