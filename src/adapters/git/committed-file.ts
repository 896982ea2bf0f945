import { commitTree } from './commit-tree.ts';
import { gitFault, runGit } from './git.ts';

/**
 * Reads the first of some files that a commit has, whose full id is given. A symlink counts as what it
 * leads to inside of the commit, and one that leads elsewhere as no file. Null where there is none.
 * Throws `git-failed`, also where there is one and git cannot read it.
 */
export async function committedFile(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<{ readonly path: string; readonly bytes: Buffer } | null> {
  // git takes one name a line, and `..` would not be the commit's.
  const named = paths.filter((path) => !path.includes('\n') && !/^\.\.?(?:\/|$)/.test(path));
  const args = ['cat-file', '--batch', '--follow-symlinks'];
  const input = named.map((path) => `${commit}:${path}\n`).join('');
  let rest = await runGit(root, args, { input });
  for (const path of named) {
    const end = rest.indexOf('\n');
    // "<id> <type> <size>\n<bytes>\n"; for a symlink that leads to no file of the commit
    // "symlink <size>\n<path>\n", or dangling, loop, notdir; else "<name> missing\n"
    const header = rest.toString('utf8', 0, end);
    const [, kind, size] =
      /^(?:[0-9a-f]{40,64} )?(blob|tree|commit|symlink|dangling|loop|notdir) (\d+)$/.exec(header) ??
      [];
    if (end === -1 || (kind === undefined && !/ (?:missing|submodule)$/.test(header)))
      throw gitFault(args, `an answer that is not known: ${header.slice(0, 200)}`);
    // So it is also said of what is there and cannot be read: another file must not take its place.
    if (kind === undefined && (await isFile(root, commit, path))) throw gitFault(args, header);
    const length = size === undefined ? 0 : Number(size) + 1;
    if (kind === 'blob') return { path, bytes: rest.subarray(end + 1, end + length) };
    rest = rest.subarray(end + 1 + length);
  }
  return null;
}

/** Whether a commit names a file or a symlink there. Throws `git-failed` where a folder cannot be read. */
async function isFile(root: string, commit: string, path: string): Promise<boolean> {
  const files = await commitTree(root, commit).files();
  return files.some((file) => file.path === path && file.kind !== 'submodule');
}
