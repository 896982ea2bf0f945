import { Fault } from '../../model/error.ts';

/** Tells whether a host name or address can only mean this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * Reads the base address of a server. Throws `insecure-url` where it is no address, holds a password,
 * a query or a fragment, or would send a token unencrypted over a network.
 */
export function parseBase(base: string): URL {
  const url = URL.canParse(base) ? new URL(base) : null;
  const secure =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url === null || !secure || url.username || url.password || url.search || url.hash) {
    // A password in the address stays out of the message.
    const seen = url === null ? 'a text that is no address' : `${url.protocol}//${url.host}`;
    throw new Fault('usage', 'insecure-url', `Cannot use ${seen} as a server's address.`, {
      remedy:
        'Give an https:// address without user, query and fragment; http:// is for loopback only.',
    });
  }
  return url;
}

/**
 * Joins a path, which begins with `/` and may hold a query, to a base. Throws where the result would
 * leave the base: then a value got into the path that nobody encoded.
 */
export function joinPath(base: URL, path: string): URL {
  const prefix = base.pathname.replace(/\/+$/, '');
  const joined = `${base.origin}${prefix}${path}`;
  const url = URL.canParse(joined) ? new URL(joined) : null;
  if (
    url === null ||
    !path.startsWith('/') ||
    url.origin !== base.origin ||
    url.hash !== '' ||
    url.pathname !== `${prefix}${path.replace(/\?.*$/s, '')}`
  ) {
    throw new Fault('internal', 'internal', 'Cannot make a request: its path is malformed.', {
      remedy: 'Report this, with the command that was run.',
    });
  }
  return url;
}
