import { expect, test } from 'vitest';
import type { StatusDocument } from '../../src/report/documents/status.ts';
import { createActionWorld } from '../kit/action-world.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';
import { page } from '../kit/page.ts';

const text = page('The first page to publish', 'One thing.\n');

test('status tells whose approval the text of each post rests on', async () => {
  const world = await createActionWorld({ files: { 'docs/a.md': text } });
  const digest = await world.planned();
  const comment = await world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
  expect((await world.byComment(comment)).code).toBe(0);
  const status = async (...args: string[]) => {
    const ran = await world.checkout.cli(['status', '--json', ...args], {
      ...gitHubEnvironment(world.sandbox),
      STACK_ACCESS_TOKEN: world.sandbox.stack.tokens.read,
      GITHUB_TOKEN: world.sandbox.github.tokens.job,
    });
    return JSON.parse(ran.stdout) as StatusDocument;
  };
  const { approvals = [] } = await status('--approvals');
  expect(approvals.find(({ source }) => source === 'docs/a.md')).toMatchObject({
    plan: digest,
    text: 'as approved',
    post: { kind: 'article' },
    approval: {
      mechanism: 'comment',
      verified: true,
      by: { login: 'mia-maintain' },
      evidence: expect.stringContaining(`#issuecomment-${comment.id}`),
      at: expect.stringMatching(/^20\d\d-/),
    },
  });
  expect('approvals' in (await status())).toBe(false);

  const id = approvals.find(({ source }) => source === 'docs/a.md')?.post?.id ?? 0;
  await world.sandbox.site.edit(id, { body: 'Quite another text.\n' });
  const edited = (await status('--approvals')).approvals ?? [];
  expect(edited.find(({ source }) => source === 'docs/a.md')).toMatchObject({ text: 'edited' });
});
