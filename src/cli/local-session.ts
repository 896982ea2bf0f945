import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Connections, LocalSession } from '../commands/session.ts';
import type { Disclosure, View } from '../report/audience.ts';
import { line } from '../report/line.ts';
import type { Variables } from '../wiring/variables.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with at a terminal, or in a script. */
export function localSession(options: {
  readonly connections: Connections;
  readonly terminal: Terminal;
  readonly disclosure: Disclosure;
  readonly view: View;
  readonly variables: Variables;
  readonly json: boolean;
  /** Leaves Ctrl+C to whoever waits for it. */
  readonly releaseInterrupt: () => void;
}): LocalSession {
  const { connections, terminal, disclosure, view, variables, json } = options;
  return {
    ...connections,
    disclosure,
    async approvalPlace({ accept, environment }) {
      const { anyPlace } = await import('../report/how-to-approve.ts');
      return anyPlace(accept, environment);
    },
    print: (make) => terminal.print(view.lines(make(view))),
    ask: json ? null : terminal.ask,
    async startSandbox({ switches, port, tier, team, data }) {
      const { startSandbox } = await import('../../sandbox/start-sandbox.ts');
      const sandbox = await startSandbox({
        switches,
        port,
        tier,
        team,
        ...(data !== null && { data }),
      });
      const { stack, github } = sandbox;
      return {
        document: { stack, github },
        pages: stack.pages,
        async addFaults(faults) {
          await sandbox.control('faults', faults);
        },
        [Symbol.asyncDispose]: () => sandbox.close(),
      };
    },
    announce(document, lines) {
      if (json) terminal.printDocument(view.document(document));
      else terminal.print(view.lines(lines));
    },
    instruct: (lines) => terminal.instruct(lines),
    askLine: json ? null : terminal.askLine,
    async readLine() {
      // Nothing was written, and nothing has to be recorded.
      options.releaseInterrupt();
      const { readLine } = await import('./read-line.ts');
      return readLine(process.stdin);
    },
    showSecret: json ? null : terminal.showSecret,
    async untilStopped() {
      options.releaseInterrupt();
      const stopped = Promise.withResolvers<void>();
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => stopped.resolve());
      await stopped.promise;
    },
    async playDemo({ keep, destination }) {
      options.releaseInterrupt();
      const { playDemo } = await import('../../sandbox/demo/play-demo.ts');
      return playDemo({
        keep,
        destination: destination ?? 'business-v3',
        variables,
        command: process.argv[1] ?? '',
        example: exampleFolder(),
        print: (text, tone) => terminal.print(view.lines([line(text, tone)])),
        error: (text) => terminal.log.error(text),
      });
    },
  };
}

/** The example of the package, beside the source tree or beside the bundle. */
function exampleFolder(): string | null {
  const places = ['../examples/handbook', '../../examples/handbook'];
  const paths = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return paths.find((path) => existsSync(path)) ?? null;
}
