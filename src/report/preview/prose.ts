import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import type { Element, ElementContent, Root } from 'hast';
import { toAddress } from '../../rendering/addresses.ts';
import { renderAsStack } from '../../rendering/render-as-stack.ts';
import { element, isOfWeb, proseClass, type Part } from './element.ts';
import type { PictureShelf } from './picture-shelf.ts';
import type { BehindAddress } from './plan-preview.ts';

/** Nobody nests elements so deep by hand; such a text is shown as it is written. */
const mostNested = 100;

/** What a text is rendered with. */
export interface ProseOptions {
  readonly behind: Readonly<Record<string, BehindAddress>>;
  readonly pictures: PictureShelf;
  /** The address of a step within the page; null where it has none. */
  readonly addressOfStep: (source: string) => string | null;
  /** The level of the heading that it stands under. */
  readonly under: number;
}

/**
 * A text as Stack shows it, as a part of a page: its headings go on from the page's own, its links lead
 * to the web or to other steps, and of its pictures only those are shown that the page holds.
 */
export function prose(markdown: string, options: ProseOptions): Element {
  try {
    return element('div', { className: [proseClass] }, rendered(markdown, options));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const written = element('pre', { tabIndex: 0 }, element('code', {}, markdown));
    return element('div', { className: [proseClass] }, written);
  }
}

/** Throws a RangeError where that is nested too deep. */
function rendered(markdown: string, options: ProseOptions): readonly Part[] {
  const page = fromParse5(parseFragment(renderAsStack(markdown))) as Root;
  const behind = new Map(
    Object.entries(options.behind).map(([address, what]) => [toAddress(address), what]),
  );
  const headings = headingLevels(options.under);
  const partOf = (node: ElementContent, depth: number): Part => {
    if (depth > mostNested) throw new RangeError('elements are nested too deep');
    if (node.type !== 'element') return node.type === 'text' ? node : null;
    const { tagName, properties } = node;
    if (tagName === 'img') return image(node, behind, options.pictures);
    const inside = node.children.map((child) => partOf(child, depth + 1));
    if (/^h[1-6]$/.test(tagName)) {
      const level = Number(tagName[1]);
      return element(`h${headings(level)}`, { className: [`as-${tagName}`] }, inside);
    }
    if (tagName === 'a') return anchor(node, inside, behind, options);
    // A part that scrolls can be scrolled by keyboard.
    if (tagName === 'pre') return element('pre', { ...properties, tabIndex: 0 }, inside);
    if (tagName === 'table')
      return element('div', { className: ['scrolls'], tabIndex: 0 }, element('table', {}, inside));
    return element(tagName, properties, inside);
  };
  return page.children.map((node) => (node.type === 'doctype' ? null : partOf(node, 0)));
}

/** Gives headings levels that begin below the page's own and leave none out. */
function headingLevels(under: number): (level: number) => number {
  const open: number[] = [];
  return (level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(6, under + open.length);
  };
}

function anchor(
  { properties }: Element,
  inside: readonly Part[],
  behind: ReadonlyMap<string, BehindAddress>,
  { addressOfStep }: Pick<ProseOptions, 'addressOfStep'>,
): Element {
  const { className, title } = properties;
  const href = typeof properties.href === 'string' ? properties.href : '';
  const there = behind.get(href);
  const kept = { className, title };
  if (there && 'step' in there) {
    const address = addressOfStep(there.step);
    return address ? element('a', { ...kept, href: address }, inside) : element('span', {}, inside);
  }
  return isOfWeb(href)
    ? element('a', { ...kept, href, rel: ['noopener', 'noreferrer'] }, inside)
    : element('span', kept, inside);
}

/** A picture of the plan; any other is told by its address, as a page that shows it would call there. */
function image(
  { properties }: Element,
  behind: ReadonlyMap<string, BehindAddress>,
  pictures: PictureShelf,
): Element {
  const { src, width, height, title } = properties;
  const alt = typeof properties.alt === 'string' ? properties.alt : '';
  const address = typeof src === 'string' ? src : '';
  const there = behind.get(address);
  const picture = there && 'picture' in there ? there : null;
  const data = picture && pictures.take(picture.picture);
  if (data) return element('img', { src: data, alt, title, width, height });
  const named = alt === '' ? 'Image' : `Image: ${alt}`;
  return element(
    'span',
    { className: ['not-shown'] },
    element('span', {}, named),
    ' ',
    element('code', {}, picture ? pictures.name(picture) : address),
  );
}
