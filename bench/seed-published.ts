import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { branchLedger } from '../src/adapters/ledger/branch/branch-ledger.ts';
import { ledgerRemote } from '../src/adapters/ledger/branch/ledger-remote.ts';
import { openRepository } from '../src/adapters/git/repository.ts';
import { gather } from '../src/commands/gather.ts';
import { parseConfig } from '../src/config/parse-config.ts';
import { compose } from '../src/composing/compose.ts';
import { digestOf, type Digest } from '../src/model/digest.ts';
import type { Draft } from '../src/model/draft.ts';
import { blankRecord, emptyLedger, type LedgerRecord } from '../src/model/ledger.ts';
import { textDigest, type PostContent } from '../src/model/post.ts';
import { readDoc } from '../src/sources/docs/read-doc.ts';
import type { World } from './world.ts';

/**
 * Brings a world to where each source was published some time ago, a minute apart: posts on the site,
 * records and texts in the ledger. It takes seconds where publishing 10,000 takes many minutes.
 */
export async function seedPublished({ site, options, configFile, url }: World): Promise<void> {
  const repository = await openRepository(options.cwd);
  const text = await readFile(join(options.cwd, configFile), 'utf8');
  const config = parseConfig(text, configFile, { ids: [], fixed: [] });
  const tree = await repository.head();
  const files = await tree.files();
  // The settings' digest is that of any file; the rules, which take long, need not see them all.
  const { settings } = await gather({ ...tree, files: async () => files.slice(0, 1) }, config, {
    now: 0,
    pages: null,
  });
  const drafts: Draft[] = [];
  for await (const { file, bytes } of tree.read(files.filter(({ path }) => path.endsWith('.md'))))
    drafts.push(...readDoc({ ...file, bytes }, config.defaults).drafts);
  const texts = drafts.map((draft) => compose(draft, null).content);
  const ids = await site.seed(texts.map(({ title, body, tags }) => ({ title, body, tags })));
  const activities = new Map((await site.posts()).map(({ id, activity }) => [id, activity]));

  const records: Record<string, LedgerRecord> = {};
  for (const [each, draft] of drafts.entries()) {
    const text = texts[each];
    const id = ids[each];
    if (!text || id === undefined) throw new Error('the site has fewer posts than sources');
    const activity = activities.get(id) ?? null;
    records[draft.key] = publishedRecord({ draft, text, id, settings, activity });
  }
  const now = (await site.state()).now;
  const origin = { root: options.cwd, name: 'origin', env: {} };
  const ledger = branchLedger(ledgerRemote(origin, 'stack-publish/ledger', null));
  await ledger.update(() => ({
    index: {
      ...emptyLedger,
      destination: { tier: 'business', site: url, team: 'acme' },
      started: now,
      cursors: { article: { at: Math.max(...activities.values()), foreign: 0, swept: now } },
      encodings: { v3: { title: 'raw', body: 'raw' } },
      records,
    },
    texts,
  }));
}

/** The record of a page that has an Article, and nothing to do. */
export function publishedRecord(page: {
  readonly draft: Draft;
  readonly text: PostContent;
  readonly id: number;
  readonly settings: Digest;
  readonly activity: number | null;
}): LedgerRecord {
  const { draft, text, id, settings, activity } = page;
  const known = { sourceCount: 1, settings, dependsOn: {}, text: null, members: null };
  return {
    ...blankRecord({ ...draft, ...known }),
    post: { kind: 'article', id },
    complete: true,
    version: 1,
    base: digestOf(text),
    text: textDigest(text),
    step: digestOf({ step: id }),
    plan: digestOf({ plan: 1 }),
    activity,
  };
}
