import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * GitHub's description of its API, in the package that GitHub publishes. It unpacks to 400 MB, for one
 * file that one test reads, so it is no dependency.
 */
const source = {
  package: '@octokit/openapi',
  version: '23.0.2',
  sha512:
    'pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
  file: 'generated/api.github.com.json',
};

/** The description's path; or, where it cannot be had, why. */
type GitHubDescription = { readonly path: string } | { readonly missing: string };

/** Fetches GitHub's description, once, into a folder that git does not see. */
export function githubDescription(): GitHubDescription {
  const folder = join(import.meta.dirname, '../.build/github-description');
  const path = join(folder, source.version, source.file);
  if (existsSync(path)) return { path };
  mkdirSync(folder, { recursive: true });
  const place = mkdtempSync(join(folder, 'fetched-'));
  try {
    fetchInto(place);
    mkdirSync(dirname(path), { recursive: true });
    renameSync(join(place, 'package', source.file), path);
    return { path };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function fetchInto(place: string): void {
  const name = `${source.package}@${source.version}`;
  const patience = ['--fetch-retries=1', '--fetch-timeout=60000', '--prefer-offline'];
  run(place, 'npm', 'pack', name, '--loglevel=error', '--ignore-scripts', ...patience);
  const archive = `${source.package.replace('@', '').replace('/', '-')}-${source.version}.tgz`;
  const bytes = readFileSync(join(place, archive));
  if (createHash('sha512').update(bytes).digest('base64') !== source.sha512)
    throw new Error(`${name} is not the file that this project knows by its SHA-512.`);
  run(place, 'tar', '-xzf', archive, `package/${source.file}`);
}

function run(cwd: string, command: string, ...args: readonly string[]): void {
  const shell = process.platform === 'win32';
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
  if (status === 0) return;
  throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
}
