import { expect, test } from 'vitest';
import { countRoundTrips } from '../../properties/count-round-trips.ts';

test('ten thousand texts come back as they were, and a second run has nothing to do', async () => {
  expect(await countRoundTrips(500)).toBe(10_000);
}, 300_000);
