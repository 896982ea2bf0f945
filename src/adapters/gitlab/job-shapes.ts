import type { DeploymentDecision, JobUser } from '../../ports/job-forge.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { flag, list, nullable, text, whole, type Shape } from '../shape.ts';
import { webAddress } from '../web-address.ts';

/** Accounts that GitLab makes for tokens and for itself, of which not every answer says so. */
const programs =
  /^(?:(?:project|group)_\d+_bot\w*|service_account_\w+|ghost\d*|gitlabduo|duo[-_]\w+|(?:alert|support|migration|security|automation|visual-review|gitlab-(?:admin|security|merge))-bot\d*)$/i;

/** An account; null where it is gone. */
const user: Shape<JobUser | null> = (value) => {
  const found = nullable(
    withDefaults(
      { bot: false, state: 'active' },
      partOf({ id: whole(1), username: text, bot: flag, state: text }),
    ),
  )(value);
  if (found === null) return null;
  const { id, username: login, bot, state } = found;
  const type = bot || programs.test(login) ? 'Bot' : state === 'active' ? 'User' : state;
  return { id, login, type };
};

export const ownJobShape = withDefaults(
  {
    user: null,
    tag: false,
    web_url: null,
    started_at: null,
    created_at: null,
    when: null,
    manual: null,
  },
  partOf({
    id: whole(1),
    ref: text,
    tag: flag,
    user,
    web_url: nullable(webAddress),
    started_at: nullable(instant),
    created_at: nullable(instant),
    // No version is known to tell; one that does is believed.
    when: nullable(text),
    manual: nullable(flag),
    pipeline: withDefaults(
      { source: null },
      partOf({ id: whole(1), project_id: whole(1), source: nullable(text) }),
    ),
  }),
);

const deployable = nullable(partOf({ id: whole(1) }));
const environment = partOf({ name: text });

export const deploymentItem = withDefaults(
  { created_at: null, deployable: null },
  partOf({ id: whole(1), environment, deployable, created_at: nullable(instant) }),
);

const decision: Shape<DeploymentDecision> = (value) => {
  const found = withDefaults(
    { user: null },
    partOf({ user, status: text, created_at: instant }),
  )(value);
  return { user: found.user, status: found.status, at: found.created_at };
};

export const deploymentShape = withDefaults(
  { user: null, approvals: [], pending_approval_count: 0, approval_summary: { rules: [] } },
  partOf({
    id: whole(1),
    user,
    environment,
    deployable,
    pending_approval_count: whole(0),
    approvals: list(decision),
    approval_summary: partOf({
      rules: list(partOf({ required_approvals: whole(0), deployment_approvals: list(decision) })),
    }),
  }),
);

export const jobItem = withDefaults(
  { user: null, artifacts: [], finished_at: null },
  partOf({
    id: whole(1),
    user,
    finished_at: nullable(instant),
    artifacts: list(partOf({ file_type: text })),
  }),
);

export const authorShape = partOf({ iid: whole(1), author: user });
