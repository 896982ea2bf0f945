import { defineConfig, type OxlintOverride } from 'oxlint';
import { modules, type Module } from './scripts/modules.ts';

const page = 'docs/architecture.md';
const inputAndOutput =
  '^(node:)?(fs|fs/promises|net|tls|dns|http|https|http2|child_process|worker_threads|os)$|^undici';

/** What the layout says of one module. Tests, scripts and measurements may import anything. */
function rulesOf([name, module]: [string, Module]): OxlintOverride {
  const { folder, imports, effects } = module;
  const closed = Object.keys(modules).filter((each) => each !== name && !imports.includes(each));
  const way = folder.startsWith('src/') ? '' : 'src/';
  const patterns = [
    {
      regex: `^(\\.\\./)+${way}(${closed.join('|')})/`,
      message: `${name} may import only ${imports.join(', ') || 'itself'} (${page})`,
    },
    ...(effects === 'none' ? [{ regex: inputAndOutput, message: 'I/O is for adapters' }] : []),
  ];
  const globals = [
    ...(effects === 'none'
      ? [{ name: 'process', message: 'only the edges know the process' }]
      : []),
    ...(effects === 'edge'
      ? []
      : [
          { name: 'fetch', message: 'HTTP is for adapters/http' },
          { name: 'console', message: 'write through the Log port' },
        ]),
  ];
  return {
    files: [`${folder}/**`],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      ...(globals.length === 0 ? {} : { 'no-restricted-globals': ['error', ...globals] }),
    },
  };
}

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc'],
  categories: {
    correctness: 'error',
    suspicious: 'error',
  },
  options: {
    typeAware: true,
  },
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'typescript/no-non-null-assertion': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'no-await-in-loop': 'off',
    'no-shadow': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'unicorn/no-array-reverse': 'off',
    // Of windows in a browser; here it is of threads.
    'unicorn/require-post-message-target-origin': 'off',
    'import/no-unassigned-import': 'off',
    'typescript/consistent-return': 'off',
  },
  ignorePatterns: ['dist/**', 'node_modules/**'],
  overrides: [
    ...Object.entries(modules).map(rulesOf),
    {
      files: ['test/**'],
      rules: {
        'typescript/no-unnecessary-type-parameters': 'off',
      },
    },
  ],
});
