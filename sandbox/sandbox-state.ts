import { SandboxClock } from './exchange/sandbox-clock.ts';
import { realTime } from './exchange/sandbox-time.ts';
import { FakeGitHub, type FakeGitHubOptions } from './github/fake-github.ts';
import { FakeStack, type FakeStackOptions } from './stack/fake-stack.ts';

/** What one sandbox serves, by one clock. */
export class SandboxState {
  readonly clock: SandboxClock;
  readonly stack: FakeStack;
  readonly github: FakeGitHub;
  /** Given when the sandbox closes: whoever waits stops. */
  readonly closing = new AbortController();

  constructor(stack: FakeStackOptions, github: FakeGitHubOptions, time = realTime) {
    this.clock = new SandboxClock(time);
    this.github = new FakeGitHub(github, this.clock);
    this.stack = new FakeStack(stack, this.clock);
  }

  /** Back to how it started and to the real time; what was pushed by git stays. */
  reset(): void {
    this.clock.restore({ offset: 0, last: 0 });
    this.stack.reset();
    this.github.reset();
  }

  /** To be called when nothing is served any more. */
  async close(): Promise<void> {
    await Promise.all([this.stack.close(), this.github.close()]);
  }
}
