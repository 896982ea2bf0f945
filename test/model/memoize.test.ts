import { expect, test } from 'vitest';
import { memoize } from '../../src/model/memoize.ts';

test('what is made is made when it is first asked for, and once, whatever it is', () => {
  for (const value of [1, 0, null, undefined, Promise.resolve(1)]) {
    let made = 0;
    const given = memoize(() => {
      made += 1;
      return value;
    });
    expect(made).toBe(0);
    expect([given(), given(), given()]).toEqual([value, value, value]);
    expect(made).toBe(1);
  }
});

test('what could not be made is tried again', () => {
  let tries = 0;
  const given = memoize(() => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  expect(given).toThrow('not yet');
  expect(given()).toBe(2);
});
