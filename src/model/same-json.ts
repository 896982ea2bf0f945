/**
 * Tells whether two values have the same canonical JSON, without writing it: where they share parts,
 * these cost nothing.
 */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index]));
  }
  const ours = members(a);
  const theirs = members(b);
  if (ours.length !== theirs.length) return false;
  return ours.every(
    (name) =>
      Object.hasOwn(b, name) && sameJson(a[name as keyof typeof a], b[name as keyof typeof b]),
  );
}

/** Members that are `undefined` are not written. */
function members(value: object): string[] {
  return Object.keys(value).filter((name) => value[name as keyof typeof value] !== undefined);
}
