import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spellDate } from '../../../sandbox/stack/spell-date.ts';

test('dates are spelled three ways, always in the same order', () => {
  const at = Date.parse('2026-03-04T05:06:07.089Z');
  expect(spellDate(at, 'milliseconds')).toBe('2026-03-04T05:06:07.089Z');
  expect(spellDate(at, 'no-zone')).toBe('2026-03-04T05:06:07.089');
  expect(spellDate(at, 'microseconds')).toMatch(/^2026-03-04T05:06:07\.089\d{3}Z$/);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
      const spelled = spellDate(instant, 'microseconds');
      expect(Date.parse(spelled)).toBe(instant);
      expect(spellDate(instant + 1, 'microseconds') > spelled).toBe(true);
    }),
  );
});
