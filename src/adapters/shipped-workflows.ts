import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workflows to copy: beside the bundle in `assets/`, else in the source tree. */
const places = ['./assets/', '../../examples/'];

/**
 * Reads the workflows that the package brings, by the names of their files: those of a repository by
 * itself, or those of many that call a shared one.
 */
export async function shippedWorkflows(
  kind: 'workflows' | 'fleet',
): Promise<readonly { name: string; text: string }[]> {
  for (const place of places) {
    const folder = fileURLToPath(new URL(`${place}${kind}/`, import.meta.url));
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yml'));
    if (names.length === 0) continue;
    const read = async (name: string) => ({
      name,
      text: await readFile(join(folder, name), 'utf8'),
    });
    return Promise.all(names.toSorted().map(read));
  }
  throw new Error('the package lacks its workflows');
}
