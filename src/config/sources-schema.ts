import * as z from 'zod/mini';
import { articleTypes } from '../model/draft.ts';
import { about, filled, line, list, oneOf, setting, tag, text } from '../yaml/fields.ts';

/** A source that can be switched off. */
const orFalse = <const Options extends readonly z.core.$ZodType[]>(
  options: Options,
  expected: string,
) => z.union([z.literal(false, 'false'), ...options], expected);

/** One, or a list of them, which is given with its schema. */
const orOne = <List extends z.core.$ZodType<string[]>>(
  one: z.core.$ZodType<string>,
  several: List,
  expected: string,
) =>
  z.union(
    [
      z.pipe(
        one,
        z.transform((only: string) => [only]),
      ),
      several,
    ],
    expected,
  );

const pattern = () =>
  text(
    "a glob pattern relative to the repository's root, without a leading /, ./, ../ or !",
    /^(?!\/|!|\.\.?\/)\P{Cc}{1,1000}$/u,
  );
const aPattern = 'a glob pattern or a list of them';
const patterns = () => orOne(pattern(), filled(pattern(), 'a list of glob patterns'), aPattern);

const docs = setting(
  orFalse(
    [
      z.pipe(
        patterns(),
        z.transform((include) => ({ include, exclude: [] as string[] })),
      ),
      z.strictObject({
        include: setting(
          patterns(),
          ['docs/**/*.md'],
          'Glob patterns of the files to look at; a folder means all in it.',
        ),
        exclude: setting(
          orOne(pattern(), list(pattern(), 'a list of glob patterns'), aPattern),
          [],
          'Glob patterns of files to leave out; a folder means all in it.',
        ),
      }),
    ],
    'a glob pattern, a list of them, a map with include and exclude, or false',
  ),
  {},
  'Docs files: the Markdown files that are looked at for `stack:` front matter. Just a pattern will do; `false` turns the source off.',
);

const pullRequests = setting(
  orFalse(
    [
      z.strictObject({
        article: setting(
          line("a label's name"),
          'stack:article',
          'The label of merged pull requests that become an Article.',
        ),
        faq: setting(
          line("a label's name"),
          'stack:faq',
          'The label of merged pull requests that become questions.',
        ),
        since: setting(
          z.nullable(z.iso.date('a day as YYYY-MM-DD')),
          null,
          "Takes pull requests merged from this day (UTC) on. By default the day of the ledger's first commit; must be given where the ledger cannot be written.",
        ),
        tags: setting(
          z.record(line("a label's name"), tag(), 'a map of labels to tags'),
          {},
          'Tags from labels, as `{ "area/tls": tls }`.',
        ),
      }),
    ],
    'a map with article, faq, since and tags, or false',
  ),
  {},
  'Merged pull requests that carry a label. `false` turns the source off.',
);

const tagPattern = () => line('a glob pattern of git tags');

const releases = setting(
  orFalse(
    [
      z.strictObject({
        tags: about(
          orOne(
            tagPattern(),
            filled(tagPattern(), 'a list of glob patterns of git tags'),
            'a glob pattern of git tags, such as "v*", or a list of them',
          ),
          'Glob patterns of the git tags whose releases are taken (required).',
        ),
        from: setting(
          oneOf(['pull-requests', 'body']),
          'pull-requests',
          "What the Article is made from: the notes of the release's labelled pull requests, which then are not published one by one, or the release's own body.",
        ),
        since: setting(
          z.nullable(z.iso.date('a day as YYYY-MM-DD')),
          null,
          "Takes releases published from this day (UTC) on. By default the day of the ledger's first commit.",
        ),
        type: about(
          z.nullish(oneOf(articleTypes)),
          'The type of the Article of a release. By default `defaults.type`, else `announcement`.',
        ),
        sections: setting(
          z.record(line("a label's name"), line('a title'), 'a map of labels to titles'),
          {},
          'Sections by label, as `{ "kind/bug": Fixed }`, where the repository has no `.github/release.yml`.',
        ),
      }),
    ],
    'a map with tags, from, since, type and sections, or false',
  ),
  false,
  'Releases: one Article per release whose tag matches. Off unless given.',
);

/** What is taken from the repository. */
export const sources = setting(
  z.strictObject(
    { docs, 'pull-requests': pullRequests, releases },
    'a map with docs, pull-requests and releases',
  ),
  {},
  'What is taken from the repository.',
);
