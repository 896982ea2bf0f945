import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPageSanitizer } from '../../src/adapters/log/create-sanitizer.ts';
import { digestOf } from '../../src/model/digest.ts';
import { heldTooLong, mostSteps, selectSteps } from '../../src/planning/limits.ts';
import { plannedStep, type PlannedStep } from '../../src/planning/planned-change.ts';
import { createDisclosure } from '../../src/report/audience.ts';
import { longestPage } from '../../src/report/line.ts';
import { planSummaryMarkdown } from '../../src/report/plan-summary.ts';
import { anyPlace } from '../../src/report/how-to-approve.ts';
import { article, recordOf, state } from './fixtures.ts';

const post = { kind: 'article', id: 7 } as const;

function creating(source: string, body: string): PlannedStep {
  return plannedStep(state({ source }), 'create', null, article({ body }));
}

function updating(source: string, before: string, after: string): PlannedStep {
  const shown = article({ body: before });
  const record = recordOf(shown);
  return plannedStep(state({ source, record }), 'update', post, article({ body: after }), {
    shown,
  });
}

/** A text of so many bytes, in lines of sixty. */
function textOf(bytes: number): string {
  return `${'x'.repeat(59)}\n`.repeat(Math.ceil(bytes / 60)).slice(0, bytes);
}

const chosen = (changes: readonly PlannedStep[], create = 1000) => {
  const { taken, tooLong } = selectSteps(changes, { create });
  return {
    taken: changes.flatMap((change, n) => (taken.has(change) ? [n] : [])),
    tooLong: changes.flatMap((change, n) => (tooLong.has(change) ? [n] : [])),
  };
};

describe('what a plan takes', () => {
  test('is all where it can be shown', () => {
    const changes = Array.from({ length: 11 }, (_, n) => creating(`docs/${n}.md`, textOf(60_000)));
    expect(chosen(changes)).toEqual({ taken: [...changes.keys()], tooLong: [] });
  });

  test('is no more than can be shown, in the order of the sources; less may fit behind', () => {
    const changes = Array.from({ length: 12 }, (_, n) => creating(`docs/${n}.md`, textOf(60_000)));
    changes.push(creating('docs/small.md', 'Small.\n'));
    expect(chosen(changes).taken).toEqual([...Array(11).keys(), 12]);
  });

  test('counts the lines that go as well as those that come, and not what stays', () => {
    const text = textOf(90_000);
    const small = (n: number) => updating(`docs/${n}.md`, text, `${text}One more line.\n`);
    expect(chosen(Array.from({ length: 100 }, (_, n) => small(n))).taken).toHaveLength(100);
    const whole = (n: number) => updating(`docs/${n}.md`, text, text.replaceAll('x', 'y'));
    expect(chosen(Array.from({ length: 5 }, (_, n) => whole(n))).taken).toEqual([0, 1, 2]);
  });

  test('counts what is not seen as it is shown', () => {
    const hidden = (n: number) => creating(`docs/${n}.md`, '\u200B'.repeat(30_000));
    // Eight bytes each.
    expect(chosen([0, 1, 2].map(hidden)).taken).toEqual([0, 1]);
  });

  test('is one long step alone, and none that is longer', () => {
    const [long, longer] = [textOf(800_000), textOf(901_000)];
    const changes = [creating('a', longer), creating('b', long), creating('c', 'Small.\n')];
    expect(chosen(changes)).toEqual({ taken: [1], tooLong: [0] });
    // What comes before it goes first, and it is the first then.
    expect(chosen([creating('a', 'Small.\n'), creating('b', long)]).taken).toEqual([0]);
    expect(heldTooLong(creating('a', longer))).toMatchObject({
      outcome: 'held',
      reason: 'too-long',
      source: 'a',
    });
  });

  test('has no more new posts than the limit, and no more steps than a page has room for', () => {
    const creates = ['a', 'b', 'c'].map((source) => creating(source, 'Small.\n'));
    expect(chosen([...creates, updating('d', 'A\n', 'B\n')], 2).taken).toEqual([0, 1, 3]);
    const many = Array.from({ length: 600 }, (_, n) => updating(`docs/${n}.md`, 'A\n', 'B\n'));
    expect(chosen(many).taken).toHaveLength(mostSteps);
  });
});

test('what a plan takes is shown whole on one page, whatever is in it', () => {
  const line = fc.constantFrom(
    '',
    '`',
    '`'.repeat(200),
    '\u200B\u202E',
    '\r',
    '::error::x',
    '@@ -1 +1 @@',
    'é'.repeat(40),
    'x'.repeat(400),
  );
  const body = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 2000 }))
    .map(([lines, times]) => `${lines.join('\n')}\n`.repeat(times).slice(0, 100_000));
  const step = fc.tuple(body, fc.option(body, { nil: null })).map(([after, before]) => {
    const source = `docs/${'\u00AD'.repeat(after.length % 200)}.md`;
    return before === null ? creating(source, after) : updating(source, before, after);
  });
  const repeated = fc
    .tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 40 }))
    .map(([steps, times]) => Array.from({ length: times }, () => steps).flat());
  fc.assert(
    fc.property(repeated, (steps) => {
      const changes = steps.map((each) => ({ ...each }));
      const { taken } = selectSteps(changes, { create: 1000 });
      const shown = createDisclosure().view.report({
        destination: { tier: 'business', site: 'https://site.example', team: 'acme', api: 'v3' },
        account: { id: 1, name: 'Robot' },
        digest: digestOf({}),
        people: { users: [], groups: [] },
        tags: [],
        steps: [...taken].map((each) => ({
          action: each.step.action,
          source: each.source,
          url: 'https://site.example/articles/123456789',
          reason: null,
          overwrites: null,
          before: each.shown,
          after: each.step.content,
        })),
        held: Array.from({ length: 50 }, (_, n) => ({
          source: `docs/held-${n}.md`,
          url: null,
          reason: 'conflict' as const,
          message: 'Both changed.',
          remedy: 'Decide.',
          conflicts: [{ field: 'body', ours: textOf(30_000), theirs: textOf(20_000) }],
        })),
        edited: [],
        orphaned: [],
        waiting: changes.length - taken.size,
        unreleased: 0,
        skipped: 0,
        unchanged: 0,
        findings: [],
      });
      const place = anyPlace(['comment'], 'stack-internal');
      const page = planSummaryMarkdown(shown, place, createPageSanitizer([]));
      expect(taken.size).toBeGreaterThan(0);
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(longestPage);
      expect(page).toContain('/publish sha256:');
    }),
    { numRuns: 12 },
  );
});

test('a post that is linked is not shown, so that its text has no size', () => {
  const content = article({ body: textOf(2_000_000) });
  expect(chosen([plannedStep(state(), 'adopt', post, content)]).taken).toEqual([0]);
});
