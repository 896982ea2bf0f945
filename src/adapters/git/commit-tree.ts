import type { CommitTree, RepositoryFile } from '../../ports/repository.ts';
import { runGit, splitNul } from './git.ts';
import { pathName } from './path-name.ts';
import { readBlobs } from './read-blobs.ts';

const kinds = {
  '120000': 'symlink',
  '160000': 'submodule',
} as const satisfies Record<string, RepositoryFile['kind']>;

/** The files of a commit, whose full id is given. Throws `git-failed`. */
export function commitTree(root: string, commit: string): CommitTree {
  return {
    id: commit,
    name: `commit ${commit.slice(0, 12)}`,
    async files() {
      const listing = await runGit(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]);
      return splitNul(listing).map(parseEntry).sort(byPath);
    },
    async *read(files) {
      const blobs = readBlobs(
        root,
        files.filter((file) => file.kind !== 'submodule').map((file) => file.revision),
      );
      try {
        for (const file of files) {
          // A submodule is a commit of another repository: there are no bytes of it here.
          if (file.kind === 'submodule') yield { file, bytes: new Uint8Array() };
          else {
            const next = await blobs.next();
            if (next.done !== true) yield { file, bytes: next.value };
          }
        }
      } finally {
        await blobs.return(undefined);
      }
    },
  };
}

/** Sorts by UTF-16 code units, as everything else here is sorted; git itself sorts by bytes. */
export function byPath(a: RepositoryFile, b: RepositoryFile): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

// "<mode> <type> <id> <size padded>\t<path>"
function parseEntry(entry: Buffer): RepositoryFile {
  const tab = entry.indexOf(0x09);
  const [mode = '', , revision = '', size = ''] = entry.toString('latin1', 0, tab).split(/ +/);
  const { path, isText } = pathName(entry.subarray(tab + 1));
  return {
    path,
    revision,
    kind: isText ? (kinds[mode as keyof typeof kinds] ?? 'file') : 'unnamed',
    size: /^\d+$/.test(size) ? Number(size) : null,
  };
}
