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
import { toStoredRecord } from '../../../src/adapters/ledger/stored-record.ts';
import { anyIndex } from './ledger-arbitraries.ts';
import { article, planOf, recordOf } from './ledger-samples.ts';
import { thrownFault } from './thrown-fault.ts';

const sample: LedgerIndex = {
  ...emptyLedger,
  destination: { tier: 'business', site: 'https://api.example', team: 'acme' },
  plans: { [digestOf(planOf('a'))]: 5 },
  records: { 'docs/b.md': recordOf(article('B')), 'docs/a.md': recordOf(article('A')) },
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

  test('every member of a record is checked', () => {
    const intent = {
      action: 'create',
      step: digestOf({}),
      plan: digestOf({}),
      content: null,
      at: 1,
      run: { id: 'x', host: 'h', pid: 1, started: '' },
      outcome: 'open',
    } as const;
    const good = recordOf(article('A'), { intent });
    const stored = toStoredRecord(good);
    const empty = JSON.parse(encodeIndex(emptyLedger)) as object;
    const wrap = (record: unknown) =>
      JSON.stringify({ ...empty, records: { 'docs/a.md': record } });
    expect(decodeIndex(wrap(stored), 'x').records['docs/a.md']).toEqual(good);
    for (const key of Object.keys(stored)) {
      for (const value of [{ odd: true }, ['odd'], -1]) {
        const fault = thrownFault(() => decodeIndex(wrap({ ...stored, [key]: value }), 'x'));
        expect(fault.code).toBe('ledger-unreadable');
        expect(fault.message).toContain(`records["docs/a.md"].${key}`);
      }
    }
    for (const pid of [0, -1, 1.5, '1']) {
      const odd = { ...stored, intent: { ...intent, run: { ...intent.run, pid } } };
      const fault = thrownFault(() => decodeIndex(wrap(odd), 'x'));
      expect(fault.message).toContain('records["docs/a.md"].intent.run.pid');
    }
  });

  test('a newer schema names both versions', () => {
    const json = encodeIndex(sample).replace('"schema": 1', '"schema": 7');
    const fault = thrownFault(() => decodeIndex(json, 'index.json'));
    expect(fault.code).toBe('ledger-newer');
    expect(fault.message).toMatch(/7.*1/);
  });

  test('what could not be read back is not written', () => {
    const records = { a: recordOf(article('A'), { version: Number.NaN }) };
    expect(thrownFault(() => encodeIndex({ ...emptyLedger, records })).code).toBe('internal');
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
    const newer = json.replace('"schema": 1', '"schema": 2');
    expect(thrownFault(() => decodeDocument(newer, 'x')).code).toBe('ledger-newer');
    const odd = json.replace(`"version":1`, `"version":"1"`);
    expect(thrownFault(() => decodeDocument(odd, 'x')).message).toContain(
      'index.records["docs/a.md"]',
    );
  });
});

describe('texts', () => {
  test('are named by records and by intents', () => {
    const [a, b] = [digestOf(article('A')), digestOf(article('B'))];
    const intent = {
      action: 'create',
      step: a,
      plan: a,
      content: b,
      at: 1,
      run: { id: '', host: '', pid: 1, started: '' },
      outcome: 'open',
    } as const;
    const records = {
      x: recordOf(article('A')),
      y: recordOf(article('C'), { base: null, intent }),
      z: recordOf(article('A'), { base: null }),
    };
    expect([...namedTexts({ ...emptyLedger, records })].toSorted()).toEqual([a, b].toSorted());
  });
});
