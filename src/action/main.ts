import { readGitHubEvent } from '../wiring/ci/github.ts';

// The entry of the Action. People comment a lot: what is no command ends here, before anything is
// loaded or asked for.
const event = readGitHubEvent(process.env);
const command = process.env['INPUT_COMMAND']?.trim() || 'auto';
const isComment = event.name === 'issue_comment';
if (!isComment || (command !== 'auto' && event.comment !== null)) {
  const { runAction } = await import('./run-action.ts');
  process.exitCode = await runAction(command, event);
}
