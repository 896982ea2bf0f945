import type { Sandbox } from '../../sandbox/index.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import type { Command } from '../../src/commands/command.ts';
import { optionValues } from '../../src/commands/command.ts';
import { adopt } from '../../src/commands/adopt.ts';
import { plan } from '../../src/commands/plan.ts';
import { publish } from '../../src/commands/publish.ts';
import { resolve } from '../../src/commands/resolve.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { silent, type Log } from '../../src/ports/log.ts';
import { createDisclosure } from '../../src/report/audience.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import type { ResolveDocument } from '../../src/report/documents/resolve.ts';
import { anyPlace } from '../../src/report/how-to-approve.ts';
import { connectionsOf } from '../../src/wiring/connections.ts';
import { readEnvironment } from '../../src/wiring/environment.ts';
import type { Checkout } from './checkout.ts';

/**
 * Plans and publishes in a checkout as the command line does, real git and HTTP and all, but without a
 * process for each: for stories that are told on many sites. What refuses a run is thrown.
 */
export function inProcess(
  { folder }: Pick<Checkout, 'folder'>,
  { stack: { tokens } }: Sandbox,
  more: Readonly<Record<string, string>> = {},
  { clock = systemClock, log = silent }: { readonly clock?: Clock; readonly log?: Log } = {},
) {
  const variables = {
    STACK_ACCESS_TOKEN: tokens.write,
    ...(tokens.key !== undefined && { STACK_API_KEY: tokens.key }),
    ...more,
  };
  const run = async <Document>(
    command: Command,
    given: Readonly<Record<string, unknown>>,
    operands: readonly string[] = [],
  ) => {
    const edge = { cwd: folder, configFile: null, log, clock };
    const disclosure = createDisclosure();
    const session = {
      ...connectionsOf(readEnvironment(edge, variables, null)),
      disclosure,
      approvalPlace: async () => anyPlace([], ''),
      print() {},
      ask: null,
    };
    const options = optionValues(command.options, given);
    const { document } = await command.run(session, { operands, options, verbose: false });
    if (document === null) throw new Error(`no document from ${command.name}`);
    return disclosure.view.document(document) as Document;
  };
  const commands = {
    plan: () => run<PlanDocument>(plan, {}),
    publish: (digest: string) => run<PublishDocument>(publish, { digest }),
    adoptAll: () => run<PlanDocument>(adopt, { all: true }),
    resolve: (source: string, how: string) => run<ResolveDocument>(resolve, {}, [source, how]),
    /** Plans, approves the plan and publishes it. */
    async publishAll() {
      const planned = await commands.plan();
      if (planned.digest === null) throw new Error(`nothing to do: ${JSON.stringify(planned)}`);
      return commands.publish(planned.digest);
    },
  };
  return commands;
}
