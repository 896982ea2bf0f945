import type { Element, ElementContent, Properties } from 'hast';

/** Marks a text as its readers see it: what is not seen there is not seen here. No post has this class. */
export const proseClass = 's-prose';

/** What is a line break where it is all of a text; in any other text it is shown as what it is. */
export const lineBreak = '\n';

/** What goes into an element; a text is a text, whatever is in it, and null is nothing. */
export type Part = ElementContent | string | null | readonly Part[];

/** Makes an element of HTML. */
export function element(
  tagName: string,
  properties: Properties,
  ...parts: readonly Part[]
): Element {
  return { type: 'element', tagName, properties, children: parts.flatMap(contentOf) };
}

function contentOf(part: Part): ElementContent[] {
  if (part === null) return [];
  if (typeof part === 'string') return [{ type: 'text', value: part }];
  return 'type' in part ? [part] : part.flatMap(contentOf);
}

/** A link that tells nobody where its reader comes from; only the text where the address is none of the web. */
export function link(address: string, ...parts: readonly Part[]): Element {
  return isOfWeb(address)
    ? element('a', { href: address, rel: ['noopener', 'noreferrer'] }, ...parts)
    : element('span', {}, ...parts);
}

/** Whether a page may lead to an address. */
export function isOfWeb(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address);
}
