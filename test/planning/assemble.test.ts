import { expect, test } from 'vitest';
import type { Destination } from '../../src/model/destination.ts';
import { digestOf } from '../../src/model/digest.ts';
import { stepDigest } from '../../src/model/plan.ts';
import { assemble } from '../../src/planning/assemble.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import { article, recordOf, state } from './fixtures.ts';

const destination: Destination = {
  tier: 'business',
  site: 'https://site.example',
  team: 'acme',
  api: 'v3',
};
const base = article();
const made = (source: string) => reconcile(state({ source, ours: article({ title: source }) }));
const changed = (source: string) => {
  const known = { source, record: recordOf(base), base, ours: article({ body: 'new\n' }) };
  return reconcile(state(known));
};
const unchanged = reconcile(state({ source: 'same', record: recordOf(base), base, ours: null }));
const held = reconcile(
  state({ source: 'held', record: recordOf(base), base, seen: { state: 'deleted' } }),
);

test('the steps stand in the order of the sources, and the index has their digests alone', () => {
  const changes = [made('a'), held, changed('b'), unchanged, made('c')];
  const plan = assemble(changes, destination, 7, { create: 25 });
  expect(plan.steps.map(({ source }) => source)).toEqual(['a', 'b', 'c']);
  expect(plan.index).toEqual({
    schema: 1,
    ...destination,
    account: 7,
    steps: plan.steps.map(({ source, step }) => ({
      source,
      action: step.action,
      digest: stepDigest(step),
    })),
  });
  expect(plan.digest).toBe(digestOf(plan.index));
  expect(plan.held.map(({ source }) => source)).toEqual(['held']);
  expect(plan.unchanged.map(({ source }) => source)).toEqual(['same']);
});

test('new posts beyond the limit wait, and changes do not count', () => {
  const plan = assemble([made('a'), changed('b'), made('c'), made('d')], destination, 7, {
    create: 1,
  });
  expect(plan.steps.map(({ source }) => source)).toEqual(['a', 'b']);
  expect(plan.waiting.map(({ source }) => source)).toEqual(['c', 'd']);
});

test('where nothing is to be done there is no digest', () => {
  expect(assemble([held, unchanged], destination, 7, { create: 25 })).toMatchObject({
    digest: null,
    steps: [],
  });
});

test.each([
  ['another team', { ...destination, team: 'other' }, 7],
  ['another site', { ...destination, site: 'https://other.example' }, 7],
  ['another account', destination, 8],
])('%s is another plan', (_, elsewhere, account) => {
  const changes = [made('a')];
  expect(assemble(changes, elsewhere, account, { create: 25 }).digest).not.toBe(
    assemble(changes, destination, 7, { create: 25 }).digest,
  );
});
