import { describe, expect, it } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import { aDraft } from './a-draft.ts';

function found(text: string): string[] {
  const body = `A line that is long enough.\n\n${text}\n`;
  return curate([aDraft({ body })], { rules: {}, known: [] }).map(
    ({ rule, severity, place }) => `${rule} ${severity} ${place?.line}:${place?.column}`,
  );
}

describe('html-table', () => {
  it.each([
    ['<table><tr><td>tls</td><td>60</td></tr></table>', '8:1'],
    ['<TABLE border="1">\n\n<tr>\n</TABLE>', '8:1'],
    ['<div>\n<table class="a">', '9:1'],
    ['- a\n\n  <table>\n  </table>', '10:3'],
    ['A word <table> in a line.', '8:8'],
    ['<table\n  title="a > b">', '8:1'],
  ])('finds %j', (text, place) => {
    expect(found(text)).toEqual([`html-table error ${place}`]);
  });

  it.each([
    '| a | b |\n| --- | --- |\n| c | d |',
    'The word `<table>` in code.',
    '```html\n<table>\n```',
    '    <table>',
    '\\<table> and &lt;table&gt;',
    '<!-- <table> -->',
    '<tablex> and <table-row>',
    'A <b title="<table>">word</b>.',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('html-element', () => {
  it.each([
    '<video src="https://example.com/a.mp4" controls></video>',
    '<audio controls>',
    '<iframe src="https://a.example"></iframe>',
    '<object data="a">',
    '<embed src="https://a.example/a">',
    '<canvas id="a"></canvas>',
    '<svg width="1"><path d="M0"/></svg>',
    '<picture><source srcset="https://a.example/a.png"><img src="https://a.example/b.png"></picture>',
    '<script>\na\n</script>',
    '<style>\na\n</style>',
    '<Video />',
  ])('finds %j', (text) => {
    expect(found(text)).toEqual(['html-element warning 8:1']);
    expect(found(`> ${text}`.replaceAll('\n', '\n> '))).toEqual(['html-element warning 8:3']);
  });

  it.each([
    '<details>\n<summary>A</summary>\n\nB\n\n</details>',
    '<div align="center">\n\n**Big**\n\n</div>',
    'Press <kbd>a</kbd>, <mark>now</mark> or <u>never</u>, H<sub>2</sub>O.',
    '<img src="https://a.example/a.png" width="10">',
    'A `<video>` in code.',
    '```html\n<iframe></iframe>\n```',
    '<!-- <video> -->',
    'A <videos> and a <picture-frame>.',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('data-image', () => {
  it.each([
    '![dot](data:image/gif;base64,R0lGODlhAQABAAAAACw=)',
    '<img src="data:image/gif;base64,R0lGOD" alt="dot">',
    '![dot](DATA:image/gif;base64,R0lGOD)',
  ])('finds %j, and does not repeat it', (text) => {
    expect(found(text)).toEqual(['data-image warning 8:1']);
  });

  it.each(['`![dot](data:image/gif;base64,R0lGOD)`', '![a](https://a.example/data:b)', 'data:a'])(
    'lets %j pass',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
