import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { LedgerRecord } from '../../src/model/ledger.ts';
import type { PostContent } from '../../src/model/post.ts';
import type { PlannedStep } from '../../src/planning/planned-change.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import type { Site, SitePost } from '../../src/ports/site.ts';
import { writeStep } from '../../src/publishing/write-step.ts';
import { article, intentOf, now, raw, recordOf, shown, state } from '../planning/fixtures.ts';

const base = article();
const changed = article({ body: 'ONE\ntwo\nthree\nfour\nfive\n' });
const plan = digestOf({ plan: 2 });

/** The adoption of a renamed source's post, carried out. */
async function follow(record: LedgerRecord, post: SitePost): Promise<LedgerRecord> {
  const orphan = { source: 'docs/old.md', record, base, intended: null, gone: false };
  const change = reconcile(state({ orphans: [orphan] })) as PlannedStep;
  expect(change.step.action).toBe('adopt');
  const written = await writeStep(change, {
    site: { read: async () => post } as Pick<Site, 'read'> as Site,
    account: 1,
    plan,
    encodings: raw,
    intent: null,
    claimed: new Set(),
    addressOf: () => null,
    notAfter: Infinity,
  });
  if (written.outcome !== 'done') throw new Error(written.outcome);
  return written.record;
}

test('a renamed source keeps the intent of a change that may still arrive', async () => {
  const intent = intentOf({ action: 'update', content: digestOf(changed), at: now - 1000 });
  const record = await follow(recordOf(base, { intent }), shown(base));
  expect(record).toMatchObject({ intent, plan, version: 1 });
  expect(record.step).not.toBe(intent.step);
});

test('a renamed source is adopted under its own step where it has no intent', async () => {
  const record = await follow(recordOf(base), shown(base));
  expect(record).toMatchObject({ intent: null, plan, base: digestOf(base), edited: false });
});

test('a renamed source keeps what is known of the spelling of a post that somebody edited', async () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const post = shown(article({ body: crlf(`${base.body}more\n`), tags: ['master'] }));
  const record = await follow(recordOf(base, { normalizations: ['crlf', 'tag-replaced'] }), post);
  expect(record).toMatchObject({ normalizations: ['crlf', 'tag-replaced'], edited: true });
});

test('a replaced tag of a renamed source is no edit', async () => {
  const post = shown(article({ tags: ['master'] }));
  const record = await follow(recordOf(base, { normalizations: ['tag-replaced'] }), post);
  expect(record).toMatchObject({ normalizations: ['tag-replaced'], edited: false });
});

test('the adopted post of a lost ledger tells what the site does to a text', async () => {
  const change = reconcile(state({ candidates: [shown(base)] })) as PlannedStep;
  const post = shown(article({ body: base.body.trimEnd(), tags: ['other'] }));
  const written = await writeStep(change, {
    site: { read: async () => post } as Pick<Site, 'read'> as Site,
    account: 1,
    plan,
    encodings: raw,
    intent: null,
    claimed: new Set(),
    addressOf: () => null,
    notAfter: Infinity,
  });
  expect(written).toMatchObject({
    outcome: 'done',
    record: { normalizations: ['final-newline'], edited: true },
  });
});

test('what is sent names the address of what a hole names', async () => {
  const content = article({
    body: 'See [the keys]().',
    holes: [{ field: 'body', at: 15, for: 'docs/keys.md', else: 'https://forge/keys.md' }],
  });
  const sent: PostContent[] = [];
  const site = {
    create: async (given) => {
      sent.push(given);
      return shown(given.kind === 'article' ? given : article());
    },
  } satisfies Pick<Site, 'create'>;
  const change = reconcile(state({ ours: content })) as PlannedStep;
  const context = { account: 1, plan, encodings: raw, intent: null, claimed: new Set<number>() };
  const address = 'https://site/articles/3';
  const written = await writeStep(change, {
    ...context,
    site: site as Partial<Site> as Site,
    addressOf: (target) => (target === 'docs/keys.md' ? address : null),
    notAfter: Infinity,
  });
  expect(sent).toEqual([article({ body: `See [the keys](${address}).` })]);
  // What is recorded is the composed text, which names the page and no address.
  expect(written).toMatchObject({
    outcome: 'done',
    changed: [],
    record: { base: digestOf(content) },
  });
});
