import { Problem } from '../problem.ts';
import { answers } from './answers.ts';
import { articles } from './articles.ts';
import type { Operation } from './call.ts';
import { directory } from './directory.ts';
import { questions } from './questions.ts';
import { unserved } from './unserved.ts';

const served = [...articles, ...questions, ...answers, ...directory].map((operation) => ({
  operation,
  pattern: operation.path.split('/'),
}));

export interface Located {
  readonly operation: Operation;
  readonly params: readonly string[];
}

/** Finds the operation for a path below the team. Unknown paths answer 404 without JSON. */
export function locate(method: string, segments: readonly string[]): Located {
  const allowed: string[] = [];
  for (const { operation, pattern } of served) {
    const params = fit(pattern, segments);
    // `users/*` also fits `users/me`: the first that fits is meant.
    if (params === null) continue;
    if (operation.method === method) return { operation, params };
    allowed.push(operation.method);
  }
  for (const [path, methods] of unserved) {
    if (fit(path.split('/'), segments) !== null && methods.split(' ').includes(method))
      throw new Problem(501, `The sandbox does not serve ${method} ${path}. The real site does.\n`);
  }
  if (allowed.length > 0) throw new Problem(405, null);
  throw new Problem(404, 'Not found\n');
}

function fit(pattern: readonly string[], segments: readonly string[]): string[] | null {
  if (pattern.length !== segments.length) return null;
  const params: string[] = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part === '*') params.push(segment);
    else if (part !== segment.toLowerCase()) return null;
  }
  return params;
}
