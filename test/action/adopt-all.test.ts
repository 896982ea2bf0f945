import { expect, test } from 'vitest';
import { createActionWorld } from '../kit/action-world.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';

test('what a person proposes at a terminal is linked by a comment with its digest', async () => {
  const world = await createActionWorld({ more: 'visibility: public' });
  const { sandbox, checkout, site, fakeGitHub } = world;
  const [id = 0] = await site.seed([
    { kind: 'article', title: 'The first page', body: 'Planted words.\n', owner: 'colleague' },
  ]);
  const { variables } = commandsOf(checkout, sandbox, sandbox.stack.tokens.read, {
    ...gitHubEnvironment(sandbox),
    GITHUB_TOKEN: sandbox.github.tokens.maintain,
  });
  const { stdout } = await checkout.cli(['adopt', '--all'], variables);
  const [digest = ''] = /sha256:[0-9a-f]{64}/.exec(stdout) ?? [];
  const comment = await fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
  const acted = await world.byComment(comment);
  expect(acted).toMatchObject({ code: 0, outputs: { decision: 'approved', adopted: '1' } });
  expect(await site.post(id)).toMatchObject({ body: 'Planted words.\n' });
  // The next plan asks which of the two is right, and tells nobody outside what the post says.
  const planned = await world.act({ event: 'push', token: 'read' });
  expect(planned.outputs).toMatchObject({ held: '1', create: '0' });
  for (const text of [stdout, acted.log, planned.log, acted.summary, planned.summary])
    expect(text).not.toMatch(/Planted|Colleague/);
});
