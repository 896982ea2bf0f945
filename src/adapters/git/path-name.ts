import { isUtf8 } from 'node:buffer';

/** The path of a file as text, with escapes (`\xE9`) where its bytes are no UTF-8: then it has no name. */
export function pathName(bytes: Buffer): { readonly path: string; readonly isText: boolean } {
  if (isUtf8(bytes)) return { path: bytes.toString('utf8'), isText: true };
  const escape = (byte: string) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`;
  return { path: bytes.toString('latin1').replaceAll(/[\x80-\xFF]/g, escape), isText: false };
}
