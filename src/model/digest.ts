import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/**
 * A whole SHA-256, as `sha256:` and 64 hexadecimal digits. Never shortened: an author controls the
 * text before and after an approval, so a short digest falls to a birthday attack.
 */
export type Digest = `sha256:${string}`;

/** Digests a value over its canonical JSON (RFC 8785) as UTF-8. */
export function digestOf(value: object): Digest {
  return `sha256:${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`;
}

export { isDigest } from './is-digest.ts';
