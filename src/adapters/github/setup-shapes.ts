import type { EnvironmentSettings, FoundEnvironment, Reviewer } from '../../ports/forge-setup.ts';
import { flag, list, nullable, oneOf, text, whole, type Shape } from '../shape.ts';
import { environmentShape } from './approval-shapes.ts';
import { partOf } from '../loose-shape.ts';

const withDefaults = (value: unknown, defaults: object): unknown =>
  typeof value === 'object' && value !== null ? { ...defaults, ...value } : value;

const repository = partOf({
  full_name: text,
  default_branch: text,
  private: flag,
  visibility: nullable(text),
  owner: partOf({ login: text, type: text }),
});

/** An old GitHub Enterprise Server leaves out `visibility`. */
export const repositoryShape: typeof repository = (value) =>
  repository(withDefaults(value, { visibility: null }));

const plan = nullable(partOf({ name: text }));

/** What an organisation pays for; null where it is not told. */
export const planShape: Shape<string | null> = (value) =>
  partOf({ plan })(withDefaults(value, { plan: null })).plan?.name ?? null;

/** A user or a team. */
export const idShape = partOf({ id: whole(1) });

export const secretsShape = partOf({
  total_count: whole(0),
  secrets: list(partOf({ name: text })),
});

const identified = partOf({ id: whole(1), name: text, can_admins_bypass: nullable(flag) });
const rule = partOf({ type: text });
const waitTimer = partOf({ wait_timer: whole(0) });
const required = partOf({
  prevent_self_review: flag,
  reviewers: list(partOf({ type: oneOf('User', 'Team'), reviewer: partOf({ id: whole(1) }) })),
});
const rulesShape: Shape<{ protection_rules: unknown[] }> = partOf({
  protection_rules: list((value: unknown) => value),
});

/** An environment with all that can be set of it, and its name. */
export const foundEnvironmentShape: Shape<FoundEnvironment & { readonly name: string }> = (
  value,
) => {
  const {
    id,
    name,
    can_admins_bypass: adminsBypass,
  } = identified(withDefaults(value, { can_admins_bypass: null }));
  // The one reading of what guards an environment.
  const policy = environmentShape(value).deployment_branch_policy;
  let reviewers: readonly Reviewer[] = [];
  let preventSelfReview = false;
  let minutes = 0;
  const { protection_rules: rules } = rulesShape(withDefaults(value, { protection_rules: [] }));
  for (const each of rules) {
    const { type } = rule(each);
    if (type === 'wait_timer')
      minutes = waitTimer(withDefaults(each, { wait_timer: 0 })).wait_timer;
    if (type !== 'required_reviewers') continue;
    const found = required(withDefaults(each, { reviewers: [], prevent_self_review: false }));
    reviewers = found.reviewers.map(({ type, reviewer }) => ({ type, id: reviewer.id }));
    preventSelfReview = found.prevent_self_review;
  }
  const branches = policy === null ? 'all' : policy.protected_branches ? 'protected' : 'listed';
  return { id, name, adminsBypass, reviewers, preventSelfReview, waitTimer: minutes, branches };
};

/** Settings as GitHub takes them. What is left out of such a request is reset, so nothing is. */
export function settingsBody({
  reviewers,
  preventSelfReview,
  waitTimer,
  branches,
}: EnvironmentSettings) {
  return {
    wait_timer: waitTimer,
    prevent_self_review: preventSelfReview,
    reviewers: reviewers.map(({ type, id }) => ({ type, id })),
    deployment_branch_policy:
      branches === 'all'
        ? null
        : {
            protected_branches: branches === 'protected',
            custom_branch_policies: branches === 'listed',
          },
  };
}
