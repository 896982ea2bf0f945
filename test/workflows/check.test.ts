import { describe, expect, test } from 'vitest';
import { page } from '../kit/page.ts';
import { createWorkflowWorld } from './workflow-world.ts';

describe("a fork's pull request", () => {
  const payload = {
    action: 'opened',
    number: 1,
    pull_request: {
      number: 1,
      title: 'Work',
      base: { ref: 'main' },
      head: { ref: 'work', repo: { fork: true, full_name: 'sten-stranger/handbook' } },
    },
  };
  const trigger = { event: 'pull_request', fork: true, actor: 'sten-stranger', payload } as const;

  test('is checked without a secret, and nothing is written or even asked for', async () => {
    const world = await createWorkflowWorld('check', {
      sandbox: { github: { private: true } },
      files: { 'docs/a.md': page('A title that is long enough', `${'Long enough. '.repeat(5)}\n`) },
    });
    const before = await world.state();
    const ran = await world.run(trigger);
    expect(ran).toMatchObject({ code: 0, jobs: { check: 'success' } });
    expect(ran.versions['check']).toMatch(/^v24\./);
    expect(ran.raw['check']).toContain('1 of 1 source ready, 0 errors, 0 warnings\n');
    expect(Object.keys(ran.outputs['check'] ?? {})).toEqual(['result']);
    expect(await world.state()).toEqual({ ...before, ledger: '' });
  });

  test('that has a mistake fails, with a remark at its line', async () => {
    const world = await createWorkflowWorld('check', {
      files: { 'docs/b.md': '---\nstack: nonsense\n---\nText\n' },
    });
    const before = await world.state();
    const ran = await world.run(trigger);
    expect(ran).toMatchObject({ code: 1, jobs: { check: 'failure' } });
    const errors = ran.lines.filter(({ command }) => command === 'error');
    expect(errors).toMatchObject([{ kvPairs: { file: 'docs/b.md', line: '2' } }]);
    expect(await world.state()).toEqual(before);
  });
});
