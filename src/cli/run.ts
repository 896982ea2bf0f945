import { resolve } from 'node:path';
import { systemClock } from '../adapters/system-clock.ts';
import { toldDocument } from '../commands/telling/told-document.ts';
import { bugFault, Fault, exitCodeOf } from '../model/error.ts';
import { version } from '../model/version.ts';
import { createDisclosure, type View } from '../report/audience.ts';
import { errorDocument } from '../report/error-document.ts';
import { line } from '../report/line.ts';
import { placeText } from '../report/finding-lines.ts';
import { connectionsOf } from '../wiring/connections.ts';
import { readEnvironment } from '../wiring/environment.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { helpText } from './help.ts';
import { takeInterrupt } from './interrupt.ts';
import { localSession } from './local-session.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Runs one command line and returns its exit code. Every way out goes through here. */
export async function run(args: readonly string[]): Promise<number> {
  const variables = process.env;
  // The command line may be what is wrong, and errors are documents too where JSON was asked for.
  const json = args.includes('--json');
  const level = args.includes('--quiet')
    ? 'quiet'
    : args.includes('--verbose')
      ? 'verbose'
      : 'normal';
  const disclosure = createDisclosure();
  const { view } = disclosure;
  const terminal = openTerminal({ variables, level, view });
  let named: string | null = null;
  try {
    const parsed = readArguments(args);
    const { command, shared, help } = parsed;
    named = command?.name ?? null;
    if (parsed.version) terminal.print(view.lines([line(version)]));
    else if (help || command === null) {
      const text = helpText(command).trimEnd().split('\n');
      terminal.print(view.lines(text.map((each) => line(each))));
      if (command === null && !help) return 2;
    } else {
      const interrupt = takeInterrupt(terminal.log, command.stopped);
      const environment = readEnvironment(edgeOf(shared, interrupt), variables, null);
      const connections = connectionsOf(environment);
      const session = localSession({
        connections,
        terminal,
        disclosure,
        view,
        variables,
        json,
        releaseInterrupt: () => interrupt.release(),
      });
      const { options, operands } = parsed;
      const result = await command.run(session, { operands, options, verbose: shared.verbose });
      if (!json) terminal.print(view.lines(await result.lines(view)));
      const document = await toldDocument(result, { ...session, log: terminal.log, view });
      if (json && document) terminal.printDocument(view.document(document));
      return result.exitCode;
    }
    return 0;
  } catch (error) {
    const fault = error instanceof Fault ? error : bugFault(error);
    const told = view.fault(fault);
    if (json) terminal.printDocument(view.document(errorDocument(named, told)));
    else report(terminal, told);
    if (error instanceof Fault && level === 'verbose')
      terminal.printTrace(error.stack ?? error.message);
    return exitCodeOf(fault.kind);
  }
}

function edgeOf(
  { cwd, config }: Arguments['shared'],
  { log, signal }: ReturnType<typeof takeInterrupt>,
) {
  return {
    cwd: resolve(cwd ?? '.'),
    configFile: config === null ? null : resolve(config),
    log,
    stop: signal,
    clock: systemClock,
  };
}

/** Tells a person what was seen and what to do; with --json the document says it. */
function report(
  terminal: Terminal,
  { code, message, remedy, place }: ReturnType<View['fault']>,
): void {
  const { log } = terminal;
  const at = place && !message.includes(placeText(place)) ? `${placeText(place)}: ` : '';
  const [first = '', ...more] = `${at}${message}`.split('\n');
  log.error(`${first} [${code}]`);
  terminal.printTrace([...more, remedy].map((each) => `  ${each}`).join('\n'));
}
