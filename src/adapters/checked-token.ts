import { Fault } from '../model/error.ts';

/**
 * A token as it is sent: without what stands around it, such as the line end of a file. Throws where
 * the rest is none, before anybody is asked.
 */
export function checkedToken(
  variable: 'STACK_ACCESS_TOKEN' | 'GITHUB_TOKEN',
  given: string,
): string {
  // U+FEFF is a blank to it, too.
  const token = given.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  const seen = token === '' ? 'it is blank' : 'it holds characters that no token has';
  const message = `Cannot use the token in ${variable}: ${seen}.`;
  const remedy = `Store the token itself in ${variable}, without quotes, blanks and line breaks.`;
  throw variable === 'GITHUB_TOKEN'
    ? new Fault('forge', 'forge-refused', message, { remedy })
    : new Fault('site', 'token-refused', message, { remedy });
}
