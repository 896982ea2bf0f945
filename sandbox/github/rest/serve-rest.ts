import { matchPath } from '../../exchange/match-path.ts';
import { callerThere, requireRead, requireWrite } from '../access.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { GitHubProblem, notFound, unserved } from '../problem.ts';
import { readJson } from '../read-json.ts';
import type { Caller } from '../tokens.ts';
import { actionsRoutes } from './actions-routes.ts';
import { serveContents } from './contents.ts';
import { gitRoutes } from './git-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import type { RestAnswer, Route } from './rest-call.ts';
import { setUpRoutes } from './set-up-routes.ts';
import { threadRoutes } from './thread-routes.ts';

const routes = [
  ...repositoryRoutes,
  ...threadRoutes,
  ...actionsRoutes,
  ...setUpRoutes,
  ...gitRoutes,
  ...peopleRoutes,
  ...organizationRoutes,
].map((route) => ({ route, pattern: route.path.split('/') }));
const versions = ['2022-11-28', '2026-03-10'];

export interface RestRequest {
  readonly method: string;
  /** Decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly version: string | undefined;
  readonly body: Buffer;
}

/** Answers a REST request. Throws a `GitHubProblem`. */
export async function serveRest(
  github: FakeGitHub,
  caller: Caller,
  request: RestRequest,
): Promise<RestAnswer> {
  const version = request.version ?? '2022-11-28';
  if (!versions.includes(version))
    throw new GitHubProblem(400, `Invalid value for "X-GitHub-Api-Version": ${version}.`);
  const segments = named(github, request.segments);
  const place = placeOf(github, segments);
  if (place !== github)
    return serveRest(place, callerThere(place, caller), { ...request, segments });
  const file = serveContents(github, caller, request.method, segments, request.query);
  if (file !== null) return { ...file, headers: { 'X-GitHub-Api-Version-Selected': version } };
  const found = locate(request.method, segments);
  const elsewhere =
    segments[0] === 'repos' && !github.isNamed(segments[1] ?? '', segments[2] ?? '');
  if (elsewhere) throw notFound();
  if (found === null) throw unserved(`${request.method} /${segments.join('/')}`);

  const { route, open } = found;
  const { needs, level, role = github.private ? 'read' : 'none' } = route;
  if (level === 'read') requireRead(github, caller, needs);
  if (level === 'write') requireWrite(github, caller, needs, role);
  const answer = await route.run({
    github,
    caller,
    // Owner and name of the repository are known by now.
    parts: segments[0] === 'repos' ? open.slice(2) : open,
    query: request.query,
    input: request.body.length === 0 ? null : readJson(request.body),
    version,
  });
  return {
    ...answer,
    headers: { ...answer.headers, 'X-GitHub-Api-Version-Selected': version },
  };
}

/** What an app's token needs for a request, as GitHub says it in a header; null: nothing. */
export function acceptedPermissions(request: RestRequest): string | null {
  const route = locate(request.method, request.segments)?.route;
  if (route === undefined || route.needs.length === 0) return null;
  return route.needs.map((name) => `${name.replaceAll('-', '_')}=${route.level}`).join('; ');
}

/** The route of a request, with the segments that its path leaves open; null: none. */
function locate(
  method: string,
  segments: readonly string[],
): { readonly route: Route; readonly open: readonly string[] } | null {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const { route, pattern } of routes) {
    const open = route.method === asked ? matchPath(pattern, segments) : null;
    if (open !== null) return { route, open };
  }
  return null;
}

/** Some addresses that GitHub gives name the repository by its id. */
function named(github: FakeGitHub, segments: readonly string[]): readonly string[] {
  const [root, id, ...rest] = segments;
  if (root !== 'repositories') return segments;
  const all = [github, ...github.siblings.values()];
  const found = all.find((each) => String(each.id) === id);
  if (found === undefined) throw notFound();
  return ['repos', found.owner, found.name, ...rest];
}

/** The repository that a request is about. */
function placeOf(github: FakeGitHub, [root, owner = '', name = '']: readonly string[]): FakeGitHub {
  return (root === 'repos' ? github.repository(owner, name) : null) ?? github;
}
