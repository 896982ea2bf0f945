import type { HtmlComment } from '../../markdown/html-comments.ts';

interface PairedComments {
  /** From the start of the first comment to the end of the second. */
  readonly pairs: readonly { readonly start: number; readonly end: number }[];
  /** What says that it opens something, and nothing closes it. */
  readonly unclosed: readonly HtmlComment[];
}

const longestName = 200;
const closing = /^(?:\/|end[\s:_-]+(?:of[\s:_-]+)?)(.+)$|^(.+?)[\s:_-]+end$/i;
const opening =
  /^(?:(?:begin|start)[\s:_-]+(?:of[\s:_-]+)?|this is an? )(.+)$|^(.+?)[\s:_-]+(?:begin|start)$/i;
/** Any other comment may be just one. */
const surelyOpens =
  /^(?:begin|start)[\s:_-]\S+$|^\S+[\s:_-](?:begin|start)$|^[a-z0-9]+(?:_[a-z0-9]+)+$/i;

/**
 * Pairs comments by the name that they share, as tools put them around what is theirs: `X` and `/X`,
 * `X_START` and `X_END`, `begin X` and `end X`. Our own are none.
 */
export function pairComments(comments: readonly HtmlComment[]): PairedComments {
  const open = new Map<string, HtmlComment[]>();
  const pairs: { start: number; end: number }[] = [];
  for (const each of comments) {
    const { start, comment } = each;
    const text = textOf(comment);
    if (text.length > longestName || text.startsWith('stack-publish')) continue;
    const closed = nameIn(closing, text);
    const name = (nameIn(opening, closed ?? text) ?? closed ?? text).trim().toLowerCase();
    const waiting = open.get(name) ?? [];
    if (closed === null) {
      waiting.push(each);
      open.set(name, waiting);
      continue;
    }
    const from = waiting.pop()?.start;
    if (from !== undefined) pairs.push({ start: from, end: start + comment.length });
  }
  const unclosed = [...open.values()]
    .flat()
    .filter(({ comment }) => surelyOpens.test(textOf(comment)));
  return { pairs: pairs.sort((a, b) => a.start - b.start), unclosed };
}

function textOf(comment: string): string {
  return comment.slice('<!--'.length, -'-->'.length).trim();
}

function nameIn(pattern: RegExp, text: string): string | null {
  const [, after, before] = pattern.exec(text) ?? [];
  return after ?? before ?? null;
}
