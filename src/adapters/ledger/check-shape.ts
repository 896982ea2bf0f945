import { Misfit, type Shape } from '../shape.ts';
import { unreadable } from './unreadable.ts';

/**
 * Takes a value of the ledger that has the shape. Throws `ledger-unreadable` with the member that has
 * another; `path` is where the value stands in the file.
 */
export function checkShape<T>(shape: Shape<T>, value: unknown, name: string, path = ''): T {
  try {
    return shape(value);
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    if (path !== '') error.path.unshift(path);
    const member = error.place === '' ? 'it' : error.place;
    throw unreadable(name, `${member} is ${error.seen}, expected ${error.expected}`, null, error);
  }
}
