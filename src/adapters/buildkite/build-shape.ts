import { instant, partOf, withDefaultsForNull } from '../loose-shape.ts';
import { anyObject, flag, list, matching, nullable, text, whole } from '../shape.ts';

const uuid = matching('a UUID', (value): value is string =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
);

const job = withDefaultsForNull(
  {
    state: null,
    runnable_at: null,
    started_at: null,
    finished_at: null,
    retried: false,
    retries_count: null,
    retry_source: null,
    unblocked_by: null,
    unblocked_at: null,
  },
  partOf({
    id: uuid,
    type: text,
    state: nullable(text),
    runnable_at: nullable(instant),
    started_at: nullable(instant),
    finished_at: nullable(instant),
    retried: flag,
    retries_count: nullable(whole(0)),
    retry_source: nullable(anyObject),
    unblocked_by: nullable(
      withDefaultsForNull({ email: '' }, partOf({ id: uuid, name: text, email: text })),
    ),
    unblocked_at: nullable(instant),
  }),
);

export const buildShape = withDefaultsForNull(
  { tag: null, pull_request: null },
  partOf({
    url: text,
    number: whole(1),
    branch: text,
    commit: text,
    tag: nullable(text),
    pull_request: nullable(anyObject),
    jobs: list(job),
    pipeline: partOf({ repository: text }),
  }),
);
