import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { textDigest } from '../../src/model/post.ts';
import { recoverUpdate } from '../../src/planning/recover-update.ts';
import type { SourceState } from '../../src/planning/source-state.ts';
import { article, intentOf, recordOf, shown, state } from './fixtures.ts';

const base = article();
const intended = article({ body: 'ONE\ntwo\nthree\nfour\nfive\n' });
const intent = intentOf({ action: 'update', outcome: 'unknown', content: digestOf(intended) });

function sent(shownText: string, change: Partial<SourceState> = {}): SourceState {
  return state({
    record: recordOf(base, { intent, version: 3 }),
    base,
    intended,
    seen: { state: 'read', post: shown({ ...base, body: shownText }, { activity: 99 }) },
    ...change,
  });
}

describe('a change that no run could record', () => {
  test('has arrived where the post shows it: it is the base', () => {
    const { record, base: newBase } = recoverUpdate(sent(intended.body));
    expect(newBase).toBe(intended);
    expect(record).toMatchObject({
      version: 4,
      revision: null,
      base: digestOf(intended),
      text: textDigest(intended),
      step: intent.step,
      plan: intent.plan,
      activity: 99,
      edited: false,
      intent: null,
    });
  });

  test('and was spelled in another way by the site: that is learned', () => {
    const { record } = recoverUpdate(sent(intended.body.trimEnd()));
    expect(record).toMatchObject({ normalizations: ['final-newline'], edited: false });
  });

  test('and was edited by a person since: the edit is theirs', () => {
    const edited = intended.body.replace('five', 'FIVE');
    const { record } = recoverUpdate(sent(edited));
    expect(record).toMatchObject({ base: digestOf(intended), edited: true, intent: null });
  });
});

describe('the state stays as it is', () => {
  test.each<[string, SourceState]>([
    ['where the post shows the old text', sent(base.body)],
    ["where it shows a person's text alone", sent('uno\ntwo\nthree\nfour\nfive\n')],
    ['where the post was not read', sent('', { seen: { state: 'unmoved' } })],
    ['where nothing was under way', sent(intended.body, { record: recordOf(base) })],
    ['where the text is not known', sent(intended.body, { intended: null })],
    [
      'where a post was to be created',
      sent(intended.body, { record: recordOf(base, { intent: { ...intent, action: 'create' } }) }),
    ],
    [
      'where it is recorded already',
      sent(intended.body, { record: recordOf(intended, { intent }), base: intended }),
    ],
  ])('%s', (_, before) => {
    expect(recoverUpdate(before)).toBe(before);
  });
});
