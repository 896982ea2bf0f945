import type { Hole, PostContent } from '../model/post.ts';

/** Contents whose holes are marks in their texts, so that texts can be compared and merged by lines. */
export interface Marked<Content extends PostContent> {
  readonly contents: readonly Content[];
  /** Makes holes of the marks in texts that were made of these. */
  readonly unmark: (content: PostContent) => PostContent;
  /** The same of a text alone, for people: each mark is the name of what is there. */
  readonly named: (text: string) => string;
}

const isMark = /\u{E000}(\d+):/gu;

/** Puts marks that stand in none of the texts into the holes of contents. */
export function markHoles<Content extends PostContent>(
  ...contents: readonly Content[]
): Marked<Content> {
  // Most have none.
  if (contents.every(({ holes }) => holes === undefined))
    return { contents, unmark: (content) => content, named: (text) => text };
  const fillings: Pick<Hole, 'for' | 'else'>[] = [];
  const numbers = new Map<string, number>();
  const numberOf = ({ for: target, else: other }: Hole) => {
    const name = JSON.stringify([target, other]);
    const number = numbers.get(name) ?? fillings.length;
    if (number === fillings.length) {
      numbers.set(name, number);
      fillings.push({ for: target, ...(other !== undefined && { else: other }) });
    }
    return number;
  };
  // A kind of mark that nobody has written: everything else in the texts must stay as it is.
  const texts = contents.flatMap((each) => fieldsOf(each).map(([, text]) => text));
  const kind = texts.reduce(
    (most, text) =>
      text.matchAll(isMark).reduce((max, [, n]) => Math.max(max, Number(n) + 1), most),
    0,
  );
  const start = `\u{E000}${kind}:`;
  const marks = new RegExp(`${start}(\\d+)\u{E001}`, 'gu');
  const fillingOf = (number: string | undefined) => fillings[Number(number)];

  const mark = (content: Content): Content => {
    const { holes = [], ...rest } = content;
    if (holes.length === 0) return content;
    const marked: Partial<Record<Hole['field'], string>> = {};
    for (const [field, text] of fieldsOf(content)) {
      let result = '';
      let at = 0;
      const own = holes.filter((hole) => hole.field === field);
      for (const hole of own.toSorted((a, b) => a.at - b.at)) {
        result += `${text.slice(at, hole.at)}${start}${numberOf(hole)}\u{E001}`;
        at = hole.at;
      }
      marked[field] = result + text.slice(at);
    }
    return { ...rest, ...marked } as Content;
  };

  return {
    contents: contents.map(mark),
    unmark(content) {
      const holes: Hole[] = [];
      const unmarked: Partial<Record<Hole['field'], string>> = {};
      for (const [field, text] of fieldsOf(content)) {
        let result = '';
        let at = 0;
        for (const { 0: found, 1: number, index } of text.matchAll(marks)) {
          const filling = fillingOf(number);
          if (!filling) continue;
          result += text.slice(at, index);
          holes.push({ field, at: result.length, ...filling });
          at = index + found.length;
        }
        unmarked[field] = result + text.slice(at);
      }
      const { holes: _, ...rest } = content;
      return { ...rest, ...unmarked, ...(holes.length > 0 && { holes }) };
    },
    named: (text) => text.replace(marks, (found, number) => fillingOf(number)?.for ?? found),
  };
}

/** The texts of a content that may have holes. */
function fieldsOf(content: PostContent): readonly (readonly [Hole['field'], string])[] {
  const body = ['body', content.body] as const;
  return content.kind === 'question' ? [body, ['answer', content.answer]] : [body];
}
