import { visibleText } from '../../model/visible-text.ts';
import type { Rule } from '../rule.ts';

const most = 150;
const least = 15;

export const emptyTitle: Rule = {
  id: 'empty-title',
  severity: 'error',
  fixed: true,
  about: 'A source has a title that shows something.',
  check({ title }) {
    if (visibleText(title) !== '') return null;
    return {
      message: 'The source has no title, expected one in its front matter or a level-1 heading.',
      remedy: 'Add `title:` to the front matter, or a level-1 heading with text.',
    };
  },
};

export const titleTooLong: Rule = {
  id: 'title-too-long',
  severity: 'error',
  fixed: true,
  about: `A title has at most ${most} characters.`,
  check({ title: { length } }) {
    if (length <= most) return null;
    return {
      message: `The title has ${length} characters, expected at most ${most}.`,
      remedy: `Shorten the title by ${length - most} characters.`,
    };
  },
};

export const titleTooShort: Rule = {
  id: 'title-too-short',
  severity: 'warning',
  about: `A title has at least ${least} characters; some sites refuse a shorter one.`,
  check({ title }) {
    const { length } = visibleText(title);
    if (length === 0 || length >= least) return null;
    return {
      message: `The title has ${length} characters, expected at least ${least}.`,
      remedy: 'Write a title that tells what the text is about.',
    };
  },
};
