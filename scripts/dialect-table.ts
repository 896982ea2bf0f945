import { markdownTable } from './markdown-table.ts';
import { renderingDifferences } from './rendering-differences.ts';
import { compose, type Repository } from '../src/composing/compose.ts';
import { emojiFor } from '../src/composing/constructs/emoji.ts';
import { withNames } from '../src/composing/named-holes.ts';
import { gitHubPages } from '../src/model/forge-addresses.ts';
import type { Draft } from '../src/model/draft.ts';

interface Construct {
  readonly name: string;
  readonly markdown: string;
  readonly github: string;
  /** What readers would see without a rewrite. */
  readonly stack: string;
  /** Of a note, and not of a page. */
  readonly note?: true;
}

const constructs: readonly Construct[] = [
  {
    name: 'Link to another source',
    markdown: '[Keys](keys.md#limits)',
    github: 'a link',
    stack: 'its Markdown',
  },
  {
    name: 'Link to another file or folder',
    markdown: '[values](../deploy/values.yaml)',
    github: 'a link',
    stack: 'its Markdown',
  },
  {
    name: 'Link from the root',
    markdown: '[guide](/docs/guide.md)',
    github: 'a link',
    stack: 'a link into Stack itself',
  },
  {
    name: 'Link within the page',
    markdown: '[Limits](#limits)',
    github: 'a link',
    stack: 'its Markdown',
  },
  {
    name: 'Definition of a relative link',
    markdown: '[one]\n\n[one]: guide.md',
    github: 'a link',
    stack: 'all definitions beside it, as text',
  },
  {
    name: 'Address with an apostrophe',
    markdown: "[notes](https://example.com/o'neil)",
    github: 'a link',
    stack: 'its Markdown',
  },
  {
    name: 'Address without a scheme',
    markdown: '[status](//status.example.com/)',
    github: 'a link',
    stack: 'a link',
  },
  {
    name: 'Link to a page beside the files',
    markdown: '[issues](../../../issues)',
    github: 'a link',
    stack: 'its Markdown',
  },
  {
    name: 'E-mail with a subject',
    markdown: '[us](mailto:ops@example.com?subject=Help)',
    github: 'a link',
    stack: 'its Markdown',
  },
  {
    name: 'Image on a page of the forge',
    markdown: '![Flow](https://github.com/acme/app/blob/main/flow.png)',
    github: 'the image',
    stack: 'a broken image',
  },
  {
    name: 'Bare address',
    markdown: 'See www.example.com, ask ops@example.com.',
    github: 'links',
    stack: 'text',
  },
  {
    name: 'Comment',
    markdown: 'One <!-- todo --> two.',
    github: 'nothing of it',
    stack: 'the comment',
  },
  {
    name: 'Tag that only marks',
    markdown: 'Press <mark>now</mark>.',
    github: 'the word, marked',
    stack: 'the tags',
  },
  {
    name: 'Tag in capital letters',
    markdown: 'One<BR>two',
    github: 'two lines',
    stack: 'the tag',
  },
  {
    name: 'Attributes of a tag',
    markdown: '<img data-src="b.png" src=https://example.com/a.png>',
    github: 'the image',
    stack: 'another image, or text',
  },
  {
    name: 'Text between single tildes',
    markdown: 'Use ~this~ that.',
    github: 'struck through',
    stack: 'the tildes',
  },
  {
    name: 'Place for links',
    markdown: '<a name="limits"></a>Limits',
    github: 'nothing of it',
    stack: 'a link to nowhere',
  },
  {
    name: 'Placeholder',
    markdown: 'Run it for <cluster-name> again.',
    github: 'nothing of it',
    stack: 'the placeholder, or nothing',
  },
  {
    name: 'Alert',
    markdown: '> [!WARNING]\n> Do not restart.',
    github: 'a box',
    stack: 'a quote that begins with `[!WARNING]`',
  },
  {
    name: 'Box of MkDocs',
    markdown: '!!! warning "Mind the gap"\n\n    Do not restart.',
    github: 'the mark, and code',
    stack: 'the same',
  },
  {
    name: 'Box of Docusaurus, VitePress',
    markdown: ':::note Mind the gap\nDo not restart.\n:::',
    github: 'the marks',
    stack: 'the same',
  },
  {
    name: '`<details>`',
    markdown: '<details>\n<summary>Older</summary>\n\nGone.\n\n</details>',
    github: 'a part to open',
    stack: 'the words, run together',
  },
  { name: 'Task', markdown: '- [ ] rotate\n- [x] verify', github: 'boxes', stack: 'brackets' },
  {
    name: 'Footnote',
    markdown: 'For 60 days[^1].\n\n[^1]: Since spring.',
    github: 'a number, and the note below',
    stack: 'its Markdown',
  },
  { name: 'Emoji', markdown: 'Done :tada:', github: 'the emoji', stack: 'its code' },
  {
    name: 'Heading that repeats the title',
    markdown: '# A page\n\nText.',
    github: 'a heading',
    stack: 'the title twice',
  },
  {
    name: 'Spoiler that nobody meant',
    markdown: '>! Text',
    github: 'a quote',
    stack: 'a hidden text',
  },
  {
    name: 'Link to a tag that nobody meant',
    markdown: 'The form [tag:tls]',
    github: 'text',
    stack: 'a link',
  },
  {
    name: 'Reference, in a note',
    markdown: 'Fixes #41 by 1a2b3c4.',
    github: 'links',
    stack: 'text',
    note: true,
  },
  {
    name: 'Name, in a note',
    markdown: 'Thanks @octo-cat!',
    github: 'a link',
    stack: 'a message to somebody',
    note: true,
  },
  {
    name: "Line's end, in a note",
    markdown: 'Line one\nline two',
    github: 'two lines',
    stack: 'one line',
    note: true,
  },
];

const repository: Repository = {
  forge: gitHubPages('https://github.com', 'acme/app'),
  sourceAt: (path) => (path === 'docs/keys.md' ? 'the post of docs/keys.md' : null),
  kindOf: () => 'file',
};

/** A table of what becomes of each construct, made by composing it. */
export async function dialectTable(): Promise<string> {
  const emojiOf = await emojiFor(constructs.map(({ markdown }) => markdown));
  const rows = constructs.map(({ name, markdown, github, stack, note }) => {
    const draft: Draft = {
      key: 'docs/a.md',
      revision: '',
      provenance: note ? { kind: 'pull-request', number: 1 } : { kind: 'file', path: 'docs/a.md' },
      kind: 'article',
      title: 'A page',
      body: markdown,
      answer: null,
      tags: [],
      type: 'announcement',
      editors: null,
      place: null,
      bodyLine: 1,
    };
    const { content, remarks } = compose(draft, null, { repository, emojiOf });
    const told = [...new Set(remarks.map(({ rule }) => `\`${rule}\``))].join(', ');
    return [name, code(markdown), github, stack, code(withNames(content).body), told];
  });
  return markdownTable(
    ['Construct', 'Written', 'GitHub shows', 'Stack would show', 'Posted', 'Told'],
    rows,
  );
}

/** A table of what a preview shows otherwise than the parser of Stack's editor. */
export function differencesTable(): string {
  const rows = renderingDifferences.map(({ what, markdown, editor, preview, why }) => [
    what,
    code(markdown),
    editor,
    preview,
    why,
  ]);
  return markdownTable(['What', 'As', 'The editor shows', 'The preview shows', 'Why'], rows);
}

/** A text in one line, as code; its lines end in `⏎`. */
function code(text: string): string {
  const line = text.trimEnd().replaceAll('\n', '⏎');
  const fence = line.includes('`') ? '``' : '`';
  return `${fence}${line}${fence}`;
}
