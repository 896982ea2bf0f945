import type { Metafile, Plugin } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleContents } from '../scripts/bundle-contents.ts';
import { bundle, filesOf } from '../scripts/bundle.ts';

export interface BuiltCommand {
  readonly folder: string;
  readonly cliPath: string;
  /** What each file of the bundle is made from: bytes by source file. */
  readonly parts: ReadonlyMap<string, Readonly<Record<string, number>>>;
  remove(): Promise<void>;
}

/** Bundles the sources at hand into a folder of their own below `.build/`: what users get. */
export async function buildCommand(): Promise<BuiltCommand> {
  const root = join(import.meta.dirname, '..');
  const folder = join(root, '.build', `bench-${process.pid}`);
  let metafile: Metafile | undefined;
  const noteParts: Plugin = {
    name: 'note-parts',
    setup(build) {
      build.onEnd((result) => {
        metafile = result.metafile;
      });
    },
  };
  for (const { path, bytes } of await bundle({ root, ...bundleContents, plugins: [noteParts] })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const parts = Object.entries(metafile?.outputs ?? {}).map(
    ([path, output]) => [path.replace(/^dist\//, ''), Object.fromEntries(filesOf(output))] as const,
  );
  return {
    folder,
    cliPath: join(folder, 'cli.js'),
    parts: new Map(parts),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
