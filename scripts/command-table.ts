import { commands } from '../src/commands/registry.ts';
import { markdownTable } from './markdown-table.ts';

/** The table of all commands. */
export function commandTable(): string {
  const rows = commands.map(({ name, operands, summary, needs }) => {
    const call = [name, ...operands].join(' ').replaceAll('|', String.raw`\|`);
    return [`\`${call}\``, summary, needs];
  });
  return markdownTable(['Command', 'What it does', 'Needs'], rows);
}
