import { matchPath } from '../../exchange/match-path.ts';
import type { Switches } from '../switches.ts';
import type { Method } from './call.ts';
import { directory } from './directory.ts';
import { meta } from './meta.ts';
import { noMethod } from './problem.ts';
import { reads } from './reads.ts';
import { writes } from './writes.ts';

/** Every method that is served. The first that fits is meant. */
export const methods: readonly Method[] = [...meta, ...reads, ...writes, ...directory];

/** Documented methods that the sandbox does not serve, by their paths. */
const unserved: readonly string[] = [
  'answers',
  'badges',
  'comments',
  'info',
  'posts',
  'posts/*',
  'posts/*/comments',
  'privileges',
  'search',
  'search/advanced',
  'search/excerpts',
  'tags',
  'users',
];

const patterns = methods.map((method) => ({ method, pattern: method.path.split('/') }));

/** Finds the method of a path below the version, and its variable segments. Throws `no_method`. */
export function locate(
  verb: string,
  segments: readonly string[],
  switches: Switches,
): { readonly method: Method; readonly open: readonly string[] } {
  for (const { method, pattern } of patterns) {
    if (method.method !== verb || method.offered?.(switches) === false) continue;
    const open = matchPath(pattern, segments, { ignoreCase: true });
    if (open !== null) return { method, open };
  }
  throw noMethod();
}

/** The documented method that a path means and that is not served, or null. */
export function unservedPath(segments: readonly string[]): string | null {
  const fits = (path: string): boolean =>
    matchPath(path.split('/'), segments, { ignoreCase: true }) !== null;
  return unserved.find(fits) ?? null;
}
