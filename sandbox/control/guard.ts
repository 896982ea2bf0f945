import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv4 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Says why a request may not drive the sandbox, or null. Control is for programs on this machine:
 * not for other hosts, and not for a web page, whichever name its address was given.
 */
export function refusal(request: IncomingMessage): string | null {
  const remote = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (!loopback.check(remote, isIPv4(remote) ? 'ipv4' : 'ipv6'))
    return 'Control answers on loopback only.';
  const host = request.headers.host ?? '';
  if (!isLoopbackName(host)) return 'Control answers under a loopback name only.';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return 'Control does not answer other sites.';
  const from = request.headers['sec-fetch-site'];
  if (from === 'cross-site' || from === 'same-site') return 'Control does not answer other sites.';
  return null;
}

function isLoopbackName(host: string): boolean {
  let name: string;
  try {
    name = new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
  } catch {
    return false;
  }
  return name === 'localhost' || loopback.check(name, isIPv4(name) ? 'ipv4' : 'ipv6');
}
