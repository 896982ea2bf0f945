import { expect, test } from 'vitest';
import { createRepository, git, write } from '../../../kit/repository.ts';
import { gitHubHarness } from '../../harness.ts';

function commit(folder: string, files: Record<string, string>): string {
  write(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'more');
  return git(folder, 'rev-parse', 'HEAD').trim();
}

test('GraphQL tells which pull request brought the last change of a file', async () => {
  const seed = createRepository({ 'a.md': 'one', 'b.md': 'one' });
  const squashed = commit(seed, { 'a.md': 'two' });
  git(seed, 'switch', '-q', '-c', 'change');
  commit(seed, { 'c.md': 'three' });
  git(seed, 'switch', '-q', 'main');
  git(seed, 'merge', '-q', '--no-ff', '--no-edit', 'change');
  const merged = git(seed, 'rev-parse', 'HEAD').trim();
  const { drive, graphql } = await gitHubHarness({ seed });
  await drive.pullRequests([
    { state: 'merged', mergeCommit: squashed },
    { state: 'merged', mergeCommit: merged },
  ]);
  const history = (path: string) =>
    `history(first: 1, path: "${path}") { nodes { associatedPullRequests(first: 5) { nodes { number merged } } } }`;
  const fields = ['a', 'b', 'c'].map((name) => `${name}: ${history(`${name}.md`)}`).join(' ');
  const { json } = await graphql(
    `{ repository(owner: "acme", name: "handbook") { object(oid: "${merged}") { ... on Commit { ${fields} } } } }`,
  );
  const brought = (numbers: number[]) => ({
    nodes: [
      { associatedPullRequests: { nodes: numbers.map((number) => ({ number, merged: true })) } },
    ],
  });
  expect(json.data.repository.object).toEqual({ a: brought([1]), b: brought([]), c: brought([2]) });
});

test('REST lists the files that a branch changed since it parted from the base', async () => {
  const seed = createRepository({ 'a.md': 'one', 'b.md': 'one' });
  git(seed, 'switch', '-q', '-c', 'change');
  commit(seed, { 'a.md': 'two', 'docs/ü.md': 'new' });
  git(seed, 'rm', '-q', 'b.md');
  git(seed, 'commit', '-q', '-m', 'less');
  git(seed, 'switch', '-q', 'main');
  commit(seed, { 'main.md': 'later' });
  const { drive, repo } = await gitHubHarness({ seed });
  const { number } = await drive.pullRequest({ head: 'change' });
  const { json } = await repo('GET', `/pulls/${number}/files`, 'job');
  const files = (json as { filename: string; status: string }[]).map((file) => [
    file.filename,
    file.status,
  ]);
  expect(files).toEqual([
    ['a.md', 'modified'],
    ['b.md', 'removed'],
    ['docs/ü.md', 'added'],
  ]);
});

test('GraphQL names a bot alone with the ending of its name', async () => {
  const { graphql } = await gitHubHarness();
  expect((await graphql('{ viewer { login } }', 'job')).json.data.viewer.login).toBe(
    'github-actions[bot]',
  );
});
