import * as z from 'zod/mini';
import { initChore, initStep } from './init.ts';
import { about, count, id, list, requests } from './shared.ts';

/** What became of a repository; from the one that needs a look to the one that needs none. */
export const repositoryStates = [
  'failed',
  'changed',
  'planned',
  'waits',
  'skipped',
  'done',
] as const;

/** Why a repository was left alone. */
const skipReasons = [
  'archived',
  'fork',
  'empty',
  'no-admin',
  'no-reviewers',
  'not-found',
  'own-configuration',
  'not-reached',
] as const;

const repository = () =>
  z.strictObject({
    repository: about(z.string(), 'OWNER/NAME.'),
    state: about(
      z.enum(repositoryStates),
      'Failed: something did; run it again. Changed: something was done now. Planned: a dry run would be one that does something. Waits: nothing is left for `init`, and something for people. Skipped: it was left alone. Done: all is there.',
    ),
    reason: about(z.nullable(z.enum(skipReasons)), 'Why it was skipped; else null.'),
    message: about(z.nullable(z.string()), 'What there is to say of it as a whole; else null.'),
    pull: about(
      z.nullable(
        z.strictObject({
          number: id(),
          url: z.string(),
          state: z.enum(['open', 'closed', 'merged']),
        }),
      ),
      'The newest pull request of our branch; null: there was none.',
    ),
    steps: list(initStep()),
    left: about(list(initChore()), 'What is left for a person to do there, in this order.'),
  });

/** What `init --org NAME --json` prints. */
export const initOrgDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('init'),
    dryRun: about(z.boolean(), 'Whether nothing but reads was sent.'),
    organisation: z.string(),
    shared: about(
      repository(),
      "The organisation's own repository, which has the shared configuration and the workflow that all call.",
    ),
    repositories: about(list(repository()), 'Those that were chosen, by name.'),
    counts: about(
      z.strictObject({
        seen: about(count(), 'The repositories of the organisation that the token sees.'),
        chosen: count(),
        failed: count(),
        changed: count(),
        planned: count(),
        waits: count(),
        skipped: count(),
        done: count(),
      }),
      'How many repositories there are of each state; the shared one is not counted.',
    ),
    left: about(list(initChore()), 'What is left for a person to do, over all, in this order.'),
    next: about(z.string(), 'What to do next, in one sentence.'),
    requests: requests(),
  }),
  'What was set up in the repositories of an organisation, as `stack-publish init --org NAME --json` prints it.',
);
export type InitOrgDocument = z.infer<typeof initOrgDocument>;
