import { findFrontMatter, type FrontMatter } from '../../markdown/front-matter.ts';

/**
 * Tells whether a file may be marked, from its raw bytes: most files of a repository are not, and
 * need no decoding. Latin-1 keeps one character per byte, and ASCII as it is.
 */
export function mayBeMarked(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes[start] !== 0x2d || bytes[start + 1] !== 0x2d || bytes[start + 2] !== 0x2d) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', start);
  const found = findFrontMatter(text);
  return found !== null && namesStack(text, found);
}

/**
 * Tells whether a front matter has a `stack:` key, as far as a look at its text can tell. Where
 * nothing closes it, `---` is a rule and what follows is text: only its first paragraph counts.
 */
function namesStack(text: string, { kind, label, start, end }: FrontMatter): boolean {
  const block = text.slice(start, end);
  if (kind === 'foreign') return /\bstack["']?\s*:/.test(block);
  if (kind === 'unclosed') {
    const paragraph = block.split(/\n[ \t]*\r?\n/, 1)[0] ?? '';
    return label === '' && /(?:^|\n)stack[ \t]*:/.test(paragraph);
  }
  return block.trimStart().startsWith('{')
    ? /[{,\s]["']?stack["']?\s*:/.test(block)
    : /(?:^|\n)[ \t]*["']?stack["']?[ \t]*:/.test(block);
}
