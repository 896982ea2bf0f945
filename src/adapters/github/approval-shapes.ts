import type { ForgeUser } from '../../ports/approval-forge.ts';
import { list, Misfit, nullable, text, whole, type Shape } from '../shape.ts';
import { instant } from './instant.ts';
import { partOf } from './part-of.ts';

const thread: Shape<number> = (value) => {
  const [, number] = /\/issues\/([1-9]\d{0,9})$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (number === undefined) throw new Misfit('the address of an issue', value);
  return Number(number);
};

const anything: Shape<unknown> = (value) => value;

/** An account, as every answer has it. */
const userShape: Shape<ForgeUser> = partOf<ForgeUser>({
  id: whole(1),
  login: text,
  type: text,
});

export const runShape = partOf<{
  event: string;
  run_attempt: number;
  actor: ForgeUser | null;
  triggering_actor: ForgeUser | null;
  created_at: number;
}>({
  event: text,
  run_attempt: whole(1),
  actor: nullable(userShape),
  triggering_actor: nullable(userShape),
  created_at: instant,
});

export const reviewsShape = list(
  partOf<{ environments: { name: string }[]; state: string; user: ForgeUser | null }>({
    environments: list(partOf<{ name: string }>({ name: text })),
    state: text,
    user: nullable(userShape),
  }),
);

export const branchesShape = partOf<{ branch_policies: { name: string }[] }>({
  branch_policies: list(partOf<{ name: string }>({ name: text })),
});

/** GitHub may leave out what an environment does not have. */
export const environmentShape: Shape<{
  protection_rules: { type: string; reviewers?: unknown[] }[];
  deployment_branch_policy: { custom_branch_policies: unknown } | null;
}> = (value) =>
  environment(withDefaults(value, { protection_rules: [], deployment_branch_policy: null }));

function withDefaults(value: unknown, defaults: object): unknown {
  return typeof value === 'object' && value !== null ? { ...defaults, ...value } : value;
}

const environment = partOf<{
  protection_rules: { type: string }[];
  deployment_branch_policy: { custom_branch_policies: unknown } | null;
}>({
  protection_rules: list((value: unknown) =>
    partOf<{ type: string }>({ type: text })(value).type === 'required_reviewers'
      ? partOf<{ type: string; reviewers: unknown[] }>({ type: text, reviewers: list(anything) })(
          withDefaults(value, { reviewers: [] }),
        )
      : { type: 'another' },
  ),
  deployment_branch_policy: nullable(
    partOf<{ protected_branches: unknown; custom_branch_policies: unknown }>({
      protected_branches: anything,
      custom_branch_policies: anything,
    }),
  ),
});

export const permissionShape = partOf<{ role_name: string; user: ForgeUser | null }>({
  role_name: text,
  user: nullable(userShape),
});

export const commentShape = partOf<{
  id: number;
  node_id: string;
  user: ForgeUser | null;
  body: string;
  created_at: number;
  issue_url: number;
  performed_via_github_app: unknown;
}>({
  id: whole(1),
  node_id: text,
  user: nullable(userShape),
  body: text,
  created_at: instant,
  issue_url: thread,
  performed_via_github_app: anything,
});

/** `fullDatabaseId` is a text: it does not fit into GraphQL's own whole numbers. */
export const editShape = partOf<{
  node: { fullDatabaseId: string; lastEditedAt: string | null };
}>({
  node: partOf<{ fullDatabaseId: string; lastEditedAt: string | null }>({
    fullDatabaseId: text,
    lastEditedAt: nullable(text),
  }),
});

export const pullShape = partOf<{ user: ForgeUser | null }>({ user: nullable(userShape) });
