import { readFileSync } from 'node:fs';
import { commentCommand } from '../approval/comment-command.ts';
import type { CommentEvent } from '../approval/comment.ts';

/** The event that started the run. Its payload is the runner's, and the texts in it are hostile. */
export interface RunEvent {
  readonly name: string;
  /** Null where it cannot be read. */
  readonly payload: Members | null;
}

type Members = Readonly<Record<string, unknown>>;

/** Reads the event as the runner left it. Never throws. */
export function readRunEvent(env: Readonly<Record<string, string | undefined>>): RunEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  try {
    const text = readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8');
    return { name, payload: membersOf(JSON.parse(text)) };
  } catch {
    return { name, payload: null };
  }
}

/** The comment that may approve: a new one on a pull request, all of it the command; else null. */
export function commentOf({ name, payload }: RunEvent): CommentEvent | null {
  if (name !== 'issue_comment' || payload?.['action'] !== 'created') return null;
  const issue = membersOf(payload['issue']);
  const comment = membersOf(payload['comment']);
  if (!issue || !comment || !membersOf(issue['pull_request'])) return null;
  const { id, body } = comment;
  const author = membersOf(comment['user'])?.['id'];
  const pull = issue['number'];
  if (typeof body !== 'string' || commentCommand(body) === null) return null;
  return isId(id) && isId(author) && isId(pull) ? { id, body, author, pull } : null;
}

/** The values of the inputs that a person gave when starting the run. */
export function inputsOf({ name, payload }: RunEvent): readonly string[] {
  if (name !== 'workflow_dispatch') return [];
  return Object.values(membersOf(payload?.['inputs']) ?? {}).flatMap((value) =>
    typeof value === 'string' ? [value.trim()] : [],
  );
}

/** The id of the account that the event comes from, where it is told. */
export function senderOf({ payload }: RunEvent): number | null {
  const id = membersOf(payload?.['sender'])?.['id'];
  return isId(id) ? id : null;
}

/** The default branch, where the event names it. */
export function defaultBranchOf({ payload }: RunEvent): string | null {
  const name = membersOf(payload?.['repository'])?.['default_branch'];
  return typeof name === 'string' && name !== '' ? name : null;
}

function membersOf(value: unknown): Members | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : null;
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
