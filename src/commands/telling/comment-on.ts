import type { Digest } from '../../model/digest.ts';
import type { Draft } from '../../model/draft.ts';
import { Fault, passingText } from '../../model/error.ts';
import type { Finding } from '../../model/finding.ts';
import { changeNoun } from '../../model/provenance.ts';
import type { Log } from '../../ports/log.ts';
import type { CheckedPullRequest } from '../../ports/forge.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { CheckDocument } from '../../report/documents/check.ts';
import type { PlanDocument } from '../../report/documents/plan.ts';
import type { PublishDocument } from '../../report/documents/publish.ts';
import type { Origins } from '../origins-of.ts';
import type { PullNews } from './tell-pulls.ts';
import type { CommentPlace, Telling } from './telling.ts';

interface Checked {
  readonly document: CheckDocument;
  readonly findings: readonly Finding[];
  readonly drafts: readonly Draft[];
  readonly pull: CheckedPullRequest | null;
}

interface Planned {
  readonly document: PlanDocument;
  readonly waited: boolean;
  readonly waitedSteps: ReadonlySet<Digest>;
  readonly origins: Origins;
}

/** Says on an open pull request what will come of it. */
export async function commentOnChecked(
  { findings, drafts, document, pull }: Checked,
  telling: Telling,
): Promise<RequestCount> {
  if (pull === null || !pull.isOpen || pull.isFork) return none;
  return tell(telling, async ({ comments, safe, run }) => {
    const [{ checkComment }, { noteRenderer }, { ofPull }] = await Promise.all([
      import('../../report/comment/check-comment.ts'),
      import('../../report/summary/renderer-for.ts'),
      import('./pull-news.ts'),
    ]);
    const { view, log } = telling;
    const { entry } = view.document(document);
    const isOfFile = ({ provenance }: Pick<Draft | Finding, 'provenance'>) =>
      provenance.kind === 'file';
    const files = [...drafts, ...findings].some(isOfFile)
      ? await orNone(log, comments.changedFiles(pull.number))
      : new Set<string>();
    // What is of its pages is not known, and no reason to take anything back.
    if (files === null && entry === null) return [];
    const own = ofPull(pull.number, files ?? new Set(), { drafts, findings });
    const told = {
      entry,
      pages: own.drafts.map(({ key, kind, title }) => ({ source: key, kind, title })),
      findings: view.findings(own.findings),
      run,
    };
    return [{ pull: pull.number, text: checkComment(told, safe, await noteRenderer()) }];
  });
}

/** Says on merged pull requests what of them waits for approval since this plan. */
export async function commentOnPlanned(
  { document, waited, waitedSteps, origins }: Planned,
  telling: Telling,
): Promise<RequestCount> {
  const { steps } = telling.view.document(document);
  const isNew = (step: (typeof steps)[number]) =>
    step.digest !== null && !step.links && !waitedSteps.has(step.digest);
  if (waited || !steps.some(isNew)) return none;
  return tell(telling, async ({ comments, safe, run }) => {
    const [{ planComment }, { newsOfSteps }] = await Promise.all([
      import('../../report/comment/plan-comment.ts'),
      import('./pull-news.ts'),
    ]);
    const text = (own: typeof steps) =>
      own.some(isNew) ? planComment({ steps: own, run }, safe) : null;
    const told = steps.filter(({ links }) => !links);
    return newsOfSteps(
      told,
      origins,
      (...asked) => orNone(telling.log, comments.pullsOfFiles(...asked)),
      text,
    );
  });
}

/** Says on merged pull requests what became of them. */
export async function commentOnPublished(
  { document, origins }: { readonly document: PublishDocument; readonly origins: Origins },
  telling: Telling,
): Promise<RequestCount> {
  const { steps, approval } = telling.view.document(document);
  const told = steps.filter(({ links }) => !links);
  if (told.length === 0) return none;
  return tell(telling, async ({ comments, safe, run }) => {
    const [{ publishComment }, { newsOfSteps }] = await Promise.all([
      import('../../report/comment/publish-comment.ts'),
      import('./pull-news.ts'),
    ]);
    return newsOfSteps(
      told,
      origins,
      (...asked) => orNone(telling.log, comments.pullsOfFiles(...asked)),
      (own) => publishComment({ steps: own, approval, run }, safe),
    );
  });
}

/** What the forge answers; null, with a line in the log, where it does not: the rest is told all the same. */
async function orNone<Value>(log: Log, asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    log.info(passingText(error));
    return null;
  }
}

const none: RequestCount = { total: 0, writes: 0 };

/** Opens the comments, writes what there is to say, and gives how many requests it took. Never throws. */
async function tell(
  telling: Telling,
  newsFor: (place: CommentPlace) => Promise<readonly PullNews[]>,
): Promise<RequestCount> {
  const { log } = telling;
  let place: CommentPlace | null = null;
  try {
    place = await telling.openComments();
    if (place === null) return none;
    const { tellPulls } = await import('./tell-pulls.ts');
    await tellPulls(await newsFor(place), { ...place, log });
  } catch (error) {
    const what = changeNoun(place?.comments.kind ?? 'pull-request');
    log.info(`The ${what} was not commented on. ${passingText(error)}`);
  } finally {
    await place?.close();
  }
  return place?.requests ?? none;
}
