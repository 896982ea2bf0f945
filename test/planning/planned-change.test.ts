import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { plannedStep } from '../../src/planning/planned-change.ts';
import { article, recordOf, shown, state } from './fixtures.ts';

const base = article();
const ours = article({ body: 'ours\n' });
const merged = article({ body: 'ours and theirs\n' });
const target = { kind: 'article', id: 7 } as const;

test('a step is tied to the text that it replaces and to how often the post was written', () => {
  const record = recordOf(base, { version: 4 });
  const change = plannedStep(state({ record }), 'merge', target, merged, {
    composed: ours,
    expected: { content: base },
    shown: base,
  });
  expect(change.step).toEqual({
    action: 'merge',
    source: 'docs/a.md',
    target,
    base: digestOf(base),
    version: 4,
    content: merged,
  });
  // The base after it is what the source says, never a text of the site.
  expect(change).toMatchObject({ composed: ours, shown: base, record, title: merged.title });
});

test('of a post that was never compared, it has no base', () => {
  const expected = { post: shown(base) };
  const change = plannedStep(state(), 'update', target, ours, { expected });
  expect(change).toMatchObject({ step: { base: null, version: 0 }, expected, shown: null });
});
