import type { Config } from '../../config/schema.ts';

/** Whether the notes of pull requests become parts of releases, and are no sources of their own. */
export function isMadeFromPulls({ releases }: Pick<Config['sources'], 'releases'>): boolean {
  return releases !== false && releases.from === 'pull-requests';
}
