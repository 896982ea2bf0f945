import type { ApiOutcome, ApiRequest } from '../../exchange/api-request.ts';
import type { Token } from '../people.ts';
import { Problem } from '../problem.ts';
import type { StackSite } from '../stack-site.ts';
import type { Answer } from './call.ts';
import { locate } from './locate.ts';
import { Query } from './query.ts';

/**
 * Carries out a request below `/v3/teams/{team}`, at once: whatever it changes is changed when this
 * returns. Its answer is rendered when asked for.
 */
export function serveV3(
  site: StackSite,
  token: Token,
  request: ApiRequest,
  at: number | null,
): ApiOutcome {
  const before = site.posts.revision;
  let answer: Answer;
  try {
    const { operation, params } = locate(request.method, request.segments);
    answer = operation.run({
      site,
      token,
      params,
      query: new Query(request.query),
      contentType: request.contentType,
      body: request.body,
      at,
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return problemOutcome(error);
  }
  const { json, status } = answer;
  return {
    status,
    wrote: site.posts.revision !== before,
    render: async () => (json === undefined ? null : await json()) as object | null,
  };
}

export function problemOutcome(problem: Problem): ApiOutcome {
  return { status: problem.status, wrote: false, render: () => Promise.resolve(problem.body) };
}
