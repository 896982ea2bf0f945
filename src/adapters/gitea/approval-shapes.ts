import { isObject } from '../../model/is-object.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { Misfit, nullable, text, whole, type Shape } from '../shape.ts';
import { user } from './user-shape.ts';

/** The number of a pull request; null for the comment of an issue. */
const thread: Shape<number | null> = (value) => {
  if (value === '') return null;
  const [, number] = /\/pulls\/([1-9]\d{0,9})$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (number === undefined) throw new Misfit('the address of a pull request', value);
  return Number(number);
};

interface Run {
  readonly id: number;
  readonly event: string;
  /** From 1; 0 where the server knows no attempts. */
  readonly run_attempt: number;
  readonly actor: ReturnType<typeof user>;
  readonly trigger_actor: ReturnType<typeof user>;
  readonly started_at: number;
  readonly repository: { readonly full_name: string };
}

const repository = partOf({ full_name: text });

/** Before Gitea 1.27 a run has no attempts: it tells none, or 0. */
const giteaRun: Shape<Run> = withDefaults(
  { run_attempt: 0, actor: null, trigger_actor: null },
  partOf<Run>({
    id: whole(1),
    event: text,
    run_attempt: whole(0),
    actor: user,
    trigger_actor: user,
    started_at: instant,
    repository,
  }),
);

const forgejoRun = partOf({
  id: whole(1),
  trigger_event: text,
  trigger_user: user,
  created: instant,
  repository,
});

/** A run of a Gitea, or of a Forgejo, which calls its members otherwise and knows no attempts. */
export const runShape: Shape<Run> = (value) => {
  if (!isObject(value) || !('trigger_event' in value)) return giteaRun(value);
  const { id, trigger_event: event, trigger_user: actor, created, ...run } = forgejoRun(value);
  return { ...run, id, event, actor, trigger_actor: actor, run_attempt: 0, started_at: created };
};

export const permissionShape = withDefaults({ user: null }, partOf({ permission: text, user }));

export const commentShape = withDefaults(
  { user: null, original_author: '' },
  partOf({
    id: whole(1),
    user,
    original_author: text,
    body: text,
    created_at: instant,
    updated_at: instant,
    pull_request_url: thread,
  }),
);

export const pullShape = withDefaults(
  { user: null },
  partOf({ number: whole(1), user, updated_at: nullable(instant) }),
);

export const repositoryShape = partOf({ full_name: text, default_branch: text });
