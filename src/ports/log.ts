/** How far a long work is. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  /** Null where nobody knows. */
  readonly total: number | null;
  /**
   * While the site is written to: how many of all steps are settled and recorded, and of how many more
   * nothing could be told were the run to end now.
   */
  readonly writing?: { readonly recorded: number; readonly open: number; readonly steps: number };
}

/**
 * Where people read what happens. Every implementation takes any text as hostile: it cannot fire a
 * runner's command, hide a line, or show a token.
 */
export interface Log {
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  /** How far a long work is, or null when it ended. */
  readonly progress: (state: Progress | null) => void;
}

/** Says nothing. */
export const silent: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  progress() {},
};
