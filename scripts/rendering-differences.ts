/** A kind of text that our preview and the parser of Stack's editor show differently. */
export interface RenderingDifference {
  readonly what: string;
  /** The shortest text that shows it. */
  readonly markdown: string;
  readonly editor: string;
  readonly preview: string;
  readonly why: string;
}

const parsers = 'Two parsers of CommonMark, each with its own reading; no real page has it.';
const safety = "The editor's cleaning is naive, as it says itself; a preview has to be safe.";

/** All that is known. A page of the comparison that differs in another way is a mistake of ours. */
export const renderingDifferences: readonly RenderingDifference[] = [
  {
    what: 'an address in HTML that is neither http, https, ftp nor mailto',
    markdown: 'Call <a href="tel:123">us</a>.',
    editor: 'a link there',
    preview: 'a link to nowhere',
    why: safety,
  },
  {
    what: 'a comment or another tag right below the only line of a list item',
    markdown: '- Line\n  <!-- note -->.',
    editor: 'no space between the two',
    preview: 'a space between them',
    why: 'A line end stands between blocks in ours; nothing else differs.',
  },
  {
    what: 'three or more tildes in a text',
    markdown: 'a ~~~b~~~ c',
    editor: 'struck through',
    preview: 'as they are',
    why: parsers,
  },
  {
    what: 'an odd number of stars or underscores, partly used up',
    markdown: '**a* b*c',
    editor: 'one pair',
    preview: 'two pairs',
    why: parsers,
  },
  {
    what: 'stars or underscores between an emoji and a letter',
    markdown: 'a*🎉*',
    editor: 'as they are',
    preview: 'emphasis',
    why: 'The editor takes an emoji for punctuation there.',
  },
  {
    what: 'emphasis that begins within what is struck through and ends behind it, or the other way round',
    markdown: 'a_~~_~~_',
    editor: 'struck through',
    preview: 'emphasis',
    why: parsers,
  },
  {
    what: 'an indented line right below a definition',
    markdown: '[e]: /x\n    y',
    editor: 'code',
    preview: 'a paragraph',
    why: parsers,
  },
  {
    what: 'a list with a number other than 1, or an empty item, right below indented code or in a new quote',
    markdown: '    a\n7)',
    editor: 'a list',
    preview: 'a paragraph',
    why: parsers,
  },
  {
    what: 'a bracket, and code in backticks before a single one',
    markdown: '[`a` `',
    editor: 'the backticks as they are',
    preview: 'code',
    why: 'A mistake of the editor.',
  },
  {
    what: 'a bare address with a backslash before the bracket that ends its link',
    markdown: '[http://m.example/\\](https://e.example)',
    editor: 'no link',
    preview: 'a link',
    why: parsers,
  },
  {
    what: 'an address within a link to a tag',
    markdown: '[tag://e.example]',
    editor: 'a link in a link',
    preview: 'the link to the tag',
    why: 'A mistake of the editor.',
  },
  {
    what: 'capital letters beyond ASCII in the name of a host',
    markdown: '[a](https://Ü.example)',
    editor: 'a name that nobody can reach',
    preview: 'the name in small letters',
    why: 'A mistake of the editor.',
  },
  {
    what: 'a link to a tag in the double brackets of a link',
    markdown: '[[[tag:a]]](/b)',
    editor: 'the link to the tag',
    preview: 'both',
    why: parsers,
  },
];
