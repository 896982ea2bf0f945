import type { QuestionInput } from './changes.ts';
import type { FakeStack } from './fake-stack.ts';
import type { Person } from './people.ts';
import { refusedTag } from './tag-rights.ts';

interface Written extends QuestionInput {
  readonly kind: 'article' | 'question';
}

/**
 * Says in one sentence why the site does not take a text that breaks no limit, or null: it repeats
 * another post, has a tag that its writer may not create, or is not good enough. Of an edit `isNew` is
 * false.
 */
export function siteRefusal(
  stack: FakeStack,
  writer: Person,
  content: Written,
  isNew: boolean,
): string | null {
  return (
    (isNew ? duplicateOf(stack, content) : null) ??
    refusedTag(stack, writer, content.tags) ??
    lowQuality(stack, content)
  );
}

function duplicateOf(stack: FakeStack, content: Written): string | null {
  const { duplicateQuestions, duplicateArticles } = stack.switches;
  const { kind } = content;
  if ((kind === 'article' ? duplicateArticles : duplicateQuestions) === 'accepted') return null;
  const plain = (text: string): string => text.trim().toLowerCase();
  const [title, body] = [plain(content.title), plain(content.body)];
  for (const post of stack.posts.ordered(kind, 'creation')) {
    if (plain(post.title) === title)
      return `${kind === 'article' ? 'An article' : 'A question'} with that title already exists; please be more specific.`;
    if (kind === 'question' && plain(post.body) === body)
      return 'This post appears to be a duplicate of another post.';
  }
  return null;
}

/** Quality checks are for questions on the main site of an Enterprise only. */
function lowQuality({ tier, team, switches }: FakeStack, { kind, body }: Written): string | null {
  const checked = kind === 'question' && tier === 'enterprise' && team === null;
  return checked && body.length < switches.qualityCheck
    ? 'This question does not meet our quality standards. Please add more details.'
    : null;
}
