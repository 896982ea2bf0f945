/** OpenAPI 3.0 writes `nullable`, JSON Schema a list of types: the second of the first. */
export function nullable<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(nullable) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, nullable(inner)] as const);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  if (copy['nullable'] === true && typeof copy['type'] === 'string')
    copy['type'] = [copy['type'], 'null'];
  return copy as Value;
}
