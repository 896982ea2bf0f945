import type { ForgeAddresses } from '../../model/forge-addresses.ts';
import type { Construct } from '../page.ts';
import { matchesIn } from '../words.ts';

/** An underscore beside it may be emphasis; within a word it is none. Behind `!` a link is an image. */
const before = String.raw`(?<![A-Za-z\d/#&.@\\!-]|[A-Za-z\d]_)`;
const after = String.raw`(?![A-Za-z\d@-]|_\w|\.\w)`;
const reference = new RegExp(
  String.raw`${before}(?:(?<repository>[A-Za-z\d][\w-]{0,99}\/[\w.-]{1,100})?(?:#(?<number>[1-9]\d{0,9})|@(?<of>[\da-f]{7,40}))|(?<project>[A-Za-z\d][\w.-]{0,99}(?:\/[\w.-]{1,100}){1,9})?!(?<merge>[1-9]\d{0,9})|GH-(?<gh>[1-9]\d{0,9})|(?<commit>[\da-f]{7,40}))${after}`,
  'g',
);
const mention =
  /(?<![A-Za-z\d.@/`\\+-]|[A-Za-z\d]_)\\?@([A-Za-z\d](?:[A-Za-z\d-]|\\?_(?=[A-Za-z\d])){0,60}(?:\[bot\]|\/[\w-]{1,100})?)(?![A-Za-z\d/@`-]|_\w|\.\w)/g;

/**
 * What a forge makes links of in the words of a note: issues, pull requests, commits, and on GitLab merge
 * requests (`!7`). A name with `@` becomes code, so that nobody on the site gets a message.
 */
export const references: Construct = function* references({ text, words, around }) {
  if (around.file !== null) return;
  const { forge } = around;
  if (forge)
    for (const { found, start, end } of matchesIn(text, words.outsideLinks, reference)) {
      const address = addressOf(found.groups ?? {}, forge);
      if (address !== null) yield { start, end, by: `[${found[0]}](${address})` };
    }
  for (const { found, start, end } of matchesIn(text, words.outsideLinks, mention)) {
    const [, name = ''] = found;
    yield { start, end, by: `\`@${name.replaceAll('\\', '')}\`` };
  }
};

function addressOf(
  {
    repository,
    number,
    of,
    project,
    merge,
    gh,
    commit,
  }: Readonly<Record<string, string | undefined>>,
  { server, repository: own, issue, mergeRequest, commit: commits }: ForgeAddresses,
): string | null {
  if (merge !== undefined)
    return mergeRequest === undefined
      ? null
      : `${project === undefined ? own : `${server}/${project}`}${mergeRequest}${merge}`;
  const base = repository === undefined ? own : `${server}/${repository}`;
  const issueNumber = number ?? gh;
  if (issueNumber !== undefined) return `${base}${issue}${issueNumber}`;
  const id = of ?? commit;
  if (id === undefined || (of !== undefined && repository === undefined)) return null;
  // A number, or a word of these letters, is mostly none.
  return /\d/.test(id) && /[a-f]/.test(id) ? `${base}${commits}${id}` : null;
}
