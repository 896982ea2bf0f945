const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function htmlEncode(text: string): string {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}
