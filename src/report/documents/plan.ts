import * as z from 'zod/mini';
import { actions } from '../../model/plan.ts';
import {
  about,
  count,
  destination,
  detail,
  digest,
  finding,
  kind,
  linked,
  list,
  post,
  reason,
  requests,
  source,
} from './shared.ts';

/** A step as `plan` and `publish` tell it. */
export const planStep = {
  action: about(
    z.enum([...actions, 'unchanged', 'held']),
    'What the step does, or that nothing is done.',
  ),
  source: source(),
  kind: kind(),
  title: z.string(),
  digest: about(
    z.nullable(digest()),
    'The digest of the step; null where there is nothing to approve.',
  ),
  post: post(),
  reason: reason(),
  detail: detail(),
};

/** How many steps of each kind. */
export const planCounts = {
  create: count(),
  update: count(),
  merge: count(),
  adopt: count(),
  unchanged: count(),
  held: count(),
  waiting: about(count(), 'New posts beyond `limits.create`: they wait for the next plan.'),
};

/** What `plan --json` prints. */
export const planDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('plan'),
    digest: about(z.nullable(digest()), 'What to approve; null where there is nothing to do.'),
    destination,
    counts: z.strictObject(planCounts),
    steps: about(
      list(z.strictObject(planStep)),
      'The steps to approve and what is held; with --verbose also what is unchanged.',
    ),
    orphaned: about(list(linked()), 'Posts whose source is gone. Nothing is deleted.'),
    edited: about(list(linked()), 'Posts that somebody edited on the site. Their text stays.'),
    findings: list(finding),
    requests: requests(),
  }),
  'What would be done, as `stack-publish plan --json` prints it.',
);
export type PlanDocument = z.infer<typeof planDocument>;
