import type { Switches } from './switches.ts';

/** What the site makes of a Markdown text before it stores it. */
export function storedText(text: string, switches: Switches): string {
  let stored = text;
  if (switches.trailingSpaces === 'stripped')
    stored = stored
      .split(/(\r\n|\r|\n)/)
      .map((part, index) => (index % 2 === 0 ? withoutEnd(part, ' \t') : part))
      .join('');
  if (switches.finalNewline === 'stripped') stored = withoutEnd(stored, '\r\n');
  if (switches.lineEnds === 'crlf') stored = stored.replace(/\r\n|\r|\n/g, '\r\n');
  return stored;
}

/** In one pass: a pattern like `[ ]+$` takes quadratic time on long runs of blanks. */
function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
