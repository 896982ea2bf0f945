import { siteSentence } from '../site-sentence.ts';
import { isOfScope, loginFault } from './login-fault.ts';

/** What of a login decides how a pasted text is read. */
interface Expected {
  readonly state: string;
  /** Whether write access was asked for. */
  readonly writes: boolean;
}

/** Nobody pastes more: a code has some dozens of characters. */
const longest = 8192;

/**
 * Finds the code in what a person pasted: the address that the browser ended on, its query, or the
 * code alone, percent-encoded or not. Throws `login-denied`, `login-read-only`, `login-state` and
 * `login-code-missing`.
 */
export function codeOf(pasted: string, { state, writes }: Expected): string {
  const text = unquoted(pasted.slice(0, longest).trim());
  if (!isAddress(text)) return checkedCode(decode(text));
  const values = valuesOf(text);
  const [error] = values('error');
  if (error !== undefined) {
    const said = siteSentence(
      Buffer.from(
        JSON.stringify([error, ...values('error_description').map(unplussed)].join(': ')),
      ),
      (words) => words.replaceAll(state, '***'),
    );
    const readOnly = writes && isOfScope(said);
    throw loginFault(readOnly ? 'login-read-only' : 'login-denied', {
      forTeam: `The site says: “${said.replace(/[.\s]+$/, '')}”.`,
    });
  }
  const codes = values('code');
  const [code] = codes;
  if (code === undefined || codes.length > 1) throw loginFault('login-code-missing');
  const states = values('state');
  if (states.length !== 1 || states[0] !== state)
    throw loginFault('login-state', { more: states.length === 0 ? ': it has no `state`' : '' });
  return checkedCode(code);
}

/** Without the quotes or brackets that people and programs put around an address. */
function unquoted(text: string): string {
  return /^(?:".*"|'.*'|<.*>)$/.test(text) ? text.slice(1, -1).trim() : text;
}

/** Whether it is more than a code: an address, or a part of one that has parameters. */
function isAddress(text: string): boolean {
  return isUrl(text) || /(?:^|[?&])(?:code|state|error)=/.test(text);
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

/** Gives the values of each parameter. What was copied from behind `code=` on begins with the code. */
function valuesOf(text: string): (name: string) => readonly string[] {
  const [address = ''] = text.split('#');
  const query = address.slice(address.indexOf('?') + 1);
  const begun = address.includes('?') || isUrl(address) || /(?:^|&)(?:code|error)=/.test(query);
  const parameters = (begun ? query : `code=${query}`).split('&').map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
  });
  return (name) =>
    parameters.filter(([known]) => known === name).map(([, value = '']) => decode(value));
}

/** As `decodeURIComponent`; a `+` stays one, as codes have no blanks, and what is no escape stays too. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A sentence, unlike a code, has blanks, and forms write them so. */
function unplussed(text: string): string {
  return text.replaceAll('+', ' ');
}

function checkedCode(code: string): string {
  if (/^[\x21-\x7e]{1,4096}$/.test(code)) return code;
  throw loginFault('login-code-missing');
}
