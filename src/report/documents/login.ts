import * as z from 'zod/mini';
import { about, list } from './shared.ts';

/** What `login --json` prints. The token stands in the file alone. */
export const loginDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('login'),
    file: about(z.string(), 'The file that has the token, as it was named.'),
    scope: about(list(z.string()), 'What was asked for, such as `write_access`.'),
    expires: about(
      z.nullable(z.string()),
      'When the token ends, as 2026-11-30T12:00:00Z; null: it does not end.',
    ),
  }),
  'Where a new access token went, as `stack-publish login --json` prints it.',
);
export type LoginDocument = z.infer<typeof loginDocument>;
