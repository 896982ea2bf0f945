import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../scripts/bundle.ts';
import { bundleContents } from '../../scripts/bundle-contents.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The bundled command, made from the sources at hand. */
    cliPath: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** Bundles the sources once for all tests that run the command: what users get, of the code at hand. */
export default async function build(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(root, '.build', String(process.pid));
  for (const { path, bytes, executable } of await bundle({ root, ...bundleContents })) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    if (executable) await chmod(file, 0o755);
  }
  project.provide('cliPath', join(folder, 'cli.js'));
  return () => rm(folder, { recursive: true, force: true });
}
