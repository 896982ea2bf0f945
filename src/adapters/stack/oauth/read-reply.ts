import { Fault } from '../../../model/error.ts';
import { isObject } from '../../../model/is-object.ts';
import type { Instant } from '../../../model/post.ts';
import type { GrantedToken } from '../../../ports/sign-in.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import { parseJson, siteSentence } from '../site-sentence.ts';
import type { Asked } from '../asked.ts';
import { answerToFault, unexpectedAnswer } from '../to-fault.ts';
import { flawOf, loginFault } from './login-fault.ts';

/** Longer is no lifetime, but a time, or milliseconds; in seconds. */
const longestLife = 100 * 366 * 86_400;

/**
 * Reads what the site answers to a code. A token without an end is taken only where it was asked for.
 * Throws a `Fault` of kind `site`.
 */
export function readReply(
  answer: HttpAnswer,
  asked: Asked,
  scope: readonly string[],
): GrantedToken {
  const { status } = answer;
  const isSuccess = status >= 200 && status < 300;
  const reply = parseJson(answer.body);
  if (isSuccess && isObject(reply) && 'access_token' in reply)
    return granted(reply, scope, asked.now(), (expected) =>
      unexpectedAnswer(answer, asked, expected),
    );
  const refused = isSuccess || (status >= 400 && status < 500 && status !== 429);
  const said = refused ? saidIn(answer, asked.mask) : '';
  if (said !== '') {
    const forTeam = `The site says: “${said.replace(/[.\s]+$/, '')}”.`;
    throw loginFault(flawOf(said, scope.includes('write_access')), { forTeam });
  }
  if (status >= 500)
    throw new Fault(
      'site',
      'site-unavailable',
      `Cannot log in: ${asked.host} answered with an error (status ${status}).`,
      { remedy: 'Log in again later.' },
    );
  if (isSuccess || !refused || status === 404) throw answerToFault(answer, asked);
  throw loginFault('login-refused', { more: ` (status ${status})` });
}

function granted(
  { access_token: token, expires }: Readonly<Record<string, unknown>>,
  scope: readonly string[],
  now: Instant,
  unexpected: (expected: string) => Fault<'site'>,
): GrantedToken {
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,4096}$/.test(token))
    throw unexpected('an access token');
  if (expires === undefined || expires === null) {
    if (scope.includes('no_expiry')) return { token, life: null };
    throw loginFault('login-no-expiry');
  }
  const seconds = typeof expires === 'string' && /^\d{1,12}$/.test(expires) ? +expires : expires;
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds <= longestLife))
    throw unexpected('the seconds until the token expires');
  const milliseconds = Math.floor(seconds * 1000);
  return { token, life: { milliseconds, until: now + milliseconds } };
}

/** What a refusal says, in whichever of the shapes that sites and the standard have. */
function saidIn({ status, body }: HttpAnswer, mask: (text: string) => string): string {
  const reply = parseJson(body);
  const words = isObject(reply) ? wordsOf(reply) : '';
  if (words !== '') return siteSentence(Buffer.from(JSON.stringify(words)), mask);
  // Other texts come with a success that is none, and from a wrong address.
  return status < 400 || status === 404 ? '' : siteSentence(body, mask);
}

function wordsOf({ error, ...reply }: Readonly<Record<string, unknown>>): string {
  const nested = isObject(error) ? [error['type'], error['message']] : [error];
  return [...nested, reply['error_name'], reply['error_message'], reply['error_description']]
    .filter((text) => typeof text === 'string' && text !== '')
    .join(': ');
}
