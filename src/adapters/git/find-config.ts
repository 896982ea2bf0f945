import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Fault } from '../../model/error.ts';
import type { Log } from '../../ports/log.ts';
import { errnoOf } from '../errno-of.ts';
import { committedFile } from './committed-file.ts';
import { filtersOff } from './filters-off.ts';
import { tryGit } from './git.ts';

/** A configuration's text, and its name for messages. */
export interface FoundConfig {
  readonly text: string;
  readonly name: string;
}

export interface ConfigPlace {
  /** The root of the working tree. */
  readonly root: string;
  /** The file that was named, as an absolute path; null for the usual ones. */
  readonly file: string | null;
  /** The usual paths, relative to the root, the first that exists counts. */
  readonly usual: readonly string[];
}

/** Finds the configuration as it is on disk. Throws `config-not-found`, `config-unreadable`. */
export async function configOnDisk({ root, file, usual }: ConfigPlace): Promise<FoundConfig> {
  const candidates = file === null ? usual : [relative(root, file)];
  for (const name of candidates) {
    const text = await readConfigFile(resolve(root, name));
    if (text !== null) return { text, name };
  }
  throw notFound(candidates);
}

/**
 * Finds the configuration of a commit, so that nobody weakens the policy by a change that was not
 * reviewed. One that the commit does not have is taken from the disk, and that is said.
 */
export async function configOfCommit(
  place: ConfigPlace,
  commit: { readonly id: string; readonly name: string },
  log: Log,
): Promise<FoundConfig> {
  const { root, file, usual } = place;
  const paths = file === null ? usual : [await pathIn(root, file)];
  const committed = await committedFile(root, commit.id, paths);
  if (committed === null) {
    const found = await configOnDisk(place);
    // One outside of the checkout cannot be committed.
    if (!found.name.startsWith('..'))
      log.warn(`${found.name} is not in ${commit.name}; it is read as it is on disk.`);
    return found;
  }
  const { path, bytes } = committed;
  const text = new TextDecoder().decode(bytes);
  const onDisk = await readFile(join(root, path)).catch(() => null);
  if (onDisk !== null && !bytes.equals(onDisk) && (await differs(root, commit.id, path)))
    log.warn(`${path} differs from ${commit.name}; the commit counts.`);
  return { text, name: path };
}

/** What git says: line ends and `$Id$`, which it changed when it checked the file out, are no difference. */
async function differs(root: string, commit: string, path: string): Promise<boolean> {
  // A symlink, and what it leads to.
  const target = relative(root, await realpath(join(root, path)));
  const paths = [...new Set([path, target])];
  const args = ['diff', '--quiet', '--no-ext-diff', '--no-textconv', commit, '--', ...paths];
  const { env } = await filtersOff(root);
  return (await tryGit(root, args, { env })).code !== 0;
}

/** Reads a configuration file, or null where there is none. Throws `config-unreadable`. */
async function readConfigFile(path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    const seen = error instanceof TypeError ? 'it is not UTF-8 text' : code || String(error);
    throw new Fault('usage', 'config-unreadable', `Cannot read ${path}: ${seen}.`, {
      remedy: 'Make it a readable UTF-8 file.',
      place: { file: path, line: null, column: null },
      cause: error,
    });
  }
}

/** A file's path from the root, whose own path has no symlinks in it. */
async function pathIn(root: string, file: string): Promise<string> {
  const folder = dirname(file);
  const real = await realpath(folder).catch(() => folder);
  return relative(root, join(real, basename(file))).replaceAll('\\', '/');
}

function notFound(names: readonly string[]): Fault<'usage'> {
  const message = `Cannot find the configuration: there is no ${names.join(' or ')}.`;
  return new Fault('usage', 'config-not-found', message, {
    remedy:
      'Run `stack-publish init`, or write .github/stack-publish.yml; its smallest form is `destination: { tier: business, team: YOUR-TEAM }`.',
  });
}
