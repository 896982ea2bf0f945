import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { ActionWorld } from '../kit/action-world.ts';
import type { Acted } from '../kit/run-action.ts';
import { sayYes, titlesOf, worldOf, type WayName, type Yes } from './many-posts.ts';

/** How many posts are published, and after how many of them the run is killed. */
export interface Size {
  readonly many: number;
  readonly after: number;
}

/** As if the process ran on another machine: nobody there can tell whether the first still runs. */
const elsewhere = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'another-host.mjs')).href}`,
};

/** Publishes, and kills the process once some posts exist. */
async function killed(
  world: ActionWorld,
  { publish }: Yes,
  { many, after }: Size,
): Promise<number> {
  const before = (await world.site.posts()).length;
  const acted = await world.act(publish, (running) => {
    void (async () => {
      while ((await world.site.posts()).length < before + after) await sleep(5);
      running.kill();
    })();
  });
  expect(acted.code).toBeNull();
  const made = (await settledCount(world)) - before;
  expect(made).toBeGreaterThanOrEqual(after);
  expect(made).toBeLessThan(many);
  return made;
}

/** How many posts there are, once what was under way has arrived. */
async function settledCount({ site }: ActionWorld): Promise<number> {
  for (let count = -1; ;) {
    const { length } = await site.posts();
    if (length === count) return count;
    count = length;
    await sleep(250);
  }
}

/** The counts of a run are those of the site, and the exit code is that of the counts. */
async function expectTrue(
  world: ActionWorld,
  { code, outputs }: Acted,
  many: number,
): Promise<void> {
  const counts = Object.fromEntries(
    ['created', 'adopted', 'unchanged', 'held', 'refused', 'failed'].map((name) => [
      name,
      Number(outputs[name]),
    ]),
  ) as Record<'created' | 'adopted' | 'unchanged' | 'held' | 'refused' | 'failed', number>;
  const { created, adopted, unchanged, held, refused, failed } = counts;
  expect(created + adopted + unchanged + held + refused + failed).toBe(many);
  const titles = await world.titles();
  expect(new Set(titles).size).toBe(titles.length);
  expect(created + adopted + unchanged).toBeLessThanOrEqual(titles.length);
  const left = held + refused;
  expect(code).toBe(failed > 0 ? 4 : left === 0 ? 0 : left === many ? 3 : 5);
}

/** Approves a publish and kills it. */
async function interrupted(name: WayName, size: Size) {
  const world = await worldOf(size.many);
  const yes = await sayYes(name, world, await world.planned());
  const made = await killed(world, yes, size);
  return { world, yes, made };
}

/** A publish that was killed is ended by running it again, and then nothing is left to do. */
export async function expectEndedByRunningAgain(name: WayName, size: Size): Promise<void> {
  const { many } = size;
  const { world, yes } = await interrupted(name, size);
  const second = await world.act({ ...(await yes.again()), env: elsewhere });
  await expectTrue(world, second, many);

  await world.site.advance(6 * 60);
  const third = await world.act({ ...(await yes.again()), env: elsewhere });
  await expectTrue(world, third, many);
  expect(third).toMatchObject({ code: 0, outputs: { decision: 'approved', failed: '0' } });
  expect(await world.titles()).toEqual(titlesOf(many));

  const planned = await world.act({ event: 'push', token: 'read' });
  expect(planned).toMatchObject({ code: 0, outputs: { digest: '', unchanged: `${many}` } });
}

/**
 * A writer does not end what a maintainer approved; somebody else with a role does, and adds nothing
 * to it.
 */
export async function expectEndedByRoleAlone(name: WayName, size: Size): Promise<void> {
  const { many } = size;
  const { world, yes, made } = await interrupted(name, size);
  await world.site.advance(6 * 60);
  // What came meanwhile was not approved, and what changed is not any more.
  await world.checkout.write({
    'docs/new.md': '---\ntitle: Nobody approved this\nstack: article\n---\n\nnew\n',
    [`docs/page-${many}.md`]: '---\ntitle: Another title\ntags: [docs]\nstack: article\n---\n\nx\n',
  });
  await world.checkout.commit();
  await world.push();
  const byWriter = await world.act({ ...(await yes.again('will-write')), env: elsewhere });
  expect(byWriter).toMatchObject({ code: 3, outputs: { reason: 'approver-not-allowed' } });
  expect(await world.titles()).toHaveLength(made);

  const again = await world.act({ ...(await yes.again('ada-admin')), env: elsewhere });
  await expectTrue(world, again, many);
  expect(again).toMatchObject({ code: 5, outputs: { refused: '1', failed: '0' } });
  const expected = titlesOf(many).filter((title) => title !== `The page with the number ${many}`);
  expect(await world.titles()).toEqual(expected);
}

/** A reviewer's yes has no digest: a later attempt writes nothing, and a new run has what is left. */
export async function expectEndedByNewRun(size: Size): Promise<void> {
  const { world, yes, made } = await interrupted('environment', size);
  await world.site.advance(6 * 60);
  for (const login of ['will-write', 'mia-maintain']) {
    const again = await world.act({ ...(await yes.again(login)), env: elsewhere });
    expect(again).toMatchObject({ code: 3, outputs: { reason: 'attempt-not-approved' } });
  }
  expect(await world.titles()).toHaveLength(made);

  const planned = await world.act({ event: 'workflow_dispatch', token: 'read', env: elsewhere });
  const next = await sayYes('environment', world, planned.outputs['digest'] ?? '');
  const ended = await world.act({ ...next.publish, env: elsewhere });
  expect(ended).toMatchObject({ code: 0, outputs: { failed: '0', refused: '0' } });
  expect(await world.titles()).toEqual(titlesOf(size.many));
}
