import type { Log } from '../ports/log.ts';
import type { PullComments } from '../ports/pull-comments.ts';
import { nothingComment } from '../report/comment/check-comment.ts';

/** What the comment on a pull request is to say; null: there is nothing, and only a comment that there is says so. */
export interface PullNews {
  readonly pull: number;
  readonly text: string | null;
}

interface TellOptions {
  readonly comments: PullComments;
  /** What our comments begin with. */
  readonly start: string;
  readonly log: Log;
}

/** So many pull requests are told at most in one run: GitHub slows down who writes much. */
const mostPulls = 50;

/** Writes the one comment on each pull request, or brings it up to date. */
export async function tellPulls(
  news: readonly PullNews[],
  { comments, start, log }: TellOptions,
): Promise<void> {
  for (const { pull, text } of news.slice(0, mostPulls)) {
    const known = await comments.find(pull, start);
    if (known === null && text === null) continue;
    const body = `${start}\n${text ?? nothingComment}`;
    if (known === null || isNew(body, known.body)) await comments.write(pull, known, body);
  }
  const left = news.length - mostPulls;
  if (left > 0) log.info(`${left} more pull requests were not commented on.`);
}

/** Runs differ from each other: what says the same otherwise is left as it is. */
function isNew(body: string, known: string): boolean {
  const withoutRun = (text: string) =>
    text
      .replaceAll(/\/actions\/runs\/\d+/g, '')
      .replaceAll('\r\n', '\n')
      .trim();
  return withoutRun(body) !== withoutRun(known);
}
