import { describe, expect, test } from 'vitest';
import type { Asked } from '../../../src/adapters/stack/asked.ts';
import { answerToFault, unexpectedAnswer } from '../../../src/adapters/stack/to-fault.ts';

const asked: Asked = {
  now: () => Date.parse('2026-11-21T12:00:00Z'),
  doing: 'read article 12',
  effect: 'read',
  host: 'stack.example',
  mask: (text) => text,
  tier: 'enterprise',
  team: null,
  hasWritten: () => false,
};

function faultOf(body: string, effect: Asked['effect'] = 'read') {
  const answer = { status: 200, headers: {}, body: Buffer.from(body) };
  return unexpectedAnswer(answer, { ...asked, effect }, 'the article');
}

test.each([
  ['', 'nothing'],
  ['  \n', 'nothing'],
  ['\n<!DOCTYPE html><p>Sign in', 'a web page'],
  ['hello', 'other text'],
  ['{"a":1}', 'other JSON'],
])('%j is told as %s', (body, seen) => {
  expect(faultOf(body)).toMatchObject({
    code: 'site-not-json',
    outcome: 'rejected',
    message: `Cannot read article 12: stack.example answered with ${seen}, expected the article.`,
  });
});

test('after a write nobody knows what happened', () => {
  expect(faultOf('', 'write')).toMatchObject({ code: 'outcome-unknown', outcome: 'unknown' });
});

const business: Partial<Asked> = { tier: 'business', team: 'acme' };
const write: Partial<Asked> = { effect: 'write' };
const update: Partial<Asked> = { effect: 'write', changesPost: true };
const v2 = (id: number, message = 'no') => ({
  status: 400,
  body: JSON.stringify({ error_id: id, error_message: message, error_name: 'x' }),
});
const v3 = (status: number, detail?: string) => ({
  status,
  body: JSON.stringify({ type: '/v3/errors/x', title: 'X', status, ...(detail && { detail }) }),
});
const page = (status: number) => ({ status, body: '<!DOCTYPE html><html>Log in</html>' });

/** What is told of an answer, and in which words. */
function told({ status, body }: { status: number; body: string }, more: Partial<Asked> = {}) {
  const answer = { status, headers: {}, body: Buffer.from(body) };
  return answerToFault(answer, { ...asked, ...more });
}

describe('a refusal is told by its code', () => {
  test.each<[string, Parameters<typeof told>[0], Partial<Asked>, string]>([
    [
      'a token that the site does not know',
      { status: 401, body: 'Invalid access token' },
      {},
      'token-refused',
    ],
    ['one that expired', { status: 401, body: 'token expired' }, {}, 'token-expired'],
    ['one that v2.3 does not know', v2(402), {}, 'token-refused'],
    ['one that v2.3 revoked', v2(406), {}, 'token-revoked'],
    ['no token, by v2.3', v2(401), {}, 'token-refused'],
    ['no key', v2(405), {}, 'api-key-refused'],
    ['a wrong key', v2(400, 'key'), {}, 'api-key-refused'],
    ['a team that v2.3 does not have', v2(400, 'team'), business, 'site-not-found'],
    ['a team that v3 stumbles over', v3(500), business, 'site-unavailable'],
    ['a read that is forbidden', v3(403), business, 'site-forbidden'],
    ['a write that is forbidden', v3(403), write, 'token-read-only'],
    ['the same by v2.3', v2(403), write, 'token-read-only'],
    [
      'one of a token that was seen to write',
      v3(403),
      { ...update, hasWritten: () => true },
      'site-forbidden',
    ],
    ['a lock that is told', v3(403, 'This post is locked.'), update, 'post-locked'],
    ['a tag that is forbidden', v3(403, 'You may not create tags.'), write, 'tag-refused'],
    [
      'a field that is missing',
      { status: 400, body: '{"errors":{"Title":["The Title field is required."]}}' },
      write,
      'site-rejected',
    ],
    [
      'a text that is refused',
      v3(400, 'Title cannot be longer than 150 characters.'),
      write,
      'site-rejected',
    ],
    [
      'the same by v2.3',
      v2(407, 'Title cannot be longer than 150 characters.'),
      write,
      'site-rejected',
    ],
    ['a parameter that is missing', v2(400, 'title'), write, 'site-rejected'],
    [
      'a title that is there',
      v3(400, 'A question with that title already exists; please be more specific.'),
      write,
      'duplicate-post',
    ],
    [
      'a quality check',
      v2(407, 'This question does not meet our quality standards.'),
      write,
      'quality-refused',
    ],
    ['a tag', v2(400, 'tags'), write, 'tag-refused'],
    ['a post that is gone', v3(404, 'Question ID 7 not found'), update, 'post-gone'],
    ['one that was deleted already', v3(400, 'This post is already deleted'), update, 'post-gone'],
    ['one that v2.3 does not find', v2(400, 'id'), update, 'post-gone'],
    ['a list that is not there', v3(404), {}, 'site-not-found'],
    ['a page that is not there', page(404), {}, 'site-not-found'],
    ["a proxy's page that asks for a log-in", page(401), {}, 'site-not-json'],
    ["a wall's page", page(403), write, 'site-not-json'],
    ['a redirect to a log-in', { status: 302, body: '' }, {}, 'site-redirected'],
    ['too many calls', v3(429), {}, 'throttled'],
    ['the same by v2.3', v2(502), {}, 'throttled'],
  ])('%s', (_, answer, more, code) => {
    const fault = told(answer, more);
    expect([fault.code, fault.outcome]).toEqual([code, 'rejected']);
    expect(fault.remedy).toMatch(/^[A-Z][^.]*(?:\.\w[^.]*)*\.$/);
  });
});

describe('where an answer does not tell two things apart, both are named', () => {
  test.each<[string, Parameters<typeof told>[0], Partial<Asked>, readonly string[]]>([
    [
      'a write that is forbidden',
      v3(403),
      { ...update, ...business },
      ['only reads', 'role', 'Basic', 'locked'],
    ],
    ['the same of a new post on an Enterprise', v3(403), write, ['only reads', 'role']],
    ['a read that is forbidden', v3(403), business, ['may not see', 'Free']],
    [
      'a token',
      { status: 401, body: 'Invalid access token' },
      business,
      ['expired', 'revoked', 'another', 'wrong'],
    ],
    ['an error of the site', v3(500), business, ['team acme']],
  ])('%s', (_, answer, more, named) => {
    const { message, remedy } = told(answer, more);
    for (const each of named) expect(`${message} ${remedy}`).toContain(each);
  });

  test('and no tier of teams on an Enterprise', () => {
    for (const effect of ['read', 'write'] as const)
      expect(told(v3(403), { effect }).message).not.toMatch(/tier/);
  });
});
