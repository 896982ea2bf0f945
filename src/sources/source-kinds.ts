import { docsSource } from './docs/docs-source.ts';
import { pullRequestSource } from './pull-request/pull-request-source.ts';
import { releaseSource } from './release/release-source.ts';
import type { SourceKind } from './source-kind.ts';

/** Every kind of source, in the order in which they are read: what one read is at hand for the next. */
export const sourceKinds: readonly SourceKind[] = [docsSource, pullRequestSource, releaseSource];
