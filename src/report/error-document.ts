import type { ToldFault } from './audience.ts';
import type { ErrorDocument } from './documents/error.ts';
import type { Shown } from './shown.ts';

/** What ended a command, for other programs. `command` is null where none was understood. */
export function errorDocument(
  command: string | null,
  { code, message, remedy, place }: Shown<ToldFault>,
): ErrorDocument {
  return {
    schema: 1,
    command,
    error: {
      code,
      message,
      remedy,
      file: place?.file ?? null,
      line: place?.line ?? null,
      column: place?.column ?? null,
    },
  };
}
