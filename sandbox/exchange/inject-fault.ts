import type { Exchange } from './exchange.ts';
import type { FaultSpec } from './fault-queue.ts';
import type { LateCommits } from './late-commits.ts';
import type { Reply } from './reply.ts';
import { wait } from './wait.ts';

/** Makes the answer to a request that was carried out. */
export type Rendering = () => Promise<Reply>;

/** A request as its service carries it out, or refuses it where a fault says so. */
export interface ServedRequest {
  /** `at`: the instant at which it became due, where that is past. */
  readonly carryOut: (at: number | null) => Promise<Rendering>;
  readonly refusals: Readonly<
    Record<'throttled' | 'unauthorized' | 'error' | 'html', (fault: FaultSpec) => Reply>
  >;
  readonly late: LateCommits;
  /** By which clock it is carried out late, where the fault does not say. */
  readonly lateClock: 'site' | 'real';
}

/** Lets a planned fault happen to a request. */
export async function injectFault(
  fault: FaultSpec,
  exchange: Exchange,
  { carryOut, refusals, late, lateClock }: ServedRequest,
): Promise<void> {
  const { response, entry, closing } = exchange;
  const leave = (): void => {
    if (fault.end !== 'silence') response.destroy();
  };
  switch (fault.kind) {
    case 'lost':
      await carryOut(null);
      return leave();
    case 'late':
      late.add(fault.seconds ?? 10, fault.clock ?? lateClock, async (at) => {
        try {
          await carryOut(at);
        } catch (error) {
          entry.fault = `late, failed: ${String(error)}`;
        }
      });
      return leave();
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'silence':
      return;
    case 'throttled':
    case 'unauthorized':
      return exchange.answer(refusals[fault.kind](fault));
    case 'error':
    case 'html':
      if (fault.when === 'after') await carryOut(null);
      return exchange.answer(refusals[fault.kind](fault));
    case 'slow': {
      const pause = (): Promise<void> => wait(fault.milliseconds ?? 1000, closing);
      if (fault.when !== 'after') await pause();
      if (closing.aborted) return;
      const render = await carryOut(null);
      if (fault.when === 'after') await pause();
      return exchange.answer(await render());
    }
    case 'truncated': {
      const render = await carryOut(null);
      return exchange.answer(await render(), true);
    }
  }
}
