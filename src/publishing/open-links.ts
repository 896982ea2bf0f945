import { digestOf } from '../model/digest.ts';
import type { PostRef } from '../model/post.ts';
import { linksOf } from '../planning/known-addresses.ts';
import { makesPost } from '../planning/link-order.ts';
import { digestOfChange, type PlannedStep } from '../planning/planned-change.ts';
import type { Site } from '../ports/site.ts';
import type { ClaimedStep } from './claim-steps.ts';
import type { WriteResult } from './write-result.ts';

/**
 * Of pages that all link to each other, nearly each would have to be written twice: what goes beyond
 * these is left to the next plan, as an update of links alone.
 */
const mostSeconds = 5;

type Done = Extract<WriteResult, { outcome: 'done' }>;

/** Links between the posts that one run makes: each leads to what has its post by then. */
interface Links {
  /** What has got a post in this run, by key. */
  readonly posted: ReadonlyMap<string, PostRef>;
  /** Notes what became of a source, or of the first write of it. */
  settle(source: string, post: PostRef | null): void;
  /** The turns of a chunk: each step waits for what it links to, as far as that stands before it. */
  turns(
    steps: readonly ClaimedStep[],
  ): <Result>(step: ClaimedStep, carry: () => Promise<Result>) => Promise<Result>;
  /**
   * A result whose record says that a link is still to come, where it leads to what is not posted yet, and
   * this run is going to fill it in.
   */
  awaited(change: PlannedStep, written: WriteResult): WriteResult;
  /** The second writes that are due: of steps whose targets have their posts by now, by their first. */
  seconds(): readonly (readonly [PlannedStep, PlannedStep])[];
}

export function openLinks({
  site,
  steps,
}: {
  readonly site: Pick<Site, 'quirks'>;
  readonly steps: readonly PlannedStep[];
}): Links {
  const posted = new Map<string, PostRef>();
  /** Whose post may still come. */
  const coming = new Set(steps.filter(makesPost).map(({ source }) => source));
  let left = mostSeconds;
  let waiting: { readonly change: PlannedStep; readonly done: Done; readonly for: string[] }[] = [];
  return {
    posted,
    settle(source, post) {
      if (coming.delete(source) && post) posted.set(source, post);
    },
    turns(steps) {
      const order = new Map(steps.map((step, place) => [step.change.source, place]));
      const ends = steps.map(() => Promise.withResolvers<void>());
      return async (step, carry) => {
        const place = order.get(step.change.source) ?? 0;
        try {
          for (const target of linksOf(step.change.step.content)) {
            const before = order.get(target) ?? place;
            if (before < place) await ends[before]?.promise;
          }
          return await carry();
        } finally {
          ends[place]?.resolve();
        }
      };
    },
    awaited(change, written) {
      if (written.outcome !== 'done' || !makesPost(change)) return written;
      const { filled } = written.record;
      const targets = linksOf(change.composed).filter(
        (target) =>
          filled[target] === null &&
          (target === change.source || coming.has(target) || posted.has(target)),
      );
      const isArticle = change.kind === 'article';
      if (targets.length === 0 || change.step.action === 'adopt') return written;
      if (isArticle && site.quirks?.isLacking('article-edit')) return written;
      if (left === 0) return written;
      left -= 1;
      // Of a question, that would say that its answer is missing.
      const record = { ...written.record, complete: !isArticle };
      const done = { ...written, record };
      waiting.push({ change, done, for: targets });
      return done;
    },
    seconds() {
      const isOpen = (each: (typeof waiting)[number]) =>
        each.for.some((target) => coming.has(target));
      const due = waiting.filter((each) => !isOpen(each));
      waiting = waiting.filter(isOpen);
      return due
        .filter((each) => each.for.some((target) => posted.has(target)))
        .map(({ change, done }) => [change, secondOf(change, done)] as const);
    },
  };
}

/** The second write of a step: the same content, with the addresses that there are by now. */
function secondOf(change: PlannedStep, { post, record }: Done): PlannedStep {
  const { content } = change.step;
  return {
    ...change,
    step: {
      ...change.step,
      action: 'update',
      target: post,
      base: digestOf(content),
      version: record.version,
    },
    post,
    record,
    expected: { content },
    resume: null,
    links: true,
    continues: digestOfChange(change),
  };
}
