import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Fault } from '../model/error.ts';
import { nearestName } from '../model/nearest-name.ts';

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
  status: { full: { type: 'boolean' } },
  adopt: {},
  resolve: {},
  doctor: {},
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

/** What each command takes beside flags. */
const operands: Partial<Record<CommandName, readonly string[]>> = {
  adopt: ['SOURCE', 'URL'],
  resolve: ['SOURCE', 'source|site|recreate|forget'],
};

/** A command line, understood. Flags that were not given are absent. */
export interface Arguments {
  readonly command: CommandName | null;
  /** What stands beside the flags, as many as the command takes. */
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Reads a command line. Throws `usage` with the nearest name where one is not known. */
export function readArguments(args: readonly string[]): Arguments {
  const at = commandPlace(args);
  const name = args[at] ?? null;
  const command = commandNames.find((known) => known === name) ?? null;
  if (name !== null && command === null) {
    const near = nearestName(name, commandNames);
    const meant = near ? `, did you mean ${near}?` : '.';
    throw usage(`Cannot run ${JSON.stringify(name)}: it is not a command${meant}`);
  }
  const options: ParseArgsOptionsConfig = { ...shared, ...(command ? flags[command] : {}) };
  const rest = name === null ? [...args] : args.toSpliced(at, 1);
  try {
    // `--source a b` takes several keys, as `--source a --source b` does.
    const { values, positionals } = parseArgs({
      args: repeated(rest, 'source'),
      options,
      strict: true,
      allowPositionals: true,
    });
    const expected = command ? (operands[command] ?? []) : [];
    if (positionals.length !== expected.length && !values['help'])
      throw usage(
        `Cannot run ${command ?? 'this'}: ${positionals.length} words beside the flags, expected ${expected.join(' ') || 'none'}.`,
      );
    return { command, operands: positionals, flags: values as Arguments['flags'] };
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

/** Where the command stands: the first word that is neither a flag nor a flag's value. */
function commandPlace(args: readonly string[]): number {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) return at;
    const flag = Object.entries<{ type: string }>(shared).find(([name]) => arg === `--${name}`);
    if (flag?.[1].type === 'string') at++;
  }
  return args.length;
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
