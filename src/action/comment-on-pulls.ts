import type { check } from '../commands/check.ts';
import type { plan } from '../commands/plan.ts';
import type { publish } from '../commands/publish.ts';
import type { Draft } from '../model/draft.ts';
import { Fault, passingText } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { Log } from '../ports/log.ts';
import type { PullComments } from '../ports/pull-comments.ts';
import type { RequestCount } from '../ports/site.ts';
import type { View } from '../report/audience.ts';
import type { Safe } from '../report/markdown.ts';
import { runPage } from '../wiring/ci/run-page.ts';
import type { Environment } from '../wiring/environment.ts';
import type { Inputs } from './inputs.ts';
import type { PullNews } from './tell-pulls.ts';

export interface Telling {
  readonly environment: Environment;
  readonly inputs: Pick<Inputs, 'config'>;
  readonly view: View;
  /** What makes a text harmless in a page. */
  readonly safe: Safe;
}

type ResultOf<Command extends { run(...args: never[]): unknown }> = Awaited<
  ReturnType<Command['run']>
>;

/** Says on an open pull request what will come of it. */
export async function commentOnChecked(
  { findings, drafts, document }: ResultOf<typeof check>,
  telling: Telling,
): Promise<RequestCount> {
  const { event, github } = telling.environment;
  const pull = event?.pull ?? null;
  if (pull === null || !pull.isOpen || pull.isFork) return none;
  return tell(telling, async (comments) => {
    const [{ checkComment }, { noteRenderer }, { ofPull }] = await Promise.all([
      import('../report/comment/check-comment.ts'),
      import('../report/summary/renderer-for.ts'),
      import('./pull-news.ts'),
    ]);
    const { view, safe, environment } = telling;
    const { entry } = view.document(document);
    const isOfFile = ({ provenance }: Pick<Draft | Finding, 'provenance'>) =>
      provenance.kind === 'file';
    const files = [...drafts, ...findings].some(isOfFile)
      ? await orNone(environment.log, comments.changedFiles(pull.number))
      : new Set<string>();
    // What is of its pages is not known, and no reason to take anything back.
    if (files === null && entry === null) return [];
    const own = ofPull(pull.number, files ?? new Set(), { drafts, findings });
    const told = {
      entry,
      pages: own.drafts.map(({ key, kind, title }) => ({ source: key, kind, title })),
      findings: view.findings(own.findings),
      run: runPage(github),
    };
    return [{ pull: pull.number, text: checkComment(told, safe, await noteRenderer()) }];
  });
}

/** Says on merged pull requests what of them waits for approval since this plan. */
export async function commentOnPlanned(
  { document, waited, waitedSteps, origins }: ResultOf<typeof plan>,
  telling: Telling,
): Promise<RequestCount> {
  const { steps } = telling.view.document(document);
  const isNew = (step: (typeof steps)[number]) =>
    step.digest !== null && !step.links && !waitedSteps.has(step.digest);
  if (waited || !steps.some(isNew)) return none;
  return tell(telling, async (comments) => {
    const [{ planComment }, { newsOfSteps }] = await Promise.all([
      import('../report/comment/plan-comment.ts'),
      import('./pull-news.ts'),
    ]);
    const run = runPage(telling.environment.github);
    const text = (own: typeof steps) =>
      own.some(isNew) ? planComment({ steps: own, run }, telling.safe) : null;
    const told = steps.filter(({ links }) => !links);
    return newsOfSteps(told, origins, (...asked) => pullsOf(comments, telling, asked), text);
  });
}

/** Says on merged pull requests what became of them. */
export async function commentOnPublished(
  { document, origins }: ResultOf<typeof publish>,
  telling: Telling,
): Promise<RequestCount> {
  const { steps, approval } = telling.view.document(document);
  const told = steps.filter(({ links }) => !links);
  if (told.length === 0) return none;
  return tell(telling, async (comments) => {
    const [{ publishComment }, { newsOfSteps }] = await Promise.all([
      import('../report/comment/publish-comment.ts'),
      import('./pull-news.ts'),
    ]);
    const run = runPage(telling.environment.github);
    return newsOfSteps(
      told,
      origins,
      (...asked) => pullsOf(comments, telling, asked),
      (own) => publishComment({ steps: own, approval, run }, telling.safe),
    );
  });
}

/** Where it cannot be told whose pages these are, the notes are told of all the same. */
const pullsOf = (
  comments: PullComments,
  { environment }: Telling,
  asked: Parameters<PullComments['pullsOfFiles']>,
) => orNone(environment.log, comments.pullsOfFiles(...asked));

/** What GitHub answers; null, with a line in the log, where it does not. */
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
  { environment, inputs }: Telling,
  newsFor: (comments: PullComments) => Promise<readonly PullNews[]>,
): Promise<RequestCount> {
  const [{ tellPulls }, { openPullComments }, { commentStart }] = await Promise.all([
    import('./tell-pulls.ts'),
    import('../wiring/pull-comments.ts'),
    import('../report/comment/comment-text.ts'),
  ]);
  const { log } = environment;
  let comments: Awaited<ReturnType<typeof openPullComments>> = null;
  try {
    comments = await openPullComments(environment);
    if (comments === null) return none;
    const start = commentStart(inputs.config);
    await tellPulls(await newsFor(comments), { comments, start, log });
  } catch (error) {
    log.info(`The pull request was not commented on. ${passingText(error)}`);
  } finally {
    await comments?.close();
  }
  return comments?.requests ?? none;
}
