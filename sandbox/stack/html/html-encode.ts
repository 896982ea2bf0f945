const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes what HTML would read as its own. */
export function htmlEncode(text: string): string {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}
