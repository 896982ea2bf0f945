import type { Config } from '../../config/schema.ts';
import { quoted } from '../../markdown/quoted.ts';
import type { Problem } from '../reading.ts';

/** The labels that mark pull requests. GitHub does not tell upper from lower case in labels. */
export type PullRequestLabels = Pick<
  Exclude<Config['sources']['pull-requests'], false>,
  'article' | 'faq'
>;

/** A pull request is one kind of source. */
export function twoLabels({ article, faq }: PullRequestLabels): Problem {
  return {
    rule: 'two-labels',
    offset: 0,
    message: `The pull request has the labels ${quoted(article)} and ${quoted(faq)}, expected one of them.`,
    remedy: 'Remove one of the two labels.',
  };
}
