import { createHash } from 'node:crypto';

export interface Person {
  readonly id: number;
  readonly accountId: number;
  readonly name: string;
  readonly email: string;
  readonly role: 'Registered' | 'Moderator';
  readonly reputation: number;
}

export interface Group {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly members: readonly number[];
}

/** The account that publishes, a human colleague, and an administrator. */
export const people = {
  account: {
    id: 12,
    accountId: 1012,
    name: 'Publishing Bot',
    email: 'publisher@acme.example',
    role: 'Registered',
    reputation: 101,
  },
  colleague: {
    id: 21,
    accountId: 1021,
    name: 'Ada Colleague',
    email: 'ada@acme.example',
    role: 'Registered',
    reputation: 640,
  },
  admin: {
    id: 1,
    accountId: 1001,
    name: 'Site Admin',
    email: 'admin@acme.example',
    role: 'Moderator',
    reputation: 2501,
  },
} as const satisfies Record<string, Person>;
export type PersonName = keyof typeof people;
export const personNames = ['account', 'colleague', 'admin'] as const satisfies PersonName[];

export const groups: readonly Group[] = [
  { id: 1001, name: 'platform', description: 'Looks after the platform', members: [12, 21] },
  { id: 1002, name: 'docs', description: 'Looks after the documentation', members: [21] },
];

export function personById(id: number): Person | null {
  return Object.values(people).find((person) => person.id === id) ?? null;
}

export type TokenName = 'write' | 'read' | 'admin' | 'colleague' | 'expired' | 'invalid' | 'other';

/** A token that the site knows. */
export interface Token {
  readonly name: TokenName;
  readonly person: Person;
  readonly writes: boolean;
  readonly state: 'valid' | 'expired' | 'other-team';
}

const known: readonly Token[] = [
  { name: 'write', person: people.account, writes: true, state: 'valid' },
  { name: 'read', person: people.account, writes: false, state: 'valid' },
  { name: 'admin', person: people.admin, writes: true, state: 'valid' },
  { name: 'colleague', person: people.colleague, writes: true, state: 'valid' },
  { name: 'expired', person: people.account, writes: true, state: 'expired' },
  { name: 'other', person: people.account, writes: true, state: 'other-team' },
];

/**
 * The token strings of a team, by name. They look like real ones and are the same at each start, so
 * that they can be kept in a settings file; they open nothing but a sandbox. The site does not know
 * the one called `invalid`.
 */
export function tokenStrings(team: string): Record<TokenName, string> {
  const text = (name: TokenName): string =>
    `${createHash('sha256').update(`sandbox ${team} ${name}`).digest('base64url').slice(0, 22)}))`;
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

export function knownTokens(team: string): ReadonlyMap<string, Token> {
  const strings = tokenStrings(team);
  return new Map(known.map((token) => [strings[token.name], token]));
}
