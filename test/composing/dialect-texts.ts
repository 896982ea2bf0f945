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
  '![^1]',
  '\r\n',
  'https://b.example/?q=1a2b3c4&a=@ada:tada:',
  ':tada::bug:',
  '\\@ada_b',
  '_#1_',
  '</details>',
  '</div>',
  '[[tag:a]](https://b.example)',
  '@ada',
  '#12',
  'a/b#3',
  '1a2b3c4d',
  '|',
  '&lt;',
  '\\<',
  'é',
  '~',
  '~x~',
  '[1. n](#x)',
  '<u>- u</u>',
  '<a name="n"></a># h',
  '<BR>',
  '<B>b</B>',
  '<S>',
  '<IMG SRC=a/i.png>',
  '<a href=https://b.example/x title="it\'s">h</a>',
  '<img data-src="x" src="https://b.example/i.png?a=1&amp;b=2">',
  '<picture>',
  '</picture>',
  "https://b.example/o'n",
  "<https://b.example/o'n>",
  '<mailto:a@b.example?x>',
  '[l](../../../issues)',
  '[a [tag:b]](https://b.example)',
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
  '- !!! note "T"\n      ',
  '> ??? tip\n>     ',
  '::::note\n',
  '  :::tip{title="T"}\n  ',
  '> :::tip\n> ',
  '    :::\n',
  '::::\n',
  '- ',
  '  ',
  '> > ',
  '- [^1]: ',
  '> [^1]: ',
  '[^1]:\n    - ',
  ':::tip T\n',
  ':::\n',
  '<details>\n<summary>S</summary>\n\n',
  '<details><summary>S</summary>',
  '- <details>\n  <summary>**S**</summary>\n  ',
  '> <details>\n> ',
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

const plainBlocks = [
  'Words % *of*  a &amp; line, \\* and `co  de%`.',
  '%   b\\\nc%  \nd%',
  '## % ##',
  '```js title="%"\n:tada: #1 [^1] <!-- c --> %\n```',
  '+ % a\n+ b\n   1) c%',
  '> % a\n> b',
  'é 日本 % \u{1f600}',
  '<p align="center">% <b>x</b></p>',
];
const closed = [
  '!!! note "T"\n\n    Box[^1].\n',
  ':::tip T\n- a\n\n```\n:::\n```\n:::\n',
  '- a\n\n  :::note\n  b\n  :::\n',
  '> [!NOTE]\n> Alert\n',
  '<details>\n<summary>S</summary>\n\nIn it.\n\n</details>\n',
  '> <details><summary>S</summary>In it.</details>\n',
  'A[^1] b[^n].\n',
  '[^1]: One.\n\n    ```\n    two\n    ```\n',
  '[^n]: - https://b.example\n',
  '- [ ] www.example.com and ops@example.com\n',
  '| :tada: | [tag:x] |\n| - | - |\n| #1 | @ada |\n',
  '>! Quote\n',
  '<!-- c -->\n',
  '<a name="n"></a>\n',
  'A <mark>b</mark> <pod-name> [l](b.md) [r](#x) ![i](i.png)\n',
  '[r]: d.md\n',
];

/** Blocks that composing changes, and between them ones that no construct is about, each in its own words. */
export const textsAndKept = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...closed), fc.constantFrom(...plainBlocks)), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([blocks, newline]) => {
    const written = blocks.map(([block, plain], index) => {
      const kept = plain.replaceAll('%', `w${index}`).replaceAll('\n', newline);
      return {
        kept,
        text: `${block.replaceAll('\n', newline)}${newline}${kept}${newline}${newline}`,
      };
    });
    return {
      text: written.map(({ text }) => text).join(''),
      kept: written.map(({ kept }) => kept),
    };
  });
