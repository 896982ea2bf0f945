import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { bundle, type BundledFile } from '../../scripts/bundle.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

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
  folder = temporaryFolder();
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

const shown = (files: readonly BundledFile[]) =>
  files.map(({ path, bytes }) => `${path}\n${Buffer.from(bytes).toString()}`);

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

test('a linked node_modules gives the same bytes', async () => {
  const first = await bundleOf(write('one', project));
  const linked = write('two', project);
  renameSync(join(linked, 'node_modules'), join(folder, 'packages'));
  symlinkSync(join(folder, 'packages'), join(linked, 'node_modules'));
  expect(shown(await bundleOf(linked))).toEqual(shown(first));
});

test('what is loaded when needed has a file of its own', async () => {
  const files = await bundleOf(write('project', project));
  expect(textOf(files, 'main.js')).not.toContain('toUpperCase');
  expect(textOf(files, 'shout.js')).toContain('toUpperCase');
  expect(textOf(files, 'assets/look.css')).toBe('a{}');
});

describe('the name of a file', () => {
  const larger = {
    ...project,
    'src/main.ts': `
      import { report } from './report/report.ts';
      console.log(report('a'));
      if (process.argv.includes('--loud')) {
        const { shout } = await import('./shout.ts');
        const { line } = await import('./report/line.ts');
        console.log(shout(line('b')));
      }
    `,
    'src/shout.ts': `
      import { quiet } from './a/quiet.ts';
      export const shout = (text: string) => quiet(text).toUpperCase() + '!';
    `,
    'src/a/quiet.ts': `
      import { greet } from 'old-school';
      export const quiet = (text: string) => '(' + text + greet() + ')';
    `,
    'src/report/report.ts': `
      import { quiet } from '../a/quiet.ts';
      import { line } from './line.ts';
      export const report = (text: string) => line(quiet(text));
    `,
    'src/report/line.ts': 'export const line = (text: string) => `${text};`;',
  };
  const namesOf = (files: readonly BundledFile[]) =>
    files.map(({ path }) => path).filter((path) => path.endsWith('.js'));

  test('says what is in it', async () => {
    const files = await bundleOf(write('project', larger));
    // The page of lines is loaded when needed and shared too, so there are two.
    expect(namesOf(files)).toEqual([
      'cli.js',
      'a.quiet.js',
      'esbuild-helpers.js',
      'main.js',
      'report.line.js',
      'report.line.shared.js',
      'shout.js',
    ]);
    const packages = await bundleOf(write('other', project));
    expect(namesOf(packages)).toContain('npm.old-school.js');
    const quiet = files.find(({ path }) => path === 'a.quiet.js');
    expect(Object.keys(quiet?.parts ?? {})).toEqual([
      'node_modules/old-school/index.js',
      'src/a/quiet.ts',
    ]);
  });

  test('stays where another module changes, and so do the other bytes', async () => {
    const before = await bundleOf(write('before', larger));
    const after = await bundleOf(
      write('after', {
        ...larger,
        'src/shout.ts': `
          import { quiet } from './a/quiet.ts';
          import { louder } from './louder.ts';
          export const shout = (text: string) => louder(quiet(text));
        `,
        'src/louder.ts': `
          export const louder = (text: string) => text.toUpperCase().repeat(2) + '!!!';
        `,
      }),
    );
    expect(namesOf(after)).toEqual(namesOf(before));
    const changed = shown(after).filter((text, index) => text !== shown(before)[index]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain('louder');
  });

  test('is the one by which the others import it', async () => {
    const files = await bundleOf(write('project', larger));
    const names = new Set(namesOf(files));
    const imported = files
      .filter(({ path }) => path.endsWith('.js'))
      .flatMap(({ path }) => [...textOf(files, path).matchAll(/["'](\.\/[^"']+)["']/g)])
      .map(([, path = '']) => path.slice('./'.length));
    expect(imported.length).toBeGreaterThan(5);
    expect(imported.filter((name) => !names.has(name))).toEqual([]);
    const cli = unpack(files);
    expect(execFileSync(cli, ['--loud'], { encoding: 'utf8' })).toBe('(ahello);\n(B;HELLO)!\n');
  });
});

test('what is ours is written so that a difference can be read, and packages take less room', async () => {
  const hostile = '`\n// node_modules/old-school/index.js\n// and more`';
  const files = await bundleOf(
    write('project', {
      ...project,
      'src/shout.ts': `
        export const shout = (loud: string) => {
          const text = ${hostile};
          return loud + text;
        };
      `,
      'src/main.ts': `
        import { greet } from 'old-school';
        const { shout } = await import('./shout.ts');
        console.log(greet() + shout('a'));
      `,
    }),
  );
  expect(textOf(files, 'shout.js')).toContain(
    `// src/shout.ts\nvar shout = (loud) => {\n  const text = ${hostile};\n  return loud + text;\n};\n`,
  );
  expect(textOf(files, 'main.js')).toContain('exports.greet=()=>"hello"+EOL.trim()');
  expect(textOf(files, 'main.js')).toMatch(/^\/\/ src\/main\.ts\nvar import_old_school = /m);
  expect(execFileSync(unpack(files), { encoding: 'utf8' })).toContain('and more');
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
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^stack-publish needs Node\.js 24 or newer.*20\.20\.2.*\n$/);
});
