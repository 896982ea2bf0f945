import type { Element } from 'hast';
import type { Line, Tone } from '../line.ts';
import { element, lineBreak, type Part } from './element.ts';

const marks: Partial<Readonly<Record<Tone, string>>> = {
  added: 'added',
  removed: 'removed',
  faint: 'faint',
  heading: 'heading',
};

/** Lines of a difference; runs of one kind are one element, as there may be thousands of them. */
export function diffView(lines: readonly Line[]): Element {
  const runs: { readonly tone: Tone; readonly texts: string[] }[] = [];
  for (const { tone, text } of lines) {
    if (runs.at(-1)?.tone !== tone) runs.push({ tone, texts: [] });
    runs.at(-1)?.texts.push(text);
  }
  return element(
    'pre',
    { className: ['exact'] },
    // The first line break in a `pre` would not count.
    element(
      'code',
      {},
      runs.map(({ tone, texts }) => {
        const tag = tone === 'added' ? 'ins' : tone === 'removed' ? 'del' : 'span';
        return element(tag, { className: marks[tone] ? [marks[tone]] : [] }, asLines(texts));
      }),
    ),
  );
}

/** A text byte by byte, and whether its last line ends. */
export function exactText(text: string): readonly Element[] {
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  const note = text === '' ? 'Empty.' : 'No line break at its end.';
  return [
    element('pre', { className: ['exact'] }, element('code', {}, asLines(lines))),
    ...(isEnded ? [] : [element('p', { className: ['note'] }, note)]),
  ];
}

/** Lines as one text. Each is made harmless by itself, so that nothing but what ends it is a line break. */
function asLines(texts: readonly string[]): readonly Part[] {
  return texts.flatMap((text) => [text, lineBreak]);
}
