import { assertedSource } from '../../src/approval/asserted.ts';
import { linkPost } from '../../src/commands/adopt/link-post.ts';
import { makePlan } from '../../src/commands/plan/make-plan.ts';
import { publishApproved, type Published } from '../../src/commands/publish/publish-approved.ts';
import { endHold } from '../../src/commands/resolve/end-hold.ts';
import { ownDecision } from '../../src/approval/own-decision.ts';
import type { ResolutionName } from '../../src/model/resolution.ts';
import { sourceStates } from '../../src/commands/status/source-states.ts';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import type { HoldReason, PlanIndex } from '../../src/model/plan.ts';
import type { PostRef } from '../../src/model/post.ts';
import { perform } from './acts.ts';
import { addressOf } from './model-site.ts';
import { textsOf } from './pages.ts';
import { comeToRest } from './rest.ts';
import type { History, Runs, RunSpec, Setting, Step } from './steps.ts';
import { liesOf } from './truth.ts';
import { Watch } from './watch.ts';
import { createModelWorld, type Process, type Sabotage, type ModelWorld } from './model-world.ts';

/**
 * Lets a history happen, step by step, and then lets everything come to rest. Returns the promises
 * that were broken, in words; it stops at the first step that breaks one.
 */
export async function runHistory(
  { setting, steps }: History,
  sabotage: Sabotage = {},
): Promise<readonly string[]> {
  const world = createModelWorld(setting, sabotage);
  const watch = new Watch(world);
  if (setting.begun) await takeRuns(publishing, world, watch);
  for (const [number, step] of steps.entries()) {
    await take(step, world, watch);
    if (world.violations.length > 0)
      return world.violations.map((each) => `step ${number}: ${each}`);
  }
  await comeToRest(world, watch, (command, approved) => runAlone(command, world, watch, approved));
  return world.violations.map((each) => `at rest: ${each}`);
}

/** The usual site and repository. */
export const usual: Setting = {
  title: 0,
  body: 0,
  keeps: 0,
  public: false,
  createLimit: 25,
  listLag: 0,
  pageSize: 100,
  answerBumps: true,
  mix: 0,
  begun: false,
  skew: 0,
  v2: null,
};

async function take(step: Step, world: ModelWorld, watch: Watch): Promise<void> {
  if (step.do === 'runs') return takeRuns(step, world, watch);
  if (step.do !== 'lose-ledger') return perform(step, world, watch);
  // With its intents it loses what they protect from: let that pass first.
  world.site.advance(60_000);
  world.ledger.lose();
  watch.ledgerLost();
}

async function takeRuns(step: Runs, world: ModelWorld, watch: Watch): Promise<void> {
  const begun: { readonly spec: RunSpec; readonly approved: PlanIndex | null }[] = [];
  for (const spec of step.runs) {
    // People look before they decide.
    if (spec.run === 'resolve') {
      await runAlone({ ...quiet, run: 'plan' }, world, watch, null);
      if (world.held.length === 0) continue;
    }
    if (spec.run !== 'publish') {
      begun.push({ spec, approved: null });
      continue;
    }
    if (spec.which === 0) await runAlone({ ...quiet, run: 'plan' }, world, watch, null);
    const approved = world.plans.at(-Math.max(spec.which, 1));
    if (approved) begun.push({ spec, approved });
  }
  await drive(begun, step, world, watch);
}

const publishing: Runs = {
  do: 'runs',
  runs: [
    {
      run: 'publish',
      which: 0,
      given: false,
      only: null,
      full: false,
      recompose: false,
      here: true,
      faults: [],
    },
  ],
  choices: [],
  events: [],
};
const quiet = { only: null, full: false, recompose: false, here: true, faults: [] } as const;

/** Runs one command with nothing beside it. */
async function runAlone(
  spec: RunSpec,
  world: ModelWorld,
  watch: Watch,
  approved: PlanIndex | null,
): Promise<unknown> {
  const [end] = await drive([{ spec, approved }], { choices: [], events: [] }, world, watch);
  return end?.status === 'fulfilled' ? end.value : null;
}

async function drive(
  begun: readonly { readonly spec: RunSpec; readonly approved: PlanIndex | null }[],
  { choices, events }: Pick<Runs, 'choices' | 'events'>,
  world: ModelWorld,
  watch: Watch,
): Promise<readonly (PromiseSettledResult<unknown> | null)[]> {
  const runs = begun.map(({ spec, approved }) => {
    const process = world.process(spec.here);
    process.approved = approved;
    watch.watch(process);
    return { spec, process };
  });
  const from = world.site.now;
  const ledgerWrites = world.ledger.writes;
  const ends = await world.schedule.drive(
    runs.map(({ spec, process }) => ({
      id: process.id,
      faults: spec.faults,
      begin: () => start(spec, process, world),
    })),
    choices,
    (passed) => {
      for (const { at, act } of events) if (at === passed) perform(act, world, watch);
    },
  );
  for (const [n, end] of ends.entries()) {
    const run = runs[n];
    if (run && !end) mayHaveDecided(run.spec, run.process, from, world, watch);
    if (!run || !end) continue;
    if (end.status === 'rejected') mustBeFault(end.reason, run.process, world, watch);
    else await conclude(run.spec, run.process, end.value, from, world, watch);
  }
  if (runs.every(({ spec }) => spec.run === 'status') && world.ledger.writes > ledgerWrites)
    world.violations.push('status writes nothing: it wrote the ledger');
  return ends;
}

function start(spec: RunSpec, { context, approved }: Process, world: ModelWorld): Promise<unknown> {
  const { full, recompose } = spec;
  const keys = textsOf(world.pages).map(({ key }) => key);
  const keyAt = (number: number) => keys[number % Math.max(keys.length, 1)] ?? 'none';
  const options = { source: spec.only === null ? [] : [keyAt(spec.only)], full, recompose };
  switch (spec.run) {
    case 'plan':
      return makePlan(context, { ...options, verbose: true });
    case 'status':
      return sourceStates(context, { full });
    case 'publish':
      return publishApproved(context, {
        ...options,
        digest: approved && digestOf(approved),
        index: spec.given ? approved : null,
        ask: null,
        evidence: assertedSource('ada', () => context.site.now()),
      });
    case 'resolve': {
      const held = world.held[spec.held % Math.max(world.held.length, 1)];
      const resolution = resolutionOf(spec.how, held?.reason ?? null);
      const source = held?.source ?? keyAt(spec.held);
      return endHold(context, { source, resolution, decision: ownDecision });
    }
    case 'adopt':
      return linkPost(context, {
        source: keyAt(spec.source),
        url: addressOf(postAt(spec.post, world)),
        decision: ownDecision,
      });
  }
}

function postAt(number: number, { site }: ModelWorld): Pick<PostRef, 'kind' | 'id'> {
  const id = (number % Math.max(site.posts.size, 1)) + 1;
  return site.posts.get(id) ?? { kind: 'article', id };
}

/** Mostly what can end such a hold. */
function resolutionOf(how: number | ResolutionName, reason: HoldReason | null): ResolutionName {
  if (typeof how === 'string') return how;
  const fitting: readonly ResolutionName[] =
    reason === 'deleted'
      ? ['recreate', 'recreate', 'forget']
      : reason === 'title-taken'
        ? ['source', 'forget']
        : ['source', 'site', 'source', 'site', 'forget'];
  return fitting[how % fitting.length] ?? 'forget';
}

/** A person decided, and the run died: the decision may stand in the ledger or not. */
function mayHaveDecided(
  spec: RunSpec,
  { texts }: Process,
  from: number,
  world: ModelWorld,
  watch: Watch,
): void {
  if (spec.run === 'adopt') {
    const text = texts[spec.source % Math.max(texts.length, 1)];
    const { post } = (text && world.ledger.index.records[text.key]) ?? {};
    if (text && post && post.id === postAt(spec.post, world).id) watch.linked(text.page, post.id);
  }
  if (spec.run !== 'resolve') return;
  const held = world.held[spec.held % Math.max(world.held.length, 1)];
  // Only what is held can be resolved.
  if (!held) return;
  const { source, reason } = held;
  const page = world.owners.get(source) ?? -1;
  const resolution = resolutionOf(spec.how, reason);
  const record = world.ledger.index.records[source];
  if (resolution === 'source') watch.resolvedForSource(page, record?.post?.id ?? null, from);
  if (resolution === 'recreate') watch.resolvedToRecreate(page, record?.post?.id ?? null);
  if (resolution === 'site' && record?.post) watch.touched(record.post.id);
}

/** Notes what a command that came to its end decided, and holds its words against the site. */
async function conclude(
  spec: RunSpec,
  process: Process,
  value: unknown,
  from: number,
  world: ModelWorld,
  watch: Watch,
): Promise<void> {
  switch (spec.run) {
    case 'plan': {
      const { index, document } = value as Awaited<ReturnType<typeof makePlan>>;
      world.held = document.steps.filter(({ action }) => action === 'held');
      if (index.steps.length > 0) world.plans.push(index);
      return;
    }
    case 'publish':
      world.violations.push(...liesOf(value as Published, process, world, watch));
      return;
    case 'resolve': {
      const { source, post, resolution } = value as Awaited<ReturnType<typeof endHold>>;
      const page = world.owners.get(source) ?? -1;
      if (resolution === 'source') watch.resolvedForSource(page, post?.id ?? null, from);
      if (resolution === 'recreate') watch.resolvedToRecreate(page, post?.id ?? null);
      // Whatever it shows stays, as a person said.
      if (resolution === 'site' && post) watch.touched(post.id);
      return;
    }
    case 'adopt': {
      const { source, post } = value as Awaited<ReturnType<typeof linkPost>>;
      if (post) watch.linked(world.owners.get(source) ?? -1, post.id);
      return;
    }
    case 'status':
  }
}

/** A command may fail, and then says so by a fault; one that blames the user wrote nothing. */
function mustBeFault(error: unknown, process: Process, world: ModelWorld, watch: Watch): void {
  if (!(error instanceof Fault) || error.kind === 'internal')
    world.violations.push(
      `a command ends in order: ${error instanceof Error ? String(error.stack) : String(error)}`,
    );
  else if (error.kind === 'usage' || error.kind === 'policy')
    if (watch.sent.some(({ write }) => write.run === process.id))
      world.violations.push(`a refused command writes nothing: ${error.code}`);
}
