import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hole } from '../../src/model/post.ts';
import { selectSteps } from '../../src/planning/limits.ts';
import { mostWantedFirst, targetsFirst } from '../../src/planning/link-order.ts';
import { plannedStep, type PlannedStep } from '../../src/planning/planned-change.ts';
import { article, recordOf, state } from './fixtures.ts';

const post = { kind: 'article', id: 7 } as const;
const holesFor = (targets: readonly string[]): readonly Hole[] =>
  targets.map((target) => ({ field: 'body', at: 0, for: target, else: `https://forge/${target}` }));

function creating(source: string, ...targets: string[]): PlannedStep {
  return plannedStep(state({ source }), 'create', null, article({ holes: holesFor(targets) }));
}

function relinking(source: string): PlannedStep {
  const record = recordOf(article());
  return { ...plannedStep(state({ source, record }), 'update', post, article()), links: true };
}

const namesOf = (steps: Iterable<PlannedStep>) => [...steps].map(({ source }) => source).join(' ');

describe('steps are carried out in the order of the sources, but', () => {
  test.each<[string, PlannedStep[], string]>([
    ['none of them links to another', [creating('a'), creating('b')], 'a b'],
    ['a chain from its end', [creating('a', 'b'), creating('b', 'c'), creating('c')], 'c b a'],
    ['a star', [creating('a', 'c', 'd'), creating('b'), creating('c'), creating('d')], 'c d a b'],
    [
      'a ring from its first',
      [creating('a', 'b'), creating('b', 'c'), creating('c', 'a')],
      'a c b',
    ],
    [
      'what all of a ring link to first',
      [creating('a', 'c'), creating('b', 'c'), creating('c', 'a', 'b')],
      'c a b',
    ],
    ['a page that links to itself', [creating('a', 'a', 'b'), creating('b')], 'b a'],
    ['what has a post already counts for nothing', [creating('a', 'b'), relinking('b')], 'a b'],
  ])('%s', (_, steps, expected) => {
    expect(namesOf(targetsFirst(steps))).toBe(expected);
  });

  test('whatever links to what, only rings have to be filled twice', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const graph = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)));
    fc.assert(
      fc.property(graph, (links) => {
        const steps = names.map((name) =>
          creating(name, ...links.filter(([from]) => from === name).map(([, to]) => to)),
        );
        const order = namesOf(targetsFirst(steps)).split(' ');
        expect(order.toSorted()).toEqual(names);
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          links.some(
            ([start, end]) =>
              start === from && (end === to || (!seen.has(end) && reaches(end, to, seen.add(end)))),
          );
        for (const [from, to] of links)
          if (order.indexOf(to) > order.indexOf(from)) expect(reaches(to, from)).toBe(true);
      }),
    );
  });

  test('a dense group takes no time by the cube of its size', () => {
    const names = Array.from({ length: 400 }, (_, n) => `${n}`);
    const steps = names.map((name) => creating(name, ...names));
    expect(namesOf(targetsFirst(steps)).split(' ').toSorted()).toEqual(names.toSorted());
  });

  test('a chain may be as long as it likes', () => {
    const steps = Array.from({ length: 20_000 }, (_, n) => creating(`${n}`, `${n + 1}`));
    expect(namesOf(targetsFirst(steps))).toBe(namesOf(steps.toReversed()));
  });
});

describe('a plan takes', () => {
  test('first what others link to, with all that it needs', () => {
    const steps = [
      creating('a'),
      creating('b', 'd'),
      creating('c'),
      creating('d', 'e'),
      creating('e'),
    ];
    expect(namesOf(mostWantedFirst(steps))).toBe('e d a b c');
    // And lists it in the order of the sources.
    expect(namesOf(selectSteps(steps, { create: 3 }).taken)).toBe('a d e');
  });

  test('links alone last, and as many as new posts', () => {
    const changed = plannedStep(state({ source: 'g' }), 'update', post, article());
    const links = ['a', 'c', 'e'].map(relinking);
    const changes = [...links, creating('d'), creating('b'), creating('f'), changed];
    expect(namesOf(selectSteps(changes, { create: 2 }).taken)).toBe('d b g a c');
  });
});
