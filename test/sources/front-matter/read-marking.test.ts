import { describe, expect, it } from 'vitest';
import { readMarking } from '../../../src/sources/front-matter/read-marking.ts';

const read = (yaml: string, label: 'article' | 'faq' | null = null) =>
  readMarking(yaml, { start: 0, end: yaml.length }, { label });

describe('readMarking', () => {
  it.each([
    ['a tag', 'date: !x 2026'],
    ['a merge key', 'base: &b { x: 1 }\n<<: *b'],
    ['an alias without an anchor', 'x: *nowhere'],
    ['a key that is no text', '7: x\n? [a]\n: x'],
    ['a prototype', '__proto__: { stack: faq }'],
    ['aliases that multiply', 'x: &x [a, a]\ny: &y [*x, *x]\nz: [*y, *y]'],
    ['a long list', `x: [${'a, '.repeat(1000)}]`],
  ])('leaves to other tools: %s', (_, foreign) => {
    expect(read(`${foreign}\ntitle: T\nstack: article\n`)).toMatchObject({
      as: 'article',
      title: { title: 'T' },
    });
  });

  it.each(['title: { 7: !x [*nowhere] }', 'tags: *nowhere', `tags: [${'a, '.repeat(1000)}]`])(
    'leaves %.30s to other tools where `stack` says the same',
    (foreign) => {
      expect(read(`${foreign}\nstack: { as: article, title: T, tags: [b] }\n`)).toMatchObject({
        title: { title: 'T' },
        tags: { tags: ['b'] },
      });
    },
  );

  const now = Date.parse('2026-11-20T10:00:00Z');
  const warned = (yaml: string) => {
    const marking = readMarking(yaml, { start: 0, end: yaml.length }, { now });
    return marking && 'warnings' in marking && marking.warnings;
  };

  it.each([
    'draft: true',
    "draft: 'Yes'",
    'Draft: true',
    'unlisted: true',
    'publish: no',
    'publishdate: 2099-01-01',
    'published: false',
    'date: 2026-11-21',
    'publishDate: 2027-01-01T00:00:00+01:00',
  ])('warns of %s', (line) => {
    expect(warned(`stack: article\n${line}\n`)).toMatchObject([
      { rule: 'marked-as-draft', severity: 'warning', offset: 15 },
    ]);
    expect(warned(`stack: faq\n${line}\n`)).toHaveLength(1);
  });

  it.each([
    'draft: false',
    'draft: { true: true }',
    'draft: *nowhere',
    'published: true',
    'published: 2026-12-01',
    'date: 2026-11-20',
    'date: 1999-01-01 10:00:00 -0500',
    'date: tomorrow',
    'date: 2026-99-99',
    'params: { draft: true }',
  ])('takes no draft of %s', (line) => {
    expect(warned(`stack: article\n${line}\n`)).toEqual([]);
  });

  it('finds keys that stand twice, also those of other tools', () => {
    expect(read('x: 1\nx: 2\nstack: article')).toMatchObject({ problems: [{ offset: 5 }] });
  });

  it('reads ids in quotes, and each of the editors once', () => {
    const editors = '{ users: [1, "1", a@b.example, a@b.example], groups: [g, g, "2"] }';
    expect(read(`stack: { as: article, editors: ${editors} }`)).toMatchObject({
      editors: { users: [1, 'a@b.example'], groups: ['g', 2] },
    });
    expect(read('stack: { as: article, editors: { users: , groups: [g] } }')).toMatchObject({
      editors: { users: [], groups: ['g'] },
    });
  });

  it('says what was seen, where, and what was expected', () => {
    expect(read('stack: { as: article, editors: { groups: [a, [b]] }, tagz: [] }')).toEqual({
      id: null,
      problems: [
        {
          rule: 'front-matter',
          offset: 45,
          message:
            "The front matter cannot be read: stack.editors.groups[1] is a list, expected a user group's id (a positive whole number) or name.",
          remedy: "Write a user group's id (a positive whole number) or name, or remove it.",
        },
        {
          rule: 'front-matter',
          offset: 53,
          message:
            'The front matter cannot be read: unknown key "tagz" in stack, expected one of as, id, title, tags, type, editors, level.',
          remedy: 'Write `tags`, or remove it.',
        },
      ],
    });
  });

  it('finds the first of many items too many, and nothing in them', () => {
    expect(read(`stack: article\ntags: [${'[], '.repeat(101)}]`)).toMatchObject({
      problems: [{ offset: 21, message: expect.stringContaining('a list of 101 items') as string }],
    });
  });

  it.each([
    ['', 'article'],
    ['stack:', 'faq'],
    ['stack: { id: x }', 'faq'],
    ['stack: faq', 'faq'],
  ] as const)('takes %j as the label says: %s', (yaml, label) => {
    expect(read(`x: 1\n${yaml}`, label)).toMatchObject({ as: label });
  });

  it.each(['stack: faq', 'stack: { as: faq }', 'stack: false'])(
    'finds that %j is not what the label says',
    (yaml) => {
      expect(read(yaml, 'article')).toMatchObject({
        problems: [{ message: expect.stringContaining("as the pull request's label says") }],
      });
    },
  );
});
