import { expect, test } from 'vitest';
import { parseDate } from '../../../src/adapters/stack/parse-date.ts';

const moment = Date.UTC(2026, 10, 21, 10, 0, 0, 123);

test.each([
  ['2026-11-21T10:00:00.123Z', moment],
  ['2026-11-21T10:00:00.123999Z', moment],
  ['2026-11-21T10:00:00.1239999', moment],
  ['2026-11-21T10:00:00.123', moment],
  ['2026-11-21T12:00:00.123+02:00', moment],
  ['2026-11-21T10:00:00Z', moment - 123],
  ['2026-11-21T10:00:00.1Z', moment - 23],
  ['2026-13-21T10:00:00Z', null],
  ['2026-11-21', null],
  ['yesterday', null],
  [1_763_719_200, null],
  [null, null],
])('%j is read', (text, instant) => {
  expect(parseDate(text)).toBe(instant);
});
