import * as z from 'zod/mini';
import { about, errorCode, id } from './shared.ts';

/** What a command prints with `--json` where it exits with 1, 2 or 3 and has no document of its own. */
export const errorDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: about(z.nullable(z.string()), 'Null where no command was understood.'),
    error: z.strictObject({
      code: errorCode(),
      message: z.string(),
      remedy: z.string(),
      file: z.nullable(z.string()),
      line: z.nullable(id()),
      column: z.nullable(id()),
    }),
  }),
  'Why a command ended early, as it prints it with --json.',
);
export type ErrorDocument = z.infer<typeof errorDocument>;
