import { Fault } from '../model/error.ts';

/** The fault of a yes that does not count. `why` follows "Cannot go ahead: ". */
export function refused(
  code: Fault<'policy'>['code'],
  why: string,
  remedy: string,
): Fault<'policy'> {
  return new Fault('policy', code, `Cannot go ahead: ${why}.`, { remedy });
}
