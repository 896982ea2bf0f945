/**
 * Tells whether a text is one line without control characters. Half a surrogate pair, which only an
 * escape in YAML can give, makes it none: it cannot be sent as UTF-8.
 */
export function isPlainLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(text) && text.isWellFormed();
}
