import { Fault, type ErrorCode } from '../model/error.ts';
import { withMemory, type LedgerIndex } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import type { PostRef } from '../model/post.ts';
import { encodingsAt, nothingLearned } from '../planning/known-encodings.ts';
import { targetsFirst } from '../planning/link-order.ts';
import type { PlannedStep } from '../planning/planned-change.ts';
import { survey } from '../planning/survey.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { articlePace, articleTurns, takeChunk, writesArticle } from './article-pace.ts';
import { claimSteps, type ClaimedStep, type ClaimOptions } from './claim-steps.ts';
import { fillingsOf } from './hole-fillings.ts';
import { openLinks } from './open-links.ts';
import { recordWritten, type Finished } from './record-written.ts';
import { settledRecords, withSettled } from './settle-written.ts';
import { resultOf, type StepResult } from './step-result.ts';
import { openImageUploads, type ReadPicture } from './upload-images.ts';
import { writeStep } from './write-step.ts';
import type { WriteResult } from './write-result.ts';

/** How many intents a push holds. A crash leaves at most so many writes in doubt. */
const chunkSize = 50;
/** A wait that need not be told before, in milliseconds. */
const unnoticed = 10_000;
/** With more steps than these, each chunk is told. */
const fewSteps = 20;
/** How many writes are under way at once; the throttle paces them. */
const inFlight = 10;
/** Nothing is sent under an intent older than this: from five minutes on another run may repeat it. */
const sendWithin = 4 * 60_000;

interface CarryOutOptions extends Omit<ClaimOptions, 'fillingsOf' | 'recordImages'> {
  readonly clock: Clock;
  readonly log: Log;
  readonly account: number;
  /** Once it is aborted, no more writes are begun; what is under way is ended and recorded. */
  readonly stop: AbortSignal | null;
  readonly steps: readonly PlannedStep[];
  readonly readPicture: ReadPicture;
  /** The ledger that the plan was made from. */
  readonly before: LedgerIndex;
}

/**
 * Carries out approved steps, each exactly once: uploads the pictures of a chunk, pushes its intents,
 * writes it, verifies every answer, and pushes what was done together with the next chunk's intents. A write without an
 * answer is looked for and never repeated here.
 * @throws Fault of kind `ledger` where an intent or a result could not be recorded. Before the first
 * intents are recorded nothing is written to the site.
 */
export async function carryOut(options: CarryOutOptions): Promise<StepResult[]> {
  const { site, ledger, clock, log, steps } = options;
  const results = new Map<PlannedStep, StepResult>();
  const halt: { fault: Fault | null } = { fault: options.stop?.aborted ? stopped() : null };
  options.stop?.addEventListener('abort', () => (halt.fault ??= stopped()), { once: true });
  let writing = { recorded: 0, open: 0, steps: steps.length };
  const progress: Log['progress'] = (state) => log.progress(state && { ...state, writing });
  const publishing = () =>
    progress({ label: 'publishing', done: results.size, total: steps.length });
  const uploads = openImageUploads({ ...options, log: { progress } });
  let finished: Finished[] = [];
  /** Of all chunks. */
  const written: Finished[] = [];
  let index: LedgerIndex | null = null;
  /** A step of several writes comes back with what was written; its result is that of the whole. */
  const first = new Map<PlannedStep, PlannedStep>();
  const links = openLinks(options);
  const report = (change: PlannedStep, result: StepResult, post: PostRef | null = null) => {
    const original = first.get(change) ?? change;
    links.settle(change.source, post);
    // That a link of it was filled in later is a part of what it came to, and some APIs cannot do it.
    const isPart = result.result === 'updated' || result.code === 'article-edit-unavailable';
    if (change.continues && original !== change && isPart) return;
    results.set(original, { ...result, change: original });
  };

  const pace = articlePace(site, sendWithin);
  const articles = steps.filter(writesArticle).length;
  if (pace && pace.lasts(articles) > unnoticed && !halt.fault)
    log.info(
      `The site takes few Articles of an account at a time: writing ${articles} takes about ${Math.ceil(pace.lasts(articles) / 60_000)} min.`,
    );
  const turns = articleTurns(pace, options);
  const queue = [...targetsFirst(steps)];
  while (queue.length > 0) {
    const chunk = takeChunk(queue, chunkSize, pace?.mostInChunk ?? chunkSize);
    if (halt.fault) {
      for (const change of chunk) report(change, resultOf(change, notTried(halt.fault)));
      continue;
    }
    const fillings = (change: PlannedStep) =>
      fillingsOf(change, {
        ...options,
        uploads,
        index: index ?? options.before,
        posted: links.posted,
      });
    const faults = await uploads.provide(chunk, fillings, () => halt.fault === null);
    for (const fault of faults.values()) if (endsTheRun(fault)) halt.fault ??= fault;
    for (const change of chunk) {
      const fault = faults.get(change) ?? null;
      if (fault) report(change, resultOf(change, { outcome: 'failed', fault, unknown: false }));
      else if (halt.fault) report(change, resultOf(change, notTried(halt.fault)));
    }
    const ready = halt.fault ? [] : chunk.filter((change) => !faults.has(change));
    if (ready.length === 0) continue;
    const claims = await claimSteps(ready, finished, {
      ...options,
      fillingsOf: fillings,
      recordImages: uploads.record,
    });
    const context = {
      ...options,
      encodings: encodingsAt(site, claims.index),
      claimed: new Set(Object.values(claims.index.records).flatMap(({ post }) => post?.id ?? [])),
      notAfter: clock.now() + sendWithin,
    };
    index = claims.index;
    finished = [];
    const open = claims.steps.filter(({ result }) => result === null).length;
    writing = { ...writing, recorded: results.size, open };
    const partial: [PlannedStep, PostRef][] = [];
    const turn = links.turns(claims.steps);
    const carry = (step: ClaimedStep) => turn(step, () => carryOne(step));
    const carryOne = async ({ change, intent, result: known }: ClaimedStep) => {
      publishing();
      if (known) {
        report(change, known, known.result === 'unchanged' ? known.post : null);
        return null;
      }
      const result = halt.fault
        ? notTried(halt.fault)
        : links.awaited(
            change,
            await writeStep(change, { ...context, intent, addressOf: fillings(change) }),
          );
      if (result.outcome === 'failed' && endsTheRun(result.fault)) halt.fault ??= result.fault;
      finished.push({ change, intent, written: result });
      if (result.outcome === 'partial') {
        partial.push([change, result.post]);
        links.settle(change.source, result.post);
      } else
        report(change, resultOf(change, result), result.outcome === 'done' ? result.post : null);
      return result;
    };
    const isPaced = ({ change }: ClaimedStep) => pace !== null && writesArticle(change);
    await Promise.all([
      mapConcurrent(
        claims.steps.filter((each) => !isPaced(each)),
        inFlight,
        carry,
      ),
      // One after the other, so that a run that is stopped waits for one at most.
      mapConcurrent(claims.steps.filter(isPaced), 1, async (step) => {
        if (step.result || halt.fault) await carry(step);
        else await turns.take(() => carry(step));
      }),
    ]);
    if (steps.length > fewSteps) log.info(`${results.size} of ${steps.length}`);
    written.push(...finished);
    // The next write of the same step comes under an intent of its own.
    const { records } = recordWritten(index, finished, site.destination.api).index;
    for (const [change, post] of partial.toReversed()) {
      const next = { ...change, resume: post, record: records[change.source] ?? change.record };
      first.set(next, first.get(change) ?? change);
      queue.unshift(next);
    }
    for (const [change, next] of links.seconds()) {
      first.set(next, first.get(change) ?? change);
      queue.unshift(next);
    }
  }
  if (index) publishing();
  const cursors = index && results.size > chunkSize ? await moveOn(index, finished, options) : null;
  const encodings = index ? encodingsAt(site, index) : nothingLearned;
  const settled = await settledRecords(halt.fault ? [] : written, { site, encodings });
  await ledger.update((current) => {
    const withImages = uploads.record(current);
    if (finished.length === 0 && withImages === current) return null;
    const { texts, index: recorded } = recordWritten(withImages, finished, site.destination.api);
    const known = withMemory(recorded, site.destination.api, site.quirks?.memory ?? null);
    return {
      texts,
      index: withSettled(
        cursors ? { ...known, cursors: { ...known.cursors, ...cursors } } : known,
        settled,
      ),
    };
  });
  log.progress(null);
  return steps.flatMap((change) => results.get(change) ?? []);
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
      index: recordWritten(index, finished, options.site.destination.api).index,
      kinds: [...kinds],
      full: false,
      newTitles: { article: [], question: [] },
    });
    return cursors;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** A refused token refuses everything after it too. */
function endsTheRun({ code }: Fault): boolean {
  const ending: ErrorCode[] = [
    'token-refused',
    'token-expired',
    'token-read-only',
    'site-unreachable',
  ];
  return ending.includes(code);
}

function stopped(): Fault<'site'> {
  const remedy = 'Publish the same digest again: what is done already stays as it is.';
  return new Fault('site', 'stopped', 'Not tried: the run was stopped.', { remedy });
}

function notTried(cause: Fault): WriteResult {
  if (cause.code === 'stopped') return { outcome: 'failed', fault: stopped(), unknown: false };
  const { remedy, forTeam } = cause;
  const code = cause.kind === 'site' ? (cause as Fault<'site'>).code : 'site-unavailable';
  const message = `Not tried after an earlier write: ${cause.message}`;
  const fault = new Fault('site', code, message, { remedy, forTeam, cause });
  return { outcome: 'failed', fault, unknown: false };
}
