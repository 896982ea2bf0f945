import { effectiveRole } from '../access.ts';
import type { Hub } from '../hub.ts';
import { commentModel, pullModel, reactionModel } from '../models/thread-model.ts';
import { HubProblem, notFound, validationFailed } from '../problem.ts';
import { reactionContents, type Comment, type Thread } from '../records.ts';
import type { PermissionName } from '../tokens.ts';
import { atLeast, type User } from '../users.ts';
import { paged } from './paged.ts';
import { ok, type RestCall, type Route } from './rest-call.ts';

const either: readonly PermissionName[] = ['issues', 'pull-requests'];
const longestBody = 65_536;

export const threadRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'repos/*/*/pulls/*',
    needs: ['pull-requests'],
    level: 'read',
    run: ({ hub, caller, parts: [number = ''], version }) => {
      const thread = threadOf(hub, number);
      if (thread.kind !== 'pull') throw notFound();
      return ok(pullModel(hub, caller, thread, version));
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/issues/*/comments',
    needs: either,
    level: 'read',
    run: (call) => {
      const { hub, query } = call;
      const thread = threadOf(hub, call.parts[0] ?? '');
      const since = Date.parse(query.get('since') ?? '') || 0;
      const comments = [...hub.comments.values()].filter(
        (comment) => comment.thread === thread.number && comment.updated >= since,
      );
      return paged(
        call,
        `issues/${thread.number}/comments`,
        comments.map((comment) => commentModel(hub, comment)),
      );
    },
  },
  {
    method: 'POST',
    path: 'repos/*/*/issues/*/comments',
    needs: either,
    level: 'write',
    run: (call) => {
      const { hub, caller } = call;
      const thread = threadOf(hub, call.parts[0] ?? '');
      const comment = hub.addComment(thread, userOf(call), bodyOf(call), caller.app);
      return { status: 201, body: commentModel(hub, comment), wrote: true };
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/issues/comments/*',
    needs: either,
    level: 'read',
    run: ({ hub, parts: [id = ''] }) => ok(commentModel(hub, commentOf(hub, id))),
  },
  {
    method: 'PATCH',
    path: 'repos/*/*/issues/comments/*',
    needs: either,
    level: 'write',
    run: (call) => {
      const comment = ownComment(call);
      const edited = call.hub.editComment(comment, userOf(call), bodyOf(call));
      return { ...ok(commentModel(call.hub, edited)), wrote: true };
    },
  },
  {
    method: 'DELETE',
    path: 'repos/*/*/issues/comments/*',
    needs: either,
    level: 'write',
    run: (call) => {
      call.hub.comments.delete(ownComment(call).id);
      return { status: 204, body: null, wrote: true };
    },
  },
  {
    method: 'POST',
    path: 'repos/*/*/issues/comments/*/reactions',
    needs: ['issues'],
    level: 'write',
    run: (call) => {
      const { hub } = call;
      const comment = commentOf(hub, call.parts[0] ?? '');
      const given = member(call.input, 'content');
      const content = reactionContents.find((each) => each === given);
      if (content === undefined) throw validationFailed('Reaction', 'content', 'invalid');
      const { reaction, created } = hub.react(comment, userOf(call), content);
      return {
        status: created ? 201 : 200,
        body: reactionModel(hub, reaction),
        wrote: created,
      };
    },
  },
];

function threadOf(hub: Hub, number: string): Thread {
  const thread = /^\d{1,10}$/.test(number) ? hub.threads.get(Number(number)) : undefined;
  if (thread === undefined) throw notFound();
  return thread;
}

function commentOf(hub: Hub, id: string): Comment {
  const comment = /^\d{1,15}$/.test(id) ? hub.comments.get(Number(id)) : undefined;
  if (comment === undefined) throw notFound();
  return comment;
}

/** A comment that the caller may change: their own, or any for who may push. */
function ownComment({ hub, caller, parts: [id = ''] }: RestCall): Comment {
  const comment = commentOf(hub, id);
  const may =
    comment.author?.id === caller.user?.id ||
    caller.installation ||
    atLeast(effectiveRole(hub, caller), 'write');
  if (!may) throw new HubProblem(403, 'Must have admin rights to Repository.');
  return comment;
}

function userOf({ caller }: RestCall): User {
  if (caller.user === null) throw new HubProblem(401, 'Requires authentication');
  return caller.user;
}

function bodyOf({ input }: RestCall): string {
  const body = member(input, 'body');
  if (typeof body !== 'string' || body.trim() === '')
    throw validationFailed('IssueComment', 'body', 'missing_field');
  if (body.length > longestBody)
    throw new HubProblem(422, 'Validation Failed', {
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
