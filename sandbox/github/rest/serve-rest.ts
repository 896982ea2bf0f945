import { requireRead, requireWrite } from '../access.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { GitHubProblem, notFound, unserved } from '../problem.ts';
import type { Caller } from '../tokens.ts';
import { actionsRoutes } from './actions-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import type { RestAnswer, Route } from './rest-call.ts';
import { threadRoutes } from './thread-routes.ts';

const routes = [...repositoryRoutes, ...threadRoutes, ...actionsRoutes];
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
export function serveRest(github: FakeGitHub, caller: Caller, request: RestRequest): RestAnswer {
  const version = request.version ?? '2022-11-28';
  if (!versions.includes(version))
    throw new GitHubProblem(400, `Invalid value for "X-GitHub-Api-Version": ${version}.`);
  const segments = named(github, request.segments);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = routes.find((each) => each.method === method && fits(each, segments));
  const elsewhere =
    segments[0] === 'repos' && !github.isNamed(segments[1] ?? '', segments[2] ?? '');
  if (elsewhere) throw notFound();
  if (route === undefined) throw unserved(`${request.method} /${segments.join('/')}`);

  const { needs, level } = route;
  if (level === 'read') requireRead(github, caller, needs);
  if (level === 'write') requireWrite(github, caller, needs, github.private ? 'read' : 'none');
  const answer = route.run({
    github,
    caller,
    method,
    parts: openParts(route, segments),
    query: request.query,
    input: parse(request.body),
    version,
  });
  return {
    ...answer,
    headers: { ...answer.headers, 'X-GitHub-Api-Version-Selected': version },
  };
}

/** What an app's token needs for a request, as GitHub says it in a header; null: nothing. */
export function acceptedPermissions(request: RestRequest): string | null {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = routes.find((each) => each.method === method && fits(each, request.segments));
  if (route === undefined || route.needs.length === 0) return null;
  return route.needs.map((name) => `${name.replaceAll('-', '_')}=${route.level}`).join('; ');
}

/** Some addresses that GitHub gives name the repository by its id. */
function named(github: FakeGitHub, segments: readonly string[]): readonly string[] {
  const [root, id, ...rest] = segments;
  if (root !== 'repositories') return segments;
  if (id !== String(github.id)) throw notFound();
  return ['repos', github.owner, github.name, ...rest];
}

function fits({ path }: Route, segments: readonly string[]): boolean {
  const parts = path.split('/');
  return (
    parts.length === segments.length &&
    parts.every((part, index) => part === '*' || part === segments[index])
  );
}

function openParts({ path }: Route, segments: readonly string[]): string[] {
  const open = path.split('/').flatMap((part, index) => (part === '*' ? [index] : []));
  return open.filter((index) => index > 2).map((index) => segments[index] ?? '');
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return null;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new GitHubProblem(400, 'Problems parsing JSON');
  }
}
