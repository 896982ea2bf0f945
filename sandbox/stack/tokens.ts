import { createHash } from 'node:crypto';
import type { Destination } from '../../src/model/destination.ts';
import { people, type Person } from './people.ts';

export type StackTokenName =
  | 'write'
  | 'read'
  | 'admin'
  | 'colleague'
  | 'expired'
  | 'revoked'
  | 'invalid'
  | 'other'
  | 'service';

/** The token strings by name; of an Enterprise also that of a service key, and the key of API v2.3. */
export type StackTokens = Readonly<Record<Exclude<StackTokenName, 'service'>, string>> & {
  readonly service?: string;
  readonly key?: string;
};

/** A token that the site knows. */
export interface Token {
  /** Of those that people gave out by OAuth, `oauth 1` and so on. */
  readonly name: string;
  readonly person: Person;
  readonly writes: boolean;
  readonly state: 'valid' | 'expired' | 'revoked' | 'elsewhere';
}

const known: readonly (Token & { readonly name: StackTokenName })[] = [
  { name: 'write', person: people.account, writes: true, state: 'valid' },
  { name: 'read', person: people.account, writes: false, state: 'valid' },
  { name: 'admin', person: people.admin, writes: true, state: 'valid' },
  { name: 'colleague', person: people.colleague, writes: true, state: 'valid' },
  { name: 'expired', person: people.account, writes: true, state: 'expired' },
  { name: 'revoked', person: people.account, writes: true, state: 'revoked' },
  { name: 'other', person: people.account, writes: true, state: 'elsewhere' },
  { name: 'service', person: people.community, writes: true, state: 'valid' },
];

/**
 * The token strings of a team, or of a main site (null), by name. They look like real ones and are
 * the same at each start, so that they can be kept in a settings file; they open nothing but a
 * sandbox. The site does not know the one called `invalid`.
 */
export function tokenStrings(tier: Destination['tier'], team: string | null): StackTokens {
  const letters = (name: string): string =>
    createHash('sha256').update(`sandbox ${name}`).digest('base64url').slice(0, 22);
  const text = (name: StackTokenName): string => `${letters(`${team ?? ''} ${name}`)}))`;
  return {
    write: text('write'),
    read: text('read'),
    admin: text('admin'),
    colleague: text('colleague'),
    expired: text('expired'),
    revoked: text('revoked'),
    invalid: text('invalid'),
    other: text('other'),
    ...(tier === 'enterprise' && { service: text('service'), key: `${letters('key')}((` }),
  };
}

/** The tokens that the site knows, by their strings. */
export function knownTokens(strings: StackTokens): ReadonlyMap<string, Token> {
  return new Map(
    known.flatMap((token) => {
      const text = strings[token.name];
      return text === undefined ? [] : [[text, token]];
    }),
  );
}

/** A token that nobody may use any more is good nowhere. */
function stateElsewhere(state: Token['state']): Token['state'] {
  if (state === 'elsewhere') return 'valid';
  return state === 'revoked' ? 'revoked' : 'elsewhere';
}

/** The same, as the place sees them that `other` is a token of. */
export function tokensElsewhere(tokens: ReadonlyMap<string, Token>): ReadonlyMap<string, Token> {
  return new Map(
    [...tokens].map(([text, token]) => [text, { ...token, state: stateElsewhere(token.state) }]),
  );
}
