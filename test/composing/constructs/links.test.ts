import { describe, expect, test } from 'vitest';
import { aNote, aRepository, blob, composedText } from '../composed-text.ts';

const server = 'https://forge.example';
const tree = `${server}/acme/app/tree/HEAD`;

describe('a link of a page', () => {
  test.each<[string, string, string]>([
    ['to a source', 'See [k](keys.md) first.', 'See [k](docs/keys.md) first.'],
    ['to a source, with an anchor', '[k](./keys.md#a "T")', '[k](docs/keys.md "T")'],
    ['to a pinned source', '[k](</docs/pinned.md>)', '[k](id/pinned)'],
    ['to a question', '[k](faq.md#how)', '[k](docs/faq.md#how)'],
    ['to a FAQ', '[k](faq.md)', `[k](${blob}/docs/faq.md)`],
    ['to another page', '[k](b.md#x)', `[k](${blob}/docs/b.md#x)`],
    ['to a file', 'The [v](../deploy/values.yaml) has', `The [v](${blob}/deploy/values.yaml) has`],
    ['to a folder', '[d](../deploy/)', `[d](${tree}/deploy)`],
    ['to the root', '[r](..) [r](/)', `[r](${server}/acme/app) [r](${server}/acme/app)`],
    ['from the root', '[g](/docs/guide.md)', `[g](${blob}/docs/guide.md)`],
    ['with escapes', '[g](<a b (1).md>)', `[g](${blob}/docs/a%20b%20%281%29.md)`],
    ['with a query', '[g](b.png?raw=true)', `[g](${blob}/docs/b.png?raw=true)`],
    ['with brackets in its text', '[a \\[b\\] c](p.md)', `[a \\[b\\] c](${blob}/docs/p.md)`],
    [
      'around an image',
      '[![i](https://x.example/i.png)](p.md)',
      `[![i](https://x.example/i.png)](${blob}/docs/p.md)`,
    ],
    [
      'by a definition',
      '[one] [two]\n\n[one]: p.md "t"\n[two]: <https://b.example>\n',
      `[one] [two]\n\n[one]: ${blob}/docs/p.md "t"\n[two]: <https://b.example>\n`,
    ],
    ['by a definition that nothing uses', 'x\n\n[one]: p.md', `x\n\n[one]: ${blob}/docs/p.md`],
    ['in HTML', '<a class="x" href=\'p.md\'>g</a>', `<a class="x" href='${blob}/docs/p.md'>g</a>`],
    ['in a table', '| a |\n|---|\n| [b](p.md) |', `| a |\n|---|\n| [b](${blob}/docs/p.md) |`],
    ['with its marks alone', "<https://b.example/o'neil>", '<https://b.example/o%27neil>'],
    [
      'to a page beside the files',
      '[i](../../../issues) [r](/../../releases/latest)',
      `[i](${server}/acme/app/issues) [r](${server}/acme/app/releases/latest)`,
    ],
    ['without a scheme', '[s](//b.example/x)', '[s](https://b.example/x)'],
    ['with an apostrophe', "[s](https://b.example/o'neil)", '[s](https://b.example/o%27neil)'],
  ])('%s', (_, body, expected) => {
    const once = composedText(body);
    expect(once.text).toBe(expected);
    expect(once.rules).toEqual([]);
  });

  test.each<[string, string, string, string[]]>([
    ['within the page', 'To [L](#l) and [M](#m).', 'To L and M.', ['page-anchor 3']],
    ['to the page itself', '[L](a.md#l)', 'L', ['page-anchor 0']],
    [
      'within the page, by a definition',
      '[L] [x][l]\n\n[l]: #l\n\nEnd.',
      'L x\n\nEnd.',
      ['page-anchor 12'],
    ],
    ['within the page, in HTML', 'a <a href="#l">b</a> c', 'a b c', ['page-anchor 2']],
    ['without a text', 'a [](#l) c', 'a  c', ['page-anchor 2']],
    [
      'within the page, where its text would begin a list or a heading',
      '* [1. A](#a)\n* [# B](#b)\n\n[-](#c) d\n[2) E](#e) [3. F](#f)\n\n## [4. G](#g)',
      '* 1\\. A\n* \\# B\n\n\\- d\n2\\) E 3. F\n\n## 4. G',
      ['page-anchor 2'],
    ],
    [
      'within the page, in HTML before what looks like a list',
      '<a href="#l">1. b</a>',
      '1\\. b',
      ['page-anchor 0'],
    ],
    ['out of the repository', '[x](../../y.md)', '[x](../../y.md)', ['relative-link 0']],
    ['to another repository', '[x](../../../../b/c)', '[x](../../../../b/c)', ['relative-link 0']],
    [
      'to several people',
      '[u](mailto:a@b.example,c@d.example)',
      '[u](mailto:a@b.example,c@d.example)',
      ['link-refused 0'],
    ],
    [
      'with its marks alone',
      '<mailto:a@b.example?subject=x> <irc://b.example/c>',
      '<mailto:a@b.example> <irc://b.example/c>',
      ['link-refused 0', 'link-refused 31'],
    ],
    ['to nothing', '[x](/missing.md)', `[x](${blob}/missing.md)`, ['link-missing 0']],
    [
      'of another scheme',
      '[x](tel:1) [y](javascript:a) [z]()',
      '[x](tel:1) [y](javascript:a) [z]()',
      ['link-refused 0', 'link-refused 11', 'link-refused 29'],
    ],
    [
      'to an address with a subject',
      '[u](mailto:a@b.example?subject=x)',
      '[u](mailto:a@b.example)',
      ['link-refused 0'],
    ],
  ])('%s is told', (_, body, text, rules) => {
    expect(composedText(body, { key: 'docs/a.md' })).toMatchObject({ text, rules });
  });

  test.each([
    'https://b.example/a?b=1',
    '[x](HTTPS://B.EXAMPLE/A)',
    '[x](ftp://b.example) <https://b.example> [m](mailto:a@b.example)',
    'Run <image:tag> or <tel:1>, ask <a@b.example>',
    '`[x](p.md)`',
    '    [x](p.md)',
    '\\[x](p.md)',
  ])('stays: %s', (body) => {
    expect(composedText(body)).toMatchObject({ text: body, rules: [] });
  });

  test('names what may become a source, and what else decides about it', () => {
    expect(
      composedText('[a](keys.md) [b](b.md#c) [d](x.png) [e](faq.md#how) [f](#g)').targets,
    ).toEqual(['docs/keys.md', 'docs/b.md#c', 'docs/faq.md#how', 'docs/a.md#g']);
  });

  test('without a forge is told, and leads to sources all the same', () => {
    const repository = { ...aRepository, forge: null };
    expect(composedText('[a](b.md) [k](keys.md)', {}, repository)).toMatchObject({
      text: '[a](b.md) [k](docs/keys.md)',
      rules: ['relative-link 0'],
      holes: [{ for: 'docs/keys.md', else: 'keys.md' }],
    });
  });

  test('to a source has the address on the forge until that has a post', () => {
    expect(composedText('[k](keys.md#a)').holes).toEqual([
      { field: 'body', at: 4, for: 'docs/keys.md', else: `${blob}/docs/keys.md#a` },
    ]);
  });
});

describe('a link of a note', () => {
  test.each<[string, string, string[]]>([
    ['[k](docs/keys.md)', '[k](docs/keys.md)', ['relative-link 0']],
    ['[k](/acme/app/wiki)', `[k](${server}/acme/app/wiki)`, []],
    ['[k](#x)', 'k', ['page-anchor 0']],
    ['![i](/acme/app/i.png)', `![i](${server}/acme/app/i.png)`, []],
  ])('%s', (body, text, rules) => {
    expect(composedText(body, aNote)).toMatchObject({ text, rules });
  });
});

describe('an image', () => {
  test.each([
    [`![f](${server}/o/r/blob/main/f.png)`, `![f](${server}/o/r/raw/main/f.png)`],
    [
      '![f](https://github.com/o/r/blob/main/f.png?x=1)',
      '![f](https://github.com/o/r/raw/main/f.png)',
    ],
    ['![f](//b.example/f.png)', '![f](https://b.example/f.png)'],
    ["![f](https://b.example/o'n.png)", '![f](https://b.example/o%27n.png)'],
    [
      '![f](https://github.com/o/r/blob/main/f.png?raw=true)',
      '![f](https://github.com/o/r/blob/main/f.png?raw=true)',
    ],
    ['![f](https://b.example/o/r/blob/main/f.png)', '![f](https://b.example/o/r/blob/main/f.png)'],
    ['<img src="//b.example/f.png">', '<img src="https://b.example/f.png">'],
  ])('%s', (body, expected) => {
    expect(composedText(body)).toMatchObject({ text: expected, rules: [] });
  });
});
