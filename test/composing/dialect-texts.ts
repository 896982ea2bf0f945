import * as fc from 'fast-check';

const inlines = [
  'word',
  ' ',
  '\n',
  '  \n',
  '\\\n',
  '`code`',
  '`',
  '*',
  '[l](b.md#x)',
  '[l](#x)',
  '[l](/missing.md)',
  '[r]',
  '[r][x]',
  '![i](i.png)',
  "![i](https://b.example/o'n.png)",
  '[l](mailto:a@b.example?subject=x)',
  '<a href="c.md">h</a>',
  '<a name="n"></a>',
  '<mark>m</mark>',
  '<pod-name>',
  '<q>',
  '</q>',
  '<!-- c -->',
  '<!--',
  '-->',
  ':tada:',
  'www.example.com/a_(b)',
  'ops@example.com',
  '[tag:tls]',
  '[^1]',
  '[^n]',
  '@ada',
  '#12',
  'a/b#3',
  '1a2b3c4d',
  '|',
  '&lt;',
  '\\<',
  'é',
];
const starts = [
  '',
  '',
  '# ',
  '- ',
  '- [ ] ',
  '1. ',
  '> ',
  '>! ',
  '> [!NOTE]\n> ',
  '    ',
  '| a | b |\n| - | - |\n| ',
  '[r]: d.md\n',
  '[x]: #y\n',
  '[^1]: ',
  '[^n]: https://b.example\n    ',
  '!!! note\n    ',
  ':::tip T\n',
  ':::\n',
  '<details>\n<summary>S</summary>\n\n',
  '</details>\n',
  '```\n',
  '<div>\n',
  '<pod>\n',
  '<!-- language: lang-js -->\n',
];
const ends = ['\n', '\n\n', '\r\n\r\n', '\n:::\n', '\n```\n', '\n\n</details>\n', '\n</div>\n\n'];

const block = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.array(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...inlines) }, fc.string({ maxLength: 3 })),
      {
        maxLength: 8,
      },
    ),
    fc.constantFrom(...ends),
  )
  .map(([start, parts, end]) => start + parts.join('') + end);

/** Texts of every construct that composing knows, valid and odd. */
export const dialectTexts = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join(''));
