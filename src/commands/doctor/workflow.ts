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

/** A job that runs in the environment which keeps the token that writes. */
export interface PublishingJob {
  readonly name: string;
  readonly permissions: Permissions;
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
  return {
    path,
    events: eventsOf(on),
    inputs: isObject(inputs) ? Object.keys(inputs) : [],
    jobs: jobs
      .filter(({ job }) => sameName(environmentOf(job), environment))
      .map(({ name, job }) => ({
        name,
        permissions: 'permissions' in job ? permissionsOf(job['permissions']) : shared,
        follows: namesIn(job['needs']).length > 0,
      })),
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
    comment: events.has('issue_comment'),
  };
  return (Object.keys(ways) as Way[]).filter((way) => ways[way]);
}

function eventsOf(on: unknown): ReadonlySet<string> {
  return new Set(isObject(on) ? Object.keys(on) : namesIn(on));
}

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function environmentOf({ environment }: Readonly<Record<string, unknown>>): string | null {
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
