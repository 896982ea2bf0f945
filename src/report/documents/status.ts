import * as z from 'zod/mini';
import { actions } from '../../model/plan.ts';
import { about, list, post, reason, requests, source } from './shared.ts';

/** What `status --json` prints. */
export const statusDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('status'),
    sources: list(
      z.strictObject({
        source: source(),
        post: post(),
        state: about(
          z.enum(['unchanged', 'edited', 'forgotten', ...actions, 'held', 'orphaned', 'error']),
          'What the next plan would do, or: `edited` (somebody edited the post on the site), `forgotten` (a person decided that nothing is done about it), `orphaned` (the source is gone), `error` (a finding keeps the source out).',
        ),
        reason: reason(),
      }),
    ),
    requests: requests(),
  }),
  'Each source and its post, as `stack-publish status --json` prints them.',
);
export type StatusDocument = z.infer<typeof statusDocument>;
