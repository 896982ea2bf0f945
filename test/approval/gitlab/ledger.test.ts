import { expect, test } from 'vitest';
import { createGitLabWorld } from '../../kit/gitlab-world.ts';

test("a job pushes the ledger with its own token where the project allows it, else with the project's", async () => {
  const world = await createGitLabWorld();
  const { gitlab, pipelines } = world;
  const { publish } = await world.pipeline();
  gitlab.jobsMayPush = false;
  const job = pipelines.play(publish, 'mia');
  const refused = await world.publish(job);
  expect({ code: refused.code, error: refused.document.error.code }).toEqual({
    code: 1,
    error: 'ledger-not-writable',
  });
  expect(await world.site.posts()).toEqual([]);

  const token = { GITLAB_TOKEN: gitlab.accessToken('project_70_bot') };
  expect((await world.publish(job, token)).code).toBe(0);
  expect(await world.site.posts()).toHaveLength(1);
});

test('neither token goes to another host, nor is either shown', async () => {
  const world = await createGitLabWorld('', 'ledger: { file: .git/ledger.json }');
  const { publish } = await world.pipeline();
  const job = world.pipelines.play(publish, 'mia');
  const token = { GITLAB_TOKEN: world.gitlab.accessToken('project_70_bot') };
  const { output } = await world.checkout.cli(['publish', '--index', 'index.json', '--verbose'], {
    ...world.variables(job),
    ...token,
  });
  expect(output).not.toContain(token.GITLAB_TOKEN);
  expect(output).not.toContain(job.token);
});
