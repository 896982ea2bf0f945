import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// What takes long and decides nothing that a quick test does not: `npm run test:long`.
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/kit/bundle-sources.ts'],
    maxWorkers: '100%',
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
