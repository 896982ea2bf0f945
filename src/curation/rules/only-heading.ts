import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

export const onlyHeading: Rule = {
  id: 'only-heading',
  severity: 'error',
  about: 'A text has something under its headings.',
  check(draft) {
    return textsOf(draft)
      .filter(({ text }) => hasOnlyHeadings(text))
      .map(({ name }) => ({
        message: `The ${name} has only headings, expected text under them.`,
        remedy: 'Write the text, or remove the mark.',
      }));
  },
};

/** Tells whether a text has headings and, HTML comments aside, nothing else. */
function hasOnlyHeadings(text: string): boolean {
  // Without the parser, which most texts do not need: their first line is neither.
  if (!/^\s*(?:#|<!--|[^\n]*\n {0,3}(?:=+|-+)[ \t]*\r?$)/m.test(text.slice(0, 5000))) return false;
  const children = parseMarkdown(text)?.children ?? [];
  const shown = children.filter(
    (node) => node.type !== 'html' || !/^<!--[^]*-->\s*$/.test(node.value),
  );
  return shown.length > 0 && shown.every(({ type }) => type === 'heading');
}
