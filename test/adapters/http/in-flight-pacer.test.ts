import { expect, test } from 'vitest';
import { inFlightPacer } from '../../../src/adapters/http/in-flight-pacer.ts';

const get = { method: 'GET', path: '/' } as const;

test('so many at a time, the next one when one ends', () => {
  const pacer = inFlightPacer(2);
  const end = pacer.start(0, get);
  expect(pacer.next(0, get)).toBe(0);
  pacer.start(0, get);
  expect(pacer.next(0, get)).toBe(Infinity);
  end(5, null);
  expect(pacer.next(5, get)).toBe(5);
});

test('none while it is paused, and the longest pause counts', () => {
  const pacer = inFlightPacer(2);
  pacer.pause(500, 0);
  pacer.pause(300, 0);
  expect(pacer.next(0, get)).toBe(500);
  expect(pacer.next(600, get)).toBe(600);
});
