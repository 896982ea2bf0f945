import { nameToEmoji } from 'gemoji';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { nodesOf } from '../../src/markdown/nodes.ts';
import { curate } from '../../src/curation/curate.ts';
import { renderAsStack } from '../../src/rendering/render-as-stack.ts';
import { aDraft } from '../curation/a-draft.ts';
import { realPages } from '../kit/real-pages.ts';
import { aNote, composedText } from './composed-text.ts';

/** What a reader sees of a page: its words, and how often there is what, in no order. */
interface Seen {
  readonly words: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** By tags; of those that are written in two ways, the one counts as the other. */
const counted: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['a', 'img', 'br', 'li', 'pre', 'hr', 'kbd', 'td'].map((tag) => [tag, tag]),
  ),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, 'heading'])),
  del: 'del',
  s: 'del',
  strike: 'del',
  th: 'td',
  strong: 'strong',
  b: 'strong',
};
/** A word may go on behind these. */
const inline = new Set(
  'a b code del em font i img ins kbd mark s small span strong sub sup u'.split(' '),
);

/** What GitHub makes of a page, but for the alerts and the look of its footnotes. */
function onGitHub(text: string): Seen {
  const tree = remark().use(remarkGfm).parse(text);
  for (const node of nodesOf(tree))
    if (node.type === 'footnoteDefinition') Object.assign(node, { type: 'blockquote' });
    else if (node.type === 'footnoteReference') Object.assign(node, { type: 'text', value: '' });
  const html = toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true });
  return seenIn(
    html.replace(/:([a-z\d+_-]+):/g, (code, name: string) => nameToEmoji[name] ?? code),
  );
}

function seenIn(html: string): Seen {
  const counts: Record<string, number> = {};
  let text = '';
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('value' in node) text += node.value;
    if ('tagName' in node) {
      const { tagName, attrs } = node;
      const needed = tagName === 'a' ? 'href' : tagName === 'img' ? 'src' : null;
      const kind = counted[tagName];
      const isThere = needed === null || attrs.some(({ name, value }) => name === needed && value);
      if (kind !== undefined && isThere) counts[kind] = (counts[kind] ?? 0) + 1;
      if (!inline.has(tagName)) text += ' ';
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if ('tagName' in node && !inline.has(node.tagName)) text += ' ';
  };
  visit(parseFragment(html));
  return { words: text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], counts };
}

/** The words of the one that the other lacks. */
function missing(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return one.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** The rules that tell of what is lost of a kind. */
const tellers: Readonly<Record<string, readonly string[]>> = {
  words: ['foreign-syntax', 'html-table', 'html-element'],
  a: ['page-anchor', 'link-refused', 'relative-link'],
  img: ['relative-image', 'image-missing', 'data-image', 'image-host'],
  td: ['html-table'],
};

/** What of a page is not on Stack as it is on GitHub, where nothing tells of it. */
function lostSilently(text: string, isNote: boolean): readonly string[] {
  const change = isNote ? aNote : {};
  const { text: composed, rules } = composedText(text, change);
  const draft = aDraft({ body: text, title: 'A title of no page', ...change });
  const told = [
    ...rules.map((rule) => rule.replace(/ .*/, '')),
    ...curate([draft], { rules: {}, known: [] }).map(({ rule }) => rule),
  ];
  const isTold = (kind: string) => (tellers[kind] ?? []).some((rule) => told.includes(rule));
  const [before, after] = [onGitHub(text), seenIn(renderAsStack(composed))];
  const lost: string[] = [];
  const words = missing(before.words, after.words);
  if (words.length > 0 && !isTold('words')) lost.push(`words: ${words.slice(0, 8).join(' ')}`);
  for (const [kind, count] of Object.entries(before.counts)) {
    const left = after.counts[kind] ?? 0;
    // The text of a box of MkDocs is code on GitHub.
    const isBox = kind === 'pre' && /^[ \t]*(?:!!!|\?\?\?)/m.test(text);
    if (left < count && !isTold(kind) && !isBox) lost.push(`${kind}: ${count - left}`);
  }
  return lost;
}

/** The cases of single constructs are held to what is right elsewhere. */
const { 'dialect-cases.json': _, ...pagesBySource } = realPages();

test.each(Object.entries(pagesBySource))('%s: nothing is lost without a word', (from, pages) => {
  const isNote = from.includes('release-notes');
  const lost = pages.flatMap(({ name, text }) => {
    const seen = text.length > 100_000 ? [] : lostSilently(text, isNote);
    return seen.length > 0 ? [`${name}: ${seen.join('; ')}`] : [];
  });
  expect(lost).toEqual([]);
});

test.each([
  ['One<BR>two', []],
  ['<p><img src=https://b.example/i.png></p>', []],
  ['~gone~ and [a [tag:b]](https://b.example)', []],
  ["https://b.example/o'neil <https://b.example/o'neil>", []],
  ['* [1. A](#a)\n* [2. B](#b)', []],
  ['<p>:tada: <B>x</B></p>', []],
])('of %j nothing is lost', (text, lost) => {
  expect(lostSilently(text, false)).toEqual(lost);
});
