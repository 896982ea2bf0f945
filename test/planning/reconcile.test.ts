import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import type { SourceState, PlanEnvironment } from '../../src/planning/source-state.ts';
import type { PlannedChange } from '../../src/planning/planned-change.ts';
import { article, intentOf, now, recordOf, shown, state } from './fixtures.ts';

const base = article();
const ours = article({ body: 'ONE\ntwo\nthree\nfour\nfive\n' });
const theirs = article({ body: 'one\ntwo\nthree\nfour\nFIVE\n' });
const both = article({ body: 'ONE\ntwo\nthree\nfour\nFIVE\n' });
const clash = article({ body: 'uno\ntwo\nthree\nfour\nfive\n' });

const read = (content: ReturnType<typeof article>, change = {}) =>
  ({ state: 'read', post: shown(content, change) }) as const;

/** What a change says, in a word or two. */
function verdict(change: PlannedChange): string {
  switch (change.outcome) {
    case 'unchanged':
      return change.edited ? 'unchanged edited' : 'unchanged';
    case 'step':
      return change.step.action;
    case 'held':
      return change.reason;
  }
}

describe('a source with a post', () => {
  const known = { record: recordOf(base), base };
  const sent = {
    record: recordOf(base, {
      intent: intentOf({ action: 'update', outcome: 'unknown', content: digestOf(ours) }),
    }),
    base,
    intended: ours,
  };
  const table: [string, Partial<SourceState>, string, Partial<PlanEnvironment>?][] = [
    ['nothing changed, nothing read', { ...known, ours: null }, 'unchanged'],
    ['nothing changed, post touched', { ...known, seen: read(base) }, 'unchanged'],
    ['the source changed', { ...known, ours }, 'update'],
    [
      'the source changed, the post was only touched',
      { ...known, ours, seen: read(base) },
      'update',
    ],
    ['the site changed', { ...known, seen: read(theirs) }, 'unchanged edited'],
    ['both made the same change', { ...known, ours, seen: read(ours) }, 'unchanged'],
    ['both changed other lines', { ...known, ours, seen: read(theirs) }, 'merge'],
    ['both changed the same line', { ...known, ours, seen: read(clash) }, 'conflict'],
    [
      'the merge is on the site already',
      {
        ...known,
        ours,
        seen: read(both),
      },
      'unchanged edited',
    ],
    [
      'both changed, in a public repository',
      { ...known, ours, seen: read(theirs) },
      'public',
      { public: true },
    ],
    ['the post was deleted', { ...known, seen: { state: 'deleted' } }, 'deleted'],
    [
      'the post was deleted and the source changed',
      { ...known, ours, seen: { state: 'deleted' } },
      'deleted',
    ],
    [
      'the post is locked and nothing is to be written',
      { ...known, seen: read(base, { editable: false }) },
      'unchanged',
    ],
    [
      'the post is locked and the source changed',
      { ...known, ours, seen: read(base, { editable: false }) },
      'locked',
    ],
    [
      'the post belongs to another account and the source changed',
      { ...known, ours, seen: read(base, { owner: { id: 9, name: 'Ada' } }) },
      'locked',
    ],
    [
      'the post belongs to nobody and the source changed',
      { ...known, ours, seen: read(base, { owner: null }) },
      'locked',
    ],
    [
      'it belongs to another account and was linked by hand',
      {
        record: recordOf(base, { otherOwner: true }),
        base,
        ours,
        seen: read(base, { owner: { id: 9, name: 'Ada' } }),
      },
      'update',
    ],
    [
      'linked by hand, texts differ',
      { record: recordOf(base, { base: null }), ours, seen: read(theirs) },
      'no-base',
    ],
    [
      'linked by hand, texts agree',
      { record: recordOf(base, { base: null }), ours, seen: read(ours) },
      'unchanged',
    ],
    [
      'the kind changed',
      {
        ...known,
        ours: { kind: 'question', title: 'Q', body: 'b', tags: ['tls'], answer: 'a' },
      },
      'kind-changed',
    ],
    [
      'the text shows in another encoding',
      {
        record: recordOf(article({ body: 'a < b' })),
        base: article({ body: 'a < b' }),
        ours,
        seen: read(article({ body: 'a &lt; b' })),
      },
      'encoding',
    ],
    [
      'another encoding, but nothing is to be written',
      {
        record: recordOf(article({ body: 'a < b' })),
        ours: article({ body: 'a < b' }),
        base: article({ body: 'a < b' }),
        seen: read(article({ body: 'a &lt; b' })),
      },
      'unchanged edited',
    ],
    [
      'tags come back in another order',
      {
        record: recordOf(article({ tags: ['a', 'b'] })),
        base: article({ tags: ['a', 'b'] }),
        ours: article({ tags: ['a', 'b'], body: 'new' }),
        seen: read(article({ tags: ['b', 'a'] })),
      },
      'update',
    ],
    [
      'an update without an answer, not there yet',
      {
        record: recordOf(base, { intent: intentOf({ action: 'update', outcome: 'unknown' }) }),
        base,
        ours,
        seen: read(base),
      },
      'outcome-unknown',
    ],
    [
      'an update without an answer, there',
      {
        record: recordOf(base, { intent: intentOf({ action: 'update', outcome: 'unknown' }) }),
        base,
        ours,
        seen: read(ours),
      },
      'unchanged',
    ],
    [
      'an update without an answer, five minutes on',
      {
        record: recordOf(base, {
          intent: intentOf({ action: 'update', outcome: 'unknown', at: now - 300_000 }),
        }),
        base,
        ours,
        seen: read(base),
      },
      'update',
    ],
    [
      'an update without an answer, there, and the source changed again',
      { ...sent, ours: clash, seen: read(ours) },
      'update',
    ],
    [
      'an update without an answer, there, and the source went back',
      { ...sent, ours: base, seen: read(ours) },
      'update',
    ],
    [
      'an update without an answer, not there yet, and the source went back',
      { ...sent, ours: base, seen: read(base) },
      'unchanged',
    ],
    [
      'an update without an answer, there with an edit, and the source went back',
      { ...sent, ours: base, seen: read(both) },
      'merge',
    ],
    [
      'an edit that came before an update without an answer',
      { ...sent, ours: base, seen: read(theirs) },
      'unchanged edited',
    ],
  ];
  test.each(table)('%s', (_name, change, expected, environment = {}) => {
    expect(verdict(reconcile(state({ ...change, ...environment })))).toBe(expected);
  });
});

describe('a source without a post', () => {
  const orphan = {
    source: 'docs/old.md',
    record: recordOf(base),
    base,
    intended: null,
    gone: false,
  };
  const pending = (change: Parameters<typeof intentOf>[0] = {}) =>
    recordOf(base, { post: null, base: null, version: 0, intent: intentOf(change) });
  const table: [string, Partial<SourceState>, string][] = [
    ['is created', {}, 'create'],
    [
      'is not created beside a post with its title',
      {
        candidates: [shown(article({ body: 'other' }))],
      },
      'title-taken',
    ],
    ['adopts a post with its title and text', { candidates: [shown(base)] }, 'adopt'],
    [
      'adopts it whatever its tags',
      {
        candidates: [shown(article({ tags: ['other'] }))],
      },
      'adopt',
    ],
    [
      'asks where several fit',
      {
        candidates: [shown(base), shown(base, { id: 8 })],
      },
      'ambiguous',
    ],
    ['follows a renamed file', { orphans: [orphan] }, 'adopt'],
    [
      'follows a renamed file whose title changed',
      {
        ours: article({ title: 'New title' }),
        orphans: [orphan],
      },
      'adopt',
    ],
    ['follows a renamed file whose text changed', { ours, orphans: [orphan] }, 'adopt'],
    [
      'follows a renamed file whose last change no run could record',
      {
        ours: article({ title: 'New title', body: 'new' }),
        orphans: [{ ...orphan, intended: article({ title: 'New title', body: 'new' }) }],
      },
      'adopt',
    ],
    [
      'is new where title and text changed',
      {
        ours: article({ title: 'New title', body: 'new' }),
        orphans: [orphan],
      },
      'create',
    ],
    [
      'asks where several orphans fit',
      {
        orphans: [orphan, { ...orphan, source: 'docs/older.md' }],
      },
      'ambiguous',
    ],
    [
      'asks where it was renamed and its post deleted',
      { ours, orphans: [{ ...orphan, gone: true }] },
      'deleted',
    ],
    [
      'asks where it was renamed after its post was linked by hand',
      { ours, orphans: [{ ...orphan, base: null, record: recordOf(base, { base: null }) }] },
      'ambiguous',
    ],
    [
      'waits where it was renamed while its post was being created',
      { orphans: [{ ...orphan, record: pending() }] },
      'outcome-unknown',
    ],
    [
      'is created where its post, under its old name, did not come within five minutes',
      { orphans: [{ ...orphan, record: pending({ at: now - 300_000 }) }] },
      'create',
    ],
    [
      'follows a renamed file whose post was being created, found under its old title',
      {
        ours: article({ title: 'New title' }),
        orphans: [{ ...orphan, record: pending({ at: now - 300_000 }), intended: base }],
        candidates: [shown(base, { created: now - 200_000 })],
      },
      'adopt',
    ],
    ['a create of a crashed run, found', { record: pending(), candidates: [shown(base)] }, 'adopt'],
    ['a create of a crashed run, not found yet', { record: pending() }, 'outcome-unknown'],
    [
      'a create that got no answer, not found yet',
      {
        record: pending({ outcome: 'unknown' }),
        running: true,
      },
      'outcome-unknown',
    ],
    ['a create of a run that goes on', { record: pending(), running: true }, 'in-progress'],
    ['a create of a run that nobody can ask', { record: pending(), running: null }, 'in-progress'],
    [
      'a create that is not found after five minutes',
      {
        record: pending({ at: now - 300_000 }),
      },
      'create',
    ],
    [
      'a post that is older than the intent is not its',
      {
        record: pending({ at: now - 60_000 }),
        candidates: [shown(base, { created: now - 3_600_000 })],
      },
      'outcome-unknown',
    ],
  ];
  test.each(table)('%s', (_name, change, expected) => {
    expect(verdict(reconcile(state(change)))).toBe(expected);
  });

  test('a renamed source keeps base and version, and is read again', () => {
    const record = recordOf(base, { version: 3 });
    const change = reconcile(state({ ours, orphans: [{ ...orphan, record }] }));
    expect(change).toMatchObject({
      step: { action: 'adopt', version: 3, base: digestOf(base), target: { id: 7 } },
      renamedFrom: 'docs/old.md',
      composedFrom: { revision: null },
    });
  });

  test('the text of the intent counts where the source changed since', () => {
    const change = reconcile(
      state({
        ours,
        intended: base,
        record: recordOf(base, { post: null, base: null, version: 0, intent: intentOf() }),
        candidates: [shown(base)],
      }),
    );
    expect(change).toMatchObject({ step: { action: 'adopt', content: base, version: 1 } });
  });
});

test('a held change names its source in what to do', () => {
  const change = reconcile(state({ record: recordOf(base), seen: { state: 'deleted' } }));
  expect(change.outcome === 'held' && change.remedy).toContain('resolve docs/a.md recreate');
});

test('a human edit is remembered with its activity, so that it is not read again', () => {
  const change = reconcile(state({ record: recordOf(base), base, seen: read(theirs) }));
  expect(change).toMatchObject({ record: { edited: true, activity: now - 500, revision: 'r2' } });
});

describe('a resolution', () => {
  const edited = { ours, base, seen: read(clash) };
  const decided = (kind: 'source' | 'recreate', activity: number | null, change = {}) =>
    recordOf(base, { resolution: { kind, activity }, ...change });
  const table: [string, Partial<SourceState>, string][] = [
    [
      'for the source becomes an overwrite',
      { ...edited, record: decided('source', now - 500) },
      'overwrite',
    ],
    [
      'for a post that moved since is void',
      { ...edited, record: decided('source', now - 501) },
      'conflict',
    ],
    [
      'for the source does not unlock a post',
      {
        ours,
        base,
        seen: read(clash, { editable: false }),
        record: decided('source', now - 500),
      },
      'locked',
    ],
    [
      'to recreate a deleted post becomes a create',
      {
        ours,
        base,
        seen: { state: 'deleted' },
        record: decided('recreate', now - 10_000),
      },
      'create',
    ],
    [
      'to recreate as another kind becomes a create',
      {
        ours: { kind: 'question', title: 'Q', body: 'b', tags: ['tls'], answer: 'a' },
        base,
        record: decided('recreate', now - 10_000),
      },
      'create',
    ],
    [
      'to post beside a post with the same title becomes a create',
      {
        record: decided('source', now - 500, { post: null, base: null, version: 0 }),
        candidates: [shown(article({ body: 'other' }))],
      },
      'create',
    ],
    [
      'to forget leaves the source alone',
      { ...edited, record: recordOf(base, { forgotten: true }) },
      'unchanged',
    ],
  ];
  test.each(table)('%s', (_name, change, expected) => {
    expect(verdict(reconcile(state(change)))).toBe(expected);
  });

  test('recreated posts go on counting versions, so that no old approval fits', () => {
    const record = decided('recreate', now - 10_000, { version: 4 });
    const change = reconcile(state({ base, seen: { state: 'deleted' }, record }));
    expect(change).toMatchObject({ step: { action: 'create', version: 4, target: null } });
  });
});

test("a public plan shows nothing of somebody else's words, whatever the ledger calls our last text", () => {
  const lastEditor = { id: 21, name: 'Ada' };
  const known = { ours, base, record: recordOf(base), seen: read(base, { lastEditor }) };
  expect(reconcile(state(known))).toMatchObject({ step: { action: 'overwrite' }, shown: base });
  const change = reconcile(state({ ...known, public: true }));
  expect(change).toMatchObject({ step: { action: 'overwrite' }, shown: null });
});
