import { parseArgs } from 'node:util';
import {
  optionValues,
  type Command,
  type CommandOptions,
  type OptionValues,
} from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { counted } from '../model/counted.ts';
import { Fault } from '../model/error.ts';
import { nearestName } from '../model/nearest-name.ts';
import { plainOptions, sharedOptions } from './shared-options.ts';

/** A command line, understood. */
export interface Arguments {
  readonly command: Command | null;
  /** What stands beside the flags, as many as the command takes. */
  readonly operands: readonly string[];
  /** The command's own flags. */
  readonly options: OptionValues<Command['options']>;
  readonly shared: OptionValues<typeof sharedOptions>;
  readonly help: boolean;
  readonly version: boolean;
}

/** Reads a command line. Throws `usage` with the nearest name where one is not known. */
export function readArguments(args: readonly string[]): Arguments {
  const at = commandPlace(args);
  const name = args[at] ?? null;
  // `help plan` is `plan --help`.
  if (name === 'help') return readArguments([...args.toSpliced(at, 1), '--help']);
  const command = commands.find((known) => known.name === name) ?? null;
  if (name !== null && command === null) {
    const near = nearestName(
      name,
      commands.map((known) => known.name),
    );
    const meant = near ? `, did you mean ${near}?` : '.';
    throw usage(`Cannot run ${JSON.stringify(name)}: it is not a command${meant}`);
  }
  const own = command?.options ?? {};
  const rest = name === null ? [...args] : args.toSpliced(at, 1);
  try {
    // `--source a b` takes several keys, as `--source a --source b` does.
    const { values, positionals } = parseArgs({
      args: repeated(rest, 'source'),
      options: { ...sharedOptions, ...plainOptions, ...own },
      strict: true,
      allowPositionals: true,
    });
    const { operands = [], alone } = command ?? {};
    const isAlone = alone !== undefined && Object(values)[alone as never] === true;
    const expected = isAlone ? [] : operands;
    const other = alone === undefined || expected.length === 0 ? '' : `, or --${alone}`;
    const help = values['help'] === true;
    if (positionals.length !== expected.length && !help)
      throw usage(
        `Cannot run ${command?.name ?? 'this'}: ${counted(positionals.length, 'word')} beside the flags, expected ${expected.join(' ') || 'none'}${other}.`,
      );
    return {
      command,
      operands: positionals,
      options: optionValues(own, values),
      shared: optionValues(sharedOptions, values),
      help,
      version: values['version'] === true,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's sentence names the flag; what follows its first sentence is advice for programmers.
    const [sentence = ''] = error.message.split(/\. |\.$/);
    const [, flag] = /^Unknown option '--([^']*)'/.exec(error.message) ?? [];
    const meant = flag === undefined ? '.' : meantFlag(flag, own);
    throw usage(`Cannot run${command ? ` ${command.name}` : ''}: ${sentence}${meant}`);
  }
}

/** The end of a sentence about a flag that is not known: what was meant, or whose it is. */
function meantFlag(flag: string, own: CommandOptions): string {
  const known = [own, sharedOptions, plainOptions].flatMap((options) => Object.keys(options));
  const near = nearestName(flag, known);
  if (near !== null) return `, did you mean --${near}?`;
  const others = commands.filter(({ options }) => Object.hasOwn(options, flag));
  return others.length === 0
    ? '.'
    : `; it is a flag of ${others.map(({ name }) => name).join(' and ')}.`;
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
    const option = Object.entries(sharedOptions).find(([name]) => arg === `--${name}`);
    if (option?.[1].type === 'string') at++;
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
