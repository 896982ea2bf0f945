import * as z from 'zod/mini';
import { Fault } from '../../src/model/error.ts';

// What the calls of several services take.
export const id = z.int().check(z.positive());
export const date = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

/** A call of the right shape that cannot be carried out. */
export function misuse(message: string): Fault {
  return new Fault('usage', 'usage', message, { remedy: 'Correct the call and send it again.' });
}
