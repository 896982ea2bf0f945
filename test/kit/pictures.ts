import type { ImageType } from '../../src/model/image.ts';

const starts: Readonly<Record<ImageType, string>> = {
  png: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
  jpeg: '\xff\xd8\xff\xe0\0\x10JFIF\0',
  gif: 'GIF89a\x01\0\x01\0',
  bmp: 'BM\x3a\0\0\0\0\0\0\0\x36\0\0\0',
  webp: 'RIFF\x1a\0\0\0WEBPVP8L',
};

/** Bytes that begin as a picture of a type does; `more` makes them another one. */
export function aPicture(type: ImageType = 'png', more: string | Uint8Array = ''): Buffer {
  return Buffer.concat([Buffer.from(starts[type], 'latin1'), Buffer.from(more)]);
}
