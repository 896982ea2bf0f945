import type { ProxySettings } from './open-dispatcher.ts';

/** What an environment says of proxies. */
export function proxyOf(env: Readonly<Record<string, string | undefined>>): ProxySettings {
  return {
    https: env['HTTPS_PROXY'] ?? env['https_proxy'],
    exclude: env['NO_PROXY'] ?? env['no_proxy'],
  };
}
