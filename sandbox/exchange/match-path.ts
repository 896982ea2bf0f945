/**
 * The segments that a pattern leaves open (`*`), or null where the path does not fit. Segments are
 * compared as they are; `ignoreCase`: with a pattern in lower case, whatever theirs.
 */
export function matchPath(
  pattern: readonly string[],
  segments: readonly string[],
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): string[] | null {
  if (pattern.length !== segments.length) return null;
  const open: string[] = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part === '*') open.push(segment);
    else if (part !== (ignoreCase ? segment.toLowerCase() : segment)) return null;
  }
  return open;
}
