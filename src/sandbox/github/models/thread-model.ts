import type { Hub } from '../hub.ts';
import type { Comment, Reaction, Thread } from '../records.ts';
import type { Caller } from '../tokens.ts';
import { ghost } from '../users.ts';
import { dateOrNull, dateText, nodeId } from './common.ts';
import { apiAddress, pageAddress, repositoryModel } from './repository-model.ts';
import { userModel, userOrNull } from './user-model.ts';

export function threadPage(hub: Hub, { kind, number }: Pick<Thread, 'kind' | 'number'>): string {
  return `${pageAddress(hub)}/${kind === 'pull' ? 'pull' : 'issues'}/${number}`;
}

/** What `GET /pulls/{number}` answers, as of an API version. */
export function pullModel(hub: Hub, caller: Caller, pull: Thread, version: string): object {
  const api = apiAddress(hub);
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const page = threadPage(hub, pull);
  const owner = hub.users.find(hub.owner);
  const head = hub.madeUpCommit(`head of ${pull.number}`);
  const branch = (ref: string, sha: string): object => ({
    label: `${hub.owner}:${ref}`,
    ref,
    sha,
    user: userOrNull(hub, owner),
    repo: repositoryModel(hub, caller),
  });
  const model = {
    id: 80_000_000 + pull.number,
    node_id: nodeId('PR', pull.number),
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${api}/statuses/${head}`,
    number: pull.number,
    state: pull.state === 'open' ? 'open' : 'closed',
    locked: false,
    title: pull.title,
    user: userModel(hub, pull.author ?? ghost),
    body: pull.body,
    labels: pull.labels.map((name) => labelModel(hub, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: dateText(pull.created),
    updated_at: dateText(pull.updated),
    closed_at: dateOrNull(pull.closed),
    merged_at: dateOrNull(pull.merged),
    merge_commit_sha: pull.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: branch(pull.head, head),
    base: branch(pull.base, hub.madeUpCommit(`base of ${pull.number}`)),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: `${api}/statuses/${head}` },
    },
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    draft: false,
    merged: pull.merged !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: userOrNull(hub, pull.mergedBy),
    comments: [...hub.comments.values()].filter(({ thread }) => thread === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: 1,
  };
  if (version < '2026-03-10') return model;
  const { merge_commit_sha: _, assignee: __, ...newer } = model;
  return newer;
}

export function labelModel(hub: Hub, name: string): object {
  return {
    id: 60_000_000 + name.length,
    node_id: nodeId('LA', name),
    url: `${apiAddress(hub)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}

export function commentPage(hub: Hub, comment: Comment): string {
  const kind = hub.threads.get(comment.thread)?.kind ?? 'issue';
  return `${threadPage(hub, { kind, number: comment.thread })}#issuecomment-${comment.id}`;
}

export function commentModel(hub: Hub, comment: Comment): object {
  const url = `${apiAddress(hub)}/issues/comments/${comment.id}`;
  const count = (content: Reaction['content']): number =>
    comment.reactions.filter((reaction) => reaction.content === content).length;
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url,
    html_url: commentPage(hub, comment),
    issue_url: `${apiAddress(hub)}/issues/${comment.thread}`,
    user: userOrNull(hub, comment.author),
    body: comment.body,
    created_at: dateText(comment.created),
    updated_at: dateText(comment.updated),
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: comment.app === null ? null : appModel(hub, comment.app),
    reactions: {
      url: `${url}/reactions`,
      total_count: comment.reactions.length,
      '+1': count('+1'),
      '-1': count('-1'),
      laugh: count('laugh'),
      hooray: count('hooray'),
      confused: count('confused'),
      heart: count('heart'),
      rocket: count('rocket'),
      eyes: count('eyes'),
    },
  };
}

export function reactionModel(hub: Hub, reaction: Reaction): object {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: userModel(hub, reaction.user),
    content: reaction.content,
    created_at: dateText(reaction.created),
  };
}

function appModel(hub: Hub, slug: string): object {
  const owner = hub.users.find(hub.owner);
  return {
    id: 3001,
    slug,
    node_id: nodeId('A', 3001),
    owner: userOrNull(hub, owner),
    name: slug,
    description: null,
    external_url: hub.origin,
    html_url: `${hub.origin}/apps/${slug}`,
    created_at: dateText(hub.born),
    updated_at: dateText(hub.born),
    permissions: { issues: 'write', metadata: 'read' },
    events: [],
  };
}
