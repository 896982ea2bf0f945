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
  const made = (await world.site.posts()).length - before;
  expect(made).toBeGreaterThanOrEqual(after);
  expect(made).toBeLessThan(many);
  return made;
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

/** A writer may end what was approved, and adds nothing to it. */
export async function expectEndedByWriter(name: WayName, size: Size): Promise<void> {
  const { many } = size;
  const { world, yes } = await interrupted(name, size);
  await world.site.advance(6 * 60);
  // What came meanwhile was not approved, and what changed is not any more.
  await world.checkout.write({
    'docs/new.md': '---\ntitle: Nobody approved this\nstack: article\n---\n\nnew\n',
    [`docs/page-${many}.md`]: '---\ntitle: Another title\ntags: [docs]\nstack: article\n---\n\nx\n',
  });
  await world.checkout.commit();
  await world.push();
  const again = await world.act({ ...(await yes.again('will-write')), env: elsewhere });
  await expectTrue(world, again, many);
  expect(again).toMatchObject({ code: 5, outputs: { refused: '1', failed: '0' } });
  const expected = titlesOf(many).filter((title) => title !== `The page with the number ${many}`);
  expect(await world.titles()).toEqual(expected);
}

/** What was started by hand is ended by whom it was started by, and not by a writer. */
export async function expectEndedByStarterAlone(size: Size): Promise<void> {
  const { world, yes, made } = await interrupted('dispatch', size);
  await world.site.advance(6 * 60);
  const byWriter = await world.act({ ...(await yes.again('will-write')), env: elsewhere });
  expect(byWriter).toMatchObject({ code: 3, outputs: { reason: 'approver-not-allowed' } });
  expect(await world.titles()).toHaveLength(made);
  const again = await world.act({ ...(await yes.again()), env: elsewhere });
  expect(again).toMatchObject({ code: 0, outputs: { failed: '0' } });
  expect(await world.titles()).toEqual(titlesOf(size.many));
}
