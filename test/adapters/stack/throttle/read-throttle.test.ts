import { expect, test } from 'vitest';
import { readThrottle } from '../../../../src/adapters/stack/throttle/read-throttle.ts';

test.each<[Record<string, string>, object]>([
  [{}, { burst: null, bucket: null }],
  [
    { 'x-burst-throttle-calls-left': '49', 'x-burst-throttle-seconds-until-full': '2' },
    { burst: { left: 49, seconds: 2 }, bucket: null },
  ],
  [
    { 'x-token-bucket-calls-left': '4900', 'x-token-bucket-seconds-until-next-refill': '59' },
    { burst: null, bucket: { left: 4900, seconds: 59 } },
  ],
  [{ 'x-burst-throttle-calls-left': ' 0 ' }, { burst: { left: 0, seconds: 1 }, bucket: null }],
  [{ 'x-burst-throttle-calls-left': 'many' }, { burst: null, bucket: null }],
  [{ 'x-burst-throttle-seconds-until-full': '2' }, { burst: null, bucket: null }],
])('%j', (headers, expected) => {
  expect(readThrottle(headers)).toEqual(expected);
});
