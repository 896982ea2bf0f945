import type { Dispatcher } from 'undici';
import { Fault } from '../../model/error.ts';
import { isLoopback } from './pinned-origin.ts';
import { Agent, EnvHttpProxyAgent } from './undici.ts';

/** The environment's words on proxies; `HTTP_PROXY` has no part, as http is for loopback only. */
export interface ProxySettings {
  /** `HTTPS_PROXY` or `https_proxy`. */
  readonly https?: string | undefined;
  /** `NO_PROXY` or `no_proxy`. */
  readonly exclude?: string | undefined;
}

export interface Timeouts {
  readonly connectMs: number;
  /** Until the first byte of the answer. */
  readonly headersMs: number;
  /** Between two pieces of its body. */
  readonly bodyMs: number;
}

/** Opens the connections to one server: kept alive, through a proxy where the environment names one. */
export function openDispatcher(base: URL, proxy: ProxySettings, timeouts: Timeouts): Dispatcher {
  const common = {
    // Over HTTP/1.1 it is certain whether a request was sent when its connection fails.
    allowH2: false,
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
    connect: { timeout: timeouts.connectMs },
    connectTimeout: timeouts.connectMs,
  };
  const address = proxy.https?.trim() ?? '';
  if (address === '' || isLoopback(base.hostname)) return new Agent(common);
  const url = address.includes('://') ? address : `http://${address}`;
  if (!URL.canParse(url)) {
    throw new Fault('usage', 'usage', 'Cannot read HTTPS_PROXY: expected an address.', {
      remedy: 'Set HTTPS_PROXY to the address of the proxy, as http://proxy.example:8080.',
    });
  }
  return new EnvHttpProxyAgent({
    ...common,
    // It does not count for the way to the proxy.
    proxyTls: { allowH2: false },
    // An empty text keeps the library from reading HTTP_PROXY itself.
    httpProxy: '',
    httpsProxy: url,
    noProxy: proxy.exclude ?? '',
  });
}
