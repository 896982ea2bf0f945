import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownFields } from '../../../../sandbox/stack/v2/fields.ts';
import { methods } from '../../../../sandbox/stack/v2/locate.ts';
import { errorNames } from '../../../../sandbox/stack/v2/problem.ts';
import { defaultSwitches } from '../../../../sandbox/stack/switches.ts';
import { article, question, v2Harness } from './v2-harness.ts';

const text = readFileSync(
  new URL('../../../../sandbox/stack/v2/RELIED-ON.md', import.meta.url),
  'utf8',
);
const grades = ['doc', 'official code', 'live test', 'wild', 'NOT CONFIRMED'];

/** The rows of the table below a heading, without its head. */
function rows(heading: string): string[][] {
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const code = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

test('every method that is served is in the list, with its switch, and no other', () => {
  const listed = rows('Methods').map(([call, , , name]) => {
    const [method = '', path = ''] = (code(call)[0] ?? '').split(' /');
    return `${method} ${path.replace(/\{\w+\}/g, '*')} ${code(name)[0] ?? ''}`;
  });
  const served = methods.map(({ method, path, offered }) => {
    const off = Object.keys(defaultSwitches).find(
      (name) => offered?.({ ...defaultSwitches, [name]: false }) === false,
    );
    return `${method} ${path} ${path === 'filters/create' ? 'unsafeFilters' : (off ?? '')}`;
  });
  expect(new Set(listed)).toEqual(new Set(served));
  expect(listed).toHaveLength(served.length);
});

test('every error that there is is in the list', () => {
  const listed = rows('Errors').map(([id = '', name]) => [id, code(name)[0]]);
  expect(Object.fromEntries(listed)).toEqual(errorNames);
});

test('every row has a grade', () => {
  for (const [heading, column] of [
    ['Ways in', 1],
    ['Methods', 2],
    ['Fields', 2],
    ['Errors', 3],
  ] as const) {
    expect(rows(heading).length).toBeGreaterThan(0);
    for (const row of rows(heading)) expect(grades).toContain(row[column]);
  }
});

test('every field is answered', async () => {
  const { drive, filter, get, post } = await v2Harness();
  await post('articles/add', article);
  await post('questions/add', question);
  await post('questions/2/answers/add', { body: 'Yes.' });
  await post('answers/3/accept');
  for (const id of [1, 2, 3]) await drive.edit(id, { body: 'Edited.' });
  for (const id of [2, 3]) await drive.lock(id);
  const all = await filter(knownFields.join(';'));
  const read = async (path: string) => (await get(path, { filter: all })).json;
  const wrapper = await read('articles/1');
  const answers: Record<string, object> = {
    wrapper,
    article: wrapper.items[0],
    question: (await read('questions/2')).items[0],
    answer: (await read('answers/3')).items[0],
    shallow_user: wrapper.items[0].owner,
    filter: (await read('filters/default')).items[0],
  };
  const listed = rows('Fields').map(([type, fields]) => [code(type)[0] ?? 'wrapper', code(fields)]);
  for (const [type, fields] of listed as [string, string[]][])
    expect(Object.keys(answers[type] ?? {})).toEqual(expect.arrayContaining(fields));
  expect(listed.map(([type]) => type)).toEqual(Object.keys(answers));
});
