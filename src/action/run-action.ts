import { resolve } from 'node:path';
import { systemClock } from '../adapters/system-clock.ts';
import type { Session } from '../commands/session.ts';
import { Fault, exitCodeOf } from '../model/error.ts';
import { createDisclosure, type Disclosure } from '../report/audience.ts';
import { errorDocument } from '../report/error-document.ts';
import { readGitHubStep, type GitHubEvent } from '../wiring/ci/github.ts';
import { connectionsOf } from '../wiring/connections.ts';
import { readEnvironment } from '../wiring/environment.ts';
import { openActionOutput, type ActionOutput } from './action-output.ts';
import { readInputs } from './inputs.ts';
import { offeredCommands } from './offered-commands.ts';

/** Does what one step of a workflow asks for, and returns its exit code. Every way out goes through here. */
export async function runAction(command: string, event: GitHubEvent): Promise<number> {
  const core = await import('@actions/core');
  const inputs = readInputs(core, process.env);
  const step = readGitHubStep(process.env);
  const disclosure = createDisclosure();
  const output = openActionOutput(core, inputs.secrets, step, disclosure.at('log'));
  const cwd = step.workspace;
  const configFile = inputs.config === '' ? null : resolve(cwd, inputs.config);
  const edge = { cwd, configFile, log: output.log, clock: systemClock };
  const environment = readEnvironment(edge, inputs.variables, event);
  const named = command === 'auto' ? (event.name === 'pull_request' ? 'check' : 'plan') : command;
  const view = disclosure.at('log');
  const session: Session = {
    ...connectionsOf(environment),
    disclosure,
    print: (make) => output.lines(view.lines(make(view))),
    ask: null,
  };
  try {
    const run = offeredCommands.get(named);
    if (run) return await run({ inputs, environment, output, disclosure, session });
    throw new Fault(
      'usage',
      'usage',
      `Cannot run ${JSON.stringify(command)}, expected one of auto, ${[...offeredCommands.keys()].join(', ')}.`,
      { remedy: 'Correct the input `command`.' },
    );
  } catch (error) {
    const fault = error instanceof Fault ? error : bug(error);
    await tellFault(fault, named, output, disclosure);
    return exitCodeOf(fault.kind);
  }
}

async function tellFault(
  fault: Fault,
  command: string,
  output: ActionOutput,
  disclosure: Disclosure,
): Promise<void> {
  output.fault(disclosure.at('log').fault(fault));
  output.outputs({ decision: fault.kind === 'policy' ? 'refused' : 'none', reason: fault.code });
  try {
    const { faultSummaryMarkdown } = await import('../report/summary.ts');
    const onPage = disclosure.at('page').fault(fault);
    await output.summary((safe) => faultSummaryMarkdown(onPage, safe));
    const inFile = disclosure.at('file');
    await output.document('result', inFile.document(errorDocument(command, inFile.fault(fault))));
  } catch (error) {
    output.log.warn(`The report could not be written: ${String(error)}`);
  }
}

function bug(error: unknown): Fault<'internal'> {
  const seen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Fault('internal', 'internal', `This is a bug in stack-publish: ${seen}`, {
    remedy: 'Report it with this text.',
    cause: error,
  });
}
