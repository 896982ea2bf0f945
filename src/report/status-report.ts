import type { StatusDocument } from './documents/status.ts';
import { line, type Line } from './line.ts';
import type { Shown } from './shown.ts';

/** Each source with its post, and whether they agree. */
export function statusLines({ sources }: Shown<StatusDocument>): Line[] {
  if (sources.length === 0) return [line('Nothing is marked for publication.')];
  return sources.map(({ source, state, reason, post }) =>
    line(
      `${state.padEnd(9)} ${source}${reason ? `: ${reason}` : ''}${post ? `  ${post.url}` : ''}`,
      state === 'held' || state === 'orphaned' ? 'warning' : state === 'error' ? 'error' : 'plain',
    ),
  );
}
