import { expect, test } from 'vitest';
import { page } from '../kit/page.ts';
import { createActionWorld } from '../kit/action-world.ts';

const files = {
  'docs/a.md': page('The first page to publish', 'One thing.\n'),
  'docs/b.md': page('The second page to publish', 'Another thing.\n'),
};

test('a comment leaves out the sources that it names, a line each', async () => {
  const world = await createActionWorld({ files });
  const before = await world.titles();
  const digest = await world.planned();
  const body = `/publish ${digest}\r\nexcept docs/a.md\r\n`;
  const comment = await world.fakeGitHub.comment(1, 'mia-maintain', body);
  const acted = await world.byComment(comment);
  expect(acted.code).toBe(5);
  expect(acted.outputs).toMatchObject({ refused: '1', decision: 'approved' });
  const titles = await world.titles();
  expect(titles).toContain('The second page to publish');
  expect(titles).not.toContain('The first page to publish');
  expect(titles.length).toBeGreaterThan(before.length);
});

test('a comment that was edited to leave out less approves nothing', async () => {
  const world = await createActionWorld({ files });
  const digest = await world.planned();
  const body = `/publish ${digest}\nexcept docs/a.md`;
  const comment = await world.fakeGitHub.comment(1, 'mia-maintain', body);
  await world.fakeGitHub.editComment(comment.id, `/publish ${digest}`);
  const acted = await world.byComment(comment);
  expect([acted.code, acted.outputs['reason']]).toEqual([3, 'approval-changed']);
  expect(await world.titles()).not.toContain('The second page to publish');
});

test('a run that was started by hand leaves out what its input names', async () => {
  const world = await createActionWorld({ files });
  const digest = await world.planned();
  const run = await world.fakeGitHub.run({ event: 'workflow_dispatch', actor: 'mia-maintain' });
  const acted = await world.byDispatch(run, digest, { env: { INPUT_EXCEPT: 'docs/b.md\n\n' } });
  expect(acted.code).toBe(5);
  const titles = await world.titles();
  expect(titles).toContain('The first page to publish');
  expect(titles).not.toContain('The second page to publish');
});
