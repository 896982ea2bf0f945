import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault, exitCodeOf } from '../model/error.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { errorDocument } from '../report/error-document.ts';
import { line } from '../report/line.ts';
import { findingLines, placeText } from '../report/plan-report.ts';
import { version } from '../model/version.ts';
import type { Connection } from '../wiring/connect.ts';
import { readEnvironment, type Environment } from '../wiring/environment.ts';
import { readArguments, type Arguments, type CommandName } from './arguments.ts';
import { helpText } from './help.ts';
import { readIndex } from './read-index.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { openTerminal, type Terminal } from './terminal.ts';

type Flags = Arguments['flags'];

interface Invocation {
  readonly operands: readonly string[];
  readonly flags: Flags;
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs one command line and returns its exit code. Every way out goes through here. */
export async function run(args: readonly string[]): Promise<number> {
  const env = process.env;
  // The command line may be what is wrong, and errors are documents too where JSON was asked for.
  const json = args.includes('--json');
  const level = args.includes('--quiet')
    ? 'quiet'
    : args.includes('--verbose')
      ? 'verbose'
      : 'normal';
  const terminal = openTerminal({ env, level });
  let command: CommandName | null = null;
  try {
    const parsed = readArguments(args);
    command = parsed.command;
    if (parsed.flags['version']) terminal.print([line(version)]);
    else if (parsed.flags['help'] || command === null) {
      terminal.print(
        helpText(command)
          .trimEnd()
          .split('\n')
          .map((text) => line(text)),
      );
      if (command === null && !parsed.flags['help']) return 2;
    } else return await commands[command]({ ...parsed, terminal, env });
    return 0;
  } catch (error) {
    const fault = error instanceof Fault ? error : bug(error);
    if (json) terminal.printDocument(errorDocument(command, fault));
    report(terminal, fault, json);
    if (!(error instanceof Fault) || level === 'verbose')
      terminal.printTrace(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exitCodeOf(fault.kind);
  }
}

const commands: Record<CommandName, (invocation: Invocation) => Promise<number>> = {
  async check(invocation) {
    const { flags, terminal } = invocation;
    const [{ openCheckout }, { check }] = await Promise.all([
      import('../wiring/open-checkout.ts'),
      import('../commands/check/check-sources.ts'),
    ]);
    const { repository, config } = await openCheckout(environmentOf(invocation));
    const { document, findings } = await check(repository, config);
    if (flags['json']) terminal.printDocument(document);
    else {
      const { sources, ready, errors, warnings } = document.counts;
      terminal.print([
        ...findingLines(findings),
        line(
          sources === 0
            ? 'Nothing is marked for publication.'
            : `${ready} of ${sources} sources ready, ${errors} errors, ${warnings} warnings`,
          'heading',
        ),
      ]);
    }
    return document.counts.errors > 0 ? 1 : 0;
  },

  async plan(invocation) {
    const { flags, terminal } = invocation;
    await using context = await connected(invocation);
    const [{ plan }, { planLines }] = await Promise.all([
      import('../commands/plan/make-plan.ts'),
      import('../report/plan-report.ts'),
    ]);
    const planned = await plan(context, {
      ...planOptions(flags),
      verbose: flags['verbose'] === true,
    });
    const { document } = planned;
    if (typeof flags['index'] === 'string')
      await writeFile(pathFrom(flags, flags['index']), `${canonicalJson(planned.index)}\n`);
    if (flags['json']) terminal.printDocument(document);
    else {
      terminal.print(planLines(await planned.report()));
      if (document.digest && context.config.approval.accept.includes('asserted'))
        terminal.print([
          line(`Approve it with: stack-publish publish --digest ${document.digest}`),
        ]);
    }
    return flags['strict'] && document.counts.held > 0 ? 5 : 0;
  },

  async publish(invocation) {
    const { flags, terminal } = invocation;
    const index =
      typeof flags['index'] === 'string'
        ? await readIndex(pathFrom(flags, flags['index']), flags['index'])
        : null;
    await using context = await connected(invocation);
    const [{ publish }, { openEvidence }, { planLines }, { publishLines }] = await Promise.all([
      import('../commands/publish/publish-approved.ts'),
      import('../wiring/evidence.ts'),
      import('../report/plan-report.ts'),
      import('../report/publish-report.ts'),
    ]);
    const digest = typeof flags['digest'] === 'string' ? flags['digest'] : null;
    await using evidence = await openEvidence(environmentOf(invocation), context, digest);
    const { ask } = terminal;
    const { document, exitCode } = await publish(context, {
      ...planOptions(flags),
      digest,
      index,
      evidence,
      ask:
        ask && !flags['json']
          ? (report) => {
              terminal.print(planLines(report));
              return ask('Publish just this?');
            }
          : null,
    });
    if (flags['json']) terminal.printDocument(document);
    else terminal.print(publishLines(document));
    return exitCode;
  },

  async status(invocation) {
    const { flags, terminal } = invocation;
    await using context = await connected(invocation);
    const [{ status }, { statusLines }] = await Promise.all([
      import('../commands/status/source-states.ts'),
      import('../report/status-report.ts'),
    ]);
    const document = await status(context, { full: flags['full'] === true });
    if (flags['json']) terminal.printDocument(document);
    else terminal.print(statusLines(document));
    return 0;
  },

  async adopt(invocation) {
    const { flags, terminal, operands } = invocation;
    const [source = '', url = ''] = operands;
    await using context = await connected(invocation);
    const { adopt } = await import('../commands/adopt/link-post.ts');
    const document = await adopt(context, { source, url });
    if (flags['json']) terminal.printDocument(document);
    else
      terminal.print([
        line(`${source} is linked to ${document.post?.url ?? url}.`),
        line('Plan to see whether their texts agree.'),
      ]);
    return 0;
  },

  async resolve(invocation) {
    const { flags, terminal, operands } = invocation;
    const { resolve, resolutions } = await import('../commands/resolve/end-hold.ts');
    const [source = '', wanted = ''] = operands;
    const resolution = resolutions.find((known) => known === wanted);
    if (!resolution)
      throw new Fault(
        'usage',
        'usage',
        `Cannot resolve by ${JSON.stringify(wanted)}, expected one of ${resolutions.join(', ')}.`,
        { remedy: 'Run `stack-publish resolve --help`.' },
      );
    await using context = await connected(invocation);
    const document = await resolve(context, { source, resolution });
    if (flags['json']) terminal.printDocument(document);
    else
      terminal.print([
        line(`${source} is resolved by ${resolution}.`),
        line(
          resolution === 'source' || resolution === 'recreate'
            ? 'The next plan has a step for it, to be approved.'
            : 'Nothing is left to approve for it.',
        ),
      ]);
    return 0;
  },

  async doctor(invocation) {
    const { flags, terminal } = invocation;
    const [{ openDoctorContext }, { doctor }, { doctorLines }] = await Promise.all([
      import('../wiring/doctor-context.ts'),
      import('../commands/doctor/examine.ts'),
      import('../report/doctor-report.ts'),
    ]);
    await using context = openDoctorContext(environmentOf(invocation));
    const document = await doctor(context);
    if (flags['json']) terminal.printDocument(document);
    else terminal.print(doctorLines(document));
    return document.checks.some(({ state }) => state === 'failed') ? 1 : 0;
  },

  async sandbox({ flags, terminal }) {
    const { serveSandbox } = await import('./serve-sandbox.ts');
    return serveSandbox(flags, terminal);
  },

  async demo({ flags, terminal, env }) {
    const { runDemo } = await import('./demo.ts');
    return runDemo({ keep: flags['keep'] === true, env, terminal });
  },
};

/** Connects. The first question to the site is on its way then, and the command's modules load meanwhile. */
async function connected(invocation: Invocation): Promise<Connection> {
  const { connect } = await import('../wiring/connect.ts');
  return connect(environmentOf(invocation), { ask: true });
}

function environmentOf({ flags, terminal, env }: Invocation): Environment {
  const edge = {
    cwd: pathFrom(flags, '.'),
    configFile: typeof flags['config'] === 'string' ? resolve(flags['config']) : null,
    log: terminal.log,
    clock: systemClock,
  };
  return readEnvironment(edge, env, null);
}

function planOptions(flags: Flags): {
  readonly sources: readonly string[];
  readonly full: boolean;
  readonly recompose: boolean;
} {
  const source = flags['source'];
  return {
    sources: Array.isArray(source) ? (source as readonly string[]) : [],
    full: flags['full'] === true,
    recompose: flags['recompose'] === true,
  };
}

function pathFrom(flags: Flags, path: string): string {
  return resolve(typeof flags['cwd'] === 'string' ? flags['cwd'] : '.', path);
}

function bug(error: unknown): Fault<'internal'> {
  const seen = error instanceof Error ? error.message : String(error);
  return new Fault('internal', 'internal', `This is a bug in stack-publish: ${seen}`, {
    remedy: 'Report it with the trace below.',
    cause: error,
  });
}

/** Tells a person what was seen and what to do; with --json the document says it already. */
function report(terminal: Terminal, { code, message, remedy, place }: Fault, json: boolean): void {
  if (json) return;
  const at = place && !message.includes(placeText(place)) ? `${placeText(place)}: ` : '';
  const [first = '', ...more] = `${at}${message}`.split('\n');
  terminal.log.error(`${first} [${code}]`);
  for (const each of more) terminal.log.error(`  ${each}`);
  terminal.log.error(remedy);
}
