import { expect, test, vi } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { digestOf } from '../../src/model/digest.ts';
import {
  blankRecord,
  emptyLedger,
  type LedgerIndex,
  type LedgerRecord,
} from '../../src/model/ledger.ts';
import type { Provenance } from '../../src/model/provenance.ts';
import type { History } from '../../src/ports/history.ts';
import type { Forge, MergedPullRequest } from '../../src/ports/forge.ts';
import type { FileTree, RepositoryFile } from '../../src/ports/repository.ts';
import { gatherSources, type GatherSourcesOptions } from '../../src/sources/gather-sources.ts';

const yaml = 'destination: { tier: business, team: acme }\ndefaults: { tags: [platform] }\n';
const config = parseConfig(yaml, 'config.yml', { ids: [], fixed: [] });

const page = '---\ntitle: A page\nstack: article\n---\nText.\n';
const faq = '---\nstack: faq\n---\n## One?\nYes.\n## Two?\nNo.\n';

/** A tree of these files, whose blob ids are digests of their texts. */
function treeOf(texts: Readonly<Record<string, string>>) {
  const read = vi.fn<(path: string) => void>();
  const tree: FileTree = {
    name: 'a tree',
    files: async () =>
      Object.entries(texts).map(([path, text]): RepositoryFile => ({
        path,
        revision: digestOf({ text }),
        kind: 'file',
        size: text.length,
      })),
    async *read(files) {
      for (const file of files) {
        read(file.path);
        yield { file, bytes: Buffer.from(texts[file.path] ?? '') };
      }
    },
  };
  return { tree, read };
}

const pull = (number: number, body: string): MergedPullRequest => ({
  number,
  title: `A change of number ${number}`,
  body,
  labels: ['stack:article'],
  author: null,
  mergedAt: 1,
  updatedAt: number,
  url: '',
  intoDefault: true,
  mergeCommit: null,
});

/** A forge with these pull requests, of which it gives those that were asked for by number. */
function forgeOf(...pulls: readonly MergedPullRequest[]) {
  const mergedPullRequests = vi.fn<Forge['mergedPullRequests']>(async ({ numbers, updatedSince }) =>
    pulls.filter(
      ({ number, updatedAt }) => numbers.includes(number) || updatedAt >= (updatedSince ?? 0),
    ),
  );
  const forge: Forge = {
    isPublic: async () => false,
    mergedPullRequests,
    pullRequests: async () => [],
    releases: async () => [],
    labelsAmong: async (names: readonly string[]) => names,
    requests: { total: 0, writes: 0 },
  };
  return { forge, mergedPullRequests };
}

const noHistory: History = {
  fetch: async () => new Map(),
  range: async () => ({ ids: new Set(), since: null }),
  contains: async () => false,
};

async function gather(options: Partial<GatherSourcesOptions>) {
  return gatherSources({
    tree: treeOf({}).tree,
    forge: null,
    history: noHistory,
    config,
    index: emptyLedger,
    recompose: false,
    now: 0,
    ...options,
  });
}

const { settings } = await gather({});

const recordOf = (
  provenance: Provenance,
  revision: string,
  change: Partial<LedgerRecord> = {},
): LedgerRecord => ({
  ...blankRecord({
    kind: 'article',
    title: 'A',
    provenance,
    sourceCount: 1,
    revision,
    settings,
    dependsOn: {},
    text: null,
    members: null,
  }),
  complete: true,
  base: digestOf({}),
  ...change,
});

const file = (path: string): Provenance => ({ kind: 'file', path });
const ofPull = (number: number): Provenance => ({ kind: 'pull-request', number });
const indexOf = (records: LedgerIndex['records']): LedgerIndex => ({ ...emptyLedger, records });
const revisionOf = (text: string) => digestOf({ text });

test('reads files and pull requests in one go, and counts what comes from each', async () => {
  const { tree } = treeOf({ 'docs/a.md': page, 'docs/faq.md': faq, 'docs/none.md': 'Text.\n' });
  const { forge } = forgeOf(pull(7, '```release-note\nA note.\n```'));
  const { drafts, findings, sourceCount } = await gather({ tree, forge });
  expect(findings).toEqual([]);
  expect(drafts.map(({ key, provenance }) => [key, provenance])).toEqual([
    ['docs/a.md', file('docs/a.md')],
    ['docs/faq.md#one', file('docs/faq.md')],
    ['docs/faq.md#two', file('docs/faq.md')],
    ['pull/7', ofPull(7)],
  ]);
  expect([file('docs/faq.md'), ofPull(7), file('docs/a.md')].map(sourceCount)).toEqual([2, 1, 1]);
});

test.each<[string, Partial<LedgerRecord>, boolean]>([
  ['is as the ledger has it', {}, false],
  ['has another revision', { revision: 'other' }, true],
  ['must be read again', { revision: null }, true],
  ['was composed under other settings', { settings: digestOf({ other: true }) }, true],
  ['was never compared', { base: null }, true],
  ['is only partly posted', { complete: false }, true],
  ['waits for a resolution', { resolution: { kind: 'source', activity: 1 } }, true],
  ['has more sources than are known', { sourceCount: 2 }, true],
])('a file that %s is read again: %j', async (_what, change, again) => {
  const { tree, read } = treeOf({ 'docs/a.md': page });
  const record = recordOf(file('docs/a.md'), revisionOf(page), change);
  const { drafts, unread } = await gather({ tree, index: indexOf({ 'docs/a.md': record }) });
  expect(read).toHaveBeenCalledTimes(again ? 1 : 0);
  expect([drafts.length, unread.length]).toEqual(again ? [1, 0] : [0, 1]);
});

test('everything is read again where that is asked for', async () => {
  const { tree, read } = treeOf({ 'docs/a.md': page });
  const { forge, mergedPullRequests } = forgeOf();
  const index = indexOf({
    'docs/a.md': recordOf(file('docs/a.md'), revisionOf(page)),
    'pull/7': recordOf(ofPull(7), 'r'),
  });
  await gather({ tree, forge, index, recompose: true });
  expect(read).toHaveBeenCalledTimes(1);
  expect(mergedPullRequests).toHaveBeenCalledWith(expect.objectContaining({ numbers: [7] }));
});

test('asks by number for what is pending and for what is not settled, each once', async () => {
  const { forge, mergedPullRequests } = forgeOf();
  const index: LedgerIndex = {
    ...indexOf({
      'pull/8': recordOf(ofPull(8), 'r'),
      'id/pinned': recordOf(ofPull(10), 'r', { resolution: { kind: 'source', activity: 1 } }),
      'pull/9#a': recordOf(ofPull(9), 'r', { complete: false }),
      'docs/a.md': recordOf(file('docs/a.md'), 'r', { complete: false }),
    }),
    sourceCursors: { 'pull-requests': { at: 20, pending: [ofPull(12), ofPull(9)] } },
  };
  const { unread } = await gather({ forge, index });
  expect(mergedPullRequests).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ updatedSince: 20, numbers: [9, 10, 12] }),
  );
  expect(unread.map(({ key }) => key)).toEqual(['pull/8']);
});

test('warns of a symbolic link at its path, and does not follow it', async () => {
  const { tree, read } = treeOf({});
  const link: RepositoryFile = { path: 'docs/a.md', revision: 'l', kind: 'symlink', size: 4 };
  const { findings } = await gather({ tree: { ...tree, files: async () => [link] } });
  expect(findings).toMatchObject([
    {
      rule: 'symlink',
      severity: 'warning',
      source: 'docs/a.md',
      place: { file: 'docs/a.md', line: null, column: null },
    },
  ]);
  expect(read).not.toHaveBeenCalled();
});

const docsConfig = (docs: string, more = '') =>
  parseConfig(`${yaml}sources: { docs: ${docs}${more} }`, 'c', { ids: [], fixed: [] });
const pages = treeOf({
  'README.md': page,
  'docs/a.md': page,
  'docs/[id]/b.md': page,
  'docs/drafts/d.md': page,
  'docs/drafts/old/e.md': page,
  'docs/img/a.png': '',
}).tree;

test.each([
  ['{ exclude: [docs/drafts] }', ['docs/a.md', 'docs/[id]/b.md']],
  ['{ exclude: docs/drafts/ }', ['docs/a.md', 'docs/[id]/b.md']],
  ['{ exclude: "**/drafts" }', ['docs/a.md', 'docs/[id]/b.md']],
  ['{ exclude: "docs/*/" }', ['docs/a.md']],
  ['{ exclude: "docs/[id]" }', ['docs/a.md', 'docs/drafts/d.md', 'docs/drafts/old/e.md']],
  [
    '{ include: docs, exclude: docs/drafts/old }',
    ['docs/a.md', 'docs/[id]/b.md', 'docs/drafts/d.md'],
  ],
  ['docs/drafts/', ['docs/drafts/d.md', 'docs/drafts/old/e.md']],
  ['"docs/*"', ['docs/a.md']],
])('%s takes a folder for all that is in it', async (docs, expected) => {
  const { drafts, findings } = await gather({ tree: pages, config: docsConfig(docs) });
  expect(drafts.map(({ key }) => key)).toEqual(expected);
  expect(findings).toEqual([]);
});

test.each([
  ['{ exclude: [drafts/**] }', 'exclude', '"docs/drafts/**"'],
  ['{ exclude: d.md }', 'exclude', '"docs/drafts/d.md"'],
  ['{ exclude: Docs/draft }', 'exclude', '"docs/drafts"'],
  ['{ exclude: "docs/draft*" }', 'exclude', '"docs/draft*/**"'],
  ['"docs/**/*.mdx"', 'include', '"docs/**/*.md"'],
  ['[docs, "doc/*.md"]', 'include', '"docs/*.md"'],
  ['{ exclude: nothing/like/it }', 'exclude', 'Correct the pattern'],
])('%s has a pattern that names no file: a warning says what would', async (docs, key, remedy) => {
  const { findings } = await gather({ tree: pages, config: docsConfig(docs) });
  expect(findings).toMatchObject([
    {
      rule: 'pattern-without-file',
      severity: 'warning',
      source: `sources.docs.${key}`,
      place: { file: 'c', line: 3, column: expect.any(Number) },
    },
  ]);
  expect(findings[0]?.remedy).toContain(remedy);
});

test('the default pattern may name nothing, unless there is no other source', async () => {
  const config = docsConfig('{}', ', pull-requests: false');
  expect((await gather({ config: docsConfig('{}') })).findings).toEqual([]);
  expect((await gather({ config })).findings).toHaveLength(1);
});

test.each<[string, Partial<GatherSourcesOptions>]>([
  ['without a forge', {}],
  [
    'with the source switched off',
    {
      forge: forgeOf(pull(7, '')).forge,
      config: { ...config, sources: { ...config.sources, 'pull-requests': false } },
    },
  ],
])('%s, what came from pull requests is as it was', async (_what, options) => {
  const index = indexOf({ 'pull/7': recordOf(ofPull(7), 'r') });
  const { drafts, unread, cursors } = await gather({ index, ...options });
  expect([drafts, unread.map(({ key }) => key)]).toEqual([[], ['pull/7']]);
  expect(cursors([ofPull(7)])).toEqual({});
});

test('the cursor moves to the newest update, and names in order what is left to do', async () => {
  const { forge } = forgeOf(pull(7, ''), pull(30, ''));
  const { cursors } = await gather({ forge });
  expect(cursors([ofPull(10), file('docs/a.md'), ofPull(9), ofPull(10)])).toEqual({
    'pull-requests': expect.objectContaining({ at: 30, pending: [ofPull(9), ofPull(10)] }),
  });
});

test('where to look for sources shapes no text, but defaults, rules and tags of labels do', async () => {
  const settingsOf = async (more: string) =>
    (await gather({ config: parseConfig(yaml + more, 'c', { ids: ['mention'], fixed: [] }) }))
      .settings;
  expect(await settingsOf('sources: { docs: "pages/*.md" }')).toBe(settings);
  expect(await settingsOf('sources: { pull-requests: { article: note } }')).toBe(settings);
  expect(await settingsOf('sources: { pull-requests: { tags: { a: b } } }')).not.toBe(settings);
  expect(await settingsOf('rules: { mention: error }')).not.toBe(settings);
});
