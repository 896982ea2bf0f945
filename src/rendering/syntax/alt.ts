import type { Nodes } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { readTag, type Tag } from '../html/tag.ts';

/** The text that stands for an image: what is in its brackets, without marks, and without code. */
export const altFromMarkdown: FromMarkdown = {
  exit: {
    label() {
      const inside = this.stack.at(-1);
      this.resume();
      const node = this.stack.at(-1);
      this.data.inReference = true;
      if (inside?.type !== 'fragment' || node === undefined) return;
      if (node.type === 'link') node.children = inside.children;
      else if (node.type === 'image') {
        const tags = inside.children.flatMap(tagsIn);
        const isShown = (tag: Tag) =>
          tag.isBlock || tags.filter(({ name }) => name === tag.name).length === 1;
        node.alt = inside.children.map((child) => altOf(child, isShown)).join('');
      }
    },
  },
};

function tagsIn(node: Nodes): Tag[] {
  if (node.type === 'html') return [readTag(node.value)].filter((tag) => tag !== null);
  return 'children' in node ? node.children.flatMap(tagsIn) : [];
}

/** Tags without their other half are text here. */
function altOf(node: Nodes, isShown: (tag: Tag) => boolean): string {
  if (node.type === 'text' || node.type === 'escaped') return node.value;
  if (node.type === 'html') {
    const tag = readTag(node.value);
    if (tag?.name === 'img') return tag.attributes.get('alt') ?? '';
    if (tag?.name === 'br') return '\n';
    return tag === null || isShown(tag) ? node.value : '';
  }
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map((child) => altOf(child, isShown)).join('') : '';
}
