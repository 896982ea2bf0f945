/**
 * Where a host can be reached: on the reader's own machine alone (`loopback`), within a network alone
 * (`internal`), or nowhere but in examples and in every cloud alike (`generic`). Any other is `open`.
 */
type HostKind = 'loopback' | 'internal' | 'generic' | 'open';

const internalEnds = /\.(?:local|internal|corp|lan|home|intranet|localdomain|private|home\.arpa)$/;
/** Every cluster and every cloud has these. */
const genericNames =
  /^(?:(?:host|gateway)\.docker\.internal|metadata\.google\.internal|169\.254\.169\.254|.+\.svc|(?:my|your)[\w-]*|example|host|hostname|proxy|server|site|(?:.+\.)?cluster\.local)$/;

/** Tells the kind of an address's host; null where the address has none. */
export function hostKind(address: string): HostKind | null {
  const host = URL.parse(address)?.hostname.toLowerCase().replace(/\.$/, '') ?? '';
  if (host === '') return null;
  if (host.startsWith('[')) return kindOfIpv6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host))
    return genericNames.test(host) ? 'generic' : kindOfIpv4(host);
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  // A name to be filled in, as `{host}`, is none.
  if (!/^[a-z0-9._-]+$/.test(host)) return null;
  if (genericNames.test(host)) return 'generic';
  return internalEnds.test(host) || !host.includes('.') ? 'internal' : 'open';
}

function kindOfIpv4(host: string): HostKind {
  const [a = 0, b = 0] = host.split('.').map(Number);
  if (a === 127 || a === 0) return 'loopback';
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b < 128);
  return isPrivate ? 'internal' : 'open';
}

/** Of an address as `URL` writes it: in lower case, its zeros shortened. */
function kindOfIpv6(host: string): HostKind {
  if (host === '::1' || host === '::') return 'loopback';
  const [, high = '', low = ''] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) ?? [];
  if (high !== '') {
    const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
    return kindOfIpv4([a >> 8, a & 255, b >> 8, b & 255].join('.'));
  }
  return /^f(?:[cd]|e[89ab])[0-9a-f]*:/.test(host) ? 'internal' : 'open';
}
