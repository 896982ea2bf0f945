import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from '../../kit/start-program.ts';
import type { FaultKind } from './fault-kinds.ts';
import { look } from './observe.ts';
import { laterLine, titleOf, withLine } from './scenario.ts';
import type { TrialWorld } from './trial-world.ts';

/** A line that a colleague wrote on the site, and that has to stay. */
export interface Edit {
  readonly title: string;
  readonly line: string;
}

/**
 * Waits for the request that the fault is for, and does what the fault does beside it. False where the
 * command ended before, or where there was nothing to do.
 */
export async function injectFault(
  world: TrialWorld,
  kind: Extract<FaultKind, { at: 'request' }>,
  running: Running,
  since: number,
  edits: Edit[],
): Promise<boolean> {
  const { site } = world;
  let ended = false;
  void running.ended.then(() => (ended = true));
  for (;;) {
    const entries = await site.log(since);
    const hit = entries.find(({ fault }) => fault?.startsWith(kind.spec.kind));
    if (hit) {
      if (kind.and === 'kill') running.kill();
      if (kind.and === 'blind')
        await site.fault({ kind: 'error', status: 503, method: 'GET', times: 1000 });
      if (kind.and !== 'edit') return true;
      return editNow(world, entries, hit.number, edits);
    }
    if (ended) return false;
    await sleep(2);
  }
}

/** Edits the post as a colleague, unless its last look is over and its change not yet done. */
async function editNow(
  world: TrialWorld,
  entries: Awaited<ReturnType<TrialWorld['site']['log']>>,
  held: number,
  edits: Edit[],
): Promise<boolean> {
  const { site, scenario } = world;
  const { posts } = await look(world);
  const post = posts.find(({ title }) => title === titleOf(scenario, scenario.laterEdited));
  if (!post) return false;
  const address = `/${scenario.name}/${post.id}`;
  const own = entries.filter(({ path, number }) => path.endsWith(address) && number !== held);
  const looked = own.some(({ method, status }) => method === 'GET' && status !== null);
  const changed = own.some(({ method, wrote }) => method === 'PUT' && wrote);
  const isChange = entries.some(
    ({ number, method, path }) => number === held && method === 'PUT' && path.endsWith(address),
  );
  if (isChange || (looked && !changed)) return false;
  await site.edit(post.id, { body: withLine(post.body, laterLine) });
  edits.push({ title: post.title, line: laterLine });
  return true;
}
