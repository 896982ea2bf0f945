import { describe, expect, test } from 'vitest';
import { an, holder, lateWriteMs, stillPending } from '../../src/planning/hold.ts';
import { article, intentOf, now, recordOf, shown, state } from './fixtures.ts';

const base = article();

describe('a held source', () => {
  test('has what the decision needs, and its own key in the remedy', () => {
    const known = state({
      record: recordOf(base),
      seen: { state: 'read', post: shown(base) },
      source: 'docs/$&.md',
    });
    const hold = holder(known, 'Rotating keys', { kind: 'article', id: 7 });
    expect(hold('conflict', 'Both changed.', 'Run `resolve SOURCE source` for SOURCE.')).toEqual({
      outcome: 'held',
      source: 'docs/$&.md',
      kind: 'article',
      title: 'Rotating keys',
      post: { kind: 'article', id: 7 },
      reason: 'conflict',
      message: 'Both changed.',
      remedy: 'Run `resolve docs/$&.md source` for docs/$&.md.',
      conflicts: [],
      record: known.record,
      renamedFrom: null,
      ours: known.ours,
      composedFrom: known.composedFrom,
      current: shown(base),
    });
  });

  test('is of the kind of its source, else of its record', () => {
    const question = recordOf(base, { kind: 'question' });
    const kinds = [state({ record: question }), state({ record: question, ours: null })].map(
      (each) => holder(each, 't', null)('moved', '', '').kind,
    );
    expect(kinds).toEqual(['article', 'question']);
  });
});

describe('a write without an answer', () => {
  const pending = (intent: Parameters<typeof intentOf>[0], running: boolean | null = null) => {
    const known = state({ running });
    return stillPending(known, intentOf(intent), holder(known, 't', null));
  };
  const open = { outcome: 'open' } as const;
  const unknown = { outcome: 'unknown' } as const;

  test.each([
    ['that may be under way', { ...open, at: now - 1000 }, null, 'in-progress'],
    ['of a run that goes on', { ...open, at: now - 1000 }, true, 'in-progress'],
    ['of a run that has ended', { ...open, at: now - 1000 }, false, 'outcome-unknown'],
    ['that was sent', { ...unknown, at: now - 1000 }, true, 'outcome-unknown'],
    ['up to the last moment', { ...unknown, at: now - lateWriteMs + 1 }, null, 'outcome-unknown'],
  ])('%s holds its source', (_, intent, running, reason) => {
    expect(pending(intent, running)?.reason).toBe(reason);
  });

  test('may be repeated once it cannot be carried out any more', () => {
    expect(pending({ ...unknown, at: now - lateWriteMs })).toBeNull();
    expect(stillPending(state(), null, holder(state(), 't', null))).toBeNull();
  });

  test('says from when on, by the clock of the site', () => {
    const held = pending({ ...unknown, at: now - 60_000 });
    expect(held?.remedy).toContain('2026-11-22T12:04:00Z');
  });
});

test('kinds are named with their article', () => {
  expect([an('article'), an('question')]).toEqual(['an article', 'a question']);
});
