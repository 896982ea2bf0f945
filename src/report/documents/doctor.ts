import * as z from 'zod/mini';
import { checkNames } from '../check-names.ts';
import { about, list } from './shared.ts';

/** What `doctor --json` prints. */
export const doctorDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('doctor'),
    checks: list(
      z.strictObject({
        check: z.enum(checkNames),
        state: about(
          z.enum(['ok', 'warning', 'failed', 'skipped']),
          'Skipped: another check failed first, or there is nothing to look at.',
        ),
        message: about(z.string(), 'What was seen.'),
        remedy: about(z.nullable(z.string()), 'What to do; null where nothing is.'),
      }),
    ),
  }),
  'What is right and wrong with the set-up, as `stack-publish doctor --json` prints it.',
);
export type DoctorDocument = z.infer<typeof doctorDocument>;
