import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pinAction } from './version-places.ts';

// Usage: node scripts/release/pin-action.ts v1.2.3
// After a release: lets the workflows to copy use the Action at the commit of that tag.

const root = join(import.meta.dirname, '../..');
const [tag = ''] = process.argv.slice(2);
const { stdout } = spawnSync('git', ['rev-parse', '--verify', `refs/tags/${tag}^{commit}`], {
  cwd: root,
  encoding: 'utf8',
});
const commit = stdout.trim();
if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error(`There is no tag ${JSON.stringify(tag)} here.`);
pinAction(root, commit, tag);
