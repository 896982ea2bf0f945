import { readWorkflow, waysOf } from '../commands/doctor/workflow.ts';
import type { Approvable } from '../commands/session.ts';
import type { Mechanism } from '../model/evidence.ts';

interface WayOptions {
  /** What counts, and the environment whose reviewers may be asked. */
  readonly approval: Approvable;
  /** The path of the workflow that runs; null where it is not known. */
  readonly workflow: string | null;
  readonly readFile: (name: string) => Promise<string>;
}

/** Of the ways to approve that count, those that the workflow of this run has; all where that cannot be told. */
export async function offeredWays({
  approval: { accept, environment },
  workflow: path,
  readFile,
}: WayOptions): Promise<readonly Mechanism[]> {
  const text = path === null ? null : await readFile(path).catch(() => null);
  const workflow =
    path !== null && text !== null ? readWorkflow({ path, text }, environment) : null;
  if (workflow === null || workflow.isOpaque) return accept;
  const ways: readonly string[] = waysOf(workflow);
  const both = accept.filter((each) => ways.includes(each));
  return both.length > 0 ? both : accept;
}
