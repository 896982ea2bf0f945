import { changeNoun } from '../../model/provenance.ts';
import type { Log } from '../../ports/log.ts';
import { nothingComment } from '../../report/comment/check-comment.ts';
import { commentStart } from '../../report/comment/comment-text.ts';
import type { CommentPlace } from './telling.ts';

/** What the comment on a pull request is to say; null: there is nothing, and only a comment that there is says so. */
export interface PullNews {
  readonly pull: number;
  readonly text: string | null;
}

interface TellOptions extends Pick<CommentPlace, 'comments' | 'config'> {
  readonly log: Log;
}

/** So many pull requests are told at most in one run: a forge slows down who writes much. */
const mostPulls = 50;

/** Writes the one comment on each pull request, or brings it up to date. */
export async function tellPulls(
  news: readonly PullNews[],
  { comments, config, log }: TellOptions,
): Promise<void> {
  const start = commentStart(config);
  for (const { pull, text } of news.slice(0, mostPulls)) {
    const known = await comments.find(pull, start);
    if (known === null && text === null) continue;
    const body = `${start}\n${text ?? nothingComment(comments.kind)}`;
    if (known === null || isNew(body, known.body)) await comments.write(pull, known, body);
  }
  const left = news.length - mostPulls;
  if (left > 0) log.info(`${left} more ${changeNoun(comments.kind)}s were not commented on.`);
}

/** Runs differ from each other: what says the same otherwise is left as it is. */
function isNew(body: string, known: string): boolean {
  const withoutRun = (text: string) =>
    text
      .replaceAll(/\/(?:actions\/runs|-\/jobs)\/\d+/g, '')
      .replaceAll('\r\n', '\n')
      .trim();
  return withoutRun(body) !== withoutRun(known);
}
