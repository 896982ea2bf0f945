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

/** Before Gitea 1.27 a run has no attempts: it tells none, or 0. */
export const runShape = withDefaults(
  { run_attempt: 0, actor: null, trigger_actor: null },
  partOf({
    id: whole(1),
    event: text,
    run_attempt: whole(0),
    actor: user,
    trigger_actor: user,
    started_at: instant,
    repository: partOf({ full_name: text }),
  }),
);

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
