import { GitHubProblem } from './problem.ts';

/** Reads a body. Throws a `GitHubProblem` where it is not JSON. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new GitHubProblem(400, 'Problems parsing JSON');
  }
}
