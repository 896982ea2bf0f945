import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillHoles } from '../../src/composing/fill-holes.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { ArticleContent, PostContent } from '../../src/model/post.ts';
import { comparePost } from '../../src/planning/compare.ts';
import { writtenAddresses } from '../../src/planning/hole-addresses.ts';
import { mergeContents } from '../../src/planning/merge.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import { article, intentOf, now, raw, recordOf, shown, state } from './fixtures.ts';

const imageOf = (name: string) => `image:${digestOf({ name })}`;
const [red, blue] = [imageOf('red'), imageOf('blue')];
const url = 'https://site.example/images/1.png';
const other = 'https://site.example/images/12.png';

/** An article with an image in the middle. */
function withImage(target: string, line = 'one'): ArticleContent {
  const body = `${line}\n\n![x]( "t")\n\nthree\n`;
  return article({ body, holes: [{ field: 'body', at: line.length + 7, for: target }] });
}
const textWith = (address: string, line = 'one') => `${line}\n\n![x](${address} "t")\n\nthree\n`;
const post = (body: string) => shown(article({ body }), { activity: 99 });

describe('a post', () => {
  const written = writtenAddresses({ [red]: url });
  const any = writtenAddresses({}, (_, address) =>
    address.startsWith('https://site.example/images/'),
  );
  const none = { title: null, body: null };

  test.each([
    ['as it was written', textWith(url), written, raw, []],
    ['with any address of the site, where none is known', textWith(other), any, raw, []],
    ['in other line ends', textWith(url).replaceAll('\n', '\r\n'), written, raw, ['crlf']],
    ['encoded', textWith(url).replaceAll('"', '&quot;'), written, none, []],
  ] as const)('shows the image %s', (_, body, addresses, encodings, normalizations) => {
    const compared = comparePost(withImage(red), post(body), encodings, normalizations, addresses);
    expect(compared).toEqual({
      state: 'same',
      filled: { [red]: body.includes(other) ? other : url },
    });
  });

  test.each([
    ['another one of the site', textWith(other), written],
    ['one of another site', textWith('https://evil.example/1.png'), any],
    ['none', textWith(''), any],
    ['one with more behind it', textWith(`${url})(x`), any],
  ])('does not show it: %s', (_, body, addresses) => {
    const compared = comparePost(withImage(red), post(body), raw, [], addresses);
    expect(compared).toMatchObject({ state: 'different', theirs: { body } });
  });

  test('that somebody edited has the image in its place, wherever it stands now', () => {
    const body = `![y](${url})\n${textWith(url, 'uno')}${other}\n`;
    const compared = comparePost(withImage(red), post(body), raw, [], written);
    expect(compared).toMatchObject({
      state: 'different',
      theirs: {
        body: `![y]()\n${textWith('', 'uno')}${other}\n`,
        holes: [
          { field: 'body', at: 5, for: red },
          { field: 'body', at: 17, for: red },
        ],
      },
    });
  });
});

const shownLines = [
  '',
  'text',
  `![x](${url})`,
  `![x](${other} "t")`,
  `${url}x`,
  `<img src=${url}>`,
];
const line = fc.constantFrom(...shownLines, '\u{E000}0:0\u{E001}', imageOf('red'), '[r]: ');
const lines = fc.array(line, { maxLength: 8 });

test('whatever a post shows, its text is what is made of it with the addresses put back', () => {
  const addresses = writtenAddresses({ [red]: url, [blue]: other });
  const addressOf = (target: string) => addresses.standing(target) ?? null;
  fc.assert(
    fc.property(lines, lines, fc.constantFrom(red, blue), (before, after, target) => {
      const text = `${before.join('\n')}\n![y](`;
      const known = article({
        body: `${text})\n`,
        holes: [{ field: 'body', at: text.length, for: target }],
      });
      const body = `${after.join('\n')}\n`;
      const compared = comparePost(known, post(body), raw, [], addresses);
      const theirs = compared.state === 'different' ? compared.theirs : known;
      expect(fillHoles(theirs, addressOf).content.body).toBe(body);
      // Of the site's own change alone, a merge makes just that text.
      const merge = mergeContents(known, known, theirs);
      if (!merge.clean) throw new Error('held');
      expect(fillHoles(merge.content, addressOf).content.body).toBe(body);
    }),
  );
});

describe('a merge', () => {
  test("takes a person's text and the source's new image", () => {
    const merge = mergeContents(
      withImage(red),
      withImage(blue),
      withImage(red, 'one and\nmore of it\n'),
    );
    expect(merge).toEqual({ clean: true, content: withImage(blue, 'one and\nmore of it\n') });
  });

  test('is held where both changed the image, and names them', () => {
    const theirs = article({ body: textWith(other) });
    expect(mergeContents(withImage(red), withImage(blue), theirs)).toMatchObject({
      clean: false,
      conflicts: [
        { field: 'body', base: textWith(red), ours: textWith(blue), theirs: textWith(other) },
      ],
    });
  });
});

describe('a source', () => {
  const record = recordOf(withImage(red), { filled: { [red]: url }, activity: 99 });

  test('whose image changed is an update, although its text is the same', () => {
    const change = reconcile(
      state({
        ours: withImage(blue),
        base: withImage(red),
        record,
        seen: { state: 'read', post: post(textWith(url)) },
        usedBy: () => ({ [blue]: other }),
      }),
    );
    expect(change).toMatchObject({
      outcome: 'step',
      step: { action: 'update', content: withImage(blue), uses: { [blue]: other } },
    });
  });

  test('has it already where the post shows the address that the ledger has', () => {
    const change = reconcile(
      state({
        ours: withImage(blue),
        base: withImage(red),
        record,
        seen: { state: 'read', post: post(textWith(other)) },
        addressOf: (target) => (target === blue ? other : null),
      }),
    );
    expect(change).toMatchObject({ outcome: 'unchanged', record: { filled: { [blue]: other } } });
  });

  test.each<[string, string, object]>([
    ['arrived where the post shows what was to be written', other, { outcome: 'unchanged' }],
    ['did not where it shows the old one', url, { outcome: 'held', reason: 'outcome-unknown' }],
  ])('whose change of the image got no answer: it %s', (_, address, expected) => {
    const intent = intentOf({
      action: 'update',
      outcome: 'unknown',
      content: digestOf(withImage(blue)),
      filled: { [blue]: other },
    });
    const change = reconcile(
      state({
        ours: withImage(blue),
        base: withImage(red),
        intended: withImage(blue),
        record: { ...record, intent },
        seen: { state: 'read', post: post(textWith(address)) },
      }),
    );
    expect(change).toMatchObject(expected);
    if (change.outcome === 'unchanged') expect(change.record.filled).toEqual({ [blue]: other });
  });

  test('of a lost ledger is adopted, by any image of the site', () => {
    const candidates = [post(textWith(url))];
    expect(reconcile(state({ ours: withImage(red), candidates }))).toMatchObject({
      step: { action: 'adopt', target: { id: 7 } },
    });
    const elsewhere = [post(textWith('https://evil.example/1.png'))];
    expect(reconcile(state({ ours: withImage(red), candidates: elsewhere }))).toMatchObject({
      outcome: 'held',
      reason: 'title-taken',
    });
  });

  test('that is a question is found without its answer, whose images are still to come', () => {
    const answer = 'see\n![x]()\n';
    const asked: PostContent = {
      kind: 'question',
      title: 'Rotating keys',
      body: 'how?\n![y]()\n',
      tags: ['tls'],
      answer,
      holes: [
        { field: 'body', at: 10, for: red },
        { field: 'answer', at: 9, for: blue },
      ],
    };
    const intent = intentOf({ content: digestOf(asked), outcome: 'unknown' });
    const begun = recordOf(article(), { kind: 'question', post: null, complete: false, intent });
    const { type: _, permissions: __, ...seen } = shown(article({ body: `how?\n![y](${url})\n` }));
    const candidate = {
      ...seen,
      type: null,
      permissions: null,
      kind: 'question' as const,
      ref: { kind: 'question' as const, id: 7 },
      created: intent.at,
    };
    const change = reconcile(
      state({
        ours: asked,
        intended: asked,
        record: begun,
        candidates: [candidate],
        now: now + 600_000,
      }),
    );
    expect(change).toMatchObject({ step: { action: 'create' }, resume: { id: 7 } });
  });

  test('is no renamed one where only its image is another', () => {
    const orphan = {
      source: 'docs/old.md',
      record: recordOf(withImage(red), { title: 'Another title' }),
      base: { ...withImage(red), title: 'Another title' },
      intended: null,
      gone: false,
    };
    const at = (target: string) => reconcile(state({ ours: withImage(target), orphans: [orphan] }));
    expect(at(red)).toMatchObject({ step: { action: 'adopt' } });
    expect(at(blue)).toMatchObject({ step: { action: 'create' } });
  });
});
