import * as z from 'zod/mini';
import { effectiveRole, granted, seesRepository } from '../access.ts';
import { dateText } from '../models/date-text.ts';
import { nodeId } from '../models/node-id.ts';
import { apiAddress } from '../models/repository-model.ts';
import { branchPolicyModels, environmentModel } from '../models/run-model.ts';
import { GitHubProblem, notAccessible, notFound, validationFailed } from '../problem.ts';
import type { Environment } from '../records.ts';
import { atLeast, teams } from '../users.ts';
import { environmentOf } from './environment-of.ts';
import { paged } from './paged.ts';
import { ok, type RestAnswer, type RestCall, type Route } from './rest-call.ts';

/** What sets a repository up for publishing: its labels and environments. */
export const setUpRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: 'repos/*/*/labels',
    needs: ['issues', 'pull-requests'],
    level: 'write',
    role: 'write',
    run: createLabel,
  },
  {
    method: 'PUT',
    path: 'repos/*/*/environments/*',
    needs: ['administration'],
    level: 'write',
    role: 'admin',
    run: putEnvironment,
  },
  {
    method: 'POST',
    path: 'repos/*/*/environments/*/deployment-branch-policies',
    needs: ['administration'],
    level: 'write',
    role: 'admin',
    run: addBranch,
  },
  {
    method: 'GET',
    path: 'repos/*/*/environments/*/secrets',
    needs: ['environments'],
    level: 'none',
    run: listSecrets,
  },
];

const labelSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(50)),
  color: z.optional(z.string().check(z.regex(/^[0-9a-f]{6}$/i))),
  description: z.optional(z.string().check(z.maxLength(100))),
});

function createLabel({ github, input }: RestCall): RestAnswer {
  const { success, data } = z.safeParse(labelSchema, input);
  if (!success) throw validationFailed('Label', 'name', 'invalid');
  const { name, color = 'ededed', description = null } = data;
  if (github.label(name) !== null) throw validationFailed('Label', 'name', 'already_exists');
  github.labels.add(name);
  const id = github.newId();
  const url = `${apiAddress(github)}/labels/${encodeURIComponent(name)}`;
  const body = { id, node_id: nodeId('LA', id), url, name, color, description, default: false };
  return { status: 201, body, wrote: true };
}

const environmentSchema = z.nullable(
  z.strictObject({
    wait_timer: z.optional(z.int().check(z.minimum(0), z.maximum(43_200))),
    prevent_self_review: z.optional(z.boolean()),
    reviewers: z.nullish(
      z
        .array(z.strictObject({ type: z.enum(['User', 'Team']), id: z.int() }))
        .check(z.maxLength(6)),
    ),
    deployment_branch_policy: z.nullish(
      z
        .strictObject({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
        .check(
          z.refine(
            ({ protected_branches: some, custom_branch_policies: listed }) => some !== listed,
          ),
        ),
    ),
  }),
);

/** What is left out gets its default again: who changes one thing has to send all. */
function putEnvironment({ github, input, parts: [name = ''] }: RestCall): RestAnswer {
  const { success, data } = z.safeParse(environmentSchema, input);
  if (!success) throw new GitHubProblem(422, 'Invalid request.');
  const { wait_timer: waitTimer = 0, prevent_self_review: noSelf = false, ...rest } = data ?? {};
  const wanted = rest.reviewers ?? [];
  if (wanted.length > 0 && github.private && github.plan !== 'enterprise')
    throw new GitHubProblem(
      422,
      'Failed to create the environment protection rule. Please ensure the billing plan supports the required reviewers protection rule.',
    );
  const people = github.users.all.filter(
    ({ id, role }) =>
      (role !== 'none' || !github.private) &&
      wanted.some((each) => each.type === 'User' && each.id === id),
  );
  const groups = teams.filter(({ id }) =>
    wanted.some((each) => each.type === 'Team' && each.id === id),
  );
  if (people.length + groups.length < wanted.length)
    throw new GitHubProblem(422, 'Validation Failed');
  const known = github.environments.get(name.toLowerCase());
  const policy = rest.deployment_branch_policy;
  const listed = typeof known?.branches === 'object' ? known.branches : [];
  const environment: Environment = {
    id: known?.id ?? github.newId(),
    name: known?.name ?? name,
    reviewers: people.map(({ login, id, type }) => ({ login, id, type })),
    teams: groups,
    preventSelfReview: noSelf,
    waitTimer,
    adminsBypass: known?.adminsBypass ?? true,
    branches: policy ? (policy.protected_branches ? 'protected' : listed) : 'all',
    tags: known?.tags ?? [],
    secrets: known?.secrets ?? [],
    created: known?.created ?? github.clock.now(),
  };
  github.environments.set(name.toLowerCase(), environment);
  return { ...ok(environmentModel(github, environment)), wrote: true };
}

const branchSchema = z.object({
  name: z.string().check(z.minLength(1)),
  type: z.optional(z.enum(['branch', 'tag'])),
});

function addBranch({ github, input, parts: [name = ''] }: RestCall): RestAnswer {
  const environment = environmentOf(github, name);
  if (typeof environment.branches === 'string') throw notFound();
  const { success, data } = z.safeParse(branchSchema, input);
  if (!success) throw new GitHubProblem(422, 'Invalid request.');
  const { name: pattern, type = 'branch' } = data;
  const { branches, tags } = environment;
  // It sends whoever asks to the one that is there.
  if ((type === 'branch' ? branches : tags).includes(pattern)) return { status: 303, body: null };
  const next =
    type === 'branch'
      ? { ...environment, branches: [...branches, pattern] }
      : { ...environment, tags: [...tags, pattern] };
  github.environments.set(name.toLowerCase(), next);
  const models = branchPolicyModels(next) as { readonly name: string; readonly type: string }[];
  const made = models.find((each) => each.name === pattern && each.type === type);
  return { ...ok(made ?? {}), wrote: true };
}

/** Their names. No token of a workflow's job sees them, and no reader of a public repository. */
function listSecrets(call: RestCall): RestAnswer {
  const { github, caller, parts } = call;
  if (!seesRepository(github, caller)) throw notFound();
  if (!granted(caller, ['environments'], 'read')) throw notAccessible();
  if (!atLeast(effectiveRole(github, caller), 'write')) throw notFound();
  const { name, secrets } = environmentOf(github, parts[0] ?? '');
  const born = dateText(github.born);
  const items = secrets.map((each) => ({ name: each, created_at: born, updated_at: born }));
  const answer = paged(call, `environments/${encodeURIComponent(name)}/secrets`, items);
  return { ...answer, body: { total_count: items.length, secrets: answer.body } };
}
