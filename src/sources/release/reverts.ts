import type { MergedPullRequest } from '../../ports/forge.ts';

type Pull = Pick<MergedPullRequest, 'kind' | 'number' | 'body' | 'url' | 'mergedAt'>;

/** As GitHub's button writes it, and GitLab's. */
const words = {
  'pull-request': /^[ \t]*Reverts (?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})\b/gim,
  'merge-request':
    /^[ \t]*This reverts merge request (?:([\w.-]+(?:\/[\w.-]+)+))?!([1-9]\d{0,9})\b/gim,
} as const;

/** The numbers of the pull requests that one says it reverts, as the forge's button writes it. */
export function revertedBy({
  kind = 'pull-request',
  body,
  url,
}: Pick<Pull, 'kind' | 'body' | 'url'>): readonly number[] {
  const path = new URL(url).pathname.slice(1).toLowerCase();
  const own =
    kind === 'pull-request'
      ? path.split('/').slice(0, 2).join('/')
      : path.replace(/\/-\/merge_requests\/.*$/, '');
  const found = body.matchAll(words[kind]);
  const numbers = [...found].flatMap(([, repository = own, number]) =>
    repository.toLowerCase() === own ? [Number(number)] : [],
  );
  return [...new Set(numbers)];
}

/** Which of these pull requests another one took back, by that one; a taken back revert takes nothing back. */
export function revertsAmong(pulls: readonly Pull[]): ReadonlyMap<number, number> {
  const known = new Set(pulls.map(({ number }) => number));
  const reverted = new Map<number, number>();
  const lastFirst = pulls.toSorted((a, b) => b.mergedAt - a.mergedAt || b.number - a.number);
  for (const pull of lastFirst) {
    if (reverted.has(pull.number)) continue;
    for (const number of revertedBy(pull))
      if (known.has(number) && number !== pull.number) reverted.set(number, pull.number);
  }
  return reverted;
}
