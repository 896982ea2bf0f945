import * as z from 'zod/mini';
import { errorCodes, type ErrorCode } from '../model/error.ts';
import { mechanisms } from '../model/evidence.ts';
import { actions, holdReasons } from '../model/plan.ts';
import { checkNames } from './check-names.ts';

// Every JSON document that the commands print. The rest of the code takes only the types from here:
// the schemas are for schema/*.json and for tests of real output. Objects are strict, so that a
// member which no schema names is noticed.

const count = () => z.int().check(z.minimum(0));
const id = () => z.int().check(z.minimum(1));
const list = <Item extends z.core.$ZodType>(item: Item) => z.readonly(z.array(item));
const about = <Schema extends z.core.$ZodType>(schema: Schema, description: string): Schema => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

const digest = () => z.templateLiteral(['sha256:', z.string().check(z.regex(/^[0-9a-f]{64}$/))]);

const kind = () => z.enum(['article', 'question']);
const source = () => about(z.string(), 'The source key, such as `docs/tls.md` or `pull/123`.');
const reason = () =>
  about(z.nullable(z.enum(holdReasons)), 'Why the source is held; null where it is not.');
const post = () =>
  about(
    z.nullable(
      z.strictObject({
        kind: kind(),
        id: id(),
        url: z.string(),
        answer: about(z.optional(id()), 'A question: the id of its accepted answer.'),
      }),
    ),
    'The post on the site; null where there is none yet.',
  );
const errorCode = (): z.ZodMiniType<ErrorCode, ErrorCode> =>
  z.enum(Object.values(errorCodes).flat() as [ErrorCode, ...ErrorCode[]]);

const finding = z.strictObject({
  rule: about(z.string(), "The rule's id."),
  severity: z.enum(['error', 'warning']),
  source: source(),
  file: z.nullable(z.string()),
  line: about(z.nullable(id()), 'From 1.'),
  column: about(z.nullable(id()), 'From 1.'),
  message: about(z.string(), 'What was seen and what was expected.'),
  remedy: about(z.string(), 'What to do.'),
});

const destination = z.strictObject({
  tier: z.enum(['business', 'enterprise']),
  site: about(z.string(), "The API's base address, without a slash at its end."),
  team: z.nullable(z.string()),
  api: z.enum(['v3', 'v2.3']),
  account: about(z.strictObject({ id: id(), name: z.string() }), 'The account that posts.'),
});

const requestCount = () => z.strictObject({ total: count(), writes: count() });
const requests = () =>
  about(
    z.strictObject({ site: requestCount(), forge: requestCount() }),
    'How many HTTP requests were sent, and how many of them were to write.',
  );

const detail = () =>
  about(
    z.nullable(z.strictObject({ message: z.string(), remedy: z.string() })),
    'What a person should know and do; null where all is well.',
  );
const linked = () => z.strictObject({ source: source(), post: post() });

const planStep = {
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
const planCounts = {
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

const approval = z.strictObject({
  mechanism: z.enum(mechanisms),
  verified: about(z.boolean(), "Whether a CI platform's API confirmed it."),
  by: z.nullable(z.strictObject({ id: z.nullable(id()), login: z.string() })),
  evidence: about(z.nullable(z.string()), 'The address of the evidence.'),
  digest: digest(),
});

/** What `publish --json` prints. */
export const publishDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('publish'),
    digest: about(z.nullable(digest()), 'What was approved; null where there was nothing to do.'),
    decision: z.enum(['approved', 'refused', 'none']),
    approval: z.nullable(approval),
    destination,
    counts: about(
      z.strictObject({
        ...planCounts,
        created: count(),
        updated: count(),
        merged: count(),
        adopted: count(),
        refused: count(),
        failed: count(),
      }),
      'Of the approved steps: by action, and by result.',
    ),
    steps: about(
      list(
        z.strictObject({
          ...planStep,
          result: z.enum([
            'created',
            'updated',
            'merged',
            'adopted',
            'unchanged',
            'held',
            'refused',
            'failed',
          ]),
          error: about(
            z.nullable(
              z.strictObject({ code: errorCode(), message: z.string(), remedy: z.string() }),
            ),
            'Why the step failed; null where it did not.',
          ),
        }),
      ),
      'The approved steps.',
    ),
    findings: list(finding),
    requests: requests(),
  }),
  'What was done, as `stack-publish publish --json` prints it.',
);
export type PublishDocument = z.infer<typeof publishDocument>;

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
  }),
  'The findings, as `stack-publish check --json` prints them.',
);
export type CheckDocument = z.infer<typeof checkDocument>;

/** What `status --json` prints. */
export const statusDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('status'),
    sources: list(
      z.strictObject({
        source: source(),
        post: post(),
        state: about(
          z.enum(['unchanged', 'edited', 'forgotten', ...actions, 'held', 'orphaned', 'error']),
          'What the next plan would do, or: `edited` (somebody edited the post on the site), `forgotten` (a person decided that nothing is done about it), `orphaned` (the source is gone), `error` (a finding keeps the source out).',
        ),
        reason: reason(),
      }),
    ),
  }),
  'Each source and its post, as `stack-publish status --json` prints them.',
);
export type StatusDocument = z.infer<typeof statusDocument>;

/** What `resolve --json` prints. */
export const resolveDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('resolve'),
    source: source(),
    resolution: z.enum(['source', 'site', 'recreate', 'forget']),
    post: post(),
  }),
  'How a hold was ended, as `stack-publish resolve --json` prints it.',
);
export type ResolveDocument = z.infer<typeof resolveDocument>;

/** What `adopt --json` prints. */
export const adoptDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('adopt'),
    source: source(),
    resolution: about(z.null(), 'An adopted post is settled later, by `resolve`.'),
    post: post(),
  }),
  'Which post was linked, as `stack-publish adopt --json` prints it.',
);
export type AdoptDocument = z.infer<typeof adoptDocument>;

/** What `doctor --json` prints. */
export const doctorDocument = about(
  z.strictObject({
    schema: z.literal(1),
    command: z.literal('doctor'),
    checks: list(
      z.strictObject({
        check: z.enum(checkNames),
        state: about(
          z.enum(['ok', 'warning', 'failed', 'skipped']),
          'Skipped: another check failed first, or there is nothing to look at.',
        ),
        message: about(z.string(), 'What was seen.'),
        remedy: about(z.nullable(z.string()), 'What to do; null where nothing is.'),
      }),
    ),
  }),
  'What is right and wrong with the set-up, as `stack-publish doctor --json` prints it.',
);
export type DoctorDocument = z.infer<typeof doctorDocument>;

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

const tokens = () =>
  about(
    z.catchall(z.object({ write: z.string(), read: z.string() }), z.string()),
    'Tokens by what they may do.',
  );

/** The line that `sandbox --json` prints when it listens. */
export const sandboxDocument = about(
  z.strictObject({
    stack: z.strictObject({
      url: about(z.string(), 'For `destination.url`.'),
      team: about(z.string(), 'For `destination.team`.'),
      tokens: tokens(),
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

/** What `plan --index FILE` writes: the digest of this document is what a person approves. */
export const indexDocument = about(
  z.strictObject({
    schema: z.literal(1),
    tier: z.enum(['business', 'enterprise']),
    site: z.string(),
    team: z.nullable(z.string()),
    api: z.enum(['v3', 'v2.3']),
    account: about(id(), 'The id of the account that posts.'),
    steps: list(z.strictObject({ source: source(), action: z.enum(actions), digest: digest() })),
  }),
  "A plan's index, as `stack-publish plan --index FILE` writes it. The plan's digest is the SHA-256 of its canonical JSON (RFC 8785).",
);
export type IndexDocument = z.infer<typeof indexDocument>;
