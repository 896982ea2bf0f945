import type { Destination } from '../../model/destination.ts';
import { Fault } from '../../model/error.ts';
import { createHttp, type HttpOptions } from '../http/create-http.ts';
import { v2Policy } from './throttle/v2-policy.ts';
import { v3Policy } from './throttle/v3-policy.ts';
import { createSiteV2 } from './v2/create-site-v2.ts';
import { createSiteV3 } from './v3/create-site-v3.ts';

type Connection = Required<Pick<HttpOptions, 'userAgent' | 'proxy' | 'clock' | 'log'>> &
  Pick<HttpOptions, 'retry'>;

export interface OpenSiteOptions extends Connection {
  readonly destination: Destination;
  /** What STACK_ACCESS_TOKEN holds. */
  readonly token: string | undefined;
  /** What STACK_API_KEY holds; only an Enterprise with API v2.3 needs it. */
  readonly apiKey?: string | undefined;
  /** How many Articles API v2.3 may write in a minute. */
  readonly articlesPerMinute: number;
}

/** A page of a hundred posts over API v2.3 holds their texts. */
const longestAnswer = 64_000_000;

/**
 * Opens the way to a site; `sent` tells when the first request is being written. Throws
 * `token-missing`, `token-refused`, `api-key-missing`, `api-key-refused`, `insecure-url`, `usage` for a
 * proxy that is no address, and `config-invalid` for a destination that the API cannot reach.
 */
export function openSite(options: OpenSiteOptions) {
  const { destination, token, apiKey, articlesPerMinute, ...connection } = options;
  const { api, site: base } = destination;
  if (!token) {
    const message = 'Cannot reach the site: STACK_ACCESS_TOKEN is not set.';
    const remedy = 'Set STACK_ACCESS_TOKEN to an access token of Stack Internal.';
    throw new Fault('usage', 'token-missing', message, { remedy });
  }
  const sent = Promise.withResolvers<void>();
  const isV2 = api === 'v2.3';
  const articleIntervalMs = 60_000 / articlesPerMinute;
  const key = isV2 ? keyFor(destination, apiKey) : null;
  const http = createHttp({
    ...connection,
    base,
    policy: isV2 ? v2Policy(articleIntervalMs) : v3Policy(),
    onRequest: sent.resolve,
    ...(isV2 && { maxBytes: longestAnswer }),
  });
  const common = { destination, token, http, clock: connection.clock };
  const site = isV2
    ? createSiteV2({ ...common, apiKey: key, articleIntervalMs })
    : createSiteV3(common);
  return { site, sent: sent.promise, close: () => http.close() };
}

/** The key that API v2.3 asks for at this destination; null: none. */
function keyFor({ tier, team }: Destination, apiKey: string | undefined): string | null {
  if (tier === 'business') return null;
  if (team !== null)
    throw new Fault(
      'usage',
      'config-invalid',
      'Cannot use API v2.3 for a private team of an Enterprise: it reaches the main site only.',
      { remedy: 'Set destination.api to v3.' },
    );
  if (apiKey) return apiKey;
  const message = 'Cannot reach the site: STACK_API_KEY is not set, which API v2.3 asks for.';
  const remedy =
    'Set STACK_API_KEY to the key of an application on the site, or destination.api to v3.';
  throw new Fault('usage', 'api-key-missing', message, { remedy });
}
