import { readWorkflow, waysOf, type WorkflowFile } from '../doctor/workflow.ts';
import { acceptedOf, type Way } from './wish.ts';

/** The workflows that a repository gets, by what they are for. */
export type Part = 'publish' | 'check' | 'daily' | 'release';

/** The files that they become; those that start the one which publishes name it so. */
export const workflowPaths: Readonly<Record<Part, string>> = {
  publish: '.github/workflows/stack-internal.yml',
  check: '.github/workflows/stack-internal-check.yml',
  daily: '.github/workflows/stack-internal-daily.yml',
  release: '.github/workflows/stack-internal-release.yml',
};

interface Shipped {
  readonly name: string;
  readonly text: string;
}

/** Of the shipped workflows the one for a part, known by what it is started by and what it offers. */
export function shippedFor(part: Part, way: Way, all: readonly Shipped[]): Shipped | null {
  const known = all.flatMap((file) => {
    const workflow = readWorkflow({ path: file.name, text: file.text }, 'stack-internal');
    return workflow === null ? [] : [{ file, workflow, offered: waysOf(workflow) }];
  });
  if (part !== 'publish')
    return (
      known.find(
        ({ workflow: { events, jobs } }) => jobs.length === 0 && events.has(startedBy[part]),
      )?.file ?? null
    );
  const fitting = known.filter(({ offered }) =>
    acceptedOf[way].every((each) => offered.some((one) => one === each)),
  );
  // The one that offers least beside.
  return fitting.toSorted((a, b) => a.offered.length - b.offered.length)[0]?.file ?? null;
}

const startedBy = { check: 'pull_request', daily: 'schedule', release: 'release' } as const;

/**
 * The workflow of a repository that publishes already: by the environment, or by what it runs, also where that is
 * in a workflow of another repository. Null: none does.
 */
export function publisherIn(
  files: readonly WorkflowFile[],
  environment: string,
): { readonly file: WorkflowFile; readonly ways: readonly string[] } | null {
  for (const file of files) {
    const workflow = readWorkflow(file, environment);
    if (workflow === null) continue;
    const publishes = usesAction.test(file.text) && /\bcommand:\s*["']?publish\b/.test(file.text);
    const calls = workflow.isOpaque && /\buses:.*\bstack-(?:publish|internal)\b/.test(file.text);
    if (workflow.jobs.length > 0 || publishes || calls) return { file, ways: waysOf(workflow) };
  }
  return null;
}

const usesAction = /\buses:\s*["']?[\w.-]+\/stack-publish@/;

/** The workflow of a repository that checks pull requests already; null: none does. */
export function checkIn(files: readonly WorkflowFile[]): WorkflowFile | null {
  const checks = (file: WorkflowFile) =>
    usesAction.test(file.text) && readWorkflow(file, '')?.events.has('pull_request') === true;
  return files.find(checks) ?? null;
}
