/**
 * A source's key as people write it between other words: as it is, or as a JSON string where it has
 * what they cannot write, or begins with a quote. Null where it is none of both.
 */
export function readSourceWord(text: string): string | null {
  const word = text.trim();
  if (!word.startsWith('"')) return word === '' ? null : word;
  try {
    const key: unknown = JSON.parse(word);
    return typeof key === 'string' && key !== '' ? key : null;
  } catch {
    return null;
  }
}
