import { quoted } from '../../markdown/quoted.ts';
import type { Problem } from '../reading.ts';

/** A file that is not marked, and the beginning of its text, which the offset is of. */
interface NearMark {
  readonly problem: Problem;
  readonly text: string;
}

/** How much of a file is looked at, in bytes. */
const longest = 16_384;
const lfs = 'version https://git-lfs.github.com/spec/';
const worthReading = /[Ss][Tt][Aa][Cc][Kk]|^version/;
const above = /(?:[\s\p{DI}]|<!--[^]*?-->|\{\/\*[^]*?\*\/\})*/uy;
const fences = String.raw`-{2,}|\+{3,}|;{3,}|[\u2012-\u2015][-\u2012-\u2015]*`;
const opening = new RegExp(String.raw`(${fences})([^\r\n]*)(\r\n|\r|\n)`, 'uy');
const closing = new RegExp(String.raw`(?<=[\r\n])(?:${fences}|\.{3})[^\S\r\n]*(?:[\r\n]|$)`, 'u');
const stackKey = /(?<=^|[\r\n])\p{DI}*[["'{]?\p{DI}*stack\p{DI}*["']?(?:\]|[^\S\r\n]*[:=.])/iu;
/** The front matter of Hugo that is JSON. */
const json = /\{\s*(?:"[^"]*"|[^"}])*"stack"\s*:/iy;
/** One below other text, and its key. In a code block it is an example. */
const buried =
  /(?<=\n[^\S\n]*\n)---[^\S\n]*\n(?:[\w-]+:[^\n]*\n){0,20}?stack[ \t]*:[ \t]*(?:article|faq|\{|\r?\n)/gi;
const fence = /^ {0,3}(?:`{3}|~{3})/gm;

/**
 * Finds what is nearly a mark in a file that is not marked: a front matter that names `stack` and is
 * not read, for example as a comment stands above it. A pointer of Git LFS may hide one.
 */
export function nearMark(bytes: Uint8Array): NearMark | null {
  const [first, second] = bytes;
  // Without a byte order mark, every other byte of ASCII is 0.
  const little = first === 0xff || second === 0;
  const encoding = little ? 'UTF-16LE' : first === 0xfe || first === 0 ? 'UTF-16BE' : 'UTF-8';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longest));
  // Latin-1 keeps ASCII as it is, and costs less.
  if (encoding === 'UTF-8' && !worthReading.test(head.toString('latin1'))) return null;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head);
  const flaw = flawOf(text, encoding);
  if (flaw === null) return null;
  const [offset, message, remedy] = flaw;
  return { problem: { rule: 'mark-not-read', severity: 'warning', offset, message, remedy }, text };
}

const toYaml = 'Write it as YAML between `---` lines.';
const toTop = 'Move its first `---` line to the very start of the file.';

/** The place of the flaw, what is wrong and what to do. */
function flawOf(
  text: string,
  encoding: string,
): readonly [offset: number, message: string, remedy: string] | null {
  if (text.startsWith(lfs))
    return [
      0,
      'The file is a pointer of Git LFS, so that nobody sees whether it is marked, expected its text.',
      'Take the file out of Git LFS, or exclude it in `sources.docs.exclude`.',
    ];
  above.lastIndex = 0;
  above.test(text);
  const start = above.lastIndex;
  const unread = (seen: string) => `The front matter is not read: ${seen}.`;
  json.lastIndex = start;
  if (json.test(text))
    return [start, unread('it is JSON, expected YAML between `---` lines'), toYaml];
  opening.lastIndex = start;
  const [line = '', marks = '', rest = '', lineEnd] = opening.exec(text) ?? [];
  const block = start + line.length;
  const key = line === '' ? null : stackKey.exec(blockIn(text.slice(block)));
  if (key === null) {
    const below = buriedAt(text);
    return below === null ? null : [below, unread('text stands above it, expected nothing'), toTop];
  }
  if (encoding !== 'UTF-8')
    return [start, unread(`the file is ${encoding}, expected UTF-8`), 'Save the file as UTF-8.'];
  if (lineEnd === '\r')
    return [
      start,
      unread('its lines end in CR alone, expected LF or CRLF'),
      'Save the file with LF or CRLF as line ends.',
    ];
  const skipped = text.slice(0, start).replace(/^\uFEFF/, '');
  const first = quoted(`${marks}${rest}`.trim());
  if (/^[+;]/.test(marks))
    return [start, unread(`it begins with ${first}, expected YAML between \`---\` lines`), toYaml];
  if (skipped !== '') {
    const what = /<!--|\{\//.test(skipped) ? 'a comment' : 'blanks or invisible characters';
    return [
      start,
      unread(`${what} stand${what === 'a comment' ? 's' : ''} above it, expected nothing`),
      toTop,
    ];
  }
  if (first !== '"---"')
    return [
      start,
      unread(`it begins with ${first}, expected a plain \`---\` line`),
      'Write `---` alone in the first line.',
    ];
  const seen = key[0].replace(/[\s:=.]+$/, '');
  if (/^(["']?)stack\1$/.test(seen)) return null;
  return [
    block + key.index,
    unread(`it has the key ${quoted(seen)}, expected \`stack\``),
    'Write `stack` in lower case.',
  ];
}

function buriedAt(text: string): number | null {
  for (const { index } of text.matchAll(buried))
    if ((text.slice(0, index).match(fence)?.length ?? 0) % 2 === 0) return index;
  return null;
}

/** The front matter that a text begins with; where nothing closes it, its first paragraph. */
function blockIn(text: string): string {
  const end = closing.exec(text)?.index;
  return end === undefined
    ? (text.split(/(?:\r\n|\r|\n)[^\S\r\n]*[\r\n]/, 1)[0] ?? '')
    : text.slice(0, end);
}
