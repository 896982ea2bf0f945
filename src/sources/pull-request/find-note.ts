import { trimBlankLines } from '../../markdown/lines.ts';
import { fenceAt } from '../../markdown/fence.ts';
import { findFrontMatter } from '../../markdown/front-matter.ts';
import { isBlankMarkdown } from '../../markdown/html-comments.ts';
import { startOf } from '../../markdown/nodes.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import type { Problem } from '../reading.ts';
import { noteBlocks } from './note-blocks.ts';
import { frontMatterLength, noteSections } from './note-sections.ts';
import { saysNone } from './says-none.ts';

/**
 * What a description says to readers:
 * - `text`: its note, whether it comes from a block or from a section, and where that may run on;
 * - `none`: it says that there is nothing to say; `empty`: it says nothing;
 * - `open`: a block is not closed; `cut`: one ends within a code block, whose marks ended it;
 * - `headed`: a block after the first has a front matter of its own;
 * - `unparsable`: it cannot be parsed in a reasonable time.
 */
export type NoteText =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly from: 'block' | 'section';
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'none' | 'empty' | 'open' | 'cut' | 'headed' | 'unparsable' };

/** Finds the note in the description of a pull request. Blocks go before sections. */
export function findNote(description: string): NoteText {
  const blocks = noteBlocks(description);
  if (blocks === null) return { kind: 'unparsable' };
  if (blocks.length > 0) {
    if (blocks.some(({ closed }) => !closed)) return { kind: 'open' };
    const texts = blocks.map(({ text }) => text);
    if (texts.some(endsInCode)) return { kind: 'cut' };
    if (texts.slice(1).some(hasHead)) return { kind: 'headed' };
    return joined(texts, 'block', description);
  }
  const sections = noteSections(description);
  if (sections === null) return { kind: 'unparsable' };
  const note = joined(
    sections.map(({ text }) => text),
    'section',
    description,
  );
  return note.kind !== 'text'
    ? note
    : { ...note, problems: sections.flatMap(({ problems }) => problems) };
}

/** Tells whether the last code block of a text has no end. */
function endsInCode(text: string): boolean {
  if (!/^ {0,3}(?:`{3}|~{3})/m.test(text)) return false;
  const last = parseMarkdown(text)?.children.at(-1);
  return last?.type === 'code' && fenceAt(text, startOf(last))?.closed === false;
}

/** Tells whether a text begins with a front matter that says something of its post. */
function hasHead(text: string): boolean {
  const found = findFrontMatter(text.trimStart());
  if (found?.kind !== 'yaml') return false;
  return /^(?:stack|title|tags)[ \t]*:/m.test(text.trimStart().slice(found.start, found.end));
}

function joined(
  texts: readonly string[],
  from: 'block' | 'section',
  description: string,
): NoteText {
  const parts = texts.map(trimBlankLines).map((text) => {
    const start = frontMatterLength(text);
    return { text, head: text.slice(0, start), rest: text.slice(start) };
  });
  const shown = parts.filter(({ rest }) => !isBlankMarkdown(rest));
  if (shown.length === 0) return { kind: 'empty' };
  const said = shown.filter(({ rest }) => !saysNone(rest));
  if (said.length === 0) return { kind: 'none' };
  // The front matter of a block that says nothing is that of the others, too.
  const head = parts[0] === said[0] ? '' : (parts[0]?.head ?? '');
  const gap = description.includes('\r\n') ? '\r\n\r\n' : '\n\n';
  return { kind: 'text', text: head + said.map(({ text }) => text).join(gap), from, problems: [] };
}
