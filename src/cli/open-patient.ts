import { resolve } from 'node:path';
import { fileLedger } from '../adapters/file/file-ledger.ts';
import { branchLedger } from '../adapters/git/branch-ledger.ts';
import { refOf } from '../adapters/git/default-branch.ts';
import { forgeCredentials } from '../adapters/git/forge-credentials.ts';
import { runGit } from '../adapters/git/git.ts';
import { ledgerRemote } from '../adapters/git/ledger-remote.ts';
import { mayPush } from '../adapters/git/may-push.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { createApprovalForge } from '../adapters/github/approval-forge.ts';
import { openSite } from '../adapters/stack/open-site.ts';
import type { Patient } from '../commands/doctor.ts';
import { Fault } from '../model/error.ts';
import { version } from '../version.ts';
import { nameOn, openCheckout, proxyOf, siteOptions, type Surroundings } from '../wire.ts';

/** Opens the parts that `doctor` looks at, each when it is asked for. */
export function openPatient(surroundings: Surroundings): Patient & AsyncDisposable {
  const { cwd, env, log, clock } = surroundings;
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const proxy = proxyOf(env);
  const userAgent = `stack-publish/${version}`;
  const open: (() => Promise<void>)[] = [];

  const checkout = once(() => openCheckout(surroundings));
  const branch = once(async () => {
    const { repository, config } = await checkout();
    if ('file' in config.ledger) return null;
    const remote = await repository.remote('origin');
    if (remote === null)
      throw new Fault(
        'usage',
        'config-invalid',
        'The ledger is a branch of the remote `origin`, and there is no such remote.',
        { remedy: 'Add the remote, or set ledger to { file: PATH } for a trial.' },
      );
    const credentials = forgeCredentials({ remote, server, token: env['GITHUB_TOKEN'] });
    const place = { root: repository.root, name: 'origin', env: credentials };
    return ledgerRemote(place, config.ledger.branch, repository.commit);
  });
  return {
    node: process.versions.node,
    gitVersion: async () => (await runGit(process.cwd(), ['--version'])).toString('utf8').trim(),
    repository: once(() => openRepository(cwd)),
    config: async () => (await checkout()).config,
    async defaultBranch() {
      const found = await branch();
      if (!found) return null;
      const head = await found.head();
      if (head === null)
        throw new Fault('usage', 'not-default-branch', 'The remote `origin` has no branch yet.', {
          remedy: 'Push the default branch first.',
        });
      return { name: head.branch, here: await refOf(found.root, env) };
    },
    ledger: once(async () => {
      const found = await branch();
      if (found) return branchLedger(found);
      const { repository, config } = await checkout();
      const file = 'file' in config.ledger ? config.ledger.file : '';
      return fileLedger(resolve(repository.root, file) + (file.endsWith('/') ? '/' : ''));
    }),
    async pushRefusal() {
      const found = await branch();
      return found && mayPush(found);
    },
    site: once(async () => {
      const { site, close } = openSite(siteOptions(surroundings, (await checkout()).config));
      open.push(close);
      return site;
    }),
    forge: once(async () => {
      const { repository } = await checkout();
      const name = env['GITHUB_REPOSITORY'] ?? nameOn(server, await repository.remote('origin'));
      const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name ?? '') ?? [];
      const token = env['GITHUB_TOKEN'];
      if (!owner || !repo || !token) return null;
      const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
      const graphqlUrl = env['GITHUB_GRAPHQL_URL'] ?? `${apiUrl}/graphql`;
      const where = { apiUrl, graphqlUrl, repository: { owner, name: repo } };
      const forge = createApprovalForge({ ...where, token, userAgent, clock, log, proxy });
      open.push(() => forge.close());
      return forge;
    }),
    async [Symbol.asyncDispose]() {
      await Promise.all(open.map((close) => close()));
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
