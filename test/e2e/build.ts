import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundle } from '../../scripts/bundle.ts';
import { bundleContents } from '../../scripts/bundle-contents.ts';

const root = join(import.meta.dirname, '../..');

/** Bundles the sources once for all tests that run the command: what users get, of the code at hand. */
export default async function build(): Promise<void> {
  const folder = join(root, '.build');
  await rm(folder, { recursive: true, force: true });
  for (const { path, bytes, executable } of await bundle({ root, ...bundleContents })) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (executable) await chmod(file, 0o755);
  }
}
