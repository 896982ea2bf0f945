import { Fault } from '../../model/error.ts';

/** The fault of a ledger that is damaged, or that cannot be read. `name` says which file it is. */
export function unreadable(
  name: string,
  seen: string,
  line: number | null = null,
  cause?: unknown,
): Fault<'ledger'> {
  return new Fault('ledger', 'ledger-unreadable', `Cannot read the ledger ${name}: ${seen}`, {
    remedy: 'Restore the last good state of the ledger from its history or a backup.',
    place: line === null ? null : { file: name, line, column: null },
    cause,
  });
}
