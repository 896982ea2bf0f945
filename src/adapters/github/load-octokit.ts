import type * as toolkit from '@actions/github';
import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';

type Toolkit = Pick<typeof toolkit, 'getOctokit'>;

/**
 * Loads the client library, once. On loading it reads the event's file: one that is missing would
 * get a line on stdout, where a JSON document may stand, and a broken one would stop the run.
 */
export const loadOctokit: () => Promise<Toolkit> = memoize(async () => {
  const name = 'GITHUB_EVENT_PATH';
  const file = process.env[name];
  delete process.env[name];
  try {
    return await import('@actions/github');
  } catch (cause) {
    throw new Fault('forge', 'forge-unreachable', "Cannot load GitHub's client library.", {
      remedy: 'Check that GITHUB_API_URL, HTTPS_PROXY and NO_PROXY hold addresses.',
      cause,
    });
  } finally {
    if (file !== undefined) process.env[name] = file;
  }
});
