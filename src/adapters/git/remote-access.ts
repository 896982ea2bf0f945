import { isLoopback } from '../http/pinned-origin.ts';
import { settingsFor } from './git-environment.ts';

/** How git talks to `origin`. */
interface RemoteAccess {
  /**
   * Environment for git. Where all addresses are the forge's, it holds the forge's token: never in an
   * address or an argument, where processes and logs would show it. Git then speaks no protocol but
   * that one and asks no credential helper, so that no program of the checkout's settings is started
   * beside the token. Elsewhere git's own credentials count.
   */
  readonly env: Record<string, string>;
  /** Whether it is a folder of this machine: then git's own programs are the other side. */
  readonly local: boolean;
}

export function remoteAccess(options: {
  /** Where git connects to, to fetch and to push, with what `insteadOf` makes of it. */
  readonly addresses: readonly string[];
  /** The forge's own address, such as https://github.com. */
  readonly server: string;
  readonly token: string | undefined;
  /** Whom the forge takes the token for; absent: as GitHub has it. */
  readonly user?: string;
}): RemoteAccess {
  const { addresses, token, user = 'x-access-token' } = options;
  const server = URL.parse(options.server);
  const secure = server?.protocol === 'https:' || isLoopback(server?.hostname ?? '');
  const ofForge = addresses.every((address) => URL.parse(address)?.origin === server?.origin);
  const local = addresses.every((address) => folder.test(address));
  if (!token || !server || !secure || !ofForge || addresses.length === 0) return { env: {}, local };
  const key = `http.${server.origin}/.extraheader`;
  const basic = Buffer.from(`${user}:${token}`).toString('base64');
  const env = {
    GIT_ALLOW_PROTOCOL: server.protocol.slice(0, -1),
    ...settingsFor([
      // An empty value clears what the checkout may have left: two headers are refused by the forge.
      [key, ''],
      [key, `AUTHORIZATION: basic ${basic}`],
      ['credential.helper', ''],
    ]),
  };
  return { env, local };
}

/** A path or `file:`, and neither `host:path` nor an address. */
const folder = /^(?:file:|[a-z]:[\\/]|[^:]*(?:\/|$))/i;
