import type { Switches } from './switches.ts';

/** What the site makes of a Markdown text before it stores it. */
export function storedText(text: string, switches: Switches): string {
  let stored = text;
  if (switches.trailingSpaces === 'stripped') stored = stored.replace(/[ \t]+(?=\r?\n|$)/g, '');
  if (switches.finalNewline === 'stripped') stored = stored.replace(/[\r\n]+$/, '');
  if (switches.lineEnds === 'crlf') stored = stored.replace(/\r\n|\r|\n/g, '\r\n');
  return stored;
}
