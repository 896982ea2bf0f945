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
    entry: about(
      z.nullable(
        z.strictObject({
          source: z.string(),
          section: about(
            z.nullable(z.string()),
            'The section of its release; null where it is none of a release, or all notes are one list.',
          ),
          text: about(z.string(), 'As Markdown.'),
        }),
      ),
      'What the pull request of the run will be once it is merged; null: nothing, or there is none.',
    ),
    release: about(
      z.nullable(
        z.strictObject({
          source: z.string(),
          title: z.string(),
          tags: list(z.string()),
          type: z.nullable(z.string()),
          body: about(
            z.string(),
            'As the site will have it; links to other sources lead to the forge.',
          ),
        }),
      ),
      'With `--release`: what its Article would be; null where it would be none.',
    ),
    requests: requests(),
  }),
  'The findings, as `stack-publish check --json` prints them.',
);
export type CheckDocument = z.infer<typeof checkDocument>;
