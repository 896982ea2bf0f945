import { expect, test } from 'vitest';
import { contentShape } from '../../../src/adapters/ledger/entry-shape.ts';
import { Misfit } from '../../../src/adapters/shape.ts';
import { digestOf } from '../../../src/model/digest.ts';

const image = `image:${digestOf({})}`;
const article = (hole: object) => ({
  kind: 'article',
  title: 'A',
  body: '[b]()',
  tags: [],
  type: 'policy',
  permissions: null,
  holes: [{ field: 'body', at: 4, ...hole }],
});

test('a text of the ledger can be filled, whatever has no address', () => {
  for (const hole of [{ for: 'docs/b.md', else: 'https://forge/b' }, { for: image }])
    expect(contentShape(article(hole))).toEqual(article(hole));
  for (const target of ['docs/b.md', 'image:sha256:00', '__proto__'])
    expect(() => contentShape(article({ for: target }))).toThrow(Misfit);
});
