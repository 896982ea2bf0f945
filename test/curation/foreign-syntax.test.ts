import { describe, expect, it } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import { aDraft, aQuestion } from './a-draft.ts';

/** What is found of another tool's syntax in a text, as `line:column tool`. */
function found(body: string, rule = 'foreign-syntax'): string[] {
  return curate([aDraft({ body })], { rules: {}, known: [] })
    .filter((finding) => finding.rule === rule)
    .map(({ place, message }) => {
      const what = /, (an? .*?|keys of MkDocs): /.exec(message)?.[1];
      return `${(place?.line ?? 0) - 5}:${place?.column} ${what}`;
    });
}

describe('foreign-syntax', () => {
  it.each([
    ['{{< note >}}\nDo not restart.\n{{< /note >}}', '1:1 a shortcode of Hugo'],
    ['{{% alert color="warning" %}}', '1:1 a shortcode of Hugo'],
    ['See {{<ref "a.md">}}.', '1:5 a shortcode of Hugo'],
    ['{{< tabs >}}', '1:1 a shortcode of Hugo'],
    ['> {{< note >}}', '1:3 a shortcode of Hugo'],
    ['{% include a.html %}', '1:1 a tag of Liquid or Jinja, as Jekyll and GitBook read it'],
    ['a {%- if x -%} b', '1:3 a tag of Liquid or Jinja, as Jekyll and GitBook read it'],
    ['{% hint style="info" %}', '1:1 a tag of Liquid or Jinja, as Jekyll and GitBook read it'],
    ['[a]({% link a.md %})', '1:5 a tag of Liquid or Jinja, as Jekyll and GitBook read it'],
    ['Version {{ site.version }}.', '1:9 a placeholder of Liquid, Jinja or Vue'],
    ['{{page.title}}', '1:1 a placeholder of Liquid, Jinja or Vue'],
    ['[a]({{ site.url }}/b)', '1:5 a placeholder of Liquid, Jinja or Vue'],
    ['{{{ raw }}}', '1:1 a placeholder of Liquid, Jinja or Vue'],
    ['--8<-- "inc/note.md"', '1:1 an include of MkDocs (snippets)'],
    ['--8<--\ninc/note.md\n--8<--', '1:1 an include of MkDocs (snippets)'],
    ['- a\n\n  -8<- "b.md"', '3:3 an include of MkDocs (snippets)'],
    ['{!inc/note.md!}', '1:1 an include of MkDocs'],
    ['{* ../src/a.py hl[1] *}', '1:1 an include of MkDocs'],
    ['[!INCLUDE [note](inc/note.md)]', '1:1 an extension of Microsoft Learn (DocFX)'],
    ['[!code-csharp[Main](a.cs)]', '1:1 an extension of Microsoft Learn (DocFX)'],
    ['> [!VIDEO https://a.example/v]', '1:3 an extension of Microsoft Learn (DocFX)'],
    ['!INCLUDE "inc/note.md"', '1:1 an include'],
    ['<<< @/snippets/a.js', '1:1 an include of VitePress or VuePress'],
    ['<<< ../a.js{2}', '1:1 an include of VitePress or VuePress'],
    ['@[code](a.js)', '1:1 an include of VitePress or VuePress'],
    ['<!--@include: ./a.md-->', '1:1 an include of VitePress'],
    ['.. include:: a.rst', '1:1 a directive of reStructuredText (Sphinx)'],
    ['.. note::\n\n   Text', '1:1 a directive of reStructuredText (Sphinx)'],
    ['```{note}\nText.\n```', '1:1 a directive of MyST (Sphinx)'],
    ['See {ref}`keys`.', '1:5 a role of Sphinx'],
    ['See :py:func:`open`.', '1:5 a role of Sphinx'],
    ['=== "Linux"\n\n    ```sh\n    ls\n    ```', '1:1 a content tab of MkDocs'],
    ['- a\n\n    === "Linux"\n\n        b', '3:5 a content tab of MkDocs'],
    [':::tabs\n\n== npm\n\n:::', '1:1 a block of Docusaurus, VitePress or Pandoc'],
    ['::: code-group', '1:1 a block of Docusaurus, VitePress or Pandoc'],
    ['::: {.column width="50%"}', '1:1 a block of Docusaurus, VitePress or Pandoc'],
    [':::image type="content" source="a.png":::', '1:1 a block of Docusaurus, VitePress or Pandoc'],
    [':material-check: yes', '1:1 an icon of MkDocs'],
    [
      '> [!info] Title\n> Text',
      '1:3 a callout of Obsidian or GitLab, or an alert where GitHub makes none',
    ],
    [
      '> [!NOTE] Title\n> Text',
      '1:3 a callout of Obsidian or GitLab, or an alert where GitHub makes none',
    ],
    [
      '- a\n\n  > [!NOTE]\n  > b',
      '3:5 a callout of Obsidian or GitLab, or an alert where GitHub makes none',
    ],
    ['>>>\nOne\n\ntwo\n>>>', '1:1 a quote of GitLab'],
    ['a ==mark== b', '1:3 a mark of Obsidian or MkDocs'],
    ['Text^[A note.] on', '1:5 a footnote of Pandoc within the text'],
    ['| :fontawesome-brands-github: | b |\n| --- | --- |', '1:3 an icon of MkDocs'],
    ['a :octicons-arrow-right-24: b', '1:3 an icon of MkDocs'],
    ['## Limits {#limits}', '1:11 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ['Limits {.big}\n===', '1:8 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ['Ten.{: .big }', '1:5 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    [
      'Ten.\n{: .note title="A, b" }',
      '2:1 a list of attributes, as MkDocs, Jekyll and Pandoc read it',
    ],
    ['- {.big}', '1:3 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ['[a](/b){target=_blank} c', '1:8 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ['![a](/b){ width="300" } c', '1:9 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ['[a](/b){ .md-button } c', '1:8 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ['`a`{.python} c', '1:4 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ['[a]{.mark} c', '1:4 a list of attributes, as MkDocs, Jekyll and Pandoc read it'],
    ["import Tabs from '@theme/Tabs';", '1:1 a line of MDX'],
    ['import { a, b as c } from "./d"', '1:1 a line of MDX'],
    ['import {\n  a,\n  b,\n} from "./d";', '1:1 a line of MDX'],
    ['import "./d.css";', '1:1 a line of MDX'],
    ['export const a = 1;', '1:1 a line of MDX'],
    ['Text.\n\nexport default Layout', '3:1 a line of MDX'],
    ['{/* a note */}', '1:1 a comment of MDX'],
    ['<Tabs>\n\nOne.\n\n</Tabs>', '1:1 a component of MDX or Vue'],
    ['a <Badge type="tip" text="new" /> b', '1:3 a component of MDX or Vue'],
    ['<CodeBlock/>', '1:1 a component of MDX or Vue'],
    ['<Tabs.Item label={a}>', '1:1 a component of MDX or Vue'],
    ['<Link to="/a">b</Link>', '1:1 a component of MDX or Vue'],
    ['See [[Rotating keys]].', '1:5 a link of a wiki'],
    ['See [[Rotating keys|the page]].', '1:5 a link of a wiki'],
    ['![[a.png]]', '1:1 a link of a wiki'],
    ['[TOC]', '1:1 a place for a table of contents'],
    ['[[_TOC_]]', '1:1 a place for a table of contents'],
    ['[[toc]]', '1:1 a place for a table of contents'],
    ['{:toc}', '1:1 a place for a table of contents'],
    ['*[TLS]: Transport Layer Security', '1:1 an abbreviation of MkDocs or Kramdown'],
    ['Press ++ctrl+alt+del++ now.', '1:7 keys of MkDocs'],
    ['{panel:title=A}', '1:1 a macro of Confluence'],
    ['+++\ntitle = "Keys"\n+++\n\nText of it.', '1:1 a front matter in TOML, as Hugo reads it'],
  ])('finds %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    '\\{{< note >}} and \\{\\{ a \\}\\}',
    'Set `${{ secrets.A }}`, or ${{ secrets.A }} in text.',
    '{{ }} and {{1}}, {a}, {}, { b }',
    'In C, {%d} and {%s} are formats.',
    'The set {a, b} and {*all*} of {1, 2}.',
    'Scissors 8<, and - 8< - too.',
    '> [!NOTE]\n> A text.',
    '> [!warning]\n> A text.',
    '<<<<<<< HEAD',
    'a <<< b',
    '<!-- include the text -->',
    'The end .. or :: so.',
    '...note:: a',
    '```{r}\nplot(1)\n```',
    ':tada:`code`, {name}`code`',
    'A heading\n===',
    '===',
    'a === "b"',
    ':::note Mind the gap\n\nText.\n\n:::',
    '::: {.callout-note title="Mind"}\n\nText.\n\n:::',
    '::: tip\nText.\n:::',
    '::: details Click\nText.\n:::',
    ':::',
    'Done :tada: and :+1:, :e-mail:, :t-rex:',
    'urn:material-check:a and a::simple-b:',
    'Write {.metadata.name} or {.items[*].name}',
    'the form {#id} in a sentence',
    'The file {.hidden} is one of f(x){y}',
    '{name}',
    'f(x) {a=1}',
    'import the keys first, "as they are"',
    'You can import x from "y" there.',
    'import os\nfrom a import b',
    'and so you\nexport const a = 1;',
    'export default settings before you go',
    'export PATH=/a',
    'A List<String>, a Map<K, V> or <Name>.',
    'Use <YourName> and <Cluster Name> here.',
    '<TABLE><TR><TD>a</TD></TR></TABLE>',
    '<Details>\n<Summary>A</Summary>\n\nB\n\n</Details>',
    '\\<Tabs>a\\</Tabs>',
    'See [[1]](https://a.example), [[a]](/b) and [[1]].',
    'See [[a]].\n\n[a]: https://a.example',
    'A footnote [[^1]].\n\n[^1]: Text.',
    'if [[ -f a ]]; then',
    'x[[idx]] and [[nodiscard]]',
    '[[menus.main]]\nname = "a"',
    'import "fmt"',
    '\\[[Page]]',
    'The word [TOC] in a text.',
    '[toc]\n\n[toc]: https://a.example',
    'C++ and D++, ++i++',
    'The {code} in a text',
    'Key\n:   What opens.',
    'Text.\n\n+++\na\n+++',
    '+++\nnothing closes it',
    'So $x^{{n}}$ and $\\frac{{a}}{b}$ hold.',
    '<pre>{{ a }}</pre>',
    'The <code>{{ a }}</code> and <kbd>[[A]]</kbd>.',
    '<!-- {{ a }} [[B]] -->',
    'a <!-- {% b %} --> c',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['a fence', (text: string) => `\`\`\`\`text\n${text}\n\`\`\`\``],
    ['a fence in an item', (text: string) => `- a\n\n  ~~~~\n  ${text}\n  ~~~~`],
    ['an indented block', (text: string) => `Text.\n\n    ${text}\n`],
    ['a span', (text: string) => `Write \`\`${text}\`\` here.`],
    ['HTML', (text: string) => `Write <code>${text}</code> here.`],
  ])('finds nothing in %s', (_, inCode) => {
    for (const text of [
      '{{< note >}}',
      '{% if a %}',
      '{{ a }}',
      '--8<-- "a"',
      '=== "a"',
      ':::tabs',
      ':material-check:',
      '{: .big }',
      "import a from 'b'",
      '<Tabs a="b">',
      '[[Page]]',
      '[TOC]',
      '.. note::',
      '<<< @/a.js',
      '[!INCLUDE [a](b)]',
    ])
      expect(found(inCode(text))).toEqual([]);
  });

  it('tells each kind once a text, at its first place and with how many there are', () => {
    const body = 'A {{< a >}} b {{< c >}}.\n\n{{< d >}} and [[E]]\n';
    const findings = curate([aDraft({ body })], { rules: {}, known: [] });
    expect(findings).toMatchObject([
      { rule: 'foreign-syntax', severity: 'warning', place: { line: 6, column: 3 } },
      { rule: 'foreign-syntax', place: { line: 8, column: 15 } },
    ]);
    expect(findings[0]?.message).toContain('2 more');
    expect(findings[1]?.message).not.toContain('more');
  });

  it('looks at the answer too, and at what a page brings in itself', () => {
    const answer = 'An answer with {{ a }}, which is long enough.';
    expect(curate([aQuestion({ answer, answerLine: 20 })], { rules: {}, known: [] })).toMatchObject(
      [{ rule: 'foreign-syntax', place: { line: 20, column: 16 } }],
    );
    const body = "import {version} from '../v';\n\nThis is {version}, and {other} is not.";
    expect(found(body)).toEqual(['1:1 a line of MDX', '3:9 an expression of MDX']);
    expect(found("import Note from './n';\n\n<Note>\n\nA text.")).toEqual([
      '1:1 a line of MDX',
      '3:1 a component of MDX or Vue',
    ]);
  });
});
