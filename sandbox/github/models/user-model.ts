import type { FakeGitHub } from '../fake-github.ts';
import type { User } from '../users.ts';
import { dateText } from './date-text.ts';
import { nodeId } from './node-id.ts';

/** Somebody, as other answers name them. */
export function userModel(github: FakeGitHub, user: User): object {
  const url = `${github.origin}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId('U', user.id),
    avatar_url: `${github.origin}/avatars/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `${github.origin}/${encodeURIComponent(user.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** The same for an account that may be gone. */
export function userOrNull(github: FakeGitHub, user: User | null): object | null {
  return user === null ? null : userModel(github, user);
}

/** What `GET /user` answers. */
export function ownUserModel(github: FakeGitHub, user: User): object {
  const born = dateText(github.born);
  return {
    ...userModel(github, user),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: born,
    updated_at: born,
  };
}
