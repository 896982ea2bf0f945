import type { BundleOptions } from './bundle.ts';

/** What the package ships: its entries, and the files that they read. */
export const bundleContents: Pick<BundleOptions, 'entries' | 'assets'> = {
  entries: { main: 'src/cli/main.ts', action: 'src/action/main.ts' },
  assets: {
    'assets/stacks.min.css': {
      package: '@stackoverflow/stacks',
      file: 'dist/css/stacks.min.css',
    },
  },
};
