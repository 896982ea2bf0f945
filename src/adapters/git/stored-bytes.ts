import { attributesOf } from './attributes.ts';

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
  const valueOf = await attributesOf(root, paths, ['filter', 'working-tree-encoding']);
  return (path, bytes) => {
    const filter = valueOf(path, 'filter');
    const encoding = valueOf(path, 'working-tree-encoding');
    const decoded = encoding === null ? bytes : asUtf8(bytes, encoding);
    const unread = decoded === null ? `the working-tree-encoding ${encoding}` : null;
    return {
      bytes: decoded ?? bytes,
      changedBy: filter === null ? unread : `the filter ${filter}`,
    };
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
