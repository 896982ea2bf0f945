import { describe, expect, test } from 'vitest';
import type { LedgerRecord } from '../../src/model/ledger.ts';
import type { PostRef, QuestionContent } from '../../src/model/post.ts';
import { answerAgain } from '../../src/planning/resume-question.ts';
import type { PlanEnvironment, SourceState } from '../../src/planning/source-state.ts';
import type { SitePost } from '../../src/ports/site.ts';
import { article, intentOf, now, recordOf, shown, state } from './fixtures.ts';

const base: QuestionContent = {
  kind: 'question',
  title: 'How?',
  body: 'How is it done?\nAnd why?\n',
  tags: ['tls'],
  answer: 'So.',
};
const ref: PostRef = { kind: 'question', id: 7 };

function question(change: Partial<SitePost> = {}): SitePost {
  const { title, body } = base;
  return { ...shown(article({ title, body }), { kind: 'question', type: null, ...change }), ref };
}

function decide(
  current: SitePost,
  {
    ours = base,
    record = {},
    more = {},
    around = {},
  }: {
    readonly ours?: QuestionContent;
    readonly record?: Partial<LedgerRecord>;
    readonly more?: Partial<SourceState>;
    readonly around?: Partial<PlanEnvironment>;
  } = {},
) {
  const known = recordOf(article(), { kind: 'question', post: ref, ...record });
  const seen = { state: 'read', post: current } as const;
  const before = state({ ours, base, seen, record: known, ...more, ...around });
  return answerAgain(before, ref, current, ours);
}

describe('an answer that is posted again', () => {
  test('is an update, which shows the question without it', () => {
    expect(decide(question())).toMatchObject({
      step: { action: 'update', target: ref, content: base },
      shown: { ...base, answer: '' },
      expected: { post: question() },
    });
  });

  test('is merged with what people made of the question', () => {
    const current = question({ body: 'How is it done?\nAnd why at night?\n' });
    expect(decide(current)).toMatchObject({
      step: { action: 'merge', content: { body: current.body, answer: 'So.' } },
    });
  });

  test('is a conflict where both sides changed the question', () => {
    const ours = { ...base, body: 'How was it done?\nAnd why?\n' };
    const current = question({ body: 'How will it be done?\nAnd why?\n' });
    expect(decide(current, { ours })).toMatchObject({ reason: 'conflict' });
    const resolution = { kind: 'source', activity: current.activity } as const;
    expect(decide(current, { ours, record: { resolution } })).toMatchObject({
      step: { action: 'overwrite', content: ours, expects: { activity: current.activity } },
      shown: { body: current.body, answer: '' },
    });
  });

  test("shows and merges none of the site's text where the repository is public", () => {
    const current = question({ title: 'Of a person' });
    const around = { public: true };
    expect(decide(current, { around })).toMatchObject({ reason: 'public' });
    const resolution = { kind: 'source', activity: current.activity } as const;
    expect(decide(current, { around, record: { resolution } })).toMatchObject({ shown: null });
  });
});

describe('an answer that may have been sent already', () => {
  const intended = base;
  const sent = (at: number) => ({ intent: intentOf({ action: 'update', outcome: 'unknown', at }) });
  const answer = { id: 9, body: 'So.', owner: { id: 1, name: 'Robot' }, accepted: false };

  test('is not sent while that may still be carried out', () => {
    const held = decide(question(), { record: sent(now - 1000), more: { intended } });
    expect(held).toMatchObject({ reason: 'outcome-unknown' });
  });

  test('is found, and not sent twice', () => {
    const more = { intended, answers: [answer] };
    expect(decide(question(), { record: sent(now - 1000), more })).toMatchObject({
      step: { action: 'update', target: { ...ref, answer: 9 } },
    });
  });

  test('is sent again once that can happen no more', () => {
    const change = decide(question(), { record: sent(now - 600_000), more: { intended } });
    expect(change).toMatchObject({ step: { action: 'update', target: ref } });
  });
});
