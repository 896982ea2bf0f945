import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// Runs every check that a change has to pass, and stops at the first that fails.

const root = join(import.meta.dirname, '..');
const generated = [
  'dist',
  'schema',
  'action.yml',
  'docs/configuration.md',
  'docs/architecture.md',
  'README.md',
];

/** What stands for a failure, or null. */
type Check = () => string | null;

const command =
  (name: string, ...args: string[]): Check =>
  () => {
    const { status, stdout, stderr, error } = spawnSync(name, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 100 * 1024 * 1024,
    });
    return status === 0 ? null : `${stdout}${stderr}${error === undefined ? '' : error.message}`;
  };

/** What the build writes is committed: a difference means that it was not built before the commit. */
const cleanTree: Check = () => {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['status', '--porcelain', '--untracked-files=all', '--', ...generated],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) return stderr;
  return stdout === '' ? null : `These files differ from what is committed:\n${stdout}`;
};

const steps: readonly (readonly [name: string, check: Check])[] = [
  ['format', command('npm', 'run', '--silent', 'format:check')],
  ['lint', command('npm', 'run', '--silent', 'lint')],
  ['types', command('npm', 'run', '--silent', 'types')],
  ['test', command('npm', 'run', '--silent', 'test')],
  ['build', command('npm', 'run', '--silent', 'build')],
  ['clean tree', cleanTree],
];

for (const [name, check] of steps) {
  const started = performance.now();
  const failure = check();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${failure === null ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.padStart(6)} s`,
  );
  if (failure === null) continue;
  console.error(failure);
  process.exitCode = 1;
  break;
}
