import * as z from 'zod/mini';
import { command, type Commands } from '../../control/command.ts';
import { id, misuse } from '../../control/input.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { Comment, Thread } from '../records.ts';
import { login, userOf } from './input.ts';
import { pullSchema, putPull } from './put-pull.ts';

/** The changes to pull requests, issues and their comments. */
export const threadCommands: Commands<FakeGitHub> = new Map([
  command('pull-request', pullSchema, putPull),
  command('pull-requests', z.strictObject({ pulls: z.array(pullSchema) }), (github, { pulls }) =>
    pulls.map((pull) => putPull(github, pull).number),
  ),
  command(
    'label',
    z.strictObject({
      number: id,
      add: z.optional(z.array(z.string())),
      remove: z.optional(z.array(z.string())),
    }),
    (github, { number, add = [], remove = [] }) => {
      const thread = threadOf(github, number);
      const labels = new Set([...thread.labels, ...add]);
      for (const label of remove) labels.delete(label);
      return github.putThread({
        ...thread,
        labels: [...labels],
        updated: github.clock.now(),
      });
    },
  ),
  command(
    'comment',
    z.strictObject({ number: id, body: z.string(), by: login, app: z.optional(z.string()) }),
    (github, input) =>
      github.addComment(
        threadOf(github, input.number),
        userOf(github, input.by),
        input.body,
        input.app ?? null,
      ),
  ),
  command(
    'edit-comment',
    z.strictObject({ id, body: z.string(), by: z.optional(login) }),
    (github, input) => {
      const comment = commentOf(github, input.id);
      const editor = input.by === undefined ? comment.author : userOf(github, input.by);
      if (editor === null) throw misuse(`Cannot edit comment ${input.id}: its author is gone.`);
      return github.editComment(comment, editor, input.body);
    },
  ),
  command('delete-comment', z.strictObject({ id }), (github, input) => {
    github.comments.delete(commentOf(github, input.id).id);
    return {};
  }),
]);

function threadOf(github: FakeGitHub, number: number): Thread {
  const thread = github.threads.get(number);
  if (thread === undefined) throw misuse(`Cannot find #${number}: there is no such number.`);
  return thread;
}

function commentOf(github: FakeGitHub, id: number): Comment {
  const comment = github.comments.get(id);
  if (comment === undefined) throw misuse(`Cannot find comment ${id}: there is no such id.`);
  return comment;
}
