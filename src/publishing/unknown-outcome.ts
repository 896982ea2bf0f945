import { Fault } from '../model/error.ts';

/** Whether a write was sent, and nothing tells what became of it. */
export function isUnknown(error: unknown): error is Fault {
  return error instanceof Fault && error.outcome === 'unknown';
}

/**
 * Sends a write. Where no answer comes, looks whether it arrived: where that finds nothing, or fails
 * itself, the outcome stays as unknown as it was.
 */
export async function sendOrFind<Written>(
  send: () => Promise<Written>,
  look: () => Promise<Written | null>,
): Promise<Written> {
  try {
    return await send();
  } catch (error) {
    if (!isUnknown(error)) throw error;
    const found = await look().catch((failure: unknown) => {
      if (failure instanceof Fault) return null;
      throw failure;
    });
    if (found === null) throw error;
    return found;
  }
}
