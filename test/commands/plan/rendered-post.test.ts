import { expect, test } from 'vitest';
import { renderedPost } from '../../../src/commands/plan/rendered-post.ts';
import { digestOfBytes } from '../../../src/model/digest.ts';
import { imageTarget } from '../../../src/model/image.ts';
import type { Hole } from '../../../src/model/post.ts';
import { anArticle, aQuestion } from '../../kit/plan-preview.ts';

const digest = digestOfBytes(Buffer.from('a picture'));
const image = imageTarget(digest);
const file = { path: 'a.png', revision: '', size: 9, type: 'png', digest } as const;
const pictures = new Map([[image, file]]);
const none = { addressOf: () => undefined, made: new Set<string>(), pictures };
const content = (body: string, ...holes: Omit<Hole, 'field'>[]) => ({
  ...anArticle,
  body,
  holes: holes.map((hole) => ({ field: 'body' as const, ...hole })),
});
const toOther = { at: 4, for: 'docs/other.md', else: 'https://forge.example/other' };

test('what has an address is filled with it, else with that of the forge', () => {
  const link = content('[a]()', toOther);
  expect(renderedPost(link, none)).toMatchObject({
    body: '[a](https://forge.example/other)',
    behind: {},
  });
  const known = { ...none, addressOf: () => 'https://a.example/7', made: new Set([toOther.for]) };
  expect(renderedPost(link, known)).toMatchObject({ body: '[a](https://a.example/7)', behind: {} });
  expect(renderedPost(link, { ...none, addressOf: () => null })).toMatchObject({
    body: '[a](https://forge.example/other)',
  });
});

test('a post that the plan makes, and a picture to be uploaded, get an address of nowhere', () => {
  const both = content('[a]() ![]()', toOther, { at: 10, for: image });
  const { body, behind } = renderedPost(both, { ...none, made: new Set([toOther.for]) });
  expect(body).toBe('[a](https://here-0.invalid/0) ![](https://here-0.invalid/1)');
  expect(behind).toEqual({
    'https://here-0.invalid/0': { step: 'docs/other.md' },
    'https://here-0.invalid/1': { picture: digest, path: 'a.png', size: 9 },
  });
});

test('that no text of an author can name', () => {
  const body = '![](https://HERE-0.invalid/0) [](https://here-1.invalid/) ![]()';
  const { behind } = renderedPost(content(body, { at: body.length - 1, for: image }), none);
  expect(Object.keys(behind)).toEqual(['https://here-2.invalid/0']);
  const question = { ...aQuestion, answer: 'https://here-0.invalid/0', body: '![]()' };
  const holes: Hole[] = [{ field: 'body', at: 4, for: image }];
  expect(Object.keys(renderedPost({ ...question, holes }, none).behind)).toEqual([
    'https://here-1.invalid/0',
  ]);
});

test('a picture of which no file is known, and a hole that nothing fills, are told', () => {
  const lost = content('![]()[]()', { at: 4, for: image }, { at: 8, for: 'docs/gone.md' });
  const { behind } = renderedPost(lost, { ...none, pictures: new Map() });
  expect(Object.values(behind)).toEqual([
    { picture: digest, path: null, size: null },
    { step: 'docs/gone.md' },
  ]);
});

test('an uploaded picture stands at its address, and is still known as this one', () => {
  const url = 'https://a.example/images/1.png';
  expect(
    renderedPost(content('![]()', { at: 4, for: image }), { ...none, addressOf: () => url }),
  ).toMatchObject({ body: `![](${url})`, behind: { [url]: { picture: digest } } });
});
