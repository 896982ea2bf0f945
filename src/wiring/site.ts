import type { OpenSiteOptions } from '../adapters/stack/open-site.ts';
import type { Config } from '../config/schema.ts';
import { version } from '../model/version.ts';
import type { Environment } from './environment.ts';

/** Which site a run is about, by which token and key and which way it is reached. */
export function siteOptions(
  { stackToken, stackApiKey, proxy, clock, log }: Environment,
  { destination, limits }: Config,
): OpenSiteOptions {
  const { tier, url, team, api } = destination;
  return {
    destination: { tier, site: url, team, api },
    token: stackToken,
    apiKey: stackApiKey,
    articlesPerMinute: limits['articles-per-minute'],
    userAgent: `stack-publish/${version}`,
    proxy,
    clock,
    log,
  };
}
