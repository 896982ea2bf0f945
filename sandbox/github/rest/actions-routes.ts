import type { FakeGitHub } from '../fake-github.ts';
import {
  approvalModel,
  branchPolicyModels,
  environmentModel,
  pendingModel,
  runModel,
} from '../models/run-model.ts';
import { notFound } from '../problem.ts';
import type { Run } from '../records.ts';
import { environmentOf } from './environment-of.ts';
import { paged } from './paged.ts';
import { ok, type RestAnswer, type RestCall, type Route } from './rest-call.ts';

const route = (path: string, run: (call: RestCall) => RestAnswer): Route => ({
  method: 'GET',
  path: `repos/*/*/${path}`,
  needs: ['actions'],
  level: 'read',
  run,
});

export const actionsRoutes: readonly Route[] = [
  route('actions/runs/*', ({ github, caller, parts: [id = ''] }) => {
    const run = runOf(github, id);
    const latest = run.attempts.at(-1);
    if (latest === undefined) throw notFound();
    return ok(runModel(github, caller, run, latest));
  }),
  route('actions/runs/*/attempts/*', ({ github, caller, parts: [id = '', number = ''] }) => {
    const run = runOf(github, id);
    const attempt = run.attempts.find((each) => String(each.number) === number);
    if (attempt === undefined) throw notFound();
    return ok(runModel(github, caller, run, attempt));
  }),
  route('actions/runs/*/approvals', ({ github, parts: [id = ''] }) =>
    ok(runOf(github, id).approvals.map((approval) => approvalModel(github, approval))),
  ),
  route('actions/runs/*/pending_deployments', ({ github, caller, parts: [id = ''] }) =>
    ok(runOf(github, id).waitsFor.map((name) => pendingModel(github, caller, name))),
  ),
  route('environments/*', ({ github, parts: [name = ''] }) =>
    ok(environmentModel(github, environmentOf(github, name))),
  ),
  route('environments/*/deployment-branch-policies', (call) => {
    const name = call.parts[0] ?? '';
    const items = branchPolicyModels(environmentOf(call.github, name));
    const path = `environments/${encodeURIComponent(name)}/deployment-branch-policies`;
    const answer = paged(call, path, items);
    return { ...answer, body: { total_count: items.length, branch_policies: answer.body } };
  }),
];

function runOf(github: FakeGitHub, id: string): Run {
  const run = /^\d{1,15}$/.test(id) ? github.runs.get(Number(id)) : undefined;
  if (run === undefined) throw notFound();
  return run;
}
