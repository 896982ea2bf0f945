import { digestOf, type Digest } from '../model/digest.ts';
import { Fault } from '../model/error.ts';
import type { FieldEncodings, FormRule, Intent, LedgerRecord } from '../model/ledger.ts';
import { stepDigest, type Action, type HoldReason } from '../model/plan.ts';
import {
  textDigest,
  type Instant,
  type PostContent,
  type PostRef,
  type QuestionContent,
} from '../model/post.ts';
import {
  comparePost,
  verifyAnswer,
  verifyWrite,
  type Field,
  type WriteLesson,
} from '../planning/compare.ts';
import { viewField } from '../planning/encoding.ts';
import type { StepRow } from '../planning/row.ts';
import type { Site, SiteAnswer, SitePost } from '../ports/site.ts';
import { anyForm, findWritten } from './find-written.ts';

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
  /** One write of several is done, and is to be recorded before the next. */
  | {
      readonly outcome: 'begun';
      readonly post: PostRef;
      readonly activity: Instant | null;
      readonly form: readonly FormRule[];
      readonly encodings: FieldEncodings;
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
  const { content } = row.step;
  if (content.kind === 'question' && row.resume)
    return answerQuestion(row, content, row.resume, context);
  const made = await createPost(row, context);
  if (!('ref' in made)) return made;
  return content.kind === 'question'
    ? begun(content, made, made.ref, context)
    : done(row, made, context);
}

/** Sends a new Article or question. Where no answer comes, looks for it. */
async function createPost(row: StepRow, context: WriteContext): Promise<SitePost | Written> {
  const { site, intent } = context;
  try {
    return await site.create(row.step.content, context.notAfter);
  } catch (error) {
    if (!isUnknown(error) || !intent) throw error;
    const found = await orNothing(findWritten(row.step.content, intent.at, context));
    const [post, ...others] = found ?? [];
    if (!found || !post) throw error;
    if (others.length > 0) return ambiguous(found);
    return post;
  }
}

/** The second and the third write of a question: its answer, then the acceptance. */
async function answerQuestion(
  row: StepRow,
  content: QuestionContent,
  ref: PostRef,
  context: WriteContext,
): Promise<Written> {
  const { site, notAfter } = context;
  if (ref.answer === undefined) {
    const answer = await createAnswer(content.answer, ref, context);
    return begun(content, { answer }, { ...ref, answer: answer.id }, context);
  }
  await site.acceptAnswer(ref, notAfter);
  const post = await readBack(site, ref);
  if (!post?.answer)
    return held(
      'deleted',
      'Its question or answer was deleted meanwhile.',
      'Plan again to decide.',
    );
  return done(row, post, context);
}

/** Sends an answer. Where no answer comes, looks among our own. */
async function createAnswer(
  body: string,
  question: PostRef,
  { site, account, encodings, notAfter }: WriteContext,
): Promise<SiteAnswer> {
  try {
    return await site.createAnswer(question, body, notAfter);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    const answers = (await orNothing(site.answersOf(question, account))) ?? [];
    const found = answers.find(
      (each) => viewField(each.body, body, encodings.body, anyForm).state === 'same',
    );
    if (!found) throw error;
    return found;
  }
}

/** What the answer to one write of a question teaches, to be recorded before the next. */
function begun(
  content: QuestionContent,
  seen: SitePost | { readonly answer: SiteAnswer },
  post: PostRef,
  { encodings }: WriteContext,
): Written {
  const lesson =
    'ref' in seen
      ? verifyWrite(content, seen, encodings)
      : verifyAnswer(content.answer, seen.answer.body, encodings);
  return {
    outcome: 'begun',
    post,
    activity: 'ref' in seen ? seen.activity : null,
    form: lesson.form,
    encodings: lesson.encodings,
  };
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
    const written =
      content.kind === 'question'
        ? await replaceQuestion(row, content, current, context)
        : await site.update(current, content, context.notAfter);
    return done(row, written, context);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    const now = await orNothing(site.read(target));
    if (now && shows(content, now)) return done(row, now, context);
    throw error;
  }
}

/** Writes the parts of a question that differ; each of these writes may be repeated without harm. */
async function replaceQuestion(
  row: StepRow,
  content: QuestionContent,
  current: SitePost,
  context: WriteContext,
): Promise<SitePost> {
  const { site, encodings, notAfter } = context;
  const compared = comparePost(content, current, encodings, row.record?.form ?? []);
  const differs = compared.state === 'same' ? [] : compared.fields;
  if (differs.some((field) => field !== 'answer')) await site.update(current, content, notAfter);
  let ref = current.ref;
  if (!current.answer) {
    const answer = await createAnswer(content.answer, ref, context);
    ref = { ...ref, answer: answer.id };
  } else if (differs.includes('answer')) {
    await site.updateAnswer(ref, content.answer, notAfter);
  }
  // Later on, which answer is the accepted one is the readers' business.
  const isAccepted = row.record?.complete && row.record.post?.answer !== undefined;
  if (!isAccepted || !current.answer) await site.acceptAnswer(ref, notAfter);
  const written = await readBack(site, ref);
  if (written?.answer) return written;
  throw new Fault(
    'site',
    'site-not-found',
    'Cannot verify the question: it was deleted meanwhile.',
    {
      remedy: 'Plan again to decide.',
    },
  );
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
  const intent = adopted ? record?.intent : null;
  // A post that was found again is the one that its intent announced.
  const settled = intent?.action === 'create' ? intent : null;
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
      ...formOf(row, post, lesson, encodings),
      gone: false,
      otherOwner: step.target === null ? false : (record?.otherOwner ?? post.owner !== account),
      forgotten: false,
      resolution: null,
      // A change of a renamed source may still arrive.
      intent: settled ? null : (intent ?? null),
    },
  };
}

/** How the site spells our text, and whether a person changed it. */
function formOf(
  { step, record, renamedFrom }: StepRow,
  post: SitePost,
  lesson: WriteLesson,
  encodings: FieldEncodings,
): Pick<LedgerRecord, 'form' | 'edited'> {
  const { form, changed } = lesson;
  if (step.action !== 'adopt')
    return { form, edited: step.action === 'merge' || changed.length > 0 };
  if (renamedFrom && record) {
    const compared = comparePost(step.content, post, encodings, record.form);
    return { form: record.form, edited: compared.state !== 'same' };
  }
  // That the site replaces tags is only seen where it answers our own write.
  return {
    form: form.filter((rule) => rule !== 'tag-replaced'),
    edited: changed.length > 0 || form.includes('tag-replaced'),
  };
}

function isUnknown(error: unknown): error is Fault {
  return error instanceof Fault && error.outcome === 'unknown';
}

/** Reads a question that was just written. Where it cannot be read, its writes happened all the same. */
async function readBack(site: Site, ref: PostRef): Promise<SitePost | null> {
  try {
    return await site.read(ref);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault(
      'site',
      'outcome-unknown',
      `Cannot verify question ${String(ref.id)}, which was just written: ${error.message}`,
      {
        remedy: 'Run it again: the question is looked at then, and nothing is posted twice.',
        cause: error,
        outcome: 'unknown',
      },
    );
  }
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
