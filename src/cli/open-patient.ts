import { refOf } from '../adapters/git/default-branch.ts';
import { runGit } from '../adapters/git/git.ts';
import { mayPush } from '../adapters/ledger/branch/may-push.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { createApprovalForge } from '../adapters/github/approval-forge.ts';
import { gitHubName, gitHubOptions, repositoryNamed } from '../adapters/github/find-github.ts';
import { openSite } from '../adapters/stack/open-site.ts';
import type { Patient } from '../commands/doctor.ts';
import { Fault } from '../model/error.ts';
import {
  ledgerPlace,
  openCheckout,
  openLedger,
  siteOptions,
  type Surroundings,
} from '../wiring/wire.ts';

/** Opens the parts that `doctor` looks at, each when it is asked for. */
export function openPatient(surroundings: Surroundings): Patient & AsyncDisposable {
  const { cwd, env } = surroundings;
  const open: (() => Promise<void>)[] = [];

  const checkout = once(() => openCheckout(surroundings));
  const place = once(async () => {
    const { repository, config } = await checkout();
    return ledgerPlace(env, repository, config.ledger);
  });
  const branch = async () => {
    const found = await place();
    return typeof found === 'string' ? null : found;
  };
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
    ledger: once(async () => openLedger(await place())),
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
      const named = repositoryNamed(await gitHubName(env, repository));
      const token = env['GITHUB_TOKEN'];
      if (!named || !token) return null;
      const forge = createApprovalForge(gitHubOptions(surroundings, named, token));
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
