import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleContents } from '../scripts/bundle-contents.ts';
import { bundle } from '../scripts/bundle.ts';

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
  const parts = new Map<string, Readonly<Record<string, number>>>();
  for (const file of await bundle({ root, ...bundleContents })) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), file.bytes);
    parts.set(file.path, file.parts);
  }
  return {
    folder,
    cliPath: join(folder, 'cli.js'),
    parts,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
