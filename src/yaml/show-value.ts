const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Makes a text of any origin safe to read in one line: what cannot be seen is written as JSON escapes
 * it, which no edge escapes again.
 */
export function visible(text: string): string {
  return text.replace(invisible, (character) =>
    character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Quotes a text for a message: one line, at most 60 characters, without credentials of an address. */
export function quote(text: string): string {
  const safe = text.replace(/\/\/[^/@\s]*@/g, '//***@').replace(/(?<=:\/\/.*)[?#].*$/s, '?***');
  const characters = Array.from(safe);
  const cut = characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : safe;
  return `"${visible(cut)}"`;
}

/** Says what a value of a YAML file is, for a message: `the text "x"`, `a list`, `nothing`. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quote(value)}`;
  if (typeof value === 'number' || typeof value === 'bigint') return `the number ${value}`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'symbol') return value.description ?? 'nothing';
  return Array.isArray(value) ? 'a list' : 'a map';
}
