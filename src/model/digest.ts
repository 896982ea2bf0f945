import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Digest } from './is-digest.ts';

// Apart, as telling a digest needs no `node:crypto`.
export { isDigest, type Digest } from './is-digest.ts';

/** Digests a value over its canonical JSON (RFC 8785) as UTF-8. */
export function digestOf(value: object): Digest {
  return `sha256:${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`;
}

/** Digests bytes as they are. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
