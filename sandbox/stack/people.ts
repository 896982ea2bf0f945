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

/** The account that publishes, a human colleague, an administrator, and whose service keys are. */
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
  community: {
    // From experience on Stack's sites; of Stack Internal it is not confirmed.
    id: -1,
    accountId: -1,
    name: 'Community',
    email: 'community@acme.example',
    role: 'Registered',
    reputation: 1,
  },
} as const satisfies Record<string, Person>;
export type PersonName = keyof typeof people;
export const personNames = [
  'account',
  'colleague',
  'admin',
  'community',
] as const satisfies PersonName[];

export const groups: readonly Group[] = [
  { id: 1001, name: 'platform', description: 'Looks after the platform', members: [12, 21] },
  { id: 1002, name: 'docs', description: 'Looks after the documentation', members: [21] },
];

/** Somebody, or null where the site knows nobody with this id. */
export function personById(id: number): Person | null {
  return Object.values(people).find((person) => person.id === id) ?? null;
}
