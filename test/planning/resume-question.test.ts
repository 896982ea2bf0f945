import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { Intent, LedgerRecord } from '../../src/model/ledger.ts';
import type { PostRef, QuestionContent } from '../../src/model/post.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import type { SitePost } from '../../src/ports/site.ts';
import { article, intentOf, now, recordOf, shown, state } from './fixtures.ts';

const asked: QuestionContent = {
  kind: 'question',
  title: 'How?',
  body: 'How is it done?',
  tags: ['tls'],
  answer: 'So.',
};
const reworded: QuestionContent = { ...asked, body: 'How, at night?', answer: 'With a lamp.' };
const ref: PostRef = { kind: 'question', id: 7 };

function question(content: QuestionContent, answer: SitePost['answer'] = null): SitePost {
  const { title, body } = content;
  const post = shown(article({ title, body }), { kind: 'question', type: null, answer });
  return { ...post, ref: answer ? { ...ref, answer: answer.id } : ref };
}

function answerOf(body: string) {
  return { id: 9, body, owner: { id: 1, name: 'Robot' }, accepted: false };
}

function begun(intent: Partial<Intent>, change: Partial<LedgerRecord> = {}): LedgerRecord {
  return recordOf(article(), {
    kind: 'question',
    post: ref,
    complete: false,
    version: 0,
    base: null,
    intent: intentOf({ outcome: 'unknown', ...intent }),
    ...change,
  });
}

const seen = { state: 'read', post: question(asked) } as const;

test('the answer of a begun question is the same step', () => {
  const record = begun({ content: digestOf(asked), at: now - 300_000 });
  const change = reconcile(state({ ours: asked, intended: asked, record, seen }));
  expect(change).toMatchObject({ step: { action: 'create', target: null }, resume: ref });
});

test('a begun question whose source changed gets the new text too', () => {
  const record = begun({ content: digestOf(asked), at: now - 300_000 });
  const change = reconcile(state({ ours: reworded, intended: asked, record, seen }));
  expect(change).toMatchObject({ step: { action: 'update', target: ref, content: reworded } });
});

test('a question that was begun is held where its source is an Article by now, and then posted as one', () => {
  const record = begun({ content: digestOf(asked), at: now - 300_000 });
  const ours = article();
  const held = reconcile(state({ ours, intended: asked, record, seen }));
  expect(held).toMatchObject({ reason: 'kind-changed', record: { complete: true, intent: null } });
  const resolution = { kind: 'recreate', activity: record.activity } as const;
  const decided = { ...record, ...held.record, resolution };
  expect(reconcile(state({ ours, record: decided, seen }))).toMatchObject({
    step: { action: 'create', target: null, reason: 'kind-changed' },
  });
});

test('so it does where a run died with that change', () => {
  const record = begun({ action: 'update', content: digestOf(reworded), at: now - 300_000 });
  const change = reconcile(state({ ours: reworded, intended: reworded, record, seen }));
  expect(change).toMatchObject({ step: { action: 'update', target: ref, content: reworded } });
});

test('an answer that was sent with a change is found after the source changed again', () => {
  const record = begun({ action: 'update', content: digestOf(reworded) });
  const again = { ...reworded, answer: 'With two lamps.' };
  const answers = [answerOf(reworded.answer)];
  const change = reconcile(state({ ours: again, intended: reworded, record, seen, answers }));
  expect(change).toMatchObject({ step: { action: 'update', target: { ...ref, answer: 9 } } });
});

test.each([
  ['is not repeated at once', {}, [], { reason: 'outcome-unknown' }],
  ['is repeated after five minutes', { at: now - 300_000 }, [], { step: { target: ref } }],
  ['is found', {}, [answerOf(asked.answer)], { step: { target: { ...ref, answer: 9 } } }],
])('an answer that is posted again, and got no answer, %s', (_name, intent, answers, expected) => {
  const record = begun(
    { action: 'update', content: digestOf(asked), ...intent },
    {
      complete: true,
      version: 1,
      base: digestOf(asked),
      activity: now - 10_000,
      resolution: { kind: 'recreate', activity: now - 10_000 },
    },
  );
  const known = { ours: asked, base: asked, intended: asked, record, seen };
  expect(reconcile(state({ ...known, answers }))).toMatchObject(expected);
});
