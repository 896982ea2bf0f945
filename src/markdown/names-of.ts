/** A set of names from a list with blanks between them. */
export function namesOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
