import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { ArticleContent, Hole } from '../../src/model/post.ts';
import { comparePost } from '../../src/planning/compare.ts';
import { writtenAddresses } from '../../src/planning/hole-addresses.ts';
import { mergeContents } from '../../src/planning/merge.ts';
import type { PlannedChange } from '../../src/planning/planned-change.ts';
import { reconcile } from '../../src/planning/reconcile.ts';
import type { SourceState } from '../../src/planning/source-state.ts';
import { article, intentOf, now, raw, recordOf, shown, state } from './fixtures.ts';

const [b, c] = ['docs/b.md', 'docs/c.md'];
const forge = (key: string) => `https://forge.example/blob/HEAD/${key}`;
const five = 'https://site.example/articles/5';
const nine = 'https://site.example/questions/9';

/** An article of lines; `{docs/b.md}` or `{docs/b.md#there}` is a link to that. */
function linking(text: string, change: Partial<ArticleContent> = {}): ArticleContent {
  const holes: Hole[] = [];
  let body = '';
  for (const [n, part] of text.split(/[{}]/).entries())
    if (n % 2 === 0) body += part;
    else {
      const [target = ''] = part.split('#');
      holes.push({ field: 'body', at: body.length, for: target, else: forge(part) });
    }
  return article({ body, ...(holes.length > 0 && { holes }), ...change });
}
const text = `one\n\n[b]({${b}})\n\nthree\n`;
const textAt = (address: string) => text.replace(`{${b}}`, address);
const post = (body: string) => shown(article({ body }), { activity: 99 });
const read = (body: string) => ({ state: 'read', post: post(body) }) as const;

/** A page with a link that was last written with this address, and what its target's is by now. */
function linked(
  was: string | null,
  is: string | null,
  change: Partial<SourceState> = {},
): PlannedChange {
  const base = linking(text);
  const record = recordOf(base, { filled: { [b]: was }, activity: 99 });
  const addressOf = (target: string) => (target === b ? is : null);
  const leadsTo = (target: string, address: string | null) => addressOf(target) === address;
  const usedBy = () => (is === null ? {} : { [b]: is });
  return reconcile(state({ ours: null, base, record, addressOf, leadsTo, usedBy, ...change }));
}

describe('what a page links to', () => {
  test('is where it was: nothing to do', () => {
    expect(linked(five, five)).toMatchObject({ outcome: 'unchanged' });
    expect(linked(null, null)).toMatchObject({ outcome: 'unchanged' });
  });

  test.each([
    ['has a post now', null, five, forge(b)],
    ['has another one', five, nine, five],
    ['has none any more', five, null, five],
  ])('%s: a step that changes links alone, and says which address goes in', (_, was, is, shows) => {
    const change = linked(was, is, { seen: read(textAt(shows)) });
    expect(change).toMatchObject({
      outcome: 'step',
      links: true,
      step: { action: 'update', content: linking(text), base: digestOf(linking(text)) },
      expected: { content: linking(text) },
    });
    if (change.outcome === 'step') expect(change.step.uses).toEqual(is ? { [b]: is } : undefined);
  });

  test('is not asked for where its page waits', () => {
    expect(linked(null, five)).toMatchObject({ links: true, unread: true });
  });

  test('stands in the post already: the record moves on', () => {
    const change = linked(null, five, { seen: read(textAt(five)) });
    expect(change).toMatchObject({ outcome: 'unchanged', record: { filled: { [b]: five } } });
  });

  test('is another page now: no step where that has the very post', () => {
    const ours = linking(text.replace(b, c));
    const addressOf = (target: string) => (target === c ? five : null);
    const change = linked(five, null, { ours, addressOf, seen: read(textAt(five)) });
    expect(change).toMatchObject({
      outcome: 'unchanged',
      record: { base: digestOf(ours), filled: { [c]: five } },
    });
  });

  test("is elsewhere on the forge: no step where a post's address stands", () => {
    const hole = { ...linking(text).holes?.[0], else: 'https://new.example' } as Hole;
    const ours = { ...linking(text), holes: [hole] };
    expect(linked(five, five, { ours, seen: read(textAt(five)) })).toMatchObject({
      outcome: 'unchanged',
      record: { base: digestOf(ours) },
    });
    expect(linked(null, null, { ours, seen: read(textAt(forge(b))) })).toMatchObject({
      step: { action: 'update' },
      links: true,
    });
  });
});

describe('a page that a person edited', () => {
  const edited = `${textAt(forge(b))}More of it.\n`;

  test('keeps the edit, and gets the link', () => {
    const change = linked(null, five, { seen: read(edited) });
    expect(change).toMatchObject({
      outcome: 'step',
      links: true,
      step: { action: 'merge', content: linking(`${text}More of it.\n`), uses: { [b]: five } },
      composed: linking(text),
    });
  });

  test('is held in public', () => {
    const change = linked(null, five, { seen: read(edited), public: true });
    expect(change).toMatchObject({ outcome: 'held', reason: 'public' });
  });

  test('has no link any more: there is nothing to write', () => {
    const change = linked(null, five, { seen: read('one\n\nthree\n') });
    expect(change).toMatchObject({
      outcome: 'unchanged',
      edited: true,
      record: { filled: { [b]: five } },
    });
  });
});

describe('a link that was to be written, and nobody knows', () => {
  const intent = intentOf({
    action: 'update',
    outcome: 'unknown',
    content: digestOf(linking(text)),
    filled: { [b]: five },
  });
  const record = recordOf(linking(text), { filled: { [b]: null }, activity: 99, intent });
  const after = (body: string, change: Partial<SourceState> = {}) =>
    linked(null, five, { record, intended: linking(text), seen: read(body), ...change });

  test('arrived', () => {
    expect(after(textAt(five))).toMatchObject({
      outcome: 'unchanged',
      record: { filled: { [b]: five }, version: 2, intent: null, step: intent.step },
    });
  });

  test('did not: it may come', () => {
    expect(after(textAt(forge(b)))).toMatchObject({ outcome: 'held', reason: 'outcome-unknown' });
    const later = after(textAt(forge(b)), { now: now + 600_000 });
    expect(later).toMatchObject({ step: { action: 'update' }, links: true });
  });

  test('arrived with an address that came to be between intent and write', () => {
    const open = { ...record, intent: { ...intent, filled: {} } };
    expect(after(textAt(five), { record: open })).toMatchObject({ record: { version: 2 } });
    expect(after(textAt(forge(b)), { record: open })).toMatchObject({ outcome: 'held' });
  });
});

describe('an Article that lacks an address of a ring', () => {
  const record = recordOf(linking(text), {
    filled: { [b]: null },
    activity: 99,
    complete: false,
  });

  test('is an update of that link', () => {
    expect(linked(null, five, { record, seen: read(textAt(forge(b))) })).toMatchObject({
      links: true,
      step: { action: 'update', uses: { [b]: five } },
    });
  });

  test('is whole where its target came to nothing', () => {
    expect(linked(null, null, { record, seen: read(textAt(forge(b))) })).toMatchObject({
      outcome: 'unchanged',
      record: { complete: true },
    });
  });
});

describe('of a lost ledger', () => {
  test.each([five, nine, forge(b)])(
    'a page is found by its text and any address: %s',
    (address) => {
      const candidates = [post(textAt(address))];
      const change = reconcile(state({ ours: linking(text), candidates }));
      expect(change).toMatchObject({ step: { action: 'adopt' } });
      if (change.outcome === 'step') expect(change.step.uses).toBeUndefined();
    },
  );

  test.each(['https://evil.example/articles/5', `${five}/a-title`, forge(c)])(
    'and not by that of something else: %s',
    (address) => {
      const candidates = [post(textAt(address))];
      expect(reconcile(state({ ours: linking(text), candidates }))).toMatchObject({
        outcome: 'held',
        reason: 'title-taken',
      });
    },
  );
});

describe('a text with several links to one page', () => {
  const known = linking(`Top.\n\n[x]({${b}#x})\n\n[y]({${b}#y})\n\nand ${five} itself\n`);

  test.each([
    ['its post', five, `Top.\n\n[x](${five})\n\n[y](${five})\n\nand ${five} itself\n`],
    ['the forge', null, `Top.\n\n[x](${forge(b)}#x)\n\n[y](${forge(b)}#y)\n\nand ${five} itself\n`],
  ])('leads to %s, and each keeps its own part of it', (_, address, body) => {
    const addresses = writtenAddresses({ [b]: address });
    const compare = (seen: string) => comparePost(known, post(seen), raw, [], addresses);
    expect(compare(body)).toEqual({ state: 'same', filled: { [b]: address } });
    const theirs = compare(`Before.\n\n${body}`);
    const moved = known.holes?.map((hole) => ({ ...hole, at: hole.at + 9 }));
    expect(theirs).toMatchObject({
      state: 'different',
      theirs: { body: `Before.\n\n${known.body}`, holes: moved },
    });
    // So a change of such a line by the source is no conflict.
    const ours = linking(`Top.\n\n[X]({${b}#x})\n\n[Y]({${b}#y})\n\nand ${five} itself!\n`);
    if (theirs.state === 'different')
      expect(mergeContents(known, ours, theirs.theirs).clean).toBe(true);
  });

  test('leads nowhere else than each of them', () => {
    const compare = (seen: string) =>
      comparePost(known, post(seen), raw, [], writtenAddresses({ [b]: null })).state;
    expect(
      compare(`Top.\n\n[x](${forge(b)}#y)\n\n[y](${forge(b)}#x)\n\nand ${five} itself\n`),
    ).toBe('different');
  });
});
