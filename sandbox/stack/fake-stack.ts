import { FaultQueue } from '../exchange/fault-queue.ts';
import { LateCommits } from '../exchange/late-commits.ts';
import { RequestLog } from '../exchange/request-log.ts';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';
import type { DataFile } from './data-file.ts';
import { ImageStore } from './image-store.ts';
import { Grants } from './oauth/grants.ts';
import { PostStore } from './post-store.ts';
import { defaultSwitches, withPatch, type Switches, type SwitchesPatch } from './switches.ts';
import { Throttle } from './throttle.ts';
import {
  knownTokens,
  tokensElsewhere,
  tokenStrings,
  type StackTokens,
  type Token,
} from './tokens.ts';
import { V2State } from './v2/state.ts';

export type Tier = 'business' | 'enterprise';

export interface FakeStackOptions {
  readonly tier: Tier;
  /** The team's slug; null for the main site of an Enterprise. */
  readonly team: string | null;
  /** Where they differ from the defaults; a reset comes back to them. */
  readonly switches: SwitchesPatch;
  /** What keeps the posts and the clock over a restart. */
  readonly data: DataFile | null;
}

/** The private team beside the main site. */
const privateTeam = 'private';

/** One team, or the main site, of a Stack Internal: everything that requests read and change. */
export class FakeStack {
  readonly tier: Tier;
  readonly team: string | null;
  /** With the API key and that of a service key, where it is an Enterprise. */
  readonly tokens: StackTokens;
  /** What the token `other` opens on an Enterprise: the main site, beside which there is a private team. */
  readonly #elsewhere: FakeStack | null;
  readonly #knownTokens: ReadonlyMap<string, Token>;
  /** What people allowed by OAuth: of all places of an Enterprise. */
  readonly grants: Grants;
  readonly clock: SandboxClock;
  readonly posts = new PostStore();
  readonly images = new ImageStore();
  readonly throttle: Throttle;
  readonly v2 = new V2State();
  readonly faults = new FaultQueue();
  readonly late: LateCommits;
  readonly log: RequestLog;
  #origin = '';
  switches: Switches;
  readonly #initialSwitches: Switches;
  readonly #data: DataFile | null;
  #saved: string;

  /** Takes over what the data file holds, the time of `clock` too. */
  constructor(
    { tier, team, switches, data }: FakeStackOptions,
    clock: SandboxClock,
    beside: FakeStack | null = null,
  ) {
    this.tier = tier;
    this.team = team;
    this.tokens = beside?.tokens ?? tokenStrings(tier, team);
    const known = knownTokens(this.tokens);
    this.#knownTokens = beside ? tokensElsewhere(known) : known;
    this.grants = beside?.grants ?? new Grants(clock);
    this.log = beside?.log ?? new RequestLog();
    this.clock = clock;
    this.throttle = new Throttle(() => clock.time.elapsed());
    this.late = new LateCommits(clock);
    this.#initialSwitches = withPatch(defaultSwitches, switches);
    this.switches = this.#initialSwitches;
    this.#data = data;
    const kept = data?.initial ?? null;
    if (kept !== null) {
      this.posts.restore(kept);
      this.images.restore(kept.images ?? []);
      clock.restore(kept.clock);
    }
    this.#saved = this.#stamp();
    const other = team === null ? privateTeam : null;
    this.#elsewhere =
      tier === 'business' || beside
        ? null
        : new FakeStack({ tier, team: other, switches, data: null }, clock, this);
  }

  /** What a token stands for, or null where the site does not know it. */
  findToken(text: string): Token | null {
    return this.#knownTokens.get(text) ?? this.grants.find(text, this.team);
  }

  /** `http://host:port`, known once the server listens. */
  get origin(): string {
    return this.#origin;
  }

  set origin(origin: string) {
    this.#origin = origin;
    if (this.#elsewhere) this.#elsewhere.origin = origin;
  }

  /** The team with this slug, or the main site (null); null where the site has none. */
  placeOf(team: string | null): FakeStack | null {
    const wanted = team?.toLowerCase();
    const places = [this, this.#elsewhere];
    return places.find((place) => place && place.team?.toLowerCase() === wanted) ?? null;
  }

  /** The private teams of the site, by their slugs. */
  get teams(): readonly string[] {
    return [this, this.#elsewhere].flatMap((place) => place?.team ?? []);
  }

  /** Where API v3 of this place is. */
  get apiPath(): string {
    const version = this.tier === 'business' ? '/v3' : '/api/v3';
    return this.team === null ? version : `${version}/teams/${this.team}`;
  }

  /** Where API v2.3 is: it names the team in the query, and has no private teams. */
  get v2Path(): string {
    return this.tier === 'business' ? '/2.3' : '/api/2.3';
  }

  /** What the filters of API v2.3 belong to. */
  get filterSite(): string {
    return `${this.tier} ${this.team ?? ''}`;
  }

  /** The path of what people read: empty for the main site. */
  get path(): string {
    return this.team === null ? '' : `/c/${this.team}`;
  }

  /** The path of the list of posts. */
  get listPath(): string {
    return this.path || '/questions';
  }

  /** The address that those of all posts begin with. */
  get pages(): string {
    return this.origin + this.path;
  }

  /** Returns once every change so far stands in the data file, where there is one. */
  async save(): Promise<void> {
    if (this.#data === null || this.#saved === this.#stamp()) return;
    this.#saved = await this.#data.save(() => ({
      state: {
        schema: 1,
        clock: this.clock.state,
        ...this.posts.snapshot(),
        ...(this.images.size > 0 && { images: this.images.snapshot() }),
      },
      stamp: this.#stamp(),
    }));
  }

  /** Changes with every post and every picture. */
  get revision(): string {
    return `${this.posts.revision} ${this.images.size}`;
  }

  /** Changes whenever something changes that the data file keeps. */
  #stamp(): string {
    return `${this.revision} ${this.clock.state.offset}`;
  }

  /** Back to an empty site with the switches it started with. */
  reset(): void {
    this.posts.restore({ nextPost: 1, nextTag: 1, posts: [], tags: [] });
    this.images.restore([]);
    this.switches = this.#initialSwitches;
    this.throttle.clear();
    this.v2.clear();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
    this.grants.clear();
    this.#elsewhere?.reset();
  }

  /** Forgets what was to come late, and waits for a write of the data file. */
  async close(): Promise<void> {
    this.late.clear();
    await this.#elsewhere?.close();
    await this.#data?.finish();
  }
}
