/** A refusal as GitHub answers it. */
export class GitHubProblem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly object[] | null;

  constructor(
    status: number,
    message: string,
    options: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly errors?: readonly object[];
    } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = options.headers ?? {};
    this.errors = options.errors ?? null;
  }

  get body(): object {
    return {
      message: this.message,
      ...(this.errors !== null && { errors: this.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

export const notFound = (): GitHubProblem => new GitHubProblem(404, 'Not Found');

export const badCredentials = (): GitHubProblem => new GitHubProblem(401, 'Bad credentials');

/** An app's token, a job's too, that lacks a permission. */
export const notAccessible = (): GitHubProblem =>
  new GitHubProblem(403, 'Resource not accessible by integration');

/** A body whose field is missing or wrong. */
export function validationFailed(resource: string, field: string, code: string): GitHubProblem {
  return new GitHubProblem(422, 'Validation Failed', { errors: [{ resource, field, code }] });
}

export const unserved = (what: string): GitHubProblem =>
  new GitHubProblem(501, `The sandbox does not serve ${what}.`);
