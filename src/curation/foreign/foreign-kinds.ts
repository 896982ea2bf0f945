import { blocks } from './blocks.ts';
import type { ForeignKind } from './foreign-kind.ts';
import { includes } from './includes.ts';
import { inline } from './inline.ts';
import { mdx } from './mdx.ts';
import { templates } from './templates.ts';

/** All syntax that is looked for; each kind is told once a text. */
export const foreignKinds: readonly ForeignKind[] = [
  ...templates,
  ...includes,
  ...blocks,
  ...inline,
  ...mdx,
];
