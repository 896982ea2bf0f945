import { markdownTable } from './markdown-table.ts';
import { modules } from './modules.ts';

/** The table of the modules in `docs/architecture.md`. */
export function modulesTable(): string {
  return markdownTable(
    ['Module', 'Holds', 'May import', 'Does I/O'],
    Object.entries(modules).map(([name, { folder, holds, imports, effects }]) => [
      `\`${folder.replace(/^src\//, '')}/\`${name === folder ? ' (beside `src/`)' : ''}`,
      holds,
      imports.length === 0 ? 'nothing' : imports.join(', '),
      effects === 'none' ? 'no' : 'yes',
    ]),
  );
}
