import type { Exchange } from './exchange.ts';
import type { FaultQueue } from './fault-queue.ts';
import { injectFault, type ServedRequest } from './inject-fault.ts';

/** Carries out a request and answers it, or lets the fault happen that waits for it. */
export async function respond(
  exchange: Exchange,
  faults: FaultQueue,
  asked: { readonly segments: readonly string[]; readonly token: string },
  served: ServedRequest,
): Promise<void> {
  const fault = faults.take(exchange.method, asked.segments, asked.token);
  exchange.entry.fault = fault?.kind ?? null;
  if (fault !== null) return injectFault(fault, exchange, served);
  const render = await served.carryOut(null);
  exchange.answer(await render());
}
