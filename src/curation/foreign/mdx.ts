import { lineStart } from '../../markdown/lines.ts';
import { isHtmlElement } from '../../markdown/plain-text.ts';
import {
  asCode,
  inMarkdown,
  matches,
  type ForeignKind,
  type FoundSyntax,
  type Searched,
} from './foreign-kind.ts';

/** What MDX and Vue make of Markdown. */
export const mdx: readonly ForeignKind[] = [
  {
    what: 'a line of MDX',
    remedy: 'Take it out, and write what it brings in as GitHub Markdown.',
    find: matches(
      new RegExp(
        [
          String.raw`^import[ \t]+(?:[\w$*{][^"'\n]{0,300}[ \t}]from[ \t]*["']|["'](?=[.\/@~]))[^"'\n]{1,300}["'];?[ \t]*\r?$`,
          String.raw`^import[ \t]+(?:[\w$]{1,80},[ \t]*)?\{\r?\n(?:[ \t]*[\w$ ]{1,80},?\r?\n){1,50}\}[ \t]*from[ \t]*["'][^"'\n]{1,300}["'];?[ \t]*\r?$`,
          String.raw`^export[ \t]+(?:(?:const|let|var)[ \t]+[\w$]+[ \t]*=|(?:async[ \t]+)?function\b|default[ \t]+(?:[\w$]+;?[ \t]*\r?$|[({]|(?:async[ \t]+)?function\b|class\b))`,
        ].join('|'),
        'gm',
      ),
      ({ index }, { prose: text }) => isFirstOfBlock(text, index),
    ),
  },
  {
    what: 'a component of MDX or Vue',
    shows: 'GitHub leaves its tags out, and so does Stack or shows them as text',
    remedy: `${inMarkdown}, ${asCode}.`,
    find: componentsIn,
  },
  {
    what: 'an expression of MDX',
    remedy: 'Write its value.',
    find: expressionsIn,
  },
  {
    what: 'a comment of MDX',
    remedy: 'Take it out, or write it as an HTML comment, which is left out of the post.',
    find: matches(/\{\/\*/g),
  },
];

/** Whether the line of an offset begins a block, or goes on with lines of its kind. */
function isFirstOfBlock(text: string, index: number): boolean {
  const end = text.slice(0, index).trimEnd().length;
  if (end === 0 || text.slice(end, index).split('\n').length > 2) return true;
  return /^(?:import|export)\b|["'];?$/.test(text.slice(lineStart(text, end), end));
}

/** The names of the tags and expressions of MDX that a page brings in itself. */
function broughtIn(prose: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, imported = ''] of prose.matchAll(/^import[ \t]+([^"'\n]{1,300})[ \t}]from\b/gm))
    for (const [name] of imported.matchAll(/[\w$]+/g)) names.add(name);
  const exported = /^export[ \t]+(?:const|let|var|(?:async[ \t]+)?function)[ \t]+([\w$]+)/gm;
  for (const [, name = ''] of prose.matchAll(exported)) names.add(name);
  return names;
}

const componentTag = /(?<![\p{L}\p{N}_\\])<(\/?)([A-Z][\w.]*)((?:\s[^<>]{0,1000})?\/?)>/gu;

/**
 * Tags with a capital letter that are no placeholder for a name: closed, with attributes or an end tag,
 * or brought in by the page.
 */
function componentsIn({ prose }: Searched): readonly FoundSyntax[] {
  if (!/<[A-Z]/.test(prose)) return [];
  const tags = [...prose.matchAll(componentTag)];
  const closed = new Set(tags.flatMap(([, slash, name]) => (slash === '/' ? [name] : [])));
  const names = broughtIn(prose);
  return tags.flatMap(({ 0: found, 1: slash, 2: name = '', 3: rest = '', index }) => {
    if (slash === '/') return [];
    const isKnown = isHtmlElement(name) && name !== 'Link';
    const isMeant =
      names.has(name) ||
      (!isKnown && (closed.has(name) || rest.endsWith('/') || /[\w-]=["'{]/.test(rest)));
    return isMeant ? [{ found, index }] : [];
  });
}

function expressionsIn({ prose }: Searched): readonly FoundSyntax[] {
  if (!/^(?:import|export)\b/m.test(prose)) return [];
  const names = broughtIn(prose);
  // The lines that bring them in have such braces, too.
  const rest = prose.replace(/^(?:import|export)\b[^\n]*/gm, ({ length }) => ' '.repeat(length));
  return [...rest.matchAll(/\{([A-Za-z_$][\w$]*)(?:[.?[(][^{}\n]{0,200})?\}/g)].flatMap(
    ({ 0: found, 1: name = '', index }) => (names.has(name) ? [{ found, index }] : []),
  );
}
