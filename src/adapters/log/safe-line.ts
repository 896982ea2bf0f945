/**
 * Characters that a reader does not see or that change how others are shown: controls, line and
 * paragraph separators, bidirectional overrides, blanks without width, hidden tags, lone surrogates.
 */
const hidden =
  /[\p{Cc}\p{Cs}\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

// The runner compares with the rules of a language, which skip characters like the soft hyphen.
const skipped = String.raw`[\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]*`;
const command = new RegExp(
  String.raw`^((?:[\s\p{Z}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}])*:${skipped}):`,
  'u',
);
const oldCommand = new RegExp(`(#${skipped}#${skipped})\\[`, 'gu');

/**
 * Makes any text one harmless line: nothing in it starts a line, moves the cursor, hides a part, or
 * fires a command of the GitHub Actions runner (`::cmd::` at the start of a line, `##[cmd]` anywhere).
 */
export function safeLine(text: string): string {
  return text.replace(hidden, visible).replace(oldCommand, '$1\\[').replace(command, '$1\\:');
}

function visible(char: string): string {
  return named[char] ?? `\\u{${char.codePointAt(0)?.toString(16) ?? ''}}`;
}
