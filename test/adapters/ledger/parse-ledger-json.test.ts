import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeIndex, encodeIndex } from '../../../src/adapters/ledger/ledger-format.ts';
import { parseLedgerJson } from '../../../src/adapters/ledger/parse-ledger-json.ts';
import { parseLines } from '../../../src/adapters/ledger/parse-lines.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import { Fault } from '../../../src/model/error.ts';
import { emptyLedger } from '../../../src/model/ledger.ts';
import { thrownFault } from './thrown-fault.ts';
import { anyIndex } from './ledger-arbitraries.ts';
import { article, recordOf } from './ledger-samples.ts';

const sample = {
  ...emptyLedger,
  records: { 'docs/b.md': recordOf(article('B')), 'docs/a.md': recordOf(article('A')) },
};

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
    const fault = thrownFault(() => decodeIndex(broken, 'index.json'));
    expect(fault.code).toBe('ledger-unreadable');
    expect(fault.place).toMatchObject({ file: 'index.json', line: expected });
  });

  test('what is JSON passes, and what is not has a line', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.nat(), fc.string(), (good, at, noise) => {
        expect(parseLedgerJson(good, 'x')).toEqual(JSON.parse(good));
        const cut = at % (good.length + 1);
        const broken = good.slice(0, cut) + noise + good.slice(cut);
        let valid = true;
        try {
          JSON.parse(broken);
        } catch {
          valid = false;
        }
        if (!valid)
          expect(thrownFault(() => parseLedgerJson(broken, 'x')).place?.line).toBeGreaterThan(0);
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
    expect(thrownFault(() => parseLedgerJson('['.repeat(100_000), 'x')).place?.line).toBe(1);
    const long = `["${'a\\n'.repeat(1_000_000)}",\n,]`;
    expect(thrownFault(() => parseLedgerJson(long, 'x')).place?.line).toBe(2);
  });
});
