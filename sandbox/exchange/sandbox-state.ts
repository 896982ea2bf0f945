import type { SwitchesPatch } from '../stack/switches.ts';
import { defaultSwitches, withPatch, type Switches } from '../stack/switches.ts';
import { StackSite } from '../stack/stack-site.ts';
import { FaultQueue } from './fault-queue.ts';
import { LateCommits } from './late-commits.ts';
import { RequestLog } from './request-log.ts';
import type { DataFile } from './data-file.ts';
import { FakeGitHub, type FakeGitHubOptions } from '../github/fake-github.ts';

/** Everything that the routes of one sandbox share. */
export class SandboxState {
  readonly site: StackSite;
  readonly fakeGitHub: FakeGitHub;
  readonly faults = new FaultQueue();
  readonly late: LateCommits;
  readonly log = new RequestLog();
  readonly data: DataFile | null;
  /** Given when the sandbox closes: whoever waits stops. */
  readonly closing = new AbortController();
  readonly #initial: Switches;
  #saved: string;

  constructor(
    team: string,
    switches: SwitchesPatch,
    data: DataFile | null,
    fakeGitHub: FakeGitHubOptions,
  ) {
    this.site = new StackSite(team);
    this.fakeGitHub = new FakeGitHub(fakeGitHub, this.site.clock);
    this.late = new LateCommits(this.site.clock);
    this.#initial = withPatch(defaultSwitches, switches);
    this.site.switches = this.#initial;
    this.data = data;
    const known = data?.initial ?? null;
    if (known !== null) {
      this.site.posts.restore(known);
      this.site.clock.restore(known.clock);
    }
    this.#saved = this.#stamp();
  }

  /** Returns once every change so far stands in the data file, where there is one. */
  async save(): Promise<void> {
    if (this.data === null || this.#saved === this.#stamp()) return;
    this.#saved = await this.data.save(() => {
      const { posts, clock } = this.site;
      return {
        state: { schema: 1, clock: clock.state, ...posts.snapshot() },
        stamp: this.#stamp(),
      };
    });
  }

  /** Changes whenever something changes that the data file keeps. */
  #stamp(): string {
    return `${this.site.posts.revision} ${this.site.clock.state.offset}`;
  }

  /** Back to an empty site, the switches it started with and the real time; what was pushed stays. */
  reset(): void {
    this.site.posts.restore({ nextPost: 1, nextTag: 1, posts: [], tags: [] });
    this.site.clock.restore({ offset: 0, last: 0 });
    this.site.switches = this.#initial;
    this.site.throttle.reset();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
    this.fakeGitHub.reset();
  }
}
