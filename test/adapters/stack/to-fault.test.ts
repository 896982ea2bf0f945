import { expect, test } from 'vitest';
import { unexpectedAnswer, type Asked } from '../../../src/adapters/stack/to-fault.ts';

const asked: Asked = {
  now: () => Date.parse('2026-11-21T12:00:00Z'),
  doing: 'read article 12',
  effect: 'read',
  host: 'stack.example',
  mask: (text) => text,
  team: null,
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
