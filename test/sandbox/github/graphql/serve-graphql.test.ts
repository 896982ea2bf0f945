import { schema as official } from '@octokit/graphql-schema';
import { buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schemaText } from '../../../../sandbox/github/graphql/schema-text.ts';
import { gitHubHarness } from '../../harness.ts';

const of = (fields: string) => `{ repository(owner: "acme", name: "handbook") { ${fields} } }`;

test('every type, field and argument is one of the official schema', () => {
  // Its text defines a field twice, which changes nothing here.
  const whole = buildSchema(official.idl, { assumeValid: true, assumeValidSDL: true });
  // Whoever wrote for the part that is served can be served by the whole.
  const changes = findBreakingChanges(buildSchema(schemaText), whole);
  expect(changes.map(({ description }) => description)).toEqual([]);
});

describe('lists', () => {
  test('are filtered, ordered and paged', async () => {
    const { drive, graphql } = await gitHubHarness();
    await drive.pullRequests([
      { merged: '2026-11-01T00:00:00Z', labels: ['a'] },
      { merged: '2026-11-03T00:00:00Z', labels: ['B', 'a'] },
      { merged: '2026-11-02T00:00:00Z', labels: ['b'] },
      { merged: '2026-11-04T00:00:00Z', base: 'v1', labels: ['a'] },
      { title: 'open', labels: ['a'] },
      { issue: true },
    ]);
    const list = async (more: string) => {
      const query =
        of(`pullRequests(states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC },
        ${more}) { totalCount pageInfo { hasNextPage endCursor } nodes { number } }`);
      return (await graphql(query)).json.data.repository.pullRequests;
    };
    const numbers = async (more: string) =>
      (await list(more)).nodes.map(({ number }: { number: number }) => number);
    expect(await numbers('first: 9')).toEqual([4, 2, 3, 1]);
    expect(await numbers('first: 9, baseRefName: "main"')).toEqual([2, 3, 1]);
    expect(await numbers('first: 9, labels: ["b"]')).toEqual([2, 3]);
    const first = await list('first: 3');
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const cursor = JSON.stringify(first.pageInfo.endCursor);
    expect(await list(`first: 3, after: ${cursor}`)).toMatchObject({
      nodes: [{ number: 1 }],
      pageInfo: { hasNextPage: false },
    });
    await drive.label(1, { add: ['b'] });
    expect(await numbers('first: 1')).toEqual([1]);
  });

  test('of labels are asked by name, whatever its case', async () => {
    const { drive, graphql } = await gitHubHarness();
    await drive.labels(['stack:article']);
    await drive.pullRequest({ title: 'One', labels: ['stack:faq'] });
    const fields =
      'a: label(name: "Stack:Article") { name } b: label(name: "stack:faq") { name } c: label(name: "x") { name }';
    expect((await graphql(of(fields))).json.data.repository).toEqual({
      a: { name: 'stack:article' },
      b: { name: 'stack:faq' },
      c: null,
    });
  });

  test.each([
    ['pullRequests { totalCount }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['pullRequests(first: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
    ['pullRequests(first: 1, after: "x") { totalCount }', 'INVALID_CURSOR_ARGUMENTS'],
    ['pullRequest(number: 7) { title }', 'NOT_FOUND'],
  ])('%s: %s', async (fields, type) => {
    const { graphql } = await gitHubHarness();
    const { status, json } = await graphql(of(fields));
    expect(status).toBe(200);
    expect(json.errors).toEqual([expect.objectContaining({ type })]);
  });
});

describe('permissions', () => {
  test.each([
    ['pullRequest(number: 1) { title }', {}, 'FORBIDDEN'],
    ['pullRequest(number: 1) { title }', { 'pull-requests': 'read' }, undefined],
    ['pullRequests(first: 1) { totalCount }', { contents: 'write' }, 'FORBIDDEN'],
    ['defaultBranchRef { name }', {}, 'FORBIDDEN'],
    ['isPrivate visibility', {}, undefined],
  ] as const)('%s with %j', async (fields, permissions, type) => {
    const { drive, graphql } = await gitHubHarness({ private: true });
    await drive.pullRequest({ merged: '2026-11-01T00:00:00Z' });
    await drive.permissions(permissions);
    const { json } = await graphql(of(fields));
    expect(json.errors?.[0]?.type).toBe(type);
    await drive.repository({ private: false });
    expect((await graphql(of(fields))).json.errors).toBe(undefined);
  });

  test.each([
    ['stranger', 200, 'NOT_FOUND'],
    ['read', 200, undefined],
    ['invalid', 401, undefined],
    [null, 401, undefined],
  ] as const)('%s', async (token, status, type) => {
    const { graphql } = await gitHubHarness({ private: true });
    const answer = await graphql(of('isPrivate'), token);
    expect(answer.status).toBe(status);
    expect(answer.json.errors?.[0]?.type).toBe(type);
  });
});

test('a comment tells whether it was edited', async () => {
  const { drive, graphql, repo } = await gitHubHarness();
  await drive.pullRequest({});
  const { id } = await drive.comment(1, 'mia-maintain', '/publish');
  const { json } = await repo('GET', `/issues/comments/${id}`, 'job');
  const query = `query ($id: ID!) { node(id: $id) { ... on IssueComment {
    fullDatabaseId body lastEditedAt editor { login } author { login ... on User { databaseId } } } } }`;
  const read = async () => (await graphql(query, 'job', { id: json.node_id })).json.data.node;
  expect(await read()).toEqual({
    fullDatabaseId: String(id),
    body: '/publish',
    lastEditedAt: null,
    editor: null,
    author: { login: 'mia-maintain', databaseId: 1002 },
  });
  await drive.editComment(id, 'else', 'ada-admin');
  const edited = await read();
  expect(edited).toMatchObject({ body: 'else', editor: { login: 'ada-admin' } });
  expect(edited.lastEditedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const old = `query ($id: ID!) { node(id: $id) { ... on IssueComment { databaseId } } }`;
  expect((await graphql(old, 'job', { id: json.node_id })).json.errors).toHaveLength(1);
});

test.each([
  ['{ nothing }', 200],
  ['{', 200],
  ['mutation { x }', 501],
])('%s is refused', async (query, status) => {
  const { graphql } = await gitHubHarness();
  const answer = await graphql(query);
  expect(answer.status).toBe(status);
  if (status === 200) expect(answer.json.errors).toHaveLength(1);
});
