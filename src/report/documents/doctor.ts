import * as z from 'zod/mini';
import { checkNames } from '../check-names.ts';
import { about, errorCode, list, requests } from './shared.ts';

/** What `doctor --json` prints. */
export const doctorDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('doctor'),
    checks: list(
      z.strictObject({
        check: z.enum(checkNames),
        state: about(
          z.enum(['ok', 'failed', 'skipped', 'not checked']),
          'Skipped: another check failed first, or there is nothing to look at. Not checked: it cannot be looked at from here.',
        ),
        code: about(
          z.nullable(errorCode()),
          'Why it failed, or that a token is missing; else null.',
        ),
        message: about(z.string(), 'What was seen.'),
        remedy: about(
          z.nullable(z.string()),
          'What to do, or what could be better; null where nothing is.',
        ),
      }),
    ),
    next: about(z.string(), 'What to do next, in one sentence.'),
    requests: requests(),
  }),
  'What is right and wrong with the set-up, as `stack-publish doctor --json` prints it.',
);
export type DoctorDocument = z.infer<typeof doctorDocument>;
