import type { FakeStack } from './fake-stack.ts';
import { storedTags } from './limits.ts';
import type { Person } from './people.ts';

/**
 * Says in one sentence why somebody may not use these tags, or null: whether a tag that is not there
 * may be created is a right, which sites give to different people. The real sentence is not known.
 */
export function refusedTag(
  { posts, switches }: Pick<FakeStack, 'posts' | 'switches'>,
  person: Person,
  tags: readonly string[],
): string | null {
  if (switches.tagCreation === 'everyone' || person.role === 'Moderator') return null;
  const missing = storedTags(tags, switches.synonyms).find((name) => posts.tag(name) === null);
  return missing === undefined
    ? null
    : `Creating the new tag '${missing}' is for administrators; choose one that exists.`;
}
