import { withoutAnswer, type Instant, type PostContent } from '../model/post.ts';
import { comparePost } from '../planning/compare.ts';
import { anyNormalization } from '../planning/normalizations.ts';
import type { PostSummary, SitePost } from '../ports/site.ts';
import { clockGrain, unclaimedByTitle } from '../planning/survey.ts';
import type { WriteContext } from './write-result.ts';

/**
 * Looks for a post that a create without an answer may have made: of our account, created since,
 * claimed by no source, with the same title and text. None found is not "not created".
 */
export async function findWritten(
  content: PostContent,
  since: Instant,
  context: Pick<WriteContext, 'site' | 'account' | 'claimed' | 'encodings'>,
): Promise<SitePost[]> {
  const { site, account, claimed, encodings } = context;
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
    if (
      post &&
      comparePost(withoutAnswer(content), post, encodings, anyNormalization).state === 'same'
    )
      found.push(post);
  }
  return found;
}
