import { allowedAttributes, allowedTags, voidTags } from './allowed-html.ts';

/** A piece of raw HTML in a post. Comments, and tags that the site does not allow, leave nothing. */
type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: Record<string, string> }
  | { readonly kind: 'void'; readonly tag: string; readonly attributes: Record<string, string> }
  | { readonly kind: 'close'; readonly tag: string };

const piece =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,500})>/gi;
const attribute = /([a-z][a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+))/gi;

/**
 * Cuts raw HTML into tokens. This is a convenience, not a boundary: what is built from the tokens
 * is sanitised like everything else.
 */
export function htmlTokens(source: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let end = 0;
  const text = (until: number): void => {
    if (until > end) tokens.push({ kind: 'text', text: source.slice(end, until) });
  };
  for (const match of source.matchAll(piece)) {
    text(match.index);
    end = match.index + match[0].length;
    const tag = match[3]?.toLowerCase();
    if (tag === undefined || !allowedTags.includes(tag)) continue;
    if (match[2] === '/') tokens.push({ kind: 'close', tag });
    else {
      const attributes = attributesOf(tag, match[4] ?? '');
      tokens.push({ kind: voidTags.has(tag) ? 'void' : 'open', tag, attributes });
    }
  }
  text(source.length);
  return tokens;
}

function attributesOf(tag: string, source: string): Record<string, string> {
  const known = allowedAttributes[tag] ?? [];
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of source.matchAll(attribute))
    if (known.includes(name.toLowerCase()))
      found[name.toLowerCase()] = double ?? single ?? bare ?? '';
  return found;
}
