import { expect, test } from 'vitest';
import { question, refusal, v2Harness } from './v2-harness.ts';

test('a question is asked, answered, settled and edited', async () => {
  const { api, get, post, filter } = await v2Harness();
  const asked = await post('questions/add', question);
  expect(asked.json.items).toMatchObject([
    { question_id: 1, title: question.title, tags: ['tls'], answer_count: 0, is_answered: false },
  ]);
  for (const absent of ['accepted_answer_id', 'locked_date', 'closed_date', 'last_edit_date'])
    expect(asked.json.items[0]).not.toHaveProperty(absent);
  const answered = await post('questions/1/answers/add', { body: 'Like this.', preview: 'false' });
  expect(answered.json.items).toMatchObject([
    { answer_id: 2, question_id: 1, is_accepted: false, owner: { user_id: 12 } },
  ]);
  expect(refusal(await post('answers/2/accept', {}, { token: 'colleague' }))[1]).toBe(403);
  expect((await post('answers/2/accept')).json.items).toMatchObject([{ is_accepted: true }]);
  expect((await get('questions/1')).json.items).toMatchObject([
    { accepted_answer_id: 2, answer_count: 1 },
  ]);
  expect((await api('GET', '/questions/1/answers/2')).json.isAccepted).toBe(true);

  const raw = await filter('.items;answer.body_markdown;answer.link;question.body_markdown');
  const edited = await post('answers/2/edit', { body: 'Or so.', comment: 'why', filter: raw });
  expect(edited.json.items).toEqual([
    { body_markdown: 'Or so.', link: expect.stringMatching(/\/questions\/1\/how-.*\/2#2$/) },
  ]);
  expect((await get('questions/1/answers', { filter: raw })).json).toEqual(edited.json);
  expect((await get('answers/2', { filter: raw })).json).toEqual(edited.json);
  const again = { ...question, body: 'Again?', filter: raw };
  expect((await post('questions/1/edit', again)).json.items).toEqual([{ body_markdown: 'Again?' }]);

  expect((await post('answers/2/accept/undo')).json.items).toMatchObject([{ is_accepted: false }]);
  await post('answers/2/delete');
  expect((await get('questions/1/answers')).json.items).toEqual([]);
  await post('questions/1/delete');
  expect((await get('questions/1;2')).json.items).toEqual([]);
  expect(refusal(await post('questions/1/answers/add', { body: 'x' }))).toEqual([
    400,
    400,
    'bad_parameter',
    'id',
  ]);
});

test('accepting is no method where the site does not offer it', async () => {
  const { post } = await v2Harness({ switches: { accept: false } });
  await post('questions/add', question);
  await post('questions/1/answers/add', { body: 'Like this.' });
  for (const path of ['answers/2/accept', 'answers/2/accept/undo'])
    expect((await post(path)).json.error_name).toBe('no_method');
});

test('a locked question says since when, and takes no answer', async () => {
  const { drive, get, post } = await v2Harness();
  await post('questions/add', question);
  await drive.lock(1);
  expect((await get('questions/1')).json.items[0].locked_date).toEqual(expect.any(Number));
  expect((await post('questions/1/answers/add', { body: 'x' })).json.error_id).toBe(403);
});

test('a known title or body is refused with the sentence of API v3', async () => {
  const { drive, post } = await v2Harness();
  await post('questions/add', question);
  const title = await post('questions/add', { ...question, body: 'Other?' });
  expect(refusal(title)).toEqual([
    400,
    407,
    'write_failed',
    'A question with that title already exists; please be more specific.',
  ]);
  const body = await post('questions/add', { ...question, title: 'Other?' });
  expect(refusal(body)[3]).toBe('This post appears to be a duplicate of another post.');
  await drive.switches({ duplicateQuestions: 'accepted' });
  expect((await post('questions/add', question)).status).toBe(200);
});
