import { matchPath } from '../../exchange/match-path.ts';
import { StackProblem } from '../problem.ts';
import { answers } from './answers.ts';
import { articles } from './articles.ts';
import type { Operation } from './call.ts';
import { directory } from './directory.ts';
import { images } from './images.ts';
import { questions } from './questions.ts';
import { unserved, unservedOnMainSite } from './unserved.ts';

const served = [...articles, ...questions, ...answers, ...images, ...directory].map(
  (operation) => ({
    operation,
    pattern: operation.path.split('/'),
  }),
);

interface Located {
  readonly operation: Operation;
  readonly params: readonly string[];
}

/**
 * Finds the operation for a path below the team or the main site. Unknown paths answer 404 without
 * JSON.
 */
export function locate(method: string, segments: readonly string[], mainSite: boolean): Located {
  // Also before `users/*`, which fits one of them.
  if (mainSite) refuse(unservedOnMainSite, method, segments);
  const allowed: string[] = [];
  for (const { operation, pattern } of served) {
    const params = fit(pattern, segments);
    // `users/*` also fits `users/me`: the first that fits is meant.
    if (params === null) continue;
    if (operation.method === method) return { operation, params };
    allowed.push(operation.method);
  }
  refuse(unserved, method, segments);
  if (allowed.length > 0) throw new StackProblem(405, null);
  throw new StackProblem(404, 'Not found\n');
}

function refuse(list: typeof unserved, method: string, segments: readonly string[]): void {
  for (const [path, methods] of list) {
    if (fit(path.split('/'), segments) !== null && methods.split(' ').includes(method))
      throw new StackProblem(
        501,
        `The sandbox does not serve ${method} ${path}. The real site does.\n`,
      );
  }
}

/** Literal segments fit whatever their case. */
function fit(pattern: readonly string[], segments: readonly string[]): string[] | null {
  return matchPath(pattern, segments, { ignoreCase: true });
}
