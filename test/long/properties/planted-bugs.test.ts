import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fault } from '../../../src/model/error.ts';
import type { LedgerIndex, LedgerRecord } from '../../../src/model/ledger.ts';
import type { LedgerSnapshot, LedgerStore } from '../../../src/ports/ledger-store.ts';
import type { Site, SitePost } from '../../../src/ports/site.ts';
import { runHistory } from '../../properties/run-history.ts';
import { histories } from '../../properties/steps.ts';
import type { Sabotage } from '../../properties/model-world.ts';

/** How many histories may pass before a bug shows. */
const patience = 2000;
/** With these histories each shows within 150. */
const seed = 3;

const forgetting =
  (forget: (record: LedgerRecord) => LedgerRecord) =>
  (ledger: LedgerStore): LedgerStore => {
    const without = (index: LedgerIndex): LedgerIndex => ({
      ...index,
      records: Object.fromEntries(
        Object.entries(index.records).map(([key, record]) => [key, forget(record)]),
      ),
    });
    return {
      ...ledger,
      async read(): Promise<LedgerSnapshot> {
        const snapshot = await ledger.read();
        return { ...snapshot, index: without(snapshot.index) };
      },
      update: (change) => ledger.update((index) => change(without(index))),
    };
  };

/** A source is read again where its record was taken out from under it. */
const unread = { revision: null };

/** Bugs that take a safeguard away, and the promise that they break. Each history has its own. */
const bugs: [string, () => Sabotage, string][] = [
  [
    'intents are forgotten',
    () => ({
      ledger: forgetting((record) => ({ ...record, intent: null, ...(record.intent && unread) })),
    }),
    'no second post',
  ],
  [
    'deletions are forgotten',
    () => ({
      ledger: forgetting((record) => (record.gone ? { ...record, post: null, ...unread } : record)),
    }),
    'no new post for a deleted one',
  ],
  [
    'a post is not read again before it is changed',
    () => {
      const known = new Map<number, SitePost | null>();
      return {
        site: (site) => ({
          ...site,
          async read(ref) {
            const post = known.get(ref.id) ?? (await site.read(ref));
            known.set(ref.id, post);
            return post;
          },
        }),
      };
    },
    "a person's text stays",
  ],
  ['a write without an answer is sent again', () => ({ site: sendingTwice }), 'no second post'],
  [
    'our own answers are not looked for',
    () => ({ site: (site) => ({ ...site, answersOf: async () => [] }) }),
    'no second answer',
  ],
  [
    'a deleted answer is taken for one that never was',
    () => ({
      site: (site) => ({
        ...site,
        async update(current, content, notAfter) {
          const post = await site.update(current, content, notAfter);
          if (current.answer === null && content.kind === 'question' && current.ref.answer)
            await site.createAnswer(current.ref, content.answer, notAfter);
          return post;
        },
      }),
      ledger: forgetting((record) =>
        record.kind === 'question' && record.post
          ? { ...record, complete: false, post: { kind: 'question', id: record.post.id } }
          : record,
      ),
    }),
    'no new answer for a deleted one',
  ],
  [
    'another text is sent than was approved',
    () => ({
      site: (site) => ({
        ...site,
        update: (current, content, notAfter) =>
          site.update(current, { ...content, title: `${content.title}!` }, notAfter),
      }),
    }),
    'only what was approved is written',
  ],
  [
    'what an update must send back is not sent back',
    () => ({
      site: (site) => ({
        ...site,
        update: (current, content, notAfter) =>
          site.update({ ...current, permissions: null }, content, notAfter),
      }),
    }),
    'what nobody manages stays',
  ],
  [
    'the ledger is written over whatever another run wrote',
    () => ({
      ledger: (ledger) => ({
        ...ledger,
        async update(change) {
          const { index } = await ledger.read();
          return ledger.update(() => change(index));
        },
      }),
    }),
    'an intent stands before a write',
  ],
  [
    'a write is said to be done that was never sent',
    () => ({
      site: (site) => ({
        ...site,
        async update(current, content) {
          const { title, body, tags } = content;
          return { ...current, title, body, tags };
        },
      }),
    }),
    'what is said is so',
  ],
];

test.each(bugs)(
  'it shows when %s',
  async (_name, sabotage, promise) => {
    const broken = new Set<string>();
    // Where the promise is about, so that it takes fewer.
    const mix = promise.includes('answer') ? 1 : 0;
    const where = { mix, ...(promise.includes('second') && { begun: false }) };
    for (const { setting, steps } of fc.sample(histories, { numRuns: patience, seed })) {
      const history = { setting: { ...setting, ...where }, steps };
      for (const each of await runHistory(history, sabotage())) broken.add(each);
      if ([...broken].some((each) => each.includes(promise))) return;
    }
    expect([...broken]).toContain(promise);
  },
  120_000,
);

function sendingTwice(site: Site): Site {
  return {
    ...site,
    async create(content, notAfter) {
      try {
        return await site.create(content, notAfter);
      } catch (error) {
        if (!(error instanceof Fault) || error.outcome !== 'unknown') throw error;
        return site.create(content, notAfter);
      }
    },
  };
}
