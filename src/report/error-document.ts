import type { Fault } from '../model/error.ts';
import type { ErrorDocument } from './documents/error.ts';

/** What ended a command, for other programs. `command` is null where none was understood. */
export function errorDocument(
  command: string | null,
  { code, message, remedy, place }: Fault,
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
