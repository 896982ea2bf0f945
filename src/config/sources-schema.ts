import * as z from 'zod/mini';
import { about, filled, line, list, oneOf, tag, text } from '../yaml/fields.ts';

const off = () => z.literal(false, 'false');

const toList = z.transform((one: string) => [one]);

const pattern = () =>
  text(
    "a glob pattern relative to the repository's root, without a leading /, ./, ../ or !",
    /^(?!\/|!|\.\.?\/)\P{Cc}{1,1000}$/u,
  );
const patterns = () =>
  z.union([z.pipe(pattern(), toList), filled(pattern(), 'a list of glob patterns')], {
    error: 'a glob pattern or a list of them',
  });

const docs = about(
  z.prefault(
    z.union(
      [
        off(),
        z.pipe(
          patterns(),
          z.transform((include) => ({ include, exclude: [] as string[] })),
        ),
        z.strictObject({
          include: about(
            z.prefault(patterns(), ['docs/**/*.md']),
            'Glob patterns of the files to look at.',
          ),
          exclude: about(
            z.prefault(
              z.union([z.pipe(pattern(), toList), list(pattern(), 'a list of glob patterns')], {
                error: 'a glob pattern or a list of them',
              }),
              [],
            ),
            'Glob patterns of files to leave out.',
          ),
        }),
      ],
      { error: 'a glob pattern, a list of them, a map with include and exclude, or false' },
    ),
    {},
  ),
  'Docs files: the Markdown files that are looked at for `stack:` front matter. Just a pattern will do; `false` turns the source off.',
);

const pullRequests = about(
  z.prefault(
    z.union(
      [
        off(),
        z.strictObject({
          article: about(
            z.prefault(line("a label's name"), 'stack:article'),
            'The label of merged pull requests that become an Article.',
          ),
          faq: about(
            z.prefault(line("a label's name"), 'stack:faq'),
            'The label of merged pull requests that become questions.',
          ),
          since: about(
            z.prefault(z.nullable(z.iso.date('a day as YYYY-MM-DD')), null),
            "Takes pull requests merged from this day (UTC) on. By default the day of the ledger's first commit; must be given where the ledger cannot be written.",
          ),
          tags: about(
            z.prefault(z.record(line("a label's name"), tag(), 'a map of labels to tags'), {}),
            'Tags from labels, as `{ "area/tls": tls }`.',
          ),
        }),
      ],
      { error: 'a map with article, faq, since and tags, or false' },
    ),
    {},
  ),
  'Merged pull requests that carry a label. `false` turns the source off.',
);

const releases = about(
  z.prefault(
    z.union(
      [
        off(),
        z.strictObject({
          tags: about(
            z.union(
              [
                z.pipe(line('a glob pattern of git tags'), toList),
                filled(line('a glob pattern of git tags'), 'a list of glob patterns of git tags'),
              ],
              { error: 'a glob pattern of git tags, such as "v*", or a list of them' },
            ),
            'Glob patterns of the git tags whose releases are taken (required).',
          ),
          from: about(
            z.prefault(oneOf(['pull-requests', 'body']), 'pull-requests'),
            "What the Article is made from: the notes of the release's labelled pull requests, or the release's own body.",
          ),
        }),
      ],
      { error: 'a map with tags and from, or false' },
    ),
    false,
  ),
  'Releases: one Article per release whose tag matches. Off unless given.',
);

/** What is taken from the repository. */
export const sources = about(
  z.prefault(
    z.strictObject(
      { docs, 'pull-requests': pullRequests, releases },
      'a map with docs, pull-requests and releases',
    ),
    {},
  ),
  'What is taken from the repository.',
);
