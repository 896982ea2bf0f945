import { describe, expect, test } from 'vitest';
import { stackHarness } from '../harness.ts';

async function forms() {
  const harness = await stackHarness();
  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    harness.plain('POST', '/_control', {
      raw: new URLSearchParams(fields).toString(),
      type: 'application/x-www-form-urlencoded',
      headers: { Origin: harness.sandbox.stack.url, ...headers },
    });
  return { ...harness, send };
}

describe('a form of the control page', () => {
  test('sets switches, of whatever type', async () => {
    const { send, drive } = await forms();
    const set = await send({
      call: 'switches',
      bodyEncoding: 'once',
      latency: '5',
      retryAfter: 'true',
      synonyms: '{"k8s":"kubernetes"}',
      minTitle: '',
    });
    expect([set.status, set.headers['location']]).toEqual([303, '/_control#switches']);
    expect((await drive.state()).switches).toMatchObject({
      bodyEncoding: 'once',
      latency: 5,
      retryAfter: true,
      synonyms: { k8s: 'kubernetes' },
      minTitle: 0,
    });
  });

  test('adds faults to either service, and takes them away', async () => {
    const { send, drive, sandbox } = await forms();
    const fields = { kind: 'throttled', path: '/articles/*', times: '2', retryAfter: '3', end: '' };
    expect((await send({ call: 'faults', ...fields })).status).toBe(303);
    expect((await send({ call: 'github/faults', ...fields })).status).toBe(303);
    const spec = { kind: 'throttled', path: '/articles/*', times: 2, retryAfter: 3 };
    expect((await drive.state()).faults).toMatchObject([spec]);
    expect(await sandbox.control('github')).toMatchObject({ faults: [{ spec }] });
    await send({ call: 'clear-faults' });
    await send({ call: 'github/clear-faults' });
    expect((await drive.state()).faults).toEqual([]);
    expect(await sandbox.control('github')).toMatchObject({ faults: [] });
  });

  test('moves the clock and resets', async () => {
    const { send, drive } = await forms();
    await drive.seedMany(2);
    await send({ call: 'clock', seconds: '3600' });
    expect((await drive.state()).offset).toBe(3_600_000);
    await send({ call: 'reset' });
    expect(await drive.state()).toMatchObject({ offset: 0, posts: [] });
  });

  test.each([
    [{ call: 'switches', synonyms: 'no json' }, 'synonyms'],
    [{ call: 'switches', latency: '-1' }, 'latency'],
    [{ call: 'switches', gremlin: '1' }, 'gremlin'],
    [{ call: 'faults', kind: 'gremlin' }, 'kind'],
    [{ call: 'faults', kind: 'lost', times: 'many' }, 'times'],
    [{ call: 'nothing' }, 'nothing'],
    [{}, 'control call'],
  ])('that cannot be taken says why: %j', async (fields, named) => {
    const { send, drive } = await forms();
    const before = (await drive.state()).switches;
    const { status, text } = await send(fields);
    expect(status).toBe(400);
    expect(/role="alert">([^<]*)</.exec(text)?.[1]).toContain(named);
    expect((await drive.state()).switches).toEqual(before);
  });

  test('is not taken from another page, nor under another name', async () => {
    const { send, drive } = await forms();
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Host: 'evil.example' },
    ] as Record<string, string>[])
      expect((await send({ call: 'switches', latency: '5' }, headers)).status).toBe(403);
    expect((await drive.state()).switches.latency).toBe(0);
  });

  test('comes from a page that may send it, and other pages may send none', async () => {
    const { plain } = await forms();
    const headers = { Accept: 'text/html' };
    const control = (await plain('GET', '/_control', { headers })).headers;
    expect(control['content-security-policy']).toContain("form-action 'self'");
    expect(control['referrer-policy']).toBe('same-origin');
    const posts = (await plain('GET', '/c/sandbox')).headers;
    expect(posts['content-security-policy']).toContain("form-action 'none'");
  });
});
