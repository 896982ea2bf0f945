import * as z from 'zod/mini';

const encoding = z.enum(['raw', 'once', 'twice']);
const count = z.int().check(z.minimum(0));
const seconds = z.number().check(z.positive());
const ids = z.readonly(z.array(z.int().check(z.positive())));

/** What is not certain about the real site, or differs from site to site. */
const switchesSchema = z.strictObject({
  titleEncoding: encoding,
  bodyEncoding: encoding,
  lineEnds: z.enum(['as-sent', 'crlf']),
  trailingSpaces: z.enum(['kept', 'stripped']),
  finalNewline: z.enum(['kept', 'stripped']),
  minTitle: count,
  minBody: count,
  synonyms: z.record(z.string(), z.string()),
  tagCreation: z.enum(['everyone', 'admins']),
  expertise: z.enum(['on', 'off']),
  experts: z.record(z.string(), z.strictObject({ users: ids, groups: ids })),
  duplicateQuestions: z.enum(['refused', 'accepted']),
  duplicateArticles: z.enum(['refused', 'accepted']),
  qualityCheck: count,
  subscription: z.enum(['full', 'basic', 'free']),
  wrongTeam: z.enum(['unauthorized', 'error']),
  answerEditBumps: z.boolean(),
  editing: z.enum(['permissions', 'owner', 'everyone']),
  checks: z.enum(['authorise-first', 'validate-first']),
  sharedInstants: z.boolean(),
  expirationDate: z.boolean(),
  html: z.enum(['simple', 'rendered']),
  contentType: z.enum(['sent', 'missing']),
  dates: z.enum(['milliseconds', 'microseconds', 'no-zone']),
  mostOnPage: z.int().check(z.positive()),
  latency: count,
  throttle: z.boolean(),
  burst: z.int().check(z.positive()),
  burstSeconds: seconds,
  bucket: z.int().check(z.positive()),
  refill: z.int().check(z.positive()),
  refillSeconds: seconds,
  retryAfter: z.boolean(),
  accept: z.boolean(),
  articleEdit: z.boolean(),
  usersArticles: z.boolean(),
  unsafeFilters: z.boolean(),
  filterEncoding: z.enum(['once', 'twice', 'varying']),
  staleReads: count,
  backoff: count,
  articlesPerMinute: z.nullable(count),
  quota: z.nullable(count),
  requestsPerSecond: z.nullable(count),
  ban: z.enum(['json', 'html']),
  banSeconds: seconds,
});

/** What each means, for people. */
export const switchNotes: Readonly<Record<keyof Switches, string>> = {
  titleEncoding: 'API v3: how often reads of a title are HTML-encoded.',
  bodyEncoding: 'API v3: how often reads of a body are HTML-encoded.',
  lineEnds: 'What the site makes of line ends before it stores a text.',
  trailingSpaces: 'Whether blanks at the end of lines are stored.',
  finalNewline: 'Whether line ends at the end of a text are stored.',
  minTitle: 'The shortest title, in characters; 0: no rule.',
  minBody: 'The shortest body, in characters; 0: no rule.',
  synonyms: 'Tags that are replaced, by the tag that replaces them, as {"k8s": "kubernetes"}.',
  tagCreation: 'Who may create a tag by naming it in a post.',
  expertise: 'Whether the site has subject matter experts.',
  experts: 'The experts of tags, as {"kubernetes": {"users": [21], "groups": [1001]}}.',
  duplicateQuestions: 'A question with a known title or body.',
  duplicateArticles: 'An Article with a known title.',
  qualityCheck:
    'Main site of an Enterprise: a question whose body has fewer characters is refused; 0: no check.',
  subscription:
    'What the API is open to: reads and writes, reads alone (Basic), or nothing (Free; how that is told is not known).',
  wrongTeam: 'API v3 of Business: whether a wrong team is answered as a bad token, or by an error.',
  answerEditBumps: 'Whether an edit of an answer counts as activity of its question.',
  editing: "Who may edit: as an Article's permissions say, owners alone, or everyone.",
  checks: 'Whether a bad write with a read-only token is refused as forbidden or as bad.',
  sharedInstants: 'Whether two changes may carry the same instant.',
  expirationDate: 'API v3: whether Articles have the newer member expirationDate.',
  html: 'The HTML in answers: headings, code and paragraphs, or all of the Markdown (much slower).',
  contentType: 'Whether answers say that they are JSON.',
  dates: 'API v3: how dates are spelled.',
  mostOnPage: 'The most that a page of a list holds, however many were asked for.',
  latency: 'Milliseconds before each request is carried out.',
  throttle:
    'Whether calls are limited. API v3, per token: by a burst and by a bucket that is refilled.',
  burst: 'The calls of a burst …',
  burstSeconds: '… in so many seconds.',
  bucket: 'The calls that the bucket holds …',
  refill: '… and that it gets back …',
  refillSeconds: '… every so many seconds.',
  retryAfter: 'API v3: whether a throttled answer says when to come back.',
  accept: 'API v2.3: whether answers can be accepted; off: there is no such method.',
  articleEdit: 'API v2.3: whether Articles can be edited; off: there is no such method.',
  usersArticles: "API v2.3: whether a user's Articles can be listed; off: there is no such method.",
  unsafeFilters: 'API v2.3: whether filters may be unsafe; off: they are refused.',
  filterEncoding:
    'API v2.3: how often a safe filter HTML-encodes; varying: in turns once and twice.',
  staleReads: 'API v2.3: for how many seconds an identical read answers what it did; 0: never.',
  backoff: 'API v2.3: the seconds that each answer asks to wait before the same method; 0: none.',
  articlesPerMinute:
    'API v2.3: the Articles that an account may write in a minute; 0: no limit; null: 1 where throttle is on.',
  quota: 'API v2.3: the calls of a day; 0: no limit; null: 10000 where throttle is on.',
  requestsPerSecond:
    'API v2.3: more requests in a second lead to a ban; 0: no limit; null: 30 where throttle is on …',
  ban: '… and what a banned address is answered: an error, or a page …',
  banSeconds: '… for so many seconds.',
};

/** The values to choose from; null where it is no choice. */
export function switchOptions(name: keyof Switches): readonly string[] | null {
  const schema = switchesSchema.shape[name];
  return 'options' in schema ? schema.options : null;
}

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
  tagCreation: 'everyone',
  expertise: 'on',
  experts: {},
  duplicateQuestions: 'refused',
  duplicateArticles: 'accepted',
  qualityCheck: 0,
  subscription: 'full',
  wrongTeam: 'unauthorized',
  answerEditBumps: true,
  editing: 'permissions',
  checks: 'authorise-first',
  sharedInstants: false,
  expirationDate: false,
  html: 'simple',
  contentType: 'sent',
  dates: 'milliseconds',
  mostOnPage: 100,
  latency: 0,
  throttle: true,
  burst: 50,
  burstSeconds: 2,
  bucket: 5000,
  refill: 100,
  refillSeconds: 60,
  retryAfter: false,
  accept: true,
  articleEdit: true,
  usersArticles: true,
  unsafeFilters: true,
  filterEncoding: 'once',
  staleReads: 0,
  backoff: 0,
  articlesPerMinute: null,
  quota: null,
  requestsPerSecond: null,
  ban: 'json',
  banSeconds: 30,
};

/** Sets what the patch names and leaves the rest. */
export function withPatch(switches: Switches, patch: SwitchesPatch): Switches {
  const set = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...switches, ...Object.fromEntries(set) };
}
