/** Marks of quotes and lists, behind which a block begins. */
const marks = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/;
const end = String.raw`(?=[ \t\r\n\]<]|$)`;
const number = new RegExp(String.raw`(\d{1,9})[.)]${end}`, 'y');
const other = new RegExp(
  String.raw`#{1,6}${end}|[-+*]${end}|>|(?:=+|-{2,})[ \t]*${end}|[\x60~:]{3}|!!!|\?\?\?`,
  'y',
);

/** So much may stand in a line before what begins a block there. */
const mostBefore = 200;

/**
 * Where a text has to be escaped that comes to stand at the beginning of a line, as what is before it
 * goes, from `start` on: else it would begin a list, a heading or another block. Null where it would not.
 */
export function blockMark(text: string, start: number, from: number): number | null {
  const near = text.slice(Math.max(0, start - mostBefore), start);
  const line = near.lastIndexOf('\n');
  if (line === -1 && start > mostBefore) return null;
  // Other tags right before it go as well.
  const before = near.slice(line + 1).replace(/(?:<[^<>]*>)+$/, '');
  if (!marks.test(before)) return null;
  number.lastIndex = from;
  const digits = number.exec(text)?.[1];
  if (digits !== undefined) return from + digits.length;
  other.lastIndex = from;
  return other.test(text) ? from : null;
}
