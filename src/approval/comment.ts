import type { ApprovalForge, ForgeComment } from '../ports/approval-forge.ts';
import type { EvidenceReader, Person } from './approval.ts';
import type { CommentCommand } from './comment-command.ts';
import { personOf } from './person-of.ts';
import { refused } from './refused.ts';
import { requireRun } from './require-run.ts';
import type { Running } from './running.ts';

/** The comment that started the run, as the event has it. */
export interface CommentEvent {
  readonly id: number;
  readonly body: string;
  readonly author: number;
  readonly pull: number;
  /** What the whole of its body asks for. */
  readonly command: CommentCommand;
}

/**
 * The yes of a comment on a pull request. Who starts its run again has said no yes to anything, and so
 * needs a role too.
 */
export function commentReader(options: {
  readonly forge: Pick<ApprovalForge, 'name' | 'comment' | 'roleOf' | 'workflowRun'>;
  readonly running: Running;
  readonly event: CommentEvent;
}): EvidenceReader {
  const { forge, running, event } = options;
  const { attempt } = running;
  return async (digest) => {
    if (event.command.kind !== 'publish' || event.command.digest !== digest)
      throw refused(
        'approval-missing',
        `the comment does not approve ${digest}`,
        'Leave the input `digest` empty where a comment approves: it is taken from there.',
      );
    const { comment, author } = await unchangedComment(event, forge);
    const people = [author];
    if (attempt > 1) {
      const run = await forge.workflowRun(running.id, attempt);
      const { triggeringActor } = requireRun(run, forge, 'issue_comment');
      people.push(await personOf(triggeringActor, forge, 'started the run again', anew));
    }
    return {
      evidence: {
        mechanism: 'comment',
        verified: true,
        by: { id: author.id, login: author.login },
        evidence: commentAddress(running, event),
        digest,
        at: comment.created,
      },
      people,
      attempt,
    };
  };
}

const anew = 'Write a new comment.';

/** The page of a comment: the name of its evidence. */
export function commentAddress(
  { repositoryUrl, pullPath }: Pick<Running, 'repositoryUrl' | 'pullPath'>,
  { pull, id }: CommentEvent,
): string {
  return `${repositoryUrl}/${pullPath}/${pull}#issuecomment-${id}`;
}

/**
 * The comment as it is now, and who wrote it. It is read again, as it may have been changed or deleted
 * since the event; one that ever was edited does not count, nor one that no person wrote.
 */
export async function unchangedComment(
  event: CommentEvent,
  forge: Pick<ApprovalForge, 'name' | 'comment' | 'roleOf'>,
): Promise<{ readonly comment: ForgeComment; readonly author: Person }> {
  const comment = await forge.comment(event.id);
  if (!comment)
    throw refused(
      'approval-missing',
      'the comment is gone, or the token may not read it',
      'Write a new comment, and give the job `pull-requests: read`.',
    );
  const { author } = comment;
  const same =
    comment.id === event.id &&
    comment.body === event.body &&
    comment.thread === event.pull &&
    author?.id === event.author;
  if (!same || comment.edited)
    throw refused(
      'approval-changed',
      'the comment was edited, or is not the one that started the run',
      'Write a new comment with the command alone.',
    );
  if (comment.viaApp)
    throw refused(
      'approver-not-a-person',
      `an app wrote the comment, on its own or for ${JSON.stringify(author.login)}`,
      'Write the comment on the website.',
    );
  // Before the forge is asked for the role, as it may know no such collaborator.
  if (author.type !== 'User')
    throw refused(
      'approver-not-a-person',
      `${JSON.stringify(author.login)} is not a person's account`,
      'Let a person write the comment.',
    );
  return { comment, author: await personOf(author, forge, 'wrote the comment', anew) };
}
