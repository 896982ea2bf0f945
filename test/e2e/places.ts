import type { SandboxOptions } from '../../sandbox/index.ts';

/** One of the five destinations, as a sandbox and a configuration have it. */
export interface Place {
  readonly options: SandboxOptions;
  /** What every path of the API begins with. */
  readonly api: string;
  /** What the addresses of posts begin with. */
  readonly pages: string;
  /** As plans and errors name it, before the address. */
  readonly name: string;
  readonly version: 'v3' | 'v2.3';
}

/**
 * No limit holds: commands that follow each other in one process ask faster than runs ever do, and a
 * ban of half a minute would come of it.
 */
const switches = { throttle: false };

export const business: Place = {
  options: { team: 'acme', switches },
  api: '/v3/teams/acme/',
  pages: '/c/acme/',
  name: 'team acme',
  version: 'v3',
};
export const mainSite: Place = {
  options: { tier: 'enterprise', team: null, switches },
  api: '/api/v3/',
  pages: '/',
  name: 'the main site',
  version: 'v3',
};
export const privateTeam: Place = {
  options: { tier: 'enterprise', team: 'acme', switches },
  api: '/api/v3/teams/acme/',
  pages: '/c/acme/',
  name: 'team acme',
  version: 'v3',
};
export const businessV2: Place = { ...business, api: '/2.3/', version: 'v2.3' };
export const mainSiteV2: Place = { ...mainSite, api: '/api/2.3/', version: 'v2.3' };

export const placesV3 = [
  ['Business, API v3', business],
  ['the main site of an Enterprise, API v3', mainSite],
  ['a private team of an Enterprise, API v3', privateTeam],
] as const;
export const placesV2 = [
  ['Business, API v2.3', businessV2],
  ['the main site of an Enterprise, API v2.3', mainSiteV2],
] as const;

/** The same place, whose site behaves in another way. */
export function placeWith({ options, ...place }: Place, more: SandboxOptions['switches']): Place {
  return { ...place, options: { ...options, switches: { ...options.switches, ...more } } };
}
