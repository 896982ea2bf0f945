import type { Destination } from '../../model/destination.ts';
import { Fault } from '../../model/error.ts';
import { createHttp, type HttpOptions } from '../http/create-http.ts';
import { v3Policy } from './throttle/v3-policy.ts';
import { createSiteV3 } from './v3/create-site-v3.ts';

type Connection = Required<Pick<HttpOptions, 'userAgent' | 'proxy' | 'clock' | 'log'>>;

export interface OpenSiteOptions extends Connection {
  readonly destination: Destination;
  /** What STACK_ACCESS_TOKEN holds. */
  readonly token: string | undefined;
}

/**
 * Opens the way to a site; `sent` tells when the first request is being written. Throws
 * `token-missing`, `token-refused`, `insecure-url`, `usage` for a proxy that is no address, and
 * `config-invalid` for a site that this version cannot speak with.
 */
export function openSite({ destination, token, ...connection }: OpenSiteOptions) {
  const { api, site: base } = destination;
  if (!token) {
    const message = 'Cannot reach the site: STACK_ACCESS_TOKEN is not set.';
    const remedy = 'Set STACK_ACCESS_TOKEN to an access token of Stack Internal.';
    throw new Fault('usage', 'token-missing', message, { remedy });
  }
  if (api !== 'v3')
    throw new Fault(
      'usage',
      'config-invalid',
      `Cannot use API ${api}: this version speaks API v3.`,
      { remedy: 'Set destination.api to v3.' },
    );
  const sent = Promise.withResolvers<void>();
  const policy = v3Policy();
  const http = createHttp({ ...connection, base, policy, onRequest: sent.resolve });
  const site = createSiteV3({ destination, token, http, clock: connection.clock });
  return { site, sent: sent.promise, close: () => http.close() };
}
