import { instant, partOf } from '../loose-shape.ts';
import { flag, list, Misfit, nullable, text, whole, type Shape } from '../shape.ts';

const thread: Shape<number> = (value) => {
  const [, number] = /\/issues\/([1-9]\d{0,9})$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (number === undefined) throw new Misfit('the address of an issue', value);
  return Number(number);
};

const anything: Shape<unknown> = (value) => value;

/** An account, as every answer has it; null where it is gone. */
const user = nullable(partOf({ id: whole(1), login: text, type: text }));

export const repositoryShape = partOf({ full_name: text, default_branch: text });

export const runShape = partOf({
  id: whole(1),
  event: text,
  run_attempt: whole(1),
  actor: user,
  triggering_actor: user,
  created_at: instant,
});

export const reviewsShape = list(
  partOf({ environments: list(partOf({ name: text })), state: text, user }),
);

export const branchesShape = partOf({
  total_count: whole(0),
  branch_policies: list(partOf({ name: text, type: text })),
});

/** GitHub may leave out what an environment does not have. */
export const environmentShape: typeof environment = (value) =>
  environment(withDefaults(value, { protection_rules: [], deployment_branch_policy: null }));

function withDefaults(value: unknown, defaults: object): unknown {
  return typeof value === 'object' && value !== null ? { ...defaults, ...value } : value;
}

const ruleShape = partOf({ type: text });
const reviewersShape = partOf({
  reviewers: list(partOf({ type: text, reviewer: partOf({ id: whole(1) }) })),
});

/** GitHub has exactly one of the two. */
const policy: Shape<{ protected_branches: boolean }> = (value) => {
  const found = partOf({ protected_branches: flag, custom_branch_policies: flag })(value);
  if (found.protected_branches !== found.custom_branch_policies) return found;
  throw new Misfit('either protected_branches or custom_branch_policies', value);
};

const environment = partOf({
  name: text,
  protection_rules: list((value: unknown) =>
    ruleShape(value).type === 'required_reviewers'
      ? reviewersShape(withDefaults(value, { reviewers: [] }))
      : { reviewers: [] },
  ),
  deployment_branch_policy: nullable(policy),
});

export const permissionShape = partOf({ role_name: text, user });

export const commentShape = partOf({
  id: whole(1),
  node_id: text,
  user,
  body: text,
  created_at: instant,
  issue_url: thread,
  performed_via_github_app: anything,
});

/** `fullDatabaseId` is a text: it does not fit into GraphQL's own whole numbers. */
export const editShape = partOf({
  node: partOf({ fullDatabaseId: text, lastEditedAt: nullable(text) }),
});

export const pullShape = partOf({ number: whole(1), user });
