import { createHash } from 'node:crypto';

/** The id that git gives to a text as a file, where ids are SHA-1. */
export function blobId(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
