import type { FieldEncodings, FormRule } from '../model/ledger.ts';
import type { Instant, PostContent } from '../model/post.ts';
import { comparePost } from '../planning/compare.ts';
import type { PostSummary, Site, SitePost } from '../ports/site.ts';
import { unclaimedByTitle } from '../planning/survey.ts';

/** Dates in headers have whole seconds. */
const clockGrain = 1000;
/** However the site spells line ends, blanks at them and the end of a text. */
export const anyForm: readonly FormRule[] = [
  'crlf',
  'trailing-space',
  'final-newline',
  'tag-replaced',
];

/**
 * Looks for a post that a create without an answer may have made: of our account, created since,
 * claimed by no source, with the same title and text. None found is not "not created".
 */
export async function findWritten(
  content: PostContent,
  since: Instant,
  {
    site,
    account,
    claimed,
    encodings,
  }: {
    readonly site: Site;
    readonly account: number;
    readonly claimed: ReadonlySet<number>;
    readonly encodings: FieldEncodings;
  },
): Promise<SitePost[]> {
  const listed = new Map<number, PostSummary>();
  for (let number = 1; ; number++) {
    const page = await site.list(content.kind, account, number);
    for (const item of page.items)
      if (item.created >= since - clockGrain) listed.set(item.id, item);
    const oldest = page.items.at(-1)?.activity ?? Infinity;
    if (page.last || oldest < since - clockGrain) break;
  }
  const found: SitePost[] = [];
  for (const { kind, id } of unclaimedByTitle(listed, claimed)(content.title)) {
    const post = await site.read({ kind, id });
    // What a first write sends: a question comes without its answer.
    const sent = content.kind === 'question' ? { ...content, answer: '' } : content;
    if (post && comparePost(sent, post, encodings, anyForm).state === 'same') found.push(post);
  }
  return found;
}
