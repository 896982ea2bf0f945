import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, remarks } from '../read-text.ts';

const head = '---\ntags: [tls]\nstack: faq\n---\n';

function faq(text: string, stack = 'faq') {
  return readText(`---\ntags: [tls]\nstack: ${stack}\n---\n${text}`);
}

describe('readDoc of a FAQ', () => {
  it('cuts attributes off its headings, and keeps the key of the whole heading', () => {
    const reading = faq('## How? {#how}\nSo.\n## Why? { .wide }\nB.\n### Answer {#a}\nThus.\n');
    expect(reading.drafts).toMatchObject([
      { key: 'docs/a.md#how-how', title: 'How?', body: 'How?', answer: 'So.\n' },
      { key: 'docs/a.md#why--wide-', title: 'Why?', body: 'B.\n', answer: 'Thus.\n' },
    ]);
    expect(remarks(reading)).toEqual(['heading-attributes 5:1', 'heading-attributes 7:1']);
    expect(reading.findings[0]).toMatchObject({ severity: 'warning', source: 'docs/a.md#how-how' });
  });

  it('makes a question of each heading', () => {
    const reading = readText(
      `${head}\n# Keys\n\nIntro.\n\n## How do I rotate \`keys\`?\n\nRun it.\n\n### More\n\nText.\n\n\n## Why?\nSo.\n`,
    );
    expect(reading).toEqual({
      findings: [],
      drafts: [
        {
          key: 'docs/a.md#how-do-i-rotate-keys',
          revision: 'r1',
          provenance: { kind: 'file', path: 'docs/a.md' },
          kind: 'question',
          title: 'How do I rotate keys?',
          body: 'How do I rotate `keys`?',
          answer: 'Run it.\n\n### More\n\nText.\n',
          tags: ['tls'],
          tagsPlace: { file: 'docs/a.md', line: 2, column: 1 },
          type: null,
          editors: null,
          place: { file: 'docs/a.md', line: 10, column: 1 },
          bodyLine: 10,
          answerLine: 12,
        },
        {
          key: 'docs/a.md#why',
          revision: 'r1',
          provenance: { kind: 'file', path: 'docs/a.md' },
          kind: 'question',
          title: 'Why?',
          body: 'Why?',
          answer: 'So.\n',
          tags: ['tls'],
          tagsPlace: { file: 'docs/a.md', line: 2, column: 1 },
          type: null,
          editors: null,
          place: { file: 'docs/a.md', line: 19, column: 1 },
          bodyLine: 19,
          answerLine: 20,
        },
      ],
    });
  });

  it.each([
    ['an Answer heading', '## Q?\n\nIt fails.\n\n### Answer\n\nSo.\n', 'It fails.\n', 'So.\n'],
    ['another case', '## Q?\nB\n### ANSWER ###\nA', 'B\n', 'A'],
    ['no own body', '## Q?\n\n### Answer\n\nA', 'Q?', 'A'],
    ['a second one', '## Q?\nB\n### Answer\nA\n### Answer\nC', 'B\n', 'A\n### Answer\nC'],
    ['one of another level', '## Q?\nB\n#### Answer\nA', 'Q?', 'B\n#### Answer\nA'],
    ['one with more text', '## Q?\nB\n### Answer:\nA', 'Q?', 'B\n### Answer:\nA'],
    ['one in code', '## Q?\n```\n### Answer\n```\nA', 'Q?', '```\n### Answer\n```\nA'],
    ['no answer', '## Q?\n\n', 'Q?', ''],
    ['an empty answer', '## Q?\nB\n### Answer\n\n', 'B\n', ''],
    ['CRLF', '## Q?\r\n\r\nB\r\n\r\n### Answer\r\n\r\nA\r\n\r\n', 'B\r\n', 'A\r\n'],
    ['setext', 'Q?\n---\nB\n\n### Answer\nA', 'B\n', 'A'],
  ])('parts body and answer with %s', (_, text, body, answer) => {
    expect(faq(text).drafts).toMatchObject([{ title: 'Q?', body, answer }]);
  });

  it.each([
    ['code', '```\n## A\n```\n~~~\n## B\n~~~\n\n    ## C\n'],
    ['a comment', '<!--\n## A\n-->'],
    ['a quote', '> ## A'],
    ['a list', '- ## A\n\n  ## B'],
    ['HTML', '<div>\n## A\n</div>'],
  ])('takes no heading in %s for a question', (_, text) => {
    const { drafts } = faq(`## Q?\n\n${text}\n\n## R?\nA\n`);
    expect(drafts.map(({ title }) => title)).toEqual(['Q?', 'R?']);
  });

  it('ends an answer at a heading of a higher level, and publishes nothing after it', () => {
    const { drafts } = faq('## Q?\nA\n\n# Part\n\nText.\n\n## R?\nB');
    expect(drafts.map(({ answer }) => answer)).toEqual(['A\n', 'B']);
  });

  it.each([
    [1, '# Q?\nB\n## Answer\nA'],
    [3, '## Part\n### Q?\nB\n#### Answer\nA'],
    [6, '###### Q?\nA'],
  ])('takes headings of level %i', (level, text) => {
    const { drafts } = faq(text, `{ as: faq, level: ${level} }`);
    expect(drafts).toMatchObject([{ title: 'Q?', answer: 'A' }]);
  });

  it.each([
    ['How do I delete <pod>?', 'How do I delete <pod>?', 'how-do-i-delete-'],
    ['What is *this* `<x>`?', 'What is this <x>?', 'what-is-this-x'],
    ['A &amp; B', 'A & B', 'a--b'],
    ['[Link](x.md) me', 'Link me', 'link-me'],
    ['Größe – Ünïcode 你好', 'Größe – Ünïcode 你好', 'größe--ünïcode-你好'],
    ['snake_case-and.dots', 'snake_case-and.dots', 'snake_case-anddots'],
  ])('gives the heading %j its title and its anchor', (heading, title, anchor) => {
    expect(faq(`## ${heading}\nA`).drafts).toMatchObject([{ key: `docs/a.md#${anchor}`, title }]);
  });

  it('pins keys', () => {
    const text =
      '## Q?\n\n<!-- stack-publish-id: keys -->\n\nBody.\n\n### Answer\nA\n\n## R?\n<!--stack-publish-id:r.1-->\nB';
    expect(faq(text)).toMatchObject({
      findings: [],
      drafts: [
        { key: 'id/keys', body: 'Body.\n', answer: 'A\n', bodyLine: 9 },
        { key: 'id/r.1', body: 'R?', answer: 'B', answerLine: 16 },
      ],
    });
    expect(faq('## Q?\nA', '{ as: faq, id: page }').drafts).toMatchObject([{ key: 'id/page#q' }]);
  });

  it.each([
    ['a bad name', '## Q?\n<!-- stack-publish-id: a b -->\nA', 'question-id 6:1'],
    ['no question above it', '<!-- stack-publish-id: a -->\n\n## Q?\nA', 'question-id 5:1'],
    ['no name', '## Q?\n<!-- stack-publish-id: -->\nA', 'question-id 6:1'],
    ['text before it', '## Q?\nA\n\n<!-- stack-publish-id: a -->\n', 'question-id 8:1'],
    ['text beside it', '## Q?\n<!-- stack-publish-id: a --> A\n', 'question-id 6:1'],
    ['a place in the heading', '## Q? <!-- stack-publish-id: a -->\nA', 'question-id 5:35'],
    [
      'a second one',
      '## Q?\n<!-- stack-publish-id: a -->\n<!-- stack-publish-id: b -->',
      'question-id',
    ],
  ])('finds an id with %s, and does not publish the question', (_, text, remark) => {
    const reading = faq(`${text}\n\n## R?\nB`);
    expect(reading.drafts.map(({ title }) => title)).toEqual(['R?']);
    expect(remarks(reading)[0]).toContain(remark);
    expect(reading.findings[0]).toMatchObject({ severity: 'error', source: 'docs/a.md#q' });
  });

  it('leaves an id in code alone', () => {
    const code = '```\n<!-- stack-publish-id: a -->\n```\n';
    expect(faq(`## Q?\n${code}`)).toMatchObject({ findings: [], drafts: [{ answer: code }] });
  });

  it('finds equal headings on each, and publishes the others', () => {
    const reading = faq('## Q?\nA\n## R?\nB\n## Q?\nC\n');
    expect(reading.drafts.map(({ key }) => key)).toEqual(['docs/a.md#r']);
    expect(remarks(reading)).toEqual(['duplicate-heading 5:1', 'duplicate-heading 9:1']);
    expect(reading.findings.map(({ source }) => source)).toEqual(['docs/a.md#q', 'docs/a.md#q-1']);
  });

  it('takes equal headings whose keys are pinned', () => {
    const pin = (name: string) => `## Q?\n<!-- stack-publish-id: ${name} -->\nA\n`;
    const reading = faq(pin('a') + pin('b'));
    expect(reading).toMatchObject({ findings: [], drafts: [{ key: 'id/a' }, { key: 'id/b' }] });
  });

  it.each([
    ['two', '## C++\nA\n## C#\nB\n## D\nC\n', ['c', 'c-1'], ['d']],
    ['three', '## C++\nA\n## C#\nB\n## C\nC\n', ['c', 'c-1', 'c-2'], []],
    ['no anchor at all', '## ?\nA\n## !\nB\n', ['', '-1'], []],
    // The number of the second is the third's own.
    ['and a number', '## A\nA\n## A!\nB\n## A-1\nC\n', ['a', 'a-1'], ['a-1-1']],
    ['two of which one is equal to a third', '## C\nA\n## C#\nB\n## C\nC\n', ['c-1'], []],
  ])('finds headings of one anchor on each: %s', (_, text, wrong, right) => {
    const reading = faq(text);
    const found = reading.findings.filter(({ rule }) => rule === 'same-anchor');
    expect(found.map(({ source }) => source)).toEqual(wrong.map((key) => `docs/a.md#${key}`));
    expect(reading.drafts.map(({ key }) => key)).toEqual(right.map((key) => `docs/a.md#${key}`));
  });

  it('takes the anchor of a heading whose like is pinned, or has another number of its own', () => {
    const pinned = '## C++\n<!-- stack-publish-id: cpp -->\nA\n## C\nB\n## A\nC\n## A-1\nD\n';
    const reading = faq(pinned);
    expect(reading.drafts.map(({ key }) => key)).toEqual([
      'id/cpp',
      'docs/a.md#c-1',
      'docs/a.md#a',
      'docs/a.md#a-1',
    ]);
    expect(remarks(reading)).toEqual(['numbered-anchor 8:1']);
  });

  it('warns of a key that changes when headings move', () => {
    const reading = faq('# FAQ\n\n## FAQ\nC\n\n## Q?\nA\n\n### How\nB\n\n## How?\nA\n');
    expect(reading.drafts.map(({ key }) => key)).toEqual([
      'docs/a.md#faq-1',
      'docs/a.md#q',
      'docs/a.md#how-1',
    ]);
    expect(reading.findings).toMatchObject([
      { rule: 'numbered-anchor', severity: 'warning', source: 'docs/a.md#faq-1' },
      { rule: 'numbered-anchor', severity: 'warning', source: 'docs/a.md#how-1' },
    ]);
  });

  it.each([
    ['summaries', '<details>\n<summary>\n\n## Q?\n\n</summary>\n\nA\n\n</details>\n', '8:1'],
    ['an element that nothing closes', '<div>\n\n## Q?\n\nA\n', '7:1'],
    ['upper case', '<DETAILS>\n\n## Q?\n\nA\n\n</DETAILS>\n', '7:1'],
  ])('takes no heading in HTML for a question: %s alone', (_, text, place) => {
    const reading = faq(text);
    expect(reading.drafts).toEqual([]);
    expect(remarks(reading)).toEqual([`heading-in-html ${place}`, 'no-questions 5:1']);
    expect(reading.findings[0]).toMatchObject({ severity: 'error', source: 'docs/a.md#q' });
  });

  const more = '<details>\n<summary>More</summary>\n\n## R?\n\n### Answer\n\nB\n\n</details>\n';
  it.each([
    ['a heading of their level', `## Q?\n\n${more}\n## S?\nC`, more, ['heading-in-html 10:1']],
    [
      'a higher heading',
      `## Q?\n\n${more.replace('## R', '# R')}\n## S?\nC`,
      more.replace('## R', '# R'),
      [],
    ],
    [
      'a lower heading',
      `## Q?\n\n${more.replace('## R', '### R')}\n## S?\nC`,
      more.replace('## R', '### R'),
      [],
    ],
    [
      'an empty anchor before it',
      `<a name="q">\n\n## Q?\nA\n\n<a name="s">\n\n## S?\nC`,
      'A\n\n<a name="s">\n',
      [],
    ],
    ['a paragraph that is not closed', '<p align="center">\n\n## Q?\nA\n## S?\nC', 'A\n', []],
    [
      'breaks and pictures',
      '## Q?\nA<br>\n<img src="a">\n\n## S?\nC',
      'A<br>\n<img src="a">\n',
      [],
    ],
    ['an element in code', '## Q?\n```\n<details>\n```\n## S?\nC', '```\n<details>\n```\n', []],
    ['an element in a comment', '## Q?\nA <!-- <div> -->\n## S?\nC', 'A <!-- <div> -->\n', []],
    ['an element that a list ends', '## Q?\n- <div>\n\n## S?\nC', '- <div>\n', []],
    ['a placeholder', '## Q?\nDelete <pod>.\n## S?\nC', 'Delete <pod>.\n', []],
  ])('cuts no element apart: %s', (_, text, answer, remark) => {
    const reading = faq(text);
    expect(reading.drafts).toMatchObject([
      { title: 'Q?', answer },
      { title: 'S?', answer: 'C' },
    ]);
    expect(remarks(reading)).toEqual(remark);
  });

  it('finds an element that nothing closes, and what it hides', () => {
    const reading = faq('## Q?\nA\n\n## R?\nB\n\n<details>\n\n## S?\nC\n');
    expect(reading.findings.map(({ rule, source, severity }) => [rule, source, severity])).toEqual([
      ['heading-in-html', 'docs/a.md#s', 'error'],
      ['unclosed-html', 'docs/a.md#r', 'error'],
    ]);
    expect(remarks(reading)).toEqual(['heading-in-html 13:1', 'unclosed-html 11:1']);
  });

  it('warns of the end of an element that its question does not begin', () => {
    const reading = faq('<br>\n\n## Q?\nA\n\n</details>\n\n## R?\nB</b>\n');
    expect(reading.drafts).toHaveLength(2);
    expect(reading.findings).toMatchObject([
      { rule: 'unopened-html', severity: 'warning', source: 'docs/a.md#q', place: { line: 10 } },
    ]);
  });

  it('brings along what each part refers to: body and answer apart', () => {
    const { drafts, findings } = faq(
      '## Q [a]?\n\nB [b]\n\n### Answer\n\nA [c][]\n\n## What is ![r][c]?\n\nC\n\n[a]: /a\n[b]: /b\n[c]: /c\n',
    );
    expect(findings).toEqual([]);
    expect(drafts).toMatchObject([
      { title: 'Q a?', body: 'B [b]\n\n[b]: /b\n', answer: 'A [c][]\n\n[c]: /c\n' },
      { title: 'What is r?', body: 'What is ![r][c]?\n\n[c]: /c\n', answer: 'C\n' },
    ]);
    // The third line of the body, its definition, is line 18 of the file.
    expect(drafts[0]).toMatchObject({ bodyLine: 7, bodyCuts: [{ after: 2, lines: 9 }] });
  });

  it('finds more footnotes than a site has room for', () => {
    const many = Array.from({ length: 100 }, (_, n) => `## Question ${n}\n\nA[^1]\n\n`).join('');
    const reading = faq(`${many}[^1]: ${'a '.repeat(100_000)}\n`);
    expect(reading).toMatchObject({ drafts: [], findings: [{ rule: 'unparsable' }] });
  });

  it('finds a FAQ without questions', () => {
    const reading = faq('# Title\n\nText.\n');
    expect(reading.drafts).toEqual([]);
    expect(reading.findings).toMatchObject([{ rule: 'no-questions', severity: 'error' }]);
  });

  it('finds a FAQ that cannot be parsed', () => {
    const reading = faq(`## Q?\n${'>'.repeat(1000)}`);
    expect(reading).toMatchObject({ drafts: [], findings: [{ rule: 'unparsable' }] });
  });

  it('warns of settings that a question does not have', () => {
    const reading = faq('## Q?\nA', '{ as: faq, title: T, type: policy, editors: owner }');
    expect(reading.drafts).toHaveLength(1);
    expect(remarks(reading)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^unused-setting 3:/)),
    );
  });

  it('takes the tags of the defaults', () => {
    expect(
      readText('---\nstack: faq\n---\n## Q?\nA', { tags: ['a', 'a'] }).drafts[0]?.tags,
    ).toEqual(['a']);
  });

  it('cuts every text out of the file, byte for byte', () => {
    const lines = [
      '## Q?',
      '## R',
      '### Answer',
      '# P',
      'a',
      '',
      '```',
      '> b',
      '- c',
      '    d',
      '---',
      '&amp;',
      '<!-- e -->',
    ];
    const line = fc.constantFrom(...lines);
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (picked, eol) => {
        const text = picked.join(eol);
        for (const { body, answer, title } of faq(text).drafts) {
          expect(text).toContain(answer);
          expect(text).toContain(body);
          expect(body).not.toBe('');
          expect(title).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a page of five thousand headings', () => {
    const text = Array.from({ length: 5000 }, (_, n) => `## Question ${n}?\nAn *answer*.\n`).join(
      '\n',
    );
    expect(faq(text).drafts).toHaveLength(5000);
  });
});
