import type { Construct, EmojiOf } from '../page.ts';

const code = /(?<!:):([a-z\d_+-]{1,60}):(?!:)/g;

/** Codes of emoji, as `:tada:`, of which the site knows none. */
export const emoji: Construct = function* emoji({ text, words, around }) {
  for (const { start, end } of words)
    for (const { 0: written, 1: name = '', index } of text.slice(start, end).matchAll(code)) {
      const character = around.emojiOf(name);
      if (character !== null)
        yield { start: start + index, end: start + index + written.length, by: character };
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
