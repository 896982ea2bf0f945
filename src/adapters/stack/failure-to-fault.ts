import { Fault } from '../../model/error.ts';
import { certificateRemedy, type HttpFailure } from '../http/http-failure.ts';
import type { Asked } from './asked.ts';
import { unknownOutcome } from './unknown-outcome.ts';

/** Turns the failure of a request that got no whole answer into a fault. */
export function failureToFault(failure: HttpFailure, asked: Asked): Fault<'site'> {
  const { code } = failure;
  const message = asked.mask(failure.message);
  if (code === 'ETOOLATE') {
    return new Fault('site', 'throttled', `Cannot ${asked.doing}: it had to wait too long.`, {
      remedy: 'Run it again: what was not sent is planned again.',
      cause: failure,
    });
  }
  if (asked.effect === 'write' && failure.sent) return unknownOutcome(`${code}, ${message}`, asked);
  if (code === 'ETOOLARGE') {
    return new Fault('site', 'site-not-json', `Cannot ${asked.doing}: ${message}.`, {
      remedy: 'Check that destination.url is the address of the API.',
      cause: failure,
    });
  }
  return new Fault(
    'site',
    'site-unreachable',
    `Cannot ${asked.doing}: cannot reach ${asked.host} (${code}: ${message}).`,
    { remedy: remedyOf(failure), cause: failure },
  );
}

function remedyOf(failure: HttpFailure): string {
  if (failure.certificate) return certificateRemedy;
  if (failure.code === 'ENOTFOUND' || failure.code === 'EAI_AGAIN')
    return 'Check destination.url; where only a proxy knows the name, set HTTPS_PROXY.';
  if (failure.sent) return 'Run it again; check the network if it stays.';
  return 'Check destination.url and the network; behind a company proxy set HTTPS_PROXY, and NO_PROXY for what it does not serve.';
}
