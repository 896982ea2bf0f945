import type { Config } from '../config/schema.ts';
import { Fault } from '../model/error.ts';
import type { Forge } from '../ports/forge.ts';
import type { Repository } from '../ports/repository.ts';
import type { Audience } from '../report/audience.ts';

/**
 * Who can read what a run on this repository shows: for everyone no text of the private site may
 * enter its plans. Without a remote on another host only the team can; otherwise no answer counts as
 * public.
 */
export async function audienceOf({
  config: { visibility },
  repository,
  forge,
}: {
  readonly config: Pick<Config, 'visibility'>;
  readonly repository: Pick<Repository, 'remotes'>;
  readonly forge: Pick<Forge, 'isPublic'> | null;
}): Promise<Audience> {
  if (visibility !== 'auto') return visibility === 'public' ? 'everyone' : 'team';
  const open = forge
    ? ((await forge.isPublic().catch(noAnswer)) ?? true)
    : (await repository.remotes()).some(isElsewhere);
  return open ? 'everyone' : 'team';
}

function noAnswer(error: unknown): null {
  if (error instanceof Fault) return null;
  throw error;
}

/** Whether a remote's address is on another host; paths and `file:` are not. */
export function isElsewhere(address: string): boolean {
  if (/^file:/i.test(address)) return false;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const host = URL.parse(address)?.hostname ?? '';
    return !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
  }
  // "host:path", as ssh has it; a path with a slash before any colon is local.
  return /^[^/]+:/.test(address) && !/^[a-z]:[\\/]/i.test(address);
}
