import { expect, test } from 'vitest';
import { stackHarness } from '../../harness.ts';

const question = { title: 'How do I rotate keys?', body: 'With care?', tags: ['tls'] };

test('a question is asked, answered and settled by its owner', async () => {
  const { api } = await stackHarness();
  const asked = await api('POST', '/questions', { body: question });
  expect(asked.status).toBe(201);
  expect(asked.json).toMatchObject({
    bodyMarkdown: question.body,
    answerCount: 0,
    isAnswered: false,
  });
  const path = `/questions/${asked.json.id}`;
  const answered = await api('POST', `${path}/answers`, { body: { body: 'Like this.' } });
  expect([answered.status, answered.json.isAccepted]).toEqual([201, false]);
  const answer = `${path}/answers/${answered.json.id}`;
  expect((await api('POST', `${answer}/accept`, { token: 'colleague' })).status).toBe(403);
  const before = (await api('GET', path)).json;
  const accepted = await api('POST', `${answer}/accept`);
  expect([accepted.status, accepted.json.isAccepted]).toEqual([200, true]);
  expect(accepted.json).not.toHaveProperty('bodyMarkdown');
  const after = (await api('GET', path)).json;
  expect(Date.parse(after.lastActivityDate)).toBeGreaterThan(Date.parse(before.lastActivityDate));
  expect(after.answerCount).toBe(1);
  const found = await api('GET', `/questions?hasAcceptedAnswer=true&questionId=${asked.json.id}`);
  expect(found.json.totalCount).toBe(1);
  expect((await api('GET', `${path}/answers`)).json.items).toMatchObject([{ isAccepted: true }]);
  const undone = await api('DELETE', `${answer}/accept`);
  expect(undone.json.isAccepted).toBe(false);
});

test('accepting another answer replaces the first', async () => {
  const { api } = await stackHarness();
  const { id } = (await api('POST', '/questions', { body: question })).json;
  const make = async (body: string) =>
    (await api('POST', `/questions/${id}/answers`, { body: { body } })).json.id as number;
  const [a, b] = [await make('one'), await make('two')];
  await api('POST', `/questions/${id}/answers/${a}/accept`);
  await api('POST', `/questions/${id}/answers/${b}/accept`);
  expect((await api('GET', `/questions/${id}/answers/${a}`)).json.isAccepted).toBe(false);
  expect((await api('GET', `/questions/${id}/answers/${b}`)).json.isAccepted).toBe(true);
});

test('an edit of an answer is activity of its question, by switch', async () => {
  const { api, drive } = await stackHarness();
  const { id } = (await api('POST', '/questions', { body: question })).json;
  const answer = (await api('POST', `/questions/${id}/answers`, { body: { body: 'one' } })).json;
  const activity = async () =>
    (await api('GET', `/questions/${id}`)).json.lastActivityDate as string;
  const edit = (body: string) =>
    api('PUT', `/questions/${id}/answers/${answer.id}`, { body: { body } });
  const first = await activity();
  expect((await edit('two')).json).toMatchObject({ bodyMarkdown: 'two', lastEditor: { id: 12 } });
  const second = await activity();
  expect(second > first).toBe(true);
  await drive.switches({ answerEditBumps: false });
  await edit('three');
  expect(await activity()).toBe(second);
});

test('a known title or body is refused, by switch', async () => {
  const { api, drive } = await stackHarness();
  await api('POST', '/questions', { body: question });
  const title = await api('POST', '/questions', { body: { ...question, body: 'Other?' } });
  expect([title.status, title.json.detail]).toEqual([
    400,
    'A question with that title already exists; please be more specific.',
  ]);
  const body = await api('POST', '/questions', { body: { ...question, title: 'Other?' } });
  expect(body.json.detail).toBe('This post appears to be a duplicate of another post.');
  await drive.switches({ duplicateQuestions: 'accepted' });
  expect((await api('POST', '/questions', { body: question })).status).toBe(201);
});

test('limits, deletion and wrong pairs are refused', async () => {
  const { api } = await stackHarness();
  const long = await api('POST', '/questions', { body: { ...question, body: 'x'.repeat(30_001) } });
  expect(long.json.title).toBe('Question not created');
  const { id } = (await api('POST', '/questions', { body: question })).json;
  const other = (
    await api('POST', '/questions', {
      body: { title: 'B?', body: 'b', tags: ['a', 'b', 'c', 'd', 'e'] },
    })
  ).json;
  const answer = (await api('POST', `/questions/${id}/answers`, { body: { body: 'a' } })).json;
  expect((await api('GET', `/questions/${other.id}/answers/${answer.id}`)).status).toBe(404);
  expect((await api('GET', `/articles/${id}`)).status).toBe(404);
  expect((await api('DELETE', `/questions/${id}/answers/${answer.id}`)).status).toBe(204);
  expect((await api('DELETE', `/questions/${id}/answers/${answer.id}`)).status).toBe(400);
  expect((await api('GET', `/questions/${id}`)).json.answerCount).toBe(0);
  expect((await api('DELETE', `/questions/${id}`)).status).toBe(204);
  expect((await api('DELETE', `/questions/${id}`)).json.type).toBe(
    '/v3/errors/delete/QuestionAlreadyDeleted',
  );
  expect((await api('POST', `/questions/${id}/answers`, { body: { body: 'a' } })).status).toBe(404);
});
