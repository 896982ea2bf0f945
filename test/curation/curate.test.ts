import { describe, expect, it } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import type { Draft } from '../../src/model/draft.ts';
import { textDigest } from '../../src/model/post.ts';
import { aDraft, aQuestion, found } from './a-draft.ts';

function check(...drafts: Draft[]) {
  return curate(drafts, { rules: {}, known: [] });
}

function remarks(...drafts: Draft[]): string[] {
  return curate(drafts, { rules: {}, known: [], found }).map(
    ({ rule, severity, place }) => `${rule} ${severity} ${place?.line}:${place?.column}`,
  );
}

describe('curate', () => {
  it('has nothing to say of a good article and a good question', () => {
    expect(check(aDraft(), aQuestion({ key: 'b', title: 'Another title, long enough' }))).toEqual(
      [],
    );
  });

  it('points at the tags where the source has its own', () => {
    const tagsPlace = { file: 'docs/a.md', line: 4, column: 1 };
    for (const [tags, rule] of [
      [[], 'no-tags'],
      [['a b'], 'bad-tag'],
      [['a', 'b', 'c', 'd', 'e'], 'too-many-tags'],
    ] as const)
      expect(remarks(aDraft({ tags, tagsPlace }))).toEqual([`${rule} error 4:1`]);
  });

  it.each([
    ['a title of 150', { title: 'x'.repeat(150) }, []],
    ['a title of 151', { title: 'x'.repeat(151) }, ['title-too-long error 2:1']],
    [
      'a title of 76 characters outside the BMP',
      { title: '😀'.repeat(76) },
      ['title-too-long error 2:1'],
    ],
    ['a title of 15', { title: 'x'.repeat(15) }, []],
    ['a title of 14', { title: 'x'.repeat(14) }, ['title-too-short warning 2:1']],
    ['no title', { title: '' }, ['empty-title error 2:1']],
    ['a blank title', { title: ' ' }, ['empty-title error 2:1']],
    ['a body of 100,000', { body: 'x'.repeat(100_000) }, []],
    ['a body of 100,001', { body: 'x'.repeat(100_001) }, ['body-too-long error 2:1']],
    ['a short body', { body: 'short' }, ['body-too-short warning 2:1']],
    ['no body', { body: '' }, ['empty-body error 2:1']],
    ['a body of comments', { body: '<!-- a -->\n \n<!-- b\n\n-->\n' }, ['empty-body error 2:1']],
    ['no tags', { tags: [] }, ['no-tags error 2:1']],
    ['four tags', { tags: ['a', 'b', 'c', 'd'] }, []],
    ['five tags', { tags: ['a', 'b', 'c', 'd', 'e'] }, ['too-many-tags error 2:1']],
    ['odd but good tags', { tags: ['c++', 'c#', '.net', 'a-1'] }, []],
    ['a tag of 35', { tags: ['x'.repeat(35)] }, []],
    ['a tag of 36', { tags: ['x'.repeat(36)] }, ['bad-tag error 2:1']],
    ['two bad tags', { tags: ['TLS', 'a b'] }, ['bad-tag error 2:1', 'bad-tag error 2:1']],
    ['an empty tag', { tags: [''] }, ['bad-tag error 2:1']],
    ['deep quotes', { body: `[a](/b)\n${'>'.repeat(5000)}` }, ['unreadable-markdown error 2:1']],
  ])('of an article with %s', (_, changes, expected) => {
    expect(remarks(aDraft(changes))).toEqual(expected);
  });

  it.each([
    ['a body of 30,001', { body: 'x'.repeat(30_001) }, ['body-too-long error 2:1']],
    ['an answer of 30,001', { answer: 'x'.repeat(30_001) }, ['body-too-long error 2:1']],
    ['five tags', { tags: ['a', 'b', 'c', 'd', 'e'] }, []],
    ['six tags', { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, ['too-many-tags error 2:1']],
    ['an empty answer', { answer: '\n' }, ['empty-body error 2:1']],
    [
      'a relative image in the answer',
      { answer: 'See ![the other page](b.png) about keys.' },
      ['relative-image warning 2:1'],
    ],
  ])('of a question with %s', (_, changes, expected) => {
    expect(remarks(aQuestion(changes))).toEqual(expected);
  });

  it.each([
    ['TLS', /`tls`/],
    ['key rotation', /`key-rotation`/],
    ['snake_case', /`snake-case`/],
    ['area/tls', /`area-tls`/],
    ['größe', /`grosse`/],
    ['x'.repeat(40), new RegExp(`\`${'x'.repeat(35)}\``)],
    ['???', /another tag/],
  ])('proposes a spelling for the tag %s', (tag, remedy) => {
    expect(check(aDraft({ tags: [tag] }))[0]?.remedy).toMatch(remedy);
  });

  it.each([
    ['[a](b.md)', null],
    ['`![a](b.png)`', null],
    ['![a](b.png)', 'relative-image'],
    ['![a](data:image/png;base64,AA)', 'data-image'],
    ['![a](https://b.example/c.png)', null],
    ['<img src="b.png">', 'relative-image'],
  ])('knows whether the target of %s shows', (link, rule) => {
    const found = check(aDraft({ body: `A text that is long enough, ${link} and more.` }));
    expect(found.map(({ rule }) => rule)).toEqual(rule === null ? [] : [rule]);
  });

  it('names the place of each image in its file', () => {
    const body =
      '![a](b) is an image in the first line,\r\n\r\n- ![c](d), ![e][f]\r\n\r\n[f]: g\r\n';
    expect(remarks(aDraft({ body }))).toEqual([
      'relative-image warning 6:1',
      'relative-image warning 8:3',
      'relative-image warning 10:1',
    ]);
  });

  it('names no line of a note, which has none that a reader could see', () => {
    const provenance = { kind: 'pull-request', number: 7 } as const;
    const body = 'See ![the other page](b) about keys.';
    const note = aDraft({ key: 'pull/7', provenance, place: null, bodyLine: 1, body });
    expect(check(note)).toMatchObject([{ rule: 'relative-image', provenance, place: null }]);
  });

  it('counts the lines that were cut out of the body', () => {
    const body = 'A text that is long enough.\n\n![a](b)\n';
    expect(remarks(aDraft({ body, bodyCuts: [{ after: 2, lines: 3 }] }))).toEqual([
      'relative-image warning 11:1',
    ]);
    expect(remarks(aDraft({ body, bodyCuts: [{ after: 3, lines: 3 }] }))).toEqual([
      'relative-image warning 8:1',
    ]);
  });

  it('finds the title that two sources share, on each', () => {
    const drafts = [
      aDraft(),
      aDraft({ key: 'docs/b.md', file: 'docs/b.md', title: ' A title that is long enough ' }),
      aDraft({ key: 'docs/c.md', file: 'docs/c.md', title: 'A TITLE that is long enough' }),
    ];
    const found = check(...drafts);
    expect(found.map(({ rule, source }) => [rule, source])).toEqual([
      ['duplicate-title', 'docs/a.md'],
      ['duplicate-title', 'docs/b.md'],
    ]);
    expect(found[0]?.message).toContain('docs/b.md');
    expect(found[1]?.message).toContain('docs/a.md');
  });

  it('tells titles by what a reader sees of them', () => {
    const drafts = [
      'A page about caf\u00E9s',
      'A page about cafe\u0301s',
      '\u200BA page about caf\u00E9s',
    ];
    const found = check(
      ...drafts.map((title, n) => aDraft({ key: `docs/${n}.md`, file: `docs/${n}.md`, title })),
    );
    const titles = found.filter(({ rule }) => rule === 'duplicate-title');
    expect(titles).toHaveLength(drafts.length);
    expect(found[0]?.message).toContain('docs/1.md and 1 more');
  });

  it('finds a title and a text that show nothing', () => {
    expect(remarks(aDraft({ title: '\u200B\u200B\u2060' }))).toEqual(['empty-title error 2:1']);
    const body = '\u200B\u00AD\n\u00A0\n';
    expect(remarks(aDraft({ body }))).toEqual(['empty-body error 2:1']);
    expect(check(aDraft({ body: '&nbsp;\u200B\n' })).map(({ rule }) => rule)).toContain(
      'empty-body',
    );
    const nothing = aQuestion({ answer: '<br>\n\n\u2800&#8203;' });
    expect(check(nothing).map(({ rule }) => rule)).toEqual(['empty-body']);
  });

  it('leaves its title and its text to what is published with them, whatever the order', () => {
    const [a, m] = ['docs/a.md', 'docs/m.md'].map((key) =>
      aDraft({ key, file: key, body: 'A text that is long enough to be a page.' }),
    );
    if (!a || !m) throw new Error('no drafts');
    const recordOf = ({ key, title, body }: Draft) => ({
      key,
      title,
      text: textDigest({ body: body.replaceAll(' ', '\n') }),
    });
    const found = (...published: Draft[]) => {
      const recorded = new Map(published.map((draft) => [draft.key, recordOf(draft)]));
      return curate([a, m], { rules: {}, known: [], recorded }).map(
        ({ rule, source }) => `${rule} ${source}`,
      );
    };
    expect(found(m)).toEqual(['duplicate-title docs/a.md', 'recurring-text docs/a.md']);
    expect(found(a)).toEqual(['duplicate-title docs/m.md', 'recurring-text docs/m.md']);
    expect(found(a, m)).toEqual([]);
    // A published page with another title and text comes before a new one, but owns neither.
    const other = { ...m, title: 'Another title, at length', body: 'Another text.' };
    expect(found(other)).toEqual([
      'duplicate-title docs/a.md',
      'recurring-text docs/a.md',
      'duplicate-title docs/m.md',
    ]);
  });

  it('finds the title and the key of a source that was not read again', () => {
    const known = [
      { key: 'docs/b.md', title: aDraft().title },
      { key: 'id/x', title: 'Something else' },
    ];
    const drafts = [
      aDraft(),
      aDraft({ key: 'id/x', file: 'docs/x.md', title: 'A title of its own' }),
    ];
    const found = curate(drafts, { rules: {}, known });
    expect(found.map(({ rule, source }) => [rule, source])).toEqual([
      ['duplicate-title', 'docs/a.md'],
      ['duplicate-id', 'id/x'],
    ]);
  });

  it('finds the key that two sources share, on each, and names the files', () => {
    const found = check(
      aDraft({ key: 'id/x', file: 'docs/a.md' }),
      aDraft({ key: 'id/x', file: 'docs/b.md', title: 'A title of its own' }),
    );
    expect(found.map(({ rule, place }) => [rule, place?.file])).toEqual([
      ['duplicate-id', 'docs/a.md'],
      ['duplicate-id', 'docs/b.md'],
    ]);
    expect(found[0]?.message).toContain('docs/b.md');
  });

  it('takes the severity that is set, and drops what is off', () => {
    const draft = aDraft({ title: 'Short', body: 'Some text with ![an image](b) of a page.' });
    const rules = { 'title-too-short': 'error', 'relative-image': 'off' } as const;
    const found = curate([draft], { rules, known: [] });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['title-too-short', 'error'],
    ]);
  });

  it('keeps what the site refuses an error, whatever is set', () => {
    const rules = { 'empty-body': 'off', 'no-tags': 'warning' } as const;
    const found = curate([aDraft({ body: '', tags: [] })], { rules, known: [] });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['empty-body', 'error'],
      ['no-tags', 'error'],
    ]);
  });

  it('sorts by file as sources are ordered, then by line, column and rule', () => {
    const body = 'A text that is long enough, ![b](b) ![a](a)\n![c](c)';
    const found = check(
      aDraft({ key: 'docs/10.md', file: 'docs/10.md', title: '', tags: [] }),
      aDraft({ key: 'docs/9.md', file: 'docs/9.md', body }),
    );
    expect(
      found.map(({ place, rule }) => `${place?.file}:${place?.line}:${place?.column} ${rule}`),
    ).toEqual([
      'docs/9.md:6:29 relative-image',
      'docs/9.md:6:37 relative-image',
      'docs/9.md:7:1 relative-image',
      'docs/10.md:2:1 empty-title',
      'docs/10.md:2:1 no-tags',
    ]);
  });
});
