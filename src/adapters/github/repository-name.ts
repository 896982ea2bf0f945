import type { GitHubOptions } from './open-github.ts';

/** Reads OWNER/NAME; null where a text is something else. */
export function parseRepositoryName(text: string | null): GitHubOptions['repository'] | null {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? '') ?? [];
  return owner && name ? { owner, name } : null;
}

/** OWNER/NAME where a remote's address is one of this server; else null. */
export function repositoryNameOn(server: string, address: string | null): string | null {
  const host = URL.parse(server)?.hostname;
  const remote =
    /^(?:https:\/\/(?:[^/@]*@)?|ssh:\/\/git@|git@)([^/:]+)[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
      address ?? '',
    );
  return remote && remote[1] === host ? (remote[2] ?? null) : null;
}
