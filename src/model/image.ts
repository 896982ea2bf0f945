import { isDigest, type Digest } from './is-digest.ts';

/** The kinds of pictures that the site takes. */
export const imageTypes = ['png', 'jpeg', 'gif', 'bmp', 'webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** The largest picture that the site takes, in bytes. */
export const mostImageBytes = 2 * 1024 * 1024;

/** A picture of the repository. */
export interface ImageFile {
  /** From the root of the repository. */
  readonly path: string;
  /** The git blob id; empty in the working tree. */
  readonly revision: string;
  /** In bytes. */
  readonly size: number;
  readonly type: ImageType;
  /** Of its bytes. */
  readonly digest: Digest;
}

/** Whether a file is of a type, by its first 16 bytes as Latin-1. */
const isOfType: Readonly<Record<ImageType, (start: string) => boolean>> = {
  png: (start) => start.startsWith('\x89PNG\r\n\x1a\n'),
  jpeg: (start) => start.startsWith('\xff\xd8\xff'),
  gif: (start) => /^GIF8[79]a/.test(start),
  bmp: (start) => /^BM[^]{12}/.test(start),
  webp: (start) => /^RIFF[^]{4}WEBP/.test(start),
};

/** What kind of picture a file is, by its first bytes; null for anything else, as SVG. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return imageTypes.find((type) => isOfType[type](start)) ?? null;
}

/** What a hole for a picture names. */
export function imageTarget(digest: Digest): string {
  return `image:${digest}`;
}

/** The digest of the picture that a hole names; null where it is not for one. */
export function imageDigest(target: string): Digest | null {
  const digest = target.startsWith('image:') ? target.slice('image:'.length) : '';
  return isDigest(digest) ? digest : null;
}
