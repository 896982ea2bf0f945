import type { FakeGitHub } from '../fake-github.ts';
import type { Comment, Reaction, Thread } from '../records.ts';
import type { Caller } from '../tokens.ts';
import { ghost } from '../users.ts';
import { dateOrNull, dateText } from './date-text.ts';
import { nodeId } from './node-id.ts';
import { apiAddress, pageAddress, repositoryModel } from './repository-model.ts';
import { userModel, userOrNull } from './user-model.ts';

/** Where people read an issue or a pull request. */
export function threadPage(
  github: FakeGitHub,
  { kind, number }: Pick<Thread, 'kind' | 'number'>,
): string {
  return `${pageAddress(github)}/${kind === 'pull' ? 'pull' : 'issues'}/${number}`;
}

/** What `GET /pulls/{number}` answers, as of an API version. */
export function pullModel(
  github: FakeGitHub,
  caller: Caller,
  pull: Thread,
  version: string,
): object {
  const api = apiAddress(github);
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const page = threadPage(github, pull);
  const owner = github.users.find(github.owner);
  const head = github.madeUpCommit(`head of ${pull.number}`);
  const branch = (ref: string, sha: string): object => ({
    label: `${github.owner}:${ref}`,
    ref,
    sha,
    user: userOrNull(github, owner),
    repo: repositoryModel(github, caller),
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
    user: userModel(github, pull.author ?? ghost),
    body: pull.body,
    labels: pull.labels.map((name) => labelModel(github, name)),
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
    base: branch(pull.base, github.madeUpCommit(`base of ${pull.number}`)),
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
    merged_by: userOrNull(github, pull.mergedBy),
    comments: [...github.comments.values()].filter(({ thread }) => thread === pull.number).length,
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

const fileStatus: Readonly<Record<string, string>> = { A: 'added', D: 'removed' };

/** A file that a pull request changes, as `GET /pulls/{number}/files` lists it; the sandbox counts no lines. */
export function changedFileModel(
  github: FakeGitHub,
  pull: Pick<Thread, 'head'>,
  [status, filename]: readonly [string, string],
): object {
  const path = filename.split('/').map(encodeURIComponent).join('/');
  return {
    sha: github.madeUpCommit(`file ${filename}`),
    filename,
    status: fileStatus[status] ?? 'modified',
    additions: 1,
    deletions: 0,
    changes: 1,
    blob_url: `${pageAddress(github)}/blob/${pull.head}/${path}`,
    raw_url: `${pageAddress(github)}/raw/${pull.head}/${path}`,
    contents_url: `${apiAddress(github)}/contents/${path}?ref=${pull.head}`,
  };
}

function labelModel(github: FakeGitHub, name: string): object {
  return {
    id: 60_000_000 + name.length,
    node_id: nodeId('LA', name),
    url: `${apiAddress(github)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}

/** Where people read a comment. */
export function commentPage(github: FakeGitHub, comment: Comment): string {
  const kind = github.threads.get(comment.thread)?.kind ?? 'issue';
  return `${threadPage(github, { kind, number: comment.thread })}#issuecomment-${comment.id}`;
}

/** What `GET /issues/comments/{id}` answers. */
export function commentModel(github: FakeGitHub, comment: Comment): object {
  const url = `${apiAddress(github)}/issues/comments/${comment.id}`;
  const count = (content: Reaction['content']): number =>
    comment.reactions.filter((reaction) => reaction.content === content).length;
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url,
    html_url: commentPage(github, comment),
    issue_url: `${apiAddress(github)}/issues/${comment.thread}`,
    user: userOrNull(github, comment.author),
    body: comment.body,
    created_at: dateText(comment.created),
    updated_at: dateText(comment.updated),
    author_association: 'CONTRIBUTOR',
    performed_via_github_app: comment.app === null ? null : appModel(github, comment.app),
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

/** One reaction to a comment. */
export function reactionModel(github: FakeGitHub, reaction: Reaction): object {
  return {
    id: reaction.id,
    node_id: nodeId('REA', reaction.id),
    user: userModel(github, reaction.user),
    content: reaction.content,
    created_at: dateText(reaction.created),
  };
}

function appModel(github: FakeGitHub, slug: string): object {
  const owner = github.users.find(github.owner);
  return {
    id: 3001,
    slug,
    node_id: nodeId('A', 3001),
    owner: userOrNull(github, owner),
    name: slug,
    description: null,
    external_url: github.origin,
    html_url: `${github.origin}/apps/${slug}`,
    created_at: dateText(github.born),
    updated_at: dateText(github.born),
    permissions: { issues: 'write', metadata: 'read' },
    events: [],
  };
}
