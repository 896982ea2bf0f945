/** A secret shorter than this is not looked for: it would blank out ordinary words. */
const shortestSecret = 6;

/** A piece of this length at a secret's start is hidden too: texts are cut, and a secret with them. */
const shortestPiece = 12;

/** Tells whether `maskSecrets` can hide a secret; where not, the caller owes a warning. */
export function isMaskable(secret: string): boolean {
  return secret.trim().length >= shortestSecret;
}

/**
 * Makes a function that replaces secrets by `***`, also where they were URL-encoded, JSON-escaped or
 * put into base64, alone or inside a longer text such as `x-access-token:SECRET`, and where they were
 * cut off.
 */
export function maskSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = [...new Set(secrets.filter(isMaskable).flatMap(formsOf))];
  if (forms.length === 0) return (text) => text;
  const heads = new Set(forms.map((form) => form.slice(0, shortestPiece)));
  // Looks ahead only, so that a secret which begins within another is found as well.
  const start = new RegExp(`(?=${[...heads].map(quoted).join('|')})`, 'g');
  return (text) => {
    let result = '';
    let end = 0;
    for (const { index } of text.matchAll(start)) {
      if (index >= end) result += `${text.slice(end, index)}***`;
      end = Math.max(end, index + Math.max(...forms.map((form) => shownOf(form, text, index))));
    }
    return result + text.slice(end);
  };
}

/** How much of a secret a text shows at a place; 0 where that is too little to be told. */
function shownOf(form: string, text: string, index: number): number {
  let length = 0;
  while (length < form.length && text[index + length] === form[length]) length += 1;
  return length >= Math.min(form.length, shortestPiece) ? length : 0;
}

function formsOf(secret: string): string[] {
  // A variable of the environment often ends in a line break that never was part of the secret.
  return [...new Set([secret, secret.trim()])].flatMap((value) => {
    const url = encodeURIComponent(value.toWellFormed());
    const strictUrl = url.replace(/[!'()*]/g, percentEncoded);
    return [
      value,
      value.replaceAll('\r', '\\r').replaceAll('\n', '\\n'),
      JSON.stringify(value).slice(1, -1),
      ...[url, strictUrl].flatMap((form) => [
        form,
        form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        form.replaceAll('%20', '+'),
      ]),
      ...base64Forms(value),
    ];
  });
}

function percentEncoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * The base64 of a secret at each of the three offsets it can have in a longer text. Characters that
 * also depend on what stands before or behind are cut off.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].flatMap((offset) => {
    const first = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const form = padded.toString('base64').slice(first, end);
    return form.length < shortestSecret
      ? []
      : [form, form.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
