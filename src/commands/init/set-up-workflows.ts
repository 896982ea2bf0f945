import type { WorkflowFile } from '../doctor/workflow.ts';
import type { InitContext } from './init-context.ts';
import { checkIn, publisherIn, shippedFor, workflowPaths, type Part } from './pick-workflows.ts';
import { newFile } from './set-up-files.ts';
import type { Step } from './steps.ts';
import { workflowText, type WorkflowPlace } from './workflow-text.ts';
import type { Way } from './wish.ts';

/** What of the configuration decides which workflows there are. */
export interface WantedWorkflows {
  readonly way: Way;
  readonly place: WorkflowPlace;
  /** Whether something is published that changes without a push: notes and labels, releases. */
  readonly pulls: boolean;
  readonly releases: boolean;
  /** The one that publishes, where it is none of those that are shipped for one repository. */
  readonly publisher?: string;
}

/**
 * Writes the workflows that a repository does not have: the one that publishes, beside what starts it
 * and what checks pull requests. Where one publishes already, the others are its author's choice.
 * Gives those that the repository then has.
 */
export async function setUpWorkflows(
  { files, workflows, shipped }: Pick<InitContext, 'files' | 'workflows' | 'shipped'>,
  { way, place, pulls, releases, publisher: given }: WantedWorkflows,
  dryRun: boolean,
): Promise<{ readonly steps: readonly Step[]; readonly files: readonly WorkflowFile[] }> {
  const textOf = (part: Part): string => {
    if (part === 'publish' && given !== undefined) return workflowText(given, place);
    const found = shippedFor(part, way, shipped);
    if (found === null) throw new Error(`the package ships no workflow for ${part} by ${way}`);
    return workflowText(found.text, place);
  };
  const kept = (path: string, message: string): Step => ({
    kind: 'workflow',
    name: path,
    state: 'kept',
    message,
  });
  const publisher = publisherIn(workflows, place.environment);
  const check = checkIn(workflows);
  if (publisher !== null) {
    const { file, ways } = publisher;
    const steps = [
      kept(file.path, ways.length === 0 ? 'it publishes' : `it publishes, by ${ways.join(' or ')}`),
      ...(check === null ? [] : [kept(check.path, 'it checks pull requests')]),
    ];
    return { steps, files: [file, ...(check === null ? [] : [check])] };
  }
  // The one that publishes is the last: where a run ends before it, the next goes on.
  const parts: readonly Part[] = [
    ...(check === null ? (['check'] as const) : []),
    ...(pulls ? (['daily'] as const) : []),
    ...(releases ? (['release'] as const) : []),
    'publish',
  ];
  const steps: Step[] = check === null ? [] : [kept(check.path, 'it checks pull requests')];
  const has: WorkflowFile[] = check === null ? [] : [check];
  for (const part of parts) {
    const file = { path: workflowPaths[part], text: textOf(part) };
    has.push(file);
    steps.push(await newFile(files, { kind: 'workflow', ...file }, dryRun));
  }
  return { steps, files: has };
}
