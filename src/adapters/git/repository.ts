import { Fault } from '../../model/error.ts';
import type { Repository } from '../../ports/repository.ts';
import { commitTree } from './commit-tree.ts';
import { gitFault, runGit, splitNul, tryGit } from './git.ts';
import { workingTree } from './working-tree.ts';

/**
 * Opens the checkout that a folder belongs to; the folder may be below its root. Throws
 * `no-git-repository`, `git-failed`, `git-missing`.
 */
export async function openRepository(cwd: string): Promise<Repository> {
  // Both with one start of git; without a commit it still tells the root, and ends with 1.
  const args = ['rev-parse', '--show-toplevel', '--quiet', '--verify', 'HEAD^{commit}'];
  const { code, stdout, stderr } = await tryGit(cwd, args);
  const [, root, commit] =
    /^([^]*?)\n(?:([0-9a-f]{40,64})\n)?$/.exec(stdout.toString('utf8')) ?? [];
  if (code > 1 || stderr !== '') throw gitFault(args, stderr || `exit code ${code}`);
  if (!root) throw gitFault(args, 'this operation must be run in a work tree');
  const addresses = new Map<string, Promise<string | null>>();
  return {
    root,
    commit: commit ?? null,
    workingTree: async () => workingTree(root),
    head: async () => commitTree(root, commit ?? noCommit()),
    changedPaths: () => changedPaths(root),
    remotes: () => remotes(root),
    remote(name) {
      const known = addresses.get(name) ?? address(root, name);
      addresses.set(name, known);
      return known;
    },
  };
}

function noCommit(): never {
  throw new Fault('usage', 'no-commit', 'Cannot read HEAD: the repository has no commit yet', {
    remedy: 'Make a first commit.',
  });
}

async function changedPaths(root: string): Promise<readonly string[]> {
  // `dirty`: git would else start in each submodule, under the submodule's own settings.
  const status = await runGit(root, [
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--ignore-submodules=dirty',
  ]);
  // "XY <path>"
  return splitNul(status)
    .map((entry) => entry.toString('utf8', 3))
    .sort();
}

async function address(root: string, name: string): Promise<string | null> {
  const { code, stdout } = await tryGit(root, ['config', '-z', '--get', `remote.${name}.url`]);
  return code === 0 ? (splitNul(stdout)[0]?.toString('utf8') ?? null) : null;
}

/** As configured, without the rewriting of `insteadOf`: these are names to look at, not to connect to. */
async function remotes(root: string): Promise<readonly string[]> {
  const args = ['config', '-z', '--get-regexp', String.raw`^remote\..*\.(url|pushurl)$`];
  const { code, stdout, stderr } = await tryGit(root, args);
  // 1: no such key
  if (code !== 0 && code !== 1) throw gitFault(args, stderr);
  return splitNul(stdout).map((entry) => entry.toString('utf8').replace(/^[^\n]*\n/, ''));
}
