/** A refusal as the API answers it: JSON (`object`), plain text, or no body (null). */
export class StackProblem extends Error {
  readonly status: number;
  readonly body: object | string | null;

  constructor(status: number, body: object | string | null) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Model validation: a map from member names to sentences, and no `detail`. */
export function modelProblem(errors: Readonly<Record<string, readonly string[]>>): StackProblem {
  return new StackProblem(400, {
    errors,
    type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
    title: 'One or more validation errors occurred.',
    status: 400,
    traceId: '00-00000000000000000000000000000001-0000000000000001-01',
  });
}

/** A refusal of the site's own rules: `detail` is a sentence for people. */
export function domainProblem(
  status: number,
  type: string,
  title: string,
  detail: string,
): StackProblem {
  return new StackProblem(status, { type: `/v3/errors/${type}`, title, status, detail });
}

/** A read-only token on a write, or a missing right: the two look the same. */
export function forbidden(): StackProblem {
  return new StackProblem(403, {
    type: '/v3/errors/forbidden',
    title: 'Forbidden Action',
    status: 403,
  });
}

/** What is not there, or deleted. */
export function notFound(
  what: 'Article' | 'Question' | 'Answer' | 'User' | 'User group' | 'Tag',
  id: number | string,
): StackProblem {
  return domainProblem(
    404,
    `${what.toLowerCase().replace(' ', '-')}/not-found`,
    `${what} not found`,
    `${what} ID ${id} not found`,
  );
}
