import type { Html, Parents, RootContent } from 'mdast';
import { readTag, writeTag, type Tag } from './tag.ts';

type Inline = RootContent;

/**
 * Writes the HTML in a paragraph, a heading or a cell as Stack reads it. Tags that it does not know,
 * and comments, are text. Of a pair of tags the attributes that it keeps are left, read as it reads
 * them; a tag without its other half stays for the browser to make sense of.
 */
export function rewriteInlineHtml(block: Parents): void {
  const tags: { readonly node: Html; readonly tag: Tag; isPaired: boolean }[] = [];
  const texts = new Set<Html>();
  for (const node of htmlIn(block)) {
    const tag = readTag(node.value);
    if (tag === null) texts.add(node);
    else if (!tag.isBlock) tags.push({ node, tag, isPaired: false });
  }
  for (const [index, each] of tags.entries()) {
    const { node, tag } = each;
    if (tag.isVoid) node.value = writeTag({ ...tag, isClosing: false });
    else if (tag.isClosing) {
      if (each.isPaired) node.value = writeTag(tag);
    } else {
      // A tag that opens the same again counts as the other half, too.
      const other = tags.find(
        (later, place) => place > index && !later.isPaired && later.tag.name === tag.name,
      );
      if (other === undefined) continue;
      other.isPaired = true;
      node.value = writeTag(tag);
    }
  }
  if (texts.size > 0) asText(block, texts);
}

function* htmlIn(parent: Parents): Generator<Html> {
  for (const child of parent.children)
    if (child.type === 'html') yield child;
    else if ('children' in child) yield* htmlIn(child);
}

function asText(parent: Parents, texts: ReadonlySet<Html>): void {
  parent.children = (parent.children as Inline[]).map((child): Inline => {
    if (child.type === 'html' && texts.has(child)) return { type: 'text', value: child.value };
    if ('children' in child) asText(child, texts);
    return child;
  }) as never;
}
