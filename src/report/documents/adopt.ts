import * as z from 'zod/mini';
import { about, post, requests, source } from './shared.ts';

/** What `adopt --json` prints. */
export const adoptDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('adopt'),
    source: source(),
    resolution: about(z.null(), 'An adopted post is settled later, by `resolve`.'),
    post: post(),
    requests: requests(),
  }),
  'Which post was linked, as `stack-publish adopt --json` prints it.',
);
export type AdoptDocument = z.infer<typeof adoptDocument>;
