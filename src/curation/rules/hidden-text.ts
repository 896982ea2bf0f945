import { hiddenIn } from '../../model/shown-text.ts';
import { visibleText } from '../../model/visible-text.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

const most = 5;

export const hiddenText: Rule = {
  id: 'hidden-text',
  severity: 'warning',
  about: 'A text has no character that nobody sees; one in a title is an error.',
  check(draft) {
    // One that shows nothing at all is told as that.
    const title = visibleText(draft.title) === '' ? '' : draft.title;
    const inTitle = hiddenIn(title).map(({ run }) => ({
      severity: 'error' as const,
      message: `The title has ${seen(run)}.`,
      remedy: 'Take it out: type the title again.',
    }));
    const inTexts = textsOf(draft).flatMap(({ name, text }) => {
      if (visibleText(text) === '') return [];
      return hiddenIn(text).map(({ index, run }) => ({
        at: { field: name, offset: index },
        message: `The ${name} has ${seen(run)}.`,
        remedy: 'Take it out; where the text needs it, write it as an entity, such as `&shy;`.',
      }));
    });
    return [...inTitle, ...inTexts];
  },
};

/** A run of hidden characters, by their code points. */
function seen(run: string): string {
  const chars = Array.from(run);
  const names = chars
    .slice(0, most)
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
  if (chars.length === 1) return `a character that nobody sees: ${names}`;
  return `${chars.length} characters that nobody sees: ${names}${chars.length > most ? ' …' : ''}`;
}
