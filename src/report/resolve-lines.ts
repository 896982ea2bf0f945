import { shownText } from '../model/shown-text.ts';

/** A command line that a shell takes as it stands, whatever the source's key. */
export function resolveLine(source: string, way: string): string {
  return `stack-publish resolve ${shellWord(source)} ${way}`;
}

/** The same as a comment on the forge. */
export function resolveComment(source: string, way: string): string {
  return `/resolve ${sourceWord(source)} ${way}`;
}

/** The same as a run of a workflow that is started by hand. */
export function resolveRun(source: string, way: string, file: string): string {
  const key = shellWord(`source=${sourceWord(source)}`);
  return `gh workflow run ${file} -f ${key} -f resolution=${way}`;
}

/** A comment that links a source to the post at an address, but for that address. */
export function adoptComment(source: string): string {
  return `/adopt ${sourceWord(source)} URL`;
}

function shellWord(text: string): string {
  const plain = /^[\w./][\w./#@:+=-]*$/.test(text);
  return plain ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A key as `readSourceWord` reads it: what a page shows in another way, or a line cannot hold, is escaped. */
function sourceWord(key: string): string {
  const isPlain = shownText(key) === key && key.trim() === key && !/^"|[\t\r\n]/.test(key);
  if (isPlain) return key;
  const escaped = key.replaceAll(
    /[^ !#-[\]-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
