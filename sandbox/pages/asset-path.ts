import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const packaged = {
  'stacks.min.css': '@stackoverflow/stacks/dist/css/stacks.min.css',
} as const;
type AssetName = keyof typeof packaged;

/** Where a file lies that the pages use: beside the bundle in `assets/`, else in its own package. */
export function assetPath(name: AssetName): string {
  const beside = fileURLToPath(new URL(`./assets/${name}`, import.meta.url));
  if (existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve(packaged[name]);
}
