import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
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
  const known = memoize(() => settings(root));
  const last = async (wanted: string) =>
    (await known()).findLast(({ name }) => name === wanted)?.value ?? null;
  return {
    root,
    commit: commit ?? null,
    workingTree: async () => workingTree(root),
    head: async () => commitTree(root, commit ?? noCommit()),
    changedPaths: () => changedPaths(root),
    remotes: async () =>
      (await known()).filter(({ name }) => name.startsWith('remote.')).map(({ value }) => value),
    remote: (name) => last(`remote.${name}.url`),
    sshCommand: () => last('core.sshcommand'),
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

/**
 * The settings that somebody looks at, a later one of a name counts. Addresses are as configured, without the rewriting of
 * `insteadOf`: to look at, not to connect to.
 */
async function settings(
  root: string,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const wanted = String.raw`^(core\.sshcommand|remote\..*\.(url|pushurl))$`;
  const args = ['config', '-z', '--get-regexp', wanted];
  const { code, stdout, stderr } = await tryGit(root, args);
  // 1: no such key
  if (code !== 0 && code !== 1) throw gitFault(args, stderr);
  // "<name>\n<value>", or only the name
  return splitNul(stdout).map((entry) => {
    const [name = '', ...lines] = entry.toString('utf8').split('\n');
    return { name, value: lines.join('\n') };
  });
}
