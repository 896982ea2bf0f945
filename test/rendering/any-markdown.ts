import * as fc from 'fast-check';

const word = fc.constantFrom(
  'one',
  'two',
  'Ünï',
  '日本',
  '🎉',
  'a_b_c',
  '1.5',
  'x*y',
  '3 < 4',
  'A&B',
  '&amp;',
  '&lt;b&gt;',
  '\\*',
  '\\<',
  '[x]',
  ':tada:',
  '@name',
  '#12',
  '$a_i$',
  '{#id}',
);
const address = fc.constantFrom(
  'https://example.com/a',
  'https://example.com/a_(b)?c=d&e=f#g',
  'HTTPS://EXAMPLE.COM/A',
  'https://example.com/ä',
  'https://müller.example/x',
  "https://example.com/o'neil",
  'ftp://example.com/x',
  'mailto:me@example.com',
  'mailto:me@example.com?subject=Help',
  '//example.com/x',
  '/docs/x.md',
  'docs/x.md',
  './x',
  '#anchor',
  'javascript:alert(1)',
  'data:image/png;base64,AA',
  'tel:123',
  'https://example.com/%C3%A4',
  'https://example.com/__init__.py',
  'www.example.com',
  'me@example.com',
);
const title = fc.constantFrom('', '', '', ' "A title"', " 'it'", ' (t)');
const label = fc.constantFrom('one', 'two', 'Three', '^1', 'a b');
const opening = fc.constantFrom(
  'b',
  'i',
  'kbd',
  'sup',
  'sub',
  's',
  'del',
  'code',
  'em',
  'strong',
  'mark',
  'u',
  'span',
  'details',
  'B',
  'x-y',
  'br',
  'p',
  'li',
  'a name="n"',
  'a href="https://example.com/"',
  'a href="guide.md" title="t" target="_blank"',
  "span style='x'",
);

const inlines = fc.letrec<{ inline: string; text: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    { weight: 6, arbitrary: word },
    { weight: 2, arbitrary: address },
    tie('text').map((text) => `*${text}*`),
    tie('text').map((text) => `**${text}**`),
    tie('text').map((text) => `_${text}_`),
    tie('text').map((text) => `~~${text}~~`),
    tie('text').map((text) => `\`${text}\``),
    fc.tuple(tie('text'), address, title).map(([text, to, name]) => `[${text}](${to}${name})`),
    fc.tuple(tie('text'), address, title).map(([text, to, name]) => `![${text}](${to}${name})`),
    fc.tuple(tie('text'), label).map(([text, name]) => `[${text}][${name}]`),
    label.map((name) => `[${name}]`),
    label.map((name) => `![${name}]`),
    address.map((to) => `<${to}>`),
    fc.tuple(opening, tie('text')).map(([tag, text]) => `<${tag}>${text}</${tag.split(' ')[0]}>`),
    opening.map((tag) => `<${tag}>`),
    opening.map((tag) => `</${tag.split(' ')[0]}>`),
    fc.constantFrom('<!-- todo -->', '<br/>', '<img src="https://example.com/x.png" alt="x">'),
    fc.constantFrom('<name>', '<cluster-name>', '[tag:tls]', '[meta-tag:bug]', '![tag:x]'),
    fc.constantFrom('*', '_', '**', '[', ']', '](', '`', '<', '>', '!', '\\', '~', '&', '&copy;'),
  ),
  text: fc
    .array(
      fc.tuple(tie('inline'), fc.constantFrom(' ', ' ', ' ', '', '\n', '  \n', '\\\n', ', ')),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((parts) => parts.map(([text, end]) => text + end).join('')),
}));
const text = inlines.text.map((each) => each.trim()).filter((each) => each !== '');
const line = text.map((each) => each.replaceAll(/\\?\n/g, ' '));

const indented = (by: string) => (each: string) => each.replaceAll('\n', `\n${by}`);

const blocks = fc.letrec<{ block: string; page: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    { weight: 5, arbitrary: text },
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), line)
      .map(([depth, each]) => '#'.repeat(depth) + ` ${each}`),
    fc.tuple(line, fc.constantFrom('===', '---')).map((each) => each.join('\n')),
    fc.constantFrom('---', '***', '- - -'),
    line.map((each) => `\`\`\`js title="x"\n${each}\n\n  x\n\`\`\``),
    line.map((each) => `    ${each}\n\n    y`),
    line.map((each) => `~~~\n${each}`),
    tie('page').map((each) => `> ${indented('> ')(each)}`),
    tie('page').map((each) => `>! ${indented('>! ')(each)}`),
    line.map((each) => `>! ${each}\n> ${each}\nlazy`),
    fc
      .tuple(
        fc.constantFrom('-', '*', '1.', '7)'),
        fc.array(tie('page'), { minLength: 1, maxLength: 3 }),
      )
      .map(([mark, pages]) =>
        pages.map((each) => `${mark} ${indented(' '.repeat(mark.length + 1))(each)}`).join('\n'),
      ),
    line.map((each) => `- [ ] ${each}\n- [x] ${each}`),
    fc
      .tuple(line, line, line, fc.constantFrom('---', ':-:', '---:'))
      .map(([a, b, c, by]) => `| ${a} | b |\n| ${by} | --- |\n| ${b} | ${c} |`),
    fc.tuple(label, address, title).map(([name, to, of]) => `[${name}]: ${to}${of}`),
    fc
      .array(fc.tuple(label, address), { minLength: 2, maxLength: 3 })
      .map((each) => each.map(([name, to]) => `[${name}]: ${to}`).join('\n')),
    line.map((each) => `<div align="center">${each}</div>`),
    line.map((each) => `<p align="center">\n  ${each}\n</p>`),
    line.map((each) => `<details>\n<summary>S</summary>\n\n${each}\n\n</details>`),
    line.map((each) => `<blockquote>\n\n${each}\n\n</blockquote>`),
    line.map((each) => `<ul>\n<li>${each}</li>\n<li>b</li>\n</ul>`),
    line.map((each) => `<table><tr><td>${each}</td><td>b</td></tr></table>`),
    line.map((each) => `<h1>${each}</h1>`),
    line.map((each) => `<pre><code>${each}</code></pre>`),
    fc.constantFrom(
      '<!-- a\n\ncomment -->',
      '<!-- language: lang-js -->\n\n    let a;',
      '<!-- language-all: lang-js -->',
      '<script>\nalert(1)\n</script>',
      '<style>p { color: red }</style>',
      '<img src="https://example.com/x.png" width="10" onerror="x()">',
      '<a name="x"></a>',
      '<video src="https://example.com/a.mp4" controls></video>',
      '<br>',
      '<hr>',
      '<br />',
      '</div>',
      '<div>',
      '<?php echo 1 ?>',
      '<!DOCTYPE html>',
      '<![CDATA[ x ]]>',
      '+++\ntitle = "Keys"\n+++',
      '{{< note >}}\nText.\n{{< /note >}}',
    ),
  ),
  page: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.flat().slice(0, -1).join('')),
}));

/** Markdown of all kinds, valid and odd, with and without a line end. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .tuple(blocks.page, fc.constantFrom('', '\n'))
  .map((each) => each.join(''));
