import { runGit, splitNul } from './git.ts';

/** The bytes that a commit would hold of a file on disk, as far as they are known. */
interface StoredBytes {
  readonly bytes: Uint8Array;
  /** What may give the commit other bytes; null where nothing does. */
  readonly changedBy: string | null;
}

/**
 * Tells what git does to the bytes of files on their way into a commit, by their attributes. Nothing is
 * run: an encoding is undone here, and what a filter makes of a file stays unknown. Line ends are not
 * looked at, as they mean the same. Throws `git-failed`.
 */
export async function storedBytes(
  root: string,
  paths: readonly string[],
): Promise<(path: string, bytes: Uint8Array) => StoredBytes> {
  const args = ['check-attr', '-z', '--stdin', 'filter', 'working-tree-encoding'];
  const input = paths.map((path) => `${path}\0`).join('');
  const answer = paths.length === 0 ? [] : splitNul(await runGit(root, args, { input }));
  const attributes = new Map<string, string>();
  for (let at = 0; at + 2 < answer.length; at += 3) {
    const [path, name, value = ''] = answer.slice(at, at + 3).map((part) => part.toString('utf8'));
    if (!/^(?:unspecified|unset|set|)$/.test(value)) attributes.set(`${name} ${path}`, value);
  }
  return (path, bytes) => {
    const filter = attributes.get(`filter ${path}`);
    const encoding = attributes.get(`working-tree-encoding ${path}`);
    const decoded = encoding === undefined ? bytes : asUtf8(bytes, encoding);
    const unread = decoded === null ? `the working-tree-encoding ${encoding}` : null;
    const changedBy = filter === undefined ? unread : `the filter ${filter}`;
    return { bytes: decoded ?? bytes, changedBy };
  };
}

/** Encodes a file anew; null where this cannot be done. */
function asUtf8(bytes: Uint8Array, encoding: string): Uint8Array | null {
  if (/^utf-?8$/i.test(encoding)) return bytes;
  // git tells the byte order of UTF-16 by its mark, and names those with a mark apart.
  const isBig = /^utf-?16$/i.test(encoding) && bytes[0] === 0xfe;
  const label = isBig ? 'utf-16be' : encoding.replace(/-BOM$/i, '');
  try {
    return Buffer.from(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
