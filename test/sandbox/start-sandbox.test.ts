import { describe, expect, test } from 'vitest';
import { startSandbox, type SwitchesPatch } from '../../sandbox/index.ts';
import { stackHarness } from './harness.ts';

describe('starting', () => {
  test('on a taken port, or with a team that is no slug, is a clear error', async () => {
    const { sandbox } = await stackHarness();
    const port = Number(new URL(sandbox.stack.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ name: 'Fault', code: 'usage' });
    await expect(startSandbox({ team: '../x' })).rejects.toMatchObject({ code: 'usage' });
    const switches = { bodyEncoding: 'thrice' } as unknown as SwitchesPatch;
    await expect(startSandbox({ switches })).rejects.toMatchObject({ code: 'usage' });
  });

  test('and closing ends what is under way', async () => {
    const sandbox = await startSandbox({ switches: { latency: 60_000 } });
    const asked = fetch(`${sandbox.stack.url}/v3/stacky`).catch(() => 'ended');
    await sandbox.control('faults', { kind: 'late', seconds: 3600 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await sandbox.close();
    expect(await asked).toBe('ended');
    await expect(fetch(sandbox.stack.url)).rejects.toThrow();
  });

  test.each([['handbook'], ['acme/..'], ['a b/c'], ['acme/hand/book'], ['-a/b']])(
    'with the repository name %s is a clear error',
    async (repository) => {
      await expect(startSandbox({ github: { repository } })).rejects.toMatchObject({
        code: 'usage',
      });
    },
  );

  test('its port is the one after the first, where that is free', async () => {
    const first = await startSandbox({});
    const taken = Number(new URL(first.github.url).port);
    const second = await startSandbox({ port: 0, github: { port: 0 } });
    await expect(startSandbox({ github: { port: taken } })).rejects.toMatchObject({
      code: 'usage',
    });
    expect(new URL(second.github.url).port).not.toBe(String(taken));
    await Promise.all([first.close(), second.close()]);
  });
});
