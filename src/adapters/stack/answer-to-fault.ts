import { Fault } from '../../model/error.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import type { Asked, SiteCode } from './asked.ts';
import { parseJson } from './parse-json.ts';
import { siteSentence } from './site-sentence.ts';
import { throttleDelayMs } from './throttle/read-throttle.ts';
import { unexpectedAnswer } from './unexpected-answer.ts';
import { unknownOutcome } from './unknown-outcome.ts';

/** Turns any answer but the one that was asked for, a success with JSON, into a fault. */
export function answerToFault(answer: HttpAnswer, asked: Asked): Fault<'site'> {
  const { status, headers, body } = answer;
  const said = siteSentence(body, asked.mask);
  const fault = (
    code: SiteCode,
    seen: string,
    remedy: string,
    outcome: 'rejected' | 'unknown' = 'rejected',
  ) => new Fault('site', code, `Cannot ${asked.doing}: ${seen}.`, { remedy, outcome });
  const quoted = said === '' ? `status ${String(status)}` : `“${said.replace(/[.\s]+$/, '')}”`;

  if (status >= 200 && status < 300) return unexpectedAnswer(answer, asked);
  if (status < 400) {
    // A server answers "See other" when it has carried the request out.
    const outcome = status === 303 && asked.effect === 'write' ? 'unknown' : 'rejected';
    return fault(
      'site-redirected',
      `${asked.host} answered with a redirect (status ${String(status)}), which is not followed`,
      'Set destination.url to the address of the API itself. The token does not help to pass a log-in page.',
      outcome,
    );
  }
  switch (status) {
    case 400:
      break;
    case 401:
      if (/expired/i.test(said))
        return fault(
          'token-expired',
          `the site says ${quoted}`,
          'Create a new access token and store it in STACK_ACCESS_TOKEN.',
        );
      return fault(
        'token-refused',
        `the site does not accept the access token (${quoted})`,
        asked.team === null
          ? 'Check STACK_ACCESS_TOKEN: a token of a private team does not work on the main site.'
          : `Check STACK_ACCESS_TOKEN, and that it is a token of the team ${asked.team}, which destination.team names: the site gives the same answer for a wrong team.`,
      );
    case 403: {
      const { code, remedy } = asked.forbidden ?? forbidden[asked.effect];
      return fault(code, `the site forbids it (${quoted})`, remedy);
    }
    case 404:
      return fault(
        'site-not-found',
        parseJson(body) === undefined
          ? `${asked.host} has nothing at this address`
          : `the site does not find it (${quoted})`,
        'Check destination.url, destination.tier and destination.team.',
      );
    case 429: {
      const wait = Math.ceil(throttleDelayMs(headers, Date.now()) / 1000);
      return fault(
        'throttled',
        `the site takes no more requests for ${String(wait)} seconds`,
        'Run it again later; do not use one account in many runs at a time.',
      );
    }
    default:
      if (status < 500) break;
      if (asked.effect === 'write') return unknownOutcome(`status ${String(status)}`, asked);
      return fault(
        'site-unavailable',
        `${asked.host} answered with status ${String(status)} again and again`,
        asked.team === null
          ? 'Run it again later.'
          : 'Run it again later. Check destination.team too: a wrong one may get the same answer.',
      );
  }
  return fault(
    'site-rejected',
    `the site says ${quoted}`,
    'Change the text as the site asks, then plan again.',
  );
}

const forbidden = {
  read: {
    code: 'site-forbidden',
    remedy: "Check that the token's account is a member of the team and may see this.",
  },
  write: {
    code: 'token-read-only',
    remedy:
      "Use a token with write access; if it has that, check the role of the token's account on the site.",
  },
} as const;
