import { describe, expect, test } from 'vitest';
import { stackHarness } from '../../harness.ts';
import { article } from '../article.ts';

const namesOf = (answer: { json: { items: { name: string }[] } }) =>
  answer.json.items.map(({ name }) => name);

describe('people and groups', () => {
  test('are listed, and found by their ids', async () => {
    const { api } = await stackHarness();
    expect(namesOf(await api('GET', '/users'))).toEqual([
      'Site Admin',
      'Ada Colleague',
      'Publishing Bot',
      'Community',
    ]);
    expect((await api('GET', '/users/21')).json).toMatchObject({ name: 'Ada Colleague' });
    expect((await api('GET', '/users/22')).status).toBe(404);
    const group = await api('GET', '/user-groups/1001');
    expect(group.json).toMatchObject({ name: 'platform', users: [{ id: 12 }, { id: 21 }] });
    expect((await api('GET', '/user-groups/9')).status).toBe(404);
  });

  test('are found by e-mail address by administrators alone', async () => {
    const { api } = await stackHarness();
    const path = '/users/by-email/ada@acme.example';
    expect((await api('GET', path)).status).toBe(403);
    expect((await api('GET', path, { token: 'admin' })).json).toMatchObject({ id: 21 });
  });
});

describe('experts of a tag', () => {
  const experts = { tls: { users: [1, 21], groups: [1001] } };

  test('are counted as people, and told by name', async () => {
    const { api, drive } = await stackHarness({ switches: { experts } });
    await drive.seed([{ tags: ['tls', 'misc'] }]);
    expect(namesOf(await api('GET', '/tags?hasSmes=true'))).toEqual(['tls']);
    expect(namesOf(await api('GET', '/tags?hasSmes=false'))).toEqual(['misc']);
    const [tag] = (await api('GET', '/tags?partialName=TL')).json.items;
    expect(tag).toMatchObject({ name: 'tls', subjectMatterExpertCount: 3 });
    const path = `/tags/${tag.id}`;
    const told = { users: [{ id: 1 }, { id: 21 }], userGroups: [{ id: 1001, name: 'platform' }] };
    expect((await api('GET', `${path}/subject-matter-experts`)).json).toMatchObject(told);
    expect((await api('GET', path)).json).toMatchObject({ subjectMatterExperts: told });
    expect((await api('GET', '/tags/99/subject-matter-experts')).status).toBe(404);
    // To change them is not served: the product only reads.
    expect((await api('PUT', `${path}/subject-matter-experts`)).status).toBe(501);
  });

  test('are there where the site has them', async () => {
    const { api, drive } = await stackHarness({ switches: { experts, expertise: 'off' } });
    await drive.seed([{ tags: ['tls'] }]);
    const [tag] = (await api('GET', '/tags')).json.items;
    expect(tag.subjectMatterExpertCount).toBeNull();
    expect((await api('GET', `/tags/${tag.id}/subject-matter-experts`)).status).toBe(422);
    expect(namesOf(await api('GET', '/tags?hasSmes=true'))).toEqual([]);
  });
});

test('a new tag is created by whoever may', async () => {
  const { api, drive } = await stackHarness({
    switches: { tagCreation: 'admins', synonyms: { ssl: 'tls' } },
  });
  await drive.seed([{ tags: ['tls'] }]);
  const post = (tags: string[], token: string) =>
    api('POST', '/articles', { body: { ...article, tags }, token });
  expect((await post(['tls', 'ssl'], 'write')).status).toBe(201);
  const refused = await post(['tls', 'new'], 'write');
  expect(refused).toMatchObject({ status: 400, json: { title: 'Article not created' } });
  expect(refused.json.detail).toMatch(/tag 'new'/);
  const question = { title: 'A question?', body: 'q', tags: ['new'] };
  expect((await api('POST', '/questions', { body: question })).status).toBe(400);
  expect((await post(['tls', 'new'], 'admin')).status).toBe(201);
  expect((await api('POST', '/questions', { body: question })).status).toBe(201);
});
