/**
 * A whole SHA-256, as `sha256:` and 64 hexadecimal digits. Never shortened: an author controls the
 * text before and after an approval, so a short digest falls to a birthday attack.
 */
export type Digest = `sha256:${string}`;

/** Tells whether a text is a whole digest, written as this project writes them. */
export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
