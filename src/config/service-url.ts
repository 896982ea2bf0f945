/** What is wrong with a service's address: what was expected, and whether it would send a token unprotected. */
interface UrlProblem {
  readonly expected: string;
  readonly insecure: boolean;
}

/** Tells whether requests to this host never leave the machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Says what keeps a text from being the base address of a service, or null where it is one. */
export function urlProblem(text: string): UrlProblem | null {
  const wrong = (expected: string) => ({ expected, insecure: false });
  // The URL parser drops blanks and turns backslashes round, so that a reader sees another host.
  const url = /[\s\\\p{Cc}]/u.test(text) ? null : URL.parse(text);
  if (url === null || !/^https?:\/\//i.test(text))
    return wrong('an address such as https://stack.acme.example');
  if (url.username !== '' || url.password !== '')
    return wrong('an address without a user name or password');
  if (/[?#]/.test(text)) return wrong('an address without a query or fragment');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return { expected: 'https:// (http:// is accepted for the loopback only)', insecure: true };
  }
  if (url.hostname === 'stackoverflowteams.com') {
    return wrong("the API's address, https://api.stackoverflowteams.com");
  }
  if (/\/(?:api|v3|2\.3)(?:\/|$)/.test(url.pathname)) {
    return wrong("the address without the API's own path (/api, /v3, /2.3)");
  }
  return null;
}

/** Writes an address that `urlProblem` accepts in one way: host in lower case, no slash at the end. */
export function normalUrl(text: string): string {
  const url = new URL(text);
  return url.origin + url.pathname.replace(/\/+$/, '');
}
