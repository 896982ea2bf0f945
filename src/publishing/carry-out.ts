import { digestOf, type Digest } from '../model/digest.ts';
import { Fault, type ErrorCode } from '../model/error.ts';
import {
  blankRecord,
  type Intent,
  type LedgerIndex,
  type LedgerRecord,
  type PullRequestCursor,
  type Run,
} from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import { pullRequestOf } from '../model/pull-request-of.ts';
import { stepDigest, type HoldReason } from '../model/plan.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import type { StepRow } from '../planning/row.ts';
import { nothingLearned } from '../planning/plan-rows.ts';
import { survey } from '../planning/survey.ts';
import type { Clock } from '../ports/clock.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Log } from '../ports/log.ts';
import type { Site } from '../ports/site.ts';
import { writeStep, type Written } from './write-step.ts';

/** How many intents a push holds. A crash leaves at most so many writes in doubt. */
const chunkSize = 50;
/** How many writes are under way at once; the throttle paces them. */
const inFlight = 10;
/** Nothing is sent under an intent older than this: from five minutes on another run may repeat it. */
const sendWithin = 4 * 60_000;

/** What became of one approved step. */
export interface StepResult {
  readonly row: StepRow;
  readonly result: 'created' | 'updated' | 'merged' | 'adopted' | 'unchanged' | 'held' | 'failed';
  readonly post: PostRef | null;
  /** Why it was held. */
  readonly reason: HoldReason | null;
  /** Why it failed. */
  readonly code: ErrorCode | null;
  /** What a person should know and do; null where all is well. */
  readonly detail: { readonly message: string; readonly remedy: string } | null;
}

export interface CarryOutOptions {
  readonly site: Site;
  readonly ledger: LedgerStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly account: number;
  readonly run: Run;
  /** The digest of the approved plan. */
  readonly plan: Digest;
  readonly steps: readonly StepRow[];
}

/**
 * Carries out approved steps, each exactly once: pushes the intents of a chunk, writes it, verifies
 * every answer, and pushes what was done together with the next chunk's intents. A write without an
 * answer is looked for and never repeated here.
 * @throws Fault of kind `ledger` where an intent or a result could not be recorded. Before the first
 * intents are recorded nothing is written to the site.
 */
export async function carryOut(options: CarryOutOptions): Promise<StepResult[]> {
  const { site, ledger, clock, log, steps } = options;
  const results = new Map<StepRow, StepResult>();
  const halt: { fault: Fault | null } = { fault: null };
  let finished: Finished[] = [];
  let index: LedgerIndex | null = null;
  /** A step of several writes comes back with what was written; its result is that of the whole. */
  const first = new Map<StepRow, StepRow>();
  const settle = (row: StepRow, result: StepResult) => {
    const original = first.get(row) ?? row;
    results.set(original, { ...result, row: original });
  };

  const queue = [...steps];
  while (queue.length > 0) {
    const chunk = queue.splice(0, chunkSize);
    if (halt.fault) {
      for (const row of chunk) settle(row, resultOf(row, notTried(halt.fault)));
      continue;
    }
    const claims = await claim(chunk, finished, options);
    const context = {
      ...options,
      encodings: claims.index.encodings[site.destination.api] ?? nothingLearned,
      claimed: postIds(claims.index),
      notAfter: clock.now() + sendWithin,
    };
    index = claims.index;
    finished = [];
    const begun: [StepRow, PostRef][] = [];
    await mapConcurrent(claims.steps, inFlight, async ({ row, intent, result }) => {
      log.progress({ label: 'publishing', done: results.size, total: steps.length });
      if (result) {
        settle(row, result);
        return;
      }
      const written = halt.fault
        ? notTried(halt.fault)
        : await writeStep(row, { ...context, intent });
      if (written.outcome === 'failed' && endsTheRun(written.fault)) halt.fault ??= written.fault;
      finished.push({ row, intent, written });
      if (written.outcome === 'begun') begun.push([row, written.post]);
      else settle(row, resultOf(row, written));
    });
    // The next write of the same step comes under an intent of its own.
    const records = index && record(index, finished, options).index.records;
    for (const [row, post] of begun.toReversed()) {
      const next = { ...row, resume: post, record: records?.[row.source] ?? row.record };
      first.set(next, first.get(row) ?? row);
      queue.unshift(next);
    }
  }
  log.progress(null);
  const cursors = index && results.size > chunkSize ? await moveOn(index, finished, options) : null;
  await ledger.update((current) => {
    if (finished.length === 0) return null;
    const recorded = record(current, finished, options);
    return cursors
      ? { ...recorded, index: { ...recorded.index, cursors: { ...current.cursors, ...cursors } } }
      : recorded;
  });
  return steps.flatMap((row) => results.get(row) ?? []);
}

/**
 * Surveys once more, so that the next run need not page past all that this one wrote. A few writes
 * stand on the page that it reads anyway. A survey that fails costs that paging, and nothing else.
 */
async function moveOn(
  index: LedgerIndex,
  finished: readonly Finished[],
  options: CarryOutOptions,
): Promise<LedgerIndex['cursors'] | null> {
  const kinds = new Set(options.steps.map(({ kind }) => kind));
  try {
    const { cursors } = await survey({
      ...options,
      index: record(index, finished, options).index,
      kinds: [...kinds],
      full: false,
      newSources: { article: false, question: false },
    });
    return cursors;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

interface Claim {
  readonly row: StepRow;
  readonly intent: Intent | null;
  /** Set where the ledger moved since the plan, and the step must not be written. */
  readonly result: StepResult | null;
}

interface Finished {
  readonly row: StepRow;
  readonly intent: Intent | null;
  readonly written: Written;
}

/** Records the last chunk's results and this chunk's intents in one push. */
async function claim(
  chunk: readonly StepRow[],
  finished: readonly Finished[],
  options: CarryOutOptions,
): Promise<{ readonly steps: readonly Claim[]; readonly index: LedgerIndex }> {
  const { ledger, site, run, plan } = options;
  let claims: Claim[] = [];
  const { index } = await ledger.update((current) => {
    const recorded = record(current, finished, options);
    const records = { ...recorded.index.records };
    const texts: PostContent[] = [...recorded.texts];
    // Made anew for each attempt: another run may have been faster.
    claims = chunk.map((row) => {
      const before = Object.hasOwn(records, row.source) ? (records[row.source] ?? null) : null;
      const result = settledElsewhere(row, before, plan);
      if (result || row.step.action === 'adopt') return { row, intent: null, result };
      const intent: Intent = {
        action: row.step.action,
        step: stepDigest(row.step),
        plan,
        content: digestOf(row.composed),
        at: site.now(),
        run,
        outcome: 'open',
      };
      texts.push(row.composed);
      records[row.source] = { ...(before ?? blankRecord({ ...row, ...row.note })), intent };
      return { row, intent, result: null };
    });
    return { index: { ...recorded.index, records }, texts };
  });
  return { steps: claims, index };
}

function postIds({ records }: LedgerIndex): Set<number> {
  return new Set(Object.values(records).flatMap(({ post }) => post?.id ?? []));
}

/** Whether another run settled, changed or is writing a source since our plan; null: go ahead. */
function settledElsewhere(
  row: StepRow,
  before: LedgerRecord | null,
  plan: Digest,
): StepResult | null {
  const planned = row.renamedFrom ? null : row.record;
  if (before && before.step === stepDigest(row.step) && before.plan === plan && !before.intent)
    return { ...plain(row, 'unchanged'), post: before.post };
  if (before?.intent && before.intent.run.id !== planned?.intent?.run.id)
    return {
      ...plain(row, 'held'),
      reason: 'in-progress',
      detail: { message: 'Another run is writing it.', remedy: 'Wait for that run.' },
    };
  // A record that holds nothing but a decision is as good as none.
  const same =
    (before?.version ?? 0) === (planned?.version ?? 0) &&
    (before?.base ?? null) === (planned?.base ?? null) &&
    before?.post?.id === planned?.post?.id;
  if (same) return null;
  return {
    ...plain(row, 'held'),
    reason: 'moved',
    detail: { message: 'Another run changed it since the plan.', remedy: 'Plan again.' },
  };
}

/** The ledger with the results of finished steps. */
function record(
  index: LedgerIndex,
  finished: readonly Finished[],
  { site }: CarryOutOptions,
): { readonly index: LedgerIndex; readonly texts: readonly PostContent[] } {
  const api = site.destination.api;
  const records = { ...index.records };
  let encodings = index.encodings[api] ?? nothingLearned;
  const texts: PostContent[] = [];
  for (const { row, intent, written } of finished) {
    const before = records[row.source];
    if (written.outcome === 'done') {
      records[row.source] = written.record;
      if (row.renamedFrom) delete records[row.renamedFrom];
      texts.push(row.composed);
      encodings = {
        title: written.encodings.title ?? encodings.title,
        body: written.encodings.body ?? encodings.body,
      };
    } else if (written.outcome === 'begun' && before) {
      const form = new Set([...before.form, ...written.form]);
      records[row.source] = {
        ...before,
        kind: row.kind,
        post: written.post,
        complete: false,
        gone: false,
        otherOwner: false,
        activity: written.activity ?? before.activity,
        form: [...form].sort(),
      };
      encodings = {
        title: written.encodings.title ?? encodings.title,
        body: written.encodings.body ?? encodings.body,
      };
    } else if (before && intent) {
      const doubt = written.outcome === 'failed' && written.unknown;
      // What was surely not written leaves no trace, or the next run would look for it.
      if (doubt) records[row.source] = { ...before, intent: { ...intent, outcome: 'unknown' } };
      else if (!before.complete && before.post)
        records[row.source] = { ...before, intent: { ...intent, outcome: 'rejected' } };
      else if (before.post || before.resolution) records[row.source] = { ...before, intent: null };
      else delete records[row.source];
    }
  }
  return {
    index: {
      ...index,
      records,
      encodings: { ...index.encodings, [api]: encodings },
      pullRequests: index.pullRequests && withoutSettled(index.pullRequests, records, finished),
    },
    texts,
  };
}

/** Pull requests need not be asked for by number once all of their sources are done. */
function withoutSettled(
  cursor: PullRequestCursor,
  records: LedgerIndex['records'],
  finished: readonly Finished[],
): PullRequestCursor {
  const files = new Set(
    finished.flatMap(({ row, written }) =>
      written.outcome === 'done' && pullRequestOf(row.note) !== null ? [row.note.file] : [],
    ),
  );
  if (files.size === 0) return cursor;
  const open = new Map<string | null, number>();
  for (const record of Object.values(records)) {
    if (!files.has(record.file)) continue;
    const left = open.get(record.file) ?? record.of;
    open.set(record.file, left - (record.complete && !record.intent ? 1 : 0));
  }
  return {
    ...cursor,
    pending: cursor.pending.filter((number) => open.get(`pull/${number}`) !== 0),
  };
}

/** A refused token refuses everything after it too. */
function endsTheRun(fault: Fault): boolean {
  return (
    fault.code === 'token-refused' ||
    fault.code === 'token-expired' ||
    fault.code === 'token-read-only' ||
    fault.code === 'site-unreachable'
  );
}

function notTried(cause: Fault): Written {
  const message = `Not tried after an earlier write: ${cause.message}`;
  const { remedy } = cause;
  const code = cause.kind === 'site' ? (cause as Fault<'site'>).code : 'site-unavailable';
  return {
    outcome: 'failed',
    fault: new Fault('site', code, message, { remedy, cause }),
    unknown: false,
  };
}

function plain(row: StepRow, result: StepResult['result']): StepResult {
  return { row, result, post: row.post, reason: null, code: null, detail: null };
}

function resultOf(row: StepRow, written: Written): StepResult {
  switch (written.outcome) {
    case 'done': {
      const done = { ...plain(row, written.result), post: written.post };
      if (written.changed.length === 0) return done;
      return {
        ...done,
        result: 'failed',
        code: 'response-differs',
        detail: {
          message: `The site did not keep the ${written.changed.join(' and the ')} as sent; the post exists and is recorded.`,
          remedy: 'Open the post and compare it with its source.',
        },
      };
    }
    case 'begun':
      throw new TypeError(`${row.source} was only begun`);
    case 'held': {
      const { message, remedy } = written;
      return { ...plain(row, 'held'), reason: written.reason, detail: { message, remedy } };
    }
    case 'failed': {
      const { code, message, remedy } = written.fault;
      return { ...plain(row, 'failed'), code, detail: { message, remedy } };
    }
  }
}
