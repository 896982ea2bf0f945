import { expect, test } from 'vitest';
import { openMergeRequestComments } from '../../../src/adapters/gitlab/merge-request-comments.ts';
import { systemClock } from '../../../src/adapters/system-clock.ts';
import { silent } from '../../../src/ports/log.ts';
import { serve } from '../../kit/serve.ts';

const start = '<!-- ours -->';
const author = { id: 7, username: 'bot' };
const ours = { id: 3, body: `${start}\nwords`, author, system: false };

/** Looks for our note where pages of notes are such: each a value, and what its header says of the next. */
async function found(
  pages: readonly (readonly [value: unknown, next?: string])[],
  me: unknown = author,
) {
  await using server = await serve((response, { url }) => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    const page = Number(searchParams.get('page'));
    const [value, next] = pages[(page - 1) % pages.length] ?? [];
    const isUser = pathname.endsWith('/user');
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(next !== undefined && !isUser && { 'x-next-page': next }),
    });
    response.end(JSON.stringify(isUser ? me : value));
  });
  const comments = openMergeRequestComments({
    apiUrl: `${server.url}/api/v4`,
    project: 'acme/app',
    token: { kind: 'access', value: 'x'.repeat(20) },
    userAgent: 'test',
    clock: systemClock,
    log: silent,
    retry: false,
  });
  try {
    const note = await comments.find(5, start);
    return { note: note?.id ?? null, asked: server.seen.length };
  } catch (error) {
    return (error as { readonly code: string }).code;
  } finally {
    await comments.close();
  }
}

test('our note is found, and nothing is asked behind it', async () => {
  expect(await found([[[ours], '2']])).toEqual({ note: 3, asked: 2 });
});

test('what GitLab wrote, what has no author and what is of somebody else is none of ours', async () => {
  const others = [
    { ...ours, system: true },
    { ...ours, author: null },
    { ...ours, body: null },
    { ...ours, body: ` ${start}` },
    { ...ours, author: { id: 8, username: 'bot' } },
  ];
  expect(await found([[others, '']])).toEqual({ note: null, asked: 2 });
});

test('a short page is the last where its header says so, or where there is none', async () => {
  expect(await found([[[], '2'], [[ours]]])).toEqual({ note: 3, asked: 3 });
  expect(await found([[[], ''], [[ours]]])).toEqual({ note: null, asked: 1 });
  expect(await found([[[]], [[ours]]])).toEqual({ note: null, asked: 1 });
  const many = Array.from({ length: 100 }, (_, id) => ({ ...ours, id: id + 10, body: 'Talk' }));
  expect(await found([[many], [[ours]]])).toEqual({ note: 3, asked: 3 });
});

test.each([
  ['no list', [[{ message: 'no' }]]],
  ['null', [[null]]],
  ['a note without an id', [[[{ ...ours, id: undefined }]]]],
  ['an id that is no number', [[[{ ...ours, id: '3/../../9' }]]]],
  ['a negative id', [[[{ ...ours, id: -3 }]]]],
  ['a body that is a list', [[[{ ...ours, body: [start] }]]]],
  ['an author that is a text', [[[{ ...ours, author: 'bot' }]]]],
] as const)('%s is no answer', async (_, pages) => {
  expect(await found(pages)).toBe('forge-unreachable');
});

test('an account without an id is nobody, whatever the note says', async () => {
  expect(await found([[[ours], '']], { username: 'bot' })).toBe('forge-unreachable');
});

test('a list without an end ends', async () => {
  expect(await found([[[], '2']])).toBe('forge-endless');
});
