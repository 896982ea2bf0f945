import type { FakeGitHub } from '../fake-github.ts';
import { findObject, listTree, readBlob, type GitObject } from '../git/git-files.ts';
import { nodeId } from '../models/node-id.ts';

const longestText = 512_000;

/** A file as GraphQL shows it; what GitHub gives of a long text is cut. */
export function blobNode(oid: string, text: string): object {
  return {
    __typename: 'Blob',
    id: nodeId('B', oid),
    oid,
    byteSize: Buffer.byteLength(text),
    isBinary: text.includes('\0'),
    isTruncated: text.length > longestText,
    text: text.includes('\0') ? null : text.slice(0, longestText),
  };
}

/** What an expression such as `HEAD:docs` names in the repository; null: nothing. */
export async function objectNode(github: FakeGitHub, expression: string): Promise<object | null> {
  // What HEAD names is the default branch, which git itself knows of only where it was told.
  const text = expression.replace(/^HEAD(?=:|$)/, `refs/heads/${github.defaultBranch}`);
  const found = /[\n\0]/.test(text) ? null : await findObject(github.git, text);
  return found && nodeOf(github, found);
}

async function nodeOf(github: FakeGitHub, { type, oid }: GitObject): Promise<object> {
  if (type === 'blob') return blobNode(oid, String(await readBlob(github.git, oid)));
  if (type === 'commit') return { __typename: 'Commit', id: nodeId('C', oid), oid };
  return {
    __typename: 'Tree',
    id: nodeId('T', oid),
    oid,
    entries: async () =>
      (await listTree(github.git, oid)).map((entry) => ({
        name: entry.name,
        path: entry.name,
        mode: Number.parseInt(entry.mode, 8),
        oid: entry.oid,
        type: entry.type,
        // A submodule's commit is of another repository.
        object: () => (entry.type === 'commit' ? null : nodeOf(github, entry)),
      })),
  };
}
