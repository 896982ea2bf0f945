import { Fault, type ErrorCode } from '../../model/error.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import { parseJson } from './parse-json.ts';
import { siteSentence } from './site-sentence.ts';
import { throttleDelayMs } from './throttle/read-throttle.ts';

/** What was asked of the site, for the message. */
export interface Asked {
  /** With a verb: `read article 12`. */
  readonly doing: string;
  readonly effect: 'read' | 'write';
  /** The host, for people. */
  readonly host: string;
  /** Takes the token out of a text. */
  readonly mask: (text: string) => string;
  /** Business: a wrong team answers as a wrong token does. */
  readonly team: string | null;
  /** What to do where the account may not do this; where left out, a hint at its role. */
  readonly forbidden?: { readonly code: SiteCode; readonly remedy: string };
}

export type SiteCode = Extract<
  ErrorCode,
  | `token-${'refused' | 'expired' | 'read-only'}`
  | `site-${string}`
  | 'throttled'
  | 'outcome-unknown'
  | 'response-differs'
>;

/** The fault that an answer tells of which is not the one that was asked for (2xx with JSON). */
export function faultOfAnswer(answer: HttpAnswer, asked: Asked): Fault<'site'> {
  const { status, headers, body } = answer;
  const said = siteSentence(body, asked.mask);
  const fault = (
    code: SiteCode,
    seen: string,
    remedy: string,
    outcome: 'rejected' | 'unknown' = 'rejected',
  ) => new Fault('site', code, `Cannot ${asked.doing}: ${seen}.`, { remedy, outcome });
  const quoted = said === '' ? `status ${String(status)}` : `“${said.replace(/[.\s]+$/, '')}”`;

  if (status >= 200 && status < 300) return faultOfOddity(answer, asked);
  if (status < 400) {
    // "See other" is what a server says that carried the request out.
    const outcome = status === 303 && asked.effect === 'write' ? 'unknown' : 'rejected';
    return fault(
      'site-redirected',
      `${asked.host} sent us elsewhere with status ${String(status)}, which is not followed`,
      'Set destination.url to the address that answers itself; a log-in page cannot be passed.',
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
          : `Check STACK_ACCESS_TOKEN, and that destination.team is the token's team: ${asked.team} was asked, and a wrong team answers the same.`,
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
        'Run it again later; one account should not be used by many runs at a time.',
      );
    }
    default:
      if (status < 500) break;
      if (asked.effect === 'write') return faultOfUnknown(`status ${String(status)}`, asked);
      return fault(
        'site-unavailable',
        `${asked.host} answered with status ${String(status)} again and again`,
        asked.team === null
          ? 'Run it again later.'
          : 'Run it again later; a wrong destination.team may answer so too.',
      );
  }
  return fault(
    'site-rejected',
    `the site says ${quoted}`,
    'Change the text as the site asks, then plan again.',
  );
}

/** The fault of an answer that says success and is not what was asked for. */
export function faultOfOddity(answer: HttpAnswer, asked: Asked, expected = 'JSON'): Fault<'site'> {
  if (asked.effect === 'write') return faultOfUnknown(`an answer without ${expected}`, asked);
  const start = answer.body.toString('utf8', 0, 200).trimStart();
  const seen =
    start === ''
      ? 'nothing'
      : /^<(?:!doctype|html|head|body)/i.test(start)
        ? 'a web page'
        : parseJson(answer.body) === undefined
          ? 'other text'
          : 'other JSON';
  return new Fault(
    'site',
    'site-not-json',
    `Cannot ${asked.doing}: ${asked.host} answered with ${seen}, expected ${expected}.`,
    {
      remedy:
        'Check that destination.url is the address of the API, and that no log-in page of a proxy stands before it.',
    },
  );
}

/** The fault of a write that may have happened. */
export function faultOfUnknown(seen: string, asked: Asked): Fault<'site'> {
  return new Fault(
    'site',
    'outcome-unknown',
    `Cannot tell whether the site did it (${asked.doing}): ${seen}.`,
    {
      remedy: 'Run it again: the site is searched first, so nothing is written twice.',
      outcome: 'unknown',
    },
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
