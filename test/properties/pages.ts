import type { PostKind } from '../../src/model/draft.ts';

/** The repository: three pages, or questions of FAQs, that are edited, renamed, pinned and marked. */
export interface Page {
  readonly number: number;
  readonly kind: PostKind;
  path: string;
  pinned: boolean;
  marked: boolean;
  title: string;
  tags: readonly string[];
  /** What a question asks beside its title. */
  asks: string;
  /** The body of an Article, or the answer of a question. */
  lines: string[];
}

/** Which of the pages are questions, and in which file they stand. */
export const mixes = [
  [],
  [{ number: 0, file: 'docs/faq.md' }],
  [
    { number: 0, file: 'docs/faq.md' },
    { number: 1, file: 'docs/faq.md' },
  ],
] as const;

/** A page as a run finds it. */
export interface PageText {
  readonly page: number;
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  /** Null for an Article. */
  readonly answer: string | null;
}

const texts = [
  'plain words',
  'a < b && c > d',
  'the code `List&lt;T&gt;` and `&amp;lt;`',
  '"quoted" and \'so\'',
  'Ünïcode 😀 and a tail  ',
  'another line',
];

const tagSets = [['docs'], ['docs', 'tls'], ['tls', 'docs', 'a', 'b'], ['x']];

export function newPages(mix: number): Page[] {
  return [0, 1, 2].map((number) => {
    const asked = mixes[mix]?.find((each) => each.number === number);
    const kind = asked ? 'question' : 'article';
    return {
      number,
      kind,
      path: asked?.file ?? `docs/p${number}.md`,
      pinned: false,
      // The third comes later.
      marked: number < 2,
      title: titleOf(kind, number, 0),
      tags: ['docs'],
      asks: 'Who knows?',
      lines: [0, 1, 2, 3, 4, 5].map((line) => `${number}.${line} plain words`),
    };
  });
}

export function titleOf(kind: PostKind, page: number, text: number): string {
  // One title is every page's, so that they get in each other's way.
  if (text === 5) return kind === 'article' ? 'Getting started' : 'How to start?';
  const titles =
    kind === 'article'
      ? [`The page ${number(page)}`, `List<T> & "more" of ${number(page)}`]
      : [`What is ${number(page)}?`, `How is 'a & "b"' of ${number(page)} done?`];
  return titles[text % 2] ?? '';
}

function number(page: number): string {
  return `number ${page}`;
}

export function lineOf(page: number, line: number, text: number): string {
  return `${page}.${line} ${texts[text % texts.length] ?? ''}`;
}

export function tagsOf(text: number): readonly string[] {
  return tagSets[text % tagSets.length] ?? [];
}

export function keyOf(page: Page): string {
  if (page.pinned) return `id/p${page.number}`;
  return page.kind === 'article' ? page.path : `${page.path}#${anchorOf(page.title)}`;
}

/** Where a link to a page leads, from the root of the repository. */
export function linkAddressOf({ kind, path, title }: Page): string {
  return kind === 'article' ? `/${path}` : `/${path}#${anchorOf(title)}`;
}

/** A text without its links: each is written with the address that its target has then, or as words alone. */
export function unlinked(text: string): string {
  return text.replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1');
}

/** As GitHub makes them, for these titles. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

/** What the post of a page says, without its answer. */
export function bodyOf({ kind, asks, lines }: Page): string {
  return `${kind === 'article' ? lines.join('\n') : asks}\n`;
}

export function answerOf({ kind, lines }: Page): string | null {
  return kind === 'article' ? null : `${lines.join('\n').replace(/(?:\n[ \t]*)+$/, '')}\n`;
}

/** The files that these pages make up, by path. */
export function filesOf(pages: readonly Page[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [path, all] of Map.groupBy(pages, (page) => page.path)) files.set(path, fileOf(all));
  return files;
}

/** A page as its file has it, or the questions of one file. */
function fileOf(pages: readonly Page[]): string {
  const marked = pages.filter((page) => page.marked);
  const [page] = pages;
  if (!page) return '';
  const { number, kind, pinned, title, tags } = page;
  const stack = kind === 'question' ? 'faq' : pinned ? `{ as: article, id: p${number} }` : kind;
  return [
    '---',
    ...(kind === 'article' ? [`title: ${JSON.stringify(title)}`] : []),
    `tags: ${JSON.stringify(tags)}`,
    ...(marked.length > 0 ? [`stack: ${stack}`] : []),
    '---',
    '',
    ...(kind === 'article' ? [bodyOf(page)] : marked.map(questionOf)),
  ].join('\n');
}

function questionOf({ number, pinned, title, asks, lines }: Page): string {
  const id = pinned ? `<!-- stack-publish-id: p${number} -->\n\n` : '';
  return `## ${title}\n\n${id}${asks}\n\n### Answer\n\n${lines.join('\n')}\n`;
}

/** What the marked pages say now. */
export function textsOf(pages: readonly Page[]): PageText[] {
  return pages
    .filter(({ marked }) => marked)
    .map((page) => ({
      page: page.number,
      key: keyOf(page),
      title: page.title,
      body: bodyOf(page),
      tags: page.tags,
      answer: answerOf(page),
    }));
}
