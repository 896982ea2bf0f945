import { commentsIn } from '../../markdown/html-comments.ts';
import {
  atLineStart,
  inMarkdown,
  matches,
  type ForeignKind,
  type FoundSyntax,
  type Searched,
} from './foreign-kind.ts';

const hereOrLink = 'Write the included text here, or link to its file.';

/** What brings other files in. */
export const includes: readonly ForeignKind[] = [
  {
    what: 'an include of MkDocs (snippets)',
    remedy: hereOrLink,
    find: matches(
      atLineStart(String.raw`-{1,4}8<-{1,4}(?:[ \t]*["'][^\r\n]{0,80}|(?=[ \t]*\r?$))`),
    ),
  },
  {
    what: 'an include of MkDocs',
    remedy: hereOrLink,
    find: matches(/\{![^{}\n]{1,200}!\}|\{\*[ \t][^{}\n]{1,200}[ \t]\*\}/g),
  },
  {
    what: 'an extension of Microsoft Learn (DocFX)',
    remedy: `${inMarkdown}; write an included text here, or link to its file.`,
    find: matches(/(?<!\\)\[!(?:include|code(?:-[\w#+]+)?|video|div)(?=[[\s])[^\]\r\n]{0,80}\]?/gi),
  },
  {
    what: 'an include',
    remedy: hereOrLink,
    find: matches(atLineStart(String.raw`!INCLUDE[ \t]+["'<\w][^\r\n]{0,80}`)),
  },
  {
    what: 'an include of VitePress or VuePress',
    remedy: 'Write the included code or text here, or link to its file.',
    find: matches(atLineStart(String.raw`(?:<<<(?!<)[ \t]*[@.\/\w]|@\[code\b)[^\r\n]{0,80}`)),
  },
  {
    what: 'an include of VitePress',
    shows: 'GitHub and Stack show nothing of it',
    remedy: hereOrLink,
    find: includesIn,
  },
];

function includesIn({ text, tree }: Searched): readonly FoundSyntax[] {
  if (!text.includes('@include:')) return [];
  return commentsIn(text, tree).flatMap(({ start, comment }) =>
    /^<!--\s*@include:/.test(comment) ? [{ found: comment, index: start }] : [],
  );
}
