import { fitEntry, withoutEnd } from './fit-entry.ts';
import type { ReleaseNote, Section } from './sort-notes.ts';

/**
 * Writes the sections of a release as one page: under each title a list, and in it each note once, whole,
 * with the link to its pull request behind its last words.
 */
export function writeBody(sections: readonly Section[]): string {
  return sections
    .map(({ title, notes }) => {
      const list = notes.map(writeNote).join('\n');
      return title === null ? list : `## ${escapeMarkdown(title)}\n\n${list}`;
    })
    .join('\n\n');
}

/** One item of a list: what follows its first line is indented, so that it stays in it. */
function writeNote(note: ReleaseNote): string {
  const link = `[#${note.number}](${note.url})`;
  const { text, beginsWithWords, end } = fitEntry(note.text, `n${note.number}`);
  const name = note.title === null ? '' : `**${escapeMarkdown(note.title)}**`;
  const isLed = end === null || (name === '' && !beginsWithWords);
  // A list or a code block cannot stand in the line of a bullet: something has to say what it is of.
  const lead = isLed ? [name, name === '' ? `${link}:` : `(${link})`].join(' ').trim() : name;
  const at = end?.at ?? text.length;
  const tail = isLed ? '' : `${end.isInWords ? ' ' : '\n\n'}(${link})`;
  const parts = [lead, withoutEnd(`${text.slice(0, at)}${tail}${text.slice(at)}`)].filter(
    (part) => part !== '',
  );
  const [first = '', ...rest] = parts.join('\n\n').split('\n');
  return [`- ${first}`, ...rest.map((line) => (/^[ \t]*$/.test(line) ? '' : `  ${line}`))].join(
    '\n',
  );
}

/** Plain text as Markdown that shows just that, in one line. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|]|&(?=#?\w+;)|^[#+-](?=\s)|#+$|~(?=~)/g, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
