import type { ForgeAddresses } from '../../model/forge-addresses.ts';
import type { Construct } from '../page.ts';

const reference =
  /(?<![\w/#&.@-])(?:(?<repository>[\w-]+\/[\w.-]+)?(?:#(?<number>\d{1,10})|@(?<of>[\da-f]{7,40}))|GH-(?<gh>\d{1,10})|(?<commit>[\da-f]{7,40}))(?![\w@-]|\.\w)/g;
const mention = /(?<![\w.@/`+-])@[A-Za-z\d][A-Za-z\d-]{0,38}(?:\/[\w-]+)?(?![\w/`-]|\.\w)/g;

/**
 * What GitHub makes links of in the words of a note: issues, pull requests and commits. A name with `@`
 * becomes code, so that nobody on the site gets a message.
 */
export const references: Construct = function* references({ text, words, around }) {
  if (around.file !== null) return;
  const { forge } = around;
  for (const { start, end } of words) {
    const slice = text.slice(start, end);
    if (forge && /#\d|GH-\d|[\da-f]{7}/.test(slice))
      for (const found of slice.matchAll(reference)) {
        const [written] = found;
        const address = addressOf(found.groups ?? {}, forge);
        if (address === null || slice[found.index - 1] === '\\') continue;
        const at = start + found.index;
        yield { start: at, end: at + written.length, by: `[${written}](${address})` };
      }
    for (const { 0: name, index } of slice.matchAll(mention))
      yield { start: start + index, end: start + index + name.length, by: `\`${name}\`` };
  }
};

function addressOf(
  { repository, number, of, gh, commit }: Readonly<Record<string, string | undefined>>,
  { server, repository: own, issue, commit: commits }: ForgeAddresses,
): string | null {
  const base = repository === undefined ? own : `${server}/${repository}`;
  const issueNumber = number ?? gh;
  if (issueNumber !== undefined) return `${base}${issue}${issueNumber}`;
  const id = of ?? commit;
  if (id === undefined || (of !== undefined && repository === undefined)) return null;
  // A number, or a word of these letters, is mostly none.
  return /\d/.test(id) && /[a-f]/.test(id) ? `${base}${commits}${id}` : null;
}
