import { isLoopback } from '../http/pinned-origin.ts';

/**
 * Environment that lets git use a forge's token: never in an address or an argument, where processes
 * and logs would show it. Empty where the remote is not the forge's, so that the token goes nowhere
 * else, and git's own credentials count.
 */
export function forgeCredentials(options: {
  /** The remote's address. */
  readonly remote: string;
  /** The forge's own address, such as https://github.com. */
  readonly server: string;
  readonly token: string | undefined;
}): Record<string, string> {
  const { remote, token } = options;
  const server = URL.parse(options.server);
  const address = URL.parse(remote);
  if (!token || !server || address?.origin !== server.origin) return {};
  const secure = server.protocol === 'https:' || isLoopback(server.hostname);
  if (!secure) return {};
  const key = `http.${server.origin}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    // An empty value clears what the checkout may have left: two headers are refused by the forge.
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}
