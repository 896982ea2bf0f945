import type { QuestionInput } from './changes.ts';
import type { FakeStack } from './fake-stack.ts';

/** Says in one sentence which question a new one repeats, by its title or its body; null where it may be asked. */
export function duplicateQuestion(stack: FakeStack, content: QuestionInput): string | null {
  if (stack.switches.duplicateQuestions === 'accepted') return null;
  const plain = (text: string): string => text.trim().toLowerCase();
  const [title, body] = [plain(content.title), plain(content.body)];
  for (const question of stack.posts.ordered('question', 'creation')) {
    if (plain(question.title) === title)
      return 'A question with that title already exists; please be more specific.';
    if (plain(question.body) === body)
      return 'This post appears to be a duplicate of another post.';
  }
  return null;
}
