import type { Mechanism } from '../../model/evidence.ts';

/** What there is for a forge that is no GitHub. */
interface OtherCi {
  /** The page of `docs/` that tells how to go on. */
  readonly page: string;
  /** What counts as an approval there. */
  readonly accept: readonly Mechanism[];
  /** Whether a run there reads what was merged. */
  readonly pulls: boolean;
}

const others: readonly (OtherCi & { readonly host: RegExp })[] = [
  { host: /gitlab/, page: 'ci/gitlab.md', accept: ['gitlab'], pulls: true },
  { host: /(?:^|\.)bitbucket\.org$/, page: 'ci/bitbucket.md', accept: ['asserted'], pulls: false },
];

/** What there is for the forge on a host; null: there is no remote. */
export function otherCi(host: string | null): OtherCi {
  const found = others.find((each) => each.host.test(host?.toLowerCase() ?? ''));
  return found ?? { page: 'other-ci.md', accept: ['asserted'], pulls: false };
}
