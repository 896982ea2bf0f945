import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Apart from the other tests, as these need programs that npm does not bring.
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/workflows/**/*.test.ts'],
    globalSetup: ['test/kit/bundle-sources.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
  },
});
