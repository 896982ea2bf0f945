import * as z from 'zod/mini';
import { configSchema } from './schema.ts';

/** What a value of a configuration should be, and is not. */
export interface ConfigFlaw {
  /** Such as `destination.team`. */
  readonly path: string;
  /** What was expected, as a phrase. */
  readonly expected: string;
}

/** What of a configuration that is not written yet its file would not be read with. */
export function configFlaws(value: object): ConfigFlaw[] {
  const { success, error } = z.safeParse(configSchema, value);
  if (success) return [];
  return error.issues.map(({ path, message }) => ({
    path: path.filter((part) => typeof part === 'string').join('.'),
    expected: message,
  }));
}
