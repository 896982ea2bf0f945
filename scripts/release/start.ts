import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSection } from './changelog.ts';
import { plainVersion, setVersion } from './version-places.ts';

// Usage: node scripts/release/start.ts VERSION
// Writes the version and the day to where they stand. What comes next is in CONTRIBUTING.md.

const root = join(import.meta.dirname, '../..');
const [version = ''] = process.argv.slice(2);
if (!plainVersion.test(version)) throw new Error('Usage: node scripts/release/start.ts 1.2.3');

const changelog = join(root, 'CHANGELOG.md');
const day = new Date().toISOString().slice(0, 10);
writeFileSync(changelog, startSection(readFileSync(changelog, 'utf8'), version, day));
setVersion(root, version);
console.log(`Now: npm run build && npm run check, one commit, and the tag v${version} on it.`);
