import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDoc } from '../../../src/sources/docs/read-doc.ts';
import { readText, remarks } from '../read-text.ts';

describe('readDoc', () => {
  it('reads the short form', () => {
    const text =
      '---\ntitle: Rotating TLS keys\ntags: [tls, security]\nstack: article\n---\n\nText.\n';
    expect(readText(text)).toEqual({
      findings: [],
      drafts: [
        {
          key: 'docs/a.md',
          revision: 'r1',
          provenance: { kind: 'file', path: 'docs/a.md' },
          kind: 'article',
          title: 'Rotating TLS keys',
          body: 'Text.\n',
          answer: null,
          tags: ['tls', 'security'],
          type: 'knowledge-article',
          editors: null,
          place: { file: 'docs/a.md', line: 2, column: 1 },
          bodyLine: 7,
          tagsPlace: { file: 'docs/a.md', line: 3, column: 1 },
        },
      ],
    });
  });

  it('reads the map form', () => {
    const text = `---
title: { of: another tool }
tags: another tool's
stack:
  as: article
  id: rotating-keys
  title: Rotating keys
  tags: [tls, 1.0, 2]
  type: how-to-guide
  editors: { users: [12, ada@acme.example], groups: [platform, 3] }
---
# A heading that stays
`;
    expect(readText(text)).toMatchObject({
      findings: [],
      drafts: [
        {
          key: 'id/rotating-keys',
          provenance: { kind: 'file', path: 'docs/a.md' },
          title: 'Rotating keys',
          body: '# A heading that stays\n',
          tags: ['tls', '1.0', '2'],
          type: 'how-to-guide',
          editors: { users: [12, 'ada@acme.example'], groups: ['platform', 3] },
          place: { line: 7, column: 3 },
          bodyLine: 12,
          tagsPlace: { line: 8, column: 3 },
        },
      ],
    });
  });

  it.each([
    ['top-level title and tags', 'title: A\ntags: [b]\nstack: { as: article }', ['A', ['b']]],
    [
      'own title, top-level tags',
      'title: A\ntags: [b]\nstack: { as: article, title: C }',
      ['C', ['b']],
    ],
    ['the heading and the default tags', 'stack: { as: article }', ['H', ['default']]],
    ['the heading for a title without value', 'title:\nstack: article', ['H', ['default']]],
    ['no tags where the author says so', 'tags: []\nstack: article', ['H', []]],
    ['each tag once', 'tags: [b, b, c]\nstack: article', ['H', ['b', 'c']]],
    ['a folded title', 'title: one\n  two\nstack: article', ['one two', ['default']]],
    ['a block title', 'title: >\n  one\n  two\nstack: article', ['one two', ['default']]],
    ['a number as a title', 'title: 1.10\nstack: article', ['1.10', ['default']]],
    ['an alias', 'title: &t A\nstack: { as: article, title: *t }', ['A', ['default']]],
    ['flow style', '{ stack: article, title: A }', ['A', ['default']]],
    ['JSON', '{"stack":"article","title":"A"}', ['A', ['default']]],
    ['a title like a prototype', 'title: __proto__\nstack: article', ['__proto__', ['default']]],
  ])('takes %s', (_, yaml, expected) => {
    const { drafts, findings } = readText(`---\n${yaml}\n---\n# H\n`, { tags: ['default'] });
    expect(findings).toEqual([]);
    expect(drafts.map(({ title, tags }) => [title, tags])).toEqual([expected]);
  });

  it('takes type and editors from the defaults where the file has none', () => {
    const defaults = { tags: ['a'], type: 'policy', editors: 'owner' } as const;
    const bare = readText('---\nstack: article\n---\n# H\n', defaults).drafts[0];
    expect([bare?.type, bare?.editors]).toEqual(['policy', 'owner']);
    const own = '---\nstack: { as: article, type: announcement, editors: everyone }\n---\n# H\n';
    const full = readText(own, defaults).drafts[0];
    expect([full?.type, full?.editors]).toEqual(['announcement', 'everyone']);
  });

  it.each([
    ['a heading first', '---\nstack: article\n---\n\n# Title\n\n\ntext\n', 'text\n', 5, 8],
    [
      'a heading later',
      '---\nstack: article\n---\nintro\n\n# Title\n\ntext\n',
      'intro\n\ntext\n',
      6,
      4,
    ],
    ['CRLF', '---\r\nstack: article\r\n---\r\n\r\n# Title\r\n\r\ntext\r\n', 'text\r\n', 5, 7],
    ['a byte order mark', '\uFEFF---\nstack: article\n---\n# Title\ntext', 'text', 4, 5],
    ['no heading', '---\ntags: []\nstack: article\n---\n  text', '  text', 3, 5],
  ])('cuts the body out of a file with %s', (_, text, body, line, bodyLine) => {
    const [draft] = readText(text).drafts;
    expect(draft).toMatchObject({ body, bodyLine, place: { line } });
    expect(draft?.title).toBe(text.includes('# Title') ? 'Title' : '');
  });

  it('keeps every character of a body under a title', () => {
    const eol = fc.constantFrom('\n', '\r\n');
    const body = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '\n', '\r\n', '#', '-', '😀', '&amp;', '\\'),
    });
    fc.assert(
      fc.property(eol, body, (eol, body) => {
        const head = ['---', 'title: T', 'stack: article', '---', ''].join(eol);
        const [draft] = readText(head + body).drafts;
        const cut = (draft?.body.length ?? 0) - body.length;
        const blank = cut === 0 ? '' : body.slice(0, -cut);
        expect(blank + draft?.body).toBe(body);
        expect(blank).toMatch(/^(?:[ \t]*\r?\n)*$/);
        expect(draft?.body).not.toMatch(/^[ \t]*\r?\n/);
      }),
    );
  });

  it.each([
    ['no front matter', '# Title\n\nstack: article\n'],
    ['no mark', '---\ntitle: A\n---\ntext'],
    ['false', '---\nstack: false\n---\ntext'],
    ['null', '---\nstack:\n---\ntext'],
    ['a mark in a comment', '---\n# stack: article\n---\ntext'],
    ['a mark deeper', '---\na:\n  stack: article\n---\ntext'],
    ['a key that only ends alike', '---\nhaystack: article\n---\ntext'],
    ['a list', '---\n- stack: article\n---\ntext'],
    ['broken YAML without a mark', '---\na: b: c\na: [\n---\ntext'],
    ['another engine without a mark', '---js\nexport default {}\n---\ntext'],
    ['a rule and a later mark', '---\ntext\n\nstack: article\n'],
    ['TOML without a mark', '+++\ntitle = "x"\n+++\n\nstack = 1\n'],
    ['a mark of TOML in its text', '+++\ntitle = "x"\n\n[params]\n+++\n\nStack: 1\n'],
    ['a comment, a rule and a text', '<!-- a -->\n---\n\nText.\n\nStack: a\n'],
    ['a key of another map', '---\nparams:\n  Stack: a\n---\n'],
    ['a key that only begins alike', '---\nStacks: a\n---\n'],
    ['a list', '- Stack: article\n'],
    ['a word before', 'Text\n---\nstack: article\n---\n'],
    ['a mark far below', `---\na: ${'x'.repeat(20_000)}\nStack: article\n---\n`],
    ['an example in a code block', '# A\n\n~~~md\n\n---\nstack: article\n---\n~~~\n'],
    ['a rule, a text and a rule', '# A\n\n---\nStack: what we run on.\n\n---\n'],
    ['JSON without the key', '{ "a": "stack", "b": 1 }\n'],
    ['nothing', ''],
  ])('takes no file with %s', (_, text) => {
    expect(readText(text)).toEqual({ drafts: [], findings: [] });
  });

  const block = '---\nstack: article\n---\ntext\n';
  it('finds a mark without a blank behind its colon', () => {
    expect(readText('---\nstack:article\n---\ntext').findings).toMatchObject([
      { rule: 'front-matter', severity: 'error', place: { line: 2 } },
    ]);
  });

  it.each([
    ['below a comment', `<!-- SPDX: MIT\n-->\n${block}`, '3:1'],
    ['below a comment of MDX', `{/* MIT */}\n${block}`, '2:1'],
    ['below a long comment', `<!--\n${'MIT\n'.repeat(2000)}-->\n${block}`, '2003:1'],
    ['below a heading', `# A page\n\n${block}`, '3:1'],
    [
      'below an import and another block',
      `---\na: b\n---\nimport x\n\n---\nas: c\n${block.slice(4)}`,
      '6:1',
    ],
    ['of JSON', '{\n  "title": "a {b}",\n  "stack": "article"\n}\n', '1:1'],
    ['below a blank line', `\r\n${block}`, '2:1'],
    ['behind blanks', `  ${block}`, '1:3'],
    ['behind U+200B', `\u200B${block}`, '1:2'],
    ['behind two byte order marks', `\uFEFF\uFEFF${block}`, '1:3'],
    ['of TOML', '+++\nstack = "article"\n+++\n', '1:1'],
    ['of TOML with a table', '\uFEFF+++\n[stack]\nas = "faq"\n+++\n', '1:2'],
    ['in another case', '---\ntitle: a\nStack: article\n---\n', '3:1'],
    ['in capitals and quotes', '---\n"STACK": article\n---\n', '2:1'],
    ['with U+200B', '---\n\u200Bstack: article\n---\n', '2:1'],
    ['with a comment behind the line', '--- # x\nstack: article\n---\n', '1:1'],
    ['with four hyphens', '----\nstack: article\n----\n', '1:1'],
    ['with a long dash', '\u2014\nstack: article\n\u2014\n', '1:1'],
    ['with CR as line end', '---\rstack: article\r---\r', '1:1'],
    ['in UTF-16', Buffer.from(`\uFEFF${block}`, 'utf16le'), '1:2'],
    ['in UTF-16 without a mark', Buffer.from(block, 'utf16le'), '1:1'],
    ['in UTF-16, the other', Buffer.from(`\uFEFF${block}`, 'utf16le').swap16(), '1:2'],
    [
      'in a pointer of Git LFS',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
      '1:1',
    ],
  ])('warns of a mark %s', (_, text, place) => {
    const file = { path: 'docs/a.md', revision: '', bytes: Buffer.from(text) };
    const reading = readDoc(file, { tags: [] });
    expect(reading).toMatchObject({ drafts: [], findings: [{ severity: 'warning' }] });
    expect(remarks(reading)).toEqual([`mark-not-read ${place}`]);
  });

  it.each([
    ['blanks', ' '.repeat(100_000)],
    ['comments', '<!--'.repeat(25_000)],
    ['fences', '---\n'.repeat(25_000)],
    ['marks', `---\n${'stack '.repeat(20_000)}`],
  ])('needs no time to see that there is no mark in %s', (_, text) => {
    const start = performance.now();
    for (let round = 0; round < 100; round += 1) readText(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('cuts the attributes off the heading that is the title', () => {
    const reading = readText('---\nstack: article\n---\n# A page {#good} {.b}\n\nText. {#x}\n');
    expect(reading.drafts).toMatchObject([{ title: 'A page', body: 'Text. {#x}\n' }]);
    expect(remarks(reading)).toEqual(['heading-attributes 4:1']);
  });

  it.each([
    ['a misspelt form', 'stack: artcle', 'front-matter 2:8'],
    ['true', 'stack: true', 'front-matter 2:8'],
    ['a list', 'stack: [article]', 'front-matter 2:8'],
    ['a map without a form', 'stack:\n  type: policy', 'front-matter 2:1'],
    ['an unknown key', 'stack:\n  as: article\n  tag: [a]', 'front-matter 4:3'],
    ['a level on an article', 'stack: { as: article, level: 2 }', 'front-matter 2:23'],
    ['a bad id', 'stack: { as: article, id: a/b }', 'front-matter 2:27'],
    ['a long id', `stack: { as: article, id: ${'a'.repeat(101)} }`, 'front-matter 2:27'],
    ['a bad type', 'stack: { as: article, type: howto }', 'front-matter 2:29'],
    ['tags that are no list', 'tags: a, b\nstack: article', 'front-matter 2:7'],
    ['a tag that is no text', 'tags: [a, [b]]\nstack: article', 'front-matter 2:11'],
    ['a tag that is a truth value', 'tags:\n  - a\n  - true\nstack: article', 'front-matter 4:5'],
    ['a tag without value', 'tags:\n  - a\n  -\nstack: article', 'front-matter 4:4'],
    ['a title that is a map', 'title: { a: b }\nstack: article', 'front-matter 2:8'],
    ['a title of two lines', 'title: |\n  a\n  b\nstack: article', 'front-matter 2:8'],
    ['a control character', 'title: "a\\u001bb"\nstack: article', 'front-matter 2:8'],
    ['half a surrogate pair', 'title: "a\\ud800"\nstack: article', 'front-matter 2:8'],
    ['editors that are nobody', 'stack: { as: article, editors: {} }', 'front-matter 2:32'],
    ['editors of a wrong kind', 'stack: { as: article, editors: me }', 'front-matter 2:32'],
    [
      'an unknown editors key',
      'stack: { as: article, editors: { user: [1], users: [1] } }',
      'front-matter 2:34',
    ],
    [
      'a user without address',
      'stack: { as: article, editors: { users: [ada] } }',
      'front-matter 2:42',
    ],
    ['an alias without anchor', 'title: *a\nstack: article', 'front-matter 2:8'],
    ['broken YAML', 'title: a: b\nstack: article', 'front-matter 2:8'],
    ['a key that stands twice', 'stack: article\ntags: [a]\ntags: [b]', 'front-matter 4:1'],
    ['a level that is none', 'stack: { as: faq, level: 7 }', 'front-matter 2:26'],
    ['a level that is a word', 'stack: { as: faq, level: two }', 'front-matter 2:26'],
  ])('finds %s', (_, yaml, expected) => {
    const reading = readText(`---\n${yaml}\n---\n# H\n`, { tags: ['a'] });
    expect(reading.drafts).toEqual([]);
    expect(remarks(reading)).toEqual([expected]);
    expect(reading.findings[0]).toMatchObject({ severity: 'error', source: 'docs/a.md' });
  });

  it.each([
    ['stack: artcle', /`article`/],
    ['stack: fqa', /`faq`/],
    ['stack: { as: article, tagz: [a] }', /`tags`/],
    ['stack: { as: article, type: anouncement }', /`announcement`/],
  ])('proposes what %j may have meant', (yaml, remedy) => {
    expect(readText(`---\n${yaml}\n---\n`).findings[0]?.remedy).toMatch(remedy);
  });

  it('collects all that is wrong, under the pinned key', () => {
    const yaml = 'stack: { as: article, id: x, type: no, tags: [true, {}], colour: red }';
    const reading = readText(`---\n${yaml}\n---\n`);
    expect(reading.findings).toHaveLength(4);
    expect(new Set(reading.findings.map(({ source }) => source))).toEqual(new Set(['id/x']));
  });

  it.each([
    ['JavaScript', '---js\nmodule.exports = { stack: "article" }\n---\ntext'],
    ['JSON', '---json\n{"stack":"article"}\n---\ntext'],
    ['YAML by name', '---yaml\nstack: article\n---\ntext'],
    ['no end', '---\ntitle: A\nstack: article\n\ntext'],
  ])('does not read a marked front matter with %s, and says so', (_, text) => {
    const reading = readText(text);
    expect(reading.drafts).toEqual([]);
    expect(remarks(reading)).toEqual(['front-matter 1:1']);
  });

  it.each([
    ['Latin-1 in the body', Buffer.from('---\nstack: article\n---\n\ncaf\xe9\n', 'latin1'), 5],
    [
      'Latin-1 in the front matter',
      Buffer.from('---\ntitle: \xe9\nstack: article\n---\n', 'latin1'),
      2,
    ],
    ['a NUL byte', Buffer.from('---\nstack: article\n---\na\0b\n'), 4],
  ])('finds a marked file with %s', (_, bytes, line) => {
    const reading = readDoc({ path: 'a.md', revision: '', bytes }, { tags: [] });
    expect(reading.drafts).toEqual([]);
    expect(remarks(reading)).toEqual([`not-utf8 ${line}:null`]);
  });

  it('leaves a file alone that is not marked, whatever its bytes', () => {
    const bytes = Buffer.from('---\ntitle: \xe9\0\n---\n', 'latin1');
    expect(readDoc({ path: 'a.md', revision: '', bytes }, { tags: [] }).findings).toEqual([]);
  });

  it('reads a view into a larger buffer', () => {
    const all = Buffer.from('xx---\nstack: article\n---\n# Title\ntextyy');
    const reading = readDoc(
      { path: 'a.md', revision: '', bytes: all.subarray(2, -2) },
      { tags: [] },
    );
    expect(reading.drafts[0]).toMatchObject({ title: 'Title', body: 'text' });
  });

  it.each([
    ['deep lists', `x: ${'['.repeat(30_000)}`],
    ['many keys', Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['thousands of aliases', `a: &a x\ntags: [${'*a, '.repeat(7000)}]`],
    ['a tag that contains itself', 'tags: &a [*a]'],
  ])('survives %s', (_, yaml) => {
    const start = performance.now();
    const reading = readText(`---\nstack: article\n${yaml}\n---\n# H\n`);
    expect(reading.drafts).toEqual([]);
    expect(remarks(reading).every((remark) => remark.startsWith('front-matter'))).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('expands no aliases of aliases', () => {
    const lists = Array.from({ length: 500 }, (_, n) => `k${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
    const yaml = ['stack: article', 'k0: &a0 [x]', ...lists, 'tags: *a500'].join('\n');
    const reading = readText(`---\n${yaml}\n---\n# H\n`);
    expect(remarks(reading)).toEqual(['front-matter 503:14', 'front-matter 503:21']);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      'stack: article',
      'stack:',
      ' as: article',
      'title: ',
      '"',
      "'",
      '[',
      '{',
      '}',
      ']',
      '*a',
      '&a ',
      '!!x ',
      '|',
      '>',
      '# ',
      '\t',
      ': ',
      '- ',
      '? ',
      ',',
      '%YAML 1.1',
      '\uFEFF',
      '...',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { drafts, findings } = readText(
          `---\nstack: article\n${pieces.join('')}\n---\n# H\n`,
        );
        expect(drafts.length === 0 || findings.length === 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
