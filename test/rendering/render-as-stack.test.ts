import { describe, expect, test } from 'vitest';
import { renderAsStack } from '../../src/rendering/render-as-stack.ts';

describe('rendered Markdown', () => {
  test.each([
    ['<script>alert(1)</script>\n', '<script'],
    ['a <script>alert(1)</script>', '<script'],
    ['<style>x{}</style>\n', 'style'],
    ['<img src="https://a.b/c.png" onerror="x()">', 'onerror'],
    ['<b onclick=x() style="y">z</b>', 'onclick'],
    ['<b style="y">z</b>', 'style'],
    ['<a href="javascript:x()">z</a>', 'javascript'],
    ['[z](javascript:x())', 'href'],
    ['![z](data:image/png;base64,AA)', '<img'],
    ['<iframe src="https://a.b"></iframe>', 'iframe'],
    ['<svg onload=x()>', 'svg'],
    ['<a href="https://a.b" target="_blank" class="c">z</a>', 'target'],
    ['<!-- hidden -->', 'hidden'],
    ['<b><script>x</b>', '<script'],
    ['`<b>`', '<b>'],
    ['<a href="vbscript:x()">z</a>', 'vbscript'],
    ['[tag:<b>]', '<b>'],
  ])('%j never shows %s', (text, gone) => {
    expect(renderAsStack(text)).not.toContain(gone);
  });

  test.each([
    ['<kbd>Ctrl</kbd> and H<sub>2</sub>O', '<kbd>Ctrl</kbd> and H<sub>2</sub>O'],
    [
      '<a href="https://a.b/" title="t">**z**</a>',
      '<a href="https://a.b/" title="t"><strong>z</strong></a>',
    ],
    ['a<br>b', 'a<br>b'],
    ['<h3>T</h3>', '<h3>T</h3>'],
    ['[z](docs/x.md)', '[z](docs/x.md)'],
    ['[z](/articles/1)', '<a href="/articles/1">z</a>'],
    ['- [x] done', '[x] done'],
    ['a[^1]\n\n[^1]: note', 'a[^1]'],
    ['~~x~~ ~y~', '<del>x</del> ~y~'],
    ['```js\nx\n```', '<code class="language-js">x'],
    ['<details>\n<summary>S</summary>\n\ntext\n\n</details>', '<p>text</p>'],
    ['<b>never closed', '<b>never closed</b>'],
    ['a <mark>b</mark>', 'a &#x3C;mark>b&#x3C;/mark>'],
    ['>! secret', '<blockquote class="spoiler">\n<p>secret</p>'],
    ['[tag:tls]', '<a class="s-tag">tls</a>'],
    ['1. a\n\n---\n\n3. b', '<ol start="3">'],
    ['[z](HTTPS://A.B/C)', '<a href="HTTPS://A.B/C">z</a>'],
    ['[z](//a.b/c)', '<a href="//a.b/c">z</a>'],
    ['\uFEFF# T', '<h1>T</h1>'],
  ])('%j shows %s', (text, shown) => {
    expect(renderAsStack(text)).toContain(shown);
  });
});
