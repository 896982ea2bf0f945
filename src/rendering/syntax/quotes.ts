import { blockQuote } from 'micromark-core-commonmark';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, Token, Tokenizer } from 'micromark-util-types';

/** Spoilers are quotes to all that looks at the parser's tokens. */
const spoilers = new WeakSet<Token>();

const exclamationMark = 33;
const greaterThan = 62;

/** A quote whose mark has no `!` behind it. */
const quote: Construct = {
  ...blockQuote,
  name: 'quote',
  tokenize(effects, ok, nok) {
    const start = blockQuote.tokenize.call(this, effects, ok, nok);
    return effects.check({ tokenize: tokenizePlainMark, partial: true }, start, nok);
  },
};

const tokenizePlainMark: Tokenizer = (effects, ok, nok) => (code) => {
  if (code !== greaterThan) return nok(code);
  effects.enter('blockQuoteMarker');
  effects.consume(code);
  effects.exit('blockQuoteMarker');
  return (next: Code) => (next === exclamationMark ? nok(next) : ok(next));
};

const spoiler: Construct = {
  ...blockQuote,
  name: 'spoiler',
  tokenize(effects, ok, nok) {
    return (code) => {
      const state = this.containerState;
      if (code !== greaterThan || state === undefined) return nok(code);
      const isOpen = state.open;
      if (isOpen !== true) spoilers.add(effects.enter('blockQuote', { _container: true }));
      effects.enter('blockQuotePrefix');
      effects.consume(code);
      return (next) => {
        if (next !== exclamationMark) return nok(next);
        state.open = true;
        effects.consume(next);
        return (after) => {
          // One blank, or the first column of a tab, belongs to the mark.
          if (after === 32 || after === -2 || after === -1) {
            effects.consume(after);
            effects.exit('blockQuotePrefix');
            return ok;
          }
          effects.exit('blockQuotePrefix');
          return ok(after);
        };
      };
    };
  },
};

for (const construct of [quote, spoiler])
  construct.continuation = {
    tokenize(effects, ok, nok) {
      const attempt: typeof effects.attempt = (_, ...states) =>
        effects.attempt(construct, ...states);
      const { continuation } = blockQuote as { continuation: Construct };
      return continuation.tokenize.call(this, { ...effects, attempt }, ok, nok);
    },
  };

/** Quotes, and spoilers: `>!` before each line. */
export const stackQuotes: Extension = {
  disable: { null: ['blockQuote'] },
  document: { [greaterThan]: [quote, spoiler] },
};

export const spoilersFromMarkdown: FromMarkdown = {
  enter: {
    blockQuote(token) {
      const data = { hProperties: { className: ['spoiler'] } };
      this.enter(
        { type: 'blockquote', children: [], ...(spoilers.has(token) ? { data } : {}) },
        token,
      );
    },
  },
};
