import { decodeString } from 'micromark-util-decode-string';
import type { Construct, State, TokenizeContext, TokenType } from 'micromark-util-types';
import { isLinkable, toAddress } from '../addresses.ts';

/** A construct of the parser that stands for something on Stack only where it fits. */
export function refusing(
  name: string,
  construct: Construct,
  fits: (context: TokenizeContext) => boolean,
): Construct {
  return {
    ...construct,
    name,
    tokenize(effects, ok, nok) {
      const done: State = (code) => (fits(this) ? ok(code) : nok(code));
      return construct.tokenize.call(this, effects, done, nok);
    },
  };
}

/** The last token of one type, unless one of the other type came after it. */
export function lastToken(
  { events }: TokenizeContext,
  type: TokenType,
  barrier: TokenType,
): TokenizeContext['events'][number][1] | null {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const token = events[index]?.[1];
    if (token?.type === type) return token;
    if (token?.type === barrier) return null;
  }
  return null;
}

/** Whether Stack takes the address in a token. Null stands for an empty one, which it does not. */
export function isLinkableToken(
  context: TokenizeContext,
  token: TokenizeContext['events'][number][1] | null,
): boolean {
  return token !== null && isLinkable(toAddress(decodeString(context.sliceSerialize(token))));
}
