import { expect, test } from 'vitest';
import { countRoundTrips } from './count-round-trips.ts';

test('600 texts come back as they were, and a second run has nothing to do', async () => {
  expect(await countRoundTrips(30)).toBe(600);
});
