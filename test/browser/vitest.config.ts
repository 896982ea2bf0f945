import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Apart from the other tests, as these need a browser, which npm does not bring.
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/kit/bundle-sources.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
