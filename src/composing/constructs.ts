import { admonitions } from './constructs/admonitions.ts';
import { alerts } from './constructs/alerts.ts';
import { autolinks } from './constructs/autolinks.ts';
import { comments } from './constructs/comments.ts';
import { details } from './constructs/details.ts';
import { emoji } from './constructs/emoji.ts';
import { footnotes } from './constructs/footnotes.ts';
import { hardBreaks } from './constructs/hard-breaks.ts';
import { links } from './constructs/links.ts';
import { references } from './constructs/references.ts';
import { siteSyntax } from './constructs/site-syntax.ts';
import { strikethrough } from './constructs/strikethrough.ts';
import { tagSpelling } from './constructs/tag-spelling.ts';
import { blockTags, tags } from './constructs/tags.ts';
import { taskLists } from './constructs/task-lists.ts';
import { titleHeading } from './constructs/title-heading.ts';
import type { Construct } from './page.ts';

/**
 * All constructs. Those of a group are looked for where no group before it changes anything more, as what
 * is made of a block decides about what is in it. Where two of a group want the same characters, the one
 * that begins first gets them.
 */
export const constructs: readonly (readonly Construct[])[] = [
  [admonitions],
  [details],
  [footnotes],
  [
    titleHeading,
    comments,
    blockTags,
    tags,
    tagSpelling,
    strikethrough,
    alerts,
    taskLists,
    links,
    siteSyntax,
    autolinks,
    references,
    emoji,
    hardBreaks,
  ],
];
