import { Fault } from '../model/error.ts';

/** Whether a write was sent, and nothing tells what became of it. */
export function isUnknown(error: unknown): error is Fault {
  return error instanceof Fault && error.outcome === 'unknown';
}

/** A look after a lost answer that fails itself leaves the outcome as unknown as it was. */
export async function orNothing<Found>(look: Promise<Found>): Promise<Found | null> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
