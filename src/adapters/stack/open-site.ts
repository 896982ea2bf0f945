import type { Destination } from '../../model/destination.ts';
import { Fault } from '../../model/error.ts';
import type { Site } from '../../ports/site.ts';
import { createHttp, type Http, type HttpOptions } from '../http/create-http.ts';
import { v3Policy } from './throttle/v3-policy.ts';
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

/** How one version of the API is asked, and spoken. */
interface Version extends Pick<HttpOptions, 'policy' | 'maxBytes'> {
  readonly speak: (common: { readonly http: Http } & SpeakOptions) => Site;
}

type SpeakOptions = Pick<Connection, 'clock'> & {
  readonly destination: Destination;
  readonly token: string;
};

/**
 * Opens the way to a site; `sent` tells when the first request is being written. Throws
 * `token-missing`, `token-refused`, `api-key-missing`, `api-key-refused`, `insecure-url`, `usage` for a
 * proxy that is no address, and `config-invalid` for a destination that the API cannot reach.
 */
export async function openSite(options: OpenSiteOptions) {
  const { destination, token, apiKey, articlesPerMinute, ...connection } = options;
  const { api, site: base } = destination;
  if (!token) {
    const message = 'Cannot reach the site: STACK_ACCESS_TOKEN is not set.';
    const remedy = 'Set STACK_ACCESS_TOKEN to an access token of Stack Internal.';
    throw new Fault('usage', 'token-missing', message, { remedy });
  }
  const sent = Promise.withResolvers<void>();
  const version =
    api === 'v2.3'
      ? await version2(keyFor(destination, apiKey), 60_000 / articlesPerMinute)
      : version3();
  const { speak, ...how } = version;
  const http = createHttp({ ...connection, ...how, base, onRequest: sent.resolve });
  const site = speak({ destination, token, http, clock: connection.clock });
  return { site, sent: sent.promise, close: () => http.close() };
}

function version3(): Version {
  return { policy: v3Policy(), speak: createSiteV3 };
}

/** Loaded where it is spoken: most runs have no use for it. */
async function version2(apiKey: string | null, articleIntervalMs: number): Promise<Version> {
  const [{ v2Policy }, { createSiteV2 }] = await Promise.all([
    import('./throttle/v2-policy.ts'),
    import('./v2/create-site-v2.ts'),
  ]);
  return {
    policy: v2Policy(articleIntervalMs),
    // A page of a hundred posts over API v2.3 holds their texts.
    maxBytes: 64_000_000,
    speak: (common) => createSiteV2({ ...common, apiKey, articleIntervalMs }),
  };
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
