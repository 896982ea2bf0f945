import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Code, Html, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import { visit } from 'unist-util-visit';

const css = readFileSync(
  createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css'),
  'utf8',
);

/** A text of GitHub's: a comment, or the summary of a run. */
export interface GitHubBox {
  /** Who says it, or what it is. */
  readonly head: string;
  readonly markdown: string;
  /** The signs under it. */
  readonly foot?: string;
}

/** A page that shows Markdown with GitHub's own styles, light or dark as the browser asks. */
export function gitHubPage(boxes: readonly GitHubBox[]): string {
  const shown = boxes.map(
    ({ head, markdown, foot = '' }) => `<div class="box">
<div class="head">${escaped(head)}</div>
<article class="markdown-body">${htmlOf(markdown)}</article>
<div class="foot">${escaped(foot)}</div>
</div>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GitHub</title>
<style>${css}</style>
<style>
  body { margin: 0; padding: 16px; background: #f6f8fa; }
  .box { margin-bottom: 16px; border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden; background: #ffffff; }
  .box:last-child { margin-bottom: 0; }
  .head, .foot { padding: 8px 16px; font: 14px/1.5 -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; color: #59636e; background: #f6f8fa; }
  .foot { padding-bottom: 12px; background: inherit; }
  .foot:empty { display: none; }
  .markdown-body { padding: 16px; }
  @media (prefers-color-scheme: dark) {
    body, .head { background: #0d1117; color: #9198a1; }
    .box { border-color: #3d444d; background: #0d1117; }
  }
</style>
<body>
${shown.join('\n')}
</body>
</html>
`;
}

function htmlOf(markdown: string): string {
  return String(
    remark()
      .use(remarkGfm)
      .use(() => colourDiffs)
      .use(remarkHtml, { sanitize: false })
      .processSync(markdown),
  );
}

/** GitHub colours a line of a diff by its first character. */
function colourDiffs(tree: Root): void {
  visit(tree, 'code', (code: Code, index, parent) => {
    if (code.lang !== 'diff' || index === undefined || !parent) return;
    const lines = code.value.split('\n').map((line) => {
      const mark = { '+': 'pl-mi1', '-': 'pl-md', '@': 'pl-mdr' }[line.charAt(0)];
      return mark ? `<span class="${mark}">${escaped(line)}</span>` : escaped(line);
    });
    const html: Html = { type: 'html', value: `<pre><code>${lines.join('\n')}</code></pre>` };
    parent.children[index] = html;
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
