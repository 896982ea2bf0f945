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
  const answer = await runGit(cwd, ['rev-parse', '--show-toplevel']);
  const root = answer.toString('utf8').replace(/\n$/, '');
  if (root === '') throw gitFault(['rev-parse'], 'this operation must be run in a work tree');
  return {
    root,
    workingTree: async () => workingTree(root),
    head: async () => commitTree(root, await headCommit(root)),
    changedPaths: () => changedPaths(root),
    remotes: () => remotes(root),
    async remote(name) {
      const { code, stdout } = await tryGit(root, ['config', '-z', '--get', `remote.${name}.url`]);
      return code === 0 ? (splitNul(stdout)[0]?.toString('utf8') ?? null) : null;
    },
  };
}

/** The full id of the commit that HEAD names. Throws `no-commit`. */
export async function headCommit(root: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'];
  const { code, stdout, stderr } = await tryGit(root, args);
  if (code === 0) return stdout.toString('latin1').trim();
  if (stderr !== '') throw gitFault(args, stderr);
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

/** As configured, without the rewriting of `insteadOf`: these are names to look at, not to connect to. */
async function remotes(root: string): Promise<readonly string[]> {
  const args = ['config', '-z', '--get-regexp', String.raw`^remote\..*\.(url|pushurl)$`];
  const { code, stdout, stderr } = await tryGit(root, args);
  // 1: no such key
  if (code !== 0 && code !== 1) throw gitFault(args, stderr);
  return splitNul(stdout).map((entry) => entry.toString('utf8').replace(/^[^\n]*\n/, ''));
}
