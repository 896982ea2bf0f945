import { Fault } from '../../model/error.ts';

/** The user Community, whose service keys are: on Stack's sites it has this id. */
const communityId = -1;

/** Whether a value of the site's can be the id of something but a user. */
export function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Whether a value of the site's can be the id of a user. */
export function isUserId(value: unknown): value is number {
  return isId(value) || value === communityId;
}

/** An id as a part of a path. It comes from the ledger, which anyone with write access can edit. */
export function idText(id: number): string {
  return textOf(id, isId);
}

/** The same, of a user. */
export function userIdText(id: number): string {
  return textOf(id, isUserId);
}

function textOf(id: number, isGood: (id: number) => boolean): string {
  if (isGood(id)) return String(id);
  throw new Fault('internal', 'internal', 'Cannot make a request: an id is not a whole number.', {
    remedy: 'Report this, with the command that was run.',
  });
}
