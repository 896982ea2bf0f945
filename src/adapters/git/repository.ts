import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
import type { Repository } from '../../ports/repository.ts';
import { commitTree } from './commit-tree.ts';
import { attributesOf } from './attributes.ts';
import { filtersOff } from './filters-off.ts';
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
    async routes(name) {
      const rewritten = (await known()).some(({ name }) => name.endsWith('insteadof'));
      if (rewritten) return rewrittenRoutes(root, name);
      const ofRemote = [`remote.${name}.url`, `remote.${name}.pushurl`];
      return (await known())
        .filter((each) => ofRemote.includes(each.name))
        .map(({ value }) => value);
    },
    sshCommand: () => last('core.sshcommand'),
  };
}

function noCommit(): never {
  throw new Fault('usage', 'no-commit', 'Cannot read HEAD: the repository has no commit yet', {
    remedy: 'Make a first commit.',
  });
}

async function changedPaths(root: string): Promise<readonly string[]> {
  const { names, env } = await filtersOff(root);
  // `dirty`: git would else start in each submodule, under the submodule's own settings.
  const args = [
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--ignore-submodules=dirty',
  ];
  // "XY <path>"
  const paths = splitNul(await runGit(root, args, { env })).map((entry) => entry.subarray(3));
  const valueOf = await attributesOf(root, names.size === 0 ? [] : paths, ['filter']);
  return (
    paths
      .map(String)
      // Whether these differ, only the program of their filter could tell.
      .filter((path) => !names.has(valueOf(path, 'filter') ?? ''))
      .sort()
  );
}

/** Where git connects to for a remote, with what `insteadOf` makes of its addresses. */
async function rewrittenRoutes(root: string, name: string): Promise<readonly string[]> {
  const ask = async (...options: string[]) => {
    const { stdout } = await tryGit(root, ['remote', 'get-url', '--all', ...options, '--', name]);
    return stdout.toString('utf8').split('\n').filter(Boolean);
  };
  return (await Promise.all([ask(), ask('--push')])).flat();
}

/**
 * The settings that somebody looks at, a later one of a name counts. Addresses are as configured,
 * without the rewriting of `insteadOf`: to look at, not to connect to.
 */
async function settings(
  root: string,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const wanted = String.raw`^(core\.sshcommand|remote\..*\.(url|pushurl)|url\..*\.(push)?insteadof)$`;
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
