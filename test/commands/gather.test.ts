import { expect, test, vi } from 'vitest';
import { checkSources } from '../../src/commands/check/check-sources.ts';
import { gather } from '../../src/commands/gather.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { gitHubPages } from '../../src/model/forge-addresses.ts';
import { silent } from '../../src/ports/log.ts';
import type { FileTree, Repository } from '../../src/ports/repository.ts';

const configOf = (more = '') =>
  parseConfig(
    `destination: { tier: business, team: acme }\ndefaults: { tags: [platform] }\n${more}`,
    'config.yml',
    { ids: [], fixed: [] },
  );

const text = [
  '---\ntitle: A page of the handbook\nstack: article\n---\n',
  'See http://go/keys, and an image.\n\n',
  '![a](https://github.com/acme/app/raw/HEAD/a.png)\n',
].join('');

function treeOf(files: Readonly<Record<string, string>>): FileTree {
  return {
    name: 'a tree',
    files: async () =>
      Object.entries(files).map(([path, { length: size }]) => ({
        path,
        revision: path,
        kind: 'file' as const,
        size,
      })),
    async *read(wanted) {
      for (const file of wanted) yield { file, bytes: Buffer.from(files[file.path] ?? '') };
    },
  };
}

test('what a rule finds rests on who can read the repository, and on which it is', async () => {
  const pages = gitHubPages('https://github.com', 'acme/app');
  const found = async (isPublic: boolean | null) => {
    const options = { now: 0, pages, isPublic: async () => isPublic };
    const { findings } = await gather(treeOf({ 'docs/a.md': text }), configOf(), options);
    return findings.map(({ rule }) => rule);
  };
  expect(await found(true)).toEqual(['internal-address']);
  expect(await found(false)).toEqual(['image-host']);
  expect(await found(null)).toEqual([]);
});

test('nobody is asked who can read it where there is no text to look at', async () => {
  const isPublic = vi.fn<() => Promise<boolean>>(async () => true);
  await gather(treeOf({ 'docs/a.md': '# A\n' }), configOf(), {
    now: 0,
    pages: null,
    isPublic,
  });
  expect(isPublic).not.toHaveBeenCalled();
});

test('check asks nobody, and goes by the configuration', async () => {
  const repository = {
    workingTree: async () => treeOf({ 'docs/a.md': text }),
  } as unknown as Repository;
  const found = async (more: string) => {
    const checked = await checkSources({
      repository,
      config: configOf(more),
      readPull: async () => ({ pull: null, requests: { total: 0, writes: 0 } }),
      configRequests: { total: 0, writes: 0 },
      openForge: async () => {
        throw new Error('nobody asks the forge');
      },
      pages: null,
      now: 0,
      threads: null,
      log: silent,
    });
    return checked.findings.map(({ rule }) => rule);
  };
  expect(await found('visibility: public')).toEqual(['internal-address']);
  expect(await found('visibility: private')).toEqual([]);
  expect(await found('')).toEqual([]);
});

test('a title has its emoji as GitHub shows it, and the key of a question stays', async () => {
  const files = {
    'docs/a.md': '---\ntitle: ":rocket: Release \\\\:tada\\\\:"\nstack: article\n---\nA text.\n',
    'docs/b.md': '---\nstack: article\n---\n# :bug: Fixed ::tada::\n\nAnother text.\n',
    'docs/c.md':
      '---\ntitle: "The plan :tada:"\nstack: article\n---\n# The plan :tada:\n\nA third.\n',
    'docs/faq.md': '---\nstack: faq\n---\n## Why :rocket:?\n\nBecause.\n',
  };
  const { drafts, composed, findings } = await gather(treeOf(files), configOf(), {
    now: 0,
    pages: null,
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const posts = drafts.map((draft) => {
    const { title, body } = composed(draft).content;
    return [draft.key, title, body];
  });
  expect(posts).toEqual([
    ['docs/a.md', '🚀 Release 🎉', 'A text.\n'],
    ['docs/b.md', '🐛 Fixed ::tada::', 'Another text.\n'],
    ['docs/c.md', 'The plan 🎉', 'A third.\n'],
    ['docs/faq.md#why-rocket', 'Why 🚀?', 'Why 🚀?'],
  ]);
});
