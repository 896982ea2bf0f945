import { effectiveRole } from '../access.ts';
import { putPull } from '../control/put-pull.ts';
import type { FakeGitHub } from '../fake-github.ts';
import {
  changedFileModel,
  commentModel,
  pullModel,
  reactionModel,
} from '../models/thread-model.ts';
import { GitHubProblem, notFound, validationFailed } from '../problem.ts';
import { reactionContents, type Comment, type Thread } from '../records.ts';
import type { PermissionName } from '../tokens.ts';
import { atLeast, type User } from '../users.ts';
import { paged } from './paged.ts';
import { ok, type RestAnswer, type RestCall, type Route } from './rest-call.ts';

const either: readonly PermissionName[] = ['issues', 'pull-requests'];
const longestBody = 65_536;

export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: 'repos/*/*/pulls',
    needs: ['pull-requests'],
    level: 'write',
    run: openPull,
  },
  {
    method: 'GET',
    path: 'repos/*/*/pulls/*',
    needs: ['pull-requests'],
    level: 'read',
    run: ({ github, caller, parts: [number = ''], version }) => {
      const thread = threadOf(github, number);
      if (thread.kind !== 'pull') throw notFound();
      return ok(pullModel(github, caller, thread, version));
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/pulls/*/files',
    needs: ['pull-requests'],
    level: 'read',
    run: async (call) => {
      const { github } = call;
      const thread = threadOf(github, call.parts[0] ?? '');
      if (thread.kind !== 'pull') throw notFound();
      const branch = (name: string) => github.git.resolve(`refs/heads/${name}`);
      const [base, head] = await Promise.all([branch(thread.base), branch(thread.head)]);
      const changes = base === null || head === null ? [] : await github.git.changes(base, head);
      return paged(
        call,
        `pulls/${thread.number}/files`,
        changes.map((change) => changedFileModel(github, thread, change)),
      );
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/issues/*/comments',
    needs: either,
    level: 'read',
    run: (call) => {
      const { github, query } = call;
      const thread = threadOf(github, call.parts[0] ?? '');
      const since = Date.parse(query.get('since') ?? '') || 0;
      const comments = [...github.comments.values()].filter(
        (comment) => comment.thread === thread.number && comment.updated >= since,
      );
      return paged(
        call,
        `issues/${thread.number}/comments`,
        comments.map((comment) => commentModel(github, comment)),
      );
    },
  },
  {
    method: 'POST',
    path: 'repos/*/*/issues/*/comments',
    needs: either,
    level: 'write',
    run: (call) => {
      const { github, caller } = call;
      const thread = threadOf(github, call.parts[0] ?? '');
      const comment = github.addComment(thread, userOf(call), bodyOf(call), caller.app);
      return { status: 201, body: commentModel(github, comment), wrote: true };
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/issues/comments/*',
    needs: either,
    level: 'read',
    run: ({ github, parts: [id = ''] }) => ok(commentModel(github, commentOf(github, id))),
  },
  {
    method: 'PATCH',
    path: 'repos/*/*/issues/comments/*',
    needs: either,
    level: 'write',
    run: (call) => {
      const comment = ownComment(call);
      const edited = call.github.editComment(comment, userOf(call), bodyOf(call));
      return { ...ok(commentModel(call.github, edited)), wrote: true };
    },
  },
  {
    method: 'DELETE',
    path: 'repos/*/*/issues/comments/*',
    needs: either,
    level: 'write',
    run: (call) => {
      call.github.comments.delete(ownComment(call).id);
      return { status: 204, body: null, wrote: true };
    },
  },
  {
    method: 'POST',
    path: 'repos/*/*/issues/comments/*/reactions',
    needs: ['issues'],
    level: 'write',
    run: (call) => {
      const { github } = call;
      const comment = commentOf(github, call.parts[0] ?? '');
      const given = member(call.input, 'content');
      const content = reactionContents.find((each) => each === given);
      if (content === undefined) throw validationFailed('Reaction', 'content', 'invalid');
      const { reaction, created } = github.react(comment, userOf(call), content);
      return {
        status: created ? 201 : 200,
        body: reactionModel(github, reaction),
        wrote: created,
      };
    },
  },
];

/** A branch of this repository into another; one that waits already is not asked for again. */
async function openPull(call: RestCall): Promise<RestAnswer> {
  const { github, caller, input, version } = call;
  const text = (name: string): string | null => {
    const value = member(input, name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const [title, head, base] = [text('title'), text('head'), text('base')];
  if (title === null) throw validationFailed('PullRequest', 'title', 'missing_field');
  for (const [field, name] of [
    ['head', head],
    ['base', base],
  ] as const)
    if (name === null || (await github.git.resolve(`refs/heads/${name}`)) === null)
      throw validationFailed('PullRequest', field, 'invalid');
  const waits = [...github.threads.values()].some(
    (each) => each.state === 'open' && each.head === head && each.base === base && !each.fork,
  );
  if (waits)
    throw new GitHubProblem(422, 'Validation Failed', {
      errors: [
        {
          resource: 'PullRequest',
          code: 'custom',
          message: `A pull request already exists for ${github.owner}:${head}.`,
        },
      ],
    });
  const author = userOf(call);
  const thread = putPull(github, {
    title,
    body: text('body'),
    author: author.login,
    head: head ?? '',
    base: base ?? '',
  });
  return { status: 201, body: pullModel(github, caller, thread, version), wrote: true };
}

function threadOf(github: FakeGitHub, number: string): Thread {
  const thread = /^\d{1,10}$/.test(number) ? github.threads.get(Number(number)) : undefined;
  if (thread === undefined) throw notFound();
  return thread;
}

function commentOf(github: FakeGitHub, id: string): Comment {
  const comment = /^\d{1,15}$/.test(id) ? github.comments.get(Number(id)) : undefined;
  if (comment === undefined) throw notFound();
  return comment;
}

/** A comment that the caller may change: their own, or any for who may push. */
function ownComment({ github, caller, parts: [id = ''] }: RestCall): Comment {
  const comment = commentOf(github, id);
  const may =
    comment.author?.id === caller.user?.id ||
    caller.installation ||
    atLeast(effectiveRole(github, caller), 'write');
  if (!may) throw new GitHubProblem(403, 'Must have admin rights to Repository.');
  return comment;
}

function userOf({ caller }: RestCall): User {
  if (caller.user === null) throw new GitHubProblem(401, 'Requires authentication');
  return caller.user;
}

function bodyOf({ input }: RestCall): string {
  const body = member(input, 'body');
  if (typeof body !== 'string' || body.trim() === '')
    throw validationFailed('IssueComment', 'body', 'missing_field');
  if (body.length > longestBody)
    throw new GitHubProblem(422, 'Validation Failed', {
      errors: [
        {
          resource: 'IssueComment',
          field: 'body',
          code: 'custom',
          message: `body is too long (maximum is ${longestBody} characters)`,
        },
      ],
    });
  return body;
}

function member(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null
    ? (input as Record<string, unknown>)[name]
    : undefined;
}
