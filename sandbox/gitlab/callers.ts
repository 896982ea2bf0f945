import type { IncomingHttpHeaders } from 'node:http';
import type { FakeGitLab, Scope } from './fake-gitlab.ts';
import { GitLabProblem, levels, type GitLabJob, type GitLabUser, type Level } from './records.ts';

/** Who asks. A job acts with the rights of who started it, where its token is taken at all. */
export interface Caller {
  readonly name: string;
  readonly user: GitLabUser | null;
  readonly job: GitLabJob | null;
  /** Of an access token. */
  readonly scope?: Scope;
}

const nobody: Caller = { name: 'anonymous', user: null, job: null };

/** Throws 401 for a token that is none, or whose job ended. */
export function callerOf(gitlab: FakeGitLab, headers: IncomingHttpHeaders): Caller {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const given = headers['job-token'] ?? headers['private-token'] ?? bearer;
  return given === undefined ? nobody : callerOfToken(gitlab, String(given));
}

/** The same for a user and password, as git sends them. */
export function callerOfGit(gitlab: FakeGitLab, authorization: string | undefined): Caller {
  if (authorization === undefined) return nobody;
  const [, value = ''] = /^Basic +(\S+)$/i.exec(authorization) ?? [];
  const password = Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
  return callerOfToken(gitlab, password);
}

function callerOfToken(gitlab: FakeGitLab, token: string): Caller {
  const job = gitlab.pipelines.jobOfToken(token);
  if (job) return { name: `job ${job.id}`, user: job.user, job };
  const known = gitlab.userOfToken(token);
  if (known) return { name: known.user.username, ...known, job: null };
  throw new GitLabProblem(401, '401 Unauthorized');
}

/** Whether somebody has at least a level in the project. */
export function has(user: GitLabUser | null, level: Level): boolean {
  return user !== null && levels[user.level] >= levels[level];
}

/** Whether the project exists as far as the caller can tell. */
export function seesProject({ visibility }: FakeGitLab, { user }: Caller): boolean {
  if (visibility === 'public') return true;
  return visibility === 'internal' ? user !== null : has(user, 'guest');
}

export const shortOfScope = 'insufficient_scope';

/** Throws where an access token is not for the API, or not for writing there. */
export function requireScope({ scope = 'api' }: Caller, method: string): void {
  if (scope === 'write_repository' || (scope === 'read_api' && method !== 'GET'))
    throw new GitLabProblem(403, shortOfScope);
}
