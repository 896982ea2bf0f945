import type { Hub } from '../hub.ts';
import type { User } from '../users.ts';
import { dateText, nodeId } from './common.ts';

export function userModel(hub: Hub, user: User): object {
  const url = `${hub.origin}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId('U', user.id),
    avatar_url: `${hub.origin}/avatars/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `${hub.origin}/${encodeURIComponent(user.login)}`,
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

export function userOrNull(hub: Hub, user: User | null): object | null {
  return user === null ? null : userModel(hub, user);
}

/** What `GET /user` answers. */
export function ownUserModel(hub: Hub, user: User): object {
  const born = dateText(hub.born);
  return {
    ...userModel(hub, user),
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
