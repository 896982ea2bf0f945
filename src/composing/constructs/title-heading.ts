import { foundHeading } from '../../markdown/first-heading.ts';
import { lineAfter, skipBlankLines } from '../../markdown/lines.ts';
import { endOf, startOf } from '../../markdown/nodes.ts';
import { visibleText } from '../../model/visible-text.ts';
import type { Construct } from '../page.ts';
import { withEmoji } from './emoji.ts';

/** A heading that repeats the title right at the beginning of a text: it goes. */
export const titleHeading: Construct = function* titleHeading({ field, text, tree, around }) {
  const first = tree.children.find(({ type }) => type !== 'definition' && type !== 'html');
  if (field !== 'body' || first?.type !== 'heading') return;
  const start = startOf(first);
  const { title } = foundHeading(text, tree, first);
  // The title has its emoji by now.
  if (visibleText(withEmoji(title, around.emojiOf)) !== visibleText(around.title)) return;
  const end = skipBlankLines(text, lineAfter(text, endOf(first)));
  yield { start: text.slice(0, start).trim() === '' ? 0 : start, end, by: '' };
};
