/** The calls that write to the site. */
export const writeNames = [
  'create',
  'update',
  'createAnswer',
  'updateAnswer',
  'acceptAnswer',
] as const;
export type WriteName = (typeof writeNames)[number];

/** What a run asks of the outside: the kind of call, and the post that it is about. */
export interface Call {
  readonly run: string;
  readonly name: 'me' | 'list' | 'read' | 'answers' | WriteName | 'wait' | 'fetch' | 'push';
  readonly post: number | null;
}

/**
 * How a call can go wrong. `die`: the process ends; `lose`: the answer is lost; both before or after
 * the call took effect, or so that a write takes effect some time later. `refuse`: a clear no.
 */
export const mishaps = [
  'die-before',
  'die-after',
  'die-late',
  'lose-before',
  'lose-after',
  'lose-late',
  'refuse',
] as const;
export type Mishap = (typeof mishaps)[number];

/** A mishap of the call, or the write to the site, with this number (from 0) of a run. */
export interface InjectedFault {
  readonly at: number;
  readonly of: 'calls' | 'writes';
  readonly kind: Mishap;
}

interface Waiting {
  readonly call: Call;
  readonly go: (mishap: Mishap | null) => void;
}

/** One for each that waits: what waits for a shared one could not be freed. */
const never = () => new Promise<never>(() => {});

/**
 * Lets the calls of several runs through one at a time, in an order that numbers decide, so that a
 * history of runs beside each other happens the same way each time.
 */
export class Schedule {
  readonly #waiting: Waiting[] = [];
  readonly #faults = new Map<string, readonly InjectedFault[]>();
  readonly #counts = new Map<string, Record<InjectedFault['of'], number>>();
  readonly #alive = new Set<string>();

  isAlive(run: string): boolean {
    return this.#alive.has(run);
  }

  /** The calls that wait, sent by their run and not yet at the site. */
  get waiting(): readonly Call[] {
    return this.#waiting.map(({ call }) => call);
  }

  /**
   * Waits for the call's turn and makes it: `effect` happens, and what it returns is the answer.
   */
  async call<Answer>(
    call: Call,
    effect: () => Answer,
    failure: {
      readonly lost: () => Error;
      readonly refused: () => Error;
      /** Keeps a write for later; null where the call only reads. */
      readonly later: (() => void) | null;
    },
  ): Promise<Answer> {
    if (!this.#alive.has(call.run)) return never();
    const { promise, resolve } = Promise.withResolvers<Mishap | null>();
    this.#waiting.push({ call, go: resolve });
    const mishap = await promise;
    switch (mishap) {
      case null:
        return effect();
      case 'refuse':
        throw failure.refused();
      case 'die-before':
        return this.#die(call.run);
      case 'die-after':
        try {
          effect();
        } catch {
          // Whatever it was: nobody is there to hear it.
        }
        return this.#die(call.run);
      case 'die-late':
        try {
          failure.later?.();
        } catch {
          // As above.
        }
        return this.#die(call.run);
      case 'lose-before':
        throw failure.lost();
      case 'lose-after':
        if (failure.later) effect();
        throw failure.lost();
      case 'lose-late':
        failure.later?.();
        throw failure.lost();
    }
  }

  #die(run: string): Promise<never> {
    this.#alive.delete(run);
    for (let n = this.#waiting.length - 1; n >= 0; n -= 1)
      if (this.#waiting[n]?.call.run === run) this.#waiting.splice(n, 1);
    return never();
  }

  /**
   * Lets runs go on to their ends. `choices` pick whose call is next; `between` is told how many
   * calls were let through, before each. Returns how each ended; null for one that died.
   */
  async drive<Result>(
    runs: readonly {
      readonly id: string;
      readonly faults: readonly InjectedFault[];
      readonly begin: () => Promise<Result>;
    }[],
    choices: readonly number[],
    between: (passed: number) => void,
  ): Promise<(PromiseSettledResult<Result> | null)[]> {
    const ends: (PromiseSettledResult<Result> | null)[] = runs.map(() => null);
    for (const [n, { id, faults, begin }] of runs.entries()) {
      this.#alive.add(id);
      this.#faults.set(id, faults);
      begin().then(
        (value) => {
          ends[n] = { status: 'fulfilled', value };
          this.#alive.delete(id);
        },
        (reason: unknown) => {
          ends[n] = { status: 'rejected', reason };
          this.#alive.delete(id);
        },
      );
    }
    for (let passed = 0; ; passed += 1) {
      await settled();
      if (!runs.some(({ id }) => this.#alive.has(id))) break;
      if (this.#waiting.length === 0) await settled();
      if (this.#waiting.length === 0) {
        if (!runs.some(({ id }) => this.#alive.has(id))) break;
        throw new Error('a run waits for nothing');
      }
      between(passed);
      const choice = choices[passed % Math.max(choices.length, 1)] ?? 0;
      const [next] = this.#waiting.splice(choice % this.#waiting.length, 1);
      if (next) next.go(this.#mishapOf(next.call));
    }
    for (const { id } of runs) this.#alive.delete(id);
    return ends;
  }

  #mishapOf({ run, name }: Call): Mishap | null {
    const isWrite = isWriteName(name);
    const { calls, writes } = this.#counts.get(run) ?? { calls: 0, writes: 0 };
    this.#counts.set(run, { calls: calls + 1, writes: writes + Number(isWrite) });
    const met = this.#faults
      .get(run)
      ?.find(({ of, at }) => (of === 'calls' ? at === calls : isWrite && at === writes));
    return met?.kind ?? null;
  }
}

export function isWriteName(name: Call['name']): name is WriteName {
  return (writeNames as readonly string[]).includes(name);
}

/** Resolves once everything that can go on without a call has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
