import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { ListItem, Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { nodesOf } from '../../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../../src/markdown/parse-markdown.ts';
import {
  sectionsFrom,
  sortNotes,
  type ReleaseNote,
} from '../../../src/sources/release/sort-notes.ts';
import { writeBody } from '../../../src/sources/release/write-body.ts';

const url = (number: number) => `https://forge.example/acme/app/pull/${number}`;
const link = (number: number) => `[#${number}](${url(number)})`;

function note(number: number, text: string, change: Partial<ReleaseNote> = {}): ReleaseNote {
  const none = { title: null, labels: [], author: null, isBreaking: false };
  return { ...none, number, url: url(number), text, mergedAt: number, ...change };
}

const bodyOf = (...notes: readonly ReleaseNote[]) => writeBody([{ title: null, notes }]);

describe('a note', () => {
  test.each<[string, string, string]>([
    ['words', 'It is faster.', `- It is faster. (${link(1)})`],
    ['lines', 'It is\r\nfaster.\r\n\r\n', `- It is\n  faster. (${link(1)})`],
    ['paragraphs', 'One.\n\nTwo.', `- One.\n\n  Two. (${link(1)})`],
    [
      'code at its end',
      'Run this:\n\n```sh\nacme  --up\n\n\tx\n```',
      `- Run this:\n\n  \`\`\`sh\n  acme  --up\n\n  \tx\n  \`\`\`\n\n  (${link(1)})`,
    ],
    ['a list', '- one\n- two', `- ${link(1)}:\n\n  - one\n  - two`],
    [
      'words, then a list',
      'Both:\n\n1. one\n2. two',
      `- Both:\n\n  1. one\n  2. two\n\n  (${link(1)})`,
    ],
    ['a heading', '### New\n\nIt is new.', `- **New**\n\n  It is new. (${link(1)})`],
    ['a box', '[ ] not a task', `- ${link(1)}:\n\n  [ ] not a task`],
    ['indented by tabs', 'a\n\n\tcode', `- a\n\n      code\n\n  (${link(1)})`],
    ['a label', 'See [this][1].\n\n[1]: /a "b"', `- See [this](</a> "b"). (${link(1)})`],
    [
      'a short label',
      'See [this] and [that][].\n\n[this]: a\n[that]: b',
      `- See [this](<a>) and [that](<b>). (${link(1)})`,
    ],
    [
      'a picture with a label',
      'See [![x][1]][2].\n\n[1]: a.png\n[2]: b',
      `- See [![x](<a.png>)](<b>). (${link(1)})`,
    ],
    [
      'a comment behind it',
      'It is new.\n\n<!-- x -->',
      `- It is new. (${link(1)})\n\n  <!-- x -->`,
    ],
  ])('%s', (_, text, body) => {
    expect(bodyOf(note(1, text))).toBe(body);
  });

  test('a title of its own stands in bold, as it is', () => {
    expect(bodyOf(note(1, 'It is new.', { title: 'The `new` *one* <T> [x] a_b' }))).toBe(
      `- **The \\\`new\\\` \\*one\\* \\<T\\> \\[x\\] a\\_b**\n\n  It is new. (${link(1)})`,
    );
    expect(bodyOf(note(1, '- one', { title: 'Both' }))).toBe(
      `- **Both**\n\n  - one\n\n  (${link(1)})`,
    );
  });

  test('two notes with one label keep their own', () => {
    const body = bodyOf(
      note(1, 'See [a][1].[^x]\n\n[1]: one\n[^x]: First.'),
      note(2, 'See [a][1].[^x]\n\n[1]: two\n[^x]: Second.'),
    );
    expect(body).toContain('[a](<one>)');
    expect(body).toContain('[a](<two>)');
    const tree = parseMarkdown(body);
    const notes = (tree ? nodesOf(tree) : []).filter(({ type }) => type === 'footnoteDefinition');
    expect(new Set(notes.map((each) => ('identifier' in each ? each.identifier : ''))).size).toBe(
      2,
    );
  });
});

test('sections have their titles, as they are', () => {
  const body = writeBody([
    { title: 'New `things` #', notes: [note(1, 'a'), note(2, 'b')] },
    { title: '1. Fixed', notes: [note(3, 'c')] },
  ]);
  expect(body).toBe(
    `## New \\\`things\\\` \\#\n\n- a (${link(1)})\n- b (${link(2)})\n\n## 1\\. Fixed\n\n- c (${link(3)})`,
  );
});

const lines = fc.constantFrom(
  'word',
  'word [a][1] and [b]',
  '[1]: https://a.example/1',
  '[b]: <b c> "t"',
  '- item',
  '  - nested',
  '1. one',
  '```',
  '~~~~ js',
  '    code',
  '\tcode',
  '# Heading',
  'Setext\n===',
  '---',
  '***',
  '> quote',
  '<details>',
  '</details>',
  '<div>',
  '<!-- open',
  '-->',
  '<script>',
  '| a | b |\n| - | - |\n| c | d |',
  'mark[^1]',
  '[^1]: A footnote.',
  '[ ] box',
  '`code',
  '**bold',
  '\\',
  '&amp; <T> $x$',
  '* * *',
  '+',
  '1)',
  '\u00a0',
  '',
  '  ',
);
const text = fc
  .array(lines, { minLength: 1, maxLength: 7 })
  .map((some) => some.join('\n'))
  .filter((some) => some.trim() !== '');
const title = fc.option(fc.constantFrom('Title', '*a* `b` <c>', '- x', '# y', '1. z', '[q]: r'));

test('each note stays in its own item, with its link, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, title), { minLength: 1, maxLength: 4 }), (some) => {
      const notes = some.map(([each, own], n) => note(n + 1, each, { title: own }));
      const [first, second] = [notes.slice(0, 2), notes.slice(2)];
      const body = writeBody([
        { title: 'First', notes: first },
        ...(second.length > 0 ? [{ title: 'Second', notes: second }] : []),
      ]);
      const tree = parseMarkdown(body);
      if (tree === null) throw new Error('it cannot be parsed');
      const items = tree.children.flatMap((node) => (node.type === 'list' ? node.children : []));
      expect(tree.children.map(({ type }) => type)).toEqual(
        ['heading', 'list', 'heading', 'list'].slice(0, second.length > 0 ? 4 : 2),
      );
      expect(items.length).toBe(notes.length);
      for (const [n, item] of items.entries()) {
        expect(linksIn(item).filter((to) => to === url(n + 1))).toEqual([url(n + 1)]);
        const { text: own } = notes[n] ?? { text: '' };
        expect(words(item)).toEqual(expect.arrayContaining(words(parseMarkdown(own))));
      }
    }),
    { numRuns: 500 },
  );
});

function linksIn(node: ListItem | Root): readonly string[] {
  return nodesOf(node).flatMap((each) => (each.type === 'link' ? [each.url] : []));
}

/** The letters of what is read in code and in words. */
function words(node: Nodes | null): string[] {
  if (node === null) return [];
  const shown = nodesOf(node).flatMap((each) =>
    each.type === 'text' || each.type === 'code' || each.type === 'inlineCode' ? [each.value] : [],
  );
  return [...new Set(shown.join(' ').match(/[a-z]+/gi))];
}

const corpus = new URL(
  '../../../../shared/corpus/kubernetes-1.36-release-notes.json',
  import.meta.url,
);
const isThere = existsSync(corpus);
if (!isThere) console.log(`Skipped: no notes to read at ${corpus.pathname}`);

test.skipIf(!isThere)('the notes of a real release: each once, in its section', () => {
  interface Real {
    readonly number: number;
    readonly labels: readonly string[];
    readonly release_note: string;
    readonly author: string;
  }
  const real = JSON.parse(readFileSync(corpus, 'utf8')) as readonly Real[];
  const notes = real.map(({ number, labels, release_note, author }) =>
    note(number, release_note, { labels, author }),
  );
  const kinds = ['kind/api-change', 'kind/feature', 'kind/bug', 'kind/cleanup'];
  const { sections } = sortNotes(
    notes,
    sectionsFrom(Object.fromEntries(kinds.map((kind) => [kind, kind]))),
  );
  const body = writeBody(sections);
  const tree = parseMarkdown(body);
  const items = (tree?.children ?? []).flatMap((node) =>
    node.type === 'list' ? node.children : [],
  );
  expect(items.length).toBe(notes.length);
  const linked = items.flatMap((item) =>
    linksIn(item).filter((to) => to.startsWith(url(0).slice(0, -1))),
  );
  expect(linked.toSorted()).toEqual(notes.map((each) => each.url).toSorted());
});
