import { setTimeout as sleep } from 'node:timers/promises';
import type { LogEntry } from '../../../sandbox/index.ts';
import type { Running } from '../../kit/start-program.ts';
import type { FaultKind } from './fault-kinds.ts';
import { look } from './observe.ts';
import { laterLine, titleOf, withLine, type Edit } from './scenario.ts';
import type { TrialWorld } from './trial-world.ts';

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
      if (kind.and === 'backoff') {
        await site.switches({ backoff: 2 });
        const isOver = async () =>
          ended ||
          (await site.log(hit.number - 1)).some(
            (each) => each.number === hit.number && each.status,
          );
        while (!(await isOver())) await sleep(2);
        await site.switches({ backoff: 0 });
      }
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
  const { site, scenario, api } = world;
  const { posts } = await look(world);
  const post = posts.find(({ title }) => title === titleOf(scenario, scenario.laterEdited));
  if (!post) return false;
  const others = entries.filter(({ number }) => number !== held);
  const isChange = (entry: LogEntry) => api.changes(entry, scenario.name, post.id);
  const looked = others.some(
    (entry) => entry.status !== null && api.reads(entry, scenario.name, post.id),
  );
  const changed = others.some((entry) => entry.wrote && isChange(entry));
  const changes = entries.some((entry) => entry.number === held && isChange(entry));
  if (changes || (looked && !changed)) return false;
  await site.edit(post.id, { body: withLine(post.body, laterLine) });
  edits.push({ title: post.title, line: laterLine });
  return true;
}
