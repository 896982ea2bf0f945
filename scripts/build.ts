import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.ts';
import { bundleContents } from './bundle-contents.ts';

// Writes dist/ anew: what users of the package and of the Action run.

const root = join(import.meta.dirname, '..');
const files = await bundle({ root, ...bundleContents });

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
for (const { path, bytes, executable } of files) {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  if (executable) chmodSync(file, 0o755);
}

const size = (path: string) => (statSync(join(dist, path)).size / 1024).toFixed(0).padStart(6);
for (const { path } of files) console.log(`${size(path)} KiB  dist/${path}`);
