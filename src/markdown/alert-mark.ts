import type { Nodes } from 'mdast';
import { endOf, startOf } from './nodes.ts';

/** The mark of an alert, such as `[!NOTE]`, and what is beside it. */
export interface AlertMark {
  readonly start: number;
  /** The offset after the mark. */
  readonly end: number;
  /** The offset after the blanks behind it. */
  readonly lineEnd: number;
  /** As GitHub shows it: `Note`. */
  readonly name: string;
  /** Whether the paragraph that it begins holds nothing else. */
  readonly isAlone: boolean;
}

const mark = /\[!(note|tip|important|warning|caution)\](?<blanks>[ \t]*)(?=\r?\n|$)/iy;

/** Finds the mark that makes an alert of a quote; null in any other block. */
export function alertMark(text: string, node: Nodes): AlertMark | null {
  const [first] = node.type === 'blockquote' ? node.children : [];
  if (first?.type !== 'paragraph') return null;
  mark.lastIndex = startOf(first);
  const found = mark.exec(text);
  if (!found) return null;
  const { 0: whole, 1: kind = '', index, groups } = found;
  const lineEnd = index + whole.length;
  const end = lineEnd - (groups?.['blanks']?.length ?? 0);
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
  return { start: index, end, lineEnd, name, isAlone: endOf(first) === end };
}
