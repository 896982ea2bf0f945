import * as z from 'zod/mini';
import { actions } from '../../model/plan.ts';
import { about, digest, list, source, userId } from './shared.ts';

/** What `plan --index FILE` writes: the digest of this document is what a person approves. */
export const indexDocument = about(
  z.strictObject({
    schema: z.literal(1),
    tier: z.enum(['business', 'enterprise']),
    site: z.string(),
    team: z.nullable(z.string()),
    api: z.enum(['v3', 'v2.3']),
    account: about(userId(), 'The id of the account that posts.'),
    steps: list(z.strictObject({ source: source(), action: z.enum(actions), digest: digest() })),
  }),
  "A plan's index, as `stack-publish plan --index FILE` writes it. The plan's digest is the SHA-256 of its canonical JSON (RFC 8785).",
);
export type IndexDocument = z.infer<typeof indexDocument>;
