import * as z from 'zod/mini';
import { date, id } from '../../control/input.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { Thread } from '../records.ts';
import type { User } from '../users.ts';
import { login, userOf } from './input.ts';

export const pullSchema = z.strictObject({
  /** The next one where left out; a known one is changed. */
  number: z.optional(id),
  issue: z.optional(z.boolean()),
  title: z.optional(z.string()),
  body: z.optional(z.nullable(z.string())),
  labels: z.optional(z.array(z.string())),
  /** Null: the account was deleted. */
  author: z.optional(z.nullable(login)),
  state: z.optional(z.enum(['open', 'closed', 'merged'])),
  base: z.optional(z.string()),
  head: z.optional(z.string()),
  /** Its branch is of a fork. */
  fork: z.optional(z.boolean()),
  created: z.optional(date),
  updated: z.optional(date),
  merged: z.optional(date),
  mergedBy: z.optional(login),
  mergeCommit: z.optional(z.string()),
});
export type PullInput = z.input<typeof pullSchema>;

/** Opens a pull request or an issue, or changes the one with this number. */
export function putPull(github: FakeGitHub, input: z.output<typeof pullSchema>): Thread {
  const now = github.clock.now();
  const at = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Date.parse(text);
  const known = input.number === undefined ? undefined : github.threads.get(input.number);
  const number = input.number ?? github.nextNumber();
  const merged = at(input.merged) ?? known?.merged ?? (input.state === 'merged' ? now : null);
  const state = merged === null ? (input.state ?? known?.state ?? 'open') : 'merged';
  const edited = known !== undefined && input.body !== undefined && input.body !== known.body;
  return github.putThread({
    kind: known?.kind ?? (input.issue === true ? 'issue' : 'pull'),
    number,
    title: input.title ?? known?.title ?? `Change ${number}`,
    body: input.body === undefined ? (known?.body ?? null) : input.body,
    labels: input.labels ?? known?.labels ?? [],
    author: input.author === null ? null : authorOf(github, input.author, known),
    state,
    base: input.base ?? known?.base ?? github.defaultBranch,
    head: input.head ?? known?.head ?? `change-${number}`,
    fork: input.fork ?? known?.fork ?? false,
    created: at(input.created) ?? known?.created ?? Math.min(now, merged ?? now),
    updated: at(input.updated) ?? (known === undefined ? (merged ?? now) : now),
    closed: merged ?? (state === 'closed' ? (known?.closed ?? now) : null),
    merged,
    mergedBy:
      merged === null
        ? null
        : userOf(github, input.mergedBy ?? known?.mergedBy?.login ?? 'mia-maintain'),
    mergeCommit:
      merged === null
        ? null
        : (input.mergeCommit ?? known?.mergeCommit ?? github.madeUpCommit(number)),
    lastEdited: edited ? now : (known?.lastEdited ?? null),
  });
}

/** Who is named, else who it was before; somebody who may write where neither is known. */
function authorOf(github: FakeGitHub, name: string | undefined, known: Thread | undefined): User {
  if (name !== undefined) return userOf(github, name);
  return known?.author ?? userOf(github, 'will-write');
}
