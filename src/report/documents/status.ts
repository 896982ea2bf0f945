import * as z from 'zod/mini';
import { actions } from '../../model/plan.ts';
import { mechanisms } from '../../model/evidence.ts';
import { about, digest, id, list, post, reason, requests, source } from './shared.ts';

const approver = z.strictObject({ id: z.nullable(id()), login: z.string() });

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
          z.enum([
            'unchanged',
            'edited',
            'forgotten',
            'skipped',
            ...actions,
            'held',
            'orphaned',
            'error',
          ]),
          'What the next plan would do, or: `edited` (somebody edited the post on the site), `forgotten` (a person decided that nothing is done about it), `skipped` (a person decided that nothing is done about what it says now), `orphaned` (the source is gone), `error` (a finding keeps the source out).',
        ),
        reason: reason(),
      }),
    ),
    approvals: about(
      z.optional(
        list(
          z.strictObject({
            source: source(),
            post: post(),
            plan: about(
              z.nullable(digest()),
              'The approved plan; null where its post was linked by hand.',
            ),
            text: about(
              z.enum(['as approved', 'edited', 'deleted']),
              'Whether the site has what was approved, as far as this look tells: `--full` reads every post.',
            ),
            approval: about(
              z.nullable(
                z.strictObject({
                  mechanism: z.enum(mechanisms),
                  verified: z.boolean(),
                  by: z.nullable(approver),
                  others: z.optional(list(approver)),
                  evidence: z.nullable(z.string()),
                  at: z.string(),
                }),
              ),
              'Null where the ledger does not hold it any more.',
            ),
          }),
        ),
      ),
      "With `--approvals`: what each post's text rests on.",
    ),
    requests: requests(),
  }),
  'Each source and its post, as `stack-publish status --json` prints them.',
);
export type StatusDocument = z.infer<typeof statusDocument>;
