import type { SandboxClock } from './sandbox-clock.ts';

interface LateCommit {
  /** In milliseconds, by the clock that it waits for. */
  readonly due: number;
  readonly clock: 'site' | 'real';
  readonly run: (at: number | null) => Promise<void>;
}

/** Writes whose client has given up and that are carried out later. Not kept over a restart. */
export class LateCommits {
  readonly #clock: SandboxClock;
  #waiting: LateCommit[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#waiting.length;
  }

  add(seconds: number, clock: 'site' | 'real', run: LateCommit['run']): void {
    this.#waiting.push({ due: this.#now(clock) + seconds * 1000, clock, run });
    this.#arm();
  }

  clear(): void {
    this.#waiting = [];
    this.#arm();
  }

  /** Carries out, in order, what is due. Also to be called when the sandbox's clock was moved. */
  async carryOutDue(): Promise<void> {
    const due = this.#waiting.filter((commit) => commit.due <= this.#now(commit.clock));
    this.#waiting = this.#waiting.filter((commit) => !due.includes(commit));
    this.#arm();
    due.sort((a, b) => a.due - b.due);
    for (const commit of due) await commit.run(commit.clock === 'site' ? commit.due : null);
  }

  #now(clock: LateCommit['clock']): number {
    return clock === 'site' ? this.#clock.now() : Date.now();
  }

  #arm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    const waits = this.#waiting.map((commit) => commit.due - this.#now(commit.clock));
    const next = Math.min(Math.max(0, Math.min(...waits)), 60_000);
    this.#timer = setTimeout(() => void this.carryOutDue(), next);
  }
}
