import { expect, test } from 'vitest';
import { readSharedFile } from '../../../src/adapters/github/shared-file.ts';
import { silent } from '../../../src/ports/log.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { json, serve } from '../../kit/serve.ts';

const optionsAt = (url: string, token: string | null) => ({
  apiUrl: url,
  graphqlUrl: `${url}/graphql`,
  repository: { owner: 'acme', name: '.github' },
  userAgent: 'test/1',
  clock: fakeClock(Date.now()),
  log: silent,
  retry: false,
  paths: ['a.yml'],
  ref: null,
  token,
});

const blob = { kind: 'Blob', oid: 'a'.repeat(40), isTruncated: false, text: 'x: 1\n' };
const answer = (file: unknown, nameWithOwner = 'acme/.github') => ({
  data: { repository: { nameWithOwner, f0: file } },
});

test('a file is told with its blob', async () => {
  await using github = await serve((response) => json(response, 200, answer(blob)));
  expect(await readSharedFile(optionsAt(github.url, 'ghp_x'))).toEqual({
    file: { path: 'a.yml', text: 'x: 1\n', revision: blob.oid },
    isSeen: true,
    requests: { total: 1, writes: 0 },
  });
});

test.each([
  ['a repository of another name', answer(blob, 'evil/.github')],
  ['a part of a text', answer({ ...blob, isTruncated: true })],
  ['no text', answer({ ...blob, text: null })],
  ['something else', { data: { repository: { nameWithOwner: 7 } } }],
  ['a refusal', { data: null, errors: [{ type: 'FORBIDDEN', message: 'no' }] }],
])('%s is refused', async (_, body) => {
  await using github = await serve((response) => json(response, 200, body));
  await expect(readSharedFile(optionsAt(github.url, 'ghp_x'))).rejects.toMatchObject({
    kind: 'forge',
  });
});

test.each([
  ['a folder', 200, []],
  ['a symlink', 200, { type: 'symlink', encoding: '', content: '', sha: 'b' }],
  ['a long file, without its text', 200, { type: 'file', encoding: 'none', content: '', sha: 'b' }],
  ['a spent limit', 403, { message: 'API rate limit exceeded for 192.0.2.1.' }],
])('%s is refused without a token', async (_, status, body) => {
  await using github = await serve((response) => json(response, status, body));
  await expect(readSharedFile(optionsAt(github.url, null))).rejects.toMatchObject({
    kind: 'forge',
  });
  expect(github.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});
