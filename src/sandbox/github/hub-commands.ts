import * as z from 'zod/mini';
import { checkShape } from '../control/check-shape.ts';
import { faultSchema } from '../exchange/fault-queue.ts';
import type { Hub } from './hub.ts';
import { date, id, login, misuse, userOf } from './hub-input.ts';
import { pullSchema, putPull } from './put-pull.ts';
import type { Comment, Run, Thread } from './records.ts';
import { permissionNames, tokenNames } from './tokens.ts';
import { roles } from './users.ts';

type Command = (hub: Hub, body: unknown) => unknown;

function command<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  run: (hub: Hub, input: z.output<Schema>) => unknown,
): [string, Command] {
  return [name, (hub, body) => run(hub, checkShape(schema, body ?? {}, `the body of ${name}`))];
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
export const hubCommands: ReadonlyMap<string, Command> = new Map<string, Command>([
  command(
    'repository',
    z.strictObject({ private: z.optional(z.boolean()), defaultBranch: z.optional(z.string()) }),
    async (hub, input) => {
      hub.private = input.private ?? hub.private;
      if (input.defaultBranch !== undefined) {
        await hub.git.setHead(input.defaultBranch);
        hub.defaultBranch = input.defaultBranch;
      }
      return { private: hub.private, defaultBranch: hub.defaultBranch };
    },
  ),
  // As a workflow's `permissions:` block: what it does not name is not given; null: the default.
  command(
    'permissions',
    z.strictObject({
      token: z.optional(z.enum(['job', 'job-read', 'bot', 'app-user'])),
      permissions: z.nullable(z.partialRecord(z.enum(permissionNames), level)),
    }),
    (hub, { token = 'job', permissions }) => {
      if (permissions === null) hub.permissions.delete(token);
      else {
        const given = Object.entries(permissions).filter(([, value]) => value !== 'none');
        hub.permissions.set(token, Object.fromEntries(given));
      }
      return Object.fromEntries(hub.permissions);
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
    (hub, input) => {
      const known = hub.users.find(input.login);
      const fits = known !== null && input.id === undefined && input.type === undefined;
      const user = fits ? known : hub.users.add(input.login, input.type ?? 'User', input.id);
      if (input.role !== undefined) hub.users.setRole(user, input.role);
      return { ...user, role: hub.users.role(user) };
    },
  ),
  command('pull-request', pullSchema, putPull),
  command('pull-requests', z.strictObject({ pulls: z.array(pullSchema) }), (hub, { pulls }) =>
    pulls.map((pull) => putPull(hub, pull).number),
  ),
  command(
    'label',
    z.strictObject({
      number: id,
      add: z.optional(z.array(z.string())),
      remove: z.optional(z.array(z.string())),
    }),
    (hub, { number, add = [], remove = [] }) => {
      const thread = threadOf(hub, number);
      const labels = new Set([...thread.labels, ...add]);
      for (const label of remove) labels.delete(label);
      return hub.putThread({ ...thread, labels: [...labels], updated: hub.clock.now() });
    },
  ),
  command(
    'comment',
    z.strictObject({ number: id, body: z.string(), by: login, app: z.optional(z.string()) }),
    (hub, input) =>
      hub.addComment(
        threadOf(hub, input.number),
        userOf(hub, input.by),
        input.body,
        input.app ?? null,
      ),
  ),
  command(
    'edit-comment',
    z.strictObject({ id, body: z.string(), by: z.optional(login) }),
    (hub, input) => {
      const comment = commentOf(hub, input.id);
      const editor = input.by === undefined ? comment.author : userOf(hub, input.by);
      if (editor === null) throw misuse(`Cannot edit comment ${input.id}: its author is gone.`);
      return hub.editComment(comment, editor, input.body);
    },
  ),
  command('delete-comment', z.strictObject({ id }), (hub, input) => {
    hub.comments.delete(commentOf(hub, input.id).id);
    return {};
  }),
  command('environment', environmentSchema, (hub, input) => {
    const key = input.name.toLowerCase();
    const known = hub.environments.get(key);
    const environment = {
      id: known?.id ?? hub.newId(),
      name: input.name,
      reviewers: (input.reviewers ?? []).map((each) => userOf(hub, each)),
      preventSelfReview: input.preventSelfReview ?? false,
      waitTimer: input.waitTimer ?? 0,
      adminsBypass: input.adminsBypass ?? true,
      branches: input.branches ?? ('all' as const),
      created: known?.created ?? hub.clock.now(),
    };
    hub.environments.set(key, environment);
    return environment;
  }),
  command('delete-environment', z.strictObject({ name: z.string() }), (hub, { name }) => ({
    deleted: hub.environments.delete(name.toLowerCase()),
  })),
  command('run', runSchema, (hub, input): Run => {
    const at = hub.clock.now();
    const actor = userOf(hub, input.actor);
    const waitsFor = input.waitsFor ?? [];
    const status = waitsFor.length > 0 ? ('waiting' as const) : ('in_progress' as const);
    const run = {
      id: input.id ?? 9_000_000_000 + hub.newId(),
      number: hub.runs.size + 1,
      event: input.event ?? 'push',
      path: input.path ?? '.github/workflows/publish.yml',
      branch: input.branch ?? hub.defaultBranch,
      sha: input.sha ?? hub.madeUpCommit('head'),
      actor,
      created: at,
      attempts: [{ number: 1, triggeredBy: actor, started: at, status, conclusion: null }],
      approvals: [],
      waitsFor,
    };
    hub.runs.set(run.id, run);
    return run;
  }),
  // A new attempt: the actor stays, and the approvals of earlier attempts stay in the list.
  command('rerun', z.strictObject({ run: id, by: login }), (hub, input): Run => {
    const run = runOf(hub, input.run);
    const attempt = {
      number: run.attempts.length + 1,
      triggeredBy: userOf(hub, input.by),
      started: hub.clock.now(),
      status: 'in_progress' as const,
      conclusion: null,
    };
    const next = { ...run, attempts: [...run.attempts, attempt] };
    hub.runs.set(run.id, next);
    return next;
  }),
  command('approve', approvalSchema, (hub, input): Run => {
    const run = runOf(hub, input.run);
    const approval = {
      environments: [input.environment],
      state: input.state ?? ('approved' as const),
      user: userOf(hub, input.by),
      comment: input.comment ?? '',
    };
    const waitsFor = run.waitsFor.filter((name) => name !== input.environment);
    const next = { ...run, waitsFor, approvals: [...run.approvals, approval] };
    hub.runs.set(run.id, next);
    return next;
  }),
  command('release', releaseSchema, (hub, input) => {
    const release = {
      id: hub.releases.get(input.tag)?.id ?? hub.newId(),
      tag: input.tag,
      name: input.name ?? input.tag,
      body: input.body ?? null,
      draft: input.draft ?? false,
      prerelease: input.prerelease ?? false,
      target: input.target ?? hub.defaultBranch,
      author: userOf(hub, input.author ?? 'mia-maintain'),
      created: input.created === undefined ? hub.clock.now() : Date.parse(input.created),
    };
    hub.releases.set(release.tag, release);
    return release;
  }),
  [
    'faults',
    (hub, body) => {
      const specs = Array.isArray(body) ? body : [body];
      for (const spec of checkShape(z.array(faultSchema), specs, 'the faults'))
        hub.faults.add(spec);
      return hub.faults.waiting;
    },
  ],
  command('clear-faults', z.strictObject({}), (hub) => {
    hub.faults.clear();
    return hub.faults.waiting;
  }),
  command(
    'rate-limit',
    z.strictObject({ token: z.enum(tokenNames), remaining: z.int().check(z.minimum(0)) }),
    (hub, { token, remaining }) => {
      const caller = hub.caller(hub.tokens[token]);
      if (caller === null) throw misuse(`Cannot limit the token ${token}: nobody has it.`);
      hub.rates.setRemaining(caller, remaining, hub.clock.now());
      return hub.rates.peek(caller, 'core', hub.clock.now());
    },
  ),
]);

function threadOf(hub: Hub, number: number): Thread {
  const thread = hub.threads.get(number);
  if (thread === undefined) throw misuse(`Cannot find #${number}: there is no such number.`);
  return thread;
}

function commentOf(hub: Hub, id: number): Comment {
  const comment = hub.comments.get(id);
  if (comment === undefined) throw misuse(`Cannot find comment ${id}: there is no such id.`);
  return comment;
}

function runOf(hub: Hub, id: number): Run {
  const run = hub.runs.get(id);
  if (run === undefined) throw misuse(`Cannot find run ${id}: there is no such id.`);
  return run;
}
