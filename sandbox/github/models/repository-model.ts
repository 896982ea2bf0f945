import { effectiveRole } from '../access.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { Caller } from '../tokens.ts';
import { atLeast, type Role } from '../users.ts';
import { dateText } from './date-text.ts';
import { nodeId } from './node-id.ts';
import { userModel } from './user-model.ts';

/** The addresses of what belongs to a repository: the member's name without `_url`, and the path. */
const addresses: Readonly<Record<string, string>> = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  contributors: '/contributors',
  deployments: '/deployments',
  downloads: '/downloads',
  events: '/events',
  forks: '/forks',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  hooks: '/hooks',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  languages: '/languages',
  merges: '/merges',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  stargazers: '/stargazers',
  statuses: '/statuses/{sha}',
  subscribers: '/subscribers',
  subscription: '/subscription',
  tags: '/tags',
  teams: '/teams',
  trees: '/git/trees{/sha}',
};

export const apiAddress = (github: FakeGitHub): string =>
  `${github.origin}/repos/${github.fullName}`;
export const pageAddress = (github: FakeGitHub): string => `${github.origin}/${github.fullName}`;

/** A role as the five booleans that GitHub makes of it. */
export function rights(role: Role): object {
  return {
    admin: atLeast(role, 'admin'),
    maintain: atLeast(role, 'maintain'),
    push: atLeast(role, 'write'),
    triage: atLeast(role, 'triage'),
    pull: atLeast(role, 'read'),
  };
}

/** What `GET /repos/{owner}/{repo}` answers. */
export function repositoryModel(github: FakeGitHub, caller: Caller): object {
  const page = pageAddress(github);
  const owner = github.users.find(github.owner);
  const born = dateText(github.born);
  const urls = Object.entries(addresses).map(([name, path]) => [
    `${name}_url`,
    `${apiAddress(github)}${path}`,
  ]);
  return {
    id: github.id,
    node_id: nodeId('R', github.id),
    name: github.name,
    full_name: github.fullName,
    private: github.private,
    owner: owner === null ? null : userModel(github, owner),
    html_url: page,
    description: null,
    fork: github.fork,
    url: apiAddress(github),
    ...(Object.fromEntries(urls) as object),
    git_url: `git://${URL.parse(github.origin)?.host}/${github.fullName}.git`,
    ssh_url: `git@${URL.parse(github.origin)?.hostname}:${github.fullName}.git`,
    clone_url: `${page}.git`,
    mirror_url: null,
    svn_url: page,
    homepage: null,
    language: null,
    license: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    size: 0,
    default_branch: github.defaultBranch,
    open_issues: 0,
    open_issues_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    has_downloads: false,
    archived: github.archived,
    disabled: false,
    topics: github.topics,
    visibility: github.private ? 'private' : 'public',
    pushed_at: born,
    created_at: born,
    updated_at: born,
    ...(caller.user !== null &&
      !caller.installation && { permissions: rights(effectiveRole(github, caller)) }),
  };
}
