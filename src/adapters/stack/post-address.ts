import type { Destination } from '../../model/destination.ts';
import type { PostRef } from '../../model/post.ts';

const cloudApi = 'api.stackoverflowteams.com';
/** Where the pages of the cloud service are; the second is where they were before. */
export const cloudPages = ['stackoverflowteams.com', 'stackoverflow.com'];

/** Where the pages of a destination are that people read, without a trailing slash. */
export function pagesOf({ site, team }: Destination): string {
  const url = new URL(site);
  const base =
    url.hostname === cloudApi ? `https://${cloudPages[0] ?? ''}` : site.replace(/\/+$/, '');
  return team === null ? base : `${base}/c/${encodeURIComponent(team)}`;
}

/** The address of a post that a reader can open. */
export function urlOf(destination: Destination, { kind, id }: PostRef): string {
  return `${pagesOf(destination)}/${kind === 'article' ? 'articles' : 'questions'}/${String(id)}`;
}

/**
 * Reads the address of a post as a browser or the site shows it, in its long and short forms. Null
 * where it is of another site or team, or of something else.
 */
export function refOf(destination: Destination, address: string): PostRef | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (url === null || url.username !== '' || url.password !== '') return null;
  const pages = new URL(pagesOf(destination));
  // A Business site names its posts by the cloud's addresses, also where its API is reached elsewhere.
  const cloud =
    destination.tier === 'business' &&
    cloudPages.includes(url.hostname) &&
    url.protocol === 'https:' &&
    url.port === '';
  if (!cloud && url.origin !== pages.origin) return null;
  const team = destination.team === null ? '' : `/c/${encodeURIComponent(destination.team)}`;
  const prefix = (cloud ? team : pages.pathname.replace(/\/$/, '')).toLowerCase();
  if (!url.pathname.toLowerCase().startsWith(`${prefix}/`)) return null;
  const path = url.pathname.slice(prefix.length + 1).split('/');
  return refOfPath(path, url.hash);
}

function refOfPath([root = '', first = '', second = '', third = '']: string[], hash: string) {
  const id = idOf(first);
  if (id === null) return null;
  switch (root.toLowerCase()) {
    case 'articles':
      return { kind: 'article', id } as const;
    case 'q':
      return { kind: 'question', id } as const;
    case 'questions':
      return question(id, idOf(third) ?? idOf(hash.slice(1)));
    case 'a': {
      // The short form of an answer names its question first; without it nothing can be read.
      const answer = idOf(second);
      return answer === null ? null : question(id, answer);
    }
    default:
      return null;
  }
}

function question(id: number, answer: number | null): PostRef {
  return answer === null ? { kind: 'question', id } : { kind: 'question', id, answer };
}

function idOf(text: string): number | null {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}
