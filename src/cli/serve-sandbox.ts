import { Fault } from '../model/error.ts';
import { line } from '../report/line.ts';
import type { SandboxDocument } from '../report/documents/sandbox.ts';
import { startSandbox } from '../../sandbox/index.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Serves a sandbox until it is stopped. */
export async function serveSandbox(flags: Arguments['flags'], terminal: Terminal): Promise<number> {
  const tier = flags['tier'] ?? 'business';
  if (tier !== 'business')
    throw usage(`Cannot start the sandbox: tier ${String(tier)}, expected business.`);
  const switches = Object.fromEntries(listOf(flags['switch']).map(readSwitch));
  const faults = listOf(flags['fault']).map(readFault);
  const sandbox = await startSandbox({
    switches,
    port: portOf(flags['port']),
    ...(typeof flags['team'] === 'string' && { team: flags['team'] }),
    ...(typeof flags['data'] === 'string' && { data: flags['data'] }),
  });
  const { stack, github } = sandbox;
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stopped.resolve());
  try {
    if (faults.length > 0) await sandbox.control('faults', faults);
    if (flags['json']) terminal.printDocument({ stack, github } satisfies SandboxDocument);
    else
      terminal.print([
        line('A Stack Internal of your own is running; nothing in it is real.', 'heading'),
        line(`  pages     ${stack.pages}`),
        line(`  control   ${stack.url}/_control`),
        line(`  GitHub    ${github.url}/${github.repository}`),
        line(''),
        line('In .github/stack-publish.yml:', 'faint'),
        line(`  destination: { tier: business, team: ${stack.team}, url: "${stack.url}" }`),
        line('Tokens for STACK_ACCESS_TOKEN:', 'faint'),
        ...Object.entries(stack.tokens).map(([name, token]) =>
          line(`  ${name.padEnd(9)} '${token}'`),
        ),
        line(''),
        line('Stop it with Ctrl+C.'),
      ]);
    await stopped.promise;
  } finally {
    await sandbox.close();
  }
  return 0;
}

function portOf(value: Arguments['flags'][string]): number {
  if (value === undefined) return 0;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw usage(`Cannot use the port ${String(value)}: expected a number from 0 to 65535.`);
}

function listOf(value: Arguments['flags'][string]): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
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
