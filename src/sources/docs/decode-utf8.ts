import { isUtf8 } from 'node:buffer';

/** A file's text, or the line (from 1) and the reason why its bytes are no text. */
type Decoded =
  { readonly text: string } | { readonly text: null; readonly line: number; readonly seen: string };

/** Decodes UTF-8 and keeps a byte order mark. Bytes that are not UTF-8, and NUL, make it no text. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (!isUtf8(bytes)) {
    return { text: null, line: firstBadLine(bytes), seen: 'bytes that are not UTF-8' };
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const nul = text.indexOf('\0');
  if (nul === -1) return { text };
  return { text: null, line: text.slice(0, nul).split('\n').length, seen: 'a NUL byte' };
}

function firstBadLine(bytes: Uint8Array): number {
  // No byte of a longer character is a line feed, so that each line can be looked at by itself.
  let line = 1;
  let start = 0;
  for (;;) {
    const feed = bytes.indexOf(0x0a, start);
    if (feed === -1 || !isUtf8(bytes.subarray(start, feed))) return line;
    start = feed + 1;
    line += 1;
  }
}
