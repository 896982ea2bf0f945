import { digestOf } from '../../../src/model/digest.ts';
import {
  type LedgerChange,
  type LedgerIndex,
  type LedgerRecord,
} from '../../../src/model/ledger.ts';
import type { PlanIndex } from '../../../src/model/plan.ts';
import type { PostContent, PostRef } from '../../../src/model/post.ts';

export function article(title: string, body = 'Some text.\n'): PostContent {
  return {
    kind: 'article',
    title,
    body,
    tags: ['tls'],
    type: 'announcement',
    permissions: null,
  };
}

export function recordOf(content: PostContent, more: Partial<LedgerRecord> = {}): LedgerRecord {
  return {
    kind: content.kind,
    post: { kind: content.kind, id: 12 },
    version: 1,
    provenance: { kind: 'file', path: 'docs/tls.md' },
    revision: 'a'.repeat(40),
    settings: digestOf({ tags: [] }),
    base: digestOf(content),
    title: content.title,
    text: null,
    complete: true,
    sourceCount: 1,
    step: null,
    plan: null,
    postedBy: null,
    activity: 1_700_000_000_000,
    edited: false,
    normalizations: [],
    gone: false,
    otherOwner: false,
    forgotten: false,
    skipped: null,
    resolution: null,
    intent: null,
    unsettled: null,
    dependsOn: {},
    filled: {},
    members: null,
    ...more,
  };
}

export function planOf(...sources: string[]): PlanIndex {
  return {
    schema: 1,
    tier: 'business',
    site: 'https://api.example',
    team: 'acme',
    api: 'v3',
    account: 12,
    steps: sources.map((source) => ({ source, action: 'create', digest: digestOf({ source }) })),
  };
}

/** A post that no other key has. */
export function postOf(key: string): PostRef {
  const hex = digestOf({ key }).slice(-12);
  return { kind: 'article', id: Number.parseInt(hex, 16) + 1 };
}

/** A change that sets the record of one source, with a post of its own, to a new text. */
export function put(key: string, content: PostContent): (index: LedgerIndex) => LedgerChange {
  return (index) => ({
    index: {
      ...index,
      records: { ...index.records, [key]: recordOf(content, { post: postOf(key) }) },
    },
    texts: [content],
  });
}

/** A change that counts up, to see whether an update was lost. */
export function count(key: string): (index: LedgerIndex) => LedgerChange {
  return (index) => {
    const version = (Object.hasOwn(index.records, key) ? index.records[key]?.version : 0) ?? 0;
    const record = recordOf(article('Count'), {
      post: postOf(key),
      base: null,
      version: version + 1,
    });
    return { index: { ...index, records: { ...index.records, [key]: record } } };
  };
}
