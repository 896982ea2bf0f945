import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryAddress } from '../../src/model/version.ts';
import { sectionOf } from './changelog.ts';

// Usage: node scripts/release/pack.ts FOLDER
// Writes what a release consists of: the package, the changelog's section, and the SHA-256 of the package
// and of each file of dist/, as `sha256sum --check` and the attestation read them.

const root = join(import.meta.dirname, '../..');
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node scripts/release/pack.ts FOLDER');

const changed = run('git', 'status', '--porcelain', '--untracked-files=all');
if (changed !== '') throw new Error(`These differ from the commit:\n${changed}`);

mkdirSync(folder, { recursive: true });
const [packed] = JSON.parse(run('npm', 'pack', '--json', '--pack-destination', folder)) as [
  { filename: string; version: string },
];
const { text } = sectionOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), packed.version);
// On a release's page a relative link leads nowhere.
const tree = `${repositoryAddress}/blob/v${packed.version}/`;
const notes = text.replaceAll(/\]\((?=[\w.][\w./-]*(?:#[\w-]+)?\))/g, `](${tree}`);
writeFileSync(join(folder, 'notes.md'), `${notes}\n`);

const sum = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const built = globSync('dist/**/*.*', { cwd: root }).toSorted();
writeFileSync(
  join(folder, 'SHA256SUMS'),
  [
    `${sum(join(folder, packed.filename))}  ${packed.filename}\n`,
    ...built.map((path) => `${sum(join(root, path))}  ${path}\n`),
  ].join(''),
);
console.log(`${packed.filename} and ${built.length} files of dist/`);

function run(name: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}:\n${stderr}`);
  return stdout;
}
