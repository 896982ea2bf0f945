import { repeated, type Scenario } from './scenario.ts';
import { stepsOfArticleWrite } from './steps-of-article-write.ts';

/** A marked page, and how to tell that its post shows what was approved. */
interface Page {
  readonly source: string;
  readonly title: string;
  /** What the file said when it was first published; null: it was not there yet. */
  readonly before: string | null;
  readonly after: string;
  /** A line that only the newest text has. */
  readonly mark: string;
}

const filler = (name: string) =>
  `Who looks after ${name} is on the duty list.\n\n\`\`\`sh\nservicectl status ${name} --format "a & b <c>"\n\`\`\`\n\nAsk in the channel of the team.\n`;

function newPage(number: number): Page {
  const mark = `Service ${number} answers on port ${8000 + number}.`;
  const source = `docs/new-${number}.md`;
  return {
    source,
    title: `How to reach service ${number}`,
    before: null,
    after: `${mark}\n\n${filler(`service-${number}`)}`,
    mark,
  };
}

function changedPage(name: string): Page {
  const mark = `The ${name} restarts within 30 seconds.`;
  return {
    source: `docs/${name}.md`,
    title: `Restarting the ${name}`,
    before: `The ${name} restarts within two minutes.\n\n${filler(name)}`,
    after: `${mark}\n\n${filler(name)}`,
    mark,
  };
}

const pages: readonly Page[] = [
  ...[1, 2, 3, 4, 5].map(newPage),
  changedPage('gateway'),
  changedPage('scheduler'),
  changedPage('shared-cache'),
];

function fileOf(title: string, body: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\nstack: article\n---\n\n${body}`;
}

const pageOf = (source: string) => pages.find((page) => page.source === source);

/** Five new pages, two that changed, and one that changed here and on the site. */
export const articles: Scenario = {
  name: 'articles',
  switches: {},
  files: Object.fromEntries(
    pages.map(({ source, title, before, after }) => [
      source,
      { before: before && fileOf(title, before), after: fileOf(title, after) },
    ]),
  ),
  titles: Object.fromEntries(pages.map(({ source, title }) => [source, title])),
  edited: 'docs/shared-cache.md',
  laterEdited: 'docs/gateway.md',
  // Who we are, our posts, and once more before writing.
  restingRequests: 3,
  look(all) {
    const posts = all
      .filter((post) => post.kind === 'article')
      .filter(({ deleted }) => deleted === null);
    return {
      posts,
      duplicates: repeated(posts.map(({ title }) => title)),
      shows(source) {
        const page = pageOf(source);
        return posts.some(
          ({ title, body }) => page && title === page.title && body.includes(page.mark),
        );
      },
      agrees(source, record) {
        const page = pageOf(source);
        const post = posts.find(({ id }) => id === record.post?.id);
        return Boolean(page && post?.title === record.title && post.body.includes(page.mark));
      },
    };
  },
  stepsOf: stepsOfArticleWrite,
};
