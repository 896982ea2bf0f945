import type { Log } from '../../ports/log.ts';
import { createProgressLine, type ProgressOutput } from './progress-line.ts';
import { trackProgress } from './track-progress.ts';

export interface LogOptions {
  /** Writes one line; the line end is not part of it. */
  write(line: string): void;
  /** `quiet`: warnings and errors; `normal`: also what happens; `verbose`: also details. */
  readonly level: 'quiet' | 'normal' | 'verbose';
  /** Makes any text one harmless line without secrets. */
  readonly sanitize: (text: string) => string;
  /** Where a redrawn line can be shown: a terminal, and only there. */
  readonly progress?: ProgressOutput;
  /** In milliseconds, to tell how long a work takes. */
  readonly now?: () => number;
}

/** Makes the log that people read. Each call writes one line, whatever its text holds. */
export function createLog(options: LogOptions): Log {
  const line = options.progress === undefined ? null : createProgressLine(options.progress);

  const { sanitize, now = () => performance.now() } = options;
  const track = trackProgress({
    now,
    draw: line && ((text) => line.set(text === null ? null : sanitize(text))),
    write: (text) => write('', text),
  });

  function write(prefix: string, text: string): void {
    line?.hide();
    // The prefix takes part: `##` at its end and `[` at the text's start would make a command.
    options.write(options.sanitize(prefix + text));
    line?.show();
  }

  return {
    debug(text) {
      if (options.level === 'verbose') write('debug: ', text);
    },
    info(text) {
      if (options.level !== 'quiet') write('', text);
    },
    warn(text) {
      write('warning: ', text);
    },
    error(text) {
      write('error: ', text);
    },
    progress(state) {
      if (options.level !== 'quiet') track(state);
    },
  };
}
