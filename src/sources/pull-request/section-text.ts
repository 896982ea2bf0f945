import type { Root } from 'mdast';
import { cutComments } from '../../markdown/html-comments.ts';
import { htmlOf, type HtmlElement } from '../../markdown/html-elements.ts';
import { trimBlankLines } from '../../markdown/lines.ts';
import { sliceOf } from '../../markdown/nodes.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { quoted } from '../../markdown/quoted.ts';
import { isIdComment } from '../faq/question-id.ts';
import type { Problem } from '../reading.ts';
import { trailersStart } from './trailers.ts';

/** The text of a section, and what may have been meant to end it. */
export interface NoteSection {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A line that is bold alone. */
const bold = /(?<=^|\n) {0,3}(\*\*|__)(?=\S)((?:(?!\1)[^\n])+)\1[ \t]*:?[ \t]*(?=\r?\n|$)/;
const rule = /(?<=^|\n) {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\r?(?=\n)/;

/**
 * Makes a note of what stands in its section: without comments and the trailers at its end; of a
 * section in an HTML element, what stands in it, too. Null where it cannot be parsed.
 */
export function sectionText(section: string): NoteSection | null {
  const shown = withoutComments(section);
  if (shown === null) return null;
  const stray = endOfHolder(shown);
  const inside = shown.slice(0, stray?.start);
  const behind = stray && shown.slice(stray.end).trim() !== '' ? [leftOut(stray)] : [];
  const text = trimBlankLines(inside.slice(0, trailersStart(inside)));
  if (!bold.test(text) && !rule.test(text)) return { text, problems: behind };
  const tree = parseMarkdown(text);
  return tree && { text, problems: [...behind, ...marksOfEnd(text, tree).map(runsOn)] };
}

/** The end tag of an element that the section stands in, such as a `<details>` around it. */
function endOfHolder(text: string): HtmlElement | undefined {
  const tree = text.includes('</') ? parseMarkdown(text) : null;
  return tree ? htmlOf(text, tree).strays[0] : undefined;
}

function leftOut({ name }: HtmlElement): Problem {
  return {
    rule: 'unopened-html',
    severity: 'warning',
    offset: 0,
    message: `The section of the note ends with \`</${name}>\`, whose element begins above it: what follows is left out.`,
    remedy: 'Write all of the note before the tag, or remove the tag.',
  };
}

/** Warns of what a reader may take for the end of a section. */
export function runsOn(mark: string): Problem {
  return {
    rule: 'section-runs-on',
    severity: 'warning',
    offset: 0,
    message: `The section of the note goes on behind ${mark}, up to the next heading of its level.`,
    remedy: 'Write a heading such as `## Notes for reviewers` before what readers shall not see.',
  };
}

function withoutComments(text: string): string | null {
  if (!text.includes('<!--')) return text;
  const tree = parseMarkdown(text);
  return tree === null ? null : cutComments(text, tree, isIdComment);
}

/** The first rule and the first line that is bold alone with something behind them. */
function marksOfEnd(text: string, tree: Root): readonly string[] {
  const before = tree.children.slice(0, -1);
  const marks = before.some(({ type }) => type === 'thematicBreak') ? ['a rule'] : [];
  for (const node of tree.children) {
    if (node.type !== 'paragraph') continue;
    const slice = sliceOf(text, node);
    const found = bold.exec(slice);
    const isLast = node === tree.children.at(-1);
    if (found === null || (isLast && found.index + found[0].length === slice.length)) continue;
    return [...marks, `the line ${quoted(found[0].trim())}, which is no heading`];
  }
  return marks;
}
