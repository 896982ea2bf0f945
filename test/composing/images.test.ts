import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gitHubPages, type ForgeAddresses } from '../../src/model/forge-addresses.ts';
import { compose } from '../../src/composing/compose.ts';
import { fillHoles } from '../../src/composing/fill-holes.ts';
import { digestOfBytes } from '../../src/model/digest.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { PostContent } from '../../src/model/post.ts';
import type { RepositoryFile } from '../../src/ports/repository.ts';
import { withLocalImages } from '../../src/sources/docs/local-images.ts';
import { aDraft, aQuestion } from '../curation/a-draft.ts';
import { aPicture } from '../kit/pictures.ts';

const bytes: Readonly<Record<string, Buffer>> = {
  'docs/a.png': aPicture('png', 'a'),
  'docs/b c.png': aPicture('png', 'b'),
  'img/d(1).gif': aPicture('gif', 'd'),
  'docs/ä.webp': aPicture('webp', 'e'),
  'docs/f.svg': Buffer.from('<svg/>'),
};
const files = Object.entries(bytes).map(([path, content]): RepositoryFile => ({
  path,
  revision: digestOfBytes(content),
  kind: 'file',
  size: content.length,
}));
const tree = {
  async *read(wanted: readonly RepositoryFile[]) {
    for (const file of wanted) yield { file, bytes: bytes[file.path] ?? Buffer.of() };
  },
};
const paths = new Map(
  files.map(({ path }) => [`image:${digestOfBytes(bytes[path] ?? Buffer.of())}`, path]),
);
const addressOf = (target: string) => `https://site/${encodeURI(paths.get(target) ?? '?')}`;

async function composed(draft: Draft): Promise<PostContent> {
  const [read = draft] = await withLocalImages([draft], files, tree);
  return compose(read, null).content;
}

/** The text as it is sent. */
async function sent(body: string): Promise<string> {
  return fillHoles(await composed(aDraft({ body })), addressOf).content.body;
}

const a = 'https://site/docs/a.png';

test.each<[string, string, string]>([
  ['an inline image', 'x ![A](a.png) y', `x ![A](${a}) y`],
  ['one with a title', '![A](a.png "T (1)")', `![A](${a} "T (1)")`],
  ['one with blanks around it', '![A](  a.png\t)', `![A](  ${a}\t)`],
  ['angle brackets', '![A](<a.png> "t")', `![A](${a} "t")`],
  ['a blank in the name', '![A](<b c.png>)', '![A](https://site/docs/b%20c.png)'],
  ['percent escapes', '![A](b%20c.png)', '![A](https://site/docs/b%20c.png)'],
  ['parentheses', '![A](/img/d(1).gif)', '![A](https://site/img/d(1).gif)'],
  ['escapes', '![A](../img/d\\(1\\).gif)', '![A](https://site/img/d(1).gif)'],
  ['an entity', '![A](&auml;.webp)', '![A](https://site/docs/%C3%A4.webp)'],
  ['a query', '![A](a.png?raw=true)', `![A](${a})`],
  ['a fragment', '![A](./a.png#gh-dark-mode-only)', `![A](${a})`],
  ['a root-relative address', '![A](/docs/a.png)', `![A](${a})`],
  ['a reference', '![A][x]\n\n[x]: a.png\n', `![A][x]\n\n[x]: ${a}\n`],
  ['a reference with a title', '![x]\n\n[X]:\n  <a.png>\n  "t"\n', `![x]\n\n[X]:\n  ${a}\n  "t"\n`],
  [
    'a definition for a link as well',
    '![A][x] [see][x]\n\n[x]: a.png',
    `![A][x] [see][x]\n\n[x]: ${a}`,
  ],
  ['an image in a link', '[![A](a.png)](https://b.example)', `[![A](${a})](https://b.example)`],
  ['an image in a link to it', '[![A](a.png)](a.png)', `[![A](${a})](a.png)`],
  [
    'a table',
    '| a | b |\n|---|---|\n| ![A](a.png) | ![B](a.png "x") |\n',
    `| a | b |\n|---|---|\n| ![A](${a}) | ![B](${a} "x") |\n`,
  ],
  ['a list in a quote', '> - ![A](a.png)\r\n>   ![B](a.png)', `> - ![A](${a})\r\n>   ![B](${a})`],
  ['a footnote', 'x[^1]\n\n[^1]: ![A](a.png)', `x<sup>1</sup>\n\n<sup>1</sup> ![A](${a})\n`],
  ['a heading and emphasis', '# **![A](a.png)**', `# **![A](${a})**`],
  ['a byte order mark', '\uFEFF![A](a.png)', `\uFEFF![A](${a})`],
  [
    'HTML',
    '<p align="center">\n<img alt="x" src="a.png" width=3>\n</p>',
    `<p align="center">\n<img alt="x" src="${a}" width="3">\n</p>`,
  ],
  [
    'inline HTML',
    `see <IMG SRC='b c.png'/> here`,
    `see <img src='https://site/docs/b%20c.png'/> here`,
  ],
  ['HTML without quotes', '<img src=a.png>', `<img src="${a}">`],
  ['HTML with another address', '<img data-src="b.png" src="a.png">', `<img src="${a}">`],
  [
    'the first of two definitions',
    '![x]\n\n[x]: a.png\n[x]: a.png',
    `![x]\n\n[x]: ${a}\n[x]: a.png`,
  ],
])('uploads %s', async (_what, body, expected) => {
  expect(await sent(body)).toBe(expected);
});

test.each([
  ['a code span', '`![A](a.png)`'],
  ['a code block', '```md\n![A](a.png)\n<img src="a.png">\n```\n\n    ![A](a.png)\n'],
  ['an escaped mark', '!\\[A](a.png)'],
  ['a link', '[A](a.png)'],
  ['a definition of a link', '[A][x]\n\n[x]: a.png'],
  ['what is not there', '![A](no.png) ![A]() ![A](<>)'],
  ['another type', '![A](f.svg)'],
  ['what is outside', '![A](../../a.png)'],
  ['an absolute address', '![A](https://b.example/a.png)'],
  ['other attributes', '<img alt="a.png"> <video src="a.png"> <b title="a.png">'],
])('leaves %s as it is', async (_what, body) => {
  expect(await composed(aDraft({ body }))).toEqual(
    expect.not.objectContaining({ holes: expect.anything() as unknown }),
  );
  expect(await sent(body)).toBe(body);
});

test('each text of a question has its own images', async () => {
  const draft = aQuestion({
    body: 'Where is ![a](a.png)?',
    answer: 'In ![a](a.png), ![b](<b c.png>)',
  });
  const { content, filled } = fillHoles(await composed(draft), addressOf);
  expect(content).toMatchObject({
    body: `Where is ![a](${a})?`,
    answer: `In ![a](${a}), ![b](https://site/docs/b%20c.png)`,
  });
  expect(Object.keys(filled)).toHaveLength(2);
});

test('the images of a pull request stay as they are', async () => {
  const body = '![A](a.png) ![A](/docs/a.png)';
  const draft = aDraft({ body, provenance: { kind: 'pull-request', number: 1 } });
  expect((await composed(draft)).body).toBe(body);
});

test('where the site takes no images, those with an address of the forge have it', async () => {
  const [draft = aDraft()] = await withLocalImages(
    [aDraft({ body: '![A](<b c.png> "t") ![B](a.png)' })],
    files,
    tree,
  );
  const bodyWith = (pages: ForgeAddresses | null) =>
    compose(draft, null, { pictures: { on: 'forge', pages } }).content.body;
  expect(bodyWith(gitHubPages('https://forge', 'o/r'))).toBe(
    '![A](https://forge/o/r/raw/HEAD/docs/b%20c.png "t") ![B](https://forge/o/r/raw/HEAD/docs/a.png)',
  );
  expect(bodyWith(null)).toBe(draft.body);
});

const pieces = {
  markdown: ['![A](', 'a.png', ')', '<', '>', ' "t"', '[y]', '[x]: a.png', '![x]', '`', '\\'],
  blocks: ['\n', '\r\n', '> ', '| ', '- ', '    ', '```\n'],
  others: ['<img src="', '"', 'https://b/c.png', '&amp;'],
};
const piece = fc.constantFrom(...Object.values(pieces).flat());
const text = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 5 })), {
  maxLength: 25,
});

test('what shows no image of the repository keeps every byte', () =>
  fc.assert(
    fc.asyncProperty(text, async (parts) => {
      const body = parts.join('').replaceAll('a.png', 'no.png').replaceAll('>!', '> !');
      expect((await composed(aDraft({ body }))).body).toBe(body);
    }),
  ));

test('composing what was composed changes nothing more, and takes out addresses alone', () =>
  fc.assert(
    fc.asyncProperty(text, async (parts) => {
      const body = parts.join('').replaceAll('>!', '> !');
      const once = await composed(aDraft({ body }));
      const filled = fillHoles(once, addressOf).content.body;
      expect((await composed(aDraft({ body: filled }))).body).toBe(filled);
      const [read = aDraft()] = await withLocalImages([aDraft({ body })], files, tree);
      const addresses = read.images?.map(({ start, end }) => body.slice(start, end)) ?? [];
      const removed = (read.images ?? []).flatMap(({ file }, n) =>
        typeof file === 'string' ? [] : (addresses[n] ?? ''),
      );
      expect(once.body.length).toBe(body.length - removed.join('').length);
      expect(once.holes?.length ?? 0).toBe(removed.length);
    }),
  ));
