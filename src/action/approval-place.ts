import { decisionsOf, readWorkflow, waysOf } from '../commands/doctor/workflow.ts';
import type { Approvable } from '../commands/session.ts';
import { anyPlace, type ApprovalPlace } from '../report/how-to-approve.ts';
import type { GitHubEnvironment } from '../wiring/ci/github.ts';
import { actionsPage, runPage } from '../wiring/ci/run-page.ts';

interface PlaceOptions {
  /** What counts, and the environment whose reviewers may be asked. */
  readonly approval: Approvable;
  readonly github: Pick<GitHubEnvironment, 'serverUrl' | 'repository' | 'run' | 'isGitea'>;
  /** The path of the workflow that runs; null where it is not known. */
  readonly workflow: string | null;
  readonly readFile: (name: string) => Promise<string>;
}

/**
 * How a plan is approved, and a hold ended, where this run shows it: of the ways that count, those that its workflow has.
 * Where that cannot be told, or there is none, all of them.
 */
export async function approvalPlace({
  approval: { accept: accepted, environment },
  github,
  workflow: path,
  readFile,
}: PlaceOptions): Promise<ApprovalPlace> {
  // Environments of Gitea have no reviewers.
  const accept = github.isGitea ? accepted.filter((each) => each !== 'environment') : accepted;
  const actions = actionsPage(github);
  const file = path?.split('/').at(-1);
  const place = {
    ...anyPlace(accept, environment),
    run: runPage(github),
    workflow: file === undefined ? null : { file, page: actions && `${actions}/workflows/${file}` },
  };
  const text = path === null ? null : await readFile(path).catch(() => null);
  const workflow =
    path !== null && text !== null ? readWorkflow({ path, text }, environment) : null;
  if (workflow === null || file === undefined) return { ...place, workflow: null };
  const by = decisionsOf(workflow)[0];
  const decision = by ? { by, workflow: { file, page: place.workflow?.page ?? null } } : null;
  const unknown = { ...place, decision, workflow: null };
  if (workflow.isOpaque) return unknown;
  const offered: readonly string[] = waysOf(workflow);
  const ways = accept.filter((each) => offered.includes(each));
  if (ways.length === 0) return unknown;
  const takesExcept = workflow.inputs.includes('except');
  return { ...place, decision, ways, isKnown: true, takesExcept };
}
