import { Fault } from '../../model/error.ts';

/** Whether a value of the site's can be the id of something. */
export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** An id as a part of a path. It comes from the ledger, which anyone with write access can edit. */
export function idText(id: number): string {
  if (isId(id)) return String(id);
  throw new Fault('internal', 'internal', 'Cannot make a request: an id is not a whole number.', {
    remedy: 'Report this, with the command that was run.',
  });
}
