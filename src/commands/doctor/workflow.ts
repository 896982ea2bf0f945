import { isObject } from '../../model/is-object.ts';
import { readYaml } from '../../yaml/yaml-file.ts';

/** A workflow as the commit has it. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}

/** What a job's token may do; `all` is every permission, null: as the repository's default has it. */
export type Permissions =
  Readonly<Record<string, string>> | { readonly all: 'read' | 'write' } | null;

interface WorkflowJob {
  readonly name: string;
  readonly permissions: Permissions;
}

/** A job that runs in the environment which keeps the token that writes. */
interface PublishingJob extends WorkflowJob {
  /** It waits for another job, which can have planned. */
  readonly follows: boolean;
}

/** What of a workflow has to do with publishing. */
export interface Workflow {
  readonly path: string;
  /** By which events it is started. */
  readonly events: ReadonlySet<string>;
  /** What a person can give when starting it. */
  readonly inputs: readonly string[];
  readonly jobs: readonly PublishingJob[];
  /** The jobs that take a person's decisions. */
  readonly resolving: readonly WorkflowJob[];
  /** It calls other workflows, or names environments that only a run tells. */
  readonly isOpaque: boolean;
}

/** Reads a workflow; null where it is none. Nothing of it is carried out. */
export function readWorkflow({ path, text }: WorkflowFile, environment: string): Workflow | null {
  const root = readYaml(text).tree?.value;
  if (!isObject(root) || !isObject(root['jobs'])) return null;
  const on = root['on'];
  const jobs = Object.entries(root['jobs']).flatMap(([name, job]) =>
    isObject(job) ? [{ name, job }] : [],
  );
  const dispatch = isObject(on) ? on['workflow_dispatch'] : null;
  const inputs = isObject(dispatch) ? dispatch['inputs'] : null;
  const shared = permissionsOf(root['permissions']);
  const permissionsIn = (job: Members) =>
    'permissions' in job ? permissionsOf(job['permissions']) : shared;
  const resolving = jobs.filter(({ job }) => commandsIn(job).includes('resolve'));
  return {
    path,
    events: eventsOf(on),
    inputs: isObject(inputs) ? Object.keys(inputs) : [],
    jobs: jobs
      .filter((each) => sameName(environmentOf(each.job), environment) && !resolving.includes(each))
      .map(({ name, job }) => ({
        name,
        permissions: permissionsIn(job),
        follows: namesIn(job['needs']).length > 0,
      })),
    resolving: resolving.map(({ name, job }) => ({ name, permissions: permissionsIn(job) })),
    isOpaque: jobs.some(
      ({ job }) => typeof job['uses'] === 'string' || environmentOf(job)?.includes('${{'),
    ),
  };
}

/** A way to approve that workflows of GitHub offer. */
type Way = 'environment' | 'dispatch' | 'comment';

/** Events of which no run plans or publishes by an environment. */
const otherEvents: ReadonlySet<string> = new Set([
  'issue_comment',
  'pull_request',
  'pull_request_target',
  'workflow_call',
]);

/** The ways to approve that a workflow offers. */
export function waysOf({ events, inputs, jobs }: Workflow): Way[] {
  const plans = [...events].some((event) => !otherEvents.has(event));
  const ways: Readonly<Record<Way, boolean>> = {
    environment: plans && jobs.some(({ follows }) => follows),
    dispatch: inputs.includes('digest'),
    // A job that needs the one which plans is left out where a comment started the run.
    comment: events.has('issue_comment') && jobs.some(({ follows }) => !follows),
  };
  return (Object.keys(ways) as Way[]).filter((way) => ways[way]);
}

/** How a person's decision reaches the jobs that take it, the first being the one to tell of. */
export function decisionsOf({
  events,
  inputs,
  resolving,
}: Workflow): readonly ('comment' | 'dispatch')[] {
  if (resolving.length === 0) return [];
  return [
    ...(events.has('issue_comment') ? (['comment'] as const) : []),
    ...(inputs.includes('source') && inputs.includes('resolution') ? (['dispatch'] as const) : []),
  ];
}

type Members = Readonly<Record<string, unknown>>;

/** What the steps of a job ask actions for by an input `command`. */
function commandsIn({ steps }: Members): readonly unknown[] {
  return (Array.isArray(steps) ? steps : []).flatMap((step) =>
    isObject(step) && typeof step['uses'] === 'string' && isObject(step['with'])
      ? [step['with']['command']]
      : [],
  );
}

function eventsOf(on: unknown): ReadonlySet<string> {
  return new Set(isObject(on) ? Object.keys(on) : namesIn(on));
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function environmentOf({ environment }: Members): string | null {
  const name = isObject(environment) ? environment['name'] : environment;
  return typeof name === 'string' ? name : null;
}

/** GitHub minds no capitals in the name of an environment. */
function sameName(seen: string | null, wanted: string): boolean {
  return seen?.toLowerCase() === wanted.toLowerCase();
}

function permissionsOf(value: unknown): Permissions {
  if (value === 'write-all') return { all: 'write' };
  if (value === 'read-all') return { all: 'read' };
  if (!isObject(value)) return null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, level]) =>
      typeof level === 'string' ? [[name, level]] : [],
    ),
  );
}
