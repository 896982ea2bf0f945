import { htmlEncode } from './html-encode.ts';

/**
 * Makes plain HTML of a Markdown text in one quick pass: headings, fenced code and paragraphs;
 * whatever stands inside them is escaped.
 */
export function simpleHtml(markdown: string): string {
  const parts: string[] = [];
  let paragraph: string[] = [];
  let code: { readonly fence: string; readonly lines: string[] } | null = null;
  const endParagraph = (): void => {
    if (paragraph.length > 0) parts.push(`<p>${htmlEncode(paragraph.join('\n'))}</p>`);
    paragraph = [];
  };
  const endCode = (): void => {
    if (code !== null) parts.push(`<pre><code>${htmlEncode(code.lines.join('\n'))}\n</code></pre>`);
    code = null;
  };
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const heading = /^(#{1,6})[ \t](.*)$/.exec(line);
    if (code !== null) {
      if (fence?.startsWith(code.fence) === true && line.trim() === fence) endCode();
      else code.lines.push(line);
    } else if (fence !== undefined) {
      endParagraph();
      code = { fence, lines: [] };
    } else if (heading !== null) {
      endParagraph();
      const level = (heading[1] ?? '').length;
      parts.push(`<h${level}>${htmlEncode((heading[2] ?? '').trim())}</h${level}>`);
    } else if (line.trim() === '') endParagraph();
    else paragraph.push(line);
  }
  endParagraph();
  endCode();
  return parts.map((part) => `${part}\n`).join('');
}
