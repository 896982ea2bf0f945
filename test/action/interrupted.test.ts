import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Acted, World } from './harness.ts';
import { createLargeWorld, many, manyTitles, ways, type Yes } from './many.ts';

/** As if the process ran on another machine: nobody there can tell whether the first still runs. */
const elsewhere = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'another-host.mjs')).href}`,
};

/** Publishes, and kills the process once so many posts exist. */
async function killed(world: World, { publish }: Yes, posts: number): Promise<number> {
  const before = (await world.site.posts()).length;
  const acted = await world.act(publish, (child) => {
    void (async () => {
      while ((await world.site.posts()).length < before + posts) await sleep(5);
      child.kill('SIGKILL');
    })();
  });
  expect(acted.code).toBeNull();
  const made = (await world.site.posts()).length - before;
  expect(made).toBeGreaterThanOrEqual(posts);
  expect(made).toBeLessThan(many);
  return made;
}

/** The counts of a run are those of the site, and the exit code is that of the counts. */
async function expectTrue(world: World, { code, outputs }: Acted): Promise<void> {
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

describe(`a publish of ${many} posts that is killed after 40`, () => {
  test.each(Object.entries(ways))(
    'is ended by running it again, approved by %s',
    async (_name, way) => {
      const world = await createLargeWorld();
      const digest = await world.planned();
      const yes = await way(world, digest);
      await killed(world, yes, 40);

      const second = await world.act({ ...(await yes.again()), env: elsewhere });
      await expectTrue(world, second);

      await world.site.advance(6 * 60);
      const third = await world.act({ ...(await yes.again()), env: elsewhere });
      await expectTrue(world, third);
      expect(third).toMatchObject({ code: 0, outputs: { decision: 'approved', failed: '0' } });
      expect(await world.titles()).toEqual(manyTitles);

      const planned = await world.act({ event: 'push', token: 'read' });
      expect(planned).toMatchObject({ code: 0, outputs: { digest: '', unchanged: `${many}` } });
    },
  );

  test.each(['comment', 'environment'] as const)(
    'is ended by a writer who runs it again, approved by %s: that adds nothing to what was approved',
    async (name) => {
      const world = await createLargeWorld();
      const yes = await (ways[name] as NonNullable<(typeof ways)[string]>)(
        world,
        await world.planned(),
      );
      await killed(world, yes, 40);
      await world.site.advance(6 * 60);
      // What came meanwhile was not approved, and what changed is not any more.
      await world.checkout.write({
        'docs/new.md': '---\ntitle: Nobody approved this\nstack: article\n---\n\nnew\n',
        'docs/page-200.md': '---\ntitle: Another title\ntags: [docs]\nstack: article\n---\n\nx\n',
      });
      await world.checkout.commit();
      await world.push();
      const again = await world.act({ ...(await yes.again('will-write')), env: elsewhere });
      await expectTrue(world, again);
      expect(again).toMatchObject({ code: 5, outputs: { refused: '1', failed: '0' } });
      const expected = manyTitles.filter((title) => title !== 'The page with the number 200');
      expect(await world.titles()).toEqual(expected);
    },
  );

  test('by dispatch is not ended by a writer, and still by who started it', async () => {
    const world = await createLargeWorld();
    const yes = await (ways['dispatch'] as NonNullable<(typeof ways)[string]>)(
      world,
      await world.planned(),
    );
    const made = await killed(world, yes, 40);
    await world.site.advance(6 * 60);
    const byWriter = await world.act({ ...(await yes.again('will-write')), env: elsewhere });
    expect(byWriter).toMatchObject({ code: 3, outputs: { reason: 'approver-not-allowed' } });
    expect(await world.titles()).toHaveLength(made);
    const again = await world.act({ ...(await yes.again()), env: elsewhere });
    expect(again).toMatchObject({ code: 0, outputs: { failed: '0' } });
    expect(await world.titles()).toEqual(manyTitles);
  });
});
