import type { Root } from 'mdast';
import { blankCode } from '../markdown/blank-code.ts';
import { proseOf } from '../markdown/prose.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { mostCharacters, type Draft, type PostKind } from '../model/draft.ts';
import { lineIndex } from '../markdown/line-index.ts';
import type { Place } from '../model/error.ts';
import type { TextPoint } from '../model/finding.ts';
import { memoize } from '../model/memoize.ts';

/** One of the Markdown texts of a draft. */
interface DraftText {
  readonly name: TextPoint['field'];
  readonly text: string;
}

/** Lists the Markdown texts of a draft: its body and, for a question, the accepted answer. */
export function textsOf(draft: Draft): readonly DraftText[] {
  const body: DraftText = { name: 'body', text: draft.body };
  return draft.answer === null ? [body] : [body, { name: 'answer', text: draft.answer }];
}

/** A text with its tree: null where it is longer than a post can be, or takes too long to parse. */
export interface ParsedText extends DraftText {
  readonly tree: Root | null;
}

/** Parses the texts of a draft. */
export function parsedTexts(draft: Draft): readonly ParsedText[] {
  const most = mostCharacters[draft.kind];
  return textsOf(draft).map((part) => ({
    ...part,
    tree: part.text.length > most ? null : parseMarkdown(part.text),
  }));
}

/** A text with its tree, and with blanks in the place of code and comments. */
export interface Prose extends DraftText {
  readonly tree: Root;
  readonly prose: string;
}

/** The prose of those texts that can be parsed. */
export function proseTexts(texts: readonly ParsedText[]): readonly Prose[] {
  return texts.flatMap(({ name, text, tree }) =>
    tree === null ? [] : [{ name, text, tree, prose: proseOf(text, tree) }],
  );
}

/** Names a kind of post with its article. */
export const aPost: Readonly<Record<PostKind, string>> = {
  article: 'an article',
  question: 'a question',
};

/**
 * Returns a function that tells where in the file a point of a draft's texts stands. Of a text that has
 * no lines of its own (a note) only the draft's place is known.
 */
export function placesOf(draft: Draft): (at: TextPoint) => Place | null {
  const places = {
    body: memoize(() => placesIn(draft, 'body')),
    answer: memoize(() => placesIn(draft, 'answer')),
  };
  return ({ field, offset }) => places[field]()(offset);
}

function placesIn(draft: Draft, field: TextPoint['field']): (offset: number) => Place | null {
  const first = field === 'answer' ? draft.answerLine : draft.bodyLine;
  const { place } = draft;
  if (!place || first === undefined) return () => place;
  const position = lineIndex(draft[field] ?? '');
  const cuts = (field === 'answer' ? draft.answerCuts : draft.bodyCuts) ?? [];
  return (offset) => {
    const { line, column } = position(offset);
    const moved = cuts.findLast(({ after }) => line > after)?.lines ?? 0;
    return { file: place.file, line: first + line - 1 + moved, column };
  };
}

/** What a pattern (with the flag `g`) matches in prose, and where. */
export function inProse(
  texts: readonly Prose[],
  pattern: RegExp,
): readonly { readonly match: RegExpExecArray; readonly at: TextPoint }[] {
  return texts.flatMap(({ name: field, prose }) =>
    [...prose.matchAll(pattern)].map((match) => ({ match, at: { field, offset: match.index } })),
  );
}

/** What a pattern (with the flag `g`) matches in texts outside code, and where. */
export function outsideCode(
  texts: readonly ParsedText[],
  pattern: RegExp,
): readonly { readonly match: RegExpExecArray; readonly at: TextPoint }[] {
  return texts.flatMap(({ name: field, text, tree }) => {
    // Most texts match nothing.
    if (text.search(pattern) === -1) return [];
    const matches = (tree === null ? text : blankCode(text, tree)).matchAll(pattern);
    return [...matches].map((match) => ({ match, at: { field, offset: match.index } }));
  });
}
