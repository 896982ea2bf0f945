import { SiteClock } from './site-clock.ts';
import { PostStore } from './post-store.ts';
import { knownTokens, type Token } from './people.ts';
import { Throttle } from './throttle.ts';
import { defaultSwitches, type Switches } from './switches.ts';

/** One Stack Internal team: everything that requests read and change. */
export class StackSite {
  readonly team: string;
  readonly clock = new SiteClock();
  readonly posts = new PostStore();
  readonly throttle = new Throttle();
  readonly tokens: ReadonlyMap<string, Token>;
  switches: Switches = defaultSwitches;
  /** `http://host:port`, known once the server listens. */
  origin = '';

  constructor(team: string) {
    this.team = team;
    this.tokens = knownTokens(team);
  }

  /** The address of the pages that people read. */
  get pages(): string {
    return `${this.origin}/c/${this.team}`;
  }
}
