import * as z from 'zod/mini';
import { checkShape } from '../control/check-shape.ts';
import { faultSchema } from '../exchange/fault-queue.ts';
import type { FakeGitHub } from './fake-github.ts';
import { date, id, login, misuse, userOf } from './control-input.ts';
import { pullSchema, putPull } from './put-pull.ts';
import type { Comment, Run, Thread } from './records.ts';
import { permissionNames, tokenNames } from './tokens.ts';
import { roles } from './users.ts';

type Command = (fakeGitHub: FakeGitHub, body: unknown) => unknown;

function command<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  run: (fakeGitHub: FakeGitHub, input: z.output<Schema>) => unknown,
): [string, Command] {
  return [
    name,
    (fakeGitHub, body) => run(fakeGitHub, checkShape(schema, body ?? {}, `the body of ${name}`)),
  ];
}

const level = z.enum(['read', 'write', 'none']);

export const runSchema = z.strictObject({
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

export const environmentSchema = z.strictObject({
  name: z.string().check(z.minLength(1)),
  reviewers: z.optional(z.array(login)),
  preventSelfReview: z.optional(z.boolean()),
  waitTimer: z.optional(z.int().check(z.minimum(0), z.maximum(43_200))),
  adminsBypass: z.optional(z.boolean()),
  branches: z.optional(z.union([z.enum(['all', 'protected']), z.array(z.string())])),
});
export type EnvironmentInput = z.input<typeof environmentSchema>;

export const approvalSchema = z.strictObject({
  run: id,
  environment: z.string(),
  by: login,
  state: z.optional(z.enum(['approved', 'rejected'])),
  comment: z.optional(z.string()),
});
export type ApprovalInput = z.input<typeof approvalSchema>;

export const releaseSchema = z.strictObject({
  tag: z.string().check(z.minLength(1)),
  name: z.optional(z.nullable(z.string())),
  body: z.optional(z.nullable(z.string())),
  draft: z.optional(z.boolean()),
  prerelease: z.optional(z.boolean()),
  target: z.optional(z.string()),
  author: z.optional(login),
  created: z.optional(date),
});
export type ReleaseInput = z.input<typeof releaseSchema>;

/** The changes that a control call below `github/` can make, by name. */
export const fakeGitHubCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  command(
    'repository',
    z.strictObject({ private: z.optional(z.boolean()), defaultBranch: z.optional(z.string()) }),
    async (fakeGitHub, input) => {
      fakeGitHub.private = input.private ?? fakeGitHub.private;
      if (input.defaultBranch !== undefined) {
        await fakeGitHub.git.setHead(input.defaultBranch);
        fakeGitHub.defaultBranch = input.defaultBranch;
      }
      return { private: fakeGitHub.private, defaultBranch: fakeGitHub.defaultBranch };
    },
  ),
  // As a workflow's `permissions:` block: what it does not name is not given; null: the default.
  command(
    'permissions',
    z.strictObject({
      token: z.optional(z.enum(['job', 'job-read', 'bot', 'app-user'])),
      permissions: z.nullable(z.partialRecord(z.enum(permissionNames), level)),
    }),
    (fakeGitHub, { token = 'job', permissions }) => {
      if (permissions === null) fakeGitHub.permissions.delete(token);
      else {
        const given = Object.entries(permissions).filter(([, value]) => value !== 'none');
        fakeGitHub.permissions.set(token, Object.fromEntries(given));
      }
      return Object.fromEntries(fakeGitHub.permissions);
    },
  ),
  command(
    'user',
    z.strictObject({
      login,
      id: z.optional(id),
      type: z.optional(z.enum(['User', 'Bot'])),
      role: z.optional(z.enum(roles)),
    }),
    (fakeGitHub, input) => {
      const known = fakeGitHub.users.find(input.login);
      const fits = known !== null && input.id === undefined && input.type === undefined;
      const user = fits ? known : fakeGitHub.users.add(input.login, input.type ?? 'User', input.id);
      if (input.role !== undefined) fakeGitHub.users.setRole(user, input.role);
      return { ...user, role: fakeGitHub.users.role(user) };
    },
  ),
  command('pull-request', pullSchema, putPull),
  command(
    'pull-requests',
    z.strictObject({ pulls: z.array(pullSchema) }),
    (fakeGitHub, { pulls }) => pulls.map((pull) => putPull(fakeGitHub, pull).number),
  ),
  command(
    'label',
    z.strictObject({
      number: id,
      add: z.optional(z.array(z.string())),
      remove: z.optional(z.array(z.string())),
    }),
    (fakeGitHub, { number, add = [], remove = [] }) => {
      const thread = threadOf(fakeGitHub, number);
      const labels = new Set([...thread.labels, ...add]);
      for (const label of remove) labels.delete(label);
      return fakeGitHub.putThread({
        ...thread,
        labels: [...labels],
        updated: fakeGitHub.clock.now(),
      });
    },
  ),
  command(
    'comment',
    z.strictObject({ number: id, body: z.string(), by: login, app: z.optional(z.string()) }),
    (fakeGitHub, input) =>
      fakeGitHub.addComment(
        threadOf(fakeGitHub, input.number),
        userOf(fakeGitHub, input.by),
        input.body,
        input.app ?? null,
      ),
  ),
  command(
    'edit-comment',
    z.strictObject({ id, body: z.string(), by: z.optional(login) }),
    (fakeGitHub, input) => {
      const comment = commentOf(fakeGitHub, input.id);
      const editor = input.by === undefined ? comment.author : userOf(fakeGitHub, input.by);
      if (editor === null) throw misuse(`Cannot edit comment ${input.id}: its author is gone.`);
      return fakeGitHub.editComment(comment, editor, input.body);
    },
  ),
  command('delete-comment', z.strictObject({ id }), (fakeGitHub, input) => {
    fakeGitHub.comments.delete(commentOf(fakeGitHub, input.id).id);
    return {};
  }),
  command('environment', environmentSchema, (fakeGitHub, input) => {
    const key = input.name.toLowerCase();
    const known = fakeGitHub.environments.get(key);
    const environment = {
      id: known?.id ?? fakeGitHub.newId(),
      name: input.name,
      reviewers: (input.reviewers ?? []).map((each) => userOf(fakeGitHub, each)),
      preventSelfReview: input.preventSelfReview ?? false,
      waitTimer: input.waitTimer ?? 0,
      adminsBypass: input.adminsBypass ?? true,
      branches: input.branches ?? ('all' as const),
      created: known?.created ?? fakeGitHub.clock.now(),
    };
    fakeGitHub.environments.set(key, environment);
    return environment;
  }),
  command('delete-environment', z.strictObject({ name: z.string() }), (fakeGitHub, { name }) => ({
    deleted: fakeGitHub.environments.delete(name.toLowerCase()),
  })),
  command('run', runSchema, (fakeGitHub, input): Run => {
    const at = fakeGitHub.clock.now();
    const actor = userOf(fakeGitHub, input.actor);
    const waitsFor = input.waitsFor ?? [];
    const status = waitsFor.length > 0 ? ('waiting' as const) : ('in_progress' as const);
    const run = {
      id: input.id ?? 9_000_000_000 + fakeGitHub.newId(),
      number: fakeGitHub.runs.size + 1,
      event: input.event ?? 'push',
      path: input.path ?? '.github/workflows/publish.yml',
      branch: input.branch ?? fakeGitHub.defaultBranch,
      sha: input.sha ?? fakeGitHub.madeUpCommit('head'),
      actor,
      created: at,
      attempts: [{ number: 1, triggeredBy: actor, started: at, status, conclusion: null }],
      approvals: [],
      waitsFor,
    };
    fakeGitHub.runs.set(run.id, run);
    return run;
  }),
  // A new attempt: the actor stays, and the approvals of earlier attempts stay in the list.
  command('rerun', z.strictObject({ run: id, by: login }), (fakeGitHub, input): Run => {
    const run = runOf(fakeGitHub, input.run);
    const attempt = {
      number: run.attempts.length + 1,
      triggeredBy: userOf(fakeGitHub, input.by),
      started: fakeGitHub.clock.now(),
      status: 'in_progress' as const,
      conclusion: null,
    };
    const next = { ...run, attempts: [...run.attempts, attempt] };
    fakeGitHub.runs.set(run.id, next);
    return next;
  }),
  command('approve', approvalSchema, (fakeGitHub, input): Run => {
    const run = runOf(fakeGitHub, input.run);
    const approval = {
      environments: [input.environment],
      state: input.state ?? ('approved' as const),
      user: userOf(fakeGitHub, input.by),
      comment: input.comment ?? '',
    };
    const waitsFor = run.waitsFor.filter((name) => name !== input.environment);
    const next = { ...run, waitsFor, approvals: [...run.approvals, approval] };
    fakeGitHub.runs.set(run.id, next);
    return next;
  }),
  command('release', releaseSchema, (fakeGitHub, input) => {
    const release = {
      id: fakeGitHub.releases.get(input.tag)?.id ?? fakeGitHub.newId(),
      tag: input.tag,
      name: input.name ?? input.tag,
      body: input.body ?? null,
      draft: input.draft ?? false,
      prerelease: input.prerelease ?? false,
      target: input.target ?? fakeGitHub.defaultBranch,
      author: userOf(fakeGitHub, input.author ?? 'mia-maintain'),
      created: input.created === undefined ? fakeGitHub.clock.now() : Date.parse(input.created),
    };
    fakeGitHub.releases.set(release.tag, release);
    return release;
  }),
  [
    'faults',
    (fakeGitHub, body) => {
      const specs = Array.isArray(body) ? body : [body];
      for (const spec of checkShape(z.array(faultSchema), specs, 'the faults'))
        fakeGitHub.faults.add(spec);
      return fakeGitHub.faults.waiting;
    },
  ],
  command('clear-faults', z.strictObject({}), (fakeGitHub) => {
    fakeGitHub.faults.clear();
    return fakeGitHub.faults.waiting;
  }),
  command(
    'rate-limit',
    z.strictObject({ token: z.enum(tokenNames), remaining: z.int().check(z.minimum(0)) }),
    (fakeGitHub, { token, remaining }) => {
      const caller = fakeGitHub.caller(fakeGitHub.tokens[token]);
      if (caller === null) throw misuse(`Cannot limit the token ${token}: nobody has it.`);
      fakeGitHub.rates.setRemaining(caller, remaining, fakeGitHub.clock.now());
      return fakeGitHub.rates.peek(caller, 'core', fakeGitHub.clock.now());
    },
  ),
]);

function threadOf(fakeGitHub: FakeGitHub, number: number): Thread {
  const thread = fakeGitHub.threads.get(number);
  if (thread === undefined) throw misuse(`Cannot find #${number}: there is no such number.`);
  return thread;
}

function commentOf(fakeGitHub: FakeGitHub, id: number): Comment {
  const comment = fakeGitHub.comments.get(id);
  if (comment === undefined) throw misuse(`Cannot find comment ${id}: there is no such id.`);
  return comment;
}

function runOf(fakeGitHub: FakeGitHub, id: number): Run {
  const run = fakeGitHub.runs.get(id);
  if (run === undefined) throw misuse(`Cannot find run ${id}: there is no such id.`);
  return run;
}
