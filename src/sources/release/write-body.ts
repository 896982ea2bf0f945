import { inLink } from '../../model/forge-addresses.ts';
import { changeSign } from '../../model/provenance.ts';
import { fitEntry, withoutBlanks } from './fit-entry.ts';
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

/**
 * One item of a list. What begins with words ends with the link; whatever else cannot stand in the line of a
 * bullet, so that a line with the title, the link or both says what it is of.
 */
function writeNote(note: ReleaseNote): string {
  const link = `[${changeSign(note.kind)}${note.number}](${inLink(note.url)})`;
  const { text, begins, end, indent } = fitEntry(note.text, `n${note.number}`);
  const name = note.title === null ? '' : `**${escapeMarkdown(note.title)}**`;
  const isLed = end === null || (begins !== 'words' && (name === '' || !end.isInWords));
  const lead = isLed ? [name, name === '' ? `${link}:` : `(${link})`].join(' ').trim() : name;
  const tail = isLed ? '' : `${end.isInWords ? ' ' : '\n\n'}(${link})`;
  const at = end?.at ?? text.length;
  const whole = withoutBlanks(`${text.slice(0, at)}${tail}${text.slice(at)}`);
  const gap = isLed && begins === 'list' ? '\n' : '\n\n';
  const [first = '', ...rest] = [lead, whole]
    .filter((part) => part !== '')
    .join(gap)
    .split('\n');
  return [`-${' '.repeat(indent - 1)}${first}`, ...rest.map((line) => indented(line, indent))].join(
    '\n',
  );
}

function indented(line: string, by: number): string {
  return line === '' ? '' : `${' '.repeat(by)}${line}`;
}

/** Plain text as Markdown that shows just that, in one line. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|]|&(?=#?\w+;)|^[#+-](?=\s)|#+$|~(?=~)/g, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
