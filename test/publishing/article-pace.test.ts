import { expect, test } from 'vitest';
import type { PlannedStep } from '../../src/planning/planned-change.ts';
import { plannedStep } from '../../src/planning/planned-change.ts';
import { articlePace, articleTurns, takeChunk } from '../../src/publishing/article-pace.ts';
import { blankMemory } from '../../src/model/site-memory.ts';
import { Fault } from '../../src/model/error.ts';
import type { WriteResult } from '../../src/publishing/write-result.ts';
import { silent } from '../../src/ports/log.ts';
import { fakeClock } from '../kit/fake-clock.ts';
import { article, state } from '../planning/fixtures.ts';

const minutes = 60_000;
const quirks = (articleIntervalMs: number) => ({
  quirks: {
    articleIntervalMs,
    coarseDates: true,
    editors: false,
    memory: blankMemory,
    isLacking: () => false,
    recall: () => {},
  } as const,
});

function step(source: string, action: 'create' | 'adopt' = 'create'): PlannedStep {
  const change = plannedStep(state(), action, null, article());
  return { ...change, source, kind: source.startsWith('q') ? 'question' : 'article' };
}

test('a site without such a limit has no pace', () => {
  expect(articlePace({}, 4 * minutes)).toBeNull();
  expect(articlePace(quirks(0), 4 * minutes)).toBeNull();
});

test('with one a minute, all of a chunk are sent within four minutes, also behind another chunk', () => {
  const pace = articlePace(quirks(minutes), 4 * minutes);
  expect(pace?.mostInChunk).toBe(3);
  expect(pace?.lasts(3)).toBe(2 * minutes);
  expect(articlePace(quirks(10 * minutes), 4 * minutes)?.mostInChunk).toBe(1);
});

test('a chunk takes few Articles and goes on with the rest, in order', () => {
  const names = ['a1', 'q1', 'a2', 'a3', 'q2', 'a4', 'q3'];
  const queue = names.map((name) => step(name));
  const chunks: string[][] = [];
  while (queue.length > 0) chunks.push(takeChunk(queue, 5, 2).map(({ source }) => source));
  expect(chunks).toEqual([
    ['a1', 'q1', 'a2', 'q2', 'q3'],
    ['a3', 'a4'],
  ]);
});

test('what links a post writes no Article', () => {
  const queue = ['a1', 'a2', 'a3'].map((name) => step(name, 'adopt'));
  expect(takeChunk(queue, 50, 1)).toHaveLength(3);
});

test('who writes an Article waits before it is looked at, and only after one that was sent', async () => {
  const clock = fakeClock();
  const turns = articleTurns({ interval: minutes }, { clock, log: silent });
  const began: number[] = [];
  const take = (written: WriteResult | null) =>
    turns.take(() => {
      began.push(clock.slept.length);
      return Promise.resolve(written);
    });
  const fault = new Fault('site', 'outcome-unknown', 'No answer.', { remedy: 'Run it again.' });
  await take({ outcome: 'failed', fault, unknown: true });
  await take({ outcome: 'held', reason: 'moved', message: '', remedy: '' });
  await take(null);
  await take({ outcome: 'failed', fault, unknown: true });
  expect(clock.slept).toEqual([minutes]);
  expect(began).toEqual([0, 1, 1, 1]);
});
