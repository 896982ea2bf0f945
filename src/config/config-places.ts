import type { Place } from '../model/error.ts';
import { isObject } from '../model/is-object.ts';

type PlaceOf = (path: readonly PropertyKey[]) => Place;

interface File {
  readonly placeOf: PlaceOf;
  /** What stands in it, without the defaults. */
  readonly value: unknown;
}

const files = new WeakMap<object, File>();

/** Remembers the file of a configuration, and where its values stand there. */
export function rememberFile(config: object, file: File): void {
  files.set(config, file);
}

/** Where a value stands in the file that a configuration is from; null where it is from none. */
export function placeInConfig(config: object, path: readonly PropertyKey[]): Place | null {
  return files.get(config)?.placeOf(path) ?? null;
}

/** Whether the file of a configuration names a key, so that its value is no default. */
export function isInConfig(config: object, path: readonly string[]): boolean {
  let value = files.get(config)?.value;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return false;
    value = value[key];
  }
  return true;
}
