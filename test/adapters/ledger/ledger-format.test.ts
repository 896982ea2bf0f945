import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeDocument,
  decodeIndex,
  decodePlan,
  decodeText,
  encodeDocument,
  encodeEntry,
  encodeIndex,
  entryName,
  namedTexts,
  parse,
} from '../../../src/adapters/ledger/ledger-format.ts';
import { parseLines } from '../../../src/adapters/ledger/parse-lines.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { Fault } from '../../../src/model/error.ts';
import { emptyLedger, type LedgerIndex } from '../../../src/model/ledger.ts';
import { toStoredRecord } from '../../../src/adapters/ledger/stored-record.ts';
import { anyContent, anyIndex } from './ledger-arbitraries.ts';
import { article, planOf, recordOf } from './ledger-samples.ts';

const sample: LedgerIndex = {
  ...emptyLedger,
  destination: { tier: 'business', site: 'https://api.example', team: 'acme' },
  plans: { [digestOf(planOf('a'))]: 5 },
  records: { 'docs/b.md': recordOf(article('B')), 'docs/a.md': recordOf(article('A')) },
};

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a fault');
}

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
    const fault = faultOf(() => decodeIndex(json, 'index.json'));
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
        const fault = faultOf(() => decodeIndex(wrap({ ...stored, [key]: value }), 'x'));
        expect(fault.code).toBe('ledger-unreadable');
        expect(fault.message).toContain(`records["docs/a.md"].${key}`);
      }
    }
    for (const pid of [0, -1, 1.5, '1']) {
      const odd = { ...stored, intent: { ...intent, run: { ...intent.run, pid } } };
      const fault = faultOf(() => decodeIndex(wrap(odd), 'x'));
      expect(fault.message).toContain('records["docs/a.md"].intent.run.pid');
    }
  });

  test('a newer schema names both versions', () => {
    const json = encodeIndex(sample).replace('"schema": 1', '"schema": 7');
    const fault = faultOf(() => decodeIndex(json, 'index.json'));
    expect(fault.code).toBe('ledger-newer');
    expect(fault.message).toMatch(/7.*1/);
  });

  test('what could not be read back is not written', () => {
    const records = { a: recordOf(article('A'), { version: Number.NaN }) };
    expect(faultOf(() => encodeIndex({ ...emptyLedger, records })).code).toBe('internal');
  });
});

describe('broken JSON', () => {
  const json = encodeIndex(sample);
  const line = json.split('\n').findIndex((text) => text.startsWith('"docs/a.md"')) + 1;

  test.each<[string, string, number]>([
    ['a marker of a merge', json.replace('"docs/a.md"', '<<<<<<< HEAD\n"docs/a.md"'), line],
    ['a lost comma', json.replace('},\n"docs/b.md"', '}\n"docs/b.md"'), line + 1],
    ['a record twice', json.replace('"docs/b.md"', '"docs/a.md"'), line + 1],
    ['a line twice', json.replace(/^"docs\/a.*$/m, '$&\n$&'), line + 1],
    ['the same key, escaped', json.replace('"docs/b.md"', String.raw`"docs/\u0061.md"`), line + 1],
    ['the end is missing', json.slice(0, -6), json.split('\n').length - 3],
    ['something behind the end', `${json}x`, json.split('\n').length],
    ['nothing', '', 1],
    ['a bare word', '{\n"schema": one }', 2],
    ['a control character', '{\n\n"a": "\u0001"}', 3],
    ['an odd escape', String.raw`{"a": "\x"}`, 1],
    ['a name that is no text', '{\n1: 2}', 2],
    ['a comma too many', '[1,\n]', 2],
    ['an odd number', '[01]', 1],
  ])('%s', (_, broken, expected) => {
    const fault = faultOf(() => decodeIndex(broken, 'index.json'));
    expect(fault.code).toBe('ledger-unreadable');
    expect(fault.place).toMatchObject({ file: 'index.json', line: expected });
  });

  test('what is JSON passes, and what is not has a line', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.nat(), fc.string(), (good, at, noise) => {
        expect(parse(good, 'x')).toEqual(JSON.parse(good));
        const cut = at % (good.length + 1);
        const broken = good.slice(0, cut) + noise + good.slice(cut);
        let valid = true;
        try {
          JSON.parse(broken);
        } catch {
          valid = false;
        }
        if (!valid) expect(faultOf(() => parse(broken, 'x')).place?.line).toBeGreaterThan(0);
      }),
    );
  });

  test('bytes are read line by line as the text is read whole, also where they are damaged', () => {
    const noises = fc.oneof(
      fc.string({ maxLength: 3 }),
      fc.constantFrom('\n', ',', '}', '"a": 1,\n'),
    );
    const result = (json: string | Uint8Array) => {
      try {
        return canonicalJson(decodeIndex(json, 'x'));
      } catch (error) {
        if (error instanceof Fault) return error.message;
        throw error;
      }
    };
    fc.assert(
      fc.property(anyIndex, fc.nat(), fc.nat({ max: 3 }), noises, (index, at, gone, noise) => {
        const good = encodeIndex(index);
        expect(parseLines(Buffer.from(good))).toBeDefined();
        const cut = at % good.length;
        const broken = good.slice(0, cut) + noise + good.slice(cut + gone);
        for (const json of [Buffer.from(good), Buffer.from(broken)])
          expect(result(json)).toBe(result(json.toString('utf8')));
      }),
      { numRuns: 500 },
    );
  });

  test('deep nesting and long texts do not break the search', () => {
    expect(faultOf(() => parse('['.repeat(100_000), 'x')).place?.line).toBe(1);
    const long = `["${'a\\n'.repeat(1_000_000)}",\n,]`;
    expect(faultOf(() => parse(long, 'x')).place?.line).toBe(2);
  });
});

describe('texts and plans', () => {
  test('come back under their digest and no other', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const digest = digestOf(content);
        const entry: unknown = JSON.parse(encodeEntry(content));
        expect(decodeText(entry, digest, 'x')).toEqual(content);
        expect(faultOf(() => decodeText(entry, digestOf({}), 'x')).code).toBe('ledger-unreadable');
      }),
    );
    const plan = planOf('a', 'b');
    expect(decodePlan(JSON.parse(encodeEntry(plan)), digestOf(plan), 'x')).toEqual(plan);
    expect(faultOf(() => decodePlan(plan, digestOf({}), 'x')).code).toBe('ledger-unreadable');
  });

  test('must have their shape even where the digest fits', () => {
    for (const odd of [{ kind: 'article' }, { kind: 'other' }, [], { ...article('A'), x: 1 }]) {
      const fault = faultOf(() => decodeText(odd, digestOf(odd), 'x'));
      expect(fault.code).toBe('ledger-unreadable');
    }
  });

  test('a document holds them beside the index', () => {
    const content = article('A');
    const document = {
      index: sample,
      texts: { [digestOf(content)]: content },
      plans: { [digestOf(planOf('a'))]: planOf('a') },
    };
    const json = encodeDocument(document);
    expect(decodeDocument(json, 'x')).toEqual(document);
    expect(json).toContain(`\n"${digestOf(content)}": {`);
    expect(faultOf(() => decodeDocument(encodeIndex(sample), 'x')).code).toBe('ledger-unreadable');
    const newer = json.replace('"schema": 1', '"schema": 2');
    expect(faultOf(() => decodeDocument(newer, 'x')).code).toBe('ledger-newer');
    const odd = json.replace(`"version":1`, `"version":"1"`);
    expect(faultOf(() => decodeDocument(odd, 'x')).message).toContain('index.records["docs/a.md"]');
  });

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
    expect(entryName(a)).toMatch(/^[0-9a-f]{64}\.json$/);
  });
});
