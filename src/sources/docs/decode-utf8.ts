/** A file's text, or the line (from 1) and the reason why its bytes are no text. */
export type Decoded =
  { readonly text: string } | { readonly text: null; readonly line: number; readonly seen: string };

/** Decodes UTF-8 and keeps a byte order mark. Bytes that are not UTF-8, and NUL, make it no text. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    const text = decoder.decode(bytes);
    const nul = text.indexOf('\0');
    if (nul === -1) return { text };
    return { text: null, line: text.slice(0, nul).split('\n').length, seen: 'a NUL byte' };
  } catch {
    return { text: null, line: firstBadLine(bytes), seen: 'bytes that are not UTF-8' };
  }
}

function firstBadLine(bytes: Uint8Array): number {
  // No byte of a longer character is a line feed, so that each line can be decoded by itself.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}
