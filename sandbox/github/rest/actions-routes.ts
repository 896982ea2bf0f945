import type { FakeGitHub } from '../fake-github.ts';
import {
  approvalModel,
  branchPoliciesModel,
  environmentModel,
  pendingModel,
  runModel,
} from '../models/run-model.ts';
import { notFound } from '../problem.ts';
import type { Environment, Run } from '../records.ts';
import { ok, type RestAnswer, type RestCall, type Route } from './rest-call.ts';

const route = (path: string, run: (call: RestCall) => RestAnswer): Route => ({
  method: 'GET',
  path: `repos/*/*/${path}`,
  needs: ['actions'],
  level: 'read',
  run,
});

export const actionsRoutes: readonly Route[] = [
  route('actions/runs/*', ({ fakeGitHub, caller, parts: [id = ''] }) => {
    const run = runOf(fakeGitHub, id);
    const latest = run.attempts.at(-1);
    if (latest === undefined) throw notFound();
    return ok(runModel(fakeGitHub, caller, run, latest));
  }),
  route('actions/runs/*/attempts/*', ({ fakeGitHub, caller, parts: [id = '', number = ''] }) => {
    const run = runOf(fakeGitHub, id);
    const attempt = run.attempts.find((each) => String(each.number) === number);
    if (attempt === undefined) throw notFound();
    return ok(runModel(fakeGitHub, caller, run, attempt));
  }),
  route('actions/runs/*/approvals', ({ fakeGitHub, parts: [id = ''] }) =>
    ok(runOf(fakeGitHub, id).approvals.map((approval) => approvalModel(fakeGitHub, approval))),
  ),
  route('actions/runs/*/pending_deployments', ({ fakeGitHub, caller, parts: [id = ''] }) =>
    ok(runOf(fakeGitHub, id).waitsFor.map((name) => pendingModel(fakeGitHub, caller, name))),
  ),
  route('environments/*', ({ fakeGitHub, parts: [name = ''] }) =>
    ok(environmentModel(fakeGitHub, environmentOf(fakeGitHub, name))),
  ),
  route('environments/*/deployment-branch-policies', ({ fakeGitHub, parts: [name = ''] }) =>
    ok(branchPoliciesModel(environmentOf(fakeGitHub, name))),
  ),
];

function runOf(fakeGitHub: FakeGitHub, id: string): Run {
  const run = /^\d{1,15}$/.test(id) ? fakeGitHub.runs.get(Number(id)) : undefined;
  if (run === undefined) throw notFound();
  return run;
}

function environmentOf(fakeGitHub: FakeGitHub, name: string): Environment {
  const environment = fakeGitHub.environments.get(name.toLowerCase());
  if (environment === undefined) throw notFound();
  return environment;
}
