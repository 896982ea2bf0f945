import { digestOf } from '../../src/model/digest.ts';
import type { LedgerIndex } from '../../src/model/ledger.ts';
import { stepDigest, type PlanIndex, type Step } from '../../src/model/plan.ts';
import type { ArticleContent } from '../../src/model/post.ts';
import type { LogEntry } from '../../src/sandbox/exchange/request-log.ts';

/** A plan as it was approved: its index, and the ledger that it was made from. */
export interface Approved {
  readonly index: PlanIndex;
  readonly ledger: LedgerIndex;
}

/**
 * Tells whether a write is a step of an approved plan, byte by byte: the step is put together from
 * what was sent, and its digest has to stand in the index. The index has to have the plan's digest.
 */
export function isApproved(entry: LogEntry, digest: string, approved: Approved | null): boolean {
  if (!approved || digestOf(approved.index) !== digest) return false;
  const steps = stepsOf(entry, approved.ledger);
  return approved.index.steps.some((indexed) =>
    steps.some(
      (step) =>
        indexed.digest ===
        stepDigest({ ...step, action: indexed.action, source: step.source ?? indexed.source }),
    ),
  );
}

type Sent = Omit<Step, 'action' | 'source'> & { readonly source: string | null };

function stepsOf({ method, path, sent }: LogEntry, { records }: LedgerIndex): Sent[] {
  const id = /\/articles(?:\/(\d+))?$/.exec(path);
  if (!id || sent === null) return [];
  return contentsOf(sent).flatMap((content): Sent[] => {
    if (method === 'POST' && id[1] === undefined)
      return [{ source: null, target: null, base: null, version: 0, content }];
    const known = Object.entries(records).find(([, { post }]) => post?.id === Number(id[1]));
    if (method !== 'PUT' || !known) return [];
    const [source, { post, base, version }] = known;
    return [{ source, target: post, base, version, content }];
  });
}

const types: Readonly<Record<string, ArticleContent['type']>> = {
  knowledgeArticle: 'knowledge-article',
  howToGuide: 'how-to-guide',
  announcement: 'announcement',
  policy: 'policy',
};

/** The contents that a body may stand for: who may edit is approved only where it is managed. */
function contentsOf(sent: string): ArticleContent[] {
  const { title, body, tags, type, permissions, ...more } = JSON.parse(sent) as {
    title: string;
    body: string;
    tags: string[];
    type: string;
    permissions: { editableBy: string; editorUserIds: number[]; editorUserGroupIds: number[] };
    expirationDate?: unknown;
  };
  const known = types[type];
  const isOpen = permissions.editableBy === 'everyone';
  const unmanaged = Object.keys(more).every((name) => name === 'expirationDate');
  if (!known || !isOpen || !unmanaged) return [];
  return [null, { editableBy: 'everyone', users: [], groups: [] } as const].map((editors) => ({
    kind: 'article',
    title,
    body,
    tags,
    type: known,
    permissions: editors,
  }));
}
