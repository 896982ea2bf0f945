import { join } from 'node:path';
import type { PlanDocument } from '../../../src/report/documents/plan.ts';
import type { Ran, Running } from '../../kit/start-program.ts';
import { isApproved, type Approved } from './approved.ts';
import type { FaultKind } from './fault-kinds.ts';
import { liesOf } from './lies-of.ts';
import { disagreements, isWrite, look } from './observe.ts';
import { colleagueLine, isComplete, titleOf, type Edit } from './scenario.ts';
import { injectFault } from './inject-fault.ts';
import type { TrialWorld } from './trial-world.ts';

/** In which command a fault is injected, and at which of its requests or ledger writes, from 1. */
export interface Point {
  readonly command: 'plan' | 'publish';
  readonly nth: number;
}

export const harms = [
  'duplicates',
  'lost edits',
  'unapproved writes',
  'untrue exits',
  'ledger wrong',
  'token shown',
  'restless',
] as const;
export type Harm = (typeof harms)[number];

export type Recovery = 'same run' | 'next run' | 'six minutes' | 'never';

export interface Trial {
  readonly kind: FaultKind;
  readonly point: Point;
  /** False where the command never came to the point. */
  readonly reached: boolean;
  readonly recovery: Recovery;
  /** What must not happen and did, in words. */
  readonly harm: Readonly<Record<Harm, readonly string[]>>;
  /** The exit codes, in order. */
  readonly exits: readonly string[];
}

/** Later than every write of unknown outcome can still happen, in seconds. */
const patience = 360;
const mostRounds = 4;

/** Lets one fault happen at one point, goes on as a user would, and collects what went wrong. */
export async function runTrial(world: TrialWorld, kind: FaultKind, point: Point): Promise<Trial> {
  await world.setBack(point.command === 'plan' ? 'unplanned' : 'planned');
  const { site, digest, scenario, api } = world;
  if (kind.at === 'request' && kind.switches) await site.switches(kind.switches);
  const harm = perHarm(() => new Set<string>());
  const exits: string[] = [];
  const edits: Edit[] = [{ title: titleOf(scenario, scenario.edited), line: colleagueLine }];
  const approved = new Map<string, Approved>();
  const indexFile = join(world.checkout, '../index.json');

  const approve = async (planned: string) => {
    const index = await world.index(indexFile);
    approved.set(planned, { index, ledger: await world.ledger(), posts: await site.posts() });
  };

  /** Runs a command to its end and looks at what it did. */
  const watch = async (
    args: readonly string[],
    begin: () => Running = () => world.cli(args),
  ): Promise<Ran> => {
    const since = (await site.state()).requests;
    const ran = await begin().ended;
    exits.push(`${args[0]} ${ran.code ?? 'killed'}`);
    if (`${ran.stdout}${ran.stderr}`.includes(world.token)) harm['token shown'].add(exits.join());
    const given = args[args.indexOf('--digest') + 1] ?? '';
    const planned = args[0] === 'plan' ? undefined : approved.get(given);
    const known = planned && {
      ledger: planned.ledger,
      before: planned.posts,
      now: await site.posts(),
      writes: (await site.log()).flatMap((entry) => (isWrite(entry) && api.writeOf(entry)) || []),
    };
    for (const entry of (await site.log(since)).filter(isWrite)) {
      const write = known && api.writeOf(entry);
      const steps = write ? scenario.stepsOf(write, known) : [];
      if (!planned || !isApproved(steps, given, planned))
        harm['unapproved writes'].add(`${entry.method} ${entry.path} by ${args[0]}`);
    }
    const view = await look(world);
    for (const title of view.duplicates) harm['duplicates'].add(title);
    for (const { title, line } of edits)
      if (!view.posts.some((post) => post.title === title && post.body.includes(line)))
        harm['lost edits'].add(title);
    if (args[0] === 'publish')
      for (const lie of liesOf(ran, approved.get(given) ?? null, view))
        harm['untrue exits'].add(`${exits.join()}: ${lie}`);
    return ran;
  };
  const plan = ['plan', '--json', '--index', indexFile];
  const publish = (of: string) => ['publish', '--json', '--digest', of];

  // On a site with old reads, what a plan reads is what they are of.
  const isOld = kind.at === 'request' && kind.switches?.staleReads !== undefined;
  if (isOld && point.command === 'publish') await watch(plan);

  // The fault.
  const since = (await site.state()).requests;
  const args = point.command === 'plan' ? plan : publish(digest);
  if (point.command === 'publish') await approve(digest);
  let atRequest = Promise.resolve(false);
  const first = await watch(args, () => {
    if (kind.at === 'ledger') return world.cli(args, { nth: point.nth, act: kind.act });
    const armed = site.fault({ ...kind.spec, nth: point.nth });
    const running = world.cli(args);
    atRequest = armed.then(() => injectFault(world, kind, running, since, edits));
    return running;
  });
  const reached = kind.at === 'ledger' ? (await world.ledgerWrites()) > 0 : await atRequest;
  await site.clearFaults();

  // What a user does then: the same again, and after some minutes a new plan.
  const good = async ({ code }: Ran) => code === 0 && isComplete(scenario, await look(world));
  let recovery: Recovery = 'never';
  if (point.command === 'plan') {
    const again = first.code === 0 ? first : await watch(plan);
    const planned = again.code === 0 ? (JSON.parse(again.stdout) as PlanDocument).digest : null;
    if (planned !== null) {
      await approve(planned);
      if (await good(await watch(publish(planned))))
        recovery = first.code === 0 ? 'same run' : 'next run';
    }
  } else {
    const again = await watch(publish(digest));
    if (await good(first)) recovery = 'same run';
    else if (await good(again)) recovery = 'next run';
  }
  for (let round = 0; round < mostRounds; round += 1) {
    await site.advance(patience);
    const ran = await watch(plan);
    if (ran.code !== 0) continue;
    const planned = (JSON.parse(ran.stdout) as PlanDocument).digest;
    if (planned === null) break;
    await approve(planned);
    await watch(publish(planned));
  }

  // From here on, nothing may be left to do.
  const before = (await site.state()).requests;
  const last = await watch(['publish', '--json']);
  const spent = await site.log(before);
  if (last.code !== 0 || spent.some(isWrite) || spent.length > scenario.restingRequests)
    harm['restless'].add(`exit ${String(last.code)} after ${spent.length} requests`);
  const view = await look(world);
  if (recovery === 'never' && last.code === 0 && isComplete(scenario, view))
    recovery = 'six minutes';
  for (const each of await disagreements(world, view, edits)) harm['ledger wrong'].add(each);
  return {
    kind,
    point,
    reached,
    recovery,
    exits,
    harm: perHarm((name) => [...harm[name]]),
  };
}

function perHarm<Value>(make: (name: Harm) => Value): Record<Harm, Value> {
  return Object.fromEntries(harms.map((name) => [name, make(name)])) as Record<Harm, Value>;
}
