import { commentOf, readRunEvent } from './run-event.ts';

// The entry of the Action. People comment a lot: what is no command ends here, before anything is
// loaded or asked for.
const event = readRunEvent(process.env);
const command = process.env['INPUT_COMMAND']?.trim() || 'auto';
const isComment = event.name === 'issue_comment';
if (!isComment || (command !== 'auto' && commentOf(event) !== null)) {
  const { runAction } = await import('./run-action.ts');
  process.exitCode = await runAction(command, event);
}
