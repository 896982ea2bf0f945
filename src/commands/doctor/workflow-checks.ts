import type { Config } from '../../config/schema.ts';
import { repositoryAddress } from '../../model/version.ts';
import type { CheckName } from '../../report/check-names.ts';
import type { DoctorContext } from './doctor-context.ts';
import { isApprovedOnGitHub } from './forge-checks.ts';
import { failed, notChecked, ok, skipped, type Examination, type Seen } from './seen.ts';
import { decisionsOf, readWorkflow, waysOf, type Permissions, type Workflow } from './workflow.ts';

type Name = Extract<CheckName, 'workflows' | 'permissions'>;

const examples = `${repositoryAddress}/tree/main/examples/workflows`;

/** What the workflows of the commit offer. They are read, and nothing is asked. */
export const workflowChecks: Readonly<Record<Name, Examination>> = {
  workflows: {
    needs: ['configuration'],
    look: (context) =>
      atWorkflows(context, (workflows, { approval }) => {
        const { environment, accept } = approval;
        const name = JSON.stringify(environment);
        const publishing = workflows.filter(({ jobs }) => jobs.length > 0);
        if (publishing.length === 0)
          return failed(
            'workflow-unfit',
            `no workflow has a job in the environment ${name}, which keeps the token that writes`,
            `Give the job that publishes \`environment: ${environment}\`, or copy a workflow from ${examples}.`,
          );
        const offered = publishing.flatMap((workflow) =>
          waysOf(workflow).map((way) => ({ way, path: workflow.path })),
        );
        const fitting = offered.filter(({ way }) => accept.includes(way));
        const told = (ways: typeof offered) =>
          ways.map(({ way, path }) => `${way} by ${path}`).join(', ');
        if (fitting.length === 0)
          return failed(
            'workflow-unfit',
            `approval.accept lists ${accept.join(', ')}, and the workflows offer ${offered.length === 0 ? 'none of the ways' : told(offered)}`,
            `Accept what the workflow offers, or give it what it lacks: a job that needs the one which plans (environment), an input \`digest\` (dispatch), the event \`issue_comment\` (comment).`,
          );
        const decided = workflows.flatMap((workflow) =>
          decisionsOf(workflow).map((way) => `${way} by ${workflow.path}`),
        );
        const holds = decided.length > 0 ? `; holds are ended by ${decided.join(', ')}` : '';
        const left = offered.filter(({ way }) => !accept.includes(way));
        if (left.length === 0) return ok(`${told(fitting)}${holds}`);
        return ok(
          `${told(fitting)}; ${told(left)} is refused, as approval.accept does not list it${holds}`,
          'List it in approval.accept, or take it out of the workflow.',
        );
      }),
  },
  permissions: {
    needs: ['workflows'],
    look: (context) =>
      atWorkflows(context, async (workflows, config) => {
        const isPublic = (await isPublicAtGitHub(context)) ?? false;
        const jobs = workflows.flatMap((workflow) =>
          [
            ...workflow.jobs.map((job) => ({ ...job, asks: neededBy(workflow, config, isPublic) })),
            ...workflow.resolving.map((job) => ({
              ...job,
              asks: neededToDecide(workflow, config, isPublic),
            })),
          ].map((job) => ({ ...job, workflow })),
        );
        const unknown = jobs.filter(({ permissions }) => permissions === null);
        const lacking = jobs.flatMap(({ name, permissions, workflow, asks }) =>
          asks
            .filter(([permission, level]) => !gives(permissions, permission, level))
            .map(([permission, level]) => ({ name, path: workflow.path, permission, level })),
        );
        const [first] = lacking;
        if (first) {
          const { name, path } = first;
          const missing = lacking
            .filter((each) => each.name === name && each.path === path)
            .map(({ permission, level }) => `${permission}: ${level}`)
            .join(', ');
          return failed(
            'permission-missing',
            `the job ${JSON.stringify(name)} of ${path} does not get \`${missing}\``,
            `Add \`${missing}\` to the \`permissions\` of the job ${JSON.stringify(name)} in ${path}.`,
          );
        }
        if (unknown[0])
          return notChecked(
            `the job ${JSON.stringify(unknown[0].name)} of ${unknown[0].workflow.path} has what the repository gives by default`,
            'Name its `permissions` in the workflow.',
          );
        return ok('the jobs that publish and decide get what they need');
      }),
  },
};

/** What the token of a job that publishes needs. A public repository lets everyone read. */
function neededBy(
  workflow: Workflow,
  { ledger, sources }: Config,
  isPublic: boolean,
): (readonly [string, 'read' | 'write'])[] {
  const comments = waysOf(workflow).includes('comment');
  const pulls = comments || sources['pull-requests'] !== false;
  return [
    ...('branch' in ledger ? ([['contents', 'write']] as const) : []),
    ...(isPublic ? [] : ([['actions', 'read']] as const)),
    ...(isPublic || !pulls ? [] : ([['pull-requests', 'read']] as const)),
    ...(comments ? ([['issues', 'write']] as const) : []),
  ];
}

/** The same of a job that takes decisions: one of a comment reads no run. */
function neededToDecide(
  workflow: Workflow,
  { ledger, sources }: Config,
  isPublic: boolean,
): (readonly [string, 'read' | 'write'])[] {
  const ways = decisionsOf(workflow);
  const comments = ways.includes('comment');
  const pulls = comments || sources['pull-requests'] !== false;
  return [
    ...('branch' in ledger ? ([['contents', 'write']] as const) : []),
    ...(isPublic || !ways.includes('dispatch') ? [] : ([['actions', 'read']] as const)),
    ...(isPublic || !pulls ? [] : ([['pull-requests', 'read']] as const)),
    ...(comments ? ([['issues', 'write']] as const) : []),
  ];
}

function gives(permissions: Permissions, name: string, level: 'read' | 'write'): boolean {
  if (permissions === null) return true;
  const given = 'all' in permissions ? permissions.all : permissions[name];
  return given === 'write' || given === level;
}

/** Null where nobody tells, and where nothing was asked yet. */
async function isPublicAtGitHub(context: DoctorContext): Promise<boolean | null> {
  const { visibility } = await context.config();
  if (visibility !== 'auto') return visibility === 'public';
  try {
    return (await (await context.pullRequests())?.isPublic()) ?? null;
  } catch {
    return null;
  }
}

async function atWorkflows(
  context: DoctorContext,
  look: (workflows: readonly Workflow[], config: Config) => Seen | Promise<Seen>,
): Promise<Seen> {
  const config = await context.config();
  if (!isApprovedOnGitHub(config))
    return skipped(`approved by ${config.approval.accept.join(', ')}, not on GitHub`);
  const files = await context.workflows();
  if (files.length === 0) return skipped('the commit has no workflow');
  const workflows = files
    .map((file) => readWorkflow(file, config.approval.environment))
    .filter((workflow) => workflow !== null);
  const opaque = workflows.find(({ isOpaque }) => isOpaque);
  if (opaque && workflows.every(({ jobs }) => jobs.length === 0))
    return notChecked(
      `${opaque.path} calls another workflow, or names its environment only when it runs`,
      'Look there for a job in the environment, and for its permissions.',
    );
  return look(workflows, config);
}
