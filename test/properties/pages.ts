/** The repository: three pages that are edited, renamed, pinned and marked. */
export interface Page {
  readonly number: number;
  path: string;
  pinned: boolean;
  marked: boolean;
  title: string;
  tags: readonly string[];
  lines: string[];
}

/** A page as a run finds it. */
export interface PageText {
  readonly page: number;
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
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

export function newPages(): Page[] {
  return [0, 1, 2].map((number) => ({
    number,
    path: `docs/p${number}.md`,
    pinned: false,
    // The third comes later.
    marked: number < 2,
    title: titleOf(number, 0),
    tags: ['docs'],
    lines: [0, 1, 2, 3, 4, 5].map((line) => `${number}.${line} plain words`),
  }));
}

export function titleOf(page: number, text: number): string {
  // One title is every page's, so that they get in each other's way.
  if (text === 5) return 'Getting started';
  return [`The page ${number(page)}`, `List<T> & "more" of ${number(page)}`][text % 2] ?? '';
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
  return page.pinned ? `id/p${page.number}` : page.path;
}

export function bodyOf({ lines }: Page): string {
  return `${lines.join('\n')}\n`;
}

/** A page as its file has it. */
export function fileOf(page: Page): string {
  const { number, pinned, marked, title, tags } = page;
  const stack = pinned ? `{ as: article, id: p${number} }` : 'article';
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `tags: ${JSON.stringify(tags)}`,
    ...(marked ? [`stack: ${stack}`] : []),
    '---',
    '',
    bodyOf(page),
  ].join('\n');
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
    }));
}
