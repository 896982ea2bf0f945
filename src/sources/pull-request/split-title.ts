import { cutHeading } from '../../markdown/cut-heading.ts';
import { headingsOf } from '../../markdown/headings.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';

/** Takes the heading that a text begins with for its title, out of the body. `title` is null without one. */
export function splitTitle(text: string): { readonly title: string | null; readonly body: string } {
  const none = { title: null, body: text };
  // Most notes begin without a heading, which needs no parser: no `#`, and no underline anywhere.
  if (!/^ {0,3}#|\n {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/.test(text)) return none;
  const tree = parseMarkdown(text);
  if (tree === null || tree.children[0]?.type !== 'heading') return none;
  const [heading] = headingsOf(text, tree);
  if (heading === undefined) return none;
  return { title: heading.title, body: cutHeading(text, heading).text };
}
