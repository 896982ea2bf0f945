import { resolve } from 'node:path';
import { systemClock } from '../adapters/system-clock.ts';
import type { Session } from '../commands/session.ts';
import { bugFault, Fault, exitCodeOf } from '../model/error.ts';
import { createDisclosure, type ToldFault, type View } from '../report/audience.ts';
import { errorDocument } from '../report/error-document.ts';
import type { Shown } from '../report/shown.ts';
import { readGitHubStep, type GitHubEvent } from '../wiring/ci/github.ts';
import { connectionsOf } from '../wiring/connections.ts';
import { readEnvironment } from '../wiring/environment.ts';
import { openActionOutput, type ActionOutput } from './action-output.ts';
import { isAdoption } from './decision-inputs.ts';
import { readInputs } from './inputs.ts';
import { offeredCommands } from './offered-commands.ts';

/** Does what one step of a workflow asks for, and returns its exit code. Every way out goes through here. */
export async function runAction(command: string, event: GitHubEvent): Promise<number> {
  const core = await import('@actions/core');
  const inputs = readInputs(core, process.env);
  const step = readGitHubStep(process.env);
  const disclosure = createDisclosure();
  const output = openActionOutput(core, inputs.secrets, step, disclosure.view);
  const cwd = step.workspace;
  const configFile = inputs.config === '' ? null : resolve(cwd, inputs.config);
  const edge = { cwd, configFile, log: output.log, clock: systemClock };
  const environment = readEnvironment(edge, inputs.variables, event);
  const named = commandFor(command, { event, inputs });
  const { view } = disclosure;
  const session: Session = {
    ...connectionsOf(environment),
    disclosure,
    async approvalPlace(approval) {
      const { approvalPlace } = await import('./approval-place.ts');
      const { github } = environment;
      const readFile = (name: string) => session.readFile(name);
      return approvalPlace({ approval, github, workflow: step.workflow, readFile });
    },
    print: (make) => output.lines(view.lines(make(view))),
    ask: null,
  };
  try {
    const run = offeredCommands.get(named);
    if (run) return await run({ inputs, event, environment, output, view, session });
    throw new Fault(
      'usage',
      'usage',
      `Cannot run ${JSON.stringify(command)}, expected one of auto, ${[...offeredCommands.keys()].join(', ')}.`,
      { remedy: 'Correct the input `command`.' },
    );
  } catch (error) {
    const fault = error instanceof Fault ? error : bugFault(error);
    await tellFault(view.fault(fault), named, output, view);
    return exitCodeOf(fault.kind);
  }
}

/** What a job with this input does, by what started it. */
function commandFor(command: string, given: Parameters<typeof isAdoption>[0]): string {
  if (command === 'auto') return given.event.name === 'pull_request' ? 'check' : 'plan';
  return command === 'resolve' && isAdoption(given) ? 'adopt' : command;
}

async function tellFault(
  fault: Shown<ToldFault>,
  command: string,
  output: ActionOutput,
  view: View,
): Promise<void> {
  output.fault(fault);
  output.outputs({ decision: fault.kind === 'policy' ? 'refused' : 'none', reason: fault.code });
  try {
    const { faultSummaryMarkdown } = await import('../report/summary.ts');
    await output.summary((safe) => faultSummaryMarkdown(fault, safe));
    await output.document('result', view.document(errorDocument(command, fault)));
  } catch (error) {
    output.log.warn(`The report could not be written: ${String(error)}`);
  }
}
