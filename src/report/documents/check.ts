import * as z from 'zod/mini';
import { about, count, finding, list, requests } from './shared.ts';

/** What `check --json` prints. */
export const checkDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('check'),
    counts: z.strictObject({
      sources: about(count(), 'Sources that are marked for publication.'),
      ready: about(count(), 'Those of them without an error.'),
      errors: about(count(), 'Findings of severity error.'),
      warnings: about(count(), 'Findings of severity warning.'),
    }),
    findings: list(finding),
    requests: requests(),
  }),
  'The findings, as `stack-publish check --json` prints them.',
);
export type CheckDocument = z.infer<typeof checkDocument>;
