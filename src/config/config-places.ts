import type { Place } from '../model/error.ts';
import { isObject } from '../model/is-object.ts';

type PlaceOf = (path: readonly PropertyKey[]) => Place;

interface File {
  /** The names of the files, the one that goes before the other first. */
  readonly names: readonly string[];
  readonly placeOf: PlaceOf;
  /** What stands in it, without the defaults. */
  readonly value: unknown;
  /** Whether a value is from the file that it extends. */
  readonly isShared: (path: readonly PropertyKey[]) => boolean;
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

/** The names of the files that a configuration is from, the one that goes before the other first. */
export function configFiles(config: object): readonly string[] {
  return files.get(config)?.names ?? [];
}

/** Whether a value is from the file that is extended, which speaks for many repositories. */
export function isSharedConfig(config: object, path: readonly PropertyKey[]): boolean {
  return files.get(config)?.isShared(path) ?? false;
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
