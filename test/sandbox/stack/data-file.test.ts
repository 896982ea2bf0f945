import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';
import { stackHarness } from '../harness.ts';
import { article } from './article.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

test('posts, tags, ids and the clock survive a restart', async () => {
  const data = join(folder, 'site.json');
  const first = await stackHarness({ data });
  const made = await first.api('POST', '/articles', { body: { ...article, body: 'é\r\n' } });
  const asked = await first.api('POST', '/questions', {
    body: { title: 'Q?', body: 'q', tags: ['a'] },
  });
  const answer = await first.api('POST', `/questions/${asked.json.id}/answers`, {
    body: { body: 'a' },
  });
  await first.api('POST', `/questions/${asked.json.id}/answers/${answer.json.id}/accept`);
  await first.drive.delete(made.json.id);
  await first.drive.advance(86_400);
  const before = await first.drive.posts();
  await first.sandbox.close();

  const second = await stackHarness({ data });
  expect(await second.drive.posts()).toEqual(before);
  expect((await second.drive.state()).offset).toBe(86_400_000);
  const next = await second.api('POST', '/articles', { body: article });
  expect(next.json.id).toBe(4);
  expect(Date.parse(next.json.creationDate)).toBeGreaterThan(before[0]?.deleted ?? Infinity);
});

test('a change is in the file before it is answered, and no other file stays', async () => {
  const data = join(folder, 'site.json');
  const { api } = await stackHarness({ data, switches: { throttle: false } });
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { id } = (await api('POST', '/articles', { body: article })).json;
      const stored = JSON.parse(await readFile(data, 'utf8')) as { posts: { id: number }[] };
      expect(stored.posts.map((post) => post.id)).toContain(id);
    }),
  );
  expect(await readdir(folder)).toEqual(['site.json']);
});

test('a file that cannot be written fails the request', async () => {
  const { api } = await stackHarness({ data: join(folder, 'missing', 'site.json') });
  expect((await api('POST', '/articles', { body: article })).status).toBe(500);
});

test.each([['not json'], ['{"schema":2}'], ['{"schema":1,"posts":[]}'], ['[]'], ['']])(
  'a file with %j is a clear error',
  async (text) => {
    const data = join(folder, 'site.json');
    await writeFile(data, text);
    await expect(startSandbox({ data })).rejects.toMatchObject({ name: 'Fault', code: 'usage' });
    expect(await readFile(data, 'utf8')).toBe(text);
  },
);

test('a folder in place of the file is a clear error', async () => {
  await expect(startSandbox({ data: folder })).rejects.toMatchObject({ code: 'usage' });
});
