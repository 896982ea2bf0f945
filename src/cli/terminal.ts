import { isatty } from 'node:tty';
import { styleText } from 'node:util';
import { createLog } from '../adapters/log/create-log.ts';
import { createBlockSanitizer, createSanitizer } from '../adapters/log/create-sanitizer.ts';
import { isMaskable, maskSecrets } from '../adapters/log/mask-secrets.ts';
import type { Log } from '../ports/log.ts';
import type { View } from '../report/audience.ts';
import type { CommandDocument } from '../report/documents/command-document.ts';
import type { ErrorDocument } from '../report/documents/error.ts';
import type { Line, Tone } from '../report/line.ts';
import type { Shown } from '../report/shown.ts';
import { rowsOf } from './rows-of.ts';
import { secretVariables, type Variables } from '../wiring/variables.ts';

const secretNames = Object.values(secretVariables);

/** Where the command line meets people and scripts. */
export interface Terminal {
  /** What happens, on stderr: stdout is for documents and reports. */
  readonly log: Log;
  /** Prints a report on stdout, each line made safe. */
  print(lines: Shown<readonly Line[]>): void;
  /** Prints one JSON document on stdout. */
  printDocument(document: Shown<CommandDocument | ErrorDocument>): void;
  /** A stack trace or another text of several lines, on stderr. */
  printTrace(text: string): void;
  /** Tells on stderr what somebody has to do now, whatever the level. */
  instruct(lines: readonly string[]): void;
  /**
   * Shows a secret, which has no line end, on stdout; null where that is no terminal of a person's, so
   * that it would be kept somewhere.
   */
  readonly showSecret: ((secret: string) => void) | null;
  /** Asks a yes-or-no question; null where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** Asks for a line; the answer is null where they want no more questions. Null: nobody is there. */
  readonly askLine: ((question: string) => Promise<string | null>) | null;
}

interface TerminalOptions {
  readonly variables: Variables;
  readonly level: 'quiet' | 'normal' | 'verbose';
  /** What every line of the log goes through. */
  readonly view: Pick<View, 'text'>;
}

const styles: Record<Tone, Parameters<typeof styleText>[0] | null> = {
  plain: null,
  heading: 'bold',
  faint: 'dim',
  added: 'green',
  removed: 'red',
  warning: 'yellow',
  error: 'red',
};

/** Opens stdout and stderr. Colours and progress only at a terminal, and not with `NO_COLOR`. */
export function openTerminal({ variables, level, view }: TerminalOptions): Terminal {
  // Who reads may stop reading: the work goes on, and the exit code tells how it ended.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  const secrets = secretNames.flatMap((name) => variables[name] ?? []);
  const sanitize = createSanitizer(secrets);
  const mask = maskSecrets(secrets);
  const color = process.stdout.isTTY && !variables['NO_COLOR'] && variables['TERM'] !== 'dumb';
  const log = createLog({
    write: (line) => process.stderr.write(`${line}\n`),
    level,
    sanitize: (text) => sanitize(view.text(text)),
    ...(process.stderr.isTTY &&
      !variables['CI'] && {
        progress: {
          write: (text: string) => process.stderr.write(text),
          columns: process.stderr.columns,
          color: !variables['NO_COLOR'],
        },
      }),
  });
  for (const name of secretNames)
    if (variables[name]?.trim() && !isMaskable(variables[name]))
      log.warn(`${name} is too short to be hidden in the log; no real token is.`);
  // What is shown now does not stand beside a line that is drawn again.
  const cleared = <Words extends readonly unknown[], Result>(show: (...words: Words) => Result) => {
    return (...words: Words): Result => {
      log.progress(null);
      return show(...words);
    };
  };
  // Not `process.stdin`: opening it takes time, and nearly nobody is asked.
  const askLine =
    isatty(0) && process.stdout.isTTY && !variables['CI']
      ? cleared((question: string) => askAtTerminal(sanitize(view.text(question))))
      : null;
  return {
    log,
    print: cleared((lines) => {
      const columns = process.stdout.isTTY ? process.stdout.columns : Infinity;
      for (const line of lines) {
        const style = color && styles[line.tone];
        // Made safe first: a colour is an escape sequence, and the text's own are shown as text.
        for (const row of rowsOf(sanitize(line.text), line, columns)) {
          const shown = style ? styleText(style, row, { validateStream: false }) : row;
          process.stdout.write(`${shown}\n`);
        }
      }
    }),
    printDocument: cleared((document) => {
      // `##[` is a runner's command anywhere in a line; written this way it is the same JSON.
      const text = mask(JSON.stringify(document)).replaceAll('##[', String.raw`#\u0023[`);
      process.stdout.write(`${text}\n`);
    }),
    printTrace: cleared((text) => {
      process.stderr.write(`${createBlockSanitizer(secrets)(view.text(text))}\n`);
    }),
    instruct: cleared((lines) => {
      for (const line of lines) process.stderr.write(`${sanitize(view.text(line))}\n`);
    }),
    showSecret:
      process.stdout.isTTY && !variables['CI']
        ? (secret) => process.stdout.write(`${secret}\n`)
        : null,
    ask:
      askLine &&
      (async (question) => /^y(es)?$/i.test((await askLine(`${question} [y/N]`))?.trim() ?? '')),
    askLine,
  };
}

async function askAtTerminal(question: string): Promise<string | null> {
  const { createInterface } = await import('node:readline/promises');
  const readline = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl+C and Ctrl+D, too, say no; without that, the question would never be answered.
  const closed = new Promise<null>((resolve) => readline.once('close', () => resolve(null)));
  readline.once('SIGINT', () => readline.close());
  const answer = await Promise.race([readline.question(`${question} `), closed]);
  readline.close();
  // What follows does not stand in the line of the question.
  if (answer === null) process.stderr.write('\n');
  return answer;
}
