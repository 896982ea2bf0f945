import { FaultQueue } from '../exchange/fault-queue.ts';
import { LateCommits } from '../exchange/late-commits.ts';
import { RequestLog } from '../exchange/request-log.ts';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';
import type { DataFile } from './data-file.ts';
import { PostStore } from './post-store.ts';
import { defaultSwitches, withPatch, type Switches, type SwitchesPatch } from './switches.ts';
import { Throttle } from './throttle.ts';
import { knownTokens, tokenStrings, type StackTokenName, type Token } from './tokens.ts';

export interface FakeStackOptions {
  readonly team: string;
  /** Where they differ from the defaults; a reset comes back to them. */
  readonly switches: SwitchesPatch;
  /** What keeps the posts and the clock over a restart. */
  readonly data: DataFile | null;
}

/** One team on a Stack Internal of its own: everything that requests read and change. */
export class FakeStack {
  readonly team: string;
  readonly tokens: Readonly<Record<StackTokenName, string>>;
  readonly #knownTokens: ReadonlyMap<string, Token>;
  readonly clock: SandboxClock;
  readonly posts = new PostStore();
  readonly throttle = new Throttle();
  readonly faults = new FaultQueue();
  readonly late: LateCommits;
  readonly log = new RequestLog();
  /** `http://host:port`, known once the server listens. */
  origin = '';
  switches: Switches;
  readonly #initialSwitches: Switches;
  readonly #data: DataFile | null;
  #saved: string;

  /** Takes over what the data file holds, the time of `clock` too. */
  constructor({ team, switches, data }: FakeStackOptions, clock: SandboxClock) {
    this.team = team;
    this.tokens = tokenStrings(team);
    this.#knownTokens = knownTokens(this.tokens);
    this.clock = clock;
    this.late = new LateCommits(clock);
    this.#initialSwitches = withPatch(defaultSwitches, switches);
    this.switches = this.#initialSwitches;
    this.#data = data;
    const known = data?.initial ?? null;
    if (known !== null) {
      this.posts.restore(known);
      clock.restore(known.clock);
    }
    this.#saved = this.#stamp();
  }

  /** What a token stands for, or null where the site does not know it. */
  findToken(text: string): Token | null {
    return this.#knownTokens.get(text) ?? null;
  }

  /** The address of the pages that people read. */
  get pages(): string {
    return `${this.origin}/c/${this.team}`;
  }

  /** Returns once every change so far stands in the data file, where there is one. */
  async save(): Promise<void> {
    if (this.#data === null || this.#saved === this.#stamp()) return;
    this.#saved = await this.#data.save(() => ({
      state: { schema: 1, clock: this.clock.state, ...this.posts.snapshot() },
      stamp: this.#stamp(),
    }));
  }

  /** Changes whenever something changes that the data file keeps. */
  #stamp(): string {
    return `${this.posts.revision} ${this.clock.state.offset}`;
  }

  /** Back to an empty site with the switches it started with. */
  reset(): void {
    this.posts.restore({ nextPost: 1, nextTag: 1, posts: [], tags: [] });
    this.switches = this.#initialSwitches;
    this.throttle.clear();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
  }

  /** Forgets what was to come late, and waits for a write of the data file. */
  async close(): Promise<void> {
    this.late.clear();
    await this.#data?.finish();
  }
}
