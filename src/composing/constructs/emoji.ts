import type { Nodes } from 'mdast';
import { blankComments } from '../../markdown/html-comments.ts';
import { sliceOf, startOf } from '../../markdown/nodes.ts';
import type { Construct, EmojiOf } from '../page.ts';
import { matchesIn, type TextRange } from '../words.ts';

/** One code behind the other; `::` is no part of any, as in `std::max::min`. Some escape their marks. */
const run = /(?<!:)(?:\\?:(?:[a-z\d+-]|\\?_){1,60}\\?:)+(?!:)/g;
const code = /\\?:((?:[a-z\d+-]|\\?_){1,60})\\?:/g;

/** Codes of emoji, as `:tada:`, of which the site knows none. */
export const emoji: Construct = function* emoji({ text, nodes, words, around }) {
  if (text.search(code) === -1) return;
  for (const ranges of [words.outsideLinks, words.inLinks, wordsInHtml(text, nodes)])
    for (const { found: codes, start } of matchesIn(text, ranges, run))
      for (const { 0: written, 1: name = '', index } of codes[0].matchAll(code)) {
        const character = around.emojiOf(name.replaceAll('\\', ''));
        const at = start + index;
        if (character !== null) yield { start: at, end: at + written.length, by: character };
      }
};

/** What stands between the tags of HTML, and in no code there. */
function wordsInHtml(text: string, nodes: readonly Nodes[]): readonly TextRange[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'html') return [];
    const html = blankComments(sliceOf(text, node));
    if (html.search(code) === -1) return [];
    const parts = html.matchAll(
      /<(pre|code|tt|script|style|textarea)\b[^>]*>[^]*?(?:<\/\1\s*>|$)|<[^>]*>?|[^<]+/gi,
    );
    return [...parts].flatMap(({ 0: part, index }) => {
      const start = startOf(node) + index;
      return part.startsWith('<') ? [] : [{ start, end: start + part.length }];
    });
  });
}

/** A title as GitHub shows it: with the characters that its codes stand for. */
export function withEmoji(title: string, emojiOf: EmojiOf): string {
  return title.replace(run, (codes) =>
    codes.replace(code, (written, name: string) => emojiOf(name.replaceAll('\\', '')) ?? written),
  );
}

/** The emoji that texts may name. Their table is loaded only where one of the texts has such a code. */
export async function emojiFor(texts: Iterable<string>): Promise<EmojiOf> {
  for (const text of texts)
    if (text.search(code) !== -1) {
      const { nameToEmoji } = await import('gemoji');
      return (name) => (Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? null) : null);
    }
  return () => null;
}
