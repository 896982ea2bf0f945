import type { Progress } from '../../ports/log.ts';

/** Shorter work shows nothing, in milliseconds. */
const unnoticed = 500;
/** Nobody reads what changes faster. */
const betweenDraws = 100;
/** A rate is told by no less. */
const leastMeasured = 2000;
/** So often a line is written where none can be drawn again. */
const betweenLines = 10_000;

interface ProgressWays {
  /** In milliseconds. */
  readonly now: () => number;
  /** Draws a line in place of the last one, or takes it away; null where there is no terminal. */
  readonly draw: ((text: string | null) => void) | null;
  /** Writes a line that stays. */
  readonly write: (text: string) => void;
}

/**
 * Shows how far works are, each once it has lasted for a moment, and how long they still take at the rate
 * so far. Where no line can be drawn again one is written every ten seconds, but while posts are written:
 * these are told a chunk.
 */
export function trackProgress({ now, draw, write }: ProgressWays) {
  let began = 0;
  let phase: { readonly label: string; readonly began: number } | null = null;
  let state: Progress | null = null;
  let told = 0;
  let drawn = -Infinity;
  let timer: NodeJS.Timeout | null = null;

  const show = () => {
    timer = null;
    drawn = now();
    if (state && phase) draw?.(progressText(state, drawn - phase.began));
  };

  return (next: Progress | null): void => {
    const at = now();
    state = next;
    if (next === null) {
      if (timer) clearTimeout(timer);
      timer = phase = null;
      draw?.(null);
      return;
    }
    if (phase === null) began = told = at;
    if (phase?.label !== next.label) phase = { label: next.label, began: at };
    if (draw) {
      const wait = Math.max(began + unnoticed, drawn + betweenDraws) - at;
      if (wait <= 0) show();
      // Nothing may come of a work for long: its line does not wait for that.
      else timer ??= setTimeout(show, wait).unref();
    } else if (!next.writing && at - told >= betweenLines) {
      told = at;
      write(progressText(next, at - phase.began));
    }
  };
}

/** How far a work is that began so long ago, in milliseconds. */
function progressText({ label, done, total }: Progress, elapsed: number): string {
  if (total === null) return done > 0 ? `${label}: ${done}` : label;
  const isMeasured = elapsed >= leastMeasured && done > 0 && done < total;
  const left = isMeasured ? `, about ${timeText((elapsed / done) * (total - done))} left` : '';
  return `${label}: ${done} of ${total}${left}`;
}

function timeText(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}
