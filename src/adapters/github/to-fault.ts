import { Fault, type FaultOptions } from '../../model/error.ts';
import { certificateRemedy, HttpFailure } from '../http/http-failure.ts';
import { timeText } from '../http/retry-delay.ts';
import { isObject } from '../../model/is-object.ts';
import { limitOf } from './limit-of.ts';

/** What a request was for. */
export interface Asked {
  /** After "Cannot": `read the pull requests`. */
  readonly doing: string;
  /** The permissions that a workflow's token needs for it, as `pull-requests: read`. */
  readonly permissions: string;
}

/** Where an answer is from, and when it is read. */
export interface AnswerContext {
  readonly host: string;
  readonly now: number;
}

/** A limit is spent: until a time every further request would be refused too. */
export class LimitSpent extends Fault<'forge'> {
  readonly until: number;

  constructor({ doing }: Asked, until: number) {
    super('forge', 'forge-refused', `Cannot ${doing}: the token has made too many requests.`, {
      remedy: `Run it again after ${timeText(until)}.`,
    });
    this.until = until;
  }
}

/** GitHub gave up, perhaps because the answer would have taken it too long: a smaller one may do. */
export class TookTooLong extends Fault<'forge'> {
  constructor(asked: Asked, seen: string) {
    super('forge', 'forge-unreachable', ...failure(asked, seen));
  }
}

const named = 'GITHUB_TOKEN';

/** Turns whatever the client library threw into a fault. It does not hold the request, and so no token. */
export function toFault(error: unknown, asked: Asked, at: AnswerContext): Fault {
  if (error instanceof Fault) return error;
  const { cause, status, response } = error as {
    readonly cause?: unknown;
    readonly status?: unknown;
    readonly response?: { readonly headers?: object; readonly data?: unknown };
  };
  if (typeof status !== 'number' || response === undefined) {
    if (cause instanceof Fault) return cause;
    const failure = error instanceof HttpFailure ? error : cause;
    if (failure instanceof HttpFailure)
      return failure.until === null
        ? unreachable(failure, asked, at)
        : new LimitSpent(asked, failure.until);
    return unexpectedAnswer(asked, at);
  }
  const message = isObject(response.data) ? response.data['message'] : null;
  const words = typeof message === 'string' ? message.slice(0, 200) : '';
  const until = limitOf(status, { ...response.headers }, words, at.now);
  return until === null ? statusToFault(status, words, asked, at) : new LimitSpent(asked, until);
}

/** The fault of an answer that is not what GitHub answers. */
export function unexpectedAnswer(
  { doing }: Asked,
  { host }: Pick<AnswerContext, 'host'>,
): Fault<'forge'> {
  const message = `Cannot ${doing}: expected an answer of GitHub's API from ${host}, got something else.`;
  return new Fault('forge', 'forge-unreachable', message, {
    remedy: 'Check GITHUB_API_URL and GITHUB_GRAPHQL_URL, and what a proxy may answer in between.',
  });
}

/** The fault of what the token may not see, or what is not there: GitHub does not tell which. */
export function notFound({ doing, permissions }: Asked, repository: string): Fault<'forge'> {
  return refused(
    `Cannot ${doing}: GitHub finds nothing there for this token (${repository}).`,
    `Check GITHUB_REPOSITORY, and that ${named} may read it: a workflow's job needs \`permissions: { ${permissions} }\`.`,
  );
}

/** The fault of a missing permission. */
export function forbidden({ doing, permissions }: Asked, seen: string): Fault<'forge'> {
  return refused(
    `Cannot ${doing}: GitHub does not allow it (${seen}).`,
    `Give the job \`permissions: { ${permissions} }\`, or ${named} a token with these rights.`,
  );
}

function failure({ doing }: Asked, seen: string): [message: string, options: FaultOptions] {
  const remedy = 'Run it again later; look at https://www.githubstatus.com if it stays.';
  return [`Cannot ${doing}: GitHub failed (${seen}).`, { remedy, outcome: 'unknown' }];
}

/** The fault of a status that is no success. */
export function statusToFault(
  status: number,
  message: string,
  asked: Asked,
  at: Pick<AnswerContext, 'host'>,
): Fault<'forge'> {
  const seen = message === '' ? `status ${status}` : `status ${status}: ${message}`;
  if (status === 401)
    return refused(
      `Cannot ${asked.doing}: GitHub does not accept the token (${seen}).`,
      `Set ${named} to a token of this GitHub that has not expired.`,
    );
  if (status === 403) return forbidden(asked, seen);
  if (status === 404) return notFound(asked, seen);
  if (status === 502 || status === 504) return new TookTooLong(asked, seen);
  if (status >= 500) return new Fault('forge', 'forge-unreachable', ...failure(asked, seen));
  if (status >= 300 && status < 400)
    return refused(
      `Cannot ${asked.doing}: ${at.host} answers with a redirect, which is not followed.`,
      'Check GITHUB_API_URL; set GITHUB_REPOSITORY to the present name where it was renamed.',
    );
  return refused(
    `Cannot ${asked.doing}: GitHub refuses the request (${seen}).`,
    'Report this, with the command that was run.',
  );
}

function unreachable(failure: HttpFailure, { doing }: Asked, { host }: AnswerContext) {
  const message = `Cannot ${doing}: cannot reach ${host} (${failure.code}: ${failure.message}).`;
  const remedy = failure.certificate
    ? certificateRemedy
    : 'Check GITHUB_API_URL and the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.';
  return new Fault('forge', 'forge-unreachable', message, {
    remedy,
    cause: failure,
    outcome: failure.sent ? 'unknown' : 'rejected',
  });
}

function refused(message: string, remedy: string): Fault<'forge'> {
  return new Fault('forge', 'forge-refused', message, { remedy });
}
