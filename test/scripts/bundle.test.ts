import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle, type BundledFile } from '../../scripts/bundle.ts';

const project = {
  'package.json': '{"type":"module"}',
  'src/main.ts': `
    import { greet } from 'old-school';
    const loud: boolean = process.argv.includes('--loud');
    if (loud) { const { shout } = await import('./shout.ts'); console.log(shout(greet())); }
    else console.log(greet());
  `,
  'src/shout.ts': `
    import { greet } from 'old-school';
    export const shout = (text: string) => text.toUpperCase() + '!' + greet().length;
  `,
  'node_modules/old-school/package.json':
    '{"name":"old-school","version":"1.2.3","license":"MIT","main":"index.js"}',
  'node_modules/old-school/index.js':
    "const { EOL } = require('os'); exports.greet = () => 'hello' + EOL.trim();",
  'node_modules/old-school/LICENSE': 'You may use it.\r\n',
  'node_modules/unused/package.json': '{"name":"unused","version":"1.0.0","license":"MIT"}',
  'node_modules/@look/css/package.json': '{"name":"@look/css","version":"2.0.0","license":"MIT"}',
  'node_modules/@look/css/LICENSE.MD': 'Wear it.',
  'node_modules/@look/css/dist/look.css': 'a{}',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const bundleOf = (root: string) =>
  bundle({
    root,
    entries: { main: 'src/main.ts' },
    assets: { 'assets/look.css': { package: '@look/css', file: 'dist/look.css' } },
  });

function unpack(files: readonly BundledFile[]): string {
  const root = write('out', { 'package.json': '{"type":"module"}' });
  for (const { path, bytes, executable } of files) {
    mkdirSync(dirname(join(root, 'dist', path)), { recursive: true });
    writeFileSync(join(root, 'dist', path), bytes);
    if (executable) chmodSync(join(root, 'dist', path), 0o755);
  }
  return join(root, 'dist/cli.js');
}

const textOf = (files: readonly BundledFile[], path: string) =>
  Buffer.from(files.find((file) => file.path === path)?.bytes ?? []).toString();

test('a bundle runs alone, also what it loads only when needed', async () => {
  const cli = unpack(await bundleOf(write('project', project)));
  expect(execFileSync(cli, { encoding: 'utf8' })).toBe('hello\n');
  expect(execFileSync(cli, ['--loud'], { encoding: 'utf8' })).toBe('HELLO!5\n');
});

test("of Node's own modules only what is used is loaded, however they are imported", async () => {
  const cli = unpack(
    await bundleOf(
      write('project', {
        ...project,
        'src/main.ts': `
          import all, { format as asText } from 'util';
          import * as path from 'node:path';
          import { loaded } from './shout.ts';
          import { greet } from 'old-school';
          const { parse } = await import('node:querystring');
          console.log(asText('%s', path.posix.join('a', 'b')), all.isDeepStrictEqual(1, 1), parse('c=d').c, greet());
          console.log(loaded().filter((name) => /worker_threads|internal.util.diff/.test(name)).length);
        `,
        'src/shout.ts': 'export const loaded = (): string[] => (process as any).moduleLoadList;',
      }),
    ),
  );
  expect(execFileSync(cli, { encoding: 'utf8' })).toBe('a/b true d hello\n0\n');
});

test.each(['require(process.argv[2])', "require.resolve('node:fs')"])(
  '%s, which only runs can tell, cannot be bundled',
  async (call) => {
    const files = { ...project, 'src/main.ts': `console.log(${call});` };
    await expect(bundleOf(write('project', files))).rejects.toThrow(/main\.js/);
  },
);

test('the same sources give the same bytes in another folder', async () => {
  const first = await bundleOf(write('one', project));
  const other = write('another/place', project);
  symlinkSync(other, join(folder, 'link'));
  const second = await bundleOf(join(folder, 'link'));
  expect(second.map(({ path }) => path)).toEqual(first.map(({ path }) => path));
  for (const [index, file] of first.entries()) {
    expect(Buffer.from(second[index]?.bytes ?? []).equals(Buffer.from(file.bytes))).toBe(true);
    expect(Buffer.from(file.bytes).toString()).not.toContain(folder);
  }
});

test('what is loaded when needed has a file of its own', async () => {
  const files = await bundleOf(write('project', project));
  expect(textOf(files, 'main.js')).not.toContain('toUpperCase');
  expect(files.some(({ path }) => /^shout-[A-Z0-9]+\.js$/.test(path))).toBe(true);
  expect(textOf(files, 'assets/look.css')).toBe('a{}');
});

test('licences of all that is bundled, and of nothing else', async () => {
  const licenses = textOf(await bundleOf(write('project', project)), 'THIRD-PARTY-LICENSES.txt');
  expect(licenses).toContain('old-school 1.2.3 (MIT)\n\nYou may use it.\n');
  expect(licenses).toContain('@look/css 2.0.0 (MIT)\n\nWear it.\n');
  expect(licenses).not.toContain('unused');
  expect(licenses).not.toContain('\r');
});

test.each([
  ['no licence text', { 'node_modules/old-school/LICENSE': '' }],
  [
    'no licence',
    { 'node_modules/old-school/package.json': '{"name":"old-school","version":"1.2.3"}' },
  ],
])('a package with %s cannot be bundled', async (_name, change) => {
  await expect(bundleOf(write('project', { ...project, ...change }))).rejects.toThrow('old-school');
});

test('an older Node gets a sentence and not a stack trace', async () => {
  const cli = unpack(await bundleOf(write('project', project)));
  const older =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', older, cli], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^stack-publish needs Node\.js 24 or newer.*20\.20\.2.*\n$/);
});
