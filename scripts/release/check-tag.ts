import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionOf } from './changelog.ts';
import { plainVersion } from './version-places.ts';

// Usage: node scripts/release/check-tag.ts TAG
// Fails unless the tag, package.json and CHANGELOG.md name the same version.

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(read('package.json')) as { version: string };

if (!plainVersion.test(version) || tag !== `v${version}`)
  throw new Error(`The tag is ${JSON.stringify(tag)}, and package.json says ${version}.`);
const { day } = sectionOf(read('CHANGELOG.md'), version);
console.log(`${tag}, of ${day}`);
