import type { Root } from 'mdast';
import type { Rule } from '../rule.ts';

export const onlyHeading: Rule = {
  id: 'only-heading',
  severity: 'error',
  about: 'A text has something under its headings.',
  check(draft, context) {
    return context
      .texts(draft)
      .filter(({ tree }) => tree !== null && hasOnlyHeadings(tree))
      .map(({ name }) => ({
        message: `The ${name} has only headings, expected text under them.`,
        remedy: 'Write the text, or remove the mark.',
      }));
  },
};

/** Tells whether a text has headings and, HTML comments aside, nothing else. */
function hasOnlyHeadings({ children }: Root): boolean {
  const shown = children.filter(
    (node) => node.type !== 'html' || !/^<!--[^]*-->\s*$/.test(node.value),
  );
  return shown.length > 0 && shown.every(({ type }) => type === 'heading');
}
