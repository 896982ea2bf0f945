import { expect, test } from 'vitest';
import { renderAsStack } from '../../src/rendering/render-as-stack.ts';
import { htmlTree } from '../kit/html-tree.ts';
import { realPages } from '../kit/real-pages.ts';
import { vendorRenderer } from '../kit/vendor-parser.ts';

const vendor = await vendorRenderer();
const tree = (html: string) => htmlTree(html).join('\n');

/** How many pages differ from what the parser of Stack's editor makes of them. */
const differing: Readonly<Record<string, number>> = {
  'this repository': 0,
  'corpus/prometheus-docs': 0,
  'corpus/kubernetes-1.36-release-notes.json': 0,
  'dialect-cases.json': 0,
};

test.each(Object.entries(realPages()))(
  '%s is shown as Stack shows it',
  { timeout: 300_000 },
  (from, pages) => {
    const others = pages.filter(({ text }) => tree(renderAsStack(text)) !== tree(vendor(text)));
    expect(others.map(({ name }) => name)).toHaveLength(differing[from] ?? 0);
  },
);
