import type { Published } from '../../src/commands/publish/publish-approved.ts';
import type { Planned } from '../../src/commands/plan/make-plan.ts';
import type { HoldReason, PlanIndex } from '../../src/model/plan.ts';
import { onForge } from '../kit/linked-pages.ts';
import { addressOf, type Shown } from './model-site.ts';
import { keyOf, linkAddressOf, textsOf, unlinked, type PageText } from './pages.ts';
import type { RunSpec } from './steps.ts';
import type { Watch } from './watch.ts';
import type { ModelWorld } from './model-world.ts';

const mostRounds = 16;
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
  const isUnseen = linksToUnseen(world);
  const first = await plan();
  let planned = await compareTwoPlans(
    first,
    world,
    isUnseen,
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
  isUnseen: boolean,
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
  if (isUnseen) return last;
  const tries = site.options.v2?.lacks.includes('article-edit');
  if (full?.document.digest !== digest && !tries)
    violations.push('a plan is the same where every post is read');
  if (last?.document.digest !== digest) violations.push('and so after that');
  return last;
}

/**
 * Whether a page links to one whose post was deleted, or restored, since that was last looked for: a
 * list that others' posts fill does not tell, and a link to it is no look at it.
 */
function linksToUnseen({ pages, ledger, site }: ModelWorld): boolean {
  const unseen = pages.filter((page) => {
    const { post, gone = false } = ledger.index.records[keyOf(page)] ?? {};
    return post !== undefined && post !== null && site.posts.get(post.id)?.deleted !== gone;
  });
  const texts = textsOf(pages).map(({ body, answer }) => `${body}${answer ?? ''}`);
  return unseen.some((page) => texts.some((text) => text.includes(`(${linkAddressOf(page)})`)));
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
      unlinked(seen).trimEnd() === unlinked(site.options.keepBody(said)).trimEnd();
    const same =
      title === text.title &&
      shows(body, text.body) &&
      (text.answer === null || (answer && shows(answer.body, text.answer))) &&
      [...tags].sort().join() === [...text.tags].sort().join();
    const isUneditable = document.findings.some(
      ({ rule, source }) => rule === 'article-edit-unavailable' && source === key,
    );
    if (isUneditable) return;
    const isAsWritten = same && !record.edited && !watch.wasTouched(post.id);
    const lost = isAsWritten ? wrongLinks(text, post.shown, answer?.body ?? '', world) : [];
    if (lost.length > 0) wrong(`its links lead to ${lost.join(', ')}`);
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

const link = /\]\(([^)\n]*)\)/g;

/** Where links of a page lead that should lead elsewhere: to its target's post, or else to the forge. */
function wrongLinks(
  { body, answer }: PageText,
  shown: Shown,
  shownAnswer: string,
  { pages, ledger, site }: ModelWorld,
): readonly string[] {
  const addressesIn = (text: string) => [...text.matchAll(link)].map(([, address = '']) => address);
  const said = [...addressesIn(body), ...addressesIn(answer ?? '')];
  const seen = [...addressesIn(shown.body), ...addressesIn(shownAnswer)];
  return said.flatMap((address, index) => {
    // One to the page itself goes.
    if (!address.startsWith('/') || seen.length !== said.length) return [];
    const target = pages.find((page) => page.marked && linkAddressOf(page) === address);
    const { post, gone, forgotten } = (target && ledger.index.records[keyOf(target)]) ?? {};
    const isThere = post && !gone && !forgotten && site.posts.get(post.id)?.deleted === false;
    const expected = isThere ? addressOf(post) : linkOnForge(address);
    return seen[index] === expected ? [] : [`${seen[index]} for ${expected}`];
  });
}

function linkOnForge(address: string): string {
  const [path = '', anchor] = address.slice(1).split('#');
  return `${onForge(path)}${anchor === undefined ? '' : `#${anchor}`}`;
}
