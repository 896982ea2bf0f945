import { createHash } from 'node:crypto';
import { people, type Person } from './people.ts';

export type StackTokenName =
  'write' | 'read' | 'admin' | 'colleague' | 'expired' | 'invalid' | 'other';

/** The strings of tokens by name, and of an Enterprise also the key of API v2.3. */
export type StackTokens = Readonly<Record<StackTokenName, string>> & { readonly key?: string };

/** A token that the site knows. */
export interface Token {
  readonly name: StackTokenName;
  readonly person: Person;
  readonly writes: boolean;
  readonly state: 'valid' | 'expired' | 'elsewhere';
}

const known: readonly Token[] = [
  { name: 'write', person: people.account, writes: true, state: 'valid' },
  { name: 'read', person: people.account, writes: false, state: 'valid' },
  { name: 'admin', person: people.admin, writes: true, state: 'valid' },
  { name: 'colleague', person: people.colleague, writes: true, state: 'valid' },
  { name: 'expired', person: people.account, writes: true, state: 'expired' },
  { name: 'other', person: people.account, writes: true, state: 'elsewhere' },
];

/**
 * The token strings of a team, or of a main site (null), by name. They look like real ones and are
 * the same at each start, so that they can be kept in a settings file; they open nothing but a
 * sandbox. The site does not know the one called `invalid`.
 */
export function tokenStrings(team: string | null): Record<StackTokenName, string> {
  const text = (name: StackTokenName): string => `${letters(`${team ?? ''} ${name}`)}))`;
  return {
    write: text('write'),
    read: text('read'),
    admin: text('admin'),
    colleague: text('colleague'),
    expired: text('expired'),
    invalid: text('invalid'),
    other: text('other'),
  };
}

/** The key of an Enterprise, as the site gives it to an application: the same at each start, too. */
export function apiKey(): string {
  return `${letters('key')}((`;
}

function letters(name: string): string {
  return createHash('sha256').update(`sandbox ${name}`).digest('base64url').slice(0, 22);
}

/** The tokens that the site knows, by their strings. */
export function knownTokens(
  strings: Readonly<Record<StackTokenName, string>>,
): ReadonlyMap<string, Token> {
  return new Map(known.map((token) => [strings[token.name], token]));
}

/** The same, as the place sees them that `other` is a token of. */
export function tokensElsewhere(tokens: ReadonlyMap<string, Token>): ReadonlyMap<string, Token> {
  return new Map(
    [...tokens].map(([text, token]) => [
      text,
      { ...token, state: token.state === 'elsewhere' ? 'valid' : 'elsewhere' },
    ]),
  );
}
