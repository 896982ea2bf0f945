import { isAttributes } from '../../markdown/heading-attributes.ts';
import { lineStart } from '../../markdown/lines.ts';
import {
  lineMarks,
  matches,
  type ForeignKind,
  type FoundSyntax,
  type Searched,
} from './foreign-kind.ts';

/** What stands in the midst of text. */
export const inline: readonly ForeignKind[] = [
  {
    what: 'an icon of MkDocs',
    remedy: 'Take it out, or write a word, an emoji or an image.',
    find: matches(
      /(?<![\w:]):(?:material|fontawesome|octicons|simple|fa[bsr]?|mdi|lucide|tabler)-[a-z0-9][a-z0-9-]{0,80}:/g,
    ),
  },
  {
    what: 'a list of attributes, as MkDocs, Jekyll and Pandoc read it',
    remedy: 'Take it out; a link to a heading is made of its text.',
    find: matches(/(?<!\\)\{[^{}\n]{1,200}\}/g, isAttributeList),
  },
  {
    what: 'a link of a wiki',
    remedy: 'Write a link with an address, as `[text](page.md)`.',
    find: matches(/!?(?<!\\)\[\[[^\][\n]{1,200}\]\](?![([])/g, isWikiLink),
  },
  {
    what: 'a role of Sphinx',
    shows: 'GitHub and Stack show its name as text',
    remedy: 'Write a link, or the code alone.',
    find: rolesIn,
  },
  {
    what: 'a mark of Obsidian or MkDocs',
    remedy: 'Write it in bold.',
    find: matches(/(?<![=\w<>!])==(?=[\p{L}\p{N}*_`"'(])[^=\r\n]{1,120}(?<=\S)==(?![=\w])/gu),
  },
  {
    what: 'a footnote of Pandoc within the text',
    remedy: 'Write `[^1]` there, and `[^1]: …` below.',
    find: matches(
      /(?<=[\p{L}\p{N}.,;:!?)"'*_])\^\[(?=[^\][\r\n]*\p{L}{2})[^\][\r\n]{1,300}\](?![(:])/gu,
    ),
  },
  {
    what: 'keys of MkDocs',
    remedy: 'Write them as `<kbd>Ctrl</kbd>+<kbd>C</kbd>`.',
    find: matches(
      /(?<![\w+])\+\+(?:alt|backspace|caps-lock|cmd|command|control|ctrl|delete|enter|esc|escape|f\d{1,2}|meta|option|shift|space|tab|windows)(?:\+(?:"[^"\n]{1,20}"|[\w-]{1,20})){0,5}\+\+/g,
    ),
  },
];

/** What people write in double brackets that is no page. */
const attributesOfC = new Set(
  'deprecated fallthrough likely maybe_unused nodiscard noreturn unlikely'.split(' '),
);

function isAttributeList({ found, index }: FoundSyntax, { text }: Searched): boolean {
  const before = text[index - 1] ?? '\n';
  // Right behind a link, an image or code, there may be values alone.
  if (/[)\]`]/.test(before) && /^\{:?\s*[\w-]+=[^{}]+\}$/.test(found)) return true;
  // An expression, as of JSONPath, is none.
  if (!isAttributes(found) || /[[\]()*/,;]/.test(found.replace(/"[^"]*"|'[^']*'/g, '')))
    return false;
  if (/[)\]`*_:]/.test(before)) return true;
  const rest = /[ \t]*(?:\r?\n|$)/y;
  rest.lastIndex = index + found.length;
  if (!rest.test(text)) return false;
  // Only now, as there is one end in a line: it may be long.
  const line = text.slice(lineStart(text, index), index);
  const underline = / {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/y;
  underline.lastIndex = rest.lastIndex;
  const isAlone = lineMarks.exec(line)?.[0].length === line.length;
  return (
    found.startsWith('{:') || isAlone || /^[ \t>]*#{1,6}[ \t]/.test(line) || underline.test(text)
  );
}

function isWikiLink({ found, index }: FoundSyntax, { prose, labels }: Searched): boolean {
  const name = found.replace(/^!?\[\[|\]\]$/g, '');
  // A citation, a footnote, a test of a shell, a place for a table of contents, an attribute of C++.
  if (!/\p{L}/u.test(name) || /^[\s^!:_]|\s$|^toc$/i.test(name)) return false;
  if (attributesOfC.has(name) || labels().has(name.toLowerCase())) return false;
  // A table of TOML, which its keys follow.
  const next = /[ \t]*\r?\n[ \t]*[\w."-]+[ \t]*=/y;
  next.lastIndex = index + found.length;
  if (next.test(prose)) return false;
  // An index of an array.
  return !/[\w\])]/.test(prose[index - 1] ?? '');
}

const roles =
  /^(?:abbr|attr|class|command|data|doc|download|envvar|exc|file|func|guilabel|kbd|menuselection|meth|mod|numref|obj|option|program|ref|samp|term|(?:c|cpp|js|py|rst|std):[\w:.-]+)$/;

function rolesIn({ text, prose }: Searched): readonly FoundSyntax[] {
  const names = prose.matchAll(/\{([a-z][\w:.-]{0,40})\}|(?<![\w:]):([a-z][\w:.-]{0,40}):/g);
  return [...names].flatMap(({ 0: found, 1: braced, 2: name = braced ?? '', index }) =>
    text[index + found.length] === '`' && roles.test(name) ? [{ found, index }] : [],
  );
}
