import { quoted } from '../../markdown/quoted.ts';
import type { DraftContext } from '../context.ts';
import { hostKind } from '../host-kind.ts';
import type { Rule } from '../rule.ts';

export const imageHost: Rule = {
  id: 'image-host',
  severity: 'warning',
  about:
    'An image stands where every reader can open it over https: not on the own machine or in a private network, not in a private repository of GitHub, and not at an address that expires.',
  check(draft, context) {
    return context.links(draft).flatMap(({ kind, url, at }) => {
      const seen = kind === 'image' ? flawOf(url, context.repository) : null;
      if (seen === null) return [];
      return [
        {
          at,
          message: `The image ${quoted(url)} ${seen}: readers will not see it.`,
          remedy: 'Put it into the repository as a file, and show that by its path.',
        },
      ];
    });
  },
};

/** Addresses with a signature, which counts for some minutes or days. */
const expiring =
  /[?&](?:X-Amz-(?:Expires|Signature)|X-Goog-(?:Expires|Signature)|Signature|Expires|sig|jwt|token)=/i;
const signing =
  /(?:^|\.)(?:githubusercontent\.com|amazonaws\.com|cloudfront\.net|storage\.googleapis\.com|blob\.core\.windows\.net)$/;

/** What is wrong with the address of an image; null where it is well. */
function flawOf(url: string, repository: DraftContext['repository']): string | null {
  if (/^\s*file:/i.test(url)) return 'is a file on the own machine';
  // Without a host it is one of the repository, which other rules look at.
  if (!/^\s*(?:https?|ftp):/i.test(url)) return null;
  const address = URL.parse(url);
  switch (hostKind(url)) {
    case null:
      return null;
    case 'loopback':
      return 'is on the own machine';
    case 'internal':
    case 'generic':
      return 'is in a private network';
    case 'open':
  }
  if (address === null) return null;
  const { hostname, pathname, protocol } = address;
  if (signing.test(hostname) && expiring.test(url)) return 'has an address that expires';
  if (/\/-\/blob\//.test(pathname)) return 'is the page about a file of GitLab, not the file';
  if (repository?.isPublic === false && isOfPrivate(address, repository.name))
    return 'can be opened by who can read the private repository alone';
  return protocol === 'http:'
    ? 'is not on https, so that browsers may refuse it on a page that is'
    : null;
}

function isOfPrivate({ hostname, pathname }: URL, name: string): boolean {
  const path = pathname.toLowerCase();
  if (hostname === 'github.com' && path.startsWith('/user-attachments/')) return true;
  const isGitHub = hostname === 'github.com' || hostname === 'raw.githubusercontent.com';
  return isGitHub && path.startsWith(`/${name.toLowerCase()}/`);
}
