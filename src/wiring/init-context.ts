import { configOnDisk, type FoundConfig } from '../adapters/git/find-config.ts';
import { currentRef } from '../adapters/git/head.ts';
import { tryGit } from '../adapters/git/git.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { createForgeSetup, type GitHubSetup } from '../adapters/github/forge-setup.ts';
import { parseRepositoryName } from '../adapters/github/repository-name.ts';
import { newFiles } from '../adapters/new-files.ts';
import { shippedWorkflows } from '../adapters/shipped-workflows.ts';
import type { InitContext } from '../commands/init/init-context.ts';
import { isElsewhere } from '../commands/audience-of.ts';
import { Fault } from '../model/error.ts';
import { gitHubPages } from '../model/forge-addresses.ts';
import type { Repository } from '../ports/repository.ts';
import { configPlace, loadParser } from './configuration.ts';
import type { Environment } from './environment.ts';
import { gitHubName, gitHubOptions, gitHubToken } from './forge.ts';
import { sharedConfigs } from './shared-config.ts';
import { workflowsOf } from './workflows-of.ts';

/** Opens what `init` works with. Throws `config-invalid`, `extends-unreadable`, `usage`, `insecure-url`. */
export async function openInit(environment: Environment): Promise<InitContext & AsyncDisposable> {
  if (environment.configFile !== null)
    throw new Fault('usage', 'usage', 'Cannot set up: --config names a file, expected none.', {
      remedy: 'Leave it out: the configuration is written where every command looks for it.',
    });
  const repository = await openRepository(environment.cwd);
  const [parser, remote] = await Promise.all([loadParser(), repository.remote('origin')]);
  const place = configPlace(environment, repository);
  const found = await configOnDisk(place).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'config-not-found') return null;
    throw error;
  });
  const shared = sharedConfigs(environment, repository, { mayMiss: false });
  const parse = (each: FoundConfig) =>
    parser(each, shared, (path) => configOnDisk({ ...place, file: null, usual: [path] }));
  const config = found && { config: await parse(found), name: found.name };
  const github = await gitHubOf(environment, repository);
  const [workflows, shipped, branch] = await Promise.all([
    repository.workingTree().then(workflowsOf),
    shippedWorkflows('workflows'),
    branchOf(repository.root),
  ]);
  return {
    repository,
    files: newFiles(repository.root),
    config,
    parse: (text, name) => parse({ text, name }),
    github,
    host: remote === null ? null : hostOf(remote),
    branch,
    workflows,
    shipped,
    async isIgnored(path) {
      // It takes no literal paths, only such as mean themselves.
      const args = ['--no-literal-pathspecs', 'check-ignore', '--quiet', '--no-index', '--'];
      return (await tryGit(repository.root, [...args, `./${path}`])).code === 0;
    },
    async [Symbol.asyncDispose]() {
      await github?.setup?.close();
    },
  };
}

/** The repository on its GitHub; null where the remote is on none that is known. */
async function gitHubOf(
  environment: Environment,
  repository: Repository,
): Promise<(InitContext['github'] & { readonly setup: GitHubSetup | null }) | null> {
  const name = await gitHubName(environment, repository);
  if (name === null || environment.github.isGitea) return null;
  const named = parseRepositoryName(name);
  if (!named)
    throw new Fault(
      'usage',
      'usage',
      `Cannot set up: the repository on GitHub is ${JSON.stringify(name)}, expected OWNER/NAME.`,
      { remedy: 'Correct GITHUB_REPOSITORY, or the remote `origin`.' },
    );
  const token = gitHubToken(environment);
  return {
    name,
    pages: gitHubPages(environment.github.serverUrl, name),
    setup: token === null ? null : createForgeSetup(gitHubOptions(environment, named, token)),
  };
}

/** The default branch of `origin` as the clone brought it, else the branch that is checked out. */
async function branchOf(root: string): Promise<string> {
  const args = ['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'];
  const { code, stdout } = await tryGit(root, args);
  const ref = code === 0 ? stdout.toString('utf8').trim() : null;
  const name = ref ?? (await currentRef(root)) ?? 'refs/heads/main';
  return name.replace(/^refs\/(?:remotes\/origin|heads)\//, '');
}

/** The host of a remote's address; empty for a folder. */
function hostOf(address: string): string {
  if (!isElsewhere(address)) return URL.parse(address)?.host ?? '';
  return URL.parse(address)?.host || (/^(?:[^@/]*@)?([^:/]+):/.exec(address)?.[1] ?? '');
}
