import { escapeOf, shownText } from '../../model/shown-text.ts';

// The runner compares with the rules of a language, which skip characters like the soft hyphen.
const skipped = String.raw`[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]*`;
const command = new RegExp(
  String.raw`^((?:[\s\p{Z}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}])*:${skipped}):`,
  'u',
);
const vso = `(?:v${skipped}s${skipped}o${skipped})?`;
const oldCommand = new RegExp(`(#${skipped}#${skipped}${vso})\\[`, 'giu');

/**
 * Makes any text one harmless line: nothing in it starts a line, moves the cursor, hides a part, or
 * fires a command of a runner: of GitHub Actions `::cmd::` at the start of a line and `##[cmd]` anywhere,
 * of Azure Pipelines `##vso[cmd]` anywhere.
 */
export function safeLine(text: string): string {
  return shownLine(text)
    .replace(oldCommand, (_, start: string) => start + escapeOf('['))
    .replace(command, (_, start: string) => start + escapeOf(':'));
}

/** As `safeLine`, for a page, where no runner looks for commands. */
export function shownLine(text: string): string {
  return shownText(text).replaceAll('\n', escapeOf);
}
