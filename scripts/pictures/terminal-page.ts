import { stripVTControlCharacters } from 'node:util';

/** The styles that the command line writes, by their code in an escape sequence. */
const styles: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
};
const escape = '\u001B[';

/** A page that shows what a terminal showed: one element a line, with its colours. */
export function terminalPage(command: string, output: string): string {
  const lines = output.replaceAll('\r', '').trimEnd().split('\n').map(lineHtml);
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Terminal</title>
<style>
  body { margin: 0; padding: 18px 22px; background: #1d2126; color: #d7dce2; }
  div { font: 13px/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1.5em; }
  .prompt { color: #8b949e; margin-bottom: 6px; }
  .bold { font-weight: bold; color: #ffffff; }
  .dim { color: #8b949e; }
  .red { color: #ff8a80; }
  .green { color: #7ee08a; }
  .yellow { color: #f2cc60; }
</style>
<body>
<div class="prompt">$ ${escaped(command)}</div>
${lines.join('\n')}
</body>
</html>
`;
}

/** A line is styled as a whole: an escape sequence at its start, and one at its end. */
function lineHtml(line: string): string {
  const code = line.startsWith(escape) ? (/^\d+/.exec(line.slice(escape.length))?.[0] ?? '') : '';
  return `<div class="${styles[code] ?? ''}">${escaped(stripVTControlCharacters(line))}</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
