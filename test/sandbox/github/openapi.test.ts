import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { githubDescription } from '../../../scripts/github-description.ts';
import type { Answer } from '../call.ts';
import { gitHubHarness } from '../harness.ts';
import { nullable } from '../nullable.ts';

interface Response {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly schema: object }>;
}
interface Description {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, Response> }>>;
  readonly components: {
    readonly schemas: object;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

let description: Description;
let ajv: Ajv;

// It comes from the registry that `npm ci` uses. Where that is out of reach only a person may go on.
const official = githubDescription();
const missing = 'missing' in official ? official.missing : null;
if (missing !== null) {
  const reason = `Cannot compare the answers with GitHub's description: ${missing}`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  console.warn(`skipped: ${reason}`);
}

beforeAll(() => {
  if (!('path' in official)) return;
  description = JSON.parse(readFileSync(official.path, 'utf8')) as Description;
  ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(nullable({ $id: 'api', components: { schemas: description.components.schemas } }));
});

function check(method: string, path: string, status: number, answer: Answer): void {
  const name = `${method} ${path}`;
  expect(answer.status, `${name}: ${answer.text}`).toBe(status);
  const given = description.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
  expect(given, name).toBeDefined();
  const shared = given?.$ref?.split('/').at(-1) ?? '';
  const content = (description.components.responses[shared] ?? given)?.content;
  if (content === undefined) return expect(answer.text).toBe('');
  const schema = content['application/json']?.schema ?? {};
  const text = JSON.stringify(nullable(schema)).replaceAll('"#/', '"api#/');
  const validate = ajv.compile(JSON.parse(text) as object);
  validate(answer.json);
  expect(validate.errors ?? [], name).toEqual([]);
}

test.skipIf(missing !== null).each([[false], [true]])(
  'answers fit the official description, private: %s',
  async (closed) => {
    const { drive, repo, api } = await gitHubHarness({ private: closed });
    const root = '/repos/{owner}/{repo}';
    const pull = await drive.pullRequest({
      title: 'Rotate keys',
      body: 'Text',
      labels: ['stack:article'],
      merged: '2026-11-20T10:00:00Z',
    });
    await drive.pullRequest({ title: 'Open', author: null });
    await drive.environment({
      name: 'stack internal',
      reviewers: ['mia-maintain'],
      preventSelfReview: true,
      waitTimer: 5,
      branches: ['main', 'release/*'],
    });
    const run = await drive.run({ actor: 'will-write', waitsFor: ['stack internal'] });
    await drive.release({ tag: 'v1.0.0', body: 'Notes' });

    check('GET', root, 200, await repo('GET', '', 'job'));
    const pulls = `${root}/pulls/{pull_number}`;
    check('GET', pulls, 200, await repo('GET', `/pulls/${pull.number}`, 'job'));
    check('GET', pulls, 200, await repo('GET', '/pulls/2', 'read'));
    check('GET', pulls, 404, await repo('GET', '/pulls/99', 'job'));
    check('GET', `${pulls}/files`, 200, await repo('GET', '/pulls/2/files', 'job'));

    const list = `${root}/issues/{issue_number}/comments`;
    const made = await repo('POST', '/issues/1/comments', 'job', { body: { body: 'Hello' } });
    check('POST', list, 201, made);
    check('POST', list, 422, await repo('POST', '/issues/1/comments', 'job', { body: {} }));
    await repo('POST', '/issues/1/comments', 'app-user', { body: { body: 'From an app' } });
    check('GET', list, 200, await repo('GET', '/issues/1/comments', 'job'));
    const one = `${root}/issues/comments/{comment_id}`;
    const at = `/issues/comments/${made.json.id}`;
    check('GET', one, 200, await repo('GET', at, 'job'));
    check('PATCH', one, 200, await repo('PATCH', at, 'job', { body: { body: 'Edited' } }));
    const react = { body: { content: 'rocket' } };
    check('POST', `${one}/reactions`, 201, await repo('POST', `${at}/reactions`, 'job', react));
    check('POST', `${one}/reactions`, 200, await repo('POST', `${at}/reactions`, 'job', react));
    check('POST', `${one}/reactions`, 422, await repo('POST', `${at}/reactions`, 'job', {}));
    check('DELETE', one, 204, await repo('DELETE', at, 'job'));
    check('GET', one, 404, await repo('GET', at, 'job'));

    await drive.file({
      repository: 'acme/.github',
      path: 'policy/stack-publish.yml',
      text: 'a: 1\n',
    });
    const contents = `${root}/contents/{path}`;
    const file = '/repos/acme/.github/contents/policy/stack-publish.yml';
    check('GET', contents, 200, await api('GET', file, 'job'));
    check('GET', contents, 404, await api('GET', `${file}?ref=v1`, 'job'));

    const permission = `${root}/collaborators/{username}/permission`;
    for (const login of ['ada-admin', 'sten-stranger', 'dependabot[bot]'])
      check('GET', permission, 200, await repo('GET', `/collaborators/${login}/permission`, 'job'));
    check('GET', permission, 404, await repo('GET', '/collaborators/nobody/permission', 'job'));

    const runs = `${root}/actions/runs/{run_id}`;
    const path = `/actions/runs/${run.id}`;
    const pending = `${runs}/pending_deployments`;
    check('GET', pending, 200, await repo('GET', `${path}/pending_deployments`, 'maintain'));
    await drive.approve({ run: run.id, environment: 'stack internal', by: 'mia-maintain' });
    await drive.rerun(run.id, 'will-write');
    check('GET', runs, 200, await repo('GET', path, 'job'));
    const attempt = `${runs}/attempts/{attempt_number}`;
    check('GET', attempt, 200, await repo('GET', `${path}/attempts/1`, 'job'));
    check('GET', `${runs}/approvals`, 200, await repo('GET', `${path}/approvals`, 'job'));

    const environment = `${root}/environments/{environment_name}`;
    const name = '/environments/stack%20internal';
    check('GET', environment, 200, await repo('GET', name, 'job'));
    const policies = `${environment}/deployment-branch-policies`;
    check('GET', policies, 200, await repo('GET', `${name}/deployment-branch-policies`, 'job'));

    const put = (body: object) => repo('PUT', '/environments/new', 'admin', { body });
    const custom = { protected_branches: false, custom_branch_policies: true };
    await drive.repository({ plan: 'enterprise' });
    const reviewers = [
      { type: 'Team', id: 8001 },
      { type: 'User', id: 1002 },
    ];
    check('PUT', environment, 200, await put({ reviewers, deployment_branch_policy: custom }));
    check('PUT', environment, 422, await put({ reviewers: [{ type: 'User', id: 5 }] }));
    check('GET', environment, 200, await repo('GET', '/environments/new', 'job'));
    const add = (at: string, type: string) =>
      repo('POST', `${at}/deployment-branch-policies`, 'admin', { body: { name: 'main', type } });
    check('POST', policies, 200, await add('/environments/new', 'branch'));
    check('POST', policies, 303, await add('/environments/new', 'branch'));
    const secrets = `${environment}/secrets`;
    check('GET', secrets, 200, await repo('GET', '/environments/new/secrets', 'admin'));
    const label = (body: object) => repo('POST', '/labels', 'job', { body });
    check('POST', `${root}/labels`, 201, await label({ name: 'docs', color: 'a2eeef' }));
    check('POST', `${root}/labels`, 422, await label({ name: 'Docs' }));
    for (const token of ['admin', 'job'])
      check('GET', '/orgs/{org}', 200, await api('GET', '/orgs/acme', token));
    check('GET', '/orgs/{org}', 404, await api('GET', '/orgs/other', 'admin'));
    const team = '/orgs/{org}/teams/{team_slug}';
    check('GET', team, 200, await api('GET', '/orgs/acme/teams/platform', 'read'));
    check('GET', team, 404, await api('GET', '/orgs/acme/teams/nobody', 'read'));
    check('GET', '/users/{username}', 200, await api('GET', '/users/mia-maintain', 'job'));
    check('GET', '/users/{username}', 404, await api('GET', '/users/nobody', 'job'));

    check('GET', `${root}/releases`, 200, await repo('GET', '/releases', 'job'));
    check(
      'GET',
      `${root}/releases/tags/{tag}`,
      200,
      await repo('GET', '/releases/tags/v1.0.0', 'job'),
    );
    check('GET', '/user', 200, await api('GET', '/user', 'write'));
    check('GET', '/user', 401, await api('GET', '/user', 'invalid'));
    check('GET', '/user', 403, await api('GET', '/user', 'job'));
    check('GET', '/rate_limit', 200, await api('GET', '/rate_limit', 'job'));
  },
);

test('the newer version of the API leaves out what it dropped', async () => {
  const { drive, repo } = await gitHubHarness();
  await drive.pullRequest({ merged: '2026-11-20T10:00:00Z' });
  const version = (date: string) => ({ headers: { 'X-GitHub-Api-Version': date } });
  const older = await repo('GET', '/pulls/1', 'job', version('2022-11-28'));
  const newer = await repo('GET', '/pulls/1', 'job', version('2026-03-10'));
  expect(older.json.merge_commit_sha).toMatch(/^[0-9a-f]{40}$/);
  expect(newer.json).not.toHaveProperty('merge_commit_sha');
  expect(newer.headers['x-github-api-version-selected']).toBe('2026-03-10');
  expect((await repo('GET', '/pulls/1', 'job', version('2020-01-01'))).status).toBe(400);
});

test.skipIf(missing !== null)('the files of a repository of an organisation', async () => {
  const { drive, api } = await gitHubHarness();
  await drive.newRepository({ name: 'billing', topics: ['publishes'] });
  await drive.newRepository({ name: 'empty', files: {} });
  const root = '/repos/{owner}/{repo}';
  const there = '/repos/acme/billing';
  const as = (body: object) => ({ body });
  check('GET', '/orgs/{org}/repos', 200, await api('GET', '/orgs/acme/repos', 'admin'));
  const entry = { path: '.github/x.yml', mode: '100644', type: 'blob', content: 'x: 1\n' };
  const trees = `${root}/git/trees`;
  const tree = await api('POST', `${there}/git/trees`, 'admin', as({ tree: [entry] }));
  check('POST', trees, 201, tree);
  const none = await api('POST', '/repos/acme/empty/git/trees', 'admin', as({ tree: [entry] }));
  check('POST', trees, 409, none);
  const wrong = { message: 'x', tree: '0'.repeat(40) };
  check(
    'POST',
    `${root}/git/commits`,
    422,
    await api('POST', `${there}/git/commits`, 'admin', as(wrong)),
  );
  const commit = await api(
    'POST',
    `${there}/git/commits`,
    'admin',
    as({ message: 'Set up', tree: tree.json['sha'], parents: [] }),
  );
  check('POST', `${root}/git/commits`, 201, commit);
  const ref = as({ ref: 'refs/heads/x', sha: commit.json['sha'] });
  check('POST', `${root}/git/refs`, 201, await api('POST', `${there}/git/refs`, 'admin', ref));
  check('POST', `${root}/git/refs`, 422, await api('POST', `${there}/git/refs`, 'admin', ref));
  await drive.at('acme/billing').commit({ 'b.md': 'b\n' }, 'y');
  const compared = await api('GET', `${there}/compare/main...y`, 'admin');
  // No schema can be made of its description: it has `nullable` without a type.
  expect(compared.status).toBe(200);
  expect(compared.json).toMatchObject({
    ahead_by: 1,
    files: [{ filename: 'b.md', status: 'added' }],
  });
  const pull = as({ title: 'Set up', head: 'y', base: 'main', body: 'Why' });
  check('POST', `${root}/pulls`, 201, await api('POST', `${there}/pulls`, 'admin', pull));
  check('POST', `${root}/pulls`, 422, await api('POST', `${there}/pulls`, 'admin', pull));
});
