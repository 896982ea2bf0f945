import { Fault } from '../model/error.ts';
import { line, type Line } from '../report/line.ts';
import { defineCommand } from './command.ts';
import type { LocalSession, RunningSandbox } from './session.ts';

/** Serves a sandbox until it is stopped. */
export const sandbox = defineCommand({
  name: 'sandbox',
  summary: 'run a local Stack Internal to try things on',
  operands: [],
  options: {
    port: { type: 'string', value: 'N', about: 'the port (default: any free one)' },
    data: { type: 'string', value: 'FILE', about: 'keep the state in FILE (default: in memory)' },
    tier: { type: 'string', value: 'TIER', about: 'business (default) or enterprise' },
    team: { type: 'string', value: 'SLUG', about: "the team's slug (enterprise: the main site)" },
    switch: {
      type: 'string',
      multiple: true,
      value: 'NAME=VALUE',
      about: 'how the site behaves; its control page lists them',
    },
    fault: {
      type: 'string',
      multiple: true,
      value: 'JSON',
      about: 'a fault to begin with; its control page tells how',
    },
  },
  notes: '',
  needs: 'nothing',

  async run(session: LocalSession, { options }) {
    const { team, data } = options;
    const tier = options.tier ?? 'business';
    if (tier !== 'business' && tier !== 'enterprise')
      throw usage(`Cannot start the sandbox: tier ${tier}, expected business or enterprise.`);
    const switches = Object.fromEntries(options.switch.map(readSwitch));
    const faults = options.fault.map(readFault);
    const port = portOf(options.port);
    await using running = await session.startSandbox({ port, tier, team, data, switches });
    if (faults.length > 0) await running.addFaults(faults);
    session.announce(running.document, linesOf(running));
    await session.untilStopped();
    return { document: null, lines: () => [], exitCode: 0 };
  },
});

function linesOf({ document, pages }: RunningSandbox): Line[] {
  const { stack, github } = document;
  const place = stack.team === null ? '' : `team: ${stack.team}, `;
  const { key, ...tokens } = stack.tokens;
  return [
    line('A Stack Internal of your own is running; nothing in it is real.', 'heading'),
    line(`  pages     ${pages}`),
    line(`  control   ${stack.url}/_control`),
    ...(github ? [line(`  GitHub    ${github.url}/${github.repository}`)] : []),
    line(''),
    line('In .github/stack-publish.yml:', 'faint'),
    line(`  destination: { tier: ${stack.tier}, ${place}url: "${stack.url}" }`),
    line('Tokens for STACK_ACCESS_TOKEN:', 'faint'),
    ...Object.entries(tokens).map(([name, token]) => line(`  ${name.padEnd(9)} '${token}'`)),
    ...(key === undefined
      ? []
      : [
          line('The API key for STACK_API_KEY, of API v2.3:', 'faint'),
          line(`  key       '${key}'`),
        ]),
    ...(stack.applications
      ? [
          line('Client ids for `stack-publish login`:', 'faint'),
          ...Object.entries(stack.applications).map(([name, id]) =>
            line(`  ${name.padEnd(9)} ${id}`),
          ),
        ]
      : []),
    line(''),
    line('Stop it with Ctrl+C.'),
  ];
}

function portOf(value: string | null): number {
  if (value === null) return 0;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw usage(`Cannot use the port ${value}: expected a number from 0 to 65535.`);
}

/** `bodyEncoding=once`, `latency=100`, `throttle=false`: the value is JSON where it can be. */
function readSwitch(text: string): [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw usage(`Cannot read the switch ${JSON.stringify(text)}: expected NAME=VALUE.`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}

function readFault(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usage(`Cannot read the fault ${JSON.stringify(text)}: expected JSON.`, error);
  }
}

function usage(message: string, cause?: unknown): Fault<'usage'> {
  return new Fault('usage', 'usage', message, {
    remedy: 'Run `stack-publish sandbox --help`.',
    cause,
  });
}
