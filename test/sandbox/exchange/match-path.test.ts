import { expect, test } from 'vitest';
import { matchPath } from '../../../sandbox/exchange/match-path.ts';

test.each([
  ['articles', 'articles', []],
  ['articles/*', 'articles/7', ['7']],
  ['questions/*/answers/*', 'questions/1/answers/2', ['1', '2']],
  ['articles/*', 'articles', null],
  ['articles', 'articles/7', null],
  ['articles/*', 'Articles/7', null],
  ['*', '*', ['*']],
])('%s for %s leaves %j open', (pattern, path, open) => {
  expect(matchPath(pattern.split('/'), path.split('/'))).toEqual(open);
});

test('ignores case where told to, but keeps it in what is left open', () => {
  const open = matchPath(['tags', '*'], ['TAGS', 'Ab'], { ignoreCase: true });
  expect(open).toEqual(['Ab']);
});
