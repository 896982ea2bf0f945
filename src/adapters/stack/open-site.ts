import type { Destination } from '../../model/destination.ts';
import { Fault } from '../../model/error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Site } from '../../ports/site.ts';
import type { ProxySettings } from '../http/open-dispatcher.ts';
import { createHttp } from '../http/create-http.ts';
import { v3Policy } from './throttle/v3-policy.ts';
import { createSiteV3 } from './v3/create-site-v3.ts';

export interface OpenSiteOptions {
  readonly destination: Destination;
  /** What STACK_ACCESS_TOKEN holds. */
  readonly token: string | undefined;
  readonly userAgent: string;
  readonly proxy: ProxySettings;
  readonly clock: Clock;
  readonly log: Log;
}

interface OpenSite {
  readonly site: Site;
  /** When the first request is being written. */
  readonly sent: Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the way to a site. Throws `token-missing`, `token-refused`, `insecure-url`, `usage` for a proxy
 * that is no address, and `config-invalid` for a site that this version cannot speak with.
 */
export function openSite(options: OpenSiteOptions): OpenSite {
  const { destination, token, userAgent, proxy, clock, log } = options;
  const { tier, api, site: base } = destination;
  if (!token)
    throw new Fault(
      'usage',
      'token-missing',
      'Cannot reach the site: STACK_ACCESS_TOKEN is not set.',
      { remedy: 'Set STACK_ACCESS_TOKEN to an access token of Stack Internal.' },
    );
  if (api !== 'v3' || tier !== 'business')
    throw new Fault(
      'usage',
      'config-invalid',
      `Cannot use ${tier} with API ${api}: this version speaks API v3 of Business.`,
      { remedy: 'Set destination to { tier: business, api: v3 }.' },
    );
  const sent = Promise.withResolvers<void>();
  const http = createHttp({
    base,
    userAgent,
    proxy,
    clock,
    log,
    policy: v3Policy(),
    onRequest: sent.resolve,
  });
  const site = createSiteV3({ destination, token, http, clock });
  return { site, sent: sent.promise, close: () => http.close() };
}
