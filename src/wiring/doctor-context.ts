import { openRepository } from '../adapters/git/repository.ts';
import { createApprovalForge } from '../adapters/github/approval-forge.ts';
import { parseRepositoryName } from '../adapters/github/repository-name.ts';
import { mayPush } from '../adapters/ledger/branch/may-push.ts';
import { gitVersion, nodeVersion } from '../adapters/program-versions.ts';
import { openSite } from '../adapters/stack/open-site.ts';
import type { DoctorContext } from '../commands/doctor/examine.ts';
import { memoize } from '../model/memoize.ts';
import { openCheckout } from './configuration.ts';
import { defaultBranchOf, runRef } from './default-branch.ts';
import type { Environment } from './environment.ts';
import { gitHubName, gitHubOptions, gitHubToken, openForge } from './forge.ts';
import { ledgerPlace, openLedger } from './ledger.ts';
import { siteOptions } from './site.ts';

/** Opens the parts that `doctor` looks at, each when it is asked for. */
export function openDoctorContext(environment: Environment): DoctorContext & AsyncDisposable {
  const { cwd } = environment;
  const open: (() => Promise<void>)[] = [];

  const checkout = memoize(() => openCheckout(environment));
  const place = memoize(async () => {
    const { repository, config } = await checkout();
    return ledgerPlace(environment, repository, config.ledger);
  });
  const branch = async () => {
    const found = await place();
    return typeof found === 'string' ? null : found;
  };
  return {
    node: nodeVersion,
    gitVersion,
    now: () => environment.clock.now(),
    tokenExpires: environment.stackTokenExpires,
    repository: memoize(() => openRepository(cwd)),
    config: async () => (await checkout()).config,
    async defaultBranch() {
      const found = await branch();
      if (!found) return null;
      const head = await defaultBranchOf(found);
      return { name: head.branch, here: await runRef(found.root, environment) };
    },
    ledger: memoize(async () => openLedger(await place())),
    async pushRefusal() {
      const found = await branch();
      return found && mayPush(found);
    },
    site: memoize(async () => {
      const { site, close } = openSite(siteOptions(environment, (await checkout()).config));
      open.push(close);
      return site;
    }),
    forge: memoize(async () => {
      const { repository } = await checkout();
      const named = parseRepositoryName(await gitHubName(environment, repository));
      const token = gitHubToken(environment);
      if (!named || token === null) return null;
      const forge = createApprovalForge(gitHubOptions(environment, named, token));
      open.push(() => forge.close());
      return forge;
    }),
    pullRequests: memoize(async () => {
      const { repository, config } = await checkout();
      const forge = await openForge(environment, repository, config);
      if (forge) open.push(() => forge.close());
      return forge;
    }),
    async [Symbol.asyncDispose]() {
      await Promise.all(open.map((close) => close()));
    },
  };
}
