import { Fault } from '../../src/model/error.ts';
import type { SandboxOptions } from '../start-sandbox.ts';

/** Where the story may play: a sandbox of that kind, and what the configuration says of it. */
export interface DemoDestination {
  readonly sandbox: Pick<SandboxOptions, 'tier' | 'team' | 'switches'>;
  readonly api: 'v3' | 'v2.3';
  /** For people. */
  readonly about: string;
}

/** A site takes one Article a minute over API v2.3: the story would take ten minutes. */
const fast = { articlesPerMinute: 0 } as const;

/** The destinations that there are, by the names that `demo --destination` takes. */
const demoDestinations: Readonly<Record<string, DemoDestination>> = {
  'business-v3': {
    sandbox: { tier: 'business', team: 'acme-platform' },
    api: 'v3',
    about: 'a team, over API v3',
  },
  'business-v2.3': {
    sandbox: { tier: 'business', team: 'acme-platform', switches: fast },
    api: 'v2.3',
    about: 'a team, over API v2.3, without its limit of one Article a minute',
  },
  'enterprise-v3': {
    sandbox: { tier: 'enterprise', team: null },
    api: 'v3',
    about: 'the main site of an Enterprise, over API v3',
  },
  'enterprise-team-v3': {
    sandbox: { tier: 'enterprise', team: 'acme-platform' },
    api: 'v3',
    about: 'a private team of an Enterprise, over API v3',
  },
  'enterprise-v2.3': {
    sandbox: { tier: 'enterprise', team: null, switches: fast },
    api: 'v2.3',
    about:
      'the main site of an Enterprise, over API v2.3, without its limit of one Article a minute',
  },
};

/** The destination of this name. Throws `usage` where there is none. */
export function demoDestination(name: string): DemoDestination {
  const known = Object.hasOwn(demoDestinations, name) ? demoDestinations[name] : undefined;
  if (known) return known;
  throw new Fault('usage', 'usage', `Cannot play the demo on ${JSON.stringify(name)}.`, {
    remedy: `Give one of ${Object.keys(demoDestinations).join(', ')}.`,
  });
}
