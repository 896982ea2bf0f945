/** How a forge calls a proposed change: a pull request, or on GitLab a merge request. */
export type ChangeKind = 'pull-request' | 'merge-request';

/** The word for it in a sentence. */
export function changeNoun(kind: ChangeKind): string {
  return kind === 'pull-request' ? 'pull request' : 'merge request';
}

/** What forges put before its number. */
export function changeSign(kind: ChangeKind = 'pull-request'): '#' | '!' {
  return kind === 'pull-request' ? '#' : '!';
}

/** Where a source comes from: a docs file, a merged pull request or merge request, a release. */
export type Provenance =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: ChangeKind; readonly number: number }
  | { readonly kind: 'release'; readonly tag: string };

/** A provenance in one line, for people and for comparing: `docs/tls.md`, `pull/7`, `merge/7`, `release/v1.4.0`. */
export function provenanceText(provenance: Provenance): string {
  switch (provenance.kind) {
    case 'file':
      return provenance.path;
    case 'pull-request':
      return `pull/${provenance.number}`;
    case 'merge-request':
      return `merge/${provenance.number}`;
    case 'release':
      return `release/${provenance.tag}`;
  }
}

/** The number of the pull request or merge request that something is from; none where it is from neither. */
export function changeNumber(
  from: { readonly kind: string; readonly number?: number } | null | undefined,
): [] | [number] {
  const isChange = from?.kind === 'pull-request' || from?.kind === 'merge-request';
  return isChange && from.number !== undefined ? [from.number] : [];
}
