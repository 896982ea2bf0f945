import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { createActionWorld } from '../kit/action-world.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

test('a plan gives the path of its page, in the temporary folder of the runner', async () => {
  const world = await createActionWorld();
  const { code, outputs } = await world.act({ event: 'push', token: 'read' });
  expect(code).toBe(0);
  const [plan = '', preview = ''] = [outputs['plan'], outputs['preview']];
  expect(basename(preview)).toBe('stack-publish-plan.html');
  expect(preview.slice(0, preview.lastIndexOf('/'))).toBe(plan.slice(0, plan.lastIndexOf('/')));
  const html = await readFile(preview, 'utf8');
  expect(html).toContain('The first page');
  expect(html).toContain(`/publish ${outputs['digest']}`);
});

test('a plan with nothing to look at gives none', async () => {
  const world = await createActionWorld({ files: { 'docs/a.md': 'Not marked.\n' } });
  const { code, outputs } = await world.act({ event: 'push', token: 'read' });
  expect(code).toBe(0);
  expect(outputs).toMatchObject({ digest: '', preview: '' });
});

test('a page that cannot be written ends the run before a digest is given out', async () => {
  const world = await createActionWorld();
  const gone = `${temporaryFolder()}/gone`;
  const { code, outputs } = await world.act({
    event: 'push',
    token: 'read',
    env: { RUNNER_TEMP: gone },
  });
  expect(code).not.toBe(0);
  expect(outputs['digest']).toBeUndefined();
});
