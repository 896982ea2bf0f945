import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The first take long: `npm run test:long`. The others need programs that npm does not bring:
    // `npm run test:workflows`, `npm run test:browser`.
    exclude: [...configDefaults.exclude, 'test/long/**', 'test/workflows/**', 'test/browser/**'],
    globalSetup: ['test/kit/bundle-sources.ts'],
    // Unless told, it takes one core less than there are.
    maxWorkers: '100%',
    // Files share a worker, which takes a fifth of the time off: what a test changes in its process, it
    // has to put back.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
