import { cutHeading } from '../../markdown/cut-heading.ts';
import { findFrontMatter } from '../../markdown/front-matter.ts';
import { headingsOf } from '../../markdown/headings.ts';
import { htmlOf } from '../../markdown/html-elements.ts';
import { skipBlankLines } from '../../markdown/lines.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { withLabelsOf } from '../../markdown/text-cutter.ts';
import type { Instant } from '../../model/post.ts';
import { readMarking, type Marking } from '../front-matter/read-marking.ts';
import { attributesCut, unclosedHtml, type Problem } from '../reading.ts';
import { findNote, type NoteText } from './find-note.ts';
import { saysNone } from './says-none.ts';

/** A text for readers, with the front matter that may open it. */
export interface Note {
  /** What its front matter says; null without one. */
  readonly marking: Marking | null;
  /** With the front matter, and with the definitions that it refers to. */
  readonly whole: string;
  /** Where the text begins in `whole`. */
  readonly start: number;
  readonly from: 'block' | 'section' | 'file';
  readonly warnings: readonly Problem[];
}

/** Why there is no text to publish. */
interface NoText {
  readonly failed: readonly Problem[];
}

/** Finds the note in the description of a pull request. */
export function readNote(body: string, form: Marking['as'], now: Instant): Note | NoText {
  const description = body.toWellFormed();
  const note = findNote(description);
  if (note.kind !== 'text') return { failed: [noNote[note.kind]] };
  return withMarking(note.text, description, form, note.from, note.problems, now);
}

/** Takes a whole file for the note of a pull request. */
export function readOverride(text: string, now: Instant): Note | NoText {
  return withMarking(text, text, 'article', 'file', [], now);
}

function withMarking(
  text: string,
  around: string,
  form: Marking['as'],
  from: Note['from'],
  problems: readonly Problem[],
  now: Instant,
): Note | NoText {
  const head = findFrontMatter(text);
  const marking = head?.kind === 'yaml' ? readMarking(text, head, { label: form, now }) : null;
  if (marking && 'problems' in marking) return { failed: marking.problems };
  const start = head && marking ? skipBlankLines(text, head.after) : 0;
  return {
    marking,
    whole: text.slice(0, start) + withLabelsOf(around, text.slice(start)),
    start,
    from,
    warnings: [...problems, ...(marking?.warnings ?? [])],
  };
}

/** The text of an Article: its own title (null where it has none), and what stands below it. */
export interface ArticleText {
  readonly title: string | null;
  readonly body: string;
  readonly problems: readonly Problem[];
}

/** Reads a note that is no FAQ. One that says that there is nothing to say has no text. */
export function readArticle({ marking, whole, start, from, warnings }: Note): ArticleText | NoText {
  const own = splitTitle(whole.slice(start), marking?.title?.title ?? null);
  if (own.body.trim() !== '' && saysNone(own.body)) return { failed: [noNote.none] };
  // A heading within the element ended the section.
  const unclosed = from === 'section' ? unclosedIn(own.body) : [];
  return { ...own, problems: [...warnings, ...own.problems, ...unclosed] };
}

/**
 * Takes the heading that a text begins with for its title, out of the body, unless its front matter
 * gives one. `title` is null without one.
 */
function splitTitle(text: string, given: string | null): ArticleText {
  const none = { title: given, body: text, problems: [] };
  if (given !== null) return none;
  // Most notes begin without a heading, which needs no parser: no `#`, and no underline anywhere.
  if (!/^ {0,3}#|\n {0,3}(?:=+|-+)[ \t]*(?:\r?\n|$)/.test(text)) return none;
  const tree = parseMarkdown(text);
  if (tree === null || tree.children[0]?.type !== 'heading') return none;
  const [heading] = headingsOf(text, tree);
  if (heading === undefined) return none;
  const { title } = heading;
  return { title, body: cutHeading(text, heading).text, problems: attributesCut(heading) };
}

function unclosedIn(text: string): readonly Problem[] {
  const tree = text.includes('<') ? parseMarkdown(text) : null;
  const unclosed = tree && htmlOf(text, tree).elements.find(({ end }) => end === Infinity);
  return unclosed ? [unclosedHtml(unclosed)] : [];
}

const noNote: Record<Exclude<NoteText['kind'], 'text'>, Problem> = {
  none: {
    rule: 'note-none',
    severity: 'warning',
    offset: 0,
    message:
      'The note of the pull request says only `NONE` or the like, so that nothing is published.',
    remedy: 'Write a note, or remove the label.',
  },
  empty: {
    rule: 'no-note',
    severity: 'warning',
    offset: 0,
    message:
      'The pull request has no text for readers, expected a block ```release-note or a section `## Release note` (or `faq`).',
    remedy: 'Write a note into the description, or remove the label.',
  },
  open: {
    rule: 'open-note',
    offset: 0,
    message: "The block of the pull request's note is not closed, expected a closing fence.",
    remedy: 'Close the block with a line of the marks that open it.',
  },
  cut: {
    rule: 'open-note',
    offset: 0,
    message:
      "The block of the pull request's note ends within a code block, expected more marks around the note than around the code in it.",
    remedy: 'Open and close the note with one mark more than its code blocks, such as four.',
  },
  headed: {
    rule: 'front-matter',
    offset: 0,
    message:
      'A block of the note after the first begins with a front matter, expected it in the first.',
    remedy: 'Move what it says into the front matter of the first block.',
  },
  unparsable: {
    rule: 'unparsable',
    offset: 0,
    message:
      "The pull request's description is too long, nested too deeply or cut up too finely to find its note.",
    remedy: 'Shorten the description, and take out nested quotes and lists.',
  },
};
