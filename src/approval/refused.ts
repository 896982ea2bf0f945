import { Fault } from '../model/error.ts';

/** The fault of an approval that does not count. `why` follows "Cannot publish: ". */
export function refused(
  code: Fault<'policy'>['code'],
  why: string,
  remedy: string,
): Fault<'policy'> {
  return new Fault('policy', code, `Cannot publish: ${why}.`, { remedy });
}
