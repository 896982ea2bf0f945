import { describe, expect, test } from 'vitest';
import { testSandbox } from '../../kit/test-sandbox.ts';

async function browser() {
  const sandbox = await testSandbox();
  const { url, repository } = sandbox.github;
  const open = (path: string, headers: Record<string, string> = { accept: 'text/html,*/*' }) =>
    fetch(url + path, { headers });
  return { sandbox, at: `/${repository}`, open };
}

describe('the local GitHub answers a browser', () => {
  test('with the repository, at its address and at the root', async () => {
    const { sandbox, at, open } = await browser();
    await sandbox.fakeGitHub.pullRequest({ title: 'Rotate <keys>', labels: ['stack:article'] });
    for (const path of ['/', at, `${at}/`]) {
      const page = await open(path);
      expect([path, page.status]).toEqual([path, 200]);
      const text = await page.text();
      expect(text).toContain('Rotate &lt;keys&gt;');
      expect(text).toContain(`${sandbox.stack.url}/_control`);
      expect(text).not.toContain(sandbox.github.tokens.job);
    }
    expect((await (await open(at)).text()).match(/<script/)).toBeNull();
  });

  test('with the pages that its own addresses name', async () => {
    const { sandbox, at, open } = await browser();
    const { number } = await sandbox.fakeGitHub.pullRequest({
      title: 'T',
      body: 'The <b>text</b>',
    });
    const comment = (await sandbox.control('github/comment', {
      number,
      by: 'mia-maintain',
      body: '/publish it',
    })) as { id: number };
    const pull = await (await open(`${at}/pull/${number}`)).text();
    expect(pull).toContain('The &lt;b&gt;text&lt;/b&gt;');
    expect(pull).toContain(`id="issuecomment-${comment.id}"`);
    const { id } = (await sandbox.control('github/run', {
      event: 'push',
      actor: 'mia-maintain',
    })) as { id: number };
    expect(await (await open(`${at}/actions/runs/${id}`)).text()).toContain(`Run ${id}`);
    const css = /href="(\/assets\/[^"]+)"/.exec(pull)?.[1] ?? '';
    expect((await open(css, { accept: 'text/css' })).status).toBe(200);
  });

  test('and programs with JSON, as before; what is not there is not found', async () => {
    const { sandbox, at, open } = await browser();
    const before = await sandbox.fakeGitHub.log();
    await open(at);
    expect(await sandbox.fakeGitHub.log()).toEqual(before);
    const api = await open('/repos/acme/handbook');
    expect(api.headers.get('content-type')).toContain('json');
    for (const path of [`${at}/pull/99`, `${at}/nothing`, `${at}/actions/runs/1`]) {
      const answer = await open(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    for (const path of ['/other/name', at])
      expect((await open(path, { accept: 'application/json' })).status).toBeGreaterThan(400);
  });
});
