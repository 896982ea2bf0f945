import { describe, expect, test } from 'vitest';
import { noGitea, type Run } from '../kit/real-gitea.ts';
import { createRealGiteaWorld } from '../kit/real-gitea-world.ts';

if (noGitea) console.log(`a real Gitea: ${noGitea}`);

const minutes = 60_000;

/** What refused a run, as its log has it. */
const codeOf = ({ log }: { readonly log: string }) => /::error title=([\w-]+)/.exec(log)?.[1];

describe.skipIf(noGitea)('on a real Gitea', () => {
  test('who starts the workflow by hand is who approves', { timeout: 5 * minutes }, async () => {
    const { gitea, here, digest, planned, dispatch, setSecret, titles } =
      await createRealGiteaWorld();
    expect(planned).toMatchObject({ conclusion: 'success' });
    expect(planned.log).toContain('2 to create');
    const branches = await gitea.ask<{ name: string }[]>('GET', `${here}/branches`);
    expect(branches.map(({ name }) => name)).toContain('stack-publish/ledger');

    expect(
      await gitea.status(
        'POST',
        `${here}/actions/workflows/stack.yml/dispatches`,
        { ref: 'main' },
        gitea.token('rita'),
      ),
    ).toBe(403);
    expect(codeOf(await dispatch('wren'))).toBe('approver-not-allowed');
    gitea.push({}, 'other');
    expect(codeOf(await dispatch('mia', { digest }, 'other'))).toBe('not-default-branch');

    // Without a token of its own for that, nobody's role is known: a job's own token may not ask.
    await setSecret('ROLES_TOKEN', gitea.token('wren'));
    expect(codeOf(await dispatch('mia'))).toBe('forge-refused');
    await setSecret('ROLES_TOKEN', gitea.token('mia-roles'));
    expect(await titles()).toEqual([]);

    expect(await dispatch('mia')).toMatchObject({ conclusion: 'success' });
    expect(await titles()).toEqual(['The first page of the handbook', 'rotate the keys']);

    const skip = { source: 'docs/a.md', resolution: 'skip' };
    expect(codeOf(await dispatch('wren', skip))).toBe('approver-not-allowed');
    expect(codeOf(await dispatch('mia', skip))).toBe('nothing-to-resolve');
  });

  test('who starts a run again needs a role too', { timeout: 5 * minutes }, async () => {
    const { sandbox, gitea, here, dispatch, titles } = await createRealGiteaWorld();
    const first = await dispatch('mia', { digest: `sha256:${'0'.repeat(64)}` });
    expect(codeOf(first)).toBe('unknown-digest');
    const rerun = async (by: 'mia' | 'wren') => {
      await gitea.ask('POST', `${here}/actions/runs/${first.id}/rerun`, null, gitea.token(by));
      return codeOf(await gitea.ended(({ id }) => id === first.id));
    };
    // Before Gitea 1.27 nothing tells who did it.
    const known = first.run_attempt > 0;
    expect(await rerun('wren')).toBe(known ? 'approver-not-allowed' : 'approver-unknown');
    // Hers counts, and the digest is unknown still.
    expect(await rerun('mia')).toBe(known ? 'unknown-digest' : 'approver-unknown');
    expect(await titles()).toEqual([]);
    expect((await sandbox.site.state()).posts).toEqual([]);
  });

  test('a comment approves, as it was written and by whom', { timeout: 5 * minutes }, async () => {
    const { gitea, here, pull, digest, comment, titles } = await createRealGiteaWorld();
    const command = `/publish ${digest}`;
    const own = () =>
      gitea.ask<{ id: number; body: string; user: { login: string } }[]>(
        'GET',
        `${here}/issues/${pull}/comments`,
      );
    // The plan told the pull request what comes of it, without a digest.
    const [told] = (await own()).filter(({ user }) => user.login === 'gitea-actions');
    expect(told?.body).not.toMatch(/sha256:/);

    expect(codeOf(await comment('rita', command))).toBe('approver-not-allowed');
    expect(codeOf(await comment('wren', command))).toBe('approver-not-allowed');
    const change = (by: 'mia' | 'wren') => async (id: number) => {
      // Gitea's times are in seconds.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const path = `${here}/issues/comments/${id}`;
      for (const body of ['something else', command])
        await gitea.ask('PATCH', path, { body }, gitea.token(by));
    };
    expect(codeOf(await comment('mia', command, change('wren')))).toBe('approval-changed');
    const gone = (id: number) =>
      gitea.ask('DELETE', `${here}/issues/comments/${id}`, null, gitea.token('mia'));
    expect(codeOf(await comment('mia', command, gone))).toBe('approval-missing');
    expect(await titles()).toEqual([]);

    const done = await comment('mia', command);
    expect(done).toMatchObject({ conclusion: 'success' });
    expect(await titles()).toEqual(['The first page of the handbook', 'rotate the keys']);
    const signs = await gitea.ask<{ content: string }[]>(
      'GET',
      `${here}/issues/comments/${done.comment}/reactions`,
    );
    expect(signs.map(({ content }) => content)).toEqual(['rocket']);
  });

  test(
    'a pull request is checked, and one from a fork waits',
    { timeout: 5 * minutes },
    async () => {
      const { gitea, here, planned } = await createRealGiteaWorld();
      const text = '---\nstack: article\ntags: [x]\n---\n\n# Short\n';
      const content = Buffer.from(text).toString('base64');
      const propose = async (by: 'wren' | 'rita', of: string, file: string, head: string) => {
        const change = { content, message: 'docs', branch: 'main', new_branch: file };
        await gitea.ask('POST', `${of}/contents/docs/${file}.md`, change, gitea.token(by));
        const body = { head, base: 'main', title: `docs: ${file}` };
        await gitea.ask('POST', `${here}/pulls`, body, gitea.token(by));
      };
      await propose('wren', here, 'b', 'b');
      const own = await gitea.ended(({ event, id }) => event === 'pull_request' && id > planned.id);
      expect(own.log).toContain('docs/b.md');
      const comments = await gitea.ask<{ user: { login: string } }[]>(
        'GET',
        `${here}/issues/comments`,
      );
      expect(comments.some(({ user }) => user.login === 'gitea-actions')).toBe(true);

      // Nothing of a stranger's runs before somebody who may write has let it.
      const { rita } = gitea.people;
      await gitea.ask('POST', `${here}/forks`, {}, gitea.token('rita'));
      await propose('rita', `/repos/${rita}/handbook`, 'c', `${rita}:c`);
      const { workflow_runs: runs } = await gitea.ask<{ workflow_runs: Run[] }>(
        'GET',
        `${here}/actions/runs?event=pull_request`,
      );
      const [theirs] = runs.filter(({ id }) => id > own.id);
      expect(theirs?.status).toMatch(/^(?:waiting|queued|blocked|requested)$/);
    },
  );
});
