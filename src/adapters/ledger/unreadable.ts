import { Fault } from '../../model/error.ts';
import { Misfit, type Shape } from '../shape.ts';

/** The fault of a ledger that is damaged, or that cannot be read. `name` says which file it is. */
export function unreadable(
  name: string,
  seen: string,
  line: number | null = null,
  cause?: unknown,
): Fault<'ledger'> {
  return new Fault('ledger', 'ledger-unreadable', `Cannot read the ledger ${name}: ${seen}`, {
    remedy:
      'Look in the history of the ledger for who wrote that, and correct it there by a further change. Never set the ledger back: what was approved since then would be done again.',
    place: line === null ? null : { file: name, line, column: null },
    cause,
  });
}

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
