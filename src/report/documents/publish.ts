import * as z from 'zod/mini';
import { mechanisms } from '../../model/evidence.ts';
import { holdReasons } from '../../model/plan.ts';
import { resultNames } from '../result-names.ts';
import { planCounts, planStep } from './plan.ts';
import {
  about,
  count,
  destination,
  digest,
  errorCode,
  finding,
  id,
  list,
  requests,
} from './shared.ts';

const approver = z.strictObject({ id: z.nullable(id()), login: z.string() });

const approval = z.strictObject({
  mechanism: z.enum(mechanisms),
  verified: about(z.boolean(), "Whether a CI platform's API confirmed it."),
  by: z.nullable(approver),
  others: about(z.optional(list(approver)), 'Who else approved the same; absent where nobody did.'),
  evidence: about(z.nullable(z.string()), 'The address of the evidence.'),
  digest: digest(),
});

/** What `publish --json` prints. */
export const publishDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('publish'),
    digest: about(z.nullable(digest()), 'What was approved; null where there was nothing to do.'),
    decision: z.enum(['approved', 'refused', 'none']),
    approval: z.nullable(approval),
    destination,
    counts: about(
      z.strictObject({
        ...planCounts,
        created: count(),
        updated: count(),
        merged: count(),
        adopted: count(),
        refused: count(),
        failed: count(),
      }),
      'Of the approved steps: by action, and by result.',
    ),
    steps: about(
      list(
        z.strictObject({
          ...planStep,
          reason: about(
            z.nullable(z.enum([...holdReasons, 'excepted'])),
            'Why the source is held; `excepted`: who approved left it out; else null.',
          ),
          result: z.enum(resultNames),
          error: about(
            z.nullable(
              z.strictObject({ code: errorCode(), message: z.string(), remedy: z.string() }),
            ),
            'Why the step failed; null where it did not.',
          ),
        }),
      ),
      'The approved steps.',
    ),
    findings: list(finding),
    requests: requests(),
  }),
  'What was done, as `stack-publish publish --json` prints it.',
);
export type PublishDocument = z.infer<typeof publishDocument>;
