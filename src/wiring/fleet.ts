import { createForgeFleet } from '../adapters/github/forge-fleet.ts';
import { shippedWorkflows } from '../adapters/shipped-workflows.ts';
import type { FleetContext } from '../commands/init/org/fleet-context.ts';
import { Fault } from '../model/error.ts';
import { gitHubPages } from '../model/forge-addresses.ts';
import { loadParser } from './configuration.ts';
import type { Environment } from './environment.ts';
import { gitHubOptions, gitHubToken, requireServer } from './forge.ts';

/** A limit of GitHub's ends within the hour: so long is waited, and a little more. */
const patienceMs = 65 * 60_000;

/** Opens what `init --org` works with. Throws `token-missing`, `usage`, `insecure-url`. */
export async function openFleet(
  environment: Environment,
  organisation: string,
): Promise<FleetContext & AsyncDisposable> {
  if (environment.configFile !== null)
    throw new Fault('usage', 'usage', 'Cannot set up: --config names a file, expected none.', {
      remedy: 'Leave it out: the shared configuration is in the `.github` repository.',
    });
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(organisation))
    throw new Fault(
      'usage',
      'usage',
      `Cannot set up: --org is ${JSON.stringify(organisation)}, expected the name of an organisation on GitHub.`,
      { remedy: 'Write it as it stands in https://github.com/NAME.' },
    );
  requireServer(environment);
  if (environment.github.isGitea)
    throw new Fault('usage', 'usage', 'Cannot set up: --org is for GitHub.', {
      remedy: 'Set each repository up with `stack-publish init`.',
    });
  const token = gitHubToken(environment);
  if (token === null)
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot set up the repositories of ${organisation}: GITHUB_TOKEN is not set.`,
      { remedy: 'Set it to the token of an admin: GITHUB_TOKEN="$(gh auth token)".' },
    );
  const place = { owner: organisation, name: '.github' };
  const fleet = createForgeFleet(
    { ...gitHubOptions(environment, place, token), patienceMs },
    organisation,
  );
  const [parser, shipped, shippedForMany] = await Promise.all([
    loadParser(),
    shippedWorkflows('workflows'),
    shippedWorkflows('fleet'),
  ]);
  const { serverUrl } = environment.github;
  return {
    organisation,
    fleet,
    pages: (name) => gitHubPages(serverUrl, name),
    shipped,
    shippedForMany,
    parse(own, shared) {
      const requests = { total: 0, writes: 0 };
      const known = { read: () => Promise.resolve(shared), requests };
      return parser(own, known, () => Promise.reject(new Error('no file of its own is read')));
    },
    log: environment.log,
    [Symbol.asyncDispose]: () => fleet.close(),
  };
}
