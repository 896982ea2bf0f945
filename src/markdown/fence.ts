import { lineStart } from './lines.ts';

/** A fenced code block outside lists and quotes. */
export interface Fence {
  /** What follows the opening marks, trimmed. */
  readonly info: string;
  /** The lines between the fences, without the last line ending and the fence's own indentation. */
  readonly text: string;
  /** False where nothing closes it: then it runs to the end of the text. */
  readonly closed: boolean;
  /** The offset after the line that closes it. */
  readonly end: number;
}

/**
 * Reads the fenced code block whose marks begin at an offset, or null where none begins there. The
 * caller must know that a block can begin there, and that it is in no list or quote.
 */
export function fenceAt(text: string, offset: number): Fence | null {
  const opening = /(`{3,}|~{3,})([^\n]*)(\n|$)/y;
  opening.lastIndex = offset;
  const [line, marks = '', info = ''] = opening.exec(text) ?? [];
  if (line === undefined || (marks.startsWith('`') && info.includes('`'))) return null;
  const start = offset + line.length;
  // Not the `m` flag: its line starts also follow U+2028, which ends no line here.
  const closing = new RegExp(`(?<=\\n) {0,3}${marks}${marks[0]}*[ \\t]*(?:\\r?\\n|\\r?$)`, 'g');
  closing.lastIndex = start;
  const close = closing.exec(text);
  const indent = offset - lineStart(text, offset);
  const lines = text.slice(start, close?.index).replace(/\r?\n$/, '');
  return {
    info: info.trim(),
    text: indent === 0 ? lines : lines.replace(new RegExp(`(?<=^|\\n) {1,${indent}}`, 'g'), ''),
    closed: close !== null,
    end: close === null ? text.length : close.index + close[0].length,
  };
}
