import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { Fault } from '../../src/model/error.ts';
import { everything, read, refusal, smallest } from './config-fixtures.ts';

const laughs = `${smallest}a: &a [x,x,x,x,x,x,x,x,x]
${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join()}]`)
  .join('\n')}
`;

test.each([
  ['aliases that multiply', laughs],
  ['many aliases', `${smallest}a: &a x\nb: [${'*a, '.repeat(2_000)}]\n`],
  ['an alias that holds itself', `${smallest}sources: &a { docs: *a }\n`],
  ['lists in lists', `${smallest}sources: ${'['.repeat(20_000)}`],
  ['maps in maps', `${smallest}sources: ${'{a: '.repeat(5_000)}`],
  ['questions in questions', `${smallest}${'? '.repeat(5_000)}`],
  ['a large file', `${smallest}# ${'x'.repeat(300_000)}`],
  ['many unknown keys', Array.from({ length: 2_000 }, (_, index) => `k${index}: 1\n`).join('')],
  ['a long key', `${'k'.repeat(100_000)}: 1\n`],
  ['another version of YAML', `%YAML 1.1\n---\n${smallest}<<: { visibility: auto }\n`],
  ['a tag of its own', `%TAG ! tag:evil.example,2026:\n---\n${smallest}sources: !run {}\n`],
  ['a NUL', `${smallest}visibility: "\\0"\n`],
])('%s: refused, and soon', (_name, text) => {
  const started = performance.now();
  expect(refusal(text).fault.code).toBe('config-invalid');
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a value cannot add lines to the message or hide in it', () => {
  const { fault } = refusal(
    `${smallest}visibility: "a\\n::error::b\\u202e\\u2028c"\n"k\\r\\n::stop": 1\n`,
  );
  expect(fault.message.split(/[\r\n\u2028]/)).toHaveLength(3);
  expect(fault.message).not.toMatch(/[\u202e\r]/);
});

test('YAML 1.1 has no say about what is true', () => {
  expect(refusal(`${smallest}approval: { self: no }\n`).fault.code).toBe('config-invalid');
  expect(refusal(`%YAML 1.1\n---\n${smallest}approval: { self: no }\n`).fault.code).toBe(
    'config-invalid',
  );
});

test('nothing in a file reaches the prototype of objects', () => {
  refusal(`${smallest}__proto__: { polluted: 1 }\nrules: { __proto__: { polluted: 1 } }\n`);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('any text is read or refused with a place', () => {
  const piece = oneof(
    string(),
    constantFrom(...everything.split(/(?<=\n)|(?=[{[:,])/), '&a ', '*a', '!!x ', '? ', '\t'),
  );
  assert(
    property(array(piece, { maxLength: 12 }), (pieces) => {
      try {
        read(pieces.join(''));
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        expect(['config-invalid', 'insecure-url']).toContain(error.code);
        expect(error.place?.line).toBeGreaterThan(0);
        expect(error.place?.column).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
