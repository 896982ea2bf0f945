import type { Hub } from '../hub.ts';
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
  route('actions/runs/*', ({ hub, caller, parts: [id = ''] }) => {
    const run = runOf(hub, id);
    const latest = run.attempts.at(-1);
    if (latest === undefined) throw notFound();
    return ok(runModel(hub, caller, run, latest));
  }),
  route('actions/runs/*/attempts/*', ({ hub, caller, parts: [id = '', number = ''] }) => {
    const run = runOf(hub, id);
    const attempt = run.attempts.find((each) => String(each.number) === number);
    if (attempt === undefined) throw notFound();
    return ok(runModel(hub, caller, run, attempt));
  }),
  route('actions/runs/*/approvals', ({ hub, parts: [id = ''] }) =>
    ok(runOf(hub, id).approvals.map((approval) => approvalModel(hub, approval))),
  ),
  route('actions/runs/*/pending_deployments', ({ hub, caller, parts: [id = ''] }) =>
    ok(runOf(hub, id).waitsFor.map((name) => pendingModel(hub, caller, name))),
  ),
  route('environments/*', ({ hub, parts: [name = ''] }) =>
    ok(environmentModel(hub, environmentOf(hub, name))),
  ),
  route('environments/*/deployment-branch-policies', ({ hub, parts: [name = ''] }) =>
    ok(branchPoliciesModel(environmentOf(hub, name))),
  ),
];

function runOf(hub: Hub, id: string): Run {
  const run = /^\d{1,15}$/.test(id) ? hub.runs.get(Number(id)) : undefined;
  if (run === undefined) throw notFound();
  return run;
}

function environmentOf(hub: Hub, name: string): Environment {
  const environment = hub.environments.get(name.toLowerCase());
  if (environment === undefined) throw notFound();
  return environment;
}
