import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { BlockContent, Definition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { actingWords } from './acting-words.ts';
import { parseAsStack } from './parse-as-stack.ts';
import { settle } from './settle.ts';
import { tooCostly } from './too-costly.ts';

/** A longer text is shown as it is written alone: nobody looks at how so much of it will look. */
const longest = 30_000;

/** Languages that a forge draws or acts upon, and Stack shows as code. */
const drawn = new Set(
  'mermaid math geojson topojson stl plantuml graphviz glql suggestion'.split(' '),
);

/** Pages of which a forge notes that a link leads there. */
const noted = /\/(?:issues|pull|pulls|discussions|commit|compare|merge_requests)(?:\/|$)/i;

const written: Options = {
  bullet: '-',
  fences: true,
  resourceLink: true,
  rule: '-',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    // GitHub's formulas.
    { unsafe: [{ character: '$', inConstruct: 'phrasing' }] },
  ],
};

/**
 * Writes a post as Markdown that GitHub shows about as Stack shows the post, as a quote in which nothing
 * acts: no mention, no number of an issue, no image, no HTML, no box to tick, and no address becomes a
 * link that is none. Null where the text is too long or too intricate to be looked at so.
 */
export function inertMarkdown(markdown: string): string | null {
  if (markdown.length > longest || tooCostly(markdown)) return null;
  try {
    const tree = parseAsStack(markdown);
    settle(tree, markdown);
    const definitions = definitionsIn(tree);
    const children = blocksOf(tree.children, definitions);
    return toMarkdown({ type: 'root', children: [{ type: 'blockquote', children }] }, written);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Definitions = ReadonlyMap<string, Definition>;

function definitionsIn(tree: Root): Definitions {
  const found = new Map<string, Definition>();
  const look = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) look(child);
  };
  look(tree);
  return found;
}

function blocksOf(nodes: readonly RootContent[], all: Definitions): BlockContent[] {
  return nodes.flatMap((node) => blockOf(node, all) ?? []);
}

function blockOf(node: RootContent, all: Definitions): BlockContent | null {
  if (node.type === 'paragraph' || node.type === 'heading')
    return { ...node, children: phrasesOf(node.children, all) };
  if (node.type === 'blockquote') return { ...node, children: blocksOf(node.children, all) };
  if (node.type === 'list') {
    const children = node.children.map((item) => ({
      ...item,
      checked: null,
      children: blocksOf(item.children, all),
    }));
    return { ...node, children };
  }
  if (node.type === 'table') {
    const children = node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: phrasesOf(cell.children, all) })),
    }));
    return { ...node, children };
  }
  if (node.type === 'code') {
    const lang = /^[\w+#.-]{1,30}$/.exec(node.lang ?? '')?.[0].toLowerCase() ?? null;
    return { ...node, lang: lang && drawn.has(lang) ? null : lang, meta: null };
  }
  if (node.type === 'html') return { type: 'code', lang: 'html', value: node.value };
  if (node.type === 'thematicBreak') return node;
  return 'value' in node ? { type: 'code', value: node.value } : null;
}

function phrasesOf(nodes: readonly PhrasingContent[], all: Definitions): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  // What was escaped stands beside its neighbours in the end, and acts with them.
  let text = '';
  const flush = () => {
    for (const piece of actingWords(text))
      phrases.push({ type: piece.acts ? 'inlineCode' : 'text', value: piece.text });
    text = '';
  };
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'escaped') {
      text += node.value;
      continue;
    }
    flush();
    phrases.push(...phraseOf(node, all));
  }
  flush();
  return withCodeJoined(phrases);
}

/** The marks of two codes side by side would be one another's. */
function withCodeJoined(phrases: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (phrase.type === 'inlineCode' && last?.type === 'inlineCode')
      joined[joined.length - 1] = code(last.value + phrase.value);
    else joined.push(phrase);
  }
  return joined;
}

function phraseOf(node: PhrasingContent, all: Definitions): PhrasingContent[] {
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete')
    return [{ ...node, children: phrasesOf(node.children, all) }];
  if (node.type === 'link') return linkOf(node.url, phrasesOf(node.children, all));
  if (node.type === 'linkReference') {
    const children = phrasesOf(node.children, all);
    const target = all.get(node.identifier);
    return target ? linkOf(target.url, children) : children;
  }
  if (node.type === 'image' || node.type === 'imageReference') {
    const words = phrasesOf([{ type: 'text', value: `image: ${node.alt ?? ''}`.trim() }], all);
    return [{ type: 'emphasis', children: words }];
  }
  if (node.type === 'break' || node.type === 'inlineCode') return [node];
  return 'value' in node ? [code(node.value)] : [];
}

/** A link to the web, but for pages that would note it; what else it leads to is named. */
function linkOf(url: string, children: PhrasingContent[]): PhrasingContent[] {
  if (url === '' || /^https?:\/\/[^/]*\.invalid(?:\/|$)/i.test(url)) return children;
  if (/^https?:\/\//i.test(url) && !noted.test(url))
    return [{ type: 'link', url, children: children.length > 0 ? children : [code(url)] }];
  const [only] = children;
  if (children.length === 1 && only?.type === 'inlineCode' && only.value === url) return children;
  return [...children, { type: 'text', value: ' (' }, code(url), { type: 'text', value: ')' }];
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}
