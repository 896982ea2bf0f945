import * as fc from 'fast-check';
import { digestOf, type Digest } from '../../../src/model/digest.ts';
import { articleTypes } from '../../../src/model/draft.ts';
import { normalizations, type LedgerIndex, type LedgerRecord } from '../../../src/model/ledger.ts';
import type { PostContent } from '../../../src/model/post.ts';

const digest = fc.uint8Array({ maxLength: 4 }).map((bytes): Digest => digestOf({ bytes }));
const instant = fc.nat(253_402_300_799_999);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', '10', 'a\nb'),
);
const approver = fc.record({ id: maybe(fc.nat()), login: anyText });
const kind = fc.constantFrom('article', 'question');

export const anyContent: fc.Arbitrary<PostContent> = fc.oneof(
  fc.record({
    kind: fc.constant('article'),
    title: anyText,
    body: anyText,
    tags: fc.array(anyText),
    type: fc.constantFrom(...articleTypes),
    permissions: maybe(
      fc.record({
        editableBy: fc.constantFrom('everyone', 'owner', 'specific'),
        users: fc.array(fc.nat()),
        groups: fc.array(fc.nat()),
      }),
    ),
  }),
  fc.record({
    kind: fc.constant('question'),
    title: anyText,
    body: anyText,
    tags: fc.array(anyText),
    answer: anyText,
  }),
);

const pullRequest = fc.record({
  kind: fc.constant('pull-request' as const),
  number: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

const release = fc.record({ kind: fc.constant('release' as const), tag: anyText });
const anyFilled = fc.dictionary(anyText, maybe(anyText));

/** Records that break no rule: each has a post of its own. */
const record: fc.Arbitrary<LedgerRecord> = fc.record({
  kind,
  post: maybe(fc.record({ kind, id: fc.integer({ min: 1 }) })),
  complete: fc.boolean(),
  version: fc.nat(),
  provenance: maybe(
    fc.oneof(
      fc.record({ kind: fc.constant('file' as const), path: anyText }),
      pullRequest,
      pullRequest.map((each) => ({ ...each, kind: 'merge-request' as const })),
      release,
    ),
  ),
  sourceCount: fc.integer({ min: 1, max: 1000 }),
  revision: maybe(anyText.filter((text) => text !== '')),
  settings: maybe(digest),
  base: maybe(digest),
  title: anyText,
  text: maybe(digest),
  step: maybe(digest),
  plan: maybe(digest),
  activity: maybe(instant),
  edited: fc.boolean(),
  unsettled: maybe(instant),
  normalizations: fc.subarray([...normalizations]),
  gone: fc.boolean(),
  otherOwner: fc.boolean(),
  forgotten: fc.boolean(),
  skipped: maybe(digest),
  resolution: fc.option(
    fc.record({
      kind: fc.constantFrom('source' as const, 'recreate' as const),
      activity: fc.option(fc.nat()),
    }),
  ),
  intent: maybe(
    fc.record({
      action: fc.constantFrom('create', 'update', 'merge', 'overwrite'),
      step: digest,
      plan: digest,
      content: maybe(digest),
      at: instant,
      run: fc.record({ id: anyText, host: anyText, pid: fc.integer({ min: 1 }), started: anyText }),
      outcome: fc.constantFrom('open', 'unknown', 'rejected'),
    }),
  ),
  dependsOn: fc.dictionary(anyText, maybe(anyText)),
  filled: anyFilled,
  postedBy: maybe(digest),
  members: maybe(fc.array(fc.integer({ min: 1, max: 2 ** 31 - 1 }))),
});

/** With what else is true of each record that a run wrote. */
const consistent = (records: Record<string, LedgerRecord>): Record<string, LedgerRecord> =>
  Object.assign(
    Object.create(null) as Record<string, LedgerRecord>,
    Object.fromEntries(
      Object.entries(records).map(([key, each], id) => {
        const post = each.post && { kind: each.kind, id: id + 1 };
        return [
          key,
          {
            ...each,
            post,
            complete: post !== null,
            gone: post !== null && each.gone,
            otherOwner: post !== null && each.otherOwner,
            intent: post
              ? each.intent
              : each.intent && { ...each.intent, action: 'create' as const },
            members: each.provenance?.kind === 'release' ? each.members : null,
          },
        ];
      }),
    ),
  );

const withoutAccount: fc.Arbitrary<LedgerIndex> = fc.record({
  destination: maybe(
    fc.record({
      tier: fc.constantFrom('business', 'enterprise'),
      site: anyText,
      team: maybe(anyText),
    }),
  ),
  started: maybe(instant),
  sourceCursors: fc.record(
    {
      'pull-requests': fc.record(
        { at: instant, pending: fc.array(pullRequest), query: digest },
        { requiredKeys: ['at', 'pending'] },
      ),
      releases: fc.record(
        {
          at: instant,
          pending: fc.array(release),
          query: digest,
          unreleased: fc.array(fc.integer({ min: 1, max: 2 ** 31 - 1 })),
        },
        { requiredKeys: ['at', 'pending'] },
      ),
    },
    { requiredKeys: [] },
  ),
  cursors: fc.constantFrom<LedgerIndex['cursors'][]>(
    {},
    {
      question: { at: 5, foreign: -2, swept: 4 },
      article: { at: 1, foreign: 3, swept: 0, checked: 7 },
    },
  ),
  encodings: fc.constantFrom<LedgerIndex['encodings'][]>(
    {},
    { v3: { title: 'raw', body: null }, 'v2.3': { title: null, body: 'twice' } },
  ),
  siteMemory: fc.constantFrom<LedgerIndex['siteMemory'][]>(
    {},
    { 'v2.3': { filter: null, wholeLists: [], lacks: ['accept'] } },
    { 'v2.3': { filter: { id: '!*Mg4(v', safe: true }, wholeLists: ['article'], lacks: [] } },
  ),
  approvals: fc.dictionary(
    digest,
    fc.record(
      {
        mechanism: fc.constantFrom('environment', 'comment', 'asserted'),
        verified: fc.boolean(),
        by: maybe(approver),
        others: fc.array(approver, { maxLength: 2 }),
        evidence: maybe(anyText),
        digest,
        at: instant,
      },
      { requiredKeys: ['mechanism', 'verified', 'by', 'evidence', 'digest', 'at'] },
    ),
  ),
  plans: fc.dictionary(digest, instant),
  images: fc.dictionary(digest, fc.record({ url: anyText, plan: digest, at: instant })),
  records: fc.dictionary(anyText, record).map(consistent),
  broken: fc.constant({}),
});

export const anyIndex: fc.Arbitrary<LedgerIndex> = fc.oneof(
  withoutAccount,
  fc
    .tuple(withoutAccount, fc.constantFrom(-1, 1, 12))
    .map(([index, account]) => ({ ...index, account })),
);
