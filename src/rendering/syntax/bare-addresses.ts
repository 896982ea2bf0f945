import LinkifyIt from 'linkify-it';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { isLinkable, toAddress, toReadable } from '../addresses.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    bareAddress: 'bareAddress';
  }
}
declare module 'mdast' {
  interface LinkData {
    /** Of an address that stands in the text as it is: how it is written there. */
    bare?: string;
  }
}

/** Finds addresses in a text: those with a scheme or `//`, and none that starts with `www` or a name. */
export const addressFinder = new LinkifyIt().set({ fuzzyLink: false, fuzzyEmail: false });

/** Longer ones are no addresses. */
const longest = 2000;
/** How many characters may be looked at again, for each character. */
const mostSteps = 100;

/** Bare addresses that begin with `http:`, `https:` or `ftp:`. Nothing in them has a meaning of its own. */
export function bareAddresses(text: string): Extension {
  let left = mostSteps * Math.max(text.length, 10_000);
  const bareAddress: Construct = {
    name: 'bareAddress',
    previous: (code) =>
      code === null || code < 0 || !/[a-z\d.+\-\\]/i.test(String.fromCharCode(code)),
    tokenize(effects, ok, nok) {
      let run = '';
      let size = 0;
      const lookAhead: Tokenizer = (effects, ok, nok) => {
        const inside: State = (code) => {
          if (isEnd(code) || run.length === longest) {
            effects.exit('data');
            return ok(code);
          }
          run += String.fromCharCode(Number(code));
          if (
            !/^(?:h(?:t(?:t(?:ps?)?)?)?|f(?:tp?)?)$|^(?:https?|ftp):(?:$|\/$|\/\/)/i.test(
              run.slice(0, 8),
            )
          )
            return nok(code);
          effects.consume(code);
          return inside;
        };
        return (code) => {
          effects.enter('data');
          return inside(code);
        };
      };
      const inside: State = (code) => {
        if (size === 0) {
          effects.exit('bareAddress');
          return ok(code);
        }
        size -= 1;
        effects.consume(code);
        return inside;
      };
      const decide: State = (code) => {
        left -= run.length;
        if (left < 0) throw new RangeError('the text has too many addresses');
        const found = addressFinder.matchAtStart(run)?.url.replace(/(?<!\*)\*+$/, '') ?? '';
        size = found.length;
        if (size <= run.indexOf(':') || !isLinkable(toAddress(found))) return nok(code);
        effects.enter('bareAddress');
        return inside(code);
      };
      return effects.check({ tokenize: lookAhead, partial: true }, decide, nok);
    },
  };
  return { text: { 70: bareAddress, 72: bareAddress, 102: bareAddress, 104: bareAddress } };
}

function isEnd(code: Code): boolean {
  return code === null || code <= 32;
}

export const bareAddressesFromMarkdown: FromMarkdown = {
  enter: {
    bareAddress(token) {
      const bare = this.sliceSerialize(token);
      this.enter({ type: 'link', url: bare, children: [], data: { bare } }, token);
      this.enter({ type: 'text', value: toReadable(bare) }, token);
      this.exit(token);
      this.exit(token);
    },
  },
};
