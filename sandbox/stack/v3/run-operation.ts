import { StackProblem } from '../problem.ts';
import type { Answer, Call } from './call.ts';
import { locate } from './locate.ts';
import { Query } from './query.ts';

/** A request below the team or the main site, received whole, of a caller who is known. */
interface ApiRequest extends Omit<Call, 'params' | 'query'> {
  readonly method: string;
  /** Below the team or the main site, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/**
 * Carries out a request, at once: whatever it changes is changed when this returns. Its answer is
 * rendered when asked for. A refusal is an answer too.
 */
export function runOperation({ method, segments, query, ...request }: ApiRequest): Answer {
  try {
    const { operation, params } = locate(method, segments, request.stack.team === null);
    const asked = new Query(query, request.stack.switches);
    return operation.run({ ...request, params, query: asked });
  } catch (error) {
    if (!(error instanceof StackProblem)) throw error;
    const { status, body } = error;
    return { status, json: () => body };
  }
}
