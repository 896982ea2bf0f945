import type { CommandDocument } from '../report/documents/command-document.ts';
import type { View } from '../report/audience.ts';
import type { Line } from '../report/line.ts';
import type { RequestCount } from '../ports/site.ts';
import type { Session } from './session.ts';
import type { Telling } from './telling/telling.ts';

/** A flag of a command, as it is parsed and as help tells of it. */
interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** It may be given several times. */
  readonly multiple?: true;
  /** What stands for its value in help, such as FILE. */
  readonly value?: string;
  readonly about: string;
}

export type CommandOptions = Readonly<Record<string, CommandOption>>;

type OptionValue<Option extends CommandOption> = Option['type'] extends 'boolean'
  ? boolean
  : Option extends { readonly multiple: true }
    ? readonly string[]
    : string | null;

/** What was given for each option: false, null or none where nothing was. */
export type OptionValues<Options extends CommandOptions> = {
  readonly [Name in keyof Options]: OptionValue<Options[Name]>;
};

/** What a command is asked for. */
interface CommandInput<Options extends CommandOptions = CommandOptions> {
  /** As many as the command takes. */
  readonly operands: readonly string[];
  readonly options: OptionValues<Options>;
  /** Tell also of what is as it should be. */
  readonly verbose: boolean;
}

/** What came of a command. An edge shows it, by way of its view. */
export interface CommandResult {
  /** For other programs; null where everything was told while the command ran. */
  readonly document: CommandDocument | null;
  /** For people; made only where they read it. */
  lines(view: View): readonly Line[] | Promise<readonly Line[]>;
  readonly exitCode: number;
  /** Tells pull requests of it, and gives how many requests that took; never throws. */
  readonly tell?: (telling: Telling) => Promise<RequestCount>;
}

/** One thing that stack-publish can do. Its flags, its help and the README's table come from here. */
export interface Command<
  Options extends CommandOptions = CommandOptions,
  Result extends CommandResult = CommandResult,
> {
  readonly name: string;
  /** What it does, to follow its name. */
  readonly summary: string;
  /** The words that it takes beside flags. */
  readonly operands: readonly string[];
  /** The flag with which it takes none of them. */
  readonly alone?: string;
  readonly options: Options;
  /** What help says below the flags. */
  readonly notes: string;
  /** What is said where somebody stops it, if that is not what is true of commands that plan. */
  readonly stopped?: string;
  /** What it needs to run, for the README. */
  readonly needs: string;
  /**
   * Does it, and loads what it works with only now. A command that takes a `LocalSession` is for the
   * command line alone.
   */
  run(session: Session, input: CommandInput<Options>): Promise<Result>;
}

/** Keeps the types of a command's own options and result. */
export function defineCommand<const Options extends CommandOptions, Result extends CommandResult>(
  command: Command<Options, Result>,
): Command<Options, Result> {
  return command;
}

/** The values of options, with what stands for those that were not given. */
export function optionValues<Options extends CommandOptions>(
  options: Options,
  given: Readonly<Record<string, unknown>>,
): OptionValues<Options> {
  const values = Object.entries(options).map(([name, { type, multiple }]) => {
    const absent = type === 'boolean' ? false : multiple ? [] : null;
    return [name, given[name] ?? absent];
  });
  return Object.fromEntries(values) as OptionValues<Options>;
}
