/** A marked page. */
export function page(title: string, body: string, tags = 'docs'): string {
  return `---\ntitle: ${JSON.stringify(title)}\ntags: [${tags}]\nstack: article\n---\n\n${body}`;
}
