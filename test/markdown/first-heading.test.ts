import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstHeading } from '../../src/markdown/first-heading.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

describe('firstHeading', () => {
  it.each([
    ['ATX', '# Title\n\ntext', 'Title', '# Title'],
    ['ATX with closing marks', '# Title #\ntext', 'Title', '# Title #'],
    ['setext', 'Title\n===\n\ntext', 'Title', 'Title\n==='],
    ['setext over two lines', 'A long\ntitle\n=\n', 'A long title', 'A long\ntitle\n='],
    ['CRLF', 'Title\r\n===\r\ntext', 'Title', 'Title\r\n==='],
    ['emphasis and code', '# *A* __b__ `c_d_e`', 'A b c_d_e', '# *A* __b__ `c_d_e`'],
    ['a link', '# [A](b.md) c', 'A c', '# [A](b.md) c'],
    ['a reference defined later', '# [A] c\n\ntext\n\n[a]: /b', 'A c', '# [A] c'],
    ['brackets that are no reference', '# a[0]\n', 'a[0]', '# a[0]'],
    ['an image', '# ![Logo](a.png) Name', 'Logo Name', '# ![Logo](a.png) Name'],
    ['HTML in it', '# A <br> b <!-- c -->', 'A b', '# A <br> b <!-- c -->'],
    ['entities', '# A &amp; &lt;b&gt; \\*', 'A & <b> *', '# A &amp; &lt;b&gt; \\*'],
    ['no text', '#\n\ntext', '', '#'],
    ['a later one', 'text\n\n## B\n\n# C\n\n# D', 'C', '# C'],
    ['one after code', '```sh\n# no\n```\n\n    # no\n\n# Yes\n', 'Yes', '# Yes'],
    ['one after a comment', '<!--\n# no\n-->\n# Yes', 'Yes', '# Yes'],
    ['one after a quote and a list', '> # no\n\n- # no\n\n# Yes', 'Yes', '# Yes'],
    ['one after an HTML block', '<div>\n# no\n</div>\n\n# Yes', 'Yes', '# Yes'],
  ])('finds %s', (_, text, title, slice) => {
    const found = firstHeading(text);
    expect(found?.title).toBe(title);
    expect(text.slice(found?.start, found?.end)).toBe(slice);
  });

  it.each([
    ['other levels', '## A\n\nB\n---\n'],
    ['a hash without a blank', '#A\n'],
    ['code', '```\n# A\n```\n\n    # B\n\n~~~\n# C'],
    ['a comment', '<!--\n# A\n-->'],
    ['a quote', '> # A'],
    ['a list', '1. # A\n'],
    ['no text', ''],
  ])('finds none in %s', (_, text) => {
    expect(firstHeading(text)).toBeNull();
  });

  it('finds by the first lines what the whole text shows', () => {
    const line = fc.constantFrom(
      '# a',
      'a',
      '===',
      '```',
      '> # b',
      '- # c',
      '',
      '<!--',
      '-->',
      '    # d',
      '[a]: b',
      '# [a]',
      '<div>',
      '~~~',
      '\t# e',
      '| a |',
      '|-|',
      '#',
    );
    const eol = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), eol, (lines, eol) => {
        const text = lines.join(eol);
        const whole = parseMarkdown(text)?.children.find(
          (node) => node.type === 'heading' && node.depth === 1,
        );
        expect(firstHeading(text)?.start).toBe(whole?.position?.start.offset);
        expect(firstHeading(text)?.end).toBe(whole?.position?.end.offset);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps offsets right after a byte order mark', () => {
    const text = '\uFEFFtext\n\n# Title\n';
    const found = firstHeading(text);
    expect(text.slice(found?.start, found?.end)).toBe('# Title');
  });
});
