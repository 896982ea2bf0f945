import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Fault } from '../model/error.ts';

const shared = {
  config: { type: 'string' },
  cwd: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

const planning = {
  source: { type: 'string', multiple: true },
  full: { type: 'boolean' },
  recompose: { type: 'boolean' },
  index: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** The flags of each command, beside those that all have. */
const flags = {
  check: {},
  plan: { ...planning, strict: { type: 'boolean' } },
  publish: { ...planning, digest: { type: 'string' } },
  sandbox: {
    port: { type: 'string' },
    data: { type: 'string' },
    tier: { type: 'string' },
    team: { type: 'string' },
    switch: { type: 'string', multiple: true },
    fault: { type: 'string', multiple: true },
  },
  demo: { keep: { type: 'boolean' } },
} as const satisfies Record<string, ParseArgsOptionsConfig>;

export type CommandName = keyof typeof flags;

export const commandNames = Object.keys(flags) as readonly CommandName[];

/** A command line, understood. Flags that were not given are absent. */
export interface Arguments {
  readonly command: CommandName | null;
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Reads a command line. Throws `usage` with the nearest name where one is not known. */
export function readArguments(args: readonly string[]): Arguments {
  const name = args.find((arg) => !arg.startsWith('-')) ?? null;
  const command = commandNames.find((known) => known === name) ?? null;
  if (name !== null && command === null)
    throw usage(`Cannot run ${JSON.stringify(name)}: it is not a command.`);
  const options: ParseArgsOptionsConfig = { ...shared, ...(command ? flags[command] : {}) };
  const rest = name === null ? [...args] : args.toSpliced(args.indexOf(name), 1);
  try {
    // `--source a b` takes several keys, as `--source a --source b` does.
    const { values } = parseArgs({ args: repeated(rest, 'source'), options, strict: true });
    return { command, flags: values as Arguments['flags'] };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's sentence names the flag; what follows its first sentence is advice for programmers.
    const [sentence = ''] = error.message.split(/\. |\.$/);
    throw usage(`Cannot run${command ? ` ${command}` : ''}: ${sentence}.`);
  }
}

function usage(message: string): Fault<'usage'> {
  return new Fault('usage', 'usage', message, {
    remedy: 'Run `stack-publish --help` for the commands and their flags.',
  });
}

/** Writes `--name a b` as `--name a --name b`. */
function repeated(args: readonly string[], name: string): string[] {
  const result: string[] = [];
  let taking = false;
  for (const arg of args) {
    if (arg.startsWith('-')) taking = arg === `--${name}` || arg.startsWith(`--${name}=`);
    else if (taking && result.at(-1) !== `--${name}`) result.push(`--${name}`);
    result.push(arg);
  }
  return result;
}
