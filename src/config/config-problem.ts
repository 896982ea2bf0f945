import { memoize } from '../model/memoize.ts';
import { nearestName } from '../model/nearest-name.ts';
import { knownPaths } from '../yaml/known-keys.ts';
import type { SchemaProblem } from '../yaml/schema-problems.ts';
import { configSchema } from './schema.ts';

/** Something wrong in the configuration file, at an offset of its text. */
export interface ConfigProblem {
  readonly offset: number;
  /** What was seen and what was expected. */
  readonly message: string;
  /** Where this problem needs another remedy than correcting the place. */
  readonly remedy?: string;
  /** Something is not there: perhaps because of another problem, such as a mistyped key. */
  readonly missing?: boolean;
  /** An address that would send the token unprotected. */
  readonly insecure?: boolean;
}

const secretName = /token|passw|secret|credential|api[-_]?key|^pat$/i;

/** Says what the schema does not accept, in a sentence about the configuration. */
export function configProblem({ offset, seen, expected, ...more }: SchemaProblem): ConfigProblem {
  const { unknown } = more;
  if (unknown === null) {
    const insecure = more.params['insecure'] === true;
    return { offset, message: `${seen}, expected ${expected}`, missing: more.missing, insecure };
  }
  if (secretName.test(unknown.key)) {
    return {
      offset,
      message: `the key ${unknown.name} looks like a secret, expected none in this file`,
      remedy:
        'Take the secret out of the file, revoke it if it was committed, and set it in the environment: STACK_ACCESS_TOKEN, STACK_API_KEY or GITHUB_TOKEN.',
    };
  }
  const nearest = more.nearest ?? elsewhere(unknown.key);
  const meant = nearest === null ? `expected ${expected}` : `did you mean ${nearest}?`;
  return { offset, message: `${seen}, ${meant}` };
}

/** A key that is known, but in another map; the outermost one. */
function elsewhere(key: string): string | null {
  const paths = outermostPaths();
  const nearest = nearestName(key, Array.from(paths.keys()));
  return nearest === null ? null : (paths.get(nearest) ?? null);
}

/** The path of each known key, by its name. */
const outermostPaths = memoize(() => {
  const paths = new Map<string, string>();
  const depth = (path: string) => path.split('.').length;
  for (const path of knownPaths(configSchema).toSorted((a, b) => depth(a) - depth(b))) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (!paths.has(name)) paths.set(name, path);
  }
  return paths;
});
