/**
 * The words behind `!!!`, `???` or `:::` that make a box with a title and text, in MkDocs, Docusaurus
 * and VitePress; any other makes something else.
 */
export const admonitionTypes: ReadonlySet<string> = new Set(
  'abstract attention bug caution check cite danger details done error example fail failure faq help hint important info missing note question quote secondary seealso success summary tip tldr todo warning'.split(
    ' ',
  ),
);
