const one = String.raw`(?:[#.][\p{L}\p{N}_-][^\s{}"'=]*|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+))`;
/** At least one id or class, or the colon of kramdown; or an id in a comment of MDX. */
const attributes = new RegExp(
  String.raw`^\{(?:(?::|(?=\s*[#.]|[^{}]*\s[#.]))\s*${one}(?:\s+${one})*\s*|/\*\s*#[\w-]+\s*\*/)\}$`,
  'u',
);

/**
 * Cuts `{#id}`, `{ .class #id }` or `{: #id}` off the end of a heading's text, which Docusaurus, Hugo,
 * MkDocs and kramdown read as attributes. `inline` is its Markdown: code and `\{` are text.
 */
export function splitAttributes(
  title: string,
  inline: string,
): { readonly title: string; readonly inline: string; readonly attributes: string | null } {
  const cut = { title, inline, attributes: null as string | null };
  for (;;) {
    const found = lastBraces(cut.inline);
    const seen = lastBraces(cut.title);
    if (found === '' || seen === '') return cut;
    cut.title = cut.title.slice(0, -seen.length).trimEnd();
    cut.inline = cut.inline.slice(0, -found.length).trimEnd();
    cut.attributes = cut.attributes === null ? found : `${found} ${cut.attributes}`;
  }
}

/** Tells whether braces and what is in them are such attributes. */
export function isAttributes(braces: string): boolean {
  return attributes.test(braces);
}

function lastBraces(text: string): string {
  const start = text.lastIndexOf('{');
  const found = start === -1 || text[start - 1] === '\\' ? '' : text.slice(start);
  return isAttributes(found) ? found : '';
}
