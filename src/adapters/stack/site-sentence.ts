const maxLength = 300;

/**
 * What the site says in an error's body, as one line of at most 300 characters; empty where it says
 * nothing. It knows the forms of v3 (`detail` for a refusal, `errors` by field for a malformed
 * request, plain text) and that of v2.3 (`error_message`).
 */
export function siteSentence(body: Buffer, mask: (text: string) => string): string {
  const value = parseJson(body);
  const text = value === undefined ? plain(body) : spoken(value);
  const line = mask(text)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).toWellFormed()}…` : line;
}

function plain(body: Buffer): string {
  const text = body.toString('utf8', 0, 10_000).trim();
  return text.startsWith('<') ? '' : text;
}

function spoken(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { detail, errors, title, error_message: message } = value as Record<string, unknown>;
  if (typeof message === 'string' && message !== '') return message;
  if (typeof detail === 'string' && detail !== '') return detail;
  if (typeof errors === 'object' && errors !== null) {
    const sentences = Object.values(errors)
      .flat()
      .filter((text) => typeof text === 'string');
    if (sentences.length > 0) return sentences.join(' ');
  }
  return typeof title === 'string' ? title : '';
}

/**
 * Parses JSON, whatever the answer says that it is: the site leaves out Content-Type at times.
 * Undefined where it is none.
 */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
