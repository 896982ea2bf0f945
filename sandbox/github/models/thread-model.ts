import type { FakeGitHub } from '../fake-github.ts';
import type { Comment, Reaction, Thread } from '../records.ts';
import type { Caller } from '../tokens.ts';
import { ghost } from '../users.ts';
import { dateOrNull, dateText, nodeId } from './common.ts';
import { apiAddress, pageAddress, repositoryModel } from './repository-model.ts';
import { userModel, userOrNull } from './user-model.ts';

export function threadPage(
  fakeGitHub: FakeGitHub,
  { kind, number }: Pick<Thread, 'kind' | 'number'>,
): string {
  return `${pageAddress(fakeGitHub)}/${kind === 'pull' ? 'pull' : 'issues'}/${number}`;
}

/** What `GET /pulls/{number}` answers, as of an API version. */
export function pullModel(
  fakeGitHub: FakeGitHub,
  caller: Caller,
  pull: Thread,
  version: string,
): object {
  const api = apiAddress(fakeGitHub);
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const page = threadPage(fakeGitHub, pull);
  const owner = fakeGitHub.users.find(fakeGitHub.owner);
  const head = fakeGitHub.madeUpCommit(`head of ${pull.number}`);
  const branch = (ref: string, sha: string): object => ({
    label: `${fakeGitHub.owner}:${ref}`,
    ref,
    sha,
    user: userOrNull(fakeGitHub, owner),
    repo: repositoryModel(fakeGitHub, caller),
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
    user: userModel(fakeGitHub, pull.author ?? ghost),
    body: pull.body,
    labels: pull.labels.map((name) => labelModel(fakeGitHub, name)),
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
    base: branch(pull.base, fakeGitHub.madeUpCommit(`base of ${pull.number}`)),
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
    merged_by: userOrNull(fakeGitHub, pull.mergedBy),
    comments: [...fakeGitHub.comments.values()].filter(({ thread }) => thread === pull.number)
      .length,
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

export function labelModel(fakeGitHub: FakeGitHub, name: string): object {
  return {
    id: 60_000_000 + name.length,
    node_id: nodeId('LA', name),
    url: `${apiAddress(fakeGitHub)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}

export function commentPage(fakeGitHub: FakeGitHub, comment: Comment): string {
  const kind = fakeGitHub.threads.get(comment.thread)?.kind ?? 'issue';
  return `${threadPage(fakeGitHub, { kind, number: comment.thread })}#issuecomment-${comment.id}`;
}

export function commentModel(fakeGitHub: FakeGitHub, comment: Comment): object {
  const url = `${apiAddress(fakeGitHub)}/issues/comments/${comment.id}`;
  const count = (content: Reaction['content']): number =>
    comment.reactions.filter((reaction) => reaction.content === content).length;
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url,
    html_url: commentPage(fakeGitHub, comment),
    issue_url: `${apiAddress(fakeGitHub)}/issues/${comment.thread}`,
    user: userOrNull(fakeGitHub, comment.author),
    body: comment.body,
    created_at: dateText(comment.created),
    updated_at: dateText(comment.updated),
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: comment.app === null ? null : appModel(fakeGitHub, comment.app),
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

export function reactionModel(fakeGitHub: FakeGitHub, reaction: Reaction): object {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: userModel(fakeGitHub, reaction.user),
    content: reaction.content,
    created_at: dateText(reaction.created),
  };
}

function appModel(fakeGitHub: FakeGitHub, slug: string): object {
  const owner = fakeGitHub.users.find(fakeGitHub.owner);
  return {
    id: 3001,
    slug,
    node_id: nodeId('A', 3001),
    owner: userOrNull(fakeGitHub, owner),
    name: slug,
    description: null,
    external_url: fakeGitHub.origin,
    html_url: `${fakeGitHub.origin}/apps/${slug}`,
    created_at: dateText(fakeGitHub.born),
    updated_at: dateText(fakeGitHub.born),
    permissions: { issues: 'write', metadata: 'read' },
    events: [],
  };
}
