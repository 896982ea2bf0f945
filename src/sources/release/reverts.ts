import type { MergedPullRequest } from '../../ports/forge.ts';

type Pull = Pick<MergedPullRequest, 'number' | 'body' | 'url' | 'mergedAt'>;

/** The numbers of the pull requests that one says it reverts, as the forge's button writes it. */
export function revertedBy({ body, url }: Pick<Pull, 'body' | 'url'>): readonly number[] {
  const own = new URL(url).pathname.split('/').slice(1, 3).join('/').toLowerCase();
  const found = body.matchAll(/^[ \t]*Reverts (?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})\b/gim);
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
