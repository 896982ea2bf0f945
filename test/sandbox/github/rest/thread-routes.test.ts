import { describe, expect, test } from 'vitest';
import { gitHubHarness } from '../../harness.ts';

describe('comments', () => {
  test('are paged, with addresses that lead on', async () => {
    const { drive, repo, api, url } = await gitHubHarness();
    await drive.pullRequest({});
    for (let n = 1; n <= 5; n += 1) await drive.comment(1, 'rea-read', `comment ${n}`);
    const first = await repo('GET', '/issues/1/comments?per_page=2', 'job');
    expect(first.json.map(({ body }: { body: string }) => body)).toEqual([
      'comment 1',
      'comment 2',
    ]);
    const next = /<([^>]+)>; rel="next"/.exec(String(first.headers['link']))?.[1] ?? '';
    const second = await api('GET', next.slice(url.length), 'job');
    expect(second.json[0].body).toBe('comment 3');
    expect(first.headers['link']).toMatch(/page=3[^>]*>; rel="last"/);
    const last = await repo('GET', '/issues/1/comments?per_page=2&page=3', 'job');
    expect(last.json).toHaveLength(1);
    expect(last.headers['link']).not.toContain('rel="next"');
  });

  test('by an app with a token of a person name the app', async () => {
    const { drive, repo } = await gitHubHarness();
    await drive.pullRequest({});
    const made = await repo('POST', '/issues/1/comments', 'app-user', { body: { body: 'x' } });
    expect(made.json.user.login).toBe('mia-maintain');
    expect(made.json.performed_via_github_app.slug).toBe('release-helper');
    const own = await repo('POST', '/issues/1/comments', 'maintain', { body: { body: 'x' } });
    expect(own.json.performed_via_github_app).toBe(null);
    const bot = await repo('POST', '/issues/1/comments', 'bot', { body: { body: 'x' } });
    expect(bot.json.user.type).toBe('Bot');
  });

  test('have ids beyond 32 bits and a limited length', async () => {
    const { drive, repo } = await gitHubHarness();
    await drive.pullRequest({});
    const post = (body: string) => repo('POST', '/issues/1/comments', 'job', { body: { body } });
    expect((await post('x'.repeat(65_536))).json.id).toBeGreaterThan(2 ** 31);
    expect((await post('x'.repeat(65_537))).status).toBe(422);
    expect((await post(' ')).status).toBe(422);
  });
});
