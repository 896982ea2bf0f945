import * as z from 'zod/mini';

const encoding = z.enum(['raw', 'once', 'twice']);
const count = z.int().check(z.minimum(0));
const seconds = z.number().check(z.positive());

/** What is not certain about the real site, or differs from site to site. */
const switchesSchema = z.strictObject({
  /** How often reads of `title` and of `bodyMarkdown` are HTML-encoded. */
  titleEncoding: encoding,
  bodyEncoding: encoding,
  /** What the site does to a text before it stores it. */
  lineEnds: z.enum(['as-sent', 'crlf']),
  trailingSpaces: z.enum(['kept', 'stripped']),
  finalNewline: z.enum(['kept', 'stripped']),
  /** Shortest title and body; 0: no rule. */
  minTitle: count,
  minBody: count,
  /** Tags that are replaced, by the tag that replaces them. */
  synonyms: z.record(z.string(), z.string()),
  /** Whether a question with a known title or body is refused. */
  duplicateQuestions: z.enum(['refused', 'accepted']),
  /** Whether an edit of an answer counts as activity of its question. */
  answerEditBumps: z.boolean(),
  /** Who may edit: as the article's permissions say, owners alone, or everyone. */
  editing: z.enum(['permissions', 'owner', 'everyone']),
  /** Whether a bad write with a read-only token is refused as forbidden or as bad. */
  checks: z.enum(['authorise-first', 'validate-first']),
  /** Whether two changes may carry the same instant. */
  sharedInstants: z.boolean(),
  /** Whether articles have the newer member `expirationDate`. */
  expirationDate: z.boolean(),
  /** The HTML in answers: headings, code and paragraphs, or all of the Markdown (much slower). */
  html: z.enum(['simple', 'rendered']),
  contentType: z.enum(['sent', 'missing']),
  dates: z.enum(['milliseconds', 'microseconds', 'no-zone']),
  /** Milliseconds before each request is carried out. */
  latency: count,
  /** Per token: a burst of so many calls in so many seconds, and a bucket that is refilled. */
  throttle: z.boolean(),
  burst: z.int().check(z.positive()),
  burstSeconds: seconds,
  bucket: z.int().check(z.positive()),
  refill: z.int().check(z.positive()),
  refillSeconds: seconds,
  /** Whether a throttled answer says when to come back. */
  retryAfter: z.boolean(),
});

export type Switches = z.infer<typeof switchesSchema>;

export const switchesPatchSchema = z.partial(switchesSchema);
export type SwitchesPatch = z.infer<typeof switchesPatchSchema>;

export const defaultSwitches: Switches = {
  titleEncoding: 'raw',
  bodyEncoding: 'raw',
  lineEnds: 'as-sent',
  trailingSpaces: 'kept',
  finalNewline: 'kept',
  minTitle: 0,
  minBody: 0,
  synonyms: {},
  duplicateQuestions: 'refused',
  answerEditBumps: true,
  editing: 'permissions',
  checks: 'authorise-first',
  sharedInstants: false,
  expirationDate: false,
  html: 'simple',
  contentType: 'sent',
  dates: 'milliseconds',
  latency: 0,
  throttle: true,
  burst: 50,
  burstSeconds: 2,
  bucket: 5000,
  refill: 100,
  refillSeconds: 60,
  retryAfter: false,
};

/** Sets what the patch names and leaves the rest. */
export function withPatch(switches: Switches, patch: SwitchesPatch): Switches {
  const set = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...switches, ...Object.fromEntries(set) };
}
