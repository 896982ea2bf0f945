import { counted } from '../model/counted.ts';
import type { DoctorDocument } from './documents/doctor.ts';
import { line, type Line, type Tone } from './line.ts';
import type { Shown } from './shown.ts';

const tones = {
  ok: 'plain',
  failed: 'error',
  skipped: 'faint',
  'not checked': 'faint',
} as const satisfies Record<DoctorDocument['checks'][number]['state'], Tone>;

/** Each check with what was seen, and what to do; then what to do next. */
export function doctorLines({ checks, next, requests }: Shown<DoctorDocument>): Line[] {
  const { site, forge } = requests;
  return [
    ...checkLines(checks),
    line(''),
    line(
      `Asked: ${counted(site.total, 'request')} to the site, ${counted(forge.total, 'request')} to the forge.`,
      'faint',
    ),
    line(`Next: ${next}`, 'heading'),
  ];
}

/** Each check with what was seen, and what to do. */
export function checkLines(checks: Shown<DoctorDocument>['checks']): Line[] {
  return checks.flatMap(({ check, state, code, message, remedy }) => [
    line(
      `${state.padEnd(11)} ${check}: ${message}${code === null ? '' : ` [${code}]`}`,
      tones[state],
    ),
    ...(remedy === null ? [] : [line(`            ${remedy}`)]),
  ]);
}
