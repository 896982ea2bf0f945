import { matchPath } from '../../exchange/match-path.ts';
import { StackProblem } from '../problem.ts';
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

interface Located {
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
      throw new StackProblem(
        501,
        `The sandbox does not serve ${method} ${path}. The real site does.\n`,
      );
  }
  if (allowed.length > 0) throw new StackProblem(405, null);
  throw new StackProblem(404, 'Not found\n');
}

/** Literal segments fit whatever their case. */
function fit(pattern: readonly string[], segments: readonly string[]): string[] | null {
  return matchPath(pattern, segments, { ignoreCase: true });
}
