import { expect, test } from 'vitest';
import { forgePicture } from '../../src/composing/images.ts';
import { picturesFor } from '../../src/commands/pictures.ts';
import { unavailableImages } from '../../src/curation/unavailable-images.ts';
import { Fault } from '../../src/model/error.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Draft } from '../../src/model/draft.ts';
import { gitHubPages } from '../../src/model/forge-addresses.ts';
import type { Forge } from '../../src/ports/forge.ts';
import type { Site } from '../../src/ports/site.ts';
import { aDraft } from '../curation/a-draft.ts';

const file = {
  path: 'docs/a.png',
  revision: 'r',
  size: 1,
  type: 'png',
  digest: digestOf({}),
} as const;
const body = 'Text.\n\n![a](a.png) ![b](b.svg)\n';
const draft: Draft = aDraft({
  body,
  images: [
    { field: 'body', start: 12, end: 17, url: 'a.png', path: file.path, revision: 'r', file },
    {
      field: 'body',
      start: 24,
      end: 29,
      url: 'b.svg',
      path: 'docs/b.svg',
      revision: 's',
      file: 'other-type',
    },
  ],
});

const v23 = {} as Site;
const v3 = { images: {} } as Site;

function forgeOf(isPublic: () => Promise<boolean | null>): Forge {
  return { isPublic } as Forge;
}

async function given(
  site: Site,
  forge: Forge | null,
  visibility: 'auto' | 'public' | 'private' = 'auto',
) {
  const pictures = await picturesFor([draft], {
    site,
    forge,
    pages: gitHubPages('https://forge', 'o/r'),
    config: { visibility } as never,
  });
  return pictures.on === 'site' ? 'site' : forgePicture(pictures.pages, file.path);
}
const open = forgeOf(async () => true);

test('pictures go to the site where it takes them', async () => {
  expect(await given(v3, open)).toBe('site');
});

test('else they are shown from the forge, where every reader can open them', async () => {
  expect(await given(v23, open)).toBe('https://forge/o/r/raw/HEAD/docs/a.png');
  expect(await given(v23, open, 'public')).toBe('https://forge/o/r/raw/HEAD/docs/a.png');
});

test.each<[string, Forge | null, 'auto' | 'private']>([
  ['a private repository', forgeOf(async () => false), 'auto'],
  ['one of which the forge does not tell', forgeOf(async () => null), 'auto'],
  [
    'one whose forge does not answer',
    forgeOf(async () => {
      throw new Fault('forge', 'forge-unreachable', 'No answer.', { remedy: 'Wait.' });
    }),
    'auto',
  ],
  ['one that is said to be private', open, 'private'],
  ['one without a forge', null, 'auto'],
])('the pictures of %s have no address, and that is told', async (_, forge, visibility) => {
  expect(await given(v23, forge, visibility)).toBe(null);
  expect(unavailableImages(draft, () => null)).toMatchObject([
    { rule: 'image-unavailable', severity: 'warning', place: { line: 8, column: 6 } },
  ]);
});

test('a forge is not asked where no draft shows a picture', async () => {
  const never = forgeOf(() => Promise.reject(new Error('was asked')));
  const config = { visibility: 'auto' } as never;
  expect(await picturesFor([aDraft()], { site: v23, forge: never, pages: null, config })).toEqual({
    on: 'site',
  });
});

test('nothing is told of a picture that has an address', () => {
  expect(unavailableImages(draft, () => 'https://forge/a.png')).toEqual([]);
});
