import { describe, expect, test } from 'vitest';
import { addOrigin, createCheckout } from '../../kit/checkout.ts';
import { commandsOf } from '../../kit/commands-of.ts';
import { configFor } from '../../kit/config-for.ts';
import { page } from '../../kit/page.ts';
import { testSandbox } from '../../kit/test-sandbox.ts';

const pages = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [`docs/${n}.md`, page(`Page number ${n}`, `Text ${n}\n`)]),
);

describe.each(['file', 'branch'])('eight runs at once on one ledger, a %s', (kind) => {
  test('every post exists once, and every exit code is true', async () => {
    const sandbox = await testSandbox({ switches: { latency: 20 } });
    const checkout = await createCheckout({
      ...pages,
      '.github/stack-publish.yml': configFor(sandbox, '', kind === 'file' ? undefined : ''),
    });
    if (kind === 'branch') await addOrigin(checkout);
    const { plan, publish } = commandsOf(checkout, sandbox);
    const { document } = await plan();
    const runs = await Promise.all(
      Array.from({ length: 8 }, () => publish('--digest', document.digest ?? '')),
    );

    const titles = (await sandbox.site.posts()).flatMap((post) =>
      'title' in post ? post.title : [],
    );
    expect(titles.toSorted()).toEqual(
      Object.keys(pages)
        .map((_, n) => `Page number ${n}`)
        .toSorted(),
    );
    const results = runs.flatMap((run) => run.document.steps.map(({ result }) => result));
    expect(results.filter((result) => result === 'created')).toHaveLength(12);
    for (const { code, document: done } of runs) {
      const left = done.steps.filter(
        ({ result }) => result === 'held' || result === 'refused',
      ).length;
      expect(done.counts.failed).toBe(0);
      expect(code).toBe(left === 0 ? 0 : left === done.steps.length ? 3 : 5);
    }
    expect((await plan()).document).toMatchObject({ digest: null, counts: { unchanged: 12 } });
  });
});
