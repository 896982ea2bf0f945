import type { Root } from 'mdast';

/** A text in which another tool's syntax is looked for. */
export interface Searched {
  /** The whole text. */
  readonly text: string;
  /** The same, with blanks in the place of code, comments and formulas. */
  readonly prose: string;
  readonly tree: Root;
  /** The labels of its definitions, in lower case. */
  readonly labels: () => ReadonlySet<string>;
}

/** Another tool's syntax in a text, and where it stands. */
export interface FoundSyntax {
  readonly found: string;
  readonly index: number;
}

/** Something that another tool reads, and GitHub does not. */
export interface ForeignKind {
  /** What it is and whose, as "a shortcode of Hugo". */
  readonly what: string;
  /** What becomes of it; unless given, it shows as text on GitHub and on Stack. */
  readonly shows?: string;
  readonly remedy: string;
  /** Time grows with the text's length alone. */
  readonly find: (searched: Searched) => readonly FoundSyntax[];
}

/** Finds what a pattern (with the flag `g`) matches in the prose and, where that does not tell, is meant. */
export function matches(
  pattern: RegExp,
  isMeant: (found: FoundSyntax, searched: Searched) => boolean = () => true,
): ForeignKind['find'] {
  return (searched) => {
    const all: FoundSyntax[] = [];
    for (const { 0: match, index } of searched.prose.matchAll(pattern)) {
      const marks = lineMarks.exec(match)?.[0].length ?? 0;
      const found = { found: match.slice(marks), index: index + marks };
      if (isMeant(found, searched)) all.push(found);
    }
    return all;
  };
}

/** What may stand before a block in its line: marks of quotes, and of an item. */
const marksBefore = String.raw`[ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?`;
export const lineMarks = new RegExp(`^${marksBefore}`);
/** A pattern for what begins a line, perhaps in a quote or an item. */
export const atLineStart = (pattern: string) => new RegExp(`^${marksBefore}(?:${pattern})`, 'gm');

export const inMarkdown = 'Write what it makes as GitHub Markdown';
export const asCode = 'or mark it as code with backticks where it is meant';
