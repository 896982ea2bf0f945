import type { Destination } from '../../model/destination.ts';
import { isLoopback } from '../http/pinned-origin.ts';
import { cloudPages, pagesOf } from './post-address.ts';

/** What an address may hold, wherever it stands in Markdown or in an attribute of HTML. */
const plain = /^https?:\/\/[\w\-.~:/?#@!$&*+,=%]+$/;
const longest = 500;

/**
 * The address of a picture as it goes into a text; null where it is not of this site, is no https (but
 * on loopback, where the site itself has none), or could end the place where it stands.
 */
export function imageAddress(destination: Destination, address: string): string | null {
  const pages = new URL(`${pagesOf(destination)}/`);
  const url = URL.parse(address, pages.href);
  if (url === null || url.username !== '' || url.password !== '') return null;
  const api = new URL(destination.site);
  const isOwn =
    url.origin === pages.origin ||
    url.origin === api.origin ||
    (isLoopback(api.hostname) && isLoopback(url.hostname));
  // A Business site names what it has by the cloud's addresses, also where its API is reached elsewhere.
  const [cloud = ''] = cloudPages;
  const isCloud =
    destination.tier === 'business' &&
    url.protocol === 'https:' &&
    url.port === '' &&
    (url.hostname === cloud || url.hostname.endsWith(`.${cloud}`));
  if (!isOwn && !isCloud) return null;
  return plain.test(url.href) && url.href.length <= longest ? url.href : null;
}
