import { maskSecrets } from './mask-secrets.ts';
import { safeLine } from './safe-line.ts';

/** Makes a function that turns any text into one harmless line without secrets. */
export function createSanitizer(secrets: readonly string[]): (text: string) => string {
  const mask = maskSecrets(secrets);
  // Masked again at the end: what shows hidden characters could spell a secret.
  return (text) => mask(safeLine(mask(text)));
}
