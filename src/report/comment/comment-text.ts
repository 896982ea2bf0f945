import { counted } from '../../model/counted.ts';
import { linked } from '../markdown.ts';
import { fitPage, type Part } from '../summary/fit-page.ts';

/** So long is a comment at most, in bytes: GitHub takes 65,536 characters, and none is less than a byte. */
const longestComment = 65_000;
/** What is kept free to tell how much is left out. */
const forNote = 300;

/** What a comment of ours begins with, by the configuration that it is of; empty: the usual one. */
export function commentStart(config: string): string {
  return config === ''
    ? '<!-- stack-publish -->'
    : `<!-- stack-publish ${encodeURIComponent(config)} -->`;
}

/** Puts a comment together: with each part that there is room for, and how many there is none for. */
export function commentText(parts: readonly Part[], run: string | null): string {
  const { text, left } = fitPage(parts, longestComment - forNote);
  if (left === 0) return text.trimEnd();
  const where = linked("the run's page", run);
  return `${text}There is no room here for ${counted(left, 'more line')}: see ${where}.`;
}
