import * as z from 'zod/mini';
import { errorCodes, type ErrorCode } from '../../model/error.ts';
import { holdReasons } from '../../model/plan.ts';

// What the JSON documents have in common. Only the types are for the product: the schemas are for
// schema/*.json and for tests of real output. Objects are strict, so that a member which no schema
// names is noticed.

/** How many there are of something. */
export const count = () => z.int().check(z.minimum(0));

/** The id of something, and what else counts from 1. */
export const id = () => z.int().check(z.minimum(1));

/** The id of a user of the site: that of Community, whose service keys are, may be -1. */
export const userId = () =>
  z.int().check(
    z.minimum(-1),
    z.refine((value) => value !== 0),
  );

/** Any number of such things. */
export const list = <Item extends z.core.$ZodType>(item: Item) => z.readonly(z.array(item));

/** The same schema, with what its reader should know. */
export const about = <Schema extends z.core.$ZodType>(
  schema: Schema,
  description: string,
): Schema => {
  z.globalRegistry.add(schema, { description });
  return schema;
};

/** A whole digest. */
export const digest = () =>
  z.templateLiteral(['sha256:', z.string().check(z.regex(/^[0-9a-f]{64}$/))]);

/** What a post is. */
export const kind = () => z.enum(['article', 'question']);

/** A source, by its key. */
export const source = () =>
  about(z.string(), 'The source key, such as `docs/tls.md` or `pull/123`.');

/** Why a source is held. */
export const reason = () =>
  about(
    z.nullable(z.enum(holdReasons)),
    'Why the source is held; for a create, what a person decided to pass over; `title-taken` for an adoption by title alone; else null.',
  );

/** A post, by its ids and its address. */
export const post = () =>
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

/** The code of an error. */
export const errorCode = (): z.ZodMiniType<ErrorCode, ErrorCode> =>
  z.enum(Object.values(errorCodes).flat() as [ErrorCode, ...ErrorCode[]]);

/** A remark of a rule. */
export const finding = z.strictObject({
  rule: about(z.string(), "The rule's id."),
  severity: z.enum(['error', 'warning']),
  source: source(),
  file: z.nullable(z.string()),
  line: about(z.nullable(id()), 'From 1.'),
  column: about(z.nullable(id()), 'From 1.'),
  message: about(z.string(), 'What was seen and what was expected.'),
  remedy: about(z.string(), 'What to do.'),
});

/** An account of the site, or a user group. */
export const account = () =>
  z.strictObject({
    id: userId(),
    name: about(z.nullable(z.string()), 'Null in a public repository: it is a text of the site.'),
  });

/** Who may edit an Article. */
export const editors = () =>
  about(
    z.nullable(
      z.strictObject({
        by: z.enum(['everyone', 'owner', 'specific']),
        users: list(account()),
        groups: about(list(account()), 'User groups.'),
      }),
    ),
    'Who may edit the post, where the source or the configuration says; names are null where they were not looked up.',
  );

/** Where posts go, and who posts. */
export const destination = z.strictObject({
  tier: z.enum(['business', 'enterprise']),
  site: about(z.string(), "The API's base address, without a slash at its end."),
  team: z.nullable(z.string()),
  api: z.enum(['v3', 'v2.3']),
  account: about(account(), 'The account that posts.'),
});

const requestCount = () => z.strictObject({ total: count(), writes: count() });

/** What a run asked for. */
export const requests = () =>
  about(
    z.strictObject({ site: requestCount(), forge: requestCount() }),
    'How many HTTP requests were sent, and how many of them were to write.',
  );

/** Sentences for people. */
export const detail = () =>
  about(
    z.nullable(z.strictObject({ message: z.string(), remedy: z.string() })),
    'What a person should know and do; null where all is well.',
  );

/** A source and its post. */
export const linked = () => z.strictObject({ source: source(), post: post() });
