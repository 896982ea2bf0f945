import { counted } from '../model/counted.ts';
import { checkLines } from './doctor-report.ts';
import type { InitDocument } from './documents/init.ts';
import { line, type Line, type Tone } from './line.ts';
import type { Shown } from './shown.ts';

type State = InitDocument['steps'][number]['state'];

const tones: Readonly<Partial<Record<State, Tone>>> = {
  kept: 'faint',
  differs: 'warning',
  left: 'warning',
  failed: 'error',
};

/** What was set up, what is left to do in its order, and what `doctor` says. */
export function initLines(
  { dryRun, steps, left, checks, next }: Shown<InitDocument>,
  verbose: boolean,
): Line[] {
  return [
    ...(dryRun
      ? [line('A dry run: nothing is written, and nothing but reads is sent.', 'heading')]
      : []),
    ...steps.map((step) => stepLine(step)),
    ...choreLines(left),
    ...(checks === null ? [] : doctorPart(checks, verbose)),
    line(''),
    line(`Next: ${next}`, 'heading'),
  ];
}

/** What came of one step. */
export function stepLine(
  { kind, name, state, message }: InitDocument['steps'][number],
  indent = '',
): Line {
  const what = kind === 'label' || kind === 'environment' ? `${kind} ${name}` : name;
  return line(
    `${indent}${state.padEnd(8)} ${what}${message === null ? '' : `: ${message}`}`,
    tones[state] ?? 'plain',
  );
}

/** What is left for a person, in its order. */
export function choreLines(left: InitDocument['left']): Line[] {
  return [
    ...(left.length === 0 ? [] : [line(''), line('Left to do, in this order:', 'heading')]),
    ...left.flatMap(({ do: what, url, run }, at) => [
      line(`${`${at + 1}.`.padStart(3)} ${what}`),
      ...(url === null ? [] : [line(`    ${url}`)]),
      ...(run === null ? [] : [line(`    ${url === null ? '' : 'or: '}${run}`)]),
    ]),
  ];
}

/** All that is to be done or looked at; the rest is counted. */
function doctorPart(checks: NonNullable<Shown<InitDocument>['checks']>, verbose: boolean): Line[] {
  const fine = checks.filter(({ state, remedy }) => state === 'ok' && remedy === null);
  const skipped = checks.filter(({ state }) => state === 'skipped');
  const others = checks.filter((check) => !fine.includes(check) && !skipped.includes(check));
  const rest = `${counted(fine.length, 'check')} fine, ${skipped.length} with nothing to look at; --verbose lists them.`;
  return [
    line(''),
    line('What doctor says:', 'heading'),
    ...checkLines(verbose ? checks : others),
    ...(verbose ? [] : [line(rest, 'faint')]),
  ];
}
