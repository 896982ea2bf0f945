/**
 * Where people read what happens. Every implementation takes any text as hostile: it cannot fire a
 * runner's command, hide a line, or show a token.
 */
export interface Log {
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  /** How far a long work is; shown at a terminal only. `done` of `total`, or null when it ended. */
  progress(
    state: { readonly label: string; readonly done: number; readonly total: number } | null,
  ): void;
}

/** Says nothing. */
export const silent: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  progress() {},
};
