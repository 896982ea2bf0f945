import type { CommentCommand } from '../approval/comment-command.ts';
import { readGitHubEvent } from '../wiring/ci/github.ts';

// The entry of the Action. People comment a lot: what is no command ends here, before anything is
// loaded or asked for.
const event = readGitHubEvent(process.env);
const command = process.env['INPUT_COMMAND']?.trim() || 'auto';
const isComment = event.name === 'issue_comment';
if (!isComment || isFor(command, event.comment?.command.kind)) {
  const { runAction } = await import('./run-action.ts');
  process.exitCode = await runAction(command, event);
}

/** Whether a job with this command is the one that a comment asks, if it asks for something. */
function isFor(job: string, asked: CommentCommand['kind'] | undefined): boolean {
  if (asked === undefined || job === 'auto') return false;
  // A job for decisions takes both kinds of them, and none of them is another job's.
  if (asked === 'publish') return job !== 'resolve' && job !== 'adopt';
  return job === 'resolve' || job === asked;
}
