import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { bundleContents } from '../../../scripts/bundle-contents.ts';
import { bundle } from '../../../scripts/bundle.ts';
import { ownFolder } from './own-folder.ts';

export const root = join(import.meta.dirname, '../../..');

export interface BuiltCommand {
  readonly cliPath: string;
  remove(): Promise<void>;
}

/** Bundles the sources at hand into a folder of their own below `.build/`. */
export async function buildCommand(
  name: string,
  plugins: readonly Plugin[] = [],
): Promise<BuiltCommand> {
  const folder = ownFolder(join(root, '.build', `faults-${process.pid}-${name}`));
  for (const { path, bytes } of await bundle({ root, ...bundleContents, plugins })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return {
    cliPath: join(folder, 'cli.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
