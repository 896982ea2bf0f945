import * as z from 'zod/mini';
import { about, id } from './shared.ts';

const tokens = () =>
  about(
    z.catchall(z.object({ write: z.string(), read: z.string() }), z.string()),
    'Tokens by what they may do; `key`: the API key of an Enterprise, for API v2.3.',
  );

/** The line that `sandbox --json` prints when it listens. */
export const sandboxDocument = about(
  z.strictObject({
    stack: z.strictObject({
      url: about(z.string(), 'For `destination.url`.'),
      tier: about(z.enum(['business', 'enterprise']), 'For `destination.tier`.'),
      team: about(z.nullable(z.string()), 'For `destination.team`; null for the main site.'),
      tokens: tokens(),
      applications: about(
        z.optional(z.record(z.string(), z.string())),
        'Client ids for `login`, by what the application may do; of an Enterprise.',
      ),
      account: z.optional(z.strictObject({ id: id(), name: z.string() })),
      pages: about(z.optional(z.string()), 'Where a person can look at the posts.'),
    }),
    github: z.optional(
      z.strictObject({
        url: z.string(),
        repository: about(z.string(), 'As OWNER/NAME.'),
        tokens: z.record(z.string(), z.string()),
      }),
    ),
  }),
  'Where the sandbox listens, as one line of `stack-publish sandbox --json`.',
);
export type SandboxDocument = z.infer<typeof sandboxDocument>;
