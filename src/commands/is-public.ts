import type { Context } from './context.ts';

/**
 * Whether everyone may read the repository, so that no text of the private site may enter its plans.
 * Without a remote on another host nobody else can; otherwise no answer counts as public.
 */
export async function isPublic({
  config,
  repository,
  forge,
}: Pick<Context, 'config' | 'repository' | 'forge'>): Promise<boolean> {
  if (config.visibility !== 'auto') return config.visibility === 'public';
  if (forge) return (await forge.isPublic()) ?? true;
  const remotes = await repository.remotes();
  return remotes.some(isElsewhere);
}

/** Whether a remote's address is on another host; paths and `file:` are not. */
function isElsewhere(address: string): boolean {
  if (/^file:/i.test(address)) return false;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const host = URL.parse(address)?.hostname ?? '';
    return !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
  }
  // "host:path", as ssh has it; a path with a slash before any colon is local.
  return /^[^/]+:/.test(address) && !/^[a-z]:[\\/]/i.test(address);
}
