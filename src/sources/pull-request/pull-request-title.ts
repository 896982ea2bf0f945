const prefix =
  /^(?:feat|fix|docs|chore|refactor|perf|test|build|ci|style|revert)(?:\([^()]*\))?!?:\s*/i;

/** The title of a pull request on one line, without the prefix of a conventional commit. */
export function pullRequestTitle(title: string): string {
  const line = title
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return line.replace(prefix, '') || line;
}
