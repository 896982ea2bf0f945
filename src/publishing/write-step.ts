import { digestOf, type Digest } from '../model/digest.ts';
import { Fault } from '../model/error.ts';
import type { FieldEncodings, Intent, LedgerRecord } from '../model/ledger.ts';
import { stepDigest, type Action, type HoldReason } from '../model/plan.ts';
import { textDigest, type PostContent, type PostRef } from '../model/post.ts';
import { comparePost, verifyWrite, type Field } from '../planning/compare.ts';
import type { StepRow } from '../planning/row.ts';
import type { Site, SitePost } from '../ports/site.ts';
import { findWritten } from './find-written.ts';

/** What became of a step that was carried out. */
export type Written =
  | {
      readonly outcome: 'done';
      readonly result: 'created' | 'updated' | 'merged' | 'adopted' | 'unchanged';
      readonly post: PostRef;
      readonly record: LedgerRecord;
      readonly encodings: FieldEncodings;
      /** What the site did not keep as it was sent: the write happened, but is not what was approved. */
      readonly changed: readonly Field[];
    }
  | {
      readonly outcome: 'held';
      readonly reason: HoldReason;
      readonly message: string;
      readonly remedy: string;
    }
  /** `unknown`: the write was sent, and nothing tells what became of it. */
  | { readonly outcome: 'failed'; readonly fault: Fault; readonly unknown: boolean };

export interface WriteContext {
  readonly site: Site;
  readonly account: number;
  /** The digest of the approved plan. */
  readonly plan: Digest;
  readonly encodings: FieldEncodings;
  /** The intent that stands in the ledger for this step. */
  readonly intent: Intent | null;
  /** Posts that the ledger already counts as somebody's. */
  readonly claimed: ReadonlySet<number>;
  /** By the local clock: nothing is sent later, as another run may then take over. */
  readonly notAfter: number;
}

const results = {
  create: 'created',
  update: 'updated',
  merge: 'merged',
  adopt: 'adopted',
} as const;

/** Carries out one step whose intent is recorded, and verifies it by the site's own answer. */
export async function writeStep(row: StepRow, context: WriteContext): Promise<Written> {
  try {
    switch (row.step.action) {
      case 'create':
        return await create(row, context);
      case 'update':
      case 'merge':
        return await replace(row, row.step.action, context);
      case 'adopt':
        return await adopt(row, context);
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { outcome: 'failed', fault: error, unknown: isUnknown(error) };
  }
}

async function create(row: StepRow, context: WriteContext): Promise<Written> {
  const { site, intent } = context;
  try {
    return done(row, await site.create(row.step.content, context.notAfter), context);
  } catch (error) {
    if (!isUnknown(error) || !intent) throw error;
    const found = await orNothing(findWritten(row.step.content, intent.at, context));
    const [post, ...others] = found ?? [];
    if (!found || !post) throw error;
    if (others.length > 0) return ambiguous(found);
    return done(row, post, context);
  }
}

async function replace(
  row: StepRow,
  action: Extract<Action, 'update' | 'merge'>,
  context: WriteContext,
): Promise<Written> {
  const { site, encodings } = context;
  const { target, content } = row.step;
  if (!target || !row.expected) throw new TypeError(`${action} of ${row.source} names no post`);
  const current = await site.read(target);
  if (!current)
    return held('deleted', 'Its post was deleted since the plan.', 'Plan again to decide.');
  if (!current.editable)
    return held('locked', 'Its post was locked since the plan.', 'Unlock it, or plan again.');
  // An id in the ledger is a claim: never write into a post of somebody else.
  if (current.owner !== context.account && !row.record?.otherOwner)
    return held(
      'locked',
      'Its post belongs to another account, and nothing recorded that it was linked.',
      'Run `adopt SOURCE URL` if it is the right post.'.replace('SOURCE', row.source),
    );
  const form = row.record?.form ?? [];
  const shows = (known: PostContent, post: SitePost) =>
    comparePost(known, post, encodings, form).state === 'same';
  const asPlanned =
    'content' in row.expected
      ? shows(row.expected.content, current)
      : current.activity === row.expected.activity;
  if (!asPlanned) {
    if (shows(content, current)) return done(row, current, context, 'unchanged');
    return held(
      'moved',
      'Its post was edited on the site since the plan.',
      'Plan again: the edit will be merged, or shown as a conflict.',
    );
  }
  try {
    return done(row, await site.update(current, content, context.notAfter), context);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    const now = await orNothing(site.read(target));
    if (now && shows(content, now)) return done(row, now, context);
    throw error;
  }
}

async function adopt(row: StepRow, context: WriteContext): Promise<Written> {
  const { target } = row.step;
  const post = target && (await context.site.read(target));
  if (!post) return held('deleted', 'The post to adopt was deleted since the plan.', 'Plan again.');
  return done(row, post, context);
}

function done(
  row: StepRow,
  post: SitePost,
  { account, plan, encodings }: WriteContext,
  result: (typeof results)[Action] | 'unchanged' = results[row.step.action],
): Written {
  const { step, record, composed } = row;
  const adopted = step.action === 'adopt';
  // A write that was found again is the one that its intent announced.
  const settled = adopted ? record?.intent : null;
  const lesson = verifyWrite(step.content, post, encodings);
  return {
    outcome: 'done',
    result,
    post: post.ref,
    encodings: adopted ? encodings : lesson.encodings,
    // An adopted post may differ: that is a reader's edit, and stays.
    changed: adopted ? [] : lesson.changed,
    record: {
      kind: step.content.kind,
      post: post.ref,
      complete: true,
      version: adopted ? step.version : step.version + 1,
      ...row.note,
      base: digestOf(composed),
      title: composed.title,
      text: textDigest(composed),
      step: settled?.step ?? stepDigest(step),
      plan: settled?.plan ?? plan,
      activity: post.activity,
      edited:
        step.action === 'merge' ||
        lesson.changed.length > 0 ||
        (adopted && lesson.form.includes('tag-replaced')),
      form: adopted ? lesson.form.filter((rule) => rule !== 'tag-replaced') : lesson.form,
      gone: false,
      otherOwner: step.target === null ? false : (record?.otherOwner ?? post.owner !== account),
      forgotten: false,
      resolution: null,
      intent: null,
    },
  };
}

function isUnknown(error: unknown): error is Fault {
  return error instanceof Fault && error.outcome === 'unknown';
}

/** A look after a lost answer that fails itself leaves the outcome as unknown as it was. */
async function orNothing<Found>(look: Promise<Found>): Promise<Found | null> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

function held(reason: HoldReason, message: string, remedy: string): Written {
  return { outcome: 'held', reason, message, remedy };
}

function ambiguous(found: readonly SitePost[]): Written {
  return held(
    'ambiguous',
    `Several posts of our account have its title and text: ${found.map(({ url }) => url).join(', ')}`,
    'Delete all but one on the site, then plan again.',
  );
}
