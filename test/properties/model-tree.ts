import { createHash } from 'node:crypto';
import type { CommitTree, Repository } from '../../src/ports/repository.ts';

/** A commit with these files. */
export function treeOf(files: ReadonlyMap<string, string>): CommitTree {
  const entries = [...files]
    .map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const bytesOf = new Map(entries.map(({ path, bytes }) => [path, bytes]));
  return {
    id: '0'.repeat(40),
    name: 'a commit',
    files: async () =>
      entries.map(({ path, bytes }) => ({
        path,
        revision: createHash('sha1').update(bytes).digest('hex'),
        kind: 'file' as const,
        size: bytes.length,
      })),
    async *read(wanted) {
      for (const file of wanted) {
        const bytes = bytesOf.get(file.path);
        if (!bytes) throw new TypeError(`no file ${file.path}`);
        yield { file, bytes };
      }
    },
  };
}

/** A checkout whose working tree is its commit, and which has no remote. */
export function repositoryOf(tree: CommitTree): Repository {
  return {
    root: '/checkout',
    commit: null,
    workingTree: async () => tree,
    head: async () => tree,
    changedPaths: async () => [],
    remotes: async () => [],
    remote: async () => null,
    sshCommand: async () => null,
    routes: async () => [],
  };
}
