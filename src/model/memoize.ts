/** Makes a function that makes its value when it is first asked for, and gives that value ever after. */
export function memoize<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
