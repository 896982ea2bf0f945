import type { PostContent } from '../../model/post.ts';

/** A post that is to be written, for messages: `article “Title”`. */
export function nameOf({ kind, title }: PostContent): string {
  return `${kind} “${title.replace(/[\p{C}\s]+/gu, ' ').slice(0, 80)}”`;
}
