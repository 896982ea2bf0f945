import type { Instant } from '../../model/post.ts';
import { instant, partOf } from '../loose-shape.ts';
import { nullable, whole } from '../shape.ts';
import type { GitHub } from './open-github.ts';
import { repositoryOf } from './repository-about.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

const asked: Asked = {
  doing: 'read when a source was edited',
  permissions: 'contents: read, pull-requests: read',
};

/** GraphQL gives no more by number at once. */
const mostAtOnce = 100;

const pullShape = partOf({ number: whole(1), lastEditedAt: nullable(instant) });
const releaseShape = nullable(partOf({ updatedAt: instant }));

/**
 * When the descriptions of pull requests, and the release of a tag, were last edited; nothing for one that
 * never was. Throws where a pull request is not there.
 */
export async function readLastEdits(
  github: GitHub,
  { pulls, release }: { readonly pulls: readonly number[]; readonly release: string | null },
): Promise<readonly Instant[]> {
  if (pulls.length === 0 && release === null) return [];
  const edits: Instant[] = [];
  const count = Math.max(1, Math.ceil(pulls.length / mostAtOnce));
  for (let at = 0; at < count; at += 1) {
    const numbers = pulls.slice(at * mostAtOnce, (at + 1) * mostAtOnce);
    const fields = numbers.map(
      (number) => `pull${number}: pullRequest(number: ${number}) { number lastEditedAt }`,
    );
    const tag = at === 0 ? release : null;
    if (tag !== null) fields.push('release(tagName: $tag) { updatedAt }');
    const query = `query LastEdits($owner: String!, $name: String!${tag === null ? '' : ', $tag: String!'}) {
  repository(owner: $owner, name: $name) { ${fields.join('\n')} }
}`;
    const variables = { ...github.repository, ...(tag !== null && { tag }) };
    const repository = repositoryOf(await github.graphql(asked, query, variables), asked);
    for (const number of numbers) {
      const { lastEditedAt } = shaped(pullShape, repository[`pull${number}`], asked);
      if (lastEditedAt !== null) edits.push(lastEditedAt);
    }
    const found = tag === null ? null : shaped(releaseShape, repository['release'], asked);
    if (found) edits.push(found.updatedAt);
  }
  return edits;
}
