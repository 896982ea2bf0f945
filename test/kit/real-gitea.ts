import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { atEnd } from './at-end.ts';
import { createRepository, git, write } from './repository.ts';

/** A Gitea to test against: `test/gitea/README.md` says how one is started. */
const url = process.env['TEST_GITEA_URL']?.replace(/\/$/, '') ?? '';
const adminToken = process.env['TEST_GITEA_TOKEN'] ?? '';

/** Why the tests that need one are skipped; null: they are not. */
export const noGitea =
  url === '' || adminToken === ''
    ? 'skipped: it takes a server with a runner, which no registry has as a package; TEST_GITEA_URL and TEST_GITEA_TOKEN name none (test/gitea/README.md)'
    : null;

/** A run of a workflow, as Gitea's API has it. */
export interface Run {
  readonly id: number;
  readonly event: string;
  readonly status: string;
  readonly conclusion?: string;
  readonly run_attempt: number;
}

export type Name = 'mia' | 'wren' | 'rita';

/** An organization of its own on a real Gitea, with the Action and a repository that uses it. */
export interface RealGitea {
  readonly url: string;
  readonly organization: string;
  /** OWNER/NAME. */
  readonly repository: string;
  /** `mia` administers it, `wren` writes, `rita` reads; these are their logins. */
  readonly people: Readonly<Record<Name, string>>;
  /** Everything that somebody may do; `mia-roles` is hers with `read:repository` alone. */
  token(name: Name | 'mia-roles'): string;
  /** Asks as somebody; the whole server's administrator where nobody is named. Throws unless it is done. */
  ask<T = unknown>(method: string, path: string, body?: object | null, as?: string): Promise<T>;
  /** The status that somebody gets. */
  status(method: string, path: string, body: object | null, as: string): Promise<number>;
  /** Files of a commit on top of a branch, pushed. */
  push(files: Readonly<Record<string, string>>, branch?: string): void;
  /** Waits for the newest run that a condition fits, and for its end. */
  ended(fits: (run: Run) => boolean): Promise<Run & { readonly log: string }>;
}

/** Makes one, and deletes it when the test ends. */
export async function realGitea(): Promise<RealGitea> {
  const mark = randomBytes(4).toString('hex');
  const organization = `acme-${mark}`;
  const password = randomBytes(12).toString('hex');
  const people = { mia: `mia-${mark}`, wren: `wren-${mark}`, rita: `rita-${mark}` };
  const tokens = new Map<string, string>();

  async function send(method: string, path: string, body: object | null, authorization: string) {
    return fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
  async function ask<T>(method: string, path: string, body: object | null = null, as = adminToken) {
    const authorization = as.startsWith('Basic ') ? as : `token ${as}`;
    const answer = await send(method, path, body, authorization);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (/json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text) as T;
  }

  const repository = `${organization}/handbook`;
  const here = `/repos/${repository}`;
  atEnd(async () => {
    for (const name of ['handbook', 'stack-publish'])
      await ask('DELETE', `/repos/${organization}/${name}`);
    await ask('DELETE', `/orgs/${organization}`);
    for (const login of Object.values(people))
      await ask('DELETE', `/admin/users/${login}?purge=true`);
  });
  await ask('POST', '/orgs', { username: organization, visibility: 'public' });
  for (const [name, login] of Object.entries(people)) {
    const email = `${login}@acme.example`;
    const user = { username: login, email, password, must_change_password: false };
    await ask('POST', '/admin/users', user);
    const basic = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;
    const scopes = { [name]: ['all'], [`${name}-roles`]: ['read:repository'] };
    for (const [token, allowed] of Object.entries(scopes)) {
      const made = { name: token, scopes: allowed };
      const { sha1 } = await ask<{ sha1: string }>('POST', `/users/${login}/tokens`, made, basic);
      tokens.set(token, sha1);
    }
  }
  for (const [name, isPrivate] of [
    ['handbook', true],
    ['stack-publish', false],
  ] as const)
    await ask('POST', `/orgs/${organization}/repos`, {
      name,
      private: isPrivate,
      default_branch: 'main',
    });
  for (const [name, permission] of [
    ['mia', 'admin'],
    ['wren', 'write'],
    ['rita', 'read'],
  ] as const)
    await ask('PUT', `${here}/collaborators/${people[name]}`, { permission });

  const pushTo = (folder: string, name: string, branch: string) => {
    const basic = Buffer.from(`x:${adminToken}`).toString('base64');
    const header = `http.extraheader=AUTHORIZATION: basic ${basic}`;
    const address = `${url}/${organization}/${name}.git`;
    git(folder, '-c', header, 'push', '-q', address, `HEAD:refs/heads/${branch}`);
  };
  const action = createRepository();
  const dist = dirname(inject('cliPath'));
  cpSync(dist, join(action, 'dist'), { recursive: true });
  cpSync(join(import.meta.dirname, '../../action.yml'), join(action, 'action.yml'));
  git(action, 'add', '-A');
  git(action, 'commit', '-q', '-m', 'the Action');
  pushTo(action, 'stack-publish', 'main');

  const folder = createRepository();
  return {
    url,
    organization,
    repository,
    people,
    token(name) {
      const token = tokens.get(name);
      if (token === undefined) throw new TypeError(`nobody is called ${name}`);
      return token;
    },
    ask,
    status: async (method, path, body, as) =>
      (await send(method, path, body, `token ${as}`)).status,
    push(files, branch = 'main') {
      write(folder, files);
      git(folder, 'add', '-A');
      git(folder, 'commit', '-q', '--allow-empty', '-m', 'a commit');
      pushTo(folder, 'handbook', branch);
    },
    async ended(fits) {
      const end = Date.now() + 60_000;
      for (;;) {
        const { workflow_runs: runs } = await ask<{ workflow_runs: Run[] }>(
          'GET',
          `${here}/actions/runs?limit=50`,
        );
        const run = runs.filter(fits).toSorted((a, b) => b.id - a.id)[0];
        if (run?.status === 'completed') {
          const { jobs } = await ask<{ jobs: { id: number; conclusion: string }[] }>(
            'GET',
            `${here}/actions/runs/${run.id}/jobs`,
          );
          const ran = jobs.filter(({ conclusion }) => conclusion !== 'skipped');
          const logs = ran.map(({ id }) => ask<string>('GET', `${here}/actions/jobs/${id}/logs`));
          return { ...run, log: (await Promise.all(logs)).join('\n') };
        }
        if (Date.now() > end) throw new Error('the run did not end: is there a runner?');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    },
  };
}
