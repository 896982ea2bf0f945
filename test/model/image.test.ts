import { expect, test } from 'vitest';
import { imageDigest, imageTarget, imageTypeOf, imageTypes } from '../../src/model/image.ts';
import { digestOf } from '../../src/model/digest.ts';
import { aPicture } from '../kit/pictures.ts';

test.each(imageTypes)('knows %s by its first bytes', (type) => {
  expect(imageTypeOf(aPicture(type))).toBe(type);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a page', '<!doctype html><img src="x">'],
  ['another RIFF', 'RIFF\0\0\0\0WAVEfmt '],
  ['a text that begins as BMP does', 'BM'],
  ['a PNG behind something', ' \x89PNG\r\n\x1a\n'],
])('%s is none', (_what, text) => {
  expect(imageTypeOf(Buffer.from(text, 'latin1'))).toBe(null);
});

test('a hole for an image names its digest', () => {
  const digest = digestOf({});
  expect(imageDigest(imageTarget(digest))).toBe(digest);
  for (const target of ['docs/a.md', 'image:', 'image:sha256:00', `x${imageTarget(digest)}`])
    expect(imageDigest(target)).toBe(null);
});
