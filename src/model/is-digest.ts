import type { Digest } from './digest.ts';

/** Tells whether a text is a whole digest, written as this project writes them. */
export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
