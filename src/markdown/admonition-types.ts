/**
 * The words behind `!!!`, `???` or `:::` that make a box with a title and text, in MkDocs, Docusaurus
 * and VitePress; any other makes something else.
 */
const admonitionTypes: ReadonlySet<string> = new Set(
  'abstract attention bug caution check cite danger details done error example fail failure faq help hint important info missing note question quote secondary seealso success summary tip tldr todo warning'.split(
    ' ',
  ),
);

/**
 * The kind of box that stands behind `:::`, a word or attributes in braces as in `{.callout-note}`; null
 * where it makes something else.
 */
export function admonitionType(word: string | undefined, attributes = ''): string | null {
  const name = word ?? /\.([\w-]+)/.exec(attributes)?.[1] ?? '';
  const type = name.toLowerCase().replace(/^callout-/, '');
  return admonitionTypes.has(type) ? type : null;
}
