/** Where the configuration is looked for, in this order, relative to the repository's root. */
export const configPaths = [
  '.github/stack-publish.yml',
  '.github/stack-publish.yaml',
  'stack-publish.yml',
] as const;
