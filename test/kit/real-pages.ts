import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared');

/** Markdown that somebody wrote, with where it is from. */
export interface RealPage {
  readonly name: string;
  readonly text: string;
}

/**
 * Real pages by where they are from. What lies outside of this repository is left out, with a printed
 * reason, where it is absent.
 */
export function realPages(): Readonly<Record<string, readonly RealPage[]>> {
  return {
    'this repository': pagesBelow(root, '{*,docs/**/*,examples/**/*,sandbox/**/*}.md'),
    ...read('corpus/prometheus-docs', (folder) => pagesBelow(folder, '**/*.md')),
    ...read('corpus/kubernetes-1.36-release-notes.json', (file) =>
      (JSON.parse(readFileSync(file, 'utf8')) as { number: number; release_note: string }[]).map(
        ({ number, release_note: text }) => ({ name: String(number), text }),
      ),
    ),
    ...read('dialect-cases.json', (file) =>
      (JSON.parse(readFileSync(file, 'utf8')) as { construct: string; markdown: string }[]).map(
        ({ construct: name, markdown: text }) => ({ name, text }),
      ),
    ),
  };
}

function pagesBelow(folder: string, pattern: string): RealPage[] {
  return globSync(pattern, { cwd: folder })
    .sort()
    .map((name) => ({
      name,
      // Front matter is no part of a post.
      text: readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
    }));
}

function read(
  path: string,
  pages: (path: string) => readonly RealPage[],
): Record<string, readonly RealPage[]> {
  const place = join(shared, path);
  if (existsSync(place)) return { [path]: pages(place) };
  console.log(`Skipped: no pages to read at ${place}`);
  return {};
}
