import type { Digest } from '../model/digest.ts';
// Not by way of digest.ts: every comment loads this, and cryptography takes its time to load.
import { isDigest } from '../model/is-digest.ts';

/** The digest that a comment approves: the command is the whole comment, or it is none. */
export function commentCommand(body: string): Digest | null {
  const [word, digest = '', ...more] = body.trim().split(' ');
  return word === '/publish' && more.length === 0 && isDigest(digest) ? digest : null;
}
