import { bugFault, Fault } from '../../model/error.ts';
import { checkNames, type CheckName } from '../../report/check-names.ts';
import type { DoctorDocument } from '../../report/documents/doctor.ts';
import type { DoctorContext } from './doctor-context.ts';
import { forgeChecks } from './forge-checks.ts';
import { repositoryChecks } from './repository-checks.ts';
import {
  notChecked,
  skipped,
  type Check,
  type Examination,
  type ExamineOptions,
  type Seen,
} from './seen.ts';
import { siteChecks } from './site-checks.ts';
import { workflowChecks } from './workflow-checks.ts';

const examinations: Readonly<Record<CheckName, Examination>> = {
  ...repositoryChecks,
  ...siteChecks,
  ...forgeChecks,
  ...workflowChecks,
};

/** Tries everything that can be wrong, and changes nothing. Never throws. */
export async function examine(
  context: DoctorContext,
  options: ExamineOptions,
): Promise<DoctorDocument> {
  const checks: Check[] = [];
  /** By what failed, or cannot be looked at because of that: what failed first. */
  const causes = new Map<CheckName, CheckName>();
  for (const check of checkNames) {
    const { needs, look } = examinations[check];
    const cause = needs.map((name) => causes.get(name)).find((name) => name !== undefined);
    const seen = cause
      ? skipped(`needs ${cause}, which ${stateOf(checks, cause)}`)
      : await look(context, options).catch((error: unknown) => failureOf(error, options));
    const isMissing = seen.state === 'not checked' && seen.code === 'token-missing';
    if (cause ?? (seen.state === 'failed' || isMissing)) causes.set(check, cause ?? check);
    checks.push({ check, ...seen });
  }
  return {
    schema: 1,
    command: 'doctor',
    checks,
    next: nextOf(checks),
    requests: context.requests(),
  };
}

function failureOf(error: unknown, { tokensMayLack = false }: ExamineOptions): Seen {
  const { code, message, remedy, forTeam } = error instanceof Fault ? error : bugFault(error);
  if (tokensMayLack && code === 'token-missing') return { ...notChecked(message, remedy), code };
  return { state: 'failed', code, message, remedy, forTeam };
}

const stateOf = (checks: readonly Check[], name: CheckName) =>
  checks.find(({ check, state }) => check === name && state === 'not checked')
    ? 'is not checked'
    : 'failed';

/** What is to be done first: what is wrong stands in the order in which one thing rests on another. */
function nextOf(checks: readonly Check[]): string {
  const first = checks.find(({ state }) => state === 'failed');
  return (
    first?.remedy ??
    'Run `stack-publish plan`: it shows what would be published, with the digest to approve.'
  );
}
