import { alerts } from './constructs/alerts.ts';
import { comments } from './constructs/comments.ts';
import { links } from './constructs/links.ts';
import { tags } from './constructs/tags.ts';
import { taskLists } from './constructs/task-lists.ts';
import { titleHeading } from './constructs/title-heading.ts';
import type { Construct } from './page.ts';

/** What changes the blocks of a text: the rest is looked for in the text that comes of it. */
export const shapingConstructs: readonly Construct[] = [titleHeading];

/** Everything else. Where two want the same characters, the one that begins first gets them. */
export const inlineConstructs: readonly Construct[] = [comments, tags, alerts, taskLists, links];
