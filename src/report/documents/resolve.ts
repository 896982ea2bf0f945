import * as z from 'zod/mini';
import { resolutionNames } from '../../model/resolution.ts';
import { about, post, requests, source } from './shared.ts';

/** What `resolve --json` prints. */
export const resolveDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('resolve'),
    source: source(),
    resolution: z.enum(resolutionNames),
    post: post(),
    requests: requests(),
  }),
  'How a hold was ended, as `stack-publish resolve --json` prints it.',
);
export type ResolveDocument = z.infer<typeof resolveDocument>;
