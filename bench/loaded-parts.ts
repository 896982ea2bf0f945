import { join, relative } from 'node:path';
import type { BuiltCommand } from './build-command.ts';

interface LoadedParts {
  readonly files: number;
  readonly bytes: number;
  /** Bytes of what no plan and no publish needs. */
  readonly unused: number;
  /** Bytes by package, or by folder of the sources; the largest first. */
  readonly byPart: readonly (readonly [part: string, bytes: number])[];
}

const unneeded = /^sandbox\//;

/** What of the bundle a run has loaded. */
export function loadedParts(
  loaded: ReadonlyMap<string, number>,
  { folder, parts }: BuiltCommand,
): LoadedParts {
  const own = [...loaded].filter(([path]) => path.startsWith(join(folder, '/')));
  const sizes = new Map<string, number>();
  let unused = 0;
  for (const [path] of own) {
    for (const [input, bytes] of Object.entries(parts.get(relative(folder, path)) ?? {})) {
      if (unneeded.test(input)) unused += bytes;
      const part =
        /^(?:.*node_modules\/(?:@[^/]+\/)?[^/]+|src\/[^/]+|sandbox)/.exec(input)?.[0] ?? input;
      sizes.set(part, (sizes.get(part) ?? 0) + bytes);
    }
  }
  return {
    files: own.length,
    bytes: own.reduce((sum, [, bytes]) => sum + bytes, 0),
    unused,
    byPart: [...sizes].sort(([, a], [, b]) => b - a),
  };
}
