import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import type { LedgerRecord } from '../../src/model/ledger.ts';
import type { PlannedStep } from '../../src/planning/planned-change.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import type { SitePost } from '../../src/ports/site.ts';
import { writeStep } from '../../src/publishing/write-step.ts';
import { article, raw, recordOf, shown, state } from '../planning/fixtures.ts';
import { listedSite } from '../planning/listed-site.ts';

const base = article();
const ours = article({ body: 'new\n' });
const lost = new Fault('site', 'outcome-unknown', 'No answer.', {
  remedy: 'Wait.',
  outcome: 'unknown',
});

interface Given {
  /** What each read finds; the last one again and again. */
  readonly reads: readonly (SitePost | null)[];
  readonly record?: Partial<LedgerRecord>;
  readonly update?: () => Promise<SitePost>;
}

/** Carries the update out, and tells what was sent. */
async function replace({ reads, record = {}, update }: Given) {
  const change = reconcile(state({ record: recordOf(base, record), base, ours })) as PlannedStep;
  expect(change.step.action).toBe('update');
  let read = 0;
  let sent = 0;
  const result = await writeStep(change, {
    site: {
      ...listedSite([]),
      read: async () => reads[Math.min(read++, reads.length - 1)] ?? null,
      async update(_current, content) {
        sent += 1;
        return update ? update() : shown(content as typeof ours);
      },
    },
    account: 1,
    plan: digestOf({ plan: 1 }),
    encodings: raw,
    intent: null,
    claimed: new Set(),
    addressOf: () => null,
    notAfter: Infinity,
  });
  return { result, sent };
}

describe('a post is read right before it is changed', () => {
  test('and changed where it shows what it was planned for', async () => {
    const { result, sent } = await replace({ reads: [shown(base)] });
    expect(result).toMatchObject({ outcome: 'done', record: { base: digestOf(ours), version: 2 } });
    expect(sent).toBe(1);
  });

  test.each<[string, SitePost | null, string]>([
    ['was deleted', null, 'deleted'],
    ['was locked', shown(base, { editable: false }), 'locked'],
    ['belongs to somebody else', shown(base, { owner: { id: 2, name: 'Robot' } }), 'locked'],
    ['was edited', shown(article({ body: 'edited\n' })), 'moved'],
  ])('and not changed where it %s', async (_, post, reason) => {
    const { result, sent } = await replace({ reads: [post] });
    expect(result).toMatchObject({ outcome: 'held', reason });
    expect(sent).toBe(0);
  });

  test('the post of another account is changed where it was linked by a recorded act', async () => {
    const record = { otherOwner: true };
    const { sent } = await replace({
      reads: [shown(base, { owner: { id: 2, name: 'Robot' } })],
      record,
    });
    expect(sent).toBe(1);
  });

  test('and not changed where it shows the new text already', async () => {
    const { result, sent } = await replace({ reads: [shown(ours)] });
    expect(result).toMatchObject({ outcome: 'done', result: 'unchanged' });
    expect(sent).toBe(0);
  });
});

describe('a change without an answer', () => {
  const update = async () => {
    throw lost;
  };

  test('is done where the post shows it', async () => {
    const { result, sent } = await replace({ reads: [shown(base), shown(ours)], update });
    expect(result).toMatchObject({ outcome: 'done' });
    expect(sent).toBe(1);
  });

  test.each([
    ['shows the old text', shown(base)],
    ['is gone', null],
  ])('stays unknown where the post %s', async (_, after) => {
    const { result } = await replace({ reads: [shown(base), after], update });
    expect(result).toEqual({ outcome: 'failed', fault: lost, unknown: true });
  });

  test('that was refused is not looked for', async () => {
    const refused = new Fault('site', 'site-rejected', 'No.', { remedy: 'Look.' });
    const given = { reads: [shown(base), shown(ours)], update: () => Promise.reject(refused) };
    const { result } = await replace(given);
    expect(result).toEqual({ outcome: 'failed', fault: refused, unknown: false });
  });
});

describe('a change that waited until its look was old', () => {
  const stale = new Fault('site', 'throttled', 'Too long.', { remedy: 'Wait.', outcome: 'stale' });
  const after = (waits: number) => {
    let tried = 0;
    return async () => {
      tried += 1;
      if (tried <= waits) throw stale;
      return shown(ours);
    };
  };

  test('is sent after another look', async () => {
    const { result, sent } = await replace({ reads: [shown(base)], update: after(2) });
    expect(result).toMatchObject({ outcome: 'done', record: { base: digestOf(ours) } });
    expect(sent).toBe(3);
  });

  test('is not sent over what somebody wrote meanwhile', async () => {
    const edited = shown(article({ body: 'edited\n' }));
    const { result, sent } = await replace({ reads: [shown(base), edited], update: after(1) });
    expect(result).toMatchObject({ outcome: 'held', reason: 'moved' });
    expect(sent).toBe(1);
  });

  test('is given up in the end', async () => {
    const { result, sent } = await replace({ reads: [shown(base)], update: after(9) });
    expect(result).toEqual({ outcome: 'failed', fault: stale, unknown: false });
    expect(sent).toBe(4);
  });
});

describe('a post of which only the activity was planned for', () => {
  const mine = shown(article({ body: 'by Ada\n' }), { lastEditor: { id: 2, name: 'Ada' } });
  const decided = async (current: SitePost) => {
    const resolution = { kind: 'source', activity: mine.activity } as const;
    const record = recordOf(base, { resolution });
    const seen = { state: 'read', post: mine } as const;
    const change = reconcile(state({ record, base, ours, seen })) as PlannedStep;
    expect(change.step).toMatchObject({ action: 'overwrite' });
    let sent = 0;
    const result = await writeStep(change, {
      site: {
        ...listedSite([]),
        read: async () => current,
        async update(_current, content) {
          sent += 1;
          return shown(content as typeof ours);
        },
      },
      account: 1,
      plan: digestOf({ plan: 1 }),
      encodings: raw,
      intent: null,
      claimed: new Set(),
      addressOf: () => null,
      notAfter: Infinity,
    });
    return { outcome: result.outcome, sent };
  };

  test('is replaced where it is as it was read', async () => {
    expect(await decided(mine)).toEqual({ outcome: 'done', sent: 1 });
  });

  test.each([
    ['later', { activity: mine.activity + 1000 }],
    // An API may tell times in whole seconds.
    ['in the same second', { body: 'by Ada, again\n' }],
    ['in the same second, its title', { title: 'Else' }],
    ['in the same second, its tags', { tags: ['else'] }],
  ])('is left alone where somebody touched it %s', async (_, change) => {
    expect(await decided({ ...mine, ...change })).toEqual({ outcome: 'held', sent: 0 });
  });
});
