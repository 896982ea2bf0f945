/**
 * Tells whether the site takes a target for a link or an image. It shows all others as literal text:
 * relative paths, anchors and other schemes.
 */
export function showsAsLink(url: string): boolean {
  return /^(?:https?:|ftp:|mailto:|\/)/i.test(url);
}
