import { openRepository } from '../adapters/git/repository.ts';
import { createApprovalForge } from '../adapters/github/approval-forge.ts';
import { parseRepositoryName } from '../adapters/github/repository-name.ts';
import { mayPush } from '../adapters/ledger/branch/may-push.ts';
import { gitVersion, nodeVersion } from '../adapters/program-versions.ts';
import { openSite } from '../adapters/stack/open-site.ts';
import type { DoctorContext } from '../commands/doctor/doctor-context.ts';
import { memoize } from '../model/memoize.ts';
import type { RequestCount } from '../ports/site.ts';
import { openCheckout } from './configuration.ts';
import { defaultBranchOf, runRef } from './default-branch.ts';
import type { Environment } from './environment.ts';
import { gitHubName, gitHubOptions, gitHubToken, openForge } from './forge.ts';
import { ledgerPlace, openLedger } from './ledger.ts';
import { siteOptions } from './site.ts';
import { workflowsOf } from './workflows-of.ts';

/** So that what is wrong is told at once, and that a run asks little: each request is sent once. */
const once = { retry: false };

/** Opens the parts that `doctor` looks at, each when it is asked for. */
export function openDoctorContext(environment: Environment): DoctorContext & AsyncDisposable {
  const { cwd } = environment;
  const open: (() => Promise<void>)[] = [];
  const counted = { site: [] as Counted[], forge: [] as Counted[] };

  const checkout = memoize(async () => {
    const opened = await openCheckout(environment);
    counted.forge.push({ requests: opened.configRequests });
    return opened;
  });
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
    isGitea: environment.github.isGitea,
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
      // Nothing can be pushed on trial: that is told as what it is.
      if (found) await (await checkout()).repository.head();
      return found && mayPush(found);
    },
    site: memoize(async () => {
      const { config } = await checkout();
      const { site, close } = await openSite({ ...siteOptions(environment, config), ...once });
      open.push(close);
      counted.site.push(site);
      return site;
    }),
    forge: memoize(async () => {
      const { repository } = await checkout();
      const named = parseRepositoryName(await gitHubName(environment, repository));
      const token = gitHubToken(environment);
      if (!named || token === null || environment.github.isGitea) return null;
      const forge = createApprovalForge({ ...gitHubOptions(environment, named, token), ...once });
      open.push(() => forge.close());
      counted.forge.push(forge);
      return { ...forge, environment: askedOnce((name) => forge.environment(name)) };
    }),
    pullRequests: memoize(async () => {
      const { repository, config } = await checkout();
      const forge = await openForge(environment, repository, config, once);
      if (forge) {
        open.push(() => forge.close());
        counted.forge.push(forge);
      }
      return forge;
    }),
    workflows: memoize(async () => workflowsOf(await (await checkout()).repository.head())),
    requests: () => ({ site: sumOf(counted.site), forge: sumOf(counted.forge) }),
    async [Symbol.asyncDispose]() {
      await Promise.all(open.map((close) => close()));
    },
  };
}

interface Counted {
  readonly requests: RequestCount;
}

function sumOf(counts: readonly Counted[]): RequestCount {
  return {
    total: counts.reduce((sum, { requests }) => sum + requests.total, 0),
    writes: counts.reduce((sum, { requests }) => sum + requests.writes, 0),
  };
}

/** Several checks want to know the same. */
function askedOnce<Answer>(ask: (name: string) => Promise<Answer>) {
  const answers = new Map<string, Promise<Answer>>();
  return (name: string): Promise<Answer> => {
    const answer = answers.get(name) ?? ask(name);
    answers.set(name, answer);
    return answer;
  };
}
