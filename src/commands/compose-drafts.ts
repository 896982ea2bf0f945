import { compose, type Composed, type Repository } from '../composing/compose.ts';
import type { Pictures } from '../composing/images.ts';
import { dialectFindings } from '../curation/dialect-rules.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';

interface ComposeDraftsOptions {
  readonly pictures: Pictures;
  readonly repository: Repository;
}

/** A draft, and what it says on the site. Who may edit it is not known yet. */
export interface ComposedDraft extends Composed {
  readonly draft: Draft;
}

/** Fits drafts to the site, and tells what an author has to know of it. */
export function composeDrafts(
  drafts: readonly Draft[],
  options: ComposeDraftsOptions,
): { readonly composed: readonly ComposedDraft[]; readonly findings: readonly Finding[] } {
  const composed = drafts.map((draft) => ({ draft, ...compose(draft, null, options) }));
  return {
    composed,
    findings: composed.flatMap(({ draft, remarks }) => dialectFindings(draft, remarks)),
  };
}
