import type { FakeGitHub } from '../fake-github.ts';
import type { Team } from '../users.ts';
import { dateText } from './date-text.ts';
import { nodeId } from './node-id.ts';

/** A team, as other answers name it. */
export function teamModel(github: FakeGitHub, { id, name, slug }: Team): object {
  const url = `${github.origin}/organizations/9001/team/${id}`;
  return {
    id,
    node_id: nodeId('T', id),
    name,
    slug,
    description: null,
    privacy: 'closed',
    permission: 'pull',
    url,
    html_url: `${github.origin}/orgs/${github.owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    parent: null,
  };
}

/** What `GET /orgs/{org}/teams/{slug}` answers. */
export function fullTeamModel(github: FakeGitHub, team: Team): object {
  const born = dateText(github.born);
  return {
    ...teamModel(github, team),
    members_count: 3,
    repos_count: 1,
    created_at: born,
    updated_at: born,
    organization: organizationModel(github, false),
  };
}

/** What `GET /orgs/{org}` answers; what it pays for is for its owners alone. */
export function organizationModel(github: FakeGitHub, forOwner: boolean): object {
  const { owner, origin, plan } = github;
  const url = `${origin}/orgs/${owner}`;
  const born = dateText(github.born);
  return {
    login: owner,
    id: 9001,
    node_id: nodeId('O', 9001),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${origin}/avatars/9001`,
    description: null,
    html_url: `${origin}/${owner}`,
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: born,
    updated_at: born,
    archived_at: null,
    ...(forOwner && {
      plan: { name: plan, space: 1, private_repos: 1, filled_seats: 3, seats: 9 },
    }),
  };
}
