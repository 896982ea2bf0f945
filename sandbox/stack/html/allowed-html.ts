/** The HTML that people may write into a post. */
export const allowedTags: readonly string[] = (
  'a b blockquote br code del dd dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre s strike ' +
  'strong sub sup ul'
).split(' ');

export const allowedAttributes: Readonly<Record<string, string[]>> = {
  a: ['href', 'title'],
  img: ['src', 'width', 'height', 'alt', 'title'],
};

export const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img']);

/** What the site takes for a link: with a scheme that it knows, or from its own root. */
export function isLinkable(url: string): boolean {
  return /^(?:(?:https?|ftp):\/\/|mailto:|\/(?!\/))[^'\s]*$/i.test(url);
}
