/** A tag of the HTML that Stack knows, and what it does with it. */
export interface Tag {
  readonly name: string;
  /** Tags of one kind belong together, as `<b>` and `</strong>`. */
  readonly kind: string;
  readonly isClosing: boolean;
  readonly isVoid: boolean;
  readonly isBlock: boolean;
  /** Those that Stack keeps, as they are written; empty where one is missing. */
  readonly attributes: ReadonlyMap<string, string>;
}

const inlineKinds = new Map([
  ...['del', 'strike', 's'].map((name) => [name, 's'] as const),
  ...['b', 'strong'].map((name) => [name, 'strong'] as const),
  ...['em', 'i'].map((name) => [name, 'em'] as const),
  ...['code', 'br', 'a', 'img', 'kbd', 'sup', 'sub'].map((name) => [name, name] as const),
]);
const blocks = new Set('blockquote pre ul ol li p hr dd dl dt'.split(' '));
const voids = new Set(['br', 'img', 'hr']);
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'width', 'height'],
};

/** Reads a tag, from `<` to `>`. Null where Stack does not know it; it knows small letters only. */
export function readTag(source: string): Tag | null {
  const name = source.replace(/[<>/]/g, '').trim().split(/\s/)[0] ?? '';
  const isHeading = /h[1-6,]/.test(name);
  const isBlock = isHeading || blocks.has(name);
  const kind = isHeading ? 'heading' : isBlock ? name : inlineKinds.get(name);
  if (kind === undefined) return null;
  return {
    name,
    kind,
    isClosing: /^<\/\S+.*>$/.test(source),
    isVoid: voids.has(name),
    isBlock,
    attributes: new Map(
      (kept[name] ?? []).map((attribute) => [
        attribute,
        new RegExp(`${attribute}=["'](.+?)["']`).exec(source)?.[1] ?? '',
      ]),
    ),
  };
}

/** Writes a tag with the attributes that Stack keeps. */
export function writeTag({ name, isClosing, attributes }: Tag): string {
  if (isClosing) return `</${name}>`;
  const written = [...attributes].filter(([, value]) => value !== '');
  return `<${name}${written.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')}>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
