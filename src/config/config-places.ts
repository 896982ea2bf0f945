import type { Place } from '../model/error.ts';

type PlaceOf = (path: readonly PropertyKey[]) => Place;

const places = new WeakMap<object, PlaceOf>();

/** Remembers where the values of a configuration stand in its file. */
export function rememberPlaces(config: object, placeOf: PlaceOf): void {
  places.set(config, placeOf);
}

/** Where a value stands in the file that a configuration is from; null where it is from none. */
export function placeInConfig(config: object, path: readonly PropertyKey[]): Place | null {
  return places.get(config)?.(path) ?? null;
}
