import type { Published } from '../../src/commands/publish/publish-approved.ts';
import type { Planned } from '../../src/commands/plan/make-plan.ts';
import type { HoldReason, PlanIndex } from '../../src/model/plan.ts';
import { textsOf, type PageText } from './pages.ts';
import type { RunSpec } from './steps.ts';
import type { Watch } from './watch.ts';
import type { ModelWorld } from './model-world.ts';

const mostRounds = 8;
const quiet = { only: null, full: false, recompose: false, here: true, faults: [] } as const;

/**
 * Plans and publishes, without mishaps, until a plan has nothing to do; then looks whether the site
 * shows what the pages say, and whether one more plan writes nothing.
 */
export async function comeToRest(
  world: ModelWorld,
  watch: Watch,
  run: (spec: RunSpec, approved: PlanIndex | null) => Promise<unknown>,
): Promise<void> {
  const { site, ledger, violations } = world;
  site.advance(6 * 60_000);
  const plan = async () => (await run({ ...quiet, run: 'plan' }, null)) as Planned | null;
  const first = await plan();
  let planned = await compareTwoPlans(
    first,
    world,
    plan,
    async () => (await run({ ...quiet, run: 'plan', full: true }, null)) as Planned | null,
  );
  const held = new Map<string, HoldReason | null>();
  for (let round = 0; planned?.document.digest && round < mostRounds; round += 1) {
    const spec = { ...quiet, run: 'publish', which: 0, given: false } as const;
    const published = (await run(spec, planned.index)) as Published | null;
    if (violations.length > 0) return;
    // A lock is no activity: only the look before the write sees it.
    held.clear();
    const steps = published?.document.steps ?? [];
    for (const { source, result, reason } of steps)
      if (result === 'held' && reason !== 'excepted') held.set(source, reason);
    if (published && held.size === steps.length) break;
    planned = await plan();
  }
  if (violations.length > 0) return;
  if (!planned || (planned.document.digest && held.size === 0)) {
    const due = planned?.document.steps.map(({ source, action }) => `${action} ${source}`);
    violations.push(`everything comes to rest: ${due?.join() ?? 'no plan'}`);
    return;
  }

  // Lists are late. A post that came back is counted anew by the next plan.
  site.advance(60_000);
  await plan();
  const before = { site: watch.sent.length, ledger: ledger.writes };
  const again = await plan();
  const isSure = !site.options.v2?.safeFilter || ![planned, again].some(isInDoubt);
  if (isSure && again?.document.digest !== planned.document.digest)
    violations.push('a second plan has nothing else to do');
  if (watch.sent.length > before.site || (isSure && ledger.writes > before.ledger))
    violations.push('a second plan writes nothing');
  for (const text of textsOf(world.pages)) checkPage(text, planned, held, world, watch);
}

/** With nothing changed, plan after plan has the same digest, however far the lists are looked through. */
async function compareTwoPlans(
  first: Planned | null,
  { site, violations }: ModelWorld,
  plan: () => Promise<Planned | null>,
  fullPlan: () => Promise<Planned | null>,
): Promise<Planned | null> {
  const digest = first?.document.digest;
  const second = await plan();
  const full = await fullPlan();
  // What the lists do not show, a deleted answer, is known from now on.
  const last = await plan();
  const isSure = !site.options.v2?.safeFilter || ![first, second, full, last].some(isInDoubt);
  if (!isSure) return last;
  if (second?.document.digest !== digest) violations.push('a plan is the same once more');
  // A full one tries again what the API was found to lack.
  const tries = site.options.v2?.lacks.includes('article-edit');
  if (full?.document.digest !== digest && !tries)
    violations.push('a plan is the same where every post is read');
  if (last?.document.digest !== digest) violations.push('and so after that');
  return last;
}

/** Whether a text could not be told. Where encodings change from read to read, the next plan may tell it. */
function isInDoubt(planned: Planned | null): boolean {
  return planned?.document.steps.some(({ reason }) => reason === 'encoding') === true;
}

/** A page is shown as it is, or a person changed its post, or it is held for a good reason. */
function checkPage(
  text: PageText,
  { document }: Planned,
  held: ReadonlyMap<string, HoldReason | null>,
  world: ModelWorld,
  watch: Watch,
): void {
  const { site, ledger, violations } = world;
  const { key } = text;
  // Questions of one file may get in each other's way.
  const file = key.split('#')[0] ?? key;
  const isWrong = document.findings.some(
    ({ source, severity }) => severity === 'error' && source?.startsWith(file),
  );
  if (isWrong) return;
  const step = document.steps.find(({ source }) => source === key);
  const record = ledger.index.records[key];
  const post = site.posts.get(record?.post?.id ?? step?.post?.id ?? 0);
  const wrong = (what: string) => violations.push(`at rest all is shown or held: ${key}, ${what}`);
  if (!step) return void wrong('is in no plan');
  const reason = step.action === 'held' ? step.reason : (held.get(key) ?? null);
  if (reason === null) {
    if (record?.forgotten) return;
    // A person decided against it, and its record and its post stay what they are.
    if (record?.skipped && step.action === 'unchanged') return;
    if (record?.intent) wrong('still has an intent');
    if (!record || !post || post.deleted) return void wrong(`${step.action} without a post`);
    const { title, body, tags, answers } = post.shown;
    const answer = answers.find(({ id }) => id === record.post?.answer);
    if (text.answer !== null && (!answer || answer.deleted)) wrong('has no answer');
    // A post that was written by hand, and found, may lack the line end at its end: nobody sees that.
    const shows = (seen: string, said: string) =>
      seen.trimEnd() === site.options.keepBody(said).trimEnd();
    const same =
      title === text.title &&
      shows(body, text.body) &&
      (text.answer === null || (answer && shows(answer.body, text.answer))) &&
      [...tags].sort().join() === [...text.tags].sort().join();
    const isUneditable = document.findings.some(
      ({ rule, source }) => rule === 'article-edit-unavailable' && source === key,
    );
    if (isUneditable) return;
    if (!same && !record.edited) wrong('shows another text');
    if (!same && !watch.wasTouched(post.id)) wrong('shows another text, and nobody edited it');
    return;
  }
  const titles = [...site.posts.values()].filter(
    ({ deleted, shown }) => !deleted && shown.title === text.title,
  ).length;
  const touched = post !== undefined && watch.wasTouched(post.id);
  const isAnswered = post?.shown.answers.some(
    ({ id, deleted }) => id === record?.post?.answer && !deleted,
  );
  const reasons: Record<HoldReason, boolean> = {
    conflict: touched,
    deleted: post?.deleted === true || (text.answer !== null && !isAnswered),
    'title-taken': titles > 0,
    'no-base': record?.base === null,
    locked: post?.locked === true,
    'kind-changed': false,
    encoding: touched,
    public: touched,
    'in-progress': false,
    'outcome-unknown': false,
    moved: false,
    ambiguous: true,
    ledger: false,
    'too-long': false,
  };
  if (!reasons[reason]) wrong(`is held: ${reason}`);
}
