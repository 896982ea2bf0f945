import type { Construct, EmojiOf } from '../page.ts';
import { matchesIn } from '../words.ts';

/** One code behind the other; `::` is no part of any, as in `std::max::min`. Some escape their marks. */
const run = /(?<!:)(?:\\?:(?:[a-z\d+-]|\\?_){1,60}\\?:)+(?!:)/g;
const code = /\\?:((?:[a-z\d+-]|\\?_){1,60})\\?:/g;

/** Codes of emoji, as `:tada:`, of which the site knows none. */
export const emoji: Construct = function* emoji({ text, words, around }) {
  for (const ranges of [words.outsideLinks, words.inLinks])
    for (const { found: codes, start } of matchesIn(text, ranges, run))
      for (const { 0: written, 1: name = '', index } of codes[0].matchAll(code)) {
        const character = around.emojiOf(name.replaceAll('\\', ''));
        const at = start + index;
        if (character !== null) yield { start: at, end: at + written.length, by: character };
      }
};

/** The emoji that texts may name. Their table is loaded only where one of the texts has such a code. */
export async function emojiFor(texts: Iterable<string>): Promise<EmojiOf> {
  for (const text of texts)
    if (text.search(code) !== -1) {
      const { nameToEmoji } = await import('gemoji');
      return (name) => (Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? null) : null);
    }
  return () => null;
}
