import { callerThere, effectiveRole, mayRead, seesRepository } from '../access.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { dateOrNull, dateText } from '../models/date-text.ts';
import { nodeId, readNodeId } from '../models/node-id.ts';
import { pageAddress } from '../models/repository-model.ts';
import { commentPage, threadPage } from '../models/thread-model.ts';
import { blobId, otherRepository } from '../other-files.ts';
import type { Comment, OtherRepository, Thread } from '../records.ts';
import type { Caller, PermissionName } from '../tokens.ts';
import type { User } from '../users.ts';
import { blobNode, objectNode } from './file-nodes.ts';
import { commitNode, commitWithHistory } from './commit-nodes.ts';
import { releaseNode, selectReleases, type ReleasesArguments } from './release-nodes.ts';
import { connection, mapped, refusal, type PageArguments } from './connection.ts';

interface Asking {
  readonly github: FakeGitHub;
  readonly caller: Caller;
}

interface PullsArguments extends PageArguments {
  readonly baseRefName?: string | null;
  readonly headRefName?: string | null;
  readonly labels?: readonly string[] | null;
  readonly states?: readonly string[] | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
}

/** The fields of the query's root; graphql-js calls what is a function. */
export function rootOf(asking: Asking): object {
  const { github, caller } = asking;
  return {
    repository: ({ owner, name }: { readonly owner: string; readonly name: string }) => {
      const found = github.repository(owner, name);
      const there = found && { github: found, caller: callerThere(found, caller) };
      if (there && seesRepository(there.github, there.caller)) return repositoryNode(there);
      try {
        return otherNode(otherRepository(github, caller, owner, name));
      } catch {
        throw refusal(
          'NOT_FOUND',
          `Could not resolve to a Repository with the name '${owner}/${name}'.`,
        );
      }
    },
    node: ({ id }: { readonly id: string }) => nodeWith(asking, id),
    viewer: () => {
      if (caller.user === null) throw notAccessible();
      // Alone here a bot keeps the ending of its name.
      return { ...actorNode(github, caller.user), login: caller.user.login };
    },
    rateLimit: () => {
      const { limit, remaining, used, reset } = github.rates.peek(
        caller,
        'graphql',
        github.clock.now(),
      );
      return { cost: 1, nodeCount: 0, limit, remaining, used, resetAt: dateText(reset * 1000) };
    },
  };
}

const notAccessible = () => refusal('FORBIDDEN', 'Resource not accessible by integration');

function need({ github, caller }: Asking, names: readonly PermissionName[]): void {
  if (!mayRead(github, caller, names)) throw notAccessible();
}

function nodeWith(asking: Asking, id: string): object {
  const { github, caller } = asking;
  const [kind, key] = readNodeId(id) ?? ['', ''];
  const found = seesRepository(github, caller) ? findNode(asking, kind, key) : null;
  if (found !== null) return found;
  throw refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
}

function findNode(asking: Asking, kind: string, key: string): object | null {
  const { github } = asking;
  const thread = github.threads.get(Number(key));
  const comment = github.comments.get(Number(key));
  if (kind === 'R' && key === String(github.id)) return repositoryNode(asking);
  if (kind === 'PR' && thread?.kind === 'pull') {
    need(asking, ['pull-requests']);
    return pullNode(asking, thread);
  }
  if (kind === 'IC' && comment !== undefined) {
    need(asking, ['issues', 'pull-requests']);
    return commentNode(github, comment);
  }
  return null;
}

/** Of another repository, single files are served. */
function otherNode({ owner, name, private: closed, files }: OtherRepository): object {
  return {
    __typename: 'Repository',
    id: nodeId('R', `${owner}/${name}`),
    name,
    nameWithOwner: `${owner}/${name}`,
    isPrivate: closed,
    visibility: closed ? 'PRIVATE' : 'PUBLIC',
    object: ({ expression }: { readonly expression?: string | null }) => {
      const text = files.get(expression ?? '');
      if (text === undefined) return null;
      return blobNode(blobId(text), text);
    },
  };
}

function repositoryNode(asking: Asking): object {
  const { github, caller } = asking;
  return {
    __typename: 'Repository',
    id: nodeId('R', github.id),
    databaseId: github.id,
    name: github.name,
    nameWithOwner: github.fullName,
    url: pageAddress(github),
    isPrivate: github.private,
    visibility: github.private ? 'PRIVATE' : 'PUBLIC',
    viewerPermission: () => {
      if (caller.installation) return null;
      const role = effectiveRole(github, caller);
      return role === 'none' ? null : role.toUpperCase();
    },
    label: ({ name }: { readonly name: string }) => {
      need(asking, ['issues', 'pull-requests']);
      const found = github.label(name);
      return found === null ? null : labelNode(found);
    },
    defaultBranchRef: async () => {
      need(asking, ['contents']);
      const { defaultBranch } = github;
      const pushed = await github.git.resolve(`refs/heads/${defaultBranch}`);
      if (pushed === null && github.isBeside) return null;
      return refNode(asking, defaultBranch, pushed ?? (await github.headCommit()));
    },
    ref: async ({ qualifiedName }: { readonly qualifiedName: string }) => {
      need(asking, ['contents']);
      const oid = await github.git.resolve(qualifiedName);
      const name = qualifiedName.replace(/^refs\/heads\//, '');
      return oid === null ? null : refNode(asking, name, oid);
    },
    pullRequest: ({ number }: { readonly number: number }) => {
      need(asking, ['pull-requests']);
      const thread = github.threads.get(number);
      if (thread?.kind === 'pull') return pullNode(asking, thread);
      throw refusal(
        'NOT_FOUND',
        `Could not resolve to a PullRequest with the number of ${number}.`,
      );
    },
    pullRequests: (args: PullsArguments) => {
      need(asking, ['pull-requests']);
      const page = connection('pullRequests', args, selectPulls(github, args), ({ number }) =>
        String(number),
      );
      return mapped(page, (pull) => pullNode(asking, pull));
    },
    object: async ({ expression, oid }: GitObjectArguments) => {
      need(asking, ['contents']);
      if (!oid) return objectNode(github, expression ?? '');
      if ((await github.git.resolve(`${oid}^{commit}`)) === null) return null;
      return commitOf(asking, oid);
    },
    ...releaseFields(asking),
  };
}

interface GitObjectArguments {
  readonly expression?: string | null;
  readonly oid?: string | null;
}

const commitOf = (asking: Asking, oid: string): object =>
  commitWithHistory(asking.github, oid, (pull) => {
    need(asking, ['pull-requests']);
    return pullNode(asking, pull);
  });

const refNode = (asking: Asking, name: string, oid: string): object => ({
  id: nodeId('REF', name),
  name,
  prefix: 'refs/heads/',
  target: commitOf(asking, oid),
});

function releaseFields(asking: Asking): object {
  const { github, caller } = asking;
  return {
    release: ({ tagName }: { readonly tagName: string }) => {
      need(asking, ['contents']);
      const found = selectReleases(github, caller, {}).find(({ tag }) => tag === tagName);
      return found ? releaseNode(github, found, commitNode) : null;
    },
    releases: (args: ReleasesArguments) => {
      need(asking, ['contents']);
      const all = selectReleases(github, caller, args);
      const page = connection('releases', args, all, ({ id }) => String(id));
      return mapped(page, (release) => releaseNode(github, release, commitNode));
    },
  };
}

function selectPulls(github: FakeGitHub, args: PullsArguments): readonly Thread[] {
  const { states = null, baseRefName = null, headRefName = null, labels = null, orderBy } = args;
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  const key = (thread: Thread): number =>
    orderBy?.field === 'UPDATED_AT' ? thread.updated : thread.created;
  return [...github.threads.values()]
    .filter(
      (thread) =>
        thread.kind === 'pull' &&
        (states === null || states.includes(thread.state.toUpperCase())) &&
        (baseRefName === null || thread.base === baseRefName) &&
        (headRefName === null || thread.head === headRefName) &&
        (labels === null || labels.some((label) => hasLabel(thread, label))),
    )
    .sort((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}

const hasLabel = (thread: Thread, label: string): boolean =>
  thread.labels.some((each) => each.toLowerCase() === label.toLowerCase());

function pullNode(asking: Asking, pull: Thread): object {
  const { github } = asking;
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', pull.number),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    state: pull.state.toUpperCase(),
    merged: pull.merged !== null,
    url: threadPage(github, pull),
    createdAt: dateText(pull.created),
    updatedAt: dateText(pull.updated),
    mergedAt: dateOrNull(pull.merged),
    lastEditedAt: dateOrNull(pull.lastEdited),
    baseRefName: pull.base,
    headRefName: pull.head,
    isCrossRepository: pull.fork,
    author: actorNode(github, pull.author),
    mergedBy: actorNode(github, pull.mergedBy),
    mergeCommit: () => {
      need(asking, ['contents']);
      return pull.mergeCommit === null ? null : commitNode(pull.mergeCommit);
    },
    repository: () => repositoryNode(asking),
    labels: (args: PageArguments) =>
      mapped(
        connection('labels', args, pull.labels, (name) => name),
        labelNode,
      ),
    comments: (args: PageArguments) => {
      const all = [...github.comments.values()].filter(({ thread }) => thread === pull.number);
      const page = connection('comments', args, all, ({ id }) => String(id));
      return mapped(page, (comment) => commentNode(github, comment));
    },
  };
}

function commentNode(github: FakeGitHub, comment: Comment): object {
  return {
    __typename: 'IssueComment',
    id: nodeId('IC', comment.id),
    // Newer ids do not fit: asked for, this fails.
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    url: commentPage(github, comment),
    author: actorNode(github, comment.author),
    editor: actorNode(github, comment.editor),
    createdAt: dateText(comment.created),
    updatedAt: dateText(comment.updated),
    lastEditedAt: dateOrNull(comment.lastEdited),
    includesCreatedEdit: comment.lastEdited !== null,
  };
}

const labelNode = (name: string): object => ({ id: nodeId('LA', name), name });

function actorNode(github: FakeGitHub, user: User | null): object | null {
  if (user === null) return null;
  // GraphQL names a bot without the ending that REST gives it.
  const login = user.type === 'Bot' ? user.login.replace(/\[bot\]$/, '') : user.login;
  const path = user.type === 'Bot' ? `/apps/${login}` : `/${login}`;
  return {
    __typename: user.type,
    id: nodeId('U', user.id),
    databaseId: user.id,
    login,
    resourcePath: path,
    url: `${github.origin}${path}`,
  };
}
