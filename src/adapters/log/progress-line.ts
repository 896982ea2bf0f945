export interface ProgressOutput {
  /** Writes to the terminal, without a line end. */
  write(text: string): void;
  readonly columns: number;
  /** Whether the terminal understands escape sequences. */
  readonly color: boolean;
}

/** Makes one line at the bottom of a terminal that is drawn again when it changes. */
export function createProgressLine(output: ProgressOutput) {
  let text: string | null = null;
  let drawn = 0;

  /** Takes the line away, so that something else can be written in its place. */
  function hide(): void {
    if (drawn === 0) return;
    output.write(output.color ? '\r\u001B[2K' : `\r${' '.repeat(drawn)}\r`);
    drawn = 0;
  }

  /** Draws the line again after `hide`. */
  function show(): void {
    if (text === null) return;
    // The last column stays free: a full line would wrap, and could not be drawn over.
    const shown = Array.from(text).slice(0, Math.max(0, output.columns - 1));
    if (shown.length === 0) return;
    output.write(output.color ? `\u001B[2m${shown.join('')}\u001B[22m` : shown.join(''));
    drawn = shown.length;
  }

  /** Shows another text, or null: the line goes away. */
  function set(next: string | null): void {
    if (next === text) return;
    hide();
    text = next;
    show();
  }

  return { set, hide, show };
}
