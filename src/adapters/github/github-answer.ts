/** What an answer of GitHub's holds. Its shape is for the caller to check. */
export interface GitHubAnswer {
  readonly data: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}
