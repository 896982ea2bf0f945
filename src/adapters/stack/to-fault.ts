import { Fault, type FaultOptions } from '../../model/error.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import { certificateRemedy, type HttpFailure } from '../http/http-failure.ts';
import { timeText } from '../http/retry-delay.ts';
import { meaningOf } from './answer-meaning.ts';
import { apiErrorOf, errorName } from './api-error.ts';
import type { Asked } from './asked.ts';
import { forbidden } from './forbidden.ts';
import { gone, knownRefusalOf, refusalOf } from './refusal.ts';
import { parseJson, siteSentence } from './site-sentence.ts';
import { throttleDelayMs } from './throttle/read-throttle.ts';

/** Turns any answer but the one that was asked for, a success with JSON, into a fault. */
export function answerToFault(answer: HttpAnswer, asked: Asked): Fault<'site'> {
  const { status, headers, body } = answer;
  const said = siteSentence(body, asked.mask);
  const forTeam = said === '' ? null : `The site says: “${said.replace(/[.\s]+$/, '')}”.`;
  const error = apiErrorOf(body);
  const answered = error ? errorName(error) : `status ${String(status)}`;
  const fault = (
    code: Fault<'site'>['code'],
    seen: string,
    remedy: string,
    more: Omit<FaultOptions, 'remedy'> = { forTeam },
  ) => siteFault(asked, code, `${seen} (${answered})`, remedy, more);

  if (status >= 200 && status < 300 && error === null) return unexpectedAnswer(answer, asked);
  const isOwn = body.length === 0 || parseJson(body) !== undefined;
  if (status >= 300 && status < 400) {
    // A server answers "See other" when it has carried the request out.
    const outcome = status === 303 && asked.effect === 'write' ? 'unknown' : 'rejected';
    return fault(
      'site-redirected',
      `${asked.host} answered with a redirect, which is not followed`,
      'Set destination.url to the address of the API itself; the token does not help to pass a log-in page.',
      { outcome },
    );
  }
  const mayBePage = status >= 400 && status < 500 && status !== 404 && status !== 429;
  if (mayBePage && isPage(body))
    return fault(
      'site-not-json',
      `${asked.host} answered with a web page, expected JSON`,
      'Look what stands between: a proxy that bars the way or asks for a log-in, or a wall before the site; the token does not help to pass it.',
    );
  switch (meaningOf({ status, error, isOwn }, asked)) {
    case 'no-token':
      return fault(
        'token-refused',
        'the site asks for an access token, although one was sent',
        'Look whether a proxy takes the header X-API-Access-Token away, and check STACK_ACCESS_TOKEN.',
      );
    case 'bad-token':
      if (/expired/i.test(said))
        return fault(
          'token-expired',
          'the site says that it expired',
          'Create a new access token and store it in STACK_ACCESS_TOKEN; of an Enterprise, `stack-publish login` gets one.',
        );
      return fault(
        'token-refused',
        `the site does not accept the access token ${asked.team === null ? 'for its main site' : `for the team ${asked.team}`}: it is mistyped, expired, revoked or of another place`,
        asked.team === null
          ? 'Store a valid token of the main site in STACK_ACCESS_TOKEN; for one of a private team set destination.team, as it works there alone.'
          : `Store a valid token of the team ${asked.team}, which destination.team names, in STACK_ACCESS_TOKEN; or correct destination.team, as the site gives the same answer for a wrong one.`,
      );
    case 'revoked-token':
      return fault(
        'token-revoked',
        'the site revoked the access token, as it became known to others',
        'Create a new access token, store it in STACK_ACCESS_TOKEN, and find out where the old one was shown.',
      );
    case 'bad-key':
      return fault(
        'api-key-refused',
        'the site does not accept the API key',
        'Check STACK_API_KEY: it is the key of an application of this very site.',
      );
    case 'no-team':
      return fault(
        'site-not-found',
        asked.team === null
          ? 'the site has no such team'
          : `the site has no team ${asked.team}, or not for this token`,
        'Correct destination.team: it is the last part of the address of its pages, …/c/SLUG.',
      );
    case 'forbidden': {
      const known = asked.effect === 'write' ? knownRefusalOf(said) : null;
      const { code, seen, remedy } = known ?? forbidden(asked);
      return fault(code, seen, remedy);
    }
    case 'gone':
      return fault(gone.code, gone.seen, gone.remedy);
    case 'not-found':
      return fault(
        'site-not-found',
        !isOwn ? `${asked.host} has nothing at this address` : 'the site does not find it',
        'Check destination.url, destination.tier and destination.team.',
      );
    case 'throttled': {
      const now = asked.now();
      return throttled(asked, now + throttleDelayMs(headers, now));
    }
    case 'in-doubt':
      if (asked.effect === 'write') return unknownOutcome(answered, asked, { forTeam });
      break;
    case 'broken':
      if (asked.effect === 'write') return unknownOutcome(answered, asked);
      return fault(
        'site-unavailable',
        `${asked.host} answered with an error of its own`,
        asked.team === null
          ? 'Run it again later.'
          : `Run it again later; check destination.team too, as the site may answer so where it has no team ${asked.team}.`,
      );
    case 'refused':
  }
  if (asked.effect === 'read')
    return fault(
      'site-rejected',
      'the site does not take the question',
      'Check destination.url, destination.tier and destination.api.',
    );
  const { code, seen, remedy } = refusalOf(said);
  return fault(code, seen, remedy);
}

/** The fault of a token that a private team refuses and the main site takes. */
export function tokenElsewhere(asked: Asked): Fault<'site'> {
  const team = asked.team ?? '';
  const seen = `the access token is one of the main site, expected one of the team ${team}`;
  const remedy = `Create a token in the team ${team}, which destination.team names, and store it in STACK_ACCESS_TOKEN, or take destination.team out to publish to the main site.`;
  return siteFault(asked, 'token-elsewhere', seen, remedy);
}

/** The fault of an API that cannot change Articles. */
export function editUnavailable(asked: Asked): Fault<'site'> {
  const seen = 'the API of the site offers no way to edit an Article';
  const remedy = 'Set destination.api to v3, or edit the Article on the site.';
  return siteFault(asked, 'article-edit-unavailable', seen, remedy);
}

/** The fault of an answer that says success and is not what was asked for. */
export function unexpectedAnswer(
  answer: HttpAnswer,
  asked: Asked,
  expected = 'JSON',
): Fault<'site'> {
  if (asked.effect === 'write') return unknownOutcome(`an answer without ${expected}`, asked);
  const start = answer.body.toString('utf8', 0, 200).trimStart();
  const seen =
    start === ''
      ? 'nothing'
      : isPage(answer.body)
        ? 'a web page'
        : parseJson(answer.body) === undefined
          ? 'other text'
          : 'other JSON';
  return siteFault(
    asked,
    'site-not-json',
    `${asked.host} answered with ${seen}, expected ${expected}`,
    'Check that destination.url is the address of the API, and that no proxy answers with its log-in page instead.',
  );
}

function isPage(body: Buffer): boolean {
  return /^\s*<(?:!doctype|html|head|body)/i.test(body.toString('utf8', 0, 200));
}

/** The fault of a list that is not read on. */
export function endlessList(asked: Asked, seen: string): Fault<'site'> {
  const remedy =
    'Check that destination.url is the address of the API, and what a proxy answers in between; an account with so many posts cannot be used.';
  return siteFault(asked, 'list-endless', `the list does not end (${seen})`, remedy);
}

/** The fault of a time of the site's that cannot be. */
export function wrongClock(asked: Asked, time: number): Fault<'site'> {
  const seen = `${asked.host} speaks of ${timeText(time)}, and here it is ${timeText(asked.now())}`;
  const remedy =
    "Set this machine's clock; where it is right, mend the clock of the site, or of the proxy that answers in its place.";
  return siteFault(asked, 'clock-wrong', seen, remedy);
}

/** Turns the failure of a request that got no whole answer into a fault. */
export function failureToFault(failure: HttpFailure, asked: Asked): Fault<'site'> {
  const { code } = failure;
  // What a connection failed of may name what the server's certificate names.
  const more = { cause: failure, forTeam: `Seen: ${asked.mask(failure.message)}.` };
  if (code === 'ETOOLATE' || code === 'ESTALE') {
    const remedy = 'Run it again: what was not sent is planned again.';
    const outcome = code === 'ESTALE' ? 'stale' : 'rejected';
    const more = { cause: failure, outcome } as const;
    return siteFault(asked, 'throttled', 'it had to wait too long', remedy, more);
  }
  if (code === 'EQUOTA') return throttled(asked, failure.until, { cause: failure });
  if (asked.effect === 'write' && failure.sent) return unknownOutcome(code, asked, more);
  if (code === 'ETOOLARGE') {
    const remedy = 'Check that destination.url is the address of the API.';
    return siteFault(asked, 'site-not-json', 'the answer is too long', remedy, more);
  }
  const seen = `cannot reach ${asked.host} (${code})`;
  return siteFault(asked, 'site-unreachable', seen, remedyOf(failure), more);
}

function remedyOf(failure: HttpFailure): string {
  if (failure.certificate) return certificateRemedy;
  if (failure.handshake)
    return 'Check the port in destination.url, and what answers there: it does not speak TLS as the API does.';
  if (failure.code === 'ENOTFOUND' || failure.code === 'EAI_AGAIN')
    return 'Check destination.url; where only a proxy knows the name, set HTTPS_PROXY.';
  if (failure.sent) return 'Run it again; check the network if it stays.';
  return 'Check destination.url and the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.';
}

/** The fault of a request that the site does not take now; `until` is null where it does not tell until when. */
export function throttled(
  asked: Asked,
  until: number | null,
  more?: Omit<FaultOptions, 'remedy'>,
): Fault<'site'> {
  if (until === null) {
    const seen =
      'the site takes no more requests, and does not tell until when: the quota of the day is used up, or this address is barred';
    const remedy =
      'Run it again later, tomorrow at the latest; look too whether a proxy refuses requests to the API.';
    return siteFault(asked, 'throttled', seen, remedy, more);
  }
  const seen = `the site takes no more requests until ${timeText(until)}`;
  const remedy = 'Run it again then; do not use one account in many runs at a time.';
  return siteFault(asked, 'throttled', seen, remedy, more);
}

/** The fault of a write that may have happened. */
function unknownOutcome(
  seen: string,
  { doing }: Asked,
  more: Omit<FaultOptions, 'remedy'> = {},
): Fault<'site'> {
  const message = `Cannot tell whether the site carried out the request (${doing}): ${seen}.`;
  return new Fault('site', 'outcome-unknown', message, {
    ...more,
    remedy: 'Run it again: the site is searched first, so nothing is written twice.',
    outcome: 'unknown',
  });
}

function siteFault(
  { doing }: Asked,
  code: Fault<'site'>['code'],
  seen: string,
  remedy: string,
  more: Omit<FaultOptions, 'remedy'> = {},
): Fault<'site'> {
  return new Fault('site', code, `Cannot ${doing}: ${seen}.`, { remedy, ...more });
}
