import { describe, expect, test } from 'vitest';
import { article, refusal, v2Harness } from './v2-harness.ts';

describe('a fault', () => {
  test('lost: the write is done and the answer is gone', async () => {
    const { drive, post } = await v2Harness();
    await drive.fault({ kind: 'lost', method: 'POST', path: '/articles/add' });
    await expect(post('articles/add', article)).rejects.toThrow();
    expect(await drive.posts()).toHaveLength(1);
    expect(await drive.log()).toMatchObject([
      {
        method: 'POST',
        path: '/2.3/articles/add',
        query: '?team=sandbox',
        sent: new URLSearchParams(article).toString(),
        token: 'write',
        status: null,
        wrote: true,
        fault: 'lost',
      },
    ]);
  });

  test('late: the write is done when the clock of the site has moved on', async () => {
    const { drive, post } = await v2Harness({ switches: { articlesPerMinute: 1 } });
    await drive.fault({ kind: 'late', seconds: 10, method: 'POST' });
    const sent = (await drive.state()).now;
    await expect(post('articles/add', article)).rejects.toThrow();
    expect(await drive.posts()).toEqual([]);
    await drive.advance(300);
    const [made] = await drive.posts();
    expect((made?.created ?? 0) - sent).toBeGreaterThanOrEqual(10_000);
    expect((made?.created ?? 0) - sent).toBeLessThan(15_000);
    expect((await drive.log())[0]).toMatchObject({ fault: 'late', wrote: true });
  });

  test('late: a write that breaks a rule by then changes nothing', async () => {
    const { drive, post } = await v2Harness();
    await post('articles/add', article);
    await drive.fault({ kind: 'late', seconds: 10 });
    await expect(post('articles/1/edit', { ...article, title: 'Late' })).rejects.toThrow();
    await drive.delete(1);
    await drive.advance(20);
    expect(await drive.post(1)).toMatchObject({ title: article.title });
  });

  test.each(['reset', 'truncated'] as const)('%s: there is no whole answer', async (kind) => {
    const { drive, post } = await v2Harness();
    await drive.fault({ kind });
    await expect(post('articles/add', article)).rejects.toThrow();
    expect(await drive.posts()).toHaveLength(kind === 'reset' ? 0 : 1);
  });

  test.each([
    [{ kind: 'throttled', retryAfter: 7 }, [400, 502, 'throttle_violation']],
    [{ kind: 'unauthorized' }, [400, 402, 'invalid_access_token']],
    [{ kind: 'error' }, [400, 500, 'internal_error']],
    [{ kind: 'throttled', retryAfter: null }, [400, 502, 'throttle_violation']],
    [{ kind: 'error', status: 409 }, [400, 409, 'duplicate_request']],
    [{ kind: 'error', status: 503 }, [503, 503, 'temporarily_unavailable']],
    [{ kind: 'error', status: 502 }, [502, 500, 'internal_error']],
  ] as const)('%j answers %j before the write', async (fault, expected) => {
    const { drive, post } = await v2Harness();
    await drive.fault(fault);
    const answer = await post('articles/add', article);
    expect(refusal(answer).slice(0, 3)).toEqual(expected);
    if (fault.kind === 'throttled')
      expect(answer.json.error_message.includes('7 seconds')).toBe(fault.retryAfter === 7);
    expect(answer.headers['content-encoding']).toMatch(/gzip|deflate/);
    expect(await drive.posts()).toEqual([]);
  });

  test('html after the write, and slow', async () => {
    const { drive, post } = await v2Harness();
    await drive.fault(
      { kind: 'html', when: 'after' },
      { kind: 'slow', milliseconds: 60, token: 'write' },
    );
    const page = await post('articles/add', article);
    expect([page.status, page.json]).toEqual([200, null]);
    const start = performance.now();
    expect((await post('articles/add', article)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(50);
    expect(await drive.posts()).toHaveLength(2);
  });

  test('waits for the key alone by its name', async () => {
    const { drive, get } = await v2Harness({ tier: 'enterprise' });
    await drive.fault({ kind: 'error', token: 'key' });
    expect((await get('articles')).status).toBe(200);
    expect((await get('articles', {}, { token: null })).json.error_id).toBe(500);
  });
});
