import type { Root } from 'mdast';
import { alertMark } from '../../markdown/alert-mark.ts';
import { skipBlankLines } from '../../markdown/lines.ts';
import { nodesOf } from '../../markdown/nodes.ts';
import { endOfOpenBlock } from '../../markdown/open-block.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { replaceRanges, type Replacement } from '../../markdown/replace-ranges.ts';
import { boldHeadings } from './bold-headings.ts';
import { containHtml } from './contain-html.ts';
import { asEntry, unread, type Entry } from './entry.ts';
import { inlineLabels } from './inline-labels.ts';

/**
 * Fits a note into a list among others, by splices into the author's own bytes: its labels and its HTML
 * mean nothing in other notes, and its headings do not part the page. `name` is what its footnotes are
 * known by. A list of one item is the item.
 */
export function fitEntry(note: string, name: string): Entry {
  const written = withoutBlanks(note.replaceAll(/\r\n?/g, '\n'));
  const first = parseMarkdown(written);
  if (first === null) return unread(written);
  const fitted = ended(
    replaceRanges(written, [
      ...inlineLabels(written, first, name),
      ...boldHeadings(written, first),
      ...alerts(written, first),
    ]),
  );
  const tree = parseMarkdown(fitted);
  if (tree === null) return unread(fitted);
  const { splices, closing } = containHtml(fitted, nodesOf(tree));
  return closed(asEntry(withoutBlanks(replaceRanges(fitted, splices))), closing);
}

/** With an end of what would take in whatever stands behind it. */
function ended(text: string): string {
  const tree = parseMarkdown(text);
  const end = tree ? endOfOpenBlock(text, tree) : '';
  return end === '' ? text : `${text}\n${end}`;
}

/** Ends the elements that a note leaves open in a line of their own. */
function closed(entry: Entry, closing: string): Entry {
  if (closing === '') return entry;
  const { text, end } = entry;
  const made = `${text}\n\n${closing}`;
  return {
    ...entry,
    text: made,
    end: end?.isInWords === false ? { ...end, at: made.length } : end,
  };
}

/** A text without the blank lines around it, as Markdown knows them, and the blanks at its end. */
export function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(skipBlankLines(text, 0), end);
}

/** An alert is none in a list, so that its kind becomes the first line of its quote. */
function alerts(text: string, tree: Root): readonly Replacement[] {
  return tree.children.flatMap((node) => {
    const found = alertMark(text, node);
    return found ? [{ start: found.start, end: found.end, by: `**${found.name}**` }] : [];
  });
}
