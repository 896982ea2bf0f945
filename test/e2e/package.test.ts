import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addOrigin, createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { runProgram } from '../kit/run-program.ts';
import { startProgram } from '../kit/start-program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const root = join(import.meta.dirname, '../..');

/** What `npm install` of the packed tarball leaves in an empty folder. */
interface Installed {
  readonly folder: string;
  readonly packed: { files: { path: string; size: number }[]; size: number; filename: string };
}

let installed: Installed;

beforeAll(async () => {
  const folder = temporaryFolder();
  const options = { cwd: root, env: { HOME: folder } };
  const told = await runProgram('npm', ['pack', '--json', '--pack-destination', folder], options);
  const [packed] = JSON.parse(told) as [Installed['packed']];
  const flags = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await runProgram('npm', [...flags, join(folder, packed.filename)], { cwd: folder });
  installed = { folder, packed };
});

const command = () => join(installed.folder, 'node_modules/.bin/stack-publish');

describe('the package', () => {
  test('holds what users need, and nothing else', () => {
    const kinds = [
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/,
      /^dist\/(?:[a-z][\w.-]*\.js|THIRD-PARTY-LICENSES\.txt|assets\/(?:stacks\.min\.css|(?:workflows|fleet)\/[a-z-]+\.yml))$/,
      /^schema\/(?!schemastore)[a-z0-7-]+\.json$/,
      /^docs\/(?:ci\/)?(?!architecture|decisions)[a-z-]+\.md$/,
      /^examples\/[\w./-]+\.(?:md|ya?ml)$/,
      /^examples\/[a-z]+\/(?:Dockerfile|Jenkinsfile)$/,
    ];
    const paths = installed.packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !kinds.some((kind) => kind.test(path)))).toEqual([]);
    for (const needed of ['dist/cli.js', 'dist/main.js', 'schema/config.json', 'LICENSE'])
      expect(paths).toContain(needed);
    expect(installed.packed.size).toBeLessThan(1_500_000);
  });

  test('names no path of the machine that packed it', () => {
    const places = [root, installed.folder, '/home/', ...(homedir().length > 5 ? [homedir()] : [])];
    const at = join(installed.folder, 'node_modules/stack-publish');
    for (const { path } of installed.packed.files) {
      const text = readFileSync(join(at, path), 'utf8');
      for (const place of places) expect(text.includes(place), `${path}: ${place}`).toBe(false);
      // The threat list names the test that tries each; nothing that runs knows of any.
      if (!path.startsWith('docs/')) expect(text, path).not.toMatch(/\.test\.ts\b/);
    }
  });

  test('comes alone: it depends on nothing', () => {
    const names = readdirSync(join(installed.folder, 'node_modules'));
    expect(names.filter((name) => !name.startsWith('.'))).toEqual(['stack-publish']);
    expect(lstatSync(command()).isSymbolicLink()).toBe(true);
  });
});

test('what was installed checks, plans and publishes', async () => {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/tls.md': page('Rotating keys', 'Keys are rotated every 60 days.\n'),
    '.github/stack-publish.yml': configFor(sandbox, '', ''),
  });
  await addOrigin(checkout);
  const run = async (...args: string[]) => {
    const env = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
    const options = { cwd: checkout.folder, env };
    const ran = await startProgram(command(), [...args, '--json'], options).ended;
    return { ...ran, document: JSON.parse(ran.stdout) as Record<string, never> };
  };
  expect(await run('check')).toMatchObject({ code: 0, document: { counts: { ready: 1 } } });
  const planned = await run('plan');
  expect(planned).toMatchObject({ code: 0, document: { counts: { create: 1 } } });
  const published = await run('publish', '--digest', planned.document['digest'] ?? '');
  expect(published).toMatchObject({ code: 0, document: { counts: { created: 1 } } });
  expect(await run('plan')).toMatchObject({ document: { digest: null, counts: { unchanged: 1 } } });
  expect(await sandbox.site.posts()).toMatchObject([{ title: 'Rotating keys' }]);
});

test('the line that installs it in the Dockerfile does so, without the network', async () => {
  const { folder, packed } = installed;
  const file = await readFile(join(root, 'examples/docker/Dockerfile'), 'utf8');
  const line = /^RUN (npm install .*?) \\$/m.exec(file)?.[1] ?? '';
  const here = line.replace('/tmp/stack-publish.tgz', join(folder, packed.filename));
  expect(here).not.toBe(line);
  const env = { npm_config_prefix: join(folder, 'global') };
  await runProgram('sh', ['-c', here], { cwd: folder, env });
  const [program = '', ...args] = JSON.parse(/^CMD (.*)$/m.exec(file)?.[1] ?? '[]') as string[];
  const ran = await runProgram(join(folder, 'global/bin', program), args, { cwd: folder });
  expect(ran).toContain('Usage: stack-publish <command>');
});

/** A Node that is too old, where the machine has one. */
const older = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout)?.[1] ?? 99) < 24;
});
if (older === undefined) console.log('skipped: no Node older than 24 on this machine');

test.skipIf(older === undefined)('an older Node says in one sentence what to do', async () => {
  const cli = join(installed.folder, 'node_modules/stack-publish/dist/cli.js');
  for (const args of [['plan'], ['--version'], ['check', '--json']]) {
    const ran = await startProgram(older ?? '', [cli, ...args], { cwd: installed.folder }).ended;
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(
      /^stack-publish needs Node\.js 24 or newer, and this is [\d.]+\. .*\n$/,
    );
  }
});
