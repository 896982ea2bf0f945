import * as z from 'zod/mini';
import { command, type Commands } from '../../control/command.ts';
import { id, misuse } from '../../control/input.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { Run } from '../records.ts';
import { teams } from '../users.ts';
import { login, userOf } from './input.ts';

const runSchema = z.strictObject({
  id: z.optional(id),
  event: z.optional(z.string()),
  path: z.optional(z.string()),
  branch: z.optional(z.string()),
  sha: z.optional(z.string()),
  actor: login,
  /** Environments that the run waits for. */
  waitsFor: z.optional(z.array(z.string())),
});
export type RunInput = z.input<typeof runSchema>;

const environmentSchema = z.strictObject({
  name: z.string().check(z.minLength(1)),
  reviewers: z.optional(z.array(login)),
  teams: z.optional(z.array(z.enum(teams.map(({ slug }) => slug)))),
  secrets: z.optional(z.array(z.string().check(z.minLength(1)))),
  preventSelfReview: z.optional(z.boolean()),
  waitTimer: z.optional(z.int().check(z.minimum(0), z.maximum(43_200))),
  adminsBypass: z.optional(z.boolean()),
  branches: z.optional(z.union([z.enum(['all', 'protected']), z.array(z.string())])),
  tags: z.optional(z.array(z.string())),
});
export type EnvironmentInput = z.input<typeof environmentSchema>;

const approvalSchema = z.strictObject({
  run: id,
  environment: z.string(),
  by: login,
  state: z.optional(z.enum(['approved', 'rejected'])),
  comment: z.optional(z.string()),
});
export type ApprovalInput = z.input<typeof approvalSchema>;

/** The changes to workflow runs, and to the environments that they wait for. */
export const runCommands: Commands<FakeGitHub> = new Map([
  command('environment', environmentSchema, (github, input) => {
    const key = input.name.toLowerCase();
    const known = github.environments.get(key);
    const environment = {
      id: known?.id ?? github.newId(),
      name: input.name,
      reviewers: (input.reviewers ?? []).map((each) => userOf(github, each)),
      teams: teams.filter(({ slug }) => input.teams?.includes(slug)),
      secrets: input.secrets ?? [],
      preventSelfReview: input.preventSelfReview ?? false,
      waitTimer: input.waitTimer ?? 0,
      adminsBypass: input.adminsBypass ?? true,
      branches: input.branches ?? ('all' as const),
      tags: input.tags ?? [],
      created: known?.created ?? github.clock.now(),
    };
    github.environments.set(key, environment);
    return environment;
  }),
  command('delete-environment', z.strictObject({ name: z.string() }), (github, { name }) => ({
    deleted: github.environments.delete(name.toLowerCase()),
  })),
  command('run', runSchema, (github, input): Run => {
    const at = github.clock.now();
    const actor = userOf(github, input.actor);
    const waitsFor = input.waitsFor ?? [];
    const status = waitsFor.length > 0 ? ('waiting' as const) : ('in_progress' as const);
    const run = {
      id: input.id ?? 9_000_000_000 + github.newId(),
      number: github.runs.size + 1,
      event: input.event ?? 'push',
      path: input.path ?? '.github/workflows/publish.yml',
      branch: input.branch ?? github.defaultBranch,
      sha: input.sha ?? github.madeUpCommit('head'),
      actor,
      created: at,
      attempts: [{ number: 1, triggeredBy: actor, started: at, status, conclusion: null }],
      approvals: [],
      waitsFor,
    };
    github.runs.set(run.id, run);
    return run;
  }),
  // A new attempt: the actor stays, and the approvals of earlier attempts stay in the list.
  command('rerun', z.strictObject({ run: id, by: login }), (github, input): Run => {
    const run = runOf(github, input.run);
    const attempt = {
      number: run.attempts.length + 1,
      triggeredBy: userOf(github, input.by),
      started: github.clock.now(),
      status: 'in_progress' as const,
      conclusion: null,
    };
    const next = { ...run, attempts: [...run.attempts, attempt] };
    github.runs.set(run.id, next);
    return next;
  }),
  command('approve', approvalSchema, (github, input): Run => {
    const run = runOf(github, input.run);
    const approval = {
      environments: [input.environment],
      state: input.state ?? ('approved' as const),
      user: userOf(github, input.by),
      comment: input.comment ?? '',
    };
    const waitsFor = run.waitsFor.filter((name) => name !== input.environment);
    const next = { ...run, waitsFor, approvals: [...run.approvals, approval] };
    github.runs.set(run.id, next);
    return next;
  }),
]);

function runOf(github: FakeGitHub, id: number): Run {
  const run = github.runs.get(id);
  if (run === undefined) throw misuse(`Cannot find run ${id}: there is no such id.`);
  return run;
}
