import { maskSecrets } from './mask-secrets.ts';
import { safeLine, shownLine } from './safe-line.ts';

/** Makes a function that turns any text into one harmless line without secrets. */
export function createSanitizer(secrets: readonly string[]): (text: string) => string {
  const mask = maskSecrets(secrets);
  // Masked again at the end: what shows hidden characters could spell a secret.
  return (text) => mask(safeLine(mask(text)));
}

/** As `createSanitizer`, for a page, where no runner looks for commands. */
export function createPageSanitizer(secrets: readonly string[]): (text: string) => string {
  const mask = maskSecrets(secrets);
  return (text) => mask(shownLine(mask(text)));
}

/** The same for a page of HTML, and for a text that is rendered there, which only loses its secrets. */
export function createPageText(secrets: readonly string[]) {
  return { line: createPageSanitizer(secrets), rendered: maskSecrets(secrets) };
}

/**
 * Makes a function for texts of several lines, such as a stack trace: `\n` still parts lines, and
 * each of them is harmless and without secrets.
 */
export function createBlockSanitizer(secrets: readonly string[]): (text: string) => string {
  const mask = maskSecrets(secrets);
  // Masked before it is split: a secret, such as a private key, may hold line breaks itself.
  return (text) => mask(mask(text).split('\n').map(safeLine).join('\n'));
}
