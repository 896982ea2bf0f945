import type { Nodes, Root } from 'mdast';
import { endOf, nodesOf, sliceOf, startOf } from './nodes.ts';

/** A part of a text that stands in HTML elements. */
export interface HtmlElement {
  /** The name of the element, in lower case. */
  readonly name: string;
  readonly start: number;
  /** The offset after its end tag; infinite where nothing closes it. */
  readonly end: number;
}

const names = (text: string) => new Set(text.split(' '));
/** They have no end tag. */
const empty = names('area base br col embed hr img input link meta param source track wbr');
/** What they hold is no HTML. */
const raw = names('iframe noembed noframes script style textarea title xmp');
/** Without an end tag they end where another one of their name begins, or with what holds them. */
const separate = names('a dd dt li option p td th tr');
/** Without an end tag they hold the rest of the page. Others, such as a `<b>`, hold nothing then. */
const blocks = names(
  'article aside blockquote center details dialog div dl fieldset figure footer form header main menu nav ol pre section summary table ul',
);

/** A comment, a declaration or a tag; the name of a tag stands in the second group, the slash of an end in the first. */
export const htmlToken =
  /<!--[^]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][^\s/>"'<]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;

/**
 * Finds the parts of a text that stand in an HTML element, by its tags and over as many blocks as it
 * takes: the outermost elements, in their order. The end tag of a block also ends what is open within,
 * and what begins in a list, a quote or a table ends with it. `strays` are the end tags of blocks that
 * nothing opens, which end nothing. `tree` is the text's own tree.
 */
export function htmlOf(
  text: string,
  tree: Root,
): { readonly elements: readonly HtmlElement[]; readonly strays: readonly HtmlElement[] } {
  const all: OpenElement[] = [];
  /** In their order; some may have ended before something that they hold. */
  const opened: OpenElement[] = [];
  /** What has not ended. */
  const byName = new Map<string, OpenElement[]>();
  const strays: HtmlElement[] = [];
  /** What a list, a quote or a table ended before its end tag. */
  const cutOff = new Set<string>();
  const closeFrom = (height: number, end: number) => {
    for (const element of opened.splice(height).toReversed()) {
      if (element.end !== 0) continue;
      element.end = end;
      byName.get(element.name)?.pop();
    }
  };
  for (const block of tree.children) {
    let height = opened.length;
    for (const { name, isEnd, start, end } of tagsOf(text, block)) {
      const same = byName.get(name) ?? [];
      const last = same.at(-1);
      if (!isEnd) {
        if (last && separate.has(name) && last === opened.at(-1))
          closeFrom(opened.length - 1, last.start);
        const element = { name, start, end: 0 };
        all.push(element);
        opened.push(element);
        same.push(element);
        byName.set(name, same);
      } else if (last && (blocks.has(name) || separate.has(name))) {
        closeFrom(opened.lastIndexOf(last), end);
        height = Math.min(height, opened.length);
      } else if (last) {
        last.end = end;
        same.pop();
      } else if (blocks.has(name) && !cutOff.delete(name)) strays.push({ name, start, end });
    }
    if (containers.has(block.type)) {
      for (const { name, end } of opened.slice(height)) if (end === 0) cutOff.add(name);
      closeFrom(height, endOf(block));
    }
  }
  for (const [name, left] of byName)
    if (blocks.has(name)) for (const element of left) element.end = Infinity;
  return { elements: joined(all), strays };
}

interface OpenElement extends HtmlElement {
  end: number;
}

const containers = new Set<Nodes['type']>(['blockquote', 'footnoteDefinition', 'list', 'table']);

/** Leaves out what stands in others, and what holds nothing. */
function joined(elements: readonly OpenElement[]): HtmlElement[] {
  const outer: OpenElement[] = [];
  for (const element of elements) {
    const last = outer.at(-1);
    if (element.end <= element.start) continue;
    if (!last || element.start >= last.end) outer.push(element);
    // The two are not nested rightly.
    else last.end = Math.max(last.end, element.end);
  }
  return outer;
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly start: number;
  readonly end: number;
}

/** The tags in the HTML of a block that open or close an element. */
function tagsOf(text: string, block: Nodes): Tag[] {
  const tags: Tag[] = [];
  for (const node of nodesOf(block)) {
    if (node.type !== 'html') continue;
    let within: string | null = null;
    for (const found of sliceOf(text, node).matchAll(htmlToken)) {
      const [tag, slash, written = ''] = found;
      const name = written.toLowerCase();
      const isEnd = slash === '/';
      if (within !== null && !(isEnd && name === within)) continue;
      within = raw.has(name) && !isEnd ? name : null;
      const isNone = name === '' || empty.has(name) || raw.has(name);
      if (isNone || (!isEnd && tag.endsWith('/>'))) continue;
      const start = startOf(node) + found.index;
      tags.push({ name, isEnd, start, end: start + tag.length });
    }
  }
  return tags;
}
