import type { DoctorDocument } from './documents/doctor.ts';
import { line, type Line, type Tone } from './line.ts';
import type { Shown } from './shown.ts';

const tones = {
  ok: 'plain',
  warning: 'warning',
  failed: 'error',
  skipped: 'faint',
} as const satisfies Record<DoctorDocument['checks'][number]['state'], Tone>;

/** Each check with what was seen, and what to do. */
export function doctorLines({ checks }: Shown<DoctorDocument>): Line[] {
  return checks.flatMap(({ check, state, message, remedy }) => [
    line(`${state.padEnd(8)} ${check}: ${message}`, tones[state]),
    ...(remedy === null ? [] : [line(`         ${remedy}`)]),
  ]);
}
