import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atEnd } from './at-end.ts';
import { runProgram } from './run-program.ts';
import { json, serve } from './serve.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = join(import.meta.dirname, '../..');

/** The part of `npm pack --json` that a registry tells. */
interface Packed {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly integrity: string;
}

/** A registry on loopback that has this package, as `npm pack` makes it, and no other. Its address. */
export async function npmRegistry(): Promise<string> {
  const folder = temporaryFolder();
  const env = { HOME: folder };
  const args = ['pack', '--json', '--pack-destination', folder];
  const told = await runProgram('npm', args, { cwd: root, env });
  const [packed] = JSON.parse(told) as [Packed];
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
  const { name, version, filename, integrity } = packed;
  const served = await serve(async (response, { url }) => {
    if (url === `/${filename}`) response.end(await readFile(join(folder, filename)));
    else if (url !== `/${name}`) json(response, 404, {});
    else {
      const dist = { tarball: `${served.url}/${filename}`, integrity };
      const one = { ...manifest, devDependencies: {}, dist };
      json(response, 200, { name, 'dist-tags': { latest: version }, versions: { [version]: one } });
    }
  });
  atEnd(() => served[Symbol.asyncDispose]());
  return served.url;
}
