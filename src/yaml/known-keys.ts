import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** Looks through defaults, options and transformations at the maps that a schema accepts. */
function shapes(schema: Schema): Record<string, Schema>[] {
  const { def } = schema as Schema & { readonly def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type === 'object') return [def.shape];
  if (def.type === 'pipe') return shapes(def.in);
  if (def.type === 'union') return def.options.flatMap(shapes);
  return 'innerType' in def ? shapes(def.innerType) : [];
}

/** The keys that a schema knows in the map at this path. */
export function knownKeys(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  let here = shapes(schema);
  for (const key of path) {
    here = here.flatMap((shape) => {
      const inner = shape[String(key)];
      return inner === undefined ? [] : shapes(inner);
    });
  }
  return here.flatMap((shape) => Object.keys(shape));
}

/** The paths of all keys that a schema knows, as `defaults.tags`. */
export function knownPaths(schema: Schema, prefix = ''): readonly string[] {
  return shapes(schema).flatMap((shape) =>
    Object.entries(shape).flatMap(([key, inner]) => [
      prefix + key,
      ...knownPaths(inner, `${prefix}${key}.`),
    ]),
  );
}
