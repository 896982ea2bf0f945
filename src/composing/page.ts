import type { Nodes, Root } from 'mdast';
import { nodesOf } from '../markdown/nodes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { ForgeAddresses, PathKind } from '../model/forge-addresses.ts';
import type { Splice } from './splice.ts';
import { wordsOf, type Words } from './words.ts';

/** The character that a code stands for, as GitHub has it; null where it stands for none. */
export type EmojiOf = (name: string) => string | null;

/** What stands around a text that becomes a post. */
export interface Surroundings {
  /** The key of its source. */
  readonly key: string;
  /** The path of its file; null for a note or a release, which is text of the forge. */
  readonly file: string | null;
  /** The title under which it is posted. */
  readonly title: string;
  /** Null where the repository has no pages. */
  readonly forge: ForgeAddresses | null;
  /** The key of the source that a Markdown file, or an anchor in it, is; null where it is none. */
  readonly sourceAt: (path: string, anchor: string | null) => string | null;
  readonly kindOf: (path: string) => PathKind;
  readonly emojiOf: EmojiOf;
}

/** What stands in the place of a part of a text, and what an author is told of it. */
export interface Rewrite extends Omit<Splice, 'by'> {
  /** Absent where the part stays as it is. */
  readonly by?: Splice['by'];
  /** Of an address alone: what stands around it is read as before. */
  readonly isAddress?: true;
  readonly remark?: Remark;
  /** A Markdown file, perhaps with `#` and an anchor, that decides about it: it may be a source. */
  readonly target?: string;
}

/** A remark on a text: where, what was seen, what was expected, what to do. */
export interface Remark {
  readonly rule: DialectRuleId;
  readonly message: string;
  readonly remedy: string;
}

/** The rules that composing raises itself (`curation/dialect-rules.ts` says what each is about). */
export type DialectRuleId =
  'admonition' | 'link-missing' | 'link-refused' | 'page-anchor' | 'relative-link' | 'unknown-tag';

/** A text, and what is known of it. */
export interface Page {
  readonly field: 'body' | 'answer';
  readonly text: string;
  readonly tree: Root;
  /** All nodes, in the order of the text. */
  readonly nodes: readonly Nodes[];
  readonly words: Words;
  readonly around: Surroundings;
  /** What comes in the place of an image's address that begins there; null where it has no picture. */
  readonly pictureAt: (start: number) => Splice['by'] | null;
}

/** Finds one construct in a text, and what becomes of it. */
export type Construct = (page: Page) => Iterable<Rewrite>;

/** A text with its tree; null where it cannot be parsed in time, and so is left as it is. */
export function openPage(
  text: string,
  { field, around, pictureAt }: Pick<Page, 'field' | 'around' | 'pictureAt'>,
): Page | null {
  const tree = parseMarkdown(text);
  if (tree === null) return null;
  return { field, text, tree, nodes: nodesOf(tree), words: wordsOf(text, tree), around, pictureAt };
}
