import { htmlEncode } from './html-encode.ts';

/** Escapes what HTML would read as its own, and writes the letters of Latin-1 as decimal references. */
export function latinEncode(text: string): string {
  return htmlEncode(text).replace(
    /[\u00a0-\u00ff]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
