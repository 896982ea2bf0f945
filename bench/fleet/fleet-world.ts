import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  fakeStackClient,
  startSandbox,
  type FakeStackClient,
  type Sandbox,
} from '../../sandbox/index.ts';
import { openRepository } from '../../src/adapters/git/repository.ts';
import { fileLedger } from '../../src/adapters/ledger/file/file-ledger.ts';
import { compose } from '../../src/composing/compose.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { Draft } from '../../src/model/draft.ts';
import { emptyLedger } from '../../src/model/ledger.ts';
import type { PostContent } from '../../src/model/post.ts';
import { gather } from '../../src/commands/gather.ts';
import { readDoc } from '../../src/sources/docs/read-doc.ts';
import { measuredRun } from '../measured-run.ts';
import { publishedRecord } from '../seed-published.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One repository of a fleet: a checkout with a ledger in a file. */
export interface FleetRepository {
  readonly name: string;
  readonly folder: string;
  /** Changes one of its pages, or adds one, and commits. */
  change(number: number): Promise<void>;
}

export interface FleetWorld {
  readonly sandbox: Sandbox;
  readonly site: FakeStackClient;
  readonly repositories: readonly FleetRepository[];
  readonly posts: readonly number[];
  close(): Promise<void>;
}

const dayMs = 24 * 3_600_000;
const configFile = '.github/stack-publish.yml';
const ledgerFile = '.git/ledger.json';
/** How long the site takes to answer, in milliseconds. */
const latency = 100;

/** Makes repositories of one account, whose pages were all published some time ago. */
export async function createFleet(
  time: VirtualTime,
  size: { readonly repositories: number; readonly pages: number },
): Promise<FleetWorld> {
  const sandbox = await startSandbox({ team: 'acme', time, switches: { latency: 0 } });
  const site = fakeStackClient(sandbox.control);
  const base = await mkdtemp(join(tmpdir(), 'stack-publish-fleet-'));
  const config = [
    `destination: { tier: business, team: acme, url: "${sandbox.stack.url}" }`,
    'approval: { accept: [asserted] }',
    'visibility: private',
    'sources: { pull-requests: false }',
    `ledger: { file: ${ledgerFile} }`,
    '',
  ].join('\n');
  const repositories: FleetRepository[] = [];
  const published: { folder: string; drafts: readonly Draft[]; texts: PostContent[] }[] = [];
  const parsed = parseConfig(config, configFile, { ids: [], fixed: [] });
  let settings: Awaited<ReturnType<typeof gather>>['settings'] | null = null;
  for (let at = 0; at < size.repositories; at += 1) {
    const name = `acme/service-${at}`;
    const folder = join(base, `service-${at}`);
    await mkdir(folder);
    const git = (...args: string[]) =>
      measuredRun('git', ['-c', 'user.name=B', '-c', 'user.email=b@example.com', ...args], {
        cwd: folder,
      });
    const write = async (path: string, text: string) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    };
    await git('init', '-q', '-b', 'main');
    await write(configFile, config);
    for (let number = 1; number <= size.pages; number += 1)
      await write(pathOf(number), pageOf(name, number, 'as it was first'));
    await git('add', '-A');
    await git('commit', '-qm', 'first');
    let edits = 0;
    repositories.push({
      name,
      folder,
      async change(number) {
        edits += 1;
        await write(pathOf(number), pageOf(name, number, `as edit ${edits} left it`));
        await git('add', '-A');
        await git('commit', '-qm', 'change');
      },
    });
    const repository = await openRepository(folder);
    const tree = await repository.head();
    const files = await tree.files();
    settings ??= (
      await gather({ ...tree, files: async () => files.slice(0, 1) }, parsed, {
        now: 0,
        pages: null,
      })
    ).settings;
    const drafts: Draft[] = [];
    for await (const { file, bytes } of tree.read(files.filter(({ path }) => path.endsWith('.md'))))
      drafts.push(...readDoc({ ...file, bytes }, parsed.defaults).drafts);
    published.push({ folder, drafts, texts: drafts.map((draft) => compose(draft, null).content) });
  }
  if (settings === null) throw new Error('a fleet has repositories');

  const all = published.flatMap(({ texts }) => texts);
  const posts = await site.seed(all.map(({ title, body, tags }) => ({ title, body, tags })));
  const activities = new Map((await site.posts()).map(({ id, activity }) => [id, activity]));
  const newest = Math.max(...activities.values());
  const now = time.now();
  for (const [at, { folder, drafts, texts }] of published.entries()) {
    const ids = posts.slice(at * size.pages, (at + 1) * size.pages);
    const records = drafts.map((draft, each) => {
      const [text, id] = [texts[each], ids[each]];
      if (!text || id === undefined || !settings) throw new Error('a page has no post');
      const activity = activities.get(id) ?? null;
      return [draft.key, publishedRecord({ draft, text, id, settings, activity })] as const;
    });
    const cursor = {
      at: newest,
      foreign: posts.length - ids.length,
      // Each began on a day and an hour of its own.
      swept: now - (at / size.repositories) * dayMs,
    };
    await fileLedger(join(folder, ledgerFile)).update(() => ({
      index: {
        ...emptyLedger,
        destination: { tier: 'business', site: sandbox.stack.url, team: 'acme' },
        account: sandbox.stack.account.id,
        started: now,
        cursors: { article: cursor },
        encodings: { v3: { title: 'raw', body: 'raw' } },
        records: Object.fromEntries(records),
      },
      texts,
    }));
  }
  await site.switches({ latency });
  return {
    sandbox,
    site,
    repositories,
    posts,
    async close() {
      await sandbox.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}

const pathOf = (number: number): string => `docs/page-${number}.md`;

const pageOf = (repository: string, number: number, state: string): string => `---
title: How ${repository} does thing ${number}
tags: [docs, fleet]
stack: article
---

This page of ${repository} tells of part ${number}, ${state}.

1. First use \`tool --page ${number}\` and wait for **its end**.
2. Then look at [the manual](https://docs.example.com/${repository}/${number}).
`;
