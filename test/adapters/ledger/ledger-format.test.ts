import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeDocument,
  decodeIndex,
  encodeDocument,
  encodeIndex,
  namedTexts,
} from '../../../src/adapters/ledger/ledger-format.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { emptyLedger, type LedgerIndex } from '../../../src/model/ledger.ts';
import { toStoredRecord } from '../../../src/adapters/ledger/record-shape.ts';
import { anyIndex } from './ledger-arbitraries.ts';
import { article, planOf, recordOf } from './ledger-samples.ts';
import { thrownFault } from './thrown-fault.ts';

const sample: LedgerIndex = {
  ...emptyLedger,
  destination: { tier: 'business', site: 'https://api.example', team: 'acme' },
  plans: { [digestOf(planOf('a'))]: 5 },
  records: {
    'docs/b.md': recordOf(article('B'), { post: { kind: 'article', id: 13 } }),
    'docs/a.md': recordOf(article('A')),
  },
};

describe('the index', () => {
  test('comes back as it was, whatever its texts and keys', () => {
    fc.assert(
      fc.property(anyIndex, (index) => {
        const json = encodeIndex(index);
        const back = decodeIndex(json, 'index.json');
        expect(canonicalJson(back)).toBe(canonicalJson(index));
        expect(encodeIndex(back)).toBe(json);
      }),
    );
  });

  test('does not depend on the order of members', () => {
    fc.assert(
      fc.property(anyIndex, (index) => {
        const turned = Object.fromEntries(Object.entries(index).reverse()) as typeof index;
        const records = Object.fromEntries(
          Object.entries(index.records)
            .reverse()
            .map(([key, record]) => [key, Object.fromEntries(Object.entries(record).reverse())]),
        ) as typeof index.records;
        expect(encodeIndex({ ...turned, records })).toBe(encodeIndex(index));
      }),
    );
  });

  test('has one record a line, sorted by key', () => {
    const lines = encodeIndex(sample).split('\n');
    const at = lines.findIndex((line) => line.startsWith('"docs/a.md": {'));
    expect(at).toBeGreaterThan(0);
    expect(lines[at + 1]).toMatch(/^"docs\/b\.md": \{.*\}$/);
    const changed = { ...sample.records, 'docs/a.md': recordOf(article('A'), { version: 2 }) };
    const after = encodeIndex({ ...sample, records: changed }).split('\n');
    expect(after.filter((line, index) => line !== lines[index])).toHaveLength(1);
  });

  test('keys that objects inherit are keys like others', () => {
    const back = decodeIndex(encodeIndex(sample), 'x');
    expect(back.records['constructor']).toBeUndefined();
    expect(back.records['__proto__']).toBeUndefined();
    const json = encodeIndex(sample).replace('"docs/a.md":', '"__proto__":');
    const odd = decodeIndex(json, 'x');
    expect(Object.keys(odd.records).toSorted()).toEqual(['__proto__', 'docs/b.md']);
    expect(odd.records['version']).toBeUndefined();
    expect(encodeIndex(odd)).toContain('"__proto__":');
  });

  test('other blanks and another order are read as well', () => {
    const loose = JSON.stringify(JSON.parse(encodeIndex(sample)), null, 4).replaceAll('\n', '\r\n');
    expect(encodeIndex(decodeIndex(loose, 'x'))).toBe(encodeIndex(sample));
  });

  test.each<[string, (index: Record<string, unknown>) => unknown, string]>([
    ['a list', () => [], 'an object'],
    ['null', () => null, 'an object'],
    ['a missing member', (index) => ({ ...index, plans: undefined }), 'plans'],
    ['an unknown member', (index) => ({ ...index, extra: 1 }), 'extra'],
    ['an old schema', (index) => ({ ...index, schema: 0 }), 'schema'],
    ['a schema that is a text', (index) => ({ ...index, schema: '2' }), 'schema'],
    ['members of the first schema', (index) => ({ ...index, schema: 1 }), 'pullRequests'],
    ['records as a list', (index) => ({ ...index, records: [] }), 'records'],
    ['a plan without digest', (index) => ({ ...index, plans: { abc: 1 } }), 'plans.abc'],
    ['an odd instant', (index) => ({ ...index, plans: { [digestOf({})]: 1.5 } }), 'plans['],
    ['an odd cursor', (index) => ({ ...index, cursors: { article: {} } }), 'cursors.article.at'],
  ])('%s is unreadable', (_, change, member) => {
    const json = JSON.stringify(change(JSON.parse(encodeIndex(sample)) as never));
    const fault = thrownFault(() => decodeIndex(json, 'index.json'));
    expect(fault.code).toBe('ledger-unreadable');
    expect(fault.message).toContain(member);
  });

  test('a newer schema names both versions', () => {
    const json = encodeIndex(sample).replace('"schema": 2', '"schema": 7');
    const fault = thrownFault(() => decodeIndex(json, 'index.json'));
    expect(fault.code).toBe('ledger-newer');
    expect(fault.message).toMatch(/7.*2/);
  });

  test('what could not be read back is not written', () => {
    const records = { a: recordOf(article('A'), { version: Number.NaN }) };
    expect(thrownFault(() => encodeIndex({ ...emptyLedger, records })).code).toBe('internal');
  });
});

const intent = {
  action: 'create',
  step: digestOf({}),
  plan: digestOf({}),
  content: null,
  at: 1,
  run: { id: 'x', host: 'h', pid: 1, started: '' },
  outcome: 'open',
} as const;

describe('a record that no run wrote', () => {
  const good = recordOf(article('A'), {
    intent: { ...intent, action: 'update' },
    edited: true,
    unsettled: 7,
    normalizations: ['crlf'],
    gone: true,
    otherOwner: true,
    forgotten: true,
    resolution: { kind: 'source', activity: 1 },
    dependsOn: { 'docs/b.md': null },
    filled: { 'docs/b.md': 'https://site.example/articles/1' },
  });
  const stored = toStoredRecord(good) as unknown as Readonly<Record<string, unknown>>;
  const read = (records: Readonly<Record<string, unknown>>) => {
    const empty = JSON.parse(encodeIndex(emptyLedger)) as object;
    return decodeIndex(JSON.stringify({ ...empty, records }), 'x');
  };

  test('is told from one that a run wrote', () => {
    const { records, broken } = read({ 'docs/a.md': stored });
    expect(records['docs/a.md']).toEqual(good);
    expect(Object.keys(broken)).toEqual([]);
  });

  test.each(Object.keys(stored))('has an odd %s', (key) => {
    for (const value of [{ odd: true }, ['odd'], -1]) {
      const { records, broken } = read({ 'docs/a.md': { ...stored, [key]: value } });
      expect(Object.keys(records)).toEqual([]);
      expect(broken['docs/a.md']?.flaw).toContain(key);
    }
  });

  const post = { kind: 'article', id: 12 };
  const plain = { ...toStoredRecord(recordOf(article('A'))) };
  test.each<[string, object]>([
    ['created, and still to be', { complete: false }],
    [
      'about to be created, and waiting for a link of it',
      { complete: false, filled: { 'docs/b.md': null }, intent },
    ],
    ['of two kinds', { kind: 'question' }],
    ['an article with an answer', { post: { ...post, answer: 3 } }],
    ['complete without a post', { post: null }],
    ['gone without a post', { post: null, complete: false, gone: true }],
    [
      'about to change no post',
      { post: null, complete: false, intent: { ...intent, action: 'merge' } },
    ],
    ['about to be written after the year 9999', { intent: { ...intent, at: 2 ** 53 - 1 } }],
    ['about to be written at 2^53', { intent: { ...intent, at: 2 ** 53 } }],
    ['as often written as a number can say', { version: Number.MAX_SAFE_INTEGER }],
    ['of a process without a number', { intent: { ...intent, run: { ...intent.run, pid: 0 } } }],
    ['a page with the members of a release', { members: [1] }],
    [
      'a pull request with a huge number',
      { provenance: { kind: 'pull-request', number: 2 ** 40 } },
    ],
    ['of an unknown provenance', { provenance: { kind: 'constructor' } }],
    ['of a provenance that is a text', { provenance: 'docs/a.md' }],
  ])('%s', (_, odd) => {
    const other = { ...plain, post: { kind: 'article', id: 13 } };
    const { records, broken } = read({ 'docs/a.md': { ...plain, ...odd }, 'docs/b.md': other });
    expect(Object.keys(records)).toEqual(['docs/b.md']);
    expect(Object.keys(broken)).toEqual(['docs/a.md']);
  });

  test('is none where an Article waits for a link of it', () => {
    const waiting = { ...plain, complete: false, filled: { 'docs/b.md': null } };
    const open = { ...intent, action: 'update', filled: { 'docs/b.md': 'https://site/2' } };
    const { records } = read({ 'docs/a.md': { ...waiting, intent: open } });
    expect(records['docs/a.md']).toMatchObject({ complete: false, postedBy: null });
  });

  test('has the post of another', () => {
    const { records, broken } = read({ a: plain, b: plain, c: plain });
    expect(Object.keys(records)).toEqual([]);
    expect(Object.keys(broken)).toEqual(['b', 'a', 'c']);
  });

  test('stays as it is, with its texts, and can be mended', () => {
    const index = read({ 'docs/a.md': { ...plain, complete: 'no' }, 'docs/b.md': { odd: [1] } });
    const again = decodeIndex(encodeIndex(index), 'x');
    expect(again).toEqual(index);
    expect(encodeIndex(again)).toBe(encodeIndex(index));
    expect([...namedTexts(index)]).toContain(plain.base);
    const mended = encodeIndex(index).replace('"complete":"no"', '"complete":true');
    expect(decodeIndex(mended, 'x').records['docs/a.md']).toEqual(recordOf(article('A')));
  });

  test('of the first schema', () => {
    const former = {
      kind: 'article',
      post,
      complete: false,
      version: 1,
      file: 'docs/a.md',
      of: 1,
      revision: 'r',
      settings: digestOf({}),
      base: null,
      title: 'A',
      text: null,
      step: null,
      plan: null,
      activity: null,
      edited: false,
      form: [],
      gone: false,
      otherOwner: false,
      forgotten: false,
      resolution: null,
      intent: null,
    };
    const { schema, sourceCursors, ...head } = JSON.parse(encodeIndex(emptyLedger)) as Record<
      string,
      unknown
    >;
    const decode = (record: object) =>
      decodeIndex(
        JSON.stringify({ ...head, schema: 1, pullRequests: null, records: { a: record } }),
        'x',
      );
    expect([schema, sourceCursors]).toEqual([2, {}]);
    expect(Object.keys(decode(former).broken)).toEqual(['a']);
    expect(Object.keys(decode({ ...former, complete: true }).records)).toEqual(['a']);
  });
});

describe('a document', () => {
  test('holds texts and plans beside the index', () => {
    const content = article('A');
    const document = {
      index: sample,
      texts: { [digestOf(content)]: content },
      plans: { [digestOf(planOf('a'))]: planOf('a') },
    };
    const json = encodeDocument(document);
    expect(decodeDocument(json, 'x')).toEqual(document);
    expect(json).toContain(`\n"${digestOf(content)}": {`);
    expect(thrownFault(() => decodeDocument(encodeIndex(sample), 'x')).code).toBe(
      'ledger-unreadable',
    );
    const newer = json.replace('"schema": 2', '"schema": 3');
    expect(thrownFault(() => decodeDocument(newer, 'x')).code).toBe('ledger-newer');
  });
});

describe('texts', () => {
  test('are named by records and by intents', () => {
    const [a, b] = [digestOf(article('A')), digestOf(article('B'))];
    const records = {
      x: recordOf(article('A')),
      y: recordOf(article('C'), { base: null, intent: { ...intent, content: b } }),
      z: recordOf(article('A'), { base: null }),
    };
    expect([...namedTexts({ ...emptyLedger, records })].toSorted()).toEqual([a, b].toSorted());
  });
});

describe('what is remembered of an API', () => {
  const memory = { filter: { id: '!*Mg4Pjg9LXr9d_(v', safe: true }, wholeLists: [], lacks: [] };
  const withMemory = (value: unknown) =>
    JSON.stringify({
      ...(JSON.parse(encodeIndex(emptyLedger)) as object),
      siteMemory: { 'v2.3': value },
    });

  test('is read and written, and left out where there is none', () => {
    expect(decodeIndex(withMemory(memory), 'x').siteMemory).toEqual({ 'v2.3': memory });
    expect(encodeIndex(emptyLedger)).not.toContain('siteMemory');
    expect(decodeIndex(encodeIndex(emptyLedger), 'x').siteMemory).toEqual({});
  });

  test.each<[string, unknown]>([
    [
      'a text as the id of a filter',
      { ...memory, filter: { id: 'a text of the site', safe: true } },
    ],
    ['an endless id', { ...memory, filter: { id: '!'.repeat(257), safe: true } }],
    ['no id', { ...memory, filter: { id: '', safe: true } }],
    ['a lack that nobody knows', { ...memory, lacks: ['everything'] }],
    ['more than it can hold', { ...memory, lacks: ['accept', 'accept', 'accept'] }],
    ['another member', { ...memory, title: 'Secret' }],
  ])('is not taken with %s', (_, value) => {
    expect(thrownFault(() => decodeIndex(withMemory(value), 'x')).code).toBe('ledger-unreadable');
  });
});
