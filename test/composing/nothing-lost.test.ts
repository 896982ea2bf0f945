import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { nodesOf } from '../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';
import { curate } from '../../src/curation/curate.ts';
import { renderAsStack } from '../../src/rendering/render-as-stack.ts';
import { aDraft } from '../curation/a-draft.ts';
import { realPages } from '../kit/real-pages.ts';
import { aNote, composedText } from './composed-text.ts';

/** What a reader sees of a page: its words, and where its links and images lead, in no order. */
interface Seen {
  readonly words: readonly string[];
  readonly links: number;
  readonly images: number;
  readonly headings: number;
}

/** By the tree, without the HTML that is written in it: that is what other tests are about. */
function onGitHub(text: string): Seen {
  const nodes = nodesOf(parseMarkdown(text, { emphasis: true }) ?? { type: 'root', children: [] });
  const defined = new Set(
    nodes.flatMap((node) => (node.type === 'definition' ? [node.identifier] : [])),
  );
  const count = (is: (node: (typeof nodes)[number]) => boolean) => nodes.filter(is).length;
  return {
    words: wordsOf(
      nodes.flatMap((node) =>
        node.type === 'text' || node.type === 'inlineCode' || node.type === 'code'
          ? node.value
          : [],
      ),
    ),
    links: count(
      (node) =>
        node.type === 'link' || (node.type === 'linkReference' && defined.has(node.identifier)),
    ),
    images: count(
      (node) =>
        node.type === 'image' || (node.type === 'imageReference' && defined.has(node.identifier)),
    ),
    headings: count(({ type }) => type === 'heading'),
  };
}

function onStack(html: string): Seen {
  const seen = { texts: [] as string[], links: 0, images: 0, headings: 0 };
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('value' in node) seen.texts.push(node.value);
    if ('tagName' in node) {
      if (node.tagName === 'a' && node.attrs.some(({ name }) => name === 'href')) seen.links += 1;
      if (node.tagName === 'img') seen.images += 1;
      if (/^h[1-6]$/.test(node.tagName)) seen.headings += 1;
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return { ...seen, words: wordsOf(seen.texts) };
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
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

/** What of a page is not on Stack as it is on GitHub, where nothing tells of it. */
function lostSilently(text: string, isNote: boolean): readonly string[] {
  const change = isNote ? aNote : {};
  const { text: composed, rules } = composedText(text, change);
  const draft = aDraft({ body: text, title: 'A title of no page', ...change });
  const told = [
    ...rules.map((rule) => rule.replace(/ .*/, '')),
    ...curate([draft], { rules: {}, known: [] }).map(({ rule }) => rule),
  ];
  const [before, after] = [onGitHub(text), onStack(renderAsStack(composed))];
  const isTold = (...some: string[]) => some.some((rule) => told.includes(rule));
  const words = missing(before.words, after.words);
  const lost: string[] = [];
  if (words.length > 0 && !isTold('foreign-syntax', 'html-table', 'html-element'))
    lost.push(`words: ${words.slice(0, 8).join(' ')}`);
  const dropped = isTold('page-anchor', 'link-refused', 'relative-link');
  if (after.links < before.links && !dropped) lost.push(`links: ${before.links - after.links}`);
  const unseen = isTold('relative-image', 'image-missing', 'data-image', 'image-host');
  if (after.images < before.images && !unseen) lost.push(`images: ${before.images - after.images}`);
  if (after.headings < before.headings) lost.push('headings');
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
