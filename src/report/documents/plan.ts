import * as z from 'zod/mini';
import { actions } from '../../model/plan.ts';
import {
  about,
  account,
  count,
  destination,
  detail,
  digest,
  editors,
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
  overwrites: about(
    z.nullable(
      z.strictObject({
        by: about(z.nullable(account()), 'Who wrote what is replaced; null where it is not known.'),
        at: about(z.string(), 'When the post was last touched, in UTC.'),
        owner: about(z.nullable(account()), 'Whose post it is.'),
      }),
    ),
    'For an overwrite: whose words it replaces. Null in a public place.',
  ),
  adopts: about(
    z.optional(
      z.strictObject({
        by: about(z.nullable(account()), 'Who wrote it last; null where it is not known.'),
        at: about(z.string(), 'When the post was last touched, in UTC.'),
        owner: about(z.nullable(account()), 'Whose post it is.'),
        agrees: about(
          z.nullable(z.boolean()),
          "Whether its text is the source's; null in a public place.",
        ),
        locked: about(z.boolean(), 'The account that posts may not edit it.'),
      }),
    ),
    'For an adoption by title alone (`adopt --all`): the post. Who and `agrees` are null in a public place. Absent for others.',
  ),
  editors: editors(),
  images: about(
    z.optional(
      list(
        z.strictObject({
          path: about(
            z.nullable(z.string()),
            "The file; null where a merge has it from the site's own text.",
          ),
          bytes: z.nullable(count()),
          digest: about(digest(), 'Of its bytes.'),
          url: about(
            z.nullable(z.string()),
            'Its address on the site; null where the step uploads it.',
          ),
        }),
      ),
    ),
    'The pictures that the step puts into the post; absent where there are none.',
  ),
  links: about(
    z.optional(z.literal(true)),
    'The step changes nothing but where links to other sources lead; absent where it changes more.',
  ),
  linksTo: about(
    z.optional(
      list(
        z.strictObject({
          source: source(),
          url: about(
            z.nullable(z.string()),
            'The address of its post, which goes in; null where it has none yet.',
          ),
          else: about(
            z.nullable(z.string()),
            'Its address on the forge, which goes in where there is no post when the step is carried out.',
          ),
          was: about(
            z.optional(z.string()),
            'Where it leads now; absent where that does not change, or more than links do.',
          ),
        }),
      ),
    ),
    'Where the links of the post to other sources lead; absent where there are none.',
  ),
  detail: detail(),
};

/** How many steps of each kind. */
export const planCounts = {
  create: count(),
  update: count(),
  merge: count(),
  overwrite: about(
    count(),
    "Updates that replace somebody else's words, or an edit made on the site.",
  ),
  adopt: count(),
  unchanged: count(),
  held: count(),
  waiting: about(
    count(),
    'What is beyond `limits.create`, or beyond what one plan can show: it waits for the next plan.',
  ),
};

const tag = z.strictObject({
  tag: z.string(),
  state: about(
    z.enum(['exists', 'missing', 'replaced', 'unknown']),
    'Whether the site has it; `missing`: it is created, where the account may, or replaced, where it is a synonym; `replaced`: the posts show others in its place; `unknown`: not looked up.',
  ),
  replacedBy: about(list(z.string()), 'What the posts show in its place.'),
  sources: about(list(source()), 'The sources of the steps that write it.'),
  expertCount: about(
    z.nullable(count()),
    'How many people are its subject matter experts; null where it has none.',
  ),
  experts: about(
    z.nullable(z.strictObject({ users: list(account()), groups: list(account()) })),
    'Whom to ask about it; null where nobody was looked up.',
  ),
});

/** What `plan --json` prints. */
export const planDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('plan'),
    digest: about(z.nullable(digest()), 'What to approve; null where there is nothing to do.'),
    destination,
    counts: z.strictObject({
      ...planCounts,
      skipped: about(
        count(),
        'What a person decided not to publish as it is now (`resolve SOURCE skip`).',
      ),
      unreleased: about(
        z.optional(count()),
        'Notes of merged pull requests that are in no release yet; absent where releases are not made from notes.',
      ),
    }),
    steps: about(
      list(z.strictObject(planStep)),
      'The steps to approve and what is held, those last that change links alone; with --verbose also what is unchanged.',
    ),
    orphaned: about(
      list(
        z.strictObject({
          source: source(),
          post: post(),
          reason: about(
            z.enum(['gone', 'mark']),
            'Why: `gone` (the source is gone, or not marked any more), or `mark` (its mark is nearly right, and not read: finding `mark-not-read`).',
          ),
        }),
      ),
      'Posts whose source is not there any more. Nothing is deleted.',
    ),
    edited: about(list(linked()), 'Posts that somebody edited on the site. Their text stays.'),
    tags: about(
      z.nullable(list(tag)),
      'The tags that the steps write. Null in a public place, where there are none, and where the site did not tell.',
    ),
    findings: list(finding),
    requests: requests(),
  }),
  'What would be done, as `stack-publish plan --json` prints it.',
);
export type PlanDocument = z.infer<typeof planDocument>;
