/** Where posts go. All of it stands in a plan's digest, so that an approval names its target. */
export interface Destination {
  readonly tier: 'business' | 'enterprise';
  /** The API's base address, without a trailing slash. */
  readonly site: string;
  /** Business: the team's slug. Enterprise: a private team, or null for the main site. */
  readonly team: string | null;
  readonly api: 'v3' | 'v2.3';
}

/** A destination's place, for people: `team acme at https://…`, or `the main site at https://…`. */
export function placeName({ site, team }: Pick<Destination, 'site' | 'team'>): string {
  return `${team === null ? 'the main site' : `team ${team}`} at ${site}`;
}

/** The account that posts, as the site names it. */
export interface Account {
  readonly id: number;
  readonly name: string;
}
