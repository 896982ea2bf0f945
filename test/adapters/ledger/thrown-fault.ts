import { Fault } from '../../../src/model/error.ts';

/** The fault that some work throws; it has to. */
export function thrownFault(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a fault');
}
