import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BundleOptions } from './bundle.ts';

const root = join(import.meta.dirname, '..');

/** The workflows to copy: `init` writes them, so that there is one text of each. */
const workflows = ['workflows', 'fleet'].flatMap((folder) =>
  globSync(`examples/${folder}/*.yml`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => [`assets/${folder}/${basename(file)}`, { package: null, file }] as const),
);

/** What the package ships: its entries, and the files that they read. */
export const bundleContents: Pick<BundleOptions, 'entries' | 'assets'> = {
  entries: {
    main: 'src/cli/main.ts',
    action: 'src/action/main.ts',
    'assess-thread': 'src/wiring/assess-thread.ts',
  },
  assets: {
    'assets/stacks.min.css': {
      package: '@stackoverflow/stacks',
      file: 'dist/css/stacks.min.css',
    },
    ...Object.fromEntries(workflows),
  },
};
