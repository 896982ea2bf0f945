import { htmlFlow } from 'micromark-core-commonmark';
import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name';
import type { Extension } from 'micromark-util-types';
import { refusing } from './refusing.ts';

const alone = new Set([...htmlBlockNames, ...htmlRawNames]);

/**
 * HTML between blocks. A tag that stands for no block begins none where a paragraph goes on, also where
 * it goes on out of a list or a quote.
 */
const stackHtml = refusing('stackHtml', htmlFlow, (context) => {
  const start = context.events.findLast(
    ([kind, { type }]) => kind === 'enter' && type === 'htmlFlow',
  )?.[1];
  if (start === undefined || context.interrupt !== true) return true;
  if (context.parser.lazy[start.start.line] !== true) return true;
  const [, name = '!'] =
    /^<\/?([a-z][a-z\d-]*)/i.exec(
      context.sliceSerialize({ start: start.start, end: context.now() }),
    ) ?? [];
  return name === '!' || alone.has(name.toLowerCase());
});

export const stackHtmlBlocks: Extension = {
  disable: { null: ['htmlFlow'] },
  flow: { 60: stackHtml },
};
