import type { DecisionCommand } from '../approval/comment-command.ts';
import { Fault } from '../model/error.ts';
import { resolutionNames } from '../model/resolution.ts';
import { readSourceWord } from '../model/source-word.ts';
import type { GitHubEvent } from '../wiring/ci/github.ts';
import type { Inputs } from './inputs.ts';

/** What a decision can be given by. */
interface Given {
  readonly event: GitHubEvent;
  readonly inputs: Pick<Inputs, 'source' | 'url' | 'resolution'>;
}

/** Whether a job that resolves was asked to link a post. */
export function isAdoption({ event, inputs }: Given): boolean {
  if (event.comment) return event.comment.command.kind === 'adopt';
  return inputs.url !== '' && inputs.resolution === '';
}

/**
 * What a person decided: a comment names all of it, a run by hand has it in its inputs. Throws `usage`
 * where something is missing, and where nobody can have decided.
 */
export function givenDecision(kind: DecisionCommand['kind'], { event, inputs }: Given) {
  const asked = event.comment?.command;
  if (asked && asked.kind !== 'publish') return asked;
  if (event.name !== 'workflow_dispatch')
    throw unusable(
      kind,
      `the run was started by ${JSON.stringify(event.name)}, expected a new comment (issue_comment) or a start by hand (workflow_dispatch)`,
      `Run \`command: ${kind}\` in a job of its own, which only these two events start.`,
    );
  const source = readSourceWord(inputs.source);
  if (source === null)
    throw unusable(
      kind,
      `the input \`source\` is ${inputs.source === '' ? 'empty' : JSON.stringify(inputs.source)}, expected the key of a source`,
      'Give the key that the plan shows for it.',
    );
  return kind === 'adopt' ? adoption(source, inputs) : resolution(source, inputs);
}

function adoption(source: string, { url, resolution }: Given['inputs']): DecisionCommand {
  if (resolution !== '') throw both('adopt');
  if (url === '')
    throw unusable(
      'adopt',
      'the input `url` is empty, expected the address of a post',
      'Give the address that the browser shows for the post.',
    );
  return { kind: 'adopt', source, url };
}

function resolution(source: string, { url, resolution }: Given['inputs']): DecisionCommand {
  if (url !== '') throw both('resolve');
  const known = resolutionNames.find((name) => name === resolution);
  if (known) return { kind: 'resolve', source, resolution: known };
  const seen = resolution === '' ? 'empty' : JSON.stringify(resolution);
  throw unusable(
    'resolve',
    `the input \`resolution\` is ${seen}, expected one of ${resolutionNames.join(', ')}`,
    'Give one of these, or in `url` the address of a post to link.',
  );
}

function both(kind: DecisionCommand['kind']): Fault<'usage'> {
  return unusable(
    kind,
    'both `resolution` and `url` are given',
    'Give `resolution` to end a hold, or `url` to link a post.',
  );
}

function unusable(kind: DecisionCommand['kind'], seen: string, remedy: string): Fault<'usage'> {
  return new Fault('usage', 'usage', `Cannot ${kind}: ${seen}.`, { remedy });
}
