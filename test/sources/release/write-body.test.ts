import { existsSync, readFileSync } from 'node:fs';
import type { ListItem } from 'mdast';
import { describe, expect, test } from 'vitest';
import { nodesOf } from '../../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../../src/markdown/parse-markdown.ts';
import {
  sectionsFrom,
  sortNotes,
  type ReleaseNote,
} from '../../../src/sources/release/sort-notes.ts';
import { writeBody } from '../../../src/sources/release/write-body.ts';
import { link, note, url } from './a-note.ts';

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
    ['a list', '- one\n- two', `- ${link(1)}:\n  - one\n  - two`],
    ['a list with room', '- one\n\n- two', `- ${link(1)}:\n\n  - one\n\n  - two`],
    ['a list of one', ' *  one\n    two\n\n    three', `- one\n  two\n\n  three (${link(1)})`],
    ['a list of one task', '- [x] one', `- ${link(1)}:\n  - [x] one`],
    ['a list of one that goes on in front of it', '- one\ntwo', `- ${link(1)}:\n  - one\n  two`],
    [
      'words, then a list',
      'Both:\n\n1. one\n2. two',
      `- Both:\n\n  1. one\n  2. two\n\n  (${link(1)})`,
    ],
    ['a heading', '### New\n\nIt is new.', `- **New**\n\n  It is new. (${link(1)})`],
    ['a box', '[ ] not a task', `- ${link(1)}:\n\n  [ ] not a task`],
    ['indented by tabs', 'a\n\n\tcode', `-   a\n\n    \tcode\n\n    (${link(1)})`],
    [
      'a tab in code in a list',
      '1.\tRun\n\n\t```make\n\tall:\n\t\techo\n\t```',
      `-   ${link(1)}:\n\n    1.\tRun\n\n    \t\`\`\`make\n    \tall:\n    \t\techo\n    \t\`\`\``,
    ],
    ['a label', 'See [this][1].\n\n[1]: /a "b"', `- See [this](/a "b"). (${link(1)})`],
    [
      'a short label',
      'See [this] and [that][].\n\n[this]: a\n[that]: b',
      `- See [this](a) and [that](b). (${link(1)})`,
    ],
    [
      'a picture with a label',
      'See [![x][1]][2].\n\n[1]: a.png\n[2]: b',
      `- See [![x](a.png)](b). (${link(1)})`,
    ],
    [
      'an escaped label, and an address with an entity',
      'See [this][a\\[b\\]].\n\n[a\\[b\\]]: https://a.example/?b&amp;copy;\n "c"',
      `- See [this](https://a.example/?b&amp;copy; "c"). (${link(1)})`,
    ],
    [
      'a label that parts two lists',
      '1. one\n\n[1]: /a\n\n1. two',
      `- ${link(1)}:\n  1. one\n\n  <!-- -->\n\n  1. two`,
    ],
    ['words right below a label', '[1]: /a\nWords [1]', `- Words [1](/a) (${link(1)})`],
    [
      'what would be an item without the label above it',
      '[1]: /a\n2) two',
      `- [n1-0]: /a\n  2) two (${link(1)})`,
    ],
    [
      'a footnote behind a mark',
      'Wow![^1]\n\n[^1]: x',
      `- Wow![^n1-1] (${link(1)})\n\n  [^n1-1]: x`,
    ],
    ['blanks before words', '   One\ntwo.\n\nThree.', `- One\n  two.\n\n  Three. (${link(1)})`],
    ['a line of dashes', '--\nword', `- ${link(1)}:\n\n  --\n  word`],
    ['an end that waits for an address', '[b]:', `- [b]:\n\n  (${link(1)})`],
    ['an end that waits for a link', '[a](\nb', `- [a](\n  b\n\n  (${link(1)})`],
    ['an end that waits for words', 'word\n+', `- word\n  +\n\n  (${link(1)})`],
    [
      'an open block of code',
      'One\n\n~~~~ sh\na',
      `- One\n\n  ~~~~ sh\n  a\n  ~~~~\n\n  (${link(1)})`,
    ],
    ['an open comment', 'One\n\n<!-- a', `- One (${link(1)})\n\n  <!-- a\n  -->`],
    ['an open element', 'One <b>two', `- One <b>two (${link(1)})\n\n  </b>`],
    ['the end of a list that is not its own', 'One</li></ul> two', `- One two (${link(1)})`],
    ['an open tag', '<p title="a', `- ${link(1)}:\n\n  <p title="a">`],
    ['an alert', '> [!NOTE]\n> One', `- ${link(1)}:\n\n  > **Note**\n  > One`],
    [
      'a heading among other lines',
      'One\n## The `a_b` **flag** #\n> Two\n### Three\nfour',
      `- One\n\n  **The \`a_b\` flag**\n\n  > Two\n\n  **Three**\n\n  four (${link(1)})`,
    ],
    ['headings in others', '> # One\n> two', `- ${link(1)}:\n\n  > **One**\n  >\n  > two`],
    ['an underlined heading', 'One\ntwo\n===', `- **One\n  two** (${link(1)})`],
    ['a heading that cannot be bold', 'One\n\n### *', `- One\n\n  ### *\n\n  (${link(1)})`],
    ['an empty heading', '- a\n#\n- b', `- ${link(1)}:\n  - a\n\n  <!-- -->\n\n  - b`],
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
    expect(bodyOf(note(1, '- one\n- two', { title: 'Both' }))).toBe(
      `- **Both** (${link(1)})\n  - one\n  - two`,
    );
    expect(bodyOf(note(1, '> one\n\ntwo', { title: 'Both' }))).toBe(
      `- **Both**\n\n  > one\n\n  two (${link(1)})`,
    );
  });

  test('two notes with one label keep their own', () => {
    const body = bodyOf(
      note(1, 'See [a][1].[^x]\n\n[1]: one\n[^x]: First.'),
      note(2, 'See [a][1].[^x]\n\n[1]: two\n[^x]: Second.'),
    );
    expect(body).toContain('[a](one)');
    expect(body).toContain('[a](two)');
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

function linksIn(node: ListItem): readonly string[] {
  return nodesOf(node).flatMap((each) => (each.type === 'link' ? [each.url] : []));
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
