import { describe, expect, test } from 'vitest';
import { apiKey, leaks, watchedWorld } from '../watched-world.ts';

// Where servers quote it in every shape, in every error: test/long/action.
describe('no token', () => {
  test('is shown or left behind by a plan and a publish, and each goes to its own server only', async () => {
    const { world, site, fakeGitHub, act, publish, shown, expectNoLeak, tokens } =
      await watchedWorld();
    expect(await act(await publish())).toMatchObject({ code: 0, outputs: { created: '2' } });
    await expectNoLeak();
    const all = await shown();
    for (const name of ['log', 'summaries', 'documents', 'ledger and objects', 'arguments'])
      expect(all[name]?.length, name).toBeGreaterThan(100);

    const { stack, github } = world.sandbox;
    const sent = (seen: ReadonlySet<string>) => [...seen].join('\n');
    expect(leaks(sent(site.seen), tokens.slice(2))).toEqual([]);
    expect(leaks(sent(fakeGitHub.seen), [stack.tokens.write, stack.tokens.read, apiKey])).toEqual(
      [],
    );
    // The opposite: what is looked for is found where it has to be.
    expect(leaks(sent(site.seen), [stack.tokens.write])).not.toEqual([]);
    expect(leaks(sent(fakeGitHub.seen), [github.tokens.job])).not.toEqual([]);
  });
});
