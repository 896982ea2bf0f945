import { isLoopback } from '../../adapters/http/pinned-origin.ts';

/** Where a remote's address leads. */
export interface RemotePlace {
  /** With the port of an address of the web; else the name alone. */
  readonly host: string;
  readonly isWeb: boolean;
  readonly server: string;
  /** What stands behind the host, without slashes at its ends and without `.git`. */
  readonly path: string;
}

/** Null where a remote is no address of a server: a folder, a file. */
export function remotePlace(address: string | null): RemotePlace | null {
  const given = address ?? '';
  const [, scpHost, scpPath] = /^(?:[^@/:]+@)?([^/:@]{2,}):(?!\/\/)(.+)$/.exec(given) ?? [];
  if (scpHost !== undefined && scpPath !== undefined)
    return { host: scpHost, isWeb: false, server: `https://${scpHost}`, path: plain(scpPath) };
  const url = URL.parse(given);
  if (!url || url.hostname === '') return null;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const host = isWeb ? url.host : url.hostname;
  return {
    host,
    isWeb,
    server: `${isWeb ? url.protocol : 'https:'}//${host}`,
    path: plain(url.pathname),
  };
}

/** Whether two addresses name one repository of a server, by whatever protocol and user. */
export function isSameRepository(one: string | null, other: string | null): boolean {
  const [a, b] = [remotePlace(one), remotePlace(other)];
  if (!a || !b || a.path === '') return false;
  const hostOf = ({ host }: RemotePlace) =>
    (a.isWeb && b.isWeb ? host : host.replace(/:\d+$/, '')).toLowerCase();
  return hostOf(a) === hostOf(b) && a.path.toLowerCase() === b.path.toLowerCase();
}

/** Whether a host is the one that a remote is on. Without a remote, only what is on this machine is. */
export function isHostOf(remote: RemotePlace | null, host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  if (!remote) return isLoopback(name);
  const home = remote.host.replace(/:\d+$/, '');
  if (isLoopback(home)) return isLoopback(name);
  return remote.isWeb ? host === remote.host : name === home;
}

/** A path without slashes at its ends and without `.git`. */
export function plain(path: string): string {
  return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
}
