import * as fc from 'fast-check';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { allowedHtml } from '../../src/rendering/allowed-html.ts';
import { renderAsStack } from '../../src/rendering/render-as-stack.ts';
import { anyMarkdown } from './any-markdown.ts';

const attributes = new Set('href src title alt width height start align class'.split(' '));

/** What of a page could run or load something, or that Stack has not. */
function dangersOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return node.nodeName === '#text' ? [] : [node.nodeName];
    const own = node.attrs.flatMap(({ name, value }) => {
      if (!attributes.has(name)) return [`${node.tagName} ${name}`];
      if (name !== 'href' && name !== 'src') return [];
      // As a browser reads it.
      const { protocol } = URL.parse(value, 'https://stack.example/') ?? { protocol: 'https:' };
      return /^(?:https?|ftp|mailto):$/.test(protocol) ? [] : [`${name} ${value}`];
    });
    const unknown = allowedHtml.tagNames?.includes(node.tagName) === true ? [] : [node.tagName];
    return [...unknown, ...own, ...dangersOf(node.childNodes)];
  });
}

const quote = fc.constantFrom('"', "'", '', '`', '"\'');
const gap = fc.constantFrom(' ', '\n', '\t', '/', '\f', '\0', ' \n', '  ');
const piece = fc.constantFrom(
  ...'script style svg math iframe object embed form input template noscript textarea title'.split(
    ' ',
  ),
  ...'img a b p li table td select base meta link video plaintext xmp listing annotation-xml'.split(
    ' ',
  ),
);
const attribute = fc
  .tuple(
    fc.constantFrom(
      'onerror',
      'onload',
      'ONCLICK',
      'href',
      'src',
      'style',
      'srcdoc',
      'xlink:href',
      'formaction',
      'title',
      'alt',
    ),
    fc.constantFrom('=', ' = ', '=\n', ''),
    quote,
    fc.constantFrom(
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'java&#9;script:alert(1)',
      '&#106;avascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '\u0001javascript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>alert(1)</script>',
      'https://example.com/',
      'x',
      '><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '--><svg onload=alert(1)>',
      ']]><svg onload=alert(1)>',
    ),
    quote,
  )
  .map((parts) => parts.join(''));
const tag = fc
  .tuple(
    fc.constantFrom('<', '</', '<<', '< '),
    piece,
    fc.array(fc.tuple(gap, attribute), { maxLength: 3 }),
    fc.constantFrom('>', '/>', '\n>', '', ' >', '>>'),
  )
  .map(([open, name, rest, close]) => open + name + rest.flat().join('') + close);
const hostile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: tag },
      fc.constantFrom(
        '<!--',
        '-->',
        '--!>',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '<!',
        '\n\n',
        '\n',
        ' ',
        '> ',
        '- ',
        '`',
        '**',
        '&lt;',
        '\\',
      ),
      attribute.map((each) => `[x](${each})`),
      attribute.map((each) => `![${each}](https://example.com/ "${each}")`),
      attribute.map((each) => `<${each}>`),
      attribute.map((each) => `[${each}]: ${each}`),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a page of a hostile text', () => {
  test('runs nothing, and shows nothing that Stack has not', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: hostile }, anyMarkdown), (text) => {
        const html = renderAsStack(text);
        expect(dangersOf(parseFragment(html).childNodes)).toEqual([]);
        // Nor does it end what it is put into.
        const { childNodes } = parse(`<!doctype html><body><main>${html}</main><footer></footer>`);
        expect(JSON.stringify(namesOf(childNodes)).endsWith('"main","footer"]')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is made of any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(dangersOf(parseFragment(renderAsStack(text)).childNodes)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['quotes', '> '.repeat(40_000)],
    ['spoilers', '>!'.repeat(40_000)],
    ['many quotes', `${'> '.repeat(39)}x\n`.repeat(1000)],
    ['lists', '- '.repeat(20_000)],
    ['brackets', '[a]('.repeat(25_000)],
    ['links to tags', '[tag:'.repeat(20_000)],
    ['images', '!['.repeat(50_000)],
    ['tags', '<a "'.repeat(25_000)],
    ['tags that nest', '<sub>'.repeat(20_000) + '</sup>'.repeat(20_000)],
    ['marks that nest', '<b><i><s><em>\n\nx\n\n'.repeat(5000)],
    ['tags without an end', `<div>\n${'<a'.repeat(50_000)}`],
    ['instructions', 'a <?'.repeat(25_000)],
    ['addresses', "http://a'".repeat(11_000)],
    ['schemes', 'http://'.repeat(14_000)],
    ['stars', '**a** '.repeat(16_000)],
    ['definitions', Array.from({ length: 6000 }, (_, i) => `[a${i}]: /x\n`).join('')],
    ['cells', `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n${'|\n'.repeat(50_000)}`],
    ['HTML that opens', '<ul>\n'.repeat(20_000)],
  ])('with many %s ends before the test does, and is not much longer than the text', (_, text) => {
    const html = renderAsStack(text);
    expect(html.length).toBeLessThan(10 * text.length);
  });
});

function namesOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string[] {
  return nodes.flatMap((node) =>
    'tagName' in node
      ? [
          ...(/^(?:main|footer|body)$/.test(node.tagName) ? [node.tagName] : []),
          ...namesOf(node.childNodes),
        ]
      : [],
  );
}
