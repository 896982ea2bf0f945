import { admonitionType } from '../../markdown/admonition-types.ts';
import { alertMark } from '../../markdown/alert-mark.ts';
import { nodesOf, sliceOf, startOf } from '../../markdown/nodes.ts';
import {
  atLineStart,
  inMarkdown,
  matches,
  type ForeignKind,
  type FoundSyntax,
  type Searched,
} from './foreign-kind.ts';

/** Blocks, and lines that stand for something. */
export const blocks: readonly ForeignKind[] = [
  {
    what: 'a content tab of MkDocs',
    shows: 'GitHub and Stack show it as text, and what is indented under it as code',
    remedy: 'Write a heading for each tab, and its text without the indentation.',
    find: matches(atLineStart(String.raw`===[!+]{0,2}[ \t]+["'][^\r\n]{0,80}`)),
  },
  {
    what: 'a block of Docusaurus, VitePress or Pandoc',
    remedy: 'Write a heading, a list or a quote in its place.',
    find: matches(
      atLineStart(String.raw`:{3,10}[ \t]*(?:[A-Za-z][\w-]*|\{[^{}\n]{1,100}\})`),
      ({ found }) => {
        const [, attributes, word] = /^:+[ \t]*(?:\{(.*)\}|(.*))$/.exec(found) ?? [];
        return admonitionType(word, attributes) === null;
      },
    ),
  },
  {
    what: 'a directive of MyST (Sphinx)',
    shows: 'GitHub and Stack show it as code',
    remedy: `${inMarkdown}, such as \`> [!NOTE]\` for a note.`,
    find: directivesIn,
  },
  {
    what: 'a directive of reStructuredText (Sphinx)',
    remedy: `${inMarkdown}.`,
    find: matches(atLineStart(String.raw`\.\.[ \t]+[A-Za-z][\w-]{0,50}::(?=[ \t\r]|$)`)),
  },
  {
    what: 'a macro of Confluence',
    remedy: `${inMarkdown}.`,
    find: matches(
      atLineStart(
        String.raw`\{(?:code|noformat|panel|info|note|tip|warning|quote|toc|expand)(?::[^{}\n]{0,200})?\}`,
      ),
    ),
  },
  {
    what: 'a callout of Obsidian or GitLab, or an alert where GitHub makes none',
    shows: 'GitHub and Stack show a quote that begins with it',
    remedy:
      'Write `> **Title**` in its place, or one of the five alerts of GitHub, alone in its line and in no list or other quote.',
    find: calloutsIn,
  },
  {
    what: 'a quote of GitLab',
    shows: 'GitHub and Stack show the text between without a quote',
    remedy: 'Write `>` before each of its lines.',
    find: quotesOfGitLab,
  },
  {
    what: 'a place for a table of contents',
    remedy: 'Take it out: the site makes none.',
    find: matches(
      atLineStart(
        String.raw`(?:\[(?:TOC|toc)\]|\[\[(?:_?TOC_?|toc)\]\]|@\[toc\]|\{:[ \t]*toc\b[^{}\n]{0,80}\})(?=[ \t]*\r?$)`,
      ),
      ({ found }, { labels }) => !labels().has(found.replace(/^@?\[+|\]+$/g, '').toLowerCase()),
    ),
  },
  {
    what: 'an abbreviation of MkDocs or Kramdown',
    remedy: 'Take it out, and write the words where they are first used.',
    find: matches(atLineStart(String.raw`\*\[[^\]\n]{1,80}\]:[ \t]+\S[^\r\n]{0,80}`)),
  },
];

/** Quotes that begin with the mark of a callout, and are no alerts. */
function calloutsIn({ text, tree }: Searched): readonly FoundSyntax[] {
  if (!/>[ \t]*\[!/.test(text)) return [];
  const alerts = new Set(tree.children.filter((node) => alertMark(text, node) !== null));
  return nodesOf(tree).flatMap((node) => {
    const first = node.type === 'blockquote' && !alerts.has(node) ? node.children[0] : undefined;
    if (first?.type !== 'paragraph') return [];
    const found = /^\[![a-z][a-z-]{0,30}\]/i.exec(sliceOf(text, first))?.[0];
    // Microsoft Learn has `[!INCLUDE …]` and others, which are kinds of their own.
    return found === undefined ? [] : [{ found, index: startOf(first) }];
  });
}

/** Lines of `>>>` alone, which come in pairs. */
function quotesOfGitLab({ prose }: Searched): readonly FoundSyntax[] {
  const marks = [...prose.matchAll(/^>>>(?=[ \t]*\r?$)/gm)];
  return marks.flatMap(({ 0: found, index }, place) =>
    place % 2 === 0 && place + 1 < marks.length ? [{ found, index }] : [],
  );
}

const directives = new Set(
  'admonition attention automodule autoclass caution contents csv-table danger dropdown eval-rst figure grid hint image important include list-table literalinclude margin math note seealso tab-item tab-set tip toctree versionadded versionchanged warning'.split(
    ' ',
  ),
);

/** Blocks of code whose language in braces is a directive; one of R Markdown is code. */
function directivesIn({ text, tree }: Searched): readonly FoundSyntax[] {
  if (!/(?:`{3}|~{3})[ \t]*\{/.test(text)) return [];
  return nodesOf(tree).flatMap((node) => {
    const name = node.type === 'code' ? /^\{([\w-]+)\}$/.exec(node.lang ?? '')?.[1] : undefined;
    if (name === undefined || !directives.has(name)) return [];
    return [{ found: `{${name}}`, index: startOf(node) }];
  });
}
