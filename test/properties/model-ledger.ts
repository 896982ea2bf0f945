import { decodeIndex, encodeIndex, namedTexts } from '../../src/adapters/ledger/ledger-format.ts';
import { digestOf, type Digest } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import { emptyLedger, type LedgerChange, type LedgerIndex } from '../../src/model/ledger.ts';
import type { PlanIndex } from '../../src/model/plan.ts';
import type { PostContent } from '../../src/model/post.ts';
import type { LedgerSnapshot, LedgerStore } from '../../src/ports/ledger-store.ts';
import type { Call, Schedule } from './schedule.ts';

interface State {
  readonly index: LedgerIndex;
  readonly texts: ReadonlyMap<string, PostContent>;
  readonly plans: ReadonlyMap<string, PlanIndex>;
}

const empty: State = { index: emptyLedger, texts: new Map(), plans: new Map() };

/** A ledger in memory. A write is a compare-and-swap: between its look and its swap others may write. */
export class ModelLedger {
  #state: State = empty;
  /** How often it was written. */
  writes = 0;
  onWrite: (index: LedgerIndex) => void = () => {};

  get index(): LedgerIndex {
    return this.#state.index;
  }

  text(digest: Digest | null): PostContent | null {
    return digest === null ? null : (this.#state.texts.get(digest) ?? null);
  }

  /** All that a reader of the ledger finds in it. */
  get words(): string {
    const { index, texts, plans } = this.#state;
    return JSON.stringify([index, ...texts.values(), ...plans.values()]);
  }

  lose(): void {
    this.#state = empty;
  }

  /** The ledger as one run reaches it. */
  connect(run: string, schedule: Schedule): LedgerStore {
    const call = <Answer>(name: Call['name'], answer: () => Answer): Promise<Answer> =>
      schedule.call({ run, name, post: null }, answer, {
        lost: unwritable,
        refused: unwritable,
        later: null,
      });
    return {
      name: 'ledger',
      read: () => call('fetch', () => snapshotOf(this.#state)),
      update: async (change) => {
        for (;;) {
          const seen = await call('fetch', () => this.#state);
          const next = change(seen.index);
          if (next === null) return snapshotOf(seen);
          const state = await call('push', () => this.#swap(seen, next));
          if (state) return snapshotOf(state);
        }
      },
    };
  }

  /** Null where another run was faster. */
  #swap(seen: State, { index, texts = [], plans = [] }: LedgerChange): State | null {
    if (this.#state !== seen) return null;
    if (digestOf(index) === digestOf(seen.index)) return seen;
    const named = namedTexts(index);
    this.#state = {
      // As it is read back.
      index: decodeIndex(encodeIndex(index), 'ledger'),
      texts: keep(seen.texts, texts, (digest) => named.has(digest)),
      plans: keep(seen.plans, plans, (digest) => Object.hasOwn(index.plans, digest)),
    };
    this.writes += 1;
    this.onWrite(index);
    return this.#state;
  }
}

function keep<Entry extends object>(
  old: ReadonlyMap<string, Entry>,
  added: readonly Entry[],
  isNamed: (digest: Digest) => boolean,
): ReadonlyMap<string, Entry> {
  const all = [...old, ...added.map((entry): [string, Entry] => [digestOf(entry), entry])];
  return new Map(all.filter(([digest]) => isNamed(digest as Digest)));
}

function snapshotOf({ index, texts, plans }: State): LedgerSnapshot {
  return {
    index,
    text: async (digest) => texts.get(digest) ?? null,
    plan: async (digest) => plans.get(digest) ?? null,
  };
}

function unwritable(): Fault {
  return new Fault('ledger', 'ledger-not-writable', 'The ledger did not answer.', {
    remedy: 'Run it again.',
  });
}
