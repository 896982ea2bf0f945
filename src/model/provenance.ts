/** Where a source comes from: a docs file, a merged pull request, a release. */
export type Provenance =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'pull-request'; readonly number: number }
  | { readonly kind: 'release'; readonly tag: string };

/** A provenance in one line, for people and for comparing: `docs/tls.md`, `pull/7`, `release/v1.4.0`. */
export function provenanceText(provenance: Provenance): string {
  switch (provenance.kind) {
    case 'file':
      return provenance.path;
    case 'pull-request':
      return `pull/${provenance.number}`;
    case 'release':
      return `release/${provenance.tag}`;
  }
}
