/** The flags that all commands have. */
export const sharedOptions = {
  config: {
    type: 'string',
    value: 'FILE',
    about: 'the configuration (default: .github/stack-publish.yml)',
  },
  cwd: { type: 'string', value: 'DIR', about: 'the checkout to work in (default: here)' },
  json: { type: 'boolean', about: 'one JSON document on stdout, nothing else' },
  quiet: { type: 'boolean', about: 'no progress and no notes on stderr, only errors' },
  verbose: { type: 'boolean', about: 'tell more' },
} as const;

/** Flags that need no words: they stand together in help. */
export const plainOptions = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;
