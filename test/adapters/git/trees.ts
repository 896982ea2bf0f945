import type { FileTree } from '../../../src/ports/repository.ts';

/** Files whose names lead programs astray, and their content. */
export const oddNames = {
  'docs/a b.md': 'space',
  'docs/new\nline.md': 'newline',
  'docs/tab\t"quote".md': 'tab',
  'docs/ünïcode-日本.md': 'non-ASCII',
  '--help': 'looks like an option',
  '-z': 'so does this',
  'docs/[a]*?.md': 'looks like a pattern',
  ':(top)x.md': 'looks like a pathspec',
  empty: '',
};

/** What each file of a tree holds, by path. */
export async function contents(tree: FileTree): Promise<Record<string, string>> {
  const all: [string, string][] = [];
  for await (const { file, bytes } of tree.read(await tree.files())) {
    all.push([file.path, Buffer.from(bytes).toString('utf8')]);
  }
  return Object.fromEntries(all);
}

export async function paths(tree: FileTree): Promise<string[]> {
  return (await tree.files()).map((file) => file.path);
}
